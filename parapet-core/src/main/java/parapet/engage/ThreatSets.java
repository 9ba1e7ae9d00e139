package parapet.engage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// For each fire unit the threats that it would engage, held as bits in an order of its own: a
/// place for each threat, either given beforehand or taken in the order in which threats first
/// came.
///
/// A threat that the unit has looked at in vain can be parked, so that it is not looked at again
/// before something has changed for it.
final class ThreatSets {
    private final int threats;
    private final int words;
    private final long[] waiting;
    private final long[] parked;

    /// Place of each threat, -1 while it has none, and threat at each place.
    private final int[] place;

    private final int[] threatAt;
    private final int[] placed;

    ThreatSets(int units, int threats) {
        this.threats = threats;
        words = (threats + 63) / 64;
        waiting = new long[units * words];
        parked = new long[units * words];
        place = new int[units * threats];
        threatAt = new int[units * threats];
        placed = new int[units];
    }

    /// Empties the set of a unit and sets its order.
    ///
    /// @param order threats from the first on, or null for the order in which they will come
    void clear(int unit, int @Nullable [] order) {
        int base = unit * threats;
        Arrays.fill(waiting, unit * words, (unit + 1) * words, 0);
        Arrays.fill(parked, unit * words, (unit + 1) * words, 0);
        placed[unit] = 0;
        if (order == null) {
            Arrays.fill(place, base, base + threats, -1);
            return;
        }
        for (int threat : order) {
            take(base, unit, threat);
        }
    }

    private void take(int base, int unit, int threat) {
        place[base + threat] = placed[unit];
        threatAt[base + placed[unit]++] = threat;
    }

    /// Puts a threat among those waiting.
    void add(int unit, int threat) {
        int base = unit * threats;
        if (place[base + threat] < 0) {
            take(base, unit, threat);
        }
        int at = place[base + threat];
        int word = unit * words + (at >> 6);
        waiting[word] |= 1L << at;
        parked[word] &= ~(1L << at);
    }

    void remove(int unit, int threat) {
        int at = place[unit * threats + threat];
        if (at >= 0) {
            int word = unit * words + (at >> 6);
            waiting[word] &= ~(1L << at);
            parked[word] &= ~(1L << at);
        }
    }

    /// Parks the waiting threat at a place.
    void park(int unit, int place) {
        int word = unit * words + (place >> 6);
        waiting[word] &= ~(1L << place);
        parked[word] |= 1L << place;
    }

    /// All parked threats of a unit wait again.
    void unpark(int unit) {
        for (int w = unit * words; w < (unit + 1) * words; w++) {
            waiting[w] |= parked[w];
            parked[w] = 0;
        }
    }

    int threat(int unit, int place) {
        return threatAt[unit * threats + place];
    }

    /// The first place from a place on whose threat is waiting, -1 when there is none.
    int next(int unit, int from) {
        int w = from >> 6;
        if (w >= words) {
            return -1;
        }
        long word = waiting[unit * words + w] & -1L << from;
        while (word == 0) {
            if (++w == words) {
                return -1;
            }
            word = waiting[unit * words + w];
        }
        return (w << 6) + Long.numberOfTrailingZeros(word);
    }
}
