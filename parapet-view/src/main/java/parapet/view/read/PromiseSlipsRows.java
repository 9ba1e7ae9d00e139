package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.PromiseSlips] asks of the tables.
public final class PromiseSlipsRows {
    private PromiseSlipsRows() {}

    @Sql(
            """
            select f.milestone, f.claim, f.status, f.made, f.first, f.last, f.grade, f.publisher, f.errorMonths, e.statement
            from forecasts f left join evidence e on e.claim = f.claim
            where f.made is not null and f.first is not null and f.last is not null order by f.made
            """)
    public record Promise(
            String milestone,
            String claim,
            String status,
            LocalDate made,
            LocalDate first,
            LocalDate last,
            @Sql.OrEmpty String grade,
            @Sql.OrEmpty String publisher,
            @Sql.OrNaN double errorMonths,
            @Sql.OrEmpty String statement) {}

    @Sql(
            """
            select milestone, min(first) as first, max(last) as last from forecasts
            where status = 'actual' and first is not null and last is not null group by milestone
            """)
    public record Actual(String milestone, LocalDate first, LocalDate last) {}
}
