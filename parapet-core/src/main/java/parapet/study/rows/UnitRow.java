package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// The units of every plan.
@Table(value = "units", doc = "The units that a plan may get")
public record UnitRow(
        @Col("key of the plan") String plan,
        @Col("key of the unit") String unit,
        @Col("name shown to readers") String name,
        @Col("type of unit") String type,
        @Col("key of the contract") String contract,
        @Col("name of the contract") String contractName,
        @Col("key of the site where it is based") String base,
        @Col("region of that site, no finer") String region,
        @Col("what one unit of its type is called, as within a sentence") String noun,
        @Col("what several are called") String nouns) {}
