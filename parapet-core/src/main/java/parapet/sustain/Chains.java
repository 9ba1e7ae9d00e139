package parapet.sustain;

import java.util.Arrays;

/// The cause chains of one run, each kept once: a tree whose nodes are links (reason, site, part)
/// below the links that lead to them. A chain is told by its last node; node 0 is the empty chain.
///
/// Open addressing over flat arrays; nothing is allocated for a chain that is known.
final class Chains {
    private int size = 1;
    private int[] parent = new int[256];
    private int[] link = new int[256];
    private int[] table = new int[1024];

    /// The chain `of` with one more link.
    ///
    /// @param of node, 0 for the empty chain
    /// @param reason ordinal
    /// @param site index, -1 for none, below 1023
    /// @param part index, -1 for none, below 1023
    int with(int of, int reason, int site, int part) {
        int code = (reason << 20) | ((site + 1) << 10) | (part + 1);
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

    private static int place(int of, int code, int mask) {
        long key = ((long) of << 32) | code;
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    }

    int parent(int node) {
        return parent[node];
    }

    int reason(int node) {
        return link[node] >>> 20;
    }

    int site(int node) {
        return ((link[node] >> 10) & 0x3FF) - 1;
    }

    int part(int node) {
        return (link[node] & 0x3FF) - 1;
    }
}
