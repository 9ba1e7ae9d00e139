package parapet.record;

import java.time.YearMonth;
import parapet.stats.Require;

/// What a record says of one class of target in one month.
///
/// @param targetClass name of the class
/// @param month the month
/// @param nights nights with an attack, 0 when the record does not say
/// @param launched targets launched, 0 or more
/// @param stopped of these shot down or lost otherwise, 0..launched
public record ClassMonth(
        String targetClass, YearMonth month, int nights, int launched, int stopped) {
    public ClassMonth {
        Require.atLeast("number of nights", nights, 0);
        Require.atLeast("number launched", launched, 0);
        Require.between("number stopped", stopped, 0, launched);
    }
}
