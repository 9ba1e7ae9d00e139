package parapet.programme;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import parapet.quantity.Currencies;

/// Exchange rates of one draw over the simulated time, as step functions in units of each currency
/// for one of [Currencies#PIVOT].
public final class Rates {
    private final Map<String, NavigableMap<Long, Double>> perPivot = new HashMap<>();

    /// Rates by currency: tick from which each holds, and units for one of the pivot. Before the
    /// first step the first rate holds. The pivot itself need not be given.
    public Rates(Map<String, NavigableMap<Long, Double>> perPivot) {
        perPivot.forEach((currency, steps) -> this.perPivot.put(currency, new TreeMap<>(steps)));
    }

    /// Units of `currency` for one of the pivot at `tick`.
    ///
    /// @throws IllegalArgumentException if the currency has no rate
    public double perPivot(String currency, long tick) {
        if (currency.equals(Currencies.PIVOT)) {
            return 1;
        }
        NavigableMap<Long, Double> steps = perPivot.get(currency);
        if (steps == null || steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "The currency (%s) has no exchange rate.%nMaybe add it to money.rates."
                            .formatted(currency));
        }
        var entry = steps.floorEntry(tick);
        return entry == null ? steps.firstEntry().getValue() : entry.getValue();
    }

    /// Whether amounts in `currency` can be converted.
    public boolean knows(String currency) {
        return currency.equals(Currencies.PIVOT) || perPivot.containsKey(currency);
    }

    /// An amount in another currency, at the rates of `tick`.
    public double convert(double amount, String from, String to, long tick) {
        return from.equals(to) ? amount : amount / perPivot(from, tick) * perPivot(to, tick);
    }
}
