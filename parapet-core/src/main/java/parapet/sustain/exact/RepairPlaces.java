package parapet.sustain.exact;

import parapet.stats.Require;

/// How many units can be in work at once.
///
/// @param count 1 or more; [#AMPLE] has as many places as there are units
public record RepairPlaces(int count) {
    /// As many places as units; nothing ever queues.
    public static final RepairPlaces AMPLE = new RepairPlaces(Integer.MAX_VALUE);

    public RepairPlaces {
        Require.atLeast("number of repair places", count, 1);
    }

    /// Whether nothing ever queues.
    public boolean isAmple() {
        return count == Integer.MAX_VALUE;
    }

    /// Places in use with `units` in repair or waiting.
    public int busy(int units) {
        return StrictMath.min(units, count);
    }
}
