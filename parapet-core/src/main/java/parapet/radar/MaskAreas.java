package parapet.radar;

import java.util.Arrays;

/// Area by set of sites: a small open hash from masks to sums, in the order of first meeting.
///
/// One thread builds it; nothing changes afterwards.
final class MaskAreas {
    private long[] masks = new long[64];
    private double[] areas = new double[64];
    private double[] bounds = new double[64];
    private int[] slots = emptySlots(256);
    private int size;

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    /// Place of a mask, which is new if it was not met before.
    int place(long mask) {
        int at = slot(mask);
        while (slots[at] >= 0) {
            if (masks[slots[at]] == mask) {
                return slots[at];
            }
            at = (at + 1) & (slots.length - 1);
        }
        if (size == masks.length) {
            grow();
            return place(mask);
        }
        masks[size] = mask;
        slots[at] = size;
        return size++;
    }

    private int slot(long mask) {
        return (int) ((mask * 0x9E3779B97F4A7C15L) >>> 40) & (slots.length - 1);
    }

    private void grow() {
        masks = Arrays.copyOf(masks, size * 2);
        areas = Arrays.copyOf(areas, size * 2);
        bounds = Arrays.copyOf(bounds, size * 2);
        slots = emptySlots(slots.length * 2);
        for (int i = 0; i < size; i++) {
            int at = slot(masks[i]);
            while (slots[at] >= 0) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = i;
        }
    }

    void add(int place, double areaKm2, boolean bound) {
        areas[place] += areaKm2;
        if (bound) {
            bounds[place] += areaKm2;
        }
    }

    /// Number of different masks.
    int size() {
        return size;
    }

    /// Area seen by at least so many of the sites, km².
    double areaKm2(long sites, int atLeast, boolean boundOnly) {
        double[] from = boundOnly ? bounds : areas;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            if (Long.bitCount(masks[i] & sites) >= atLeast) {
                sum += from[i];
            }
        }
        return sum;
    }
}
