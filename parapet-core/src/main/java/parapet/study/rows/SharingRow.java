package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// How battles were shared.
@Table(
        value = "sharing",
        doc =
                "How often a battle was used again for an equal state of the force, and what lumping and sharing changed against fighting each one")
public record SharingRow(
        @Col("key of the raid") String raid,
        @Col("states that raids met") int asked,
        @Col("battles fought") int fought,
        @Col("states fought one by one, with exact rounds and chance of their own, to compare")
                int compared,
        @Col("mean of shared minus one by one, targets that got through")
                @Nullable Double difference,
        @Col("half-width of the 95 % interval of that difference") @Nullable Double halfWidth) {}
