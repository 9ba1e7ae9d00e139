package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Two plans against the same member of a family.
@Table(
        value = "crossed",
        doc =
                "Differences between two plans against members of families, one a draw and kind, that are aimed at assets of one kind of place, with the force of the run on the last raid date")
public record CrossedRow(
        @Col("key of the comparison") String comparison,
        @Col("key of the family") String family,
        @Col(
                        "kind of place of what is attacked, beside the units of the plan compared with: `any` (the member that the draw has), `own-station`, `behind`, `uncovered`")
                String kind,
        @Col("draw") int draw,
        @Col("plan minus the other: value kept on the first night, of what was attacked, points")
                double kept,
        @Col("plan minus the other: share of targets stopped on the first night, points")
                double stopped) {}
