package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Why threats got through.
@Table(
        value = "reasons",
        doc =
                "Why targets got through on the first night, by class: the furthest link at which the chain of every battery broke")
public record ReasonRow(
        @Col("draw") int draw,
        @Col("key of the raid") String raid,
        @Col("key of the battle") String battle,
        @Col("key of the class of target") String target,
        @Col("key of the reason") String reason,
        @Col("the reason in words") String reasonLabel,
        @Col("targets") int leaked) {}
