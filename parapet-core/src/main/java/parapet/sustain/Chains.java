package parapet.sustain;

import java.util.Arrays;

/// The cause chains of one run, each kept once: a tree whose nodes are links (reason, site, part)
/// below the links that lead to them. A chain is told by its last node; node 0 is the empty chain.
///
/// Open addressing over flat arrays; nothing is allocated for a chain that is known.
final class Chains {
    private static final int BITS = 24;

    /// One more than the greatest index that a link holds.
    private static final int MOST = (1 << BITS) - 1;

    private int size = 1;
    private int[] parent = new int[256];
    private long[] link = new long[256];
    private int[] table = new int[1024];

    /// The chain `of` with one more link.
    ///
    /// @param of node, 0 for the empty chain
    /// @param reason ordinal
    /// @param site index, -1 for none
    /// @param part index, -1 for none
    int with(int of, int reason, int site, int part) {
        long code = code(reason, site, part);
        int mask = table.length - 1;
        int at = place(of, code, mask);
        while (table[at] != 0) {
            int node = table[at];
            if (parent[node] == of && link[node] == code) {
                return node;
            }
            at = (at + 1) & mask;
        }
        if (size == parent.length) {
            parent = Arrays.copyOf(parent, 2 * size);
            link = Arrays.copyOf(link, 2 * size);
        }
        parent[size] = of;
        link[size] = code;
        table[at] = size;
        if (2 * ++size > table.length) {
            grow();
        }
        return size - 1;
    }

    private static long code(int reason, int site, int part) {
        if (Math.max(site, part) >= MOST || Math.min(site, part) < -1) {
            throw new IllegalArgumentException(
                    "The site (%d) and the part (%d) of a chain must be below (%d)."
                            .formatted(site, part, MOST));
        }
        return ((long) reason << (2 * BITS)) | ((site + 1L) << BITS) | (part + 1L);
    }

    private void grow() {
        table = new int[2 * table.length];
        int mask = table.length - 1;
        for (int node = 1; node < size; node++) {
            int at = place(parent[node], link[node], mask);
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = node;
        }
    }

    private static int place(int of, long code, int mask) {
        long key = code ^ (of * 0xBF58476D1CE4E5B9L);
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    }

    int parent(int node) {
        return parent[node];
    }

    int reason(int node) {
        return (int) (link[node] >>> (2 * BITS));
    }

    int site(int node) {
        return (int) ((link[node] >> BITS) & MOST) - 1;
    }

    int part(int node) {
        return (int) (link[node] & MOST) - 1;
    }
}
