package parapet.evidence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Dimension;
import parapet.quantity.Span;

/// Known exchange rates of one currency, in units of it per US dollar, as a step function: each
/// rate holds from the first day of its period until the next one begins. Before the first rate the
/// first one holds.
public final class RateHistory {
    private final NavigableMap<LocalDate, Double> rates;
    private final LocalDate lastDay;

    private RateHistory(NavigableMap<LocalDate, Double> rates, LocalDate lastDay) {
        this.rates = rates;
        this.lastDay = lastDay;
    }

    /// The history in the claims with key `series`, as far as they lie on or before `asOf`. Where
    /// two claims speak of the same day the better grade holds, then the later in the table.
    ///
    /// @return the history, or null when no claim of the series is known
    public static @Nullable RateHistory of(
            Map<String, Claim> claims, String series, LocalDate asOf) {
        var rates = new TreeMap<LocalDate, Double>();
        var grades = new TreeMap<LocalDate, Grade>();
        for (Claim claim : claims.values()) {
            Span span = claim.span();
            LocalDate day = claim.asOf();
            if (!claim.of().equals(series)
                    || claim.dimension() != Dimension.EXCHANGE
                    || span == null
                    || day == null
                    || day.isAfter(asOf)) {
                continue;
            }
            Grade known = grades.get(day);
            if (known == null || claim.grade().compareTo(known) <= 0) {
                rates.put(day, span.typical());
                grades.put(day, claim.grade());
            }
        }
        if (rates.isEmpty()) {
            return null;
        }
        var steps = new TreeMap<LocalDate, Double>();
        LocalDate from = rates.firstKey().minusYears(1);
        for (var rate : rates.entrySet()) {
            steps.put(from.plusDays(1), rate.getValue());
            from = rate.getKey();
        }
        return new RateHistory(steps, rates.lastKey());
    }

    /// The rate that holds on `date`, units per US dollar.
    public double perUsd(LocalDate date) {
        var entry = rates.floorEntry(date);
        return entry == null ? rates.firstEntry().getValue() : entry.getValue();
    }

    /// Last day of the last known rate.
    public LocalDate lastDay() {
        return lastDay;
    }

    /// The steps: first day and rate.
    public NavigableMap<LocalDate, Double> steps() {
        return Collections.unmodifiableNavigableMap(rates);
    }
}
