package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// The drawn inputs.
@Table(value = "inputs", doc = "The uncertain inputs as drawn")
public record InputRow(
        @Col("draw") int draw,
        @Col("key of the quantity") String quantity,
        @Col("value in the unit of the next column (dates: days since 1970-01-01)") double value,
        @Col("unit for readers") String unit,
        @Col("what people call the quantity") String name) {}
