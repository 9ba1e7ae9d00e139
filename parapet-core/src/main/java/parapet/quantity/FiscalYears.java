package parapet.quantity;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/// The years by which a ministry keeps its books. A fiscal year is named by the calendar year in
/// which it begins: with April as the first month, 2027-28 (number 2027) runs from 1 April 2027 to
/// 31 March 2028, both included.
///
/// @param first month in which the year begins
public record FiscalYears(Month first) {
    /// From April to March.
    public static final FiscalYears APRIL = new FiscalYears(Month.APRIL);

    /// The number of the fiscal year in which `date` lies.
    public int of(LocalDate date) {
        return date.getMonthValue() >= first.getValue() ? date.getYear() : date.getYear() - 1;
    }

    /// First day of a fiscal year.
    public LocalDate start(int year) {
        return LocalDate.of(year, first, 1);
    }

    /// Last day of a fiscal year.
    public LocalDate last(int year) {
        return start(year + 1).minusDays(1);
    }

    /// Share of its fiscal year that lies before `date`, 0 or more and less than 1.
    public double elapsed(LocalDate date) {
        LocalDate start = start(of(date));
        return ChronoUnit.DAYS.between(start, date)
                / (double) ChronoUnit.DAYS.between(start, start.plusYears(1));
    }

    /// Name for readers: 2027-28, or 2027 where the year begins in January.
    public String name(int year) {
        return first == Month.JANUARY
                ? Integer.toString(year)
                : "%d-%02d".formatted(year, Math.floorMod(year + 1, 100));
    }

    /// The number of the fiscal year with a name such as 2027-28 or 2027; empty if it is no such
    /// name.
    public static OptionalInt number(String name) {
        if (name.matches("[0-9]{4}(-[0-9]{2})?")) {
            int year = Integer.parseInt(name.substring(0, 4));
            if (name.length() == 4 || name.equals("%d-%02d".formatted(year, (year + 1) % 100))) {
                return OptionalInt.of(year);
            }
        }
        return OptionalInt.empty();
    }

    /// The number of the fiscal year with a name such as 2027-28 or 2027.
    ///
    /// @throws IllegalArgumentException if it is no such name
    public int year(String name) {
        return number(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The fiscal year (%s) must be written like 2027-28 or 2027."
                                        .formatted(name)));
    }
}
