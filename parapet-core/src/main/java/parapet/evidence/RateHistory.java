package parapet.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Span;

/// Known exchange rates of one currency, in units of it for one of [Currencies#PIVOT], as a step
/// function. Each claim holds for a period: a day, a month, a year.
///
/// - On a day that lies in known periods, the shortest of them holds: a month before its year, a
///   day before its month. Of two equal periods the better grade holds, then the later row.
/// - Between and after periods, the one that ended last holds on; of several that ended on one day,
///   the shortest.
/// - Before the first period, the one that begins first holds.
///
/// A rate is known from the last day of its period, or from the day it was made where the claim
/// says so: what the year brought is not known before the year is over.
public final class RateHistory {
    private final List<Period> periods;
    private final NavigableMap<LocalDate, Double> steps = new TreeMap<>();

    /// One known rate.
    private record Period(
            LocalDate first, LocalDate last, LocalDate known, double rate, Grade grade, int row) {
        static final Comparator<Period> SHORTEST =
                Comparator.comparingLong(Period::days)
                        .thenComparing(Period::grade)
                        .thenComparing(Comparator.comparingInt(Period::row).reversed());

        static final Comparator<Period> LATEST =
                Comparator.comparing(Period::last).reversed().thenComparing(SHORTEST);

        static final Comparator<Period> FIRST =
                Comparator.comparing(Period::first).thenComparing(SHORTEST);

        long days() {
            return ChronoUnit.DAYS.between(first, last);
        }

        boolean holds(LocalDate from, LocalDate to) {
            return !from.isBefore(first) && !to.isAfter(last);
        }
    }

    private RateHistory(List<Period> periods) {
        this.periods = List.copyOf(periods);
        var days = new TreeSet<LocalDate>();
        for (Period p : periods) {
            days.add(p.first);
            days.add(p.last.plusDays(1));
        }
        double before = Double.NaN;
        for (LocalDate day : days) {
            double rate = on(day);
            if (rate != before) {
                steps.put(day, rate);
                before = rate;
            }
        }
    }

    /// The history of a currency in the claims with key `series`, as far as they were known on
    /// `asOf`. Claims in another pair of currencies are no part of it.
    ///
    /// @return the history, or null when no rate was known
    public static @Nullable RateHistory of(
            Map<String, Claim> claims, String series, String currency, LocalDate asOf) {
        var periods = new ArrayList<Period>();
        int row = 0;
        for (Claim claim : claims.values()) {
            row++;
            Period period = period(claim, series, currency, row);
            if (period != null && !period.known.isAfter(asOf)) {
                periods.add(period);
            }
        }
        return periods.isEmpty() ? null : new RateHistory(periods);
    }

    /// The first day on which a claim with key `series` was known as a rate of the currency; null
    /// when it is none.
    public static @Nullable LocalDate knownFrom(Claim claim, String series, String currency) {
        Period period = period(claim, series, currency, 0);
        return period == null ? null : period.known;
    }

    private static @Nullable Period period(Claim claim, String series, String currency, int row) {
        Span span = claim.span();
        LocalDate first = claim.appliesFrom();
        LocalDate last = claim.asOf();
        if (!claim.of().equals(series)
                || claim.dimension() != Dimension.EXCHANGE
                || span == null
                || !(currency + "/" + Currencies.PIVOT).equals(span.currency())
                || first == null
                || last == null) {
            return null;
        }
        LocalDate made = claim.madeOn();
        LocalDate known = made != null && made.isAfter(last) ? made : last;
        return new Period(first, last, known, span.typical(), claim.grade(), row);
    }

    /// The rate that holds on `day`.
    public double on(LocalDate day) {
        return periods.stream()
                .filter(p -> p.holds(day, day))
                .min(Period.SHORTEST)
                .or(() -> periods.stream().filter(p -> p.last.isBefore(day)).min(Period.LATEST))
                .or(() -> periods.stream().min(Period.FIRST))
                .orElseThrow()
                .rate;
    }

    /// The rate for a value that applies to the time from `first` to `last`: that of the shortest
    /// known period that holds all of it, else the rate of the last day. So an amount of a year is
    /// converted by the mean of the year, not by that of its December.
    public double over(LocalDate first, LocalDate last) {
        return periods.stream()
                .filter(p -> p.holds(first, last))
                .min(Period.SHORTEST)
                .map(Period::rate)
                .orElseGet(() -> on(last));
    }

    /// The first day on which any of these rates was known.
    public LocalDate knownFrom() {
        return periods.stream().map(Period::known).min(Comparator.naturalOrder()).orElseThrow();
    }

    /// First day of the first known rate.
    public LocalDate firstDay() {
        return periods.stream().map(Period::first).min(Comparator.naturalOrder()).orElseThrow();
    }

    /// Last day of the last known rate.
    public LocalDate lastDay() {
        return periods.stream().map(Period::last).max(Comparator.naturalOrder()).orElseThrow();
    }

    /// The steps: first day and rate.
    public NavigableMap<LocalDate, Double> steps() {
        return Collections.unmodifiableNavigableMap(steps);
    }
}
