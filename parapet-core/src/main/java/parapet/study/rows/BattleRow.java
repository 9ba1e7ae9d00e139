package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Battles by class.
@Table(value = "battles", doc = "What came of each battle, by night and class of target")
public record BattleRow(
        @Col("draw") int draw,
        @Col("key of the raid") String raid,
        @Col("key of the battle") String battle,
        @Col("night, from 1") int night,
        @Col("key of the class of target") String target,
        @Col("targets that came") int threats,
        @Col("targets shot down") int killed,
        @Col("targets that jamming made miss") int jammed,
        @Col("targets that failed by themselves") int failed,
        @Col("targets that released what they carried and turned away") int turned,
        @Col("targets that got through, decoys among them") int leaked,
        @Col("targets that never came, as what would have released them did not") int unreleased) {}
