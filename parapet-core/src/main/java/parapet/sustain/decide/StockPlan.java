package parapet.sustain.decide;

import java.util.Arrays;

/// How many units of every item lie where. Immutable.
public final class StockPlan {
    private final int[] depot;
    private final int[] base;
    private final int bases;

    /// Stocks by item, and by `item * bases + base`.
    StockPlan(int[] depot, int[] base) {
        this.depot = depot.clone();
        this.base = base.clone();
        this.bases = depot.length == 0 ? 0 : base.length / depot.length;
    }

    /// Number of items.
    public int items() {
        return depot.length;
    }

    /// Stock of an item at its depot.
    public int depot(int item) {
        return depot[item];
    }

    /// Stock of an item at a base.
    public int base(int item, int atBase) {
        return base[item * bases + atBase];
    }

    /// Units of an item everywhere.
    public int units(int item) {
        int sum = depot[item];
        for (int i = item * bases; i < (item + 1) * bases; i++) {
            sum += base[i];
        }
        return sum;
    }

    /// The same plan with one stock changed.
    ///
    /// @param atBase base, or -1 for the depot
    public StockPlan with(int item, int atBase, int stock) {
        int[] d = depot.clone();
        int[] b = base.clone();
        if (atBase < 0) {
            d[item] = stock;
        } else {
            b[item * bases + atBase] = stock;
        }
        return new StockPlan(d, b);
    }

    /// The same units of every item, all at its depot.
    public StockPlan atDepots() {
        int[] d = new int[depot.length];
        for (int j = 0; j < d.length; j++) {
            d[j] = units(j);
        }
        return new StockPlan(d, new int[base.length]);
    }

    /// Price of all units.
    ///
    /// @param portfolio for the prices
    public double cost(Portfolio portfolio) {
        double sum = 0;
        for (int j = 0; j < depot.length; j++) {
            sum += portfolio.price(j) * units(j);
        }
        return sum;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof StockPlan p
                && Arrays.equals(depot, p.depot)
                && Arrays.equals(base, p.base);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(depot) + Arrays.hashCode(base);
    }
}
