package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Names of raids, targets, rounds, parts and sites.
@Table(
        value = "names",
        doc =
                "Names and descriptions of raids, classes of target, kinds of round, parts and sites, and the questions of the report")
public record NameRow(
        @Col("raid, target, round, part, site or question") String kind,
        @Col("key") String key,
        @Col("name shown to readers") String name,
        @Col("what it is, empty for none") String about,
        @Col("nights on which a raid comes, null for others") @Nullable Integer nights,
        @Col("whether a raid meets groups of its own instead of the plan's force") boolean alone) {}
