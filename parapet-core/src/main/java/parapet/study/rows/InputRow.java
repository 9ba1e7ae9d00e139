package parapet.study.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// The drawn inputs.
@Table(value = "inputs", doc = "The uncertain inputs as drawn")
public record InputRow(
        @Col("draw") int draw,
        @Col("key of the quantity") String quantity,
        @Col("value in the unit of the next column (dates: days since 1970-01-01)") double value,
        @Col("unit for readers") String unit,
        @Col("what people call the quantity") String name,
        @Col("the value as a day; null for what is no date") @Nullable LocalDate date) {
    /// The value of a quantity: a day where its unit is `date`.
    public InputRow(int draw, String quantity, double value, String unit, String name) {
        this(
                draw,
                quantity,
                value,
                unit,
                name,
                unit.equals("date") ? LocalDate.ofEpochDay(Math.round(value)) : null);
    }
}
