package parapet.view.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;

/// What [parapet.view.figure.ClaimTable] asks of the tables.
public final class ClaimTableRows {
    private ClaimTableRows() {}

    /// One claim.
    @Sql(
            """
            select claim, "of", statement, value, low, high, unit, status, made, asOfDay, publisher, title,
              published, grade, kind, copiedFrom, formula, note, weight, setAside, flagged, address
            from evidence
            """)
    public record Claim(
            String claim,
            @Sql.OrEmpty String of,
            @Sql.OrEmpty String statement,
            @Sql.OrEmpty String value,
            @Sql.OrNaN double low,
            @Sql.OrNaN double high,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String status,
            @Nullable LocalDate made,
            @Nullable LocalDate asOfDay,
            @Sql.OrEmpty String publisher,
            @Sql.OrEmpty String title,
            @Sql.OrEmpty String published,
            @Sql.OrEmpty String grade,
            @Sql.OrEmpty String kind,
            @Sql.OrEmpty String copiedFrom,
            @Sql.OrEmpty String formula,
            @Sql.OrEmpty String note,
            @Sql.OrNaN double weight,
            @Sql.OrEmpty String setAside,
            boolean flagged,
            @Sql.OrEmpty String address) {
        public boolean assumption() {
            return kind.equals("assumption");
        }
    }

    /// The range that a number of the run uses.
    @Sql(
            """
            select "of", quantity, unit, low, typical, high from quantities where coalesce("of", '') <> ''
            """)
    public record Used(
            String of,
            String quantity,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String low,
            @Sql.OrEmpty String typical,
            @Sql.OrEmpty String high) {}
}
