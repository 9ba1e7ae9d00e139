package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Battles by defended asset.
@Table(
        value = "harm",
        doc =
                "What came of each battle for the assets that were attacked, in the order of the scenario, cumulated from the first night")
public record HarmRow(
        @Col("draw") int draw,
        @Col("key of the raid") String raid,
        @Col("key of the battle") String battle,
        @Col("night, from 1") int night,
        @Col("key of the asset") String asset,
        @Col("its value in this draw, notional points") double value,
        @Col("targets aimed at it that got through on this night, no decoys") int leaked,
        @Col("chance that it is unharmed by the end of the night, %") double unharmed,
        @Col("expected value lost by the end of the night, notional points") double lost) {}
