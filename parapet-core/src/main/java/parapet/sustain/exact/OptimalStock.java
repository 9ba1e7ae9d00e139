package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// The stocks that leave the fewest base backorders for a budget; the true optimum.
///
/// For a given depot stock the backorders of a base are convex in its own stock, so units go one by
/// one where the total falls most; over the depot stock all values are tried, since the total is
/// not convex there. Items are then combined over all totals, keeping every choice that no cheaper
/// or equal one matches. Adding one unit at a time to everything, depot included, is *not* optimal
/// and can more than double the backorders; it is here as [#oneAtATime].
///
/// Cost: units x depot levels for each item, and the undominated combinations of items. For
/// thousands of items use marginal analysis on the convex hull of the curves.
public final class OptimalStock {
    private static final int MOST_UNITS = 5_000;
    private static final int MOST_CHOICES = 500_000;

    private OptimalStock() {}

    /// What is stocked.
    public sealed interface Item {
        /// Cost of one unit, in one currency for all items, more than 0.
        double costPerUnit();
    }

    /// An item held at a depot and at bases; the stocks written in them are ignored.
    ///
    /// @param costPerUnit more than 0
    /// @param depot repair time and places
    /// @param bases demands and times
    public record Network(double costPerUnit, TwoEchelon.Depot depot, List<TwoEchelon.Base> bases)
            implements Item {
        public Network {
            Require.positive("costPerUnit", costPerUnit);
            bases = List.copyOf(bases);
            Require.atLeast("number of bases", bases.size(), 1);
        }
    }

    /// An item at a single site, with a Poisson pipeline.
    ///
    /// @param costPerUnit more than 0
    /// @param pipelineMean 0 or more
    public record Single(double costPerUnit, double pipelineMean) implements Item {
        public Single {
            Require.positive("costPerUnit", costPerUnit);
            Require.notNegative("pipelineMean", pipelineMean);
        }
    }

    /// Stock of one item.
    ///
    /// @param depotStock at the depot; 0 for a single site
    /// @param baseStocks at the bases, or at the single site
    /// @param backorders expected, summed over bases
    public record Allocation(int depotStock, List<Integer> baseStocks, double backorders) {
        public Allocation {
            baseStocks = List.copyOf(baseStocks);
        }
    }

    /// The optimum.
    ///
    /// @param backorders least total
    /// @param cost spent
    /// @param allocations one an item, in the order given; one of the best where several are
    public record Result(double backorders, double cost, List<Allocation> allocations) {
        public Result {
            allocations = List.copyOf(allocations);
        }
    }

    private record Choice(double cost, double backorders, List<Allocation> allocations) {}

    /// Best stocks for a budget.
    ///
    /// @param budget 0 or more
    /// @param method of the base pipelines
    public static Result solve(List<Item> items, double budget, SupplyMethod method) {
        Require.notNegative("budget", budget);
        double limit = budget * (1 + 1e-12);
        List<Choice> choices = List.of(new Choice(0, 0, List.of()));
        for (Item item : items) {
            int affordable = (int) StrictMath.min(limit / item.costPerUnit(), Integer.MAX_VALUE);
            int units = StrictMath.min(affordable, useful(item, method));
            var curve = curve(item, units, method);
            var next = new ArrayList<Choice>();
            for (Choice choice : choices) {
                for (int n = 0; n <= units; n++) {
                    double cost = choice.cost() + n * item.costPerUnit();
                    if (cost > limit) {
                        break;
                    }
                    var allocations = new ArrayList<>(choice.allocations());
                    allocations.add(curve.get(n));
                    double backorders = choice.backorders() + curve.get(n).backorders();
                    next.add(new Choice(cost, backorders, allocations));
                }
                Require.between("number of combinations", next.size(), 0, MOST_CHOICES);
            }
            choices = undominated(next);
        }
        Choice best = choices.getLast();
        return new Result(best.backorders(), best.cost(), best.allocations());
    }

