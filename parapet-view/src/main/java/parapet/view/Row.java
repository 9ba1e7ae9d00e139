package parapet.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row with typed access. A missing number is not-a-number, a missing text is empty.
record Row(Map<String, @Nullable Object> values) {
    static List<Row> ask(Tables tables, String sql) {
        return tables.query(sql).stream().map(Row::new).toList();
    }

    String text(String column) {
        Object value = values.get(column);
        return value == null ? "" : value.toString();
    }

    double number(String column) {
        return values.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    int integer(String column) {
        return values.get(column) instanceof Number number ? number.intValue() : 0;
    }

    /// Whether there is a value at all.
    boolean has(String column) {
        return values.get(column) != null;
    }

    boolean flag(String column) {
        return Boolean.TRUE.equals(values.get(column));
    }

    @Nullable LocalDate date(String column) {
        return switch (values.get(column)) {
            case LocalDate date -> date;
            case java.sql.Date date -> date.toLocalDate();
            case null, default -> null;
        };
    }

    double[] quantiles(String prefix) {
        return new double[] {
            number(prefix + "05"),
            number(prefix + "25"),
            number(prefix + "50"),
            number(prefix + "75"),
            number(prefix + "95")
        };
    }
}
