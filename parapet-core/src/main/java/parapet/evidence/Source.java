package parapet.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A publication.
///
/// @param id key used by claims
/// @param publisher who published it
/// @param title its title, or a description in parentheses
/// @param date first day of the day, month or year of publication; null when undated
/// @param dateText the date as the table gives it
/// @param address where it was found on the web; empty when not recorded
/// @param seen day on which it was seen there; null when not recorded
/// @param grade usual grade of its claims
/// @param note anything a reader should know
public record Source(
        String id,
        String publisher,
        String title,
        @Nullable LocalDate date,
        String dateText,
        String address,
        @Nullable LocalDate seen,
        Grade grade,
        String note) {}
