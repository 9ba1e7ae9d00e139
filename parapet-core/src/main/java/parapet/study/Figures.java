package parapet.study;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.scenario.Case;
import parapet.scenario.Observation;
import parapet.study.rows.FigureRow;
import parapet.sustain.Network;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Reason;
import parapet.sustain.UnitState;
import parapet.tables.Rows;

/// The simulated counterpart of a published figure: units in given states, for given reasons, at
/// given sites, averaged over a period, share = sum of matching unit-time / sum of unit-time in
/// service, number = matching unit-time / length
///
/// or planned works finished in the period, a year. Time between two days is exact to the tick; a
/// figure whose period has no unit in service is 0.
final class Figures {
    private static final double YEAR = Measures.DAYS_PER_YEAR * Calendar.DAY;
    private static final Set<UnitState> IN_SERVICE =
            EnumSet.of(UnitState.FULL, UnitState.DEGRADED, UnitState.DOWN, UnitState.AWAY);

    private final Observation asked;
    private final Case c;
    private final Network network;
    private final Set<UnitState> states;
    private final Set<String> reasons = new HashSet<>();
    private final long from;
    private final long to;

    private Figures(Observation asked, Case c) {
        this.asked = asked;
        this.c = c;
        network = c.sustain().phases().getFirst().network();
        states = asked.states().isEmpty() ? IN_SERVICE : EnumSet.copyOf(asked.states());
        for (Reason reason : asked.reasons()) {
            reasons.add(reason.name());
        }
        from = Math.max(0, c.calendar().tick(asked.first()));
        to = Math.min(c.endTick(), c.calendar().tick(asked.date().plusDays(1)));
    }

    /// Posts the figures of one replication.
    static void post(Setup setup, Case c, int replication, ReadinessHistory history, Rows rows) {
        setup.observations()
                .forEach((key, o) -> {
                    if (setup.planOf(o).equals(c.plan())) {
                        rows.add(new FigureRow(c.draw(), replication, key, of(o, c, history)));
                    }
                });
    }

    /// The simulated figure, a share as 0..1.
    static double of(Observation asked, Case c, ReadinessHistory history) {
        return new Figures(asked, c).value(history);
    }

    private double value(ReadinessHistory history) {
        double matching = 0;
        double inService = 0;
        int finished = 0;
        for (int i = 0; i < history.size(); i++) {
            double part = Math.min(history.to(i), to) - (double) Math.max(history.from(i), from);
            if (!ofType(history.unit(i))) {
                continue;
            }
            boolean counts = matches(history, i);
            if (part > 0) {
                inService += IN_SERVICE.contains(history.state(i)) ? part : 0;
                matching += counts ? part : 0;
            }
            boolean work = history.reason(i) == Reason.TASK_IN_WORK.ordinal();
            if (counts
                    && work
                    && history.to(i) > from
                    && history.to(i) <= to
                    && history.to(i) < c.endTick()) {
                finished++;
            }
        }
        return switch (asked.measure()) {
            case SHARE -> inService > 0 ? matching / inService : 0;
            case NUMBER -> to > from ? matching / (to - from) : 0;
            case FINISHED -> to > from ? finished * YEAR / (to - from) : 0;
        };
    }

    private boolean ofType(int unit) {
        if (asked.types().isEmpty()) {
            return true;
        }
        int type = c.sustain().units().get(unit).type();
        return asked.types().contains(network.types().get(type).id());
    }

    private boolean matches(ReadinessHistory history, int i) {
        if (!states.contains(history.state(i))) {
            return false;
        }
        int reason = history.reason(i);
        if (!reasons.isEmpty()
                && (reason < 0 || !reasons.contains(Reason.values()[reason].name()))) {
            return false;
        }
        List<String> sites = asked.sites();
        int site = history.site(i);
        return sites.isEmpty() || (site >= 0 && sites.contains(network.sites().get(site).id()));
    }
}
