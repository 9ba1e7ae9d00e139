package parapet.study;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Evidence;
import parapet.evidence.Quantity;
import parapet.quantity.Span;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Quantities;
import parapet.scenario.Realiser;
import parapet.stats.Quantiles;
import parapet.study.rows.HindcastRow;
import parapet.tables.Rows;

/// Forecasts of the milestones made with what was known on earlier days, beside what happened.
final class Hindcast {
    private static final int DRAWS = 1000;

    private Hindcast() {}

    static void post(Setup setup, Rows rows) {
        double lastDay = Realiser.lastDay(setup.scenario()).toEpochDay();
        Map<String, Quantity> milestones = milestones(setup);
        for (LocalDate asOf : setup.scenario().study().hindcasts()) {
            Evidence then = Realiser.evidence(setup.scenario(), asOf);
            var realiser = new Realiser(then, setup.options().seed());
            milestones.forEach((of, quantity) -> {
                if (realiser.weigh(quantity).settled() || !then.foretells(of)) {
                    return;
                }
                var days = new double[DRAWS];
                for (int i = 0; i < DRAWS; i++) {
                    days[i] = realiser.draw(i).value(quantity);
                }
                double[] q = Quantiles.type7(days, 0.05, 0.25, 0.5, 0.75, 0.95);
                Span came = then.happened(of);
                rows.add(
                        new HindcastRow(
                                asOf,
                                of,
                                day(q[0]),
                                day(q[1]),
                                day(q[2]),
                                day(q[3]),
                                day(q[4]),
                                came == null ? null : day(came.typical()),
                                inside(came, q[0], q[4], lastDay),
                                String.join(", ", then.hindsight(quantity))));
            });
        }
    }

    /// Whether the outcome lies in the band. What has not come by the last day of the evidence, and
    /// should have, lies outside it: leaving it out would count the successes only.
    private static @Nullable Boolean inside(
            @Nullable Span came, double low, double high, double lastDay) {
        if (came == null) {
            return high < lastDay ? Boolean.FALSE : null;
        }
        return came.typical() >= low && came.typical() <= high;
    }

    private static Map<String, Quantity> milestones(Setup setup) {
        var milestones = new LinkedHashMap<String, Quantity>();
        for (PlannedScenario plan : setup.plans()) {
            if (plan.id().equals(setup.reference())) {
                Quantities.of(plan)
                        .byKey()
                        .values()
                        .forEach(q -> {
                            if (q.basis() instanceof Quantity.Foretold foretold) {
                                milestones.putIfAbsent(foretold.of(), q);
                            }
                        });
            }
        }
        return milestones;
    }

    private static LocalDate day(double epochDay) {
        return LocalDate.ofEpochDay(Math.round(epochDay));
    }
}
