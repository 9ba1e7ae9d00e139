package parapet.radar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The set of sites of each cell, each different set held once, and the area by set.
///
/// One thread builds it; nothing changes afterwards.
final class SetAreas {
    private final int words;
    private final int[] setOf;
    private final List<long[]> sets = new ArrayList<>();
    private final List<double[]> areas = new ArrayList<>();
    private final Map<BitSet, Integer> known = new HashMap<>();

    SetAreas(int cells, int sites) {
        words = (sites + Long.SIZE - 1) / Long.SIZE;
        setOf = new int[cells];
    }

    /// Words that hold a set.
    int words() {
        return words;
    }

    /// Gives a cell its set, the next of the cells in order.
    ///
    /// @param bits words of all cells
    void put(int cell, long[] bits) {
        int from = cell * words;
        if (cell > 0
                && Arrays.equals(sets.get(setOf[cell - 1]), 0, words, bits, from, from + words)) {
            setOf[cell] = setOf[cell - 1];
            return;
        }
        long[] set = Arrays.copyOfRange(bits, from, from + words);
        Integer place = known.get(BitSet.valueOf(set));
        if (place == null) {
            place = sets.size();
            known.put(BitSet.valueOf(set), place);
            sets.add(set);
            areas.add(new double[2]);
        }
        setOf[cell] = place;
    }

    void add(int cell, double areaKm2, boolean bound) {
        double[] sums = areas.get(setOf[cell]);
        sums[0] += areaKm2;
        sums[1] += bound ? areaKm2 : 0;
    }

    /// The set of a cell.
    BitSet at(int cell) {
        return BitSet.valueOf(sets.get(setOf[cell]));
    }

    /// Number of some sites that are in the set of a cell.
    int count(int cell, BitSet sites) {
        return common(sets.get(setOf[cell]), words(sites));
    }

    /// Number of different sets that are not empty.
    int size() {
        return (int) sets.stream().filter(s -> Arrays.stream(s).anyMatch(w -> w != 0)).count();
    }

    private long[] words(BitSet sites) {
        return Arrays.copyOf(sites.toLongArray(), words);
    }

    private static int common(long[] set, long[] sites) {
        int common = 0;
        for (int w = 0; w < set.length; w++) {
            common += Long.bitCount(set[w] & sites[w]);
        }
        return common;
    }

    /// Area seen by at least so many of the sites, km².
    double areaKm2(BitSet sites, int atLeast, boolean boundOnly) {
        long[] ready = words(sites);
        double sum = 0;
        for (int i = 0; i < sets.size(); i++) {
            if (common(sets.get(i), ready) >= atLeast) {
                sum += areas.get(i)[boundOnly ? 1 : 0];
            }
        }
        return sum;
    }
}
