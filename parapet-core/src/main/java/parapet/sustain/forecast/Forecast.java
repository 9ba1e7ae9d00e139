package parapet.sustain.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parapet.programme.Delivery;
import parapet.stats.Require;
import parapet.sustain.Network;
import parapet.sustain.SustainInput;

/// Expected units full, degraded, down and away by day, by formula.
///
/// Mean pipelines by flow balance ([Flow]), their laws in the closed fleet ([PipelineLaw]); the holes
/// of a base fall on its installed parts at random, and the slots of a unit are taken as
/// independent:
///
///     P(unit full) = Π_slots P(at least `full` of `count` work)
///
/// Exact in the long run for one part on ample places, or on one place, at one base. Known limits:
/// every stage goes as an exponential one while things change; parts that share a shop share its
/// queue by their means; slots are independent although one shop serves them; the choice of shop and
/// planned work follow the means; fixed deliveries only (one call is one replication's deliveries).
/// Rules of the simulation that it does not know at all, such as cannibalisation, are named by
/// [LeftOut].
///
/// @param days of the rows, 0 and multiples of the grid
/// @param full expected units full, by row
/// @param degraded expected units degraded, by row
/// @param down expected units down, by row
/// @param away units away for planned work, by row
public record Forecast(
        List<Double> days,
        List<Double> full,
        List<Double> degraded,
        List<Double> down,
        List<Double> away) {
    /// Name of the method, for the reader.
    public static final String METHOD = "flow balance, closed negative binomial pipelines";

    private static final int MOST_DAYS = 40_000;

    public Forecast {
        days = List.copyOf(days);
        full = List.copyOf(full);
        degraded = List.copyOf(degraded);
        down = List.copyOf(down);
        away = List.copyOf(away);
    }

    /// The forecast for an input of the simulation.
    ///
    /// @param deliveries when each unit comes; units without one never come
    /// @param gridDays days between two rows, 1 or more
    public static Forecast of(SustainInput input, List<Delivery> deliveries, int gridDays) {
        Require.atLeast("gridDays", gridDays, 1);
        int days = (int) Math.ceil(input.endTick() / (double) Flow.DAY_TICKS);
        Require.between("days of the input", days, 1, MOST_DAYS);
        return new Work(input, deliveries, days).rows(gridDays);
    }

    /// Unit-days full from the first row to the last, straight between the rows.
    public double fullUnitDays() {
        return fullUnitDays(days.getFirst(), days.getLast());
    }

    /// Unit-days full between two days, straight between the rows; nothing outside them.
    ///
    /// @param from first day, parts of a day allowed
    /// @param to the end
    public double fullUnitDays(double from, double to) {
        double sum = 0;
        for (int i = 1; i < days.size(); i++) {
            double begin = StrictMath.max(from, days.get(i - 1));
            double end = StrictMath.min(to, days.get(i));
            if (end > begin) {
                sum += (fullAt(i, begin) + fullAt(i, end)) / 2 * (end - begin);
            }
        }
        return sum;
    }

    /// Units full on a day between row `i - 1` and row `i`.
    private double fullAt(int i, double day) {
        double share = (day - days.get(i - 1)) / (days.get(i) - days.get(i - 1));
        return full.get(i - 1) + share * (full.get(i) - full.get(i - 1));
    }

    /// One forecast under way.
    private static final class Work {
        private final SustainInput input;
        private final int days;
        private final double[] servesFrom;
        private final boolean[][] away;
        private final Flow flow;
        private final int sites;
        private final int parts;

        Work(SustainInput input, List<Delivery> deliveries, int days) {
            this.input = input;
            this.days = days;
            Map<String, Delivery> byKey = new HashMap<>();
            deliveries.forEach(d -> byKey.put(d.unit(), d));
            servesFrom = new double[input.units().size()];
            for (int u = 0; u < servesFrom.length; u++) {
                Delivery d = byKey.get(input.units().get(u).id());
                servesFrom[u] =
                        d == null || d.inService() >= input.endTick()
                                ? Double.POSITIVE_INFINITY
                                : Math.max(0, d.inService()) / (double) Flow.DAY_TICKS;
            }
            away = TaskCalendar.away(input, servesFrom, days);
            flow = new Flow(input);
            sites = flow.network().sites().size();
            parts = flow.network().parts().size();
        }

        Forecast rows(int gridDays) {
            var grid = new ArrayList<Double>();
            List<List<Double>> columns =
                    List.of(
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>());
            for (int day = 0; day < days; day++) {
                serve(day);
                if (day % gridDays == 0 || day == days - 1) {
                    grid.add((double) day);
                    double[] row = row(day);
                    for (int i = 0; i < row.length; i++) {
                        columns.get(i).add(row[i]);
                    }
                }
                flow.step();
            }
            return new Forecast(
                    grid, columns.get(0), columns.get(1), columns.get(2), columns.get(3));
        }

        private void serve(int day) {
            var installed = new int[sites][parts];
            var rate = new double[sites][parts];
            var more = new int[sites][parts];
            Network network = flow.network();
            for (int u = 0; u < servesFrom.length; u++) {
                if (servesFrom[u] > day) {
                    continue;
                }
                SustainInput.Unit unit = input.units().get(u);
                Network.UnitType type = network.types().get(unit.type());
                for (Network.Slot slot : type.slots()) {
                    installed[unit.base()][slot.part()] += slot.count();
                    if (!away[u][day]) {
                        Network.Part part = network.parts().get(slot.part());
                        rate[unit.base()][slot.part()] +=
                                slot.count() * part.failureRate(slot) * Flow.DAY_SEC;
                    }
                }
                if (servesFrom[u] > day - 1) {
                    for (int p = 0; p < parts; p++) {
                        more[unit.base()][p] += type.spares()[p];
                    }
                }
            }
            for (SustainInput.Addition a : input.additions()) {
                double at = Math.max(0, a.tick()) / (double) Flow.DAY_TICKS;
                if (a.site() >= 0 && at <= day && at > day - 1) {
                    for (int p = 0; p < a.spares().length; p++) {
                        more[a.site()][p] += a.spares()[p];
                    }
                }
            }
            flow.serve(installed, rate, more);
        }

        private double[] row(int day) {
            var row = new double[4];
            for (int u = 0; u < servesFrom.length; u++) {
                if (servesFrom[u] > day) {
                    continue;
                }
                if (away[u][day]) {
                    row[3]++;
                    continue;
                }
                SustainInput.Unit unit = input.units().get(u);
                double full = 1;
                double able = 1;
                for (Network.Slot slot : flow.network().types().get(unit.type()).slots()) {
                    double[] out = missing(unit.base(), slot);
                    full *= upTo(out, slot.count() - slot.full());
                    able *= upTo(out, slot.count() - slot.degraded());
                }
                row[0] += full;
                row[1] += able - full;
                row[2] += 1 - able;
            }
            return row;
        }

        private static double upTo(double[] p, int most) {
            double sum = 0;
            for (int j = Math.min(most, p.length - 1); j >= 0; j--) {
                sum += p[j];
            }
            return Math.min(1, sum);
        }

        /// Law of the parts of a slot that do not work: holes fall on the installed parts of the
        /// base at random (hypergeometric, drawn one place after the other), the rest is being
        /// mended with equal chance.
        private double[] missing(int base, Network.Slot slot) {
            int installed = flow.installed[base][slot.part()];
            PipelineLaw law = flow.unitLaw[base][slot.part()];
            int count = slot.count();
            double whole = installed - law.meanHoles();
            double mend = whole > 0 ? Math.min(1, flow.mending[base][slot.part()] / whole) : 0;
            var sum = new double[count + 1];
            for (int holes = 0; holes <= Math.min(law.mostHoles(), installed); holes++) {
                double weight = law.holes(holes);
                if (weight < 1e-12) {
                    continue;
                }
                var p = new double[count + 1];
                var byHole = new double[count + 1];
                byHole[0] = 1;
                for (int i = 0; i < count; i++) {
                    for (int j = i; j >= 0; j--) { // j holes among the first i places
                        double chance = Math.clamp((holes - j) / (double) (installed - i), 0, 1);
                        byHole[j + 1] += byHole[j] * chance;
                        byHole[j] *= 1 - chance;
                    }
                }
                for (int h = 0; h <= count; h++) {
                    double b = byHole[h] * StrictMath.pow(1 - mend, count - h);
                    for (int m = 0; m <= count - h; m++) {
                        p[h + m] += b;
                        b *= mend < 1 ? (count - h - m) / (m + 1.0) * mend / (1 - mend) : 0;
                    }
                }
                for (int j = 0; j <= count; j++) {
                    sum[j] += weight * p[j];
                }
            }
            return sum;
        }
    }
}
