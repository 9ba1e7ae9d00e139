package parapet.sustain.decide;

import java.util.Arrays;
import parapet.stats.Require;

/// Many items, each held at a depot and at bases, in flat arrays.
///
/// Of item j, the units that the depot owes itself are X0 with mean m0; a base b has Poisson
/// arrivals of its own of mean o_b (repaired at the base, or on the way from the depot) and the share
/// f_b of the depot's backorders. The rates of one item may be uncertain by one common factor G,
/// gamma with mean 1 and coefficient of variation c, so that pipelines are negative binomial:
///
///     X0 | G ~ Poisson(G m0),   X_b | G ~ Poisson(G o_b) + Binomial((X0 - s0)+, f_b)
///
/// `free` holes of a base do not hurt (launchers beyond those that must work); a backorder is
/// counted only beyond them: E[(X_b - s_b - free_b)+]. `held` stock is there already and costs
/// nothing; nothing is taken away from where it is. A single site is an item with one base and no
/// depot pipeline. Shared queues, lateral supply and the fall of demand while units are down are
/// outside.
///
/// Arrays with an index `item * bases + base`; immutable once built. Memory: 28 bytes for each item and
/// base.
public final class Portfolio {
    final int items;
    final int bases;
    final double[] price;
    final double[] depotMean;
    final double[] spread;
    final int[] heldDepot;
    final double[] own;
    final double[] share;
    final int[] held;
    final int[] free;

    private Portfolio(Builder b) {
        items = b.items;
        bases = b.bases;
        price = Arrays.copyOf(b.price, items);
        depotMean = Arrays.copyOf(b.depotMean, items);
        spread = Arrays.copyOf(b.spread, items);
        heldDepot = Arrays.copyOf(b.heldDepot, items);
        own = Arrays.copyOf(b.own, items * bases);
        share = Arrays.copyOf(b.share, items * bases);
        held = Arrays.copyOf(b.held, items * bases);
        free = Arrays.copyOf(b.free, items * bases);
    }

    /// Number of items.
    public int items() {
        return items;
    }

    /// Number of bases.
    public int bases() {
        return bases;
    }

    /// Price of one unit of an item.
    public double price(int item) {
        return price[item];
    }

    /// Mean number of units that the depot owes itself, m0.
    public double depotMean(int item) {
        return depotMean[item];
    }

    /// Coefficient of variation c of the rates of an item.
    public double spread(int item) {
        return spread[item];
    }

    /// Mean o_b of a base, without what the depot owes it.
    public double ownMean(int item, int base) {
        return own[item * bases + base];
    }

    /// Share f_b of a base in the depot's demand.
    public double share(int item, int base) {
        return share[item * bases + base];
    }

    /// Holes of a base that do not hurt.
    public int free(int item, int base) {
        return free[item * bases + base];
    }

    /// What is there already.
    public StockPlan held() {
        return new StockPlan(heldDepot, held);
    }

    /// The same portfolio with one item's price and demand changed.
    ///
    /// @param newPrice price of one unit, more than 0
    /// @param factor on every pipeline of the item, 0 or more
    public Portfolio with(int item, double newPrice, double factor) {
        var b = new Builder(bases, items);
        b.copy(this);
        b.price[item] = Require.positive("price", newPrice);
        double f = Require.notNegative("factor", factor);
        b.depotMean[item] *= f;
        for (int i = item * bases; i < (item + 1) * bases; i++) {
            b.own[i] *= f;
        }
        return b.build();
    }

    /// The same portfolio with every pipeline of item j times `factor[j]`.
    ///
    /// @param keepFree whether free holes stay free
    Portfolio scaled(double[] factor, boolean keepFree) {
        var b = new Builder(bases, items);
        b.copy(this);
        for (int j = 0; j < items; j++) {
            b.depotMean[j] *= factor[j];
            for (int i = j * bases; i < (j + 1) * bases; i++) {
                b.own[i] *= factor[j];
            }
        }
        if (!keepFree) {
            b.free = new int[b.free.length];
        }
        return b.build();
    }

    /// The same portfolio with certain rates.
    public Portfolio withoutSpread() {
        var b = new Builder(bases, items);
        b.copy(this);
        b.spread = new double[items];
        return b.build();
    }

