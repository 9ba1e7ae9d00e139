package parapet.view.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;
import parapet.stats.Weights;
import parapet.view.words.Say;

/// What [parapet.view.figure.PublishedFigures] asks of the tables.
public final class PublishedFiguresRows {
    private PublishedFiguresRows() {}

    @Sql(
            """
            select name, plan, "use", first, last, unit, published, publishedLow, publishedHigh,
              priorMean, prior05, prior95, mean, p05 as low, p95 as high, z, tail
            from observations order by "use", first, observation
            """)
    public record Observation(
            String name,
            String plan,
            String use,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            String unit,
            @Sql.OrNaN double published,
            @Sql.OrNaN double publishedLow,
            @Sql.OrNaN double publishedHigh,
            @Sql.OrNaN double priorMean,
            @Sql.OrNaN double prior05,
            @Sql.OrNaN double prior95,
            @Sql.OrNaN double low,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double high,
            @Sql.OrNaN double z,
            @Sql.OrNaN double tail)
            implements Band {}

    @Sql("select observations, draws, effective from fit")
    public record Fit(int observations, int draws, @Sql.OrNaN double effective) {
        /// Whether enough draws are left to quote an answer.
        public boolean quotable() {
            return effective >= Weights.LEAST_EFFECTIVE;
        }

        /// How many draws are left, in words.
        public String said() {
            return quotable()
                    ? "%s effective draws of %,d".formatted(Say.number(effective), draws)
                    : "not to be quoted: %s effective draws, fewer than %d"
                            .formatted(Say.number(effective), Weights.LEAST_EFFECTIVE);
        }
    }

    @Sql(
            """
            select quantity, unit, priorMean, prior05, prior95, mean, p05, p95, shift, noise, spread
            from moved order by abs(shift) desc, quantity limit 12
            """)
    public record Moved(
            String quantity,
            @Sql.OrEmpty String unit,
            @Sql.OrNaN double priorMean,
            @Sql.OrNaN double prior05,
            @Sql.OrNaN double prior95,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p95,
            @Sql.OrNaN double shift,
            @Sql.OrNaN double noise,
            @Sql.OrNaN double spread) {}
}
