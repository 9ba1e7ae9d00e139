package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Rounds by battle.
@Table(
        value = "rounds",
        doc = "Rounds fired, left and supplied in each battle, by night and kind of round")
public record RoundRow(
        @Col("draw") int draw,
        @Col("key of the raid") String raid,
        @Col("key of the battle") String battle,
        @Col("night, from 1") int night,
        @Col("key of the kind of round") String round,
        @Col("rounds fired that night") int fired,
        @Col("rounds left after it with those that defend") int left,
        @Col("rounds that came from behind before it") int supplied,
        @Col("rounds still held behind or on the way after it") int behind) {}
