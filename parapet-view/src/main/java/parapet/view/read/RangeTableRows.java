package parapet.view.read;

import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;

/// What [parapet.view.figure.RangeTable] asks of the tables.
public final class RangeTableRows {
    private RangeTableRows() {}

    /// All but assumptions, which stand apart, and what the scenario states as one value.
    @Sql(
            """
            select quantity, basis, "of", unit, low, typical, high, because, used,
              "of" in (select "of" from evidence) as claimed
            from quantities
            where coalesce(basis, '') <> 'assumption' and (coalesce(basis, '') <> 'stated' or low <> high or used = 'drawn')
            """)
    public record Range(
            String quantity,
            @Sql.OrEmpty String basis,
            @Sql.OrEmpty String of,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String low,
            @Sql.OrEmpty String typical,
            @Sql.OrEmpty String high,
            @Sql.OrEmpty String because,
            @Sql.OrEmpty String used,
            @Nullable Boolean claimed) {}
}
