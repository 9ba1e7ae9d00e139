package parapet.programme;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Exchange rates of one draw over the simulated time, as step functions in units of each currency
/// per US dollar.
public final class Rates {
    private final Map<String, NavigableMap<Long, Double>> perUsd = new HashMap<>();

    /// Rates by currency: tick from which each holds, and units per US dollar. Before the first
    /// step the first rate holds. The dollar itself need not be given.
    public Rates(Map<String, NavigableMap<Long, Double>> perUsd) {
        perUsd.forEach((currency, steps) -> this.perUsd.put(currency, new TreeMap<>(steps)));
    }

    /// Units of `currency` per US dollar at `tick`.
    ///
    /// @throws IllegalArgumentException if the currency has no rate
    public double perUsd(String currency, long tick) {
        if (currency.equals("USD")) {
            return 1;
        }
        NavigableMap<Long, Double> steps = perUsd.get(currency);
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
        return currency.equals("USD") || perUsd.containsKey(currency);
    }

    /// An amount in another currency, at the rates of `tick`.
    public double convert(double amount, String from, String to, long tick) {
        return from.equals(to) ? amount : amount / perUsd(from, tick) * perUsd(to, tick);
    }
}
