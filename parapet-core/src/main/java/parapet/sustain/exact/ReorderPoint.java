package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// Stock under continuous review, ordered in lots.
///
/// Poisson demand of single units, full backorder, fixed lead time L. When on hand plus on order
/// minus backorders falls to r, q units are ordered. That position is uniform on r+1..r+q, and with
/// D = Poisson(λ L)
///
///     backorders = 1/q Σ_(y=r+1)^(r+q) E[(D-y)+]                      [Hadley and Whitin 1963]
///
/// and likewise for on hand and for the fill rate P(D ≤ y-1).
public final class ReorderPoint {
    private static final double MOST_TERMS = 5e9;

    private ReorderPoint() {}

    /// The policy.
    ///
    /// @param reorderPoint r, -q or more
    /// @param orderQuantity q, 1 or more
    public record Policy(int reorderPoint, int orderQuantity) {
        public Policy {
            Require.between("orderQuantity", orderQuantity, 1, 10_000_000);
            Require.between("reorderPoint", reorderPoint, -orderQuantity, 10_000_000);
        }
    }

    /// What things cost, in one currency.
    ///
    /// @param holding per unit on hand and unit of time
    /// @param backorder per unit owed and unit of time
    /// @param order per order
    public record Costs(double holding, double backorder, double order) {
        public Costs {
            Require.notNegative("holding cost", holding);
            Require.notNegative("backorder cost", backorder);
            Require.notNegative("order cost", order);
        }
    }

    /// The stock in the long run.
    ///
    /// @param expectedBackorders mean units owed
    /// @param fillRate share of demands that find stock
    /// @param expectedOnHand mean units on hand
    /// @param ordersPerTime λ / q
    public record Result(
            double expectedBackorders,
            double fillRate,
            double expectedOnHand,
            double ordersPerTime) {
        /// Cost per unit of time.
        public double costRate(Costs costs) {
            return costs.order() * ordersPerTime
                    + costs.holding() * expectedOnHand
                    + costs.backorder() * expectedBackorders;
        }
    }

    /// The stock in the long run.
    ///
    /// @param demandRate λ, 0 or more
    /// @param leadTime L, 0 or more
    public static Result solve(double demandRate, double leadTime, Policy policy) {
        Require.notNegative("demandRate", demandRate);
        DiscreteLaw demand =
                new Poisson(demandRate * Require.notNegative("leadTime", leadTime)).law();
        double backorders = 0;
        double filled = 0;
        double onHand = 0;
        int q = policy.orderQuantity();
        if ((double) q * demand.largest() > MOST_TERMS) {
            throw new IllegalArgumentException(
                    "The lead-time demand (%s) times the orderQuantity (%d) is too large to be summed."
                            .formatted(demandRate * leadTime, q));
        }
        for (int y = policy.reorderPoint() + 1; y <= policy.reorderPoint() + q; y++) {
            backorders += demand.expectedExcess(y);
            filled += demand.cdf(y - 1);
            onHand += demand.expectedShortfall(y);
        }
        return new Result(backorders / q, filled / q, onHand / q, demandRate / q);
    }
}
