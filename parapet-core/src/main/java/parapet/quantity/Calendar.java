package parapet.quantity;

import java.time.LocalDate;

/// The way between calendar days and simulation ticks (microseconds since the scenario's start,
/// midnight UTC).
///
/// @param start the day of tick 0
public record Calendar(LocalDate start) {
    /// Ticks in a second and in a day.
    public static final long SECOND = 1_000_000L;

    /// Ticks in a day.
    public static final long DAY = 86_400L * SECOND;

    /// Midnight at which `date` begins; negative before the start.
    public long tick(LocalDate date) {
        return (date.toEpochDay() - start.toEpochDay()) * DAY;
    }

    /// The tick of a day count since 1970-01-01, fractions allowed.
    public long tickOfEpochDay(double epochDay) {
        return Math.round((epochDay - start.toEpochDay()) * DAY);
    }

    /// The day in which `tick` falls.
    public LocalDate date(long tick) {
        return start.plusDays(Math.floorDiv(tick, DAY));
    }

    /// Ticks of a duration in seconds, rounded to the nearest.
    public static long ticks(double seconds) {
        return Math.round(seconds * SECOND);
    }

    /// Seconds of a duration in ticks.
    public static double seconds(long ticks) {
        return ticks / (double) SECOND;
    }

    /// Adds without running over the end of time, which stands for never.
    public static long later(long tick, long delay) {
        return delay == Long.MAX_VALUE || (delay > 0 && tick > Long.MAX_VALUE - delay)
                ? Long.MAX_VALUE
                : tick + delay;
    }

    /// Adds seconds without running over the end of time; infinitely many stand for never.
    public static long laterSec(long tick, double seconds) {
        return later(tick, ticks(seconds));
    }
}
