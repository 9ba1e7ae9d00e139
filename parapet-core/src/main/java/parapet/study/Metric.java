package parapet.study;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A number that answers a question, and how it is measured. Whoever lists metrics needs no second
/// list: the measure belongs to the key.
///
/// @param key stable key, `kind/argument` or the kind alone, such as `ready-unit-years/2030-03-31`
/// @param kind what is measured, such as `ready-unit-years`
/// @param subject key of the raid it is about; null for others
/// @param currency code of the currency it is told in; null for what is no money
/// @param height height above the ground, m; null for what has none
/// @param first first day of the period it is about; null for what has none
/// @param date the day, or the last day of the period, it is about; null for what has none
/// @param label in words
/// @param unit unit for readers
/// @param higherIsBetter whether more is better
/// @param measure its value in one replication; null for what is measured over all of them
record Metric(
        String key,
        String kind,
        @Nullable String subject,
        @Nullable String currency,
        @Nullable Integer height,
        @Nullable LocalDate first,
        @Nullable LocalDate date,
        String label,
        String unit,
        boolean higherIsBetter,
        @Nullable Measure measure) {
    /// From what one replication came to, to a number.
    @FunctionalInterface
    interface Measure {
        /// The value in the unit of the metric.
        double of(Tallied one);
    }

    /// What is said of a metric to readers.
    ///
    /// @param label in words
    /// @param unit unit for readers
    /// @param higherIsBetter whether more is better
    record Said(String label, String unit, boolean higherIsBetter) {
        static Said more(String label, String unit) {
            return new Said(label, unit, true);
        }

        static Said less(String label, String unit) {
            return new Said(label, unit, false);
        }
    }

    /// A metric without an argument.
    static Metric of(String kind, Said said, @Nullable Measure measure) {
        return of(kind, kind, null, null, null, null, null, said, measure);
    }

    /// A metric of a day.
    static Metric on(LocalDate day, String kind, Said said, Measure measure) {
        return of(kind + "/" + day, kind, null, null, null, null, day, said, measure);
    }

    /// A metric of a period.
    static Metric over(LocalDate first, LocalDate last, String kind, Said said, Measure measure) {
        String key = kind + "/" + first + ".." + last;
        return of(key, kind, null, null, null, first, last, said, measure);
    }

    /// A metric of money that stands in several currencies, side by side.
    static Metric in(String currency, String kind, Said said, @Nullable Measure measure) {
        String key = kind + "-" + currency.toLowerCase(Locale.ROOT);
        return of(key, kind, null, currency, null, null, null, said, measure);
    }

    /// A metric of a height on a day.
    static Metric at(int height, LocalDate day, String kind, Said said, Measure measure) {
        String key = kind + "-" + height + "/" + day;
        return of(key, kind, null, null, height, null, day, said, measure);
    }

    /// A metric of a raid that comes on a day.
    static Metric of(String raid, LocalDate day, String kind, Said said, Measure measure) {
        String key = kind + "-" + raid + "/" + day;
        return of(key, kind, raid, null, null, null, day, said, measure);
    }

    private static Metric of(
            String key,
            String kind,
            @Nullable String subject,
            @Nullable String currency,
            @Nullable Integer height,
            @Nullable LocalDate first,
            @Nullable LocalDate date,
            Said said,
            @Nullable Measure measure) {
        return new Metric(
                key,
                kind,
                subject,
                currency,
                height,
                first,
                date,
                said.label,
                said.unit,
                said.higherIsBetter,
                measure);
    }

    /// The same with its currency, under the same key.
    Metric toldIn(String other) {
        return of(
                key,
                kind,
                subject,
                other,
                height,
                first,
                date,
                new Said(label, unit, higherIsBetter),
                measure);
    }

    /// The same under another key.
    Metric named(String other) {
        return of(
                other,
                kind,
                subject,
                currency,
                height,
                first,
                date,
                new Said(label, unit, higherIsBetter),
                measure);
    }

    /// The same of a period, under the same key.
    Metric during(LocalDate from, LocalDate to) {
        return of(
                key,
                kind,
                subject,
                currency,
                height,
                from,
                to,
                new Said(label, unit, higherIsBetter),
                measure);
    }
}
