package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.List;
import parapet.sustain.exact.SupplyMethod;

/// For one question of [JointLevel]: the curve of spares of each item under each choice, and what
/// equipment the choices need.
///
/// Equipment r is a bit: r at the bases, `resources + r` at the depot.
final class LevelTable {
    private static final double RESIDUAL = 1e-6;
    private static final int MOST_PLANS = 200_000;

    private final JointLevel.Question q;
    private final double[] equipment;
    private final double[][] repair;
    private final int[][] needs;
    private final double[][][] curve; // backorders by item, choice and units

    /// An answer for one price of a backorder.
    record Split(List<Integer> choices, double value, double backorders) {}

    LevelTable(JointLevel.Question q) {
        this.q = q;
        int r = q.resources().size();
        equipment = new double[2 * r];
        for (int i = 0; i < r; i++) {
            equipment[i] = q.bases() * q.resources().get(i).costPerSite();
            equipment[r + i] = q.resources().get(i).costPerSite();
        }
        int n = q.items().size();
        repair = new double[n][];
        needs = new int[n][];
        curve = new double[n][][];
        for (int j = 0; j < n; j++) {
            JointLevel.Item item = q.items().get(j);
            int m = item.choices().size();
            repair[j] = new double[m];
            needs[j] = new int[m];
            curve[j] = new double[m][];
            for (int c = 0; c < m; c++) {
                JointLevel.Choice choice = item.choices().get(c);
                repair[j][c] =
                        q.bases()
                                * item.removalsPerBaseYear()
                                * q.years()
                                * choice.costPerRemoval();
                for (int resource : choice.resources()) {
                    needs[j][c] |= bit(choice.level(), resource, r);
                }
                curve[j][c] = curve(item, choice);
            }
        }
    }

    private static int bit(JointLevel.Level level, int resource, int resources) {
        if (resource < 0 || resource >= resources) {
            throw new IllegalArgumentException(
                    "The resource (%d) is not one of the (%d).".formatted(resource, resources));
        }
        return switch (level) {
            case BASE -> 1 << resource;
            case DEPOT -> 1 << (resources + resource);
            case MAKER, DISCARD -> 0;
        };
    }