    /// The same portfolio with other stocks held.
    public Portfolio withHeld(StockPlan plan) {
        var b = new Builder(bases, items);
        b.copy(this);
        for (int j = 0; j < items; j++) {
            b.heldDepot[j] = plan.depot(j);
            for (int i = 0; i < bases; i++) {
                b.held[j * bases + i] = plan.base(j, i);
            }
        }
        return b.build();
    }

    /// Grows a portfolio, item by item. Mutable, for one thread.
    public static final class Builder {
        private final int bases;
        private int items;
        private double[] price;
        private double[] depotMean;
        private double[] spread;
        private int[] heldDepot;
        private double[] own;
        private double[] share;
        private int[] held;
        private int[] free;

        /// A portfolio on so many bases.
        ///
        /// @param bases 1 to 10 000
        /// @param expectedItems a guess, for the memory
        public Builder(int bases, int expectedItems) {
            this.bases = Require.between("number of bases", bases, 1, 10_000);
            int n = StrictMath.max(4, expectedItems);
            price = new double[n];
            depotMean = new double[n];
            spread = new double[n];
            heldDepot = new int[n];
            own = new double[n * bases];
            share = new double[n * bases];
            held = new int[n * bases];
            free = new int[n * bases];
        }

        /// Adds an item whose bases are given by [#base]; they have no demand until then.
        ///
        /// @param itemPrice of one unit, more than 0
        /// @param meanAtDepot m0, 0 or more
        /// @param rateSpread c, 0 or more
        /// @return number of the item
        public int item(double itemPrice, double meanAtDepot, double rateSpread) {
            if (items == price.length) {
                grow(2 * items);
            }
            price[items] = Require.positive("price", itemPrice);
            depotMean[items] = Require.notNegative("depot pipeline", meanAtDepot);
            spread[items] = Require.notNegative("spread of the rate", rateSpread);
            return items++;
        }

        /// What base `base` asks of the item added last.
        ///
        /// @param ownMean o_b, 0 or more
        /// @param depotShare f_b, 0..1; all shares of an item add up to at most 1
        public void base(int base, double ownMean, double depotShare) {
            int i = (items - 1) * bases + Require.between("base", base, 0, bases - 1);
            own[i] = Require.notNegative("pipeline of a base", ownMean);
            share[i] = Require.share("share in the depot's demand", depotShare);
        }

        /// Stock that is there, and holes that do not hurt, of the item added last.
        public void held(int base, int stock, int freeHoles) {
            int i = (items - 1) * bases + Require.between("base", base, 0, bases - 1);
            held[i] = Require.atLeast("held stock", stock, 0);
            free[i] = Require.atLeast("free holes", freeHoles, 0);
        }

        /// Stock that the depot has of the item added last.
        public void heldAtDepot(int stock) {
            heldDepot[items - 1] = Require.atLeast("held stock", stock, 0);
        }

        /// The portfolio.
        public Portfolio build() {
            for (int j = 0; j < items; j++) {
                double sum = 0;
                for (int i = j * bases; i < (j + 1) * bases; i++) {
                    sum += share[i];
                }
                if (sum > 1 + 1e-9) {
                    throw new IllegalArgumentException(
                            "The shares of item (%d) add up to (%s), more than 1."
                                    .formatted(j, sum));
                }
            }
            return new Portfolio(this);
        }

        private void copy(Portfolio p) {
            items = p.items;
            price = p.price.clone();
            depotMean = p.depotMean.clone();
            spread = p.spread.clone();
            heldDepot = p.heldDepot.clone();
            own = p.own.clone();
            share = p.share.clone();
            held = p.held.clone();
            free = p.free.clone();
        }

        private void grow(int n) {
            price = Arrays.copyOf(price, n);
            depotMean = Arrays.copyOf(depotMean, n);
            spread = Arrays.copyOf(spread, n);
            heldDepot = Arrays.copyOf(heldDepot, n);
            own = Arrays.copyOf(own, n * bases);
            share = Arrays.copyOf(share, n * bases);
            held = Arrays.copyOf(held, n * bases);
            free = Arrays.copyOf(free, n * bases);
        }
    }
}
