package parapet.scenario;

import java.time.Month;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.programme.Discounting;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;

/// Currencies, exchange rates and discounting.
public record Money(
        @Key(
                        value = "Currency in which totals are shown first",
                        otherwise = Currencies.PIVOT,
                        example = Currencies.EXAMPLE)
                String reporting,
        @Key(
                        value = "Further currencies in which totals are shown",
                        example = "[" + Currencies.PIVOT + "]")
                List<String> alsoIn,
        @Key(
                        "Other currencies than "
                                + Currencies.PIVOT
                                + ", each with its rate: units of it for one "
                                + Currencies.PIVOT)
                Map<String, Rate> rates,
        @Key(
                        value =
                                "Yearly rate at which later money counts less (0 for none); used for present values only",
                        dimension = Dimension.RATE,
                        range = Key.Range.NOT_NEGATIVE,
                        otherwise = "0 %/year")
                Quantity discount,
        @Key(
                        value =
                                "When money counts as paid for present values: on its `day`, or all money of a fiscal year at its"
                                        + " `begin`, `mid` or `end`, or evenly over it (`continuous`)",
                        otherwise = "day")
                Discounting.Convention timing,
        @Key(
                        value =
                                "Day to which present values are brought; without it, the first simulated day",
                        dimension = Dimension.DATE)
                @Nullable Quantity valueOn,
        @Key(value = "Month in which the fiscal year begins", otherwise = "april") Month fiscalYear,
        @Key(
                        value =
                                "Day of whose prices the prices outside contracts are, and in whose money real cost is told;"
                                        + " without it, the first simulated day",
                        dimension = Dimension.DATE)
                @Nullable Quantity pricesOf,
        @Key(
                        value =
                                "Yearly rise of all prices in the reporting currency; used for real cost only",
                        dimension = Dimension.RATE,
                        otherwise = "0 %/year",
                        example = "4 %/year")
                Quantity inflation,
        @Key("Price indices that contracts name") Map<String, Index> indices,
        @Key("Yearly rise of prices outside contracts; without it, they stay those of `pricesOf`")
                @Nullable Escalation escalation,
        @Key(
                        value =
                                "Money granted by fiscal year, such as 2027-28; each year's cost is compared with it",
                        example = "{2027-28: \"500 million " + Currencies.EXAMPLE + "\"}")
                Map<String, Budget> budgets) {
    public Money {
        alsoIn = List.copyOf(alsoIn);
    }

    /// The currencies in which money is shown: the reporting one first, then the others.
    public List<String> shown() {
        return Currencies.shown(reporting, alsoIn);
    }

    /// A price index: 1 on the first simulated day, then a yearly rise and scatter.
    ///
    ///     I(t+1) = I(t) exp(rise + scatter Z),   Z standard normal, one draw a year
    public record Index(
            @Key(
                            value = "Mean yearly rise, as a logarithm",
                            dimension = Dimension.RATE,
                            otherwise = "0 %/year",
                            example = "4 %/year")
                    Quantity rise,
            @Key(
                            value = "Yearly scatter",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity scatter) {}

    /// How prices outside contracts rise a year.
    public record Escalation(
            @Key(value = "New parts", dimension = Dimension.RATE, otherwise = "0 %/year")
                    Quantity parts,
            @Key(value = "Repairs", dimension = Dimension.RATE, otherwise = "0 %/year")
                    Quantity repairs,
            @Key(
                            value = "Overhauls, upgrades and recertification",
                            dimension = Dimension.RATE,
                            otherwise = "0 %/year")
                    Quantity tasks,
            @Key(
                            value = "Yearly cost of units and sites",
                            dimension = Dimension.RATE,
                            otherwise = "0 %/year")
                    Quantity running,
            @Key(
                            value = "Opening of sites, close-in layers",
                            dimension = Dimension.RATE,
                            otherwise = "0 %/year")
                    Quantity investment) {}

    /// Money granted for one fiscal year.
    public record Budget(
            @Key(
                            value = "Amount",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "500 million " + Currencies.EXAMPLE)
                    Quantity amount) {}

    /// The rate of one currency: known values from claims, then a drift and a yearly scatter.
    ///
    ///     R(t+1) = R(t) exp(drift + scatter Z),   Z standard normal, one draw a year
    public record Rate(
            @Key(
                            value =
                                    "Key of the claims with the known rates, units of this currency for one "
                                            + Currencies.PIVOT
                                            + ", each with the day, month or year for which it holds",
                            example = "exchange-rates")
                    String series,
            @Key(
                            value = "Yearly change after the last known rate",
                            dimension = Dimension.RATE,
                            otherwise = "0 %/year")
                    Quantity drift,
            @Key(
                            value = "Yearly scatter after the last known rate",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity scatter) {}
}
