package parapet.view.read;

import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;

/// What [parapet.view.figure.RealRaids] asks of the tables.
public final class RealRaidsRows {
    private RealRaidsRows() {}

    @Sql(
            "select raid, target, mean, p05, p95, reportedLow, reportedHigh, probability, inside, decidedByInput, canFail from analogues")
    public record Analogue(
            String raid,
            String target,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p95,
            @Sql.OrNaN double reportedLow,
            @Sql.OrNaN double reportedHigh,
            @Sql.OrNaN double probability,
            @Nullable Boolean inside,
            boolean decidedByInput,
            boolean canFail) {
        public boolean agrees() {
            return Boolean.TRUE.equals(inside);
        }
    }

    @Sql("select raid, asked, fought, compared, difference, halfWidth, detectable from sharing")
    public record Shared(
            String raid,
            int asked,
            int fought,
            int compared,
            @Sql.OrNaN double difference,
            @Sql.OrNaN double halfWidth,
            @Sql.OrNaN double detectable) {}
}
