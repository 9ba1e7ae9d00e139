package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Unit-days by chain of causes, link by link.
@Table(
        value = "chains",
        doc =
                "Unit-days without a part by whole chain of causes, from the unit to the last cause, in every replication: one row for each link")
public record ChainRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("whether after the as-of date, or up to it") boolean coming,
        @Col("number of the chain within the replication, from 1") int chain,
        @Col("place of the link in the chain, 0 at the unit") int step,
        @Col("key of the reason") String reason,
        @Col("part that is wanting there, empty when none") String part,
        @Col("site where that is, empty when none") String site,
        @Col(value = "time of units held by the whole chain; null but at step 0", unit = "unit-day")
                @Nullable Double days) {}
