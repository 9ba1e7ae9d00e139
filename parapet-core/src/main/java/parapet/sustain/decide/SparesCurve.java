package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parapet.stats.Require;
import parapet.sustain.exact.SupplyMethod;

/// The whole cost-effectiveness curve of spares: fewest backorders for every sum of money.
///
/// For each item and every useful depot stock, units go to the base where the backorders fall most
/// (they are convex in the base's stock); of all depot stocks the best is kept for each number of
/// units, so that stock moves between depot and bases along the curve; the lower convex hull of
/// that is cut into pieces, and the pieces of all items are bought in the order of
///
///     backorders saved per money = (E_k - E_(k+1)) / (price (n_(k+1) - n_k))
///                                                        [Fox 1966; Sherbrooke 2004, ch. 3]
///
/// Every point is optimal for its cost among all plans, within the law chosen for the pipelines:
/// exact convolution, two moments (negative binomial, the default) or METRIC. For money between two
/// points [#bought] fills the rest and bounds the loss. Each item's curve ends where `residual` of
/// its first backorders is left, or where a unit more at the depot could save less than a quarter of
/// that. Gains that differ by less than 6e-8 of themselves may be bought in either order.
///
/// Cost: for each item, useful depot stocks x (bases + units x log bases). Memory: 24 bytes a
/// vertex and 20 a point. Immutable, for any thread; made on one.
public final class SparesCurve {
    /// Share of an item's first backorders at which its curve ends unless said otherwise.
    public static final double RESIDUAL = 1e-3;

    private final Portfolio portfolio;
    private final SupplyMethod method;
    private final double residual;

    // hulls of the items: vertices first[j] to first[j + 1] - 1
    private final int[] first;
    private final int[] added;
    private final int[] depot;
    private final double[] left;

    // pieces in the order of purchase: the vertex that each reaches; and the sums after it
    private final int[] order;
    private final double[] cost;
    private final double[] backorders;

    /// A corner of one item's hull.
    ///
    /// @param units bought beyond what is held
    /// @param depotStock stock at the depot, held stock included
    /// @param backorders of the item
    public record Vertex(int units, int depotStock, double backorders) {}

    /// A point of the curve.
    ///
    /// @param index 0 for nothing bought
    /// @param cost money spent, in the currency of the prices
    /// @param backorders sum over items and bases
    public record Point(int index, double cost, double backorders) {}

    /// What is bought for a budget.
    ///
    /// @param plan stocks, held ones included
    /// @param cost money spent
    /// @param backorders sum over items and bases
    /// @param bound no plan for the budget has fewer backorders than this, up to what the ends of
    ///   the curves leave
    public record Bought(StockPlan plan, double cost, double backorders, double bound) {}

    private SparesCurve(
            Portfolio portfolio,
            SupplyMethod method,
            double residual,
            int[] first,
            int[] added,
            int[] depot,
            double[] left) {
        this.portfolio = portfolio;
        this.method = method;
        this.residual = residual;
        this.first = first;
        this.added = added;
        this.depot = depot;
        this.left = left;
        int pieces = added.length - portfolio.items;
        order = order(pieces);
        cost = new double[pieces + 1];
        backorders = new double[pieces + 1];
        double sum = 0;
        for (int j = 0; j < portfolio.items; j++) {
            sum += left[first[j]];
        }
        backorders[0] = sum;
        var itemOf = items();
        for (int k = 0; k < pieces; k++) {
            int v = order[k];
            cost[k + 1] = cost[k] + portfolio.price[itemOf[v]] * (added[v] - added[v - 1]);
            backorders[k + 1] = backorders[k] - (left[v - 1] - left[v]);
        }
    }

    /// The curve by two moments.
    public static SparesCurve of(Portfolio portfolio) {
        return of(portfolio, SupplyMethod.VARI_METRIC, RESIDUAL);
    }

