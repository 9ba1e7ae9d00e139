package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Where the sign of a comparison flips.
@Table(
        value = "flips",
        doc =
                "Comparisons of two plans over members of the families, by kind of place of what is attacked: means with errors over draws, and how often each wins")
public record FlipRow(
        @Col("key of the comparison") String comparison,
        @Col("key of the family") String family,
        @Col("kind of place of what is attacked: `any`, `own-station`, `behind`, `uncovered`")
                String kind,
        @Col("members compared") int members,
        @Col("mean difference of value kept, points") double kept,
        @Col("half-width of its 95 % interval, over draws") @Nullable Double keptHalfWidth,
        @Col("mean difference of the share stopped, points") double stopped,
        @Col("half-width of its 95 % interval, over draws") @Nullable Double stoppedHalfWidth,
        @Col("share of members in which the plan keeps more value, %") double wins,
        @Col("share of members in which the other keeps more value, %") double loses) {}
