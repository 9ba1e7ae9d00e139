package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Unit-days by chain of causes.
@Table(
        value = "chains",
        doc =
                "Unit-days without a part by whole chain of causes, from the unit to the last cause, in every replication")
public record ChainRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("whether after the as-of date, or up to it") boolean coming,
        @Col("part: what is wanting at which site, and behind it the next cause") String chain,
        @Col(value = "time of units held by that chain", unit = "unit-day") double days) {}
