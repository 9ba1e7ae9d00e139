package parapet.api;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import parapet.io.results.Digest;
import parapet.study.ResultTable;
import parapet.study.rows.DifferenceRow;
import parapet.study.rows.EstimateRow;
import parapet.study.rows.MetricRow;
import parapet.study.rows.OutcomeRow;
import parapet.tables.Rows;

/// What a study came to: the rows of every result table, as records of [parapet.study.rows]. Cannot
/// be changed.
public final class StudyResults {
    private final List<Rows> parts;

    StudyResults(List<Rows> parts) {
        this.parts = List.copyOf(parts);
    }

    /// The rows of one table, in the order of the table; empty when it has none.
    ///
    /// @param table such as `EstimateRow.class`
    public <R extends Record> List<R> rows(Class<R> table) {
        return parts.stream().map(p -> p.of(table)).flatMap(Collection::stream).toList();
    }

    /// The metrics that estimates and differences are of, with their labels and units.
    public List<MetricRow> metrics() {
        return rows(MetricRow.class);
    }

    /// The estimate of a metric for a plan: mean, interval of the mean, quantiles over draws.
    ///
    /// @throws IllegalArgumentException if there is none
    public EstimateRow estimate(String plan, String metric) {
        return only(
                EstimateRow.class,
                r -> r.plan().equals(plan) && r.metric().equals(metric),
                "estimate of %s for the plan %s".formatted(metric, plan));
    }

    /// The paired difference of a metric between two plans, draw by draw.
    ///
    /// A difference is there for every plan against the reference, and for the comparisons that the
    /// scenario asks for.
    ///
    /// @throws IllegalArgumentException if there is none
    public DifferenceRow difference(String plan, String against, String metric) {
        return only(
                DifferenceRow.class,
                r ->
                        r.plan().equals(plan)
                                && r.against().equals(against)
                                && r.metric().equals(metric),
                "difference of %s between %s and %s".formatted(metric, plan, against));
    }

    /// The values of a metric for a plan, by draw and replication.
    public double[] values(String plan, String metric) {
        return rows(OutcomeRow.class).stream()
                .filter(r -> r.plan().equals(plan) && r.metric().equals(metric))
                .mapToDouble(OutcomeRow::value)
                .toArray();
    }

    /// The digest: equal to that of a run of the command with the same inputs.
    public String digest() {
        var digest = new Digest();
        for (ResultTable table : ResultTable.values()) {
            rows(table.type().row()).forEach(digest::add);
        }
        return digest.value();
    }

    private <R extends Record> R only(Class<R> table, Predicate<R> which, String what) {
        return rows(table).stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no %s.\nMetrics are: %s."
                                        .formatted(
                                                what,
                                                String.join(
                                                        ", ",
                                                        metrics().stream()
                                                                .map(MetricRow::metric)
                                                                .toList()))));
    }
}
