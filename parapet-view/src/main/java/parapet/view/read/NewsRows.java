package parapet.view.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;

/// Statements of the news, in the order of the scenario.
public final class NewsRows {
    private NewsRows() {}

    /// A statement, and what the run says to it.
    @Sql(
            """
            select said, claims, publishers, plan, against, metric, atLeast, atMost, n, mean, p05, p95, share,
              n.quantity, unit, n.low, n.high, verdict, judged, n.because
            from news n left join quantities q on q.quantity = n.quantity order by ord
            """)
    public record Statement(
            String said,
            @Sql.OrEmpty String claims,
            @Sql.OrEmpty String publishers,
            @Nullable String plan,
            @Nullable String against,
            @Nullable String metric,
            @Sql.OrNaN double atLeast,
            @Sql.OrNaN double atMost,
            int n,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p95,
            @Sql.OrNaN double share,
            @Nullable String quantity,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String low,
            @Sql.OrEmpty String high,
            String verdict,
            @Sql.OrEmpty String judged,
            @Sql.OrEmpty String because) {
        /// The keys of its claims.
        public List<String> claimed() {
            return claims.lines().toList();
        }
    }
}
