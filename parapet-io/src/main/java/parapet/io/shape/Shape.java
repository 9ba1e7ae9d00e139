package parapet.io.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.scenario.Shorthand;

/// What may stand in one place of a scenario.
public sealed interface Shape {
    /// Free words.
    record Words() implements Shape {}

    /// A whole number.
    ///
    /// @param wide whether it is a `long` rather than an `int`
    record Whole(boolean wide) implements Shape {}

    /// A decimal number without a unit.
    record Decimal() implements Shape {}

    /// `true` or `false`.
    record Switch() implements Shape {}

    /// One of a few words.
    ///
    /// @param type the enum
    /// @param words its constants in kebab case, in order
    record Choice(Class<? extends Enum<?>> type, List<String> words) implements Shape {}

    /// A calendar day.
    record Day() implements Shape {}

    /// A quantity: a measure, an assumption, claims or a date that comes later.
    record Measure() implements Shape {}

    /// The value of a change: whatever may stand at the path it names.
    record Anything() implements Shape {}

    /// Keys and values of one record.
    ///
    /// @param type the record
    /// @param noun what people call it, in messages
    /// @param fields its keys, in order
    record Group(Class<? extends Record> type, String noun, List<Field> fields) implements Shape {
        /// The key of this name, or null.
        public @Nullable Field field(String name) {
            for (Field f : fields) {
                if (f.name().equals(name)) {
                    return f;
                }
            }
            return null;
        }

        /// The names of all keys, in order.
        public List<String> names() {
            return fields.stream().map(Field::name).toList();
        }

        /// The only key, when there is just one, or the one declared as [Shorthand]: its value may
        /// then stand for the whole group.
        public @Nullable Field only() {
            Shorthand shorthand = type.getAnnotation(Shorthand.class);
            if (shorthand != null) {
                return field(shorthand.value());
            }
            return fields.size() == 1 ? fields.getFirst() : null;
        }
    }

    /// Values in order.
    record ListOf(Shape element) implements Shape {}

    /// A table: ids and what stands under each.
    record TableOf(Group entry) implements Shape {}

    /// A table of evidence, whose columns differ from the components of its record.
    ///
    /// @param type `Source` or `Claim`
    /// @param noun what people call one row
    /// @param columns its columns without `id`
    record Evidence(Class<? extends Record> type, String noun, List<Column> columns)
            implements Shape {
        /// The names of the columns, `id` left out.
        public List<String> names() {
            return columns.stream().map(Column::name).toList();
        }
    }

    /// A column of a table of evidence.
    ///
    /// @param name its name
    /// @param means what it says
    /// @param choices the words allowed, empty for any text
    /// @param example an example
    record Column(String name, String means, List<String> choices, String example) {}
}
