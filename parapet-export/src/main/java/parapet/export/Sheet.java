package parapet.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.RunFolder;
import parapet.io.results.Sql;
import parapet.study.ResultTable;
import parapet.tables.Column;

/// Rows for a spreadsheet: the figures with plan, unit and digest of the run beside each, or a
/// result table as it is. Each value is a plain number, a date, a text or a flag.
///
/// @param name of the file or sheet
/// @param columns their names
/// @param rows how many there are
/// @param each gives every row to a consumer
record Sheet(
        String name,
        List<String> columns,
        long rows,
        Consumer<Consumer<List<@Nullable Object>>> each) {

    /// A figure of a plan: mean over the draws, half-width of its 95 % interval, and quantiles of
    /// the draws; $1 is the digest of the run.
    @Sql(
            """
            SELECT p.plan, p.name AS planName, m.metric, m.label, m.unit, e.n AS draws, e.mean, e.halfWidth,
              e.p05, e.p25, e.p50, e.p75, e.p95, $1::varchar AS run
            FROM estimates e JOIN plans p USING (plan) JOIN metrics m USING (metric)
            ORDER BY p.ord, m.metric
            """)
    private record Figure(
            String plan,
            @Sql.OrEmpty String planName,
            String metric,
            String label,
            String unit,
            int draws,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double halfWidth,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p25,
            @Sql.OrNaN double p50,
            @Sql.OrNaN double p75,
            @Sql.OrNaN double p95,
            String run) {}

    /// A paired difference between plans; $1 is the digest of the run.
    @Sql(
            """
            SELECT d.comparison, d.question, d.plan, d.against, m.metric, m.label, m.unit, d.n AS draws, d.mean,
              d.halfWidth, d.p05, d.p50, d.p95, d.shareBetter, $1::varchar AS run
            FROM differences d JOIN plans p USING (plan) JOIN metrics m USING (metric)
            ORDER BY d.comparison, p.ord, m.metric
            """)
    private record Difference(
            String comparison,
            @Sql.OrEmpty String question,
            String plan,
            String against,
            String metric,
            String label,
            String unit,
            int draws,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double halfWidth,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p50,
            @Sql.OrNaN double p95,
            @Sql.OrNaN double shareBetter,
            String run) {}

    /// The figures of a run and the differences between its plans.
    static List<Sheet> figures(RunFolder run, Query query) {
        String digest = run.info().digest();
        return List.of(
                of("figures", Figure.class, query.rows(Figure.class, digest)),
                of("figure-differences", Difference.class, query.rows(Difference.class, digest)));
    }

    /// Some tables; without any the figures and all tables that have rows.
    static List<Sheet> of(RunFolder run, Query query, List<ResultTable> tables) {
        if (!tables.isEmpty()) {
            return tables.stream().map(table -> of(query, table)).toList();
        }
        List<Sheet> sheets = new ArrayList<>(figures(run, query));
        Arrays.stream(ResultTable.values())
                .map(table -> of(query, table))
                .filter(sheet -> sheet.rows > 0)
                .forEach(sheets::add);
        return sheets;
    }

    /// A result table.
    static Sheet of(Query query, ResultTable table) {
        return new Sheet(
                table.table(),
                table.columns().stream().map(Column::name).toList(),
                query.count(table),
                to -> query.each(table, to));
    }

    private static <R extends Record> Sheet of(String name, Class<R> type, List<R> rows) {
        QueryResult table = QueryResult.ofRecords(type, rows);
        return new Sheet(name, table.columns(), rows.size(), to -> table.rows().forEach(to));
    }
}
