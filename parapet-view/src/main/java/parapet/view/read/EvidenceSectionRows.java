package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.question.EvidenceSection] asks of the tables.
public final class EvidenceSectionRows {
    private EvidenceSectionRows() {}

    /// The inputs that explain most of the spread of an answer of the plan $1.
    @Sql(
            """
            select quantity, max(share) as share, arg_max(metric, share) as metric
            from drivers d join confidence c using (plan, metric)
            where d.plan = $1 and share > noise and c.word <> '' and coalesce(c.comparison, '') = ''
            group by quantity order by share desc, quantity limit 8
            """)
    public record Top(String quantity, double share, String metric) {}
}
