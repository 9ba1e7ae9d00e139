package parapet.view.read;

import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;

/// What [parapet.view.figure.RangeTable] asks of the tables.
public final class RangeTableRows {
    private RangeTableRows() {}

    @Sql(
            """
            select quantity, basis, "of", unit, low, typical, high, because, usedAt, used,
              "of" in (select "of" from evidence) as claimed
            from quantities
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
            @Sql.OrEmpty String usedAt,
            @Sql.OrEmpty String used,
            @Nullable Boolean claimed) {}
}