    /// The curve by a method.
    ///
    /// @param method exact only where the rates of all items are certain (spread 0)
    /// @param residual share of an item's first backorders at which its curve ends, above 0, below
    ///   1
    public static SparesCurve of(Portfolio portfolio, SupplyMethod method, double residual) {
        if (!(residual > 0 && residual < 1)) {
            throw new IllegalArgumentException(
                    "The residual (%s) must lie between 0 and 1.".formatted(residual));
        }
        if (method != SupplyMethod.VARI_METRIC) {
            for (double c : portfolio.spread) {
                if (c != 0) {
                    throw new IllegalArgumentException(
                            "The method (%s) needs certain rates; a spread is (%s).%nMaybe use two moments."
                                    .formatted(method, c));
                }
            }
        }
        var work = new ItemCurve(portfolio, method, residual);
        int n = portfolio.items;
        int[] first = new int[n + 1];
        int[] added = new int[16 * n + 16];
        int[] depot = new int[added.length];
        double[] left = new double[added.length];
        for (int j = 0; j < n; j++) {
            work.solve(j);
            int to = first[j] + work.vertices;
            if (to > added.length) {
                int more = StrictMath.max(to, added.length + (added.length >> 1));
                added = Arrays.copyOf(added, more);
                depot = Arrays.copyOf(depot, more);
                left = Arrays.copyOf(left, more);
            }
            System.arraycopy(work.added, 0, added, first[j], work.vertices);
            System.arraycopy(work.depot, 0, depot, first[j], work.vertices);
            System.arraycopy(work.backorders, 0, left, first[j], work.vertices);
            first[j + 1] = to;
        }
        return new SparesCurve(
                portfolio,
                method,
                residual,
                first,
                Arrays.copyOf(added, first[n]),
                Arrays.copyOf(depot, first[n]),
                Arrays.copyOf(left, first[n]));
    }

    /// The curve after one item has changed its price, demand or held stock; the hulls of the
    /// others are kept.
    ///
    /// @param changed the portfolio, equal to the old one but for the item
    public SparesCurve with(Portfolio changed, int item) {
        if (changed.items != portfolio.items || changed.bases != portfolio.bases) {
            throw new IllegalArgumentException(
                    "The changed portfolio (%d items, %d bases) must have the size of the old (%d, %d)."
                            .formatted(
                                    changed.items,
                                    changed.bases,
                                    portfolio.items,
                                    portfolio.bases));
        }
        var work = new ItemCurve(changed, method, residual);
        work.solve(item);
        int shift = work.vertices - (first[item + 1] - first[item]);
        int[] newFirst = first.clone();
        for (int j = item + 1; j < newFirst.length; j++) {
            newFirst[j] += shift;
        }
        return new SparesCurve(
                changed,
                method,
                residual,
                newFirst,
                spliced(added, work.added, item, work.vertices),
                spliced(depot, work.depot, item, work.vertices),
                spliced(left, work.backorders, item, work.vertices));
    }

    private int[] spliced(int[] all, int[] with, int item, int count) {
        int from = first[item];
        int to = first[item + 1];
        int[] r = Arrays.copyOf(all, all.length + count - (to - from));
        System.arraycopy(with, 0, r, from, count);
        System.arraycopy(all, to, r, from + count, all.length - to);
        return r;
    }

    private double[] spliced(double[] all, double[] with, int item, int count) {
        int from = first[item];
        int to = first[item + 1];
        double[] r = Arrays.copyOf(all, all.length + count - (to - from));
        System.arraycopy(with, 0, r, from, count);
        System.arraycopy(all, to, r, from + count, all.length - to);
        return r;
    }

