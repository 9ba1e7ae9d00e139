package parapet.view.read;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import parapet.io.results.RunInfo;
import parapet.quantity.FiscalYears;
import parapet.quantity.Measures;

/// The time that a run simulates, and how much of it lies ahead of the as-of date. Its first and
/// its last fiscal year may be simulated in part.
///
/// @param first first day simulated
/// @param last last day simulated
/// @param asOf day up to which the evidence is used
/// @param books years of the books
public record SimulatedTime(LocalDate first, LocalDate last, LocalDate asOf, FiscalYears books) {
    /// The time of a run.
    public static SimulatedTime of(RunInfo run) {
        return new SimulatedTime(
                run.frame().start(), run.frame().end(), run.asOf(), run.frame().fiscalYears());
    }

    /// Days simulated of the fiscal years `from` to `to`, both included; 0 where there is none.
    public long days(int from, int to) {
        return days(later(first, books.start(from)), earlier(last, books.last(to)));
    }

    /// The same in years.
    public double years(int from, int to) {
        return days(from, to) / Measures.DAYS_PER_YEAR;
    }

    /// Whether any day is simulated after the as-of date.
    public boolean goesOn() {
        return asOf.isBefore(last);
    }

    /// Years from the as-of date on; where none lies ahead, of all that is simulated.
    public double yearsAhead() {
        return days(goesOn() ? later(first, asOf) : first, last) / Measures.DAYS_PER_YEAR;
    }

    /// The first fiscal year of which no day simulated lies before the as-of date; empty where
    /// there is none.
    public OptionalInt firstAhead() {
        int year = Math.max(books.of(asOf), firstYear());
        if (later(first, books.start(year)).isBefore(asOf)) {
            year++;
        }
        return books.start(year).isAfter(last) ? OptionalInt.empty() : OptionalInt.of(year);
    }

    /// The first fiscal year of which any day is simulated.
    public int firstYear() {
        return books.of(first);
    }

    private static long days(LocalDate from, LocalDate to) {
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
