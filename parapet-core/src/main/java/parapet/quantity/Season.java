package parapet.quantity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of each year, such as a winter: `11-15..03-31`. It may run over the end of the year. A 29
/// February counts as the 28th in other years.
///
/// @param first its first day
/// @param last its last day
public record Season(MonthDay first, MonthDay last) {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{2})-(\\d{2})\\s*\\.\\.\\s*(\\d{2})-(\\d{2})");

    /// What a reader may write, for error messages.
    public static final String EXPECTED = "a part of each year such as 11-15..03-31 (month-day)";

    /// Reads `month-day..month-day`; null when it is not.
    public static @Nullable Season read(String text) {
        Matcher m = TEXT.matcher(text.strip());
        if (!m.matches()) {
            return null;
        }
        try {
            return new Season(day(m, 1), day(m, 3));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static MonthDay day(Matcher m, int group) {
        return MonthDay.of(Integer.parseInt(m.group(group)), Integer.parseInt(m.group(group + 1)));
    }

    /// The first day of the season that begins in a year.
    public LocalDate start(int year) {
        return first.atYear(year);
    }

    /// The day after the last of the season that begins in a year.
    public LocalDate end(int year) {
        return last.atYear(last.isBefore(first) ? year + 1 : year).plusDays(1);
    }

    /// Whether a day is in it.
    public boolean contains(LocalDate day) {
        int year = day.getYear();
        return in(day, year) || in(day, year - 1);
    }

    private boolean in(LocalDate day, int year) {
        return !day.isBefore(start(year)) && day.isBefore(end(year));
    }
}