    /// Backorders left by adding `units` one by one where the total falls most, depot or base,
    /// never moving one.
    public static double oneAtATime(Network item, int units, SupplyMethod method) {
        Require.between("number of units", units, 0, MOST_UNITS);
        DiscreteLaw depot = TwoEchelon.depotPipeline(item.depot(), item.bases());
        int depotStock = 0;
        var stocks = new int[item.bases().size()];
        for (int n = 0; n < units; n++) {
            int best = -1;
            double least = total(depot, depotStock + 1, item.bases(), stocks, method);
            for (int i = 0; i < stocks.length; i++) {
                stocks[i]++;
                double here = total(depot, depotStock, item.bases(), stocks, method);
                stocks[i]--;
                if (here < least) {
                    least = here;
                    best = i;
                }
            }
            if (best < 0) {
                depotStock++;
            } else {
                stocks[best]++;
            }
        }
        return total(depot, depotStock, item.bases(), stocks, method);
    }

    private static double total(
            DiscreteLaw depot,
            int depotStock,
            List<TwoEchelon.Base> bases,
            int[] stocks,
            SupplyMethod method) {
        var laws = TwoEchelon.basePipelines(depot, depotStock, bases, method);
        double sum = 0;
        for (int i = 0; i < stocks.length; i++) {
            sum += laws.get(i).expectedExcess(stocks[i]);
        }
        return sum;
    }

    private static List<Choice> undominated(List<Choice> choices) {
        var sorted = new ArrayList<>(choices);
        sorted.sort(
                Comparator.comparingDouble(Choice::cost).thenComparingDouble(Choice::backorders));
        var kept = new ArrayList<Choice>();
        for (Choice choice : sorted) {
            if (kept.isEmpty() || choice.backorders() < kept.getLast().backorders()) {
                kept.add(choice);
            }
        }
        return kept;
    }

    /// Units beyond which the backorders are below 1e-15 anyway.
    private static int useful(Item item, SupplyMethod method) {
        return switch (item) {
            case Single single -> new Poisson(single.pipelineMean()).law().largest();
            case Network network -> {
                var depot = TwoEchelon.depotPipeline(network.depot(), network.bases());
                int sum = depot.largest();
                for (var law : TwoEchelon.basePipelines(depot, 0, network.bases(), method)) {
                    sum = StrictMath.addExact(sum, law.largest());
                }
                yield sum;
            }
        };
    }

    /// Best allocation of 0..units units of one item.
    private static List<Allocation> curve(Item item, int units, SupplyMethod method) {
        Require.between("number of useful units the budget buys", units, 0, MOST_UNITS);
        return switch (item) {
            case Single single -> {
                var law = new Poisson(single.pipelineMean()).law();
                var curve = new ArrayList<Allocation>(units + 1);
                for (int n = 0; n <= units; n++) {
                    curve.add(new Allocation(0, List.of(n), law.expectedExcess(n)));
                }
                yield curve;
            }
            case Network network -> networkCurve(network, units, method);
        };
    }

    private static List<Allocation> networkCurve(Network item, int units, SupplyMethod method) {
        DiscreteLaw depot = TwoEchelon.depotPipeline(item.depot(), item.bases());
        var best = new ArrayList<Allocation>(units + 1);
        int mostUseful = StrictMath.min(units, depot.largest());
        for (int depotStock = 0; depotStock <= mostUseful; depotStock++) {
            var laws = TwoEchelon.basePipelines(depot, depotStock, item.bases(), method);
            var stocks = new int[laws.size()];
            var gains = new double[laws.size()]; // what one more unit saves: P(X > s)
            var owed = new double[laws.size()];
            for (int i = 0; i < gains.length; i++) {
                gains[i] = laws.get(i).survival(0);
                owed[i] = laws.get(i).mean();
            }
            for (int n = depotStock; n <= units; n++) {
                if (n > depotStock) {
                    int most = 0;
                    for (int i = 1; i < gains.length; i++) {
                        most = gains[i] > gains[most] ? i : most;
                    }
                    stocks[most]++;
                    gains[most] = laws.get(most).survival(stocks[most]);
                    owed[most] = laws.get(most).expectedExcess(stocks[most]);
                }
                double sum = 0;
                var list = new ArrayList<Integer>(stocks.length);
                for (int i = 0; i < stocks.length; i++) {
                    sum += owed[i];
                    list.add(stocks[i]);
                }
                if (n == best.size()) {
                    best.add(new Allocation(depotStock, list, sum));
                } else if (sum < best.get(n).backorders()) {
                    best.set(n, new Allocation(depotStock, list, sum));
                }
            }
        }
        return best;
    }
}
