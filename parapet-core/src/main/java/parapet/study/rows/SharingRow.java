package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// How battles were shared.
@Table(
        value = "sharing",
        doc =
                "How often a battle was used again for an equal state of the force, and what lumping changed against fighting each one")
public record SharingRow(
        @Col("key of the raid") String raid,
        @Col("states that raids met") int asked,
        @Col("battles fought") int fought,
        @Col("states compared with a battle of their own, with exact rounds and the same chance")
                int compared,
        @Col("mean of lumped minus exact, targets that got through") @Nullable Double difference,
        @Col("half-width of the 95 % interval of that difference") @Nullable Double halfWidth,
        @Col(
                        "least difference that such an interval shows to be none of chance with probability 80 %")
                @Nullable Double detectable) {}
