package parapet.sustain;

import java.util.Arrays;

/// Cannibalisation: a unit that is down and waits for a part gives good parts to another unit of
/// its base, if these make the other at least degraded, or full. The hole moves with its request
/// from the one to the other.
///
/// A unit counts as down here only if it stays down after all that is being mended or fitted on it.
/// Units are looked at in the order of the scenario, first those that can become degraded, then
/// those that can become full, until nothing more can be gained; so with moves in no time the holes
/// of a base lie on the fewest units. Every move lowers the number of units that are not at the
/// wanted level and takes from one below it, so it ends.
///
/// Looked at when a part fails or works again, or a unit goes or comes, at a base where it is
/// allowed: cost O(units x slots) of that base.
final class PartSwaps {
    private static final int NONE = -1;

    private final Run run;
    private final Fleet fleet;
    private final int[][] unitsAt;
    private final int[] lacking;
    private boolean moving;

    PartSwaps(Run run) {
        this.run = run;
        this.fleet = run.fleet;
        lacking = new int[run.parts];
        int[] n = new int[run.sites];
        for (int u = 0; u < fleet.units; u++) {
            n[fleet.base[u]]++;
        }
        unitsAt = new int[run.sites][];
        for (int s = 0; s < run.sites; s++) {
            unitsAt[s] = new int[n[s]];
            n[s] = 0;
        }
        for (int u = 0; u < fleet.units; u++) {
            unitsAt[fleet.base[u]][n[fleet.base[u]]++] = u;
        }
    }

    /// Something has changed at a base.
    void consider(int base) {
        if (moving || !run.site[base].policy().cannibalise()) {
            return;
        }
        moving = true;
        while (improve(base, fleet.degraded) || improve(base, fleet.full)) {
            // Each move may open the way for another.
        }
        moving = false;
    }

    private boolean improve(int base, int[] level) {
        for (int u : unitsAt[base]) {
            if (serves(u) && lacks(u, level) && canBeMet(u)) {
                fill(u, level);
                return true;
            }
        }
        return false;
    }

    private boolean serves(int unit) {
        return fleet.inService[unit] && !run.tasks.away(unit);
    }

    /// Parts of a slot that will work without any more parts.
    private int coming(int s) {
        return fleet.working[s] + fleet.holes(s, false);
    }

    /// Whether the unit stays down after what is being mended.
    private boolean hopeless(int unit) {
        for (int s = fleet.firstSlot[unit]; s < fleet.firstSlot[unit + 1]; s++) {
            if (coming(s) < fleet.degraded[s]) {
                return true;
            }
        }
        return false;
    }

    /// Whether the unit will not reach the level by itself; the parts it lacks are left in
    /// `lacking`.
    private boolean lacks(int unit, int[] level) {
        Arrays.fill(lacking, 0);
        boolean any = false;
        for (int s = fleet.firstSlot[unit]; s < fleet.firstSlot[unit + 1]; s++) {
            int less = level[s] - coming(s);
            if (less > 0) {
                lacking[fleet.slotPart[s]] += less;
                any = true;
            }
        }
        return any;
    }

    private boolean canBeMet(int unit) {
        for (int d : unitsAt[fleet.base[unit]]) {
            if (d != unit && serves(d) && hopeless(d)) {
                for (int s = fleet.firstSlot[d]; s < fleet.firstSlot[d + 1]; s++) {
                    lacking[fleet.slotPart[s]] -= fleet.working[s];
                }
            }
        }
        for (int less : lacking) {
            if (less > 0) {
                return false;
            }
        }
        return true;
    }

    private void fill(int unit, int[] level) {
        for (int s = fleet.firstSlot[unit]; s < fleet.firstSlot[unit + 1]; s++) {
            while (coming(s) < level[s]) {
                fleet.swap(waiting(s), donor(unit, fleet.slotPart[s]));
            }
        }
    }

    private int waiting(int s) {
        int hole = fleet.oldest[s];
        while (!fleet.waits(hole)) {
            hole = fleet.after(hole);
        }
        return hole;
    }

    /// The first slot of a unit that stays down with a good part of the kind.
    private int donor(int unit, int kind) {
        for (int d : unitsAt[fleet.base[unit]]) {
            if (d != unit && serves(d) && hopeless(d)) {
                for (int s = fleet.firstSlot[d]; s < fleet.firstSlot[d + 1]; s++) {
                    if (fleet.slotPart[s] == kind && fleet.working[s] > 0) {
                        return s;
                    }
                }
            }
        }
        return NONE;
    }
}
