package parapet.record;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A record of attacks by class and month, in the order of months and, within one, of class names:
/// the order of the rows that were given changes nothing.
///
/// @param rows class-months, each class and month once
/// @param kinds kind of each class whose kind the record tells, see [Kinds]
public record MonthlyRecord(List<ClassMonth> rows, Map<String, String> kinds) {
    /// Sorts and copies.
    public MonthlyRecord {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(ClassMonth::month).thenComparing(ClassMonth::targetClass));
        var seen = new HashSet<List<Object>>();
        for (ClassMonth row : sorted) {
            if (!seen.add(List.of(row.targetClass(), row.month()))) {
                throw new IllegalArgumentException(
                        "The class (%s) has month (%s) twice."
                                .formatted(row.targetClass(), row.month()));
            }
        }
        rows = List.copyOf(sorted);
        kinds = Map.copyOf(kinds);
    }

    /// The months in which something was launched, in order, each with its rows.
    SortedMap<YearMonth, List<ClassMonth>> months() {
        var months = new TreeMap<YearMonth, List<ClassMonth>>();
        for (ClassMonth row : rows) {
            if (row.launched() > 0) {
                months.computeIfAbsent(row.month(), m -> new ArrayList<>()).add(row);
            }
        }
        return months;
    }
}
