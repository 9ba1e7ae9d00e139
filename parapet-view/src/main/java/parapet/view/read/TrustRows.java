package parapet.view.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;

/// What answers rest on: the inputs that explain their spread, and where these come from.
public final class TrustRows {
    private TrustRows() {}

    /// Inputs of the answer `$2` of the plan `$1` (or `A minus B`), the one that explains most
    /// first.
    @Sql(
            """
            select quantity, name, share, noise, low, high from drivers
            where plan = $1 and metric = $2 order by rank
            """)
    public record Driver(
            String quantity,
            @Sql.OrEmpty String name,
            @Sql.OrNaN double share,
            @Sql.OrNaN double noise,
            @Sql.OrNaN double low,
            @Sql.OrNaN double high) {
        /// Whether it explains more than chance would.
        public boolean clear() {
            return share > noise;
        }
    }

    /// What the spread of the answer `$3` of the plan `$2` (or of the comparison `$1`) rests on.
    @Sql(
            """
            select word, none, publicRecord, analogy, judgement, explained, unexplained, drivers, draws
            from confidence where coalesce(comparison, '') = $1 and plan = $2 and metric = $3
            """)
    public record Confidence(
            @Sql.OrEmpty String word,
            @Sql.OrEmpty String none,
            @Sql.OrNaN double publicRecord,
            @Sql.OrNaN double analogy,
            @Sql.OrNaN double judgement,
            @Sql.OrNaN double explained,
            @Sql.OrNaN double unexplained,
            int drivers,
            int draws) {}

    /// Where the quantity `$1` comes from.
    @Sql(
            """
            select quantity, basis, "of", unit, low, typical, high, because,
              publicRecord, analogy, judgement
            from quantities where quantity = $1
            """)
    public record Input(
            String quantity,
            @Sql.OrEmpty String basis,
            @Sql.OrEmpty String of,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String low,
            @Sql.OrEmpty String typical,
            @Sql.OrEmpty String high,
            @Sql.OrEmpty String because,
            @Sql.OrNaN double publicRecord,
            @Sql.OrNaN double analogy,
            @Sql.OrNaN double judgement) {}

    /// The claims about `$1` that the run uses, the one with most weight first.
    @Sql(
            """
            select claim, statement, value, publisher, title, published, made, grade, kind, formula, note, address, seen
            from evidence where "of" = $1 and coalesce(weight, 0) > 0 order by weight desc, claim
            """)
    public record Claim(
            String claim,
            @Sql.OrEmpty String statement,
            @Sql.OrEmpty String value,
            @Sql.OrEmpty String publisher,
            @Sql.OrEmpty String title,
            @Sql.OrEmpty String published,
            @Nullable LocalDate made,
            @Sql.OrEmpty String grade,
            @Sql.OrEmpty String kind,
            @Sql.OrEmpty String formula,
            @Sql.OrEmpty String note,
            @Sql.OrEmpty String address,
            @Nullable LocalDate seen) {}

    /// The keys of all claims.
    @Sql("select claim from evidence")
    public record Known(String claim) {}
}
