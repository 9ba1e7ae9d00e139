package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;
import parapet.sustain.exact.LastTimeBuy;

/// How much to buy when it can be bought for the last time: the newsvendor with an uncertain rate.
///
/// Demand D over the rest of life is negative binomial ([LastTimeBuy]). With price c, cost p of a
/// unit that is missing and salvage v of one left over, the expected cost
///
///     c Q + p E[(D-Q)+] - v E[(Q-D)+]
///
/// is least at the least Q with P(D ≤ Q) ≥ (p - c) / (p - v). Holding and discounting are outside;
/// put them into v.
public final class LastBuy {
    private LastBuy() {}

    /// One quantity.
    ///
    /// @param units Q
    /// @param cost c Q
    /// @param sufficient P(D ≤ Q)
    /// @param missing `E[(D-Q)+]`
    /// @param left `E[(Q-D)+]`
    /// @param expectedCost of all
    public record Row(
            int units,
            double cost,
            double sufficient,
            double missing,
            double left,
            double expectedCost) {}

    /// Money of one unit.
    ///
    /// @param price c, more than 0
    /// @param shortage p, more than c
    /// @param salvage v, below c; negative when disposal costs
    public record Money(double price, double shortage, double salvage) {
        public Money {
            Require.positive("price", price);
            if (!(shortage > price && shortage < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The cost of a shortage (%s) must exceed the price (%s), or nothing is bought."
                                .formatted(shortage, price));
            }
            if (!(salvage < price && salvage > Double.NEGATIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The salvage (%s) must be below the price (%s), or no end is seen."
                                .formatted(salvage, price));
            }
        }

        /// Probability of having enough that is worth its money.
        public double criticalRatio() {
            return (shortage - price) / (shortage - salvage);
        }
    }

    /// One quantity weighed.
    public static Row row(DiscreteLaw demand, int units, Money money) {
        Require.atLeast("units", units, 0);
        double missing = demand.expectedExcess(units);
        double left = demand.expectedShortfall(units);
        return new Row(
                units,
                money.price() * units,
                demand.cdf(units),
                missing,
                left,
                money.price() * units + money.shortage() * missing - money.salvage() * left);
    }

    /// The cheapest quantity.
    public static Row best(DiscreteLaw demand, Money money) {
        return row(demand, demand.quantile(money.criticalRatio()), money);
    }

    /// The quantities that suffice with given probabilities, each below 1.
    public static List<Row> rows(DiscreteLaw demand, Money money, double... confidences) {
        var rows = new ArrayList<Row>();
        for (double c : confidences) {
            rows.add(row(demand, LastTimeBuy.unitsToBuy(demand, c), money));
        }
        return List.copyOf(rows);
    }
}