    /// Sorts the pieces by falling gain. The key holds the gain as a float above the vertex, so
    /// that pieces of one item, whose gains never rise, keep their order also when floats are
    /// equal.
    private int[] order(int pieces) {
        long[] keys = new long[pieces];
        int k = 0;
        for (int j = 0; j < portfolio.items; j++) {
            int bits = Integer.MAX_VALUE;
            for (int v = first[j] + 1; v < first[j + 1]; v++) {
                double gain =
                        (left[v - 1] - left[v]) / (portfolio.price[j] * (added[v] - added[v - 1]));
                bits = StrictMath.min(bits, Float.floatToIntBits((float) gain));
                keys[k++] = (long) ~bits << 32 | v;
            }
        }
        Arrays.sort(keys);
        int[] sorted = new int[pieces];
        for (int i = 0; i < pieces; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }

    /// Item of each vertex.
    private int[] items() {
        int[] of = new int[added.length];
        for (int j = 0; j < portfolio.items; j++) {
            Arrays.fill(of, first[j], first[j + 1], j);
        }
        return of;
    }

    /// What the curve is about.
    public Portfolio portfolio() {
        return portfolio;
    }

    /// Number of points, that of nothing bought included.
    public int points() {
        return cost.length;
    }

    /// Point `index`, 0 to [#points] - 1, cost rising.
    public Point at(int index) {
        return new Point(index, cost[index], backorders[index]);
    }

    /// The last point that a budget pays for.
    ///
    /// @param budget 0 or more
    public Point atBudget(double budget) {
        double limit = Require.notNegative("budget", budget) * (1 + 1e-12);
        int low = 0;
        int high = cost.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (cost[middle] <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return at(low);
    }

    /// Hull of one item.
    public List<Vertex> hull(int item) {
        var all = new ArrayList<Vertex>();
        for (int v = first[item]; v < first[item + 1]; v++) {
            all.add(new Vertex(added[v], depot[v], left[v]));
        }
        return List.copyOf(all);
    }

    /// Stocks at a point, worked out anew from the hulls.
    public StockPlan plan(Point point) {
        return plan(reached(point.index()));
    }

    /// Vertex of each item at a point.
    private int[] reached(int index) {
        int[] at = Arrays.copyOf(first, portfolio.items);
        var itemOf = items();
        for (int k = 0; k < index; k++) {
            at[itemOf[order[k]]] = order[k];
        }
        return at;
    }

    private StockPlan plan(int[] at) {
        var work = new ItemCurve(portfolio, method, residual);
        int[] depots = new int[portfolio.items];
        int[] base = portfolio.held.clone();
        for (int j = 0; j < portfolio.items; j++) {
            depots[j] = depot[at[j]];
            int units = added[at[j]] - (depots[j] - portfolio.heldDepot[j]);
            if (units > 0) {
                work.allocate(j, depots[j], units, base);
            }
        }
        return new StockPlan(depots, base);
    }

    /// What is bought for a budget: the last point that it pays for, and from what is left over the
    /// next pieces that still fit, in the order of the curve.
    ///
    /// @param budget 0 or more
    public Bought bought(double budget) {
        Point point = atBudget(budget);
        int[] at = reached(point.index());
        var itemOf = items();
        double spent = point.cost();
        double owed = point.backorders();
        double bound = owed;
        double limit = budget * (1 + 1e-12);
        for (int k = point.index(); k < order.length; k++) {
            int v = order[k];
            int j = itemOf[v];
            double price = portfolio.price[j] * (added[v] - added[v - 1]);
            if (k == point.index()) {
                bound -= (left[v - 1] - left[v]) / price * (budget - spent);
            }
            if (at[j] == v - 1 && spent + price <= limit) {
                at[j] = v;
                spent += price;
                owed -= left[v - 1] - left[v];
            }
        }
        return new Bought(plan(at), spent, owed, StrictMath.min(bound, owed));
    }

    /// Backorders of any plan, by the method of the curve.
    public double backorders(StockPlan plan) {
        return StockValue.of(portfolio, plan, method).backorders();
    }

    /// Points spread evenly over the curve's cost, the first and the last included.
    ///
    /// @param count 2 or more
    public List<Point> sample(int count) {
        Require.atLeast("number of points", count, 2);
        var all = new ArrayList<Point>();
        int last = -1;
        for (int i = 0; i < count; i++) {
            Point p = atBudget(cost[cost.length - 1] * i / (count - 1.0));
            if (p.index() != last) {
                all.add(p);
                last = p.index();
            }
        }
        return all;
    }
}
