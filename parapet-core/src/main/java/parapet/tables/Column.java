package parapet.tables;

import java.lang.invoke.MethodHandle;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One column of a table: a component of its record.
public final class Column {
    /// Types of values, each with the class in which [#of] gives them. Null is allowed where the
    /// component is not primitive.
    public enum Type {
        /// Words, `String`.
        TEXT,
        /// Whole number, `Long`.
        INTEGER,
        /// Number, `Double`.
        NUMBER,
        /// Day, `LocalDate`.
        DATE,
        /// Yes or no, `Boolean`.
        FLAG;

        /// The type for a component of some class.
        ///
        /// @throws IllegalArgumentException for a class that no column holds
        static Type of(Class<?> raw) {
            if (raw == String.class) {
                return TEXT;
            }
            if (raw == int.class
                    || raw == long.class
                    || raw == Integer.class
                    || raw == Long.class) {
                return INTEGER;
            }
            if (raw == double.class || raw == Double.class) {
                return NUMBER;
            }
            if (raw == boolean.class || raw == Boolean.class) {
                return FLAG;
            }
            if (raw == LocalDate.class) {
                return DATE;
            }
            throw new IllegalArgumentException(
                    "A column cannot hold values of class (%s).".formatted(raw.getName()));
        }
    }

    private final String name;
    private final Type type;
    private final boolean nullable;
    private final String doc;
    private final String unit;

    /// Takes a `Record`, gives an `Object`.
    private final MethodHandle accessor;

    Column(
            String name,
            Type type,
            boolean nullable,
            String doc,
            String unit,
            MethodHandle accessor) {
        this.name = name;
        this.type = type;
        this.nullable = nullable;
        this.doc = doc;
        this.unit = unit;
        this.accessor = accessor;
    }

    /// Its name, as in SQL.
    public String name() {
        return name;
    }

    /// Type of its values.
    public Type type() {
        return type;
    }

    /// Whether a value may be missing.
    public boolean nullable() {
        return nullable;
    }

    /// What it holds.
    public String doc() {
        return doc;
    }

    /// Unit of its values, empty for none or where another column names it.
    public String unit() {
        return unit;
    }

    /// The value of a row in canonical form: a whole number is a `Long`, -0.0 is 0.0 and every NaN
    /// the same NaN, so that two rows are equal exactly when their values are.
    ///
    /// @param row a record of the table of this column
    public @Nullable Object of(Record row) {
        Object value;
        try {
            value = (Object) accessor.invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("An accessor of a record throws nothing.", e);
        }
        return switch (value) {
            case Double d -> Double.isNaN(d) ? (Double) Double.NaN : (Double) (d + 0.0);
            case Integer i -> (Long) (long) i;
            case null, default -> value;
        };
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