    private double[] curve(JointLevel.Item item, JointLevel.Choice choice) {
        double rate = item.removalsPerBaseYear();
        boolean atBase = choice.level() == JointLevel.Level.BASE;
        var b = new Portfolio.Builder(q.bases(), 1);
        b.item(item.price(), atBase ? 0 : q.bases() * rate * choice.turnaroundYears(), 0);
        for (int i = 0; i < q.bases(); i++) {
            b.base(
                    i,
                    rate * (atBase ? choice.turnaroundYears() : q.shipYears()),
                    atBase || rate == 0 ? 0 : 1.0 / q.bases());
            b.held(i, 0, item.freeHoles());
        }
        var work = new ItemCurve(b.build(), SupplyMethod.EXACT, RESIDUAL);
        work.solve(0);
        double[] owed = new double[work.most + 1];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < owed.length; k++) {
            least = StrictMath.min(least, StrictMath.max(0, work.best[k]));
            owed[k] = least;
        }
        return owed;
    }

    /// A price of a backorder at which no curve is worth ending early.
    double highestPrice() {
        double most = 1;
        for (int j = 0; j < curve.length; j++) {
            for (double[] owed : curve[j]) {
                double last = owed.length < 2 ? 1 : owed[owed.length - 2] - owed[owed.length - 1];
                if (last > 0) {
                    most = StrictMath.max(most, q.items().get(j).price() / last);
                }
            }
        }
        double all = 0;
        for (double e : equipment) {
            all += e;
        }
        for (double[] r : repair) {
            for (double x : r) {
                all += x;
            }
        }
        return StrictMath.max(most, all / q.target()) * 10;
    }

    /// Levels and stocks that cost least when a backorder costs `lambda`.
    Split split(double lambda) {
        int n = curve.length;
        double[][] value = new double[n][];
        double[][] owed = new double[n][];
        for (int j = 0; j < n; j++) {
            double price = q.items().get(j).price();
            value[j] = new double[curve[j].length];
            owed[j] = new double[curve[j].length];
            for (int c = 0; c < curve[j].length; c++) {
                double least = Double.POSITIVE_INFINITY;
                for (int k = 0; k < curve[j][c].length; k++) {
                    double here = price * k + lambda * curve[j][c][k];
                    if (here < least) {
                        least = here;
                        owed[j][c] = curve[j][c][k];
                    }
                }
                value[j][c] = repair[j][c] + least;
            }
        }
        var search = new EquipmentSearch(equipment, needs, value);
        var choices = search.solve();
        double backorders = 0;
        for (int j = 0; j < n; j++) {
            backorders += owed[j][choices.get(j)];
        }
        return new Split(choices, search.least(), backorders);
    }

    /// Levels that cost least without spares.
    List<Integer> cheapestRepair() {
        return new EquipmentSearch(equipment, needs, repair).solve();
    }

    private JointLevel.Answer answer(List<Integer> choices, double spares, double backorders) {
        int mask = 0;
        double repairs = 0;
        var levels = new ArrayList<JointLevel.Level>();
        for (int j = 0; j < choices.size(); j++) {
            mask |= needs[j][choices.get(j)];
            repairs += repair[j][choices.get(j)];
            levels.add(q.items().get(j).choices().get(choices.get(j)).level());
        }
        double bought = 0;
        for (int e = 0; e < equipment.length; e++) {
            bought += (mask >> e & 1) == 1 ? equipment[e] : 0;
        }
        return new JointLevel.Answer(levels, bought, repairs, spares, backorders, 0);
    }

    /// The levels with the spares of the target: one step of the hull at a time where a unit of
    /// money gains most, and where few items remain combinations are few, exactly.
    JointLevel.Answer withSpares(List<Integer> choices) {
        double plans = 1;
        for (int j = 0; j < choices.size(); j++) {
            plans *= curve[j][choices.get(j)].length;
        }
        return plans <= MOST_PLANS ? exactly(choices) : byHull(choices);
    }

    private JointLevel.Answer byHull(List<Integer> choices) {
        int n = choices.size();
        int[] at = new int[n];
        double spares = 0;
        double owed = 0;
        for (int j = 0; j < n; j++) {
            owed += curve[j][choices.get(j)][0];
        }
        while (owed > q.target()) {
            int best = -1;
            int to = 0;
            double most = 0;
            for (int j = 0; j < n; j++) {
                double[] e = curve[j][choices.get(j)];
                double price = q.items().get(j).price();
                for (int k = at[j] + 1; k < e.length; k++) {
                    double useful = StrictMath.min(e[at[j]] - e[k], owed - q.target());
                    double gain = useful / (price * (k - at[j]));
                    if (gain > most) {
                        most = gain;
                        best = j;
                        to = k;
                    }
                }
            }
            if (best < 0) {
                return answer(choices, Double.POSITIVE_INFINITY, owed);
            }
            double[] e = curve[best][choices.get(best)];
            owed -= e[at[best]] - e[to];
            spares += q.items().get(best).price() * (to - at[best]);
            at[best] = to;
        }
        return answer(choices, spares, owed);
    }

    /// The levels with the cheapest spares of all that meet the target.
    JointLevel.Answer exactly(List<Integer> choices) {
        record Plan(double cost, double owed) {}
        List<Plan> plans = List.of(new Plan(0, 0));
        for (int j = 0; j < choices.size(); j++) {
            double[] e = curve[j][choices.get(j)];
            double price = q.items().get(j).price();
            var next = new ArrayList<Plan>();
            for (Plan p : plans) {
                for (int k = 0; k < e.length; k++) {
                    if (p.owed + e[k] <= q.target()) {
                        next.add(new Plan(p.cost + k * price, p.owed + e[k]));
                    }
                }
            }
            next.sort((x, y) ->
                    x.cost != y.cost
                            ? Double.compare(x.cost, y.cost)
                            : Double.compare(x.owed, y.owed));
            var kept = new ArrayList<Plan>();
            for (Plan p : next) {
                if (kept.isEmpty() || p.owed < kept.getLast().owed) {
                    kept.add(p);
                }
            }
            plans = kept;
        }
        return plans.isEmpty()
                ? answer(choices, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
                : answer(choices, plans.getFirst().cost(), plans.getFirst().owed());
    }
}
