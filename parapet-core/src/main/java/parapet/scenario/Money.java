package parapet.scenario;

import java.util.Map;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;

/// Currencies, exchange rates and discounting.
public record Money(
        @Key(value = "Currency in which totals are shown first", otherwise = "USD", example = "INR")
                String reporting,
        @Key("Other currencies than the US dollar, each with its rate per dollar")
                Map<String, Rate> rates,
        @Key(
                        value =
                                "Yearly rate at which later money counts less (0 for none); used for present values only",
                        dimension = Dimension.RATE,
                        range = Key.Range.NOT_NEGATIVE,
                        otherwise = "0 %/year")
                Quantity discount) {

    /// The rate of one currency: known values from claims, then a drift and a yearly scatter.
    ///
    ///     R(t+1) = R(t) exp(drift + scatter Z),   Z standard normal, one draw a year
    public record Rate(
            @Key(
                            value =
                                    "Key of the claims with the known rates, in units of this currency per US dollar, each"
                                            + " with its as-of date",
                            example = "inr-per-usd")
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
