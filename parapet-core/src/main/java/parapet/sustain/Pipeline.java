package parapet.sustain;

import java.util.Arrays;

/// The pipeline: parts out of use, and new parts on order. Each is one entry here; it belongs to
/// the site on whose shelf it will lie in the end (its home) and stands in the list of that site
/// and part, oldest first. What becomes of it is told by [Dispatch], [ShopFloor] and [Procurement].
///
/// One array for each field of an entry: a run holds thousands of parts, moves them millions of
/// times and makes no object for any. `item` is an index of these arrays; freed ones are used anew.
final class Pipeline {
    static final int NONE = -1;
    static final byte UNKNOWN = 0;
    static final byte FOUND = 1;
    static final byte NO_FAULT = 2;
    private static final Stage[] STAGES = Stage.values();

    private final Run run;
    private final int parts;

    /// Oldest entry of `site * parts + part`, -1 for none.
    final int[] first;

    private final int[] last;

    /// Work for each shop: on its way there, waiting there or in repair.
    final int[] load;

    private int free = NONE;
    private int used;
    private long sequence;

    /// The next entry of the same list, -1 for none.
    int[] next = new int[64];

    private int[] prev = new int[64];

    /// The next entry in the queue of a shop.
    int[] behind = new int[64];

    int[] part = new int[64];
    int[] home = new int[64];
    int[] at = new int[64];
    private byte[] stage = new byte[64];

    /// What is known about the fault of a part, one of the constants above.
    byte[] fault = new byte[64];

    /// The sub-part that is the fault, or -1.
    int[] sub = new int[64];

    /// Whether it waits for others with which it will leave.
    boolean[] loading = new boolean[64];

    /// All that chance decides about it.
    long[] key = new long[64];

    /// Its age: the order in which entries were made.
    long[] order = new long[64];

    Pipeline(Run run) {
        this.run = run;
        this.parts = run.parts;
        first = filled(run.sites * parts);
        last = filled(run.sites * parts);
        load = new int[run.sites];
    }

    /// A list of -1.
    static int[] filled(int n) {
        int[] a = new int[n];
        Arrays.fill(a, NONE);
        return a;
    }

    Stage stageOf(int item) {
        return STAGES[stage[item]];
    }

    /// How many entries were ever in use at once.
    int used() {
        return used;
    }

    /// How many entries were made before now.
    long sequence() {
        return sequence;
    }

    /// An entry comes to another stage, and to the site where it happens, -1 for none.
    void move(int item, Stage to, int site) {
        if (stageOf(item).loadsShop()) {
            load[at[item]]--;
        }
        stage[item] = (byte) to.ordinal();
        at[item] = site;
        if (to.loadsShop()) {
            load[site]++;
        }
        run.fleet.partChanged(part[item]);
    }

    /// A new entry, last in the list of its home.
    int create(int site, int kind, long ofKey, int where) {
        int item = free;
        if (item == NONE) {
            if (used == next.length) {
                int more = 2 * used;
                next = Arrays.copyOf(next, more);
                prev = Arrays.copyOf(prev, more);
                behind = Arrays.copyOf(behind, more);
                part = Arrays.copyOf(part, more);
                home = Arrays.copyOf(home, more);
                at = Arrays.copyOf(at, more);
                stage = Arrays.copyOf(stage, more);
                fault = Arrays.copyOf(fault, more);
                sub = Arrays.copyOf(sub, more);
                loading = Arrays.copyOf(loading, more);
                key = Arrays.copyOf(key, more);
                order = Arrays.copyOf(order, more);
            }
            item = used++;
        } else {
            free = next[item];
        }
        part[item] = kind;
        home[item] = site;
        stage[item] = (byte) Stage.WAITING.ordinal();
        fault[item] = UNKNOWN;
        sub[item] = NONE;
        loading[item] = false;
        at[item] = where;
        key[item] = ofKey;
        order[item] = sequence++;
        link(item);
        return item;
    }

    /// An entry has come to its shelf and leaves the pipeline.
    void release(int item) {
        unlink(item);
        next[item] = free;
        free = item;
    }

    /// An entry will come to the shelf of another site, after all others there.
    void rehome(int item, int site) {
        unlink(item);
        home[item] = site;
        link(item);
    }

    private void link(int item) {
        int q = home[item] * parts + part[item];
        next[item] = NONE;
        prev[item] = last[q];
        if (last[q] == NONE) {
            first[q] = item;
        } else {
            next[last[q]] = item;
        }
        last[q] = item;
    }

    private void unlink(int item) {
        int q = home[item] * parts + part[item];
        if (prev[item] == NONE) {
            first[q] = next[item];
        } else {
            next[prev[item]] = next[item];
        }
        if (next[item] == NONE) {
            last[q] = prev[item];
        } else {
            prev[next[item]] = prev[item];
        }
    }

    /// A part waits for others with which it will leave, or has left.
    void loading(int item, boolean now) {
        loading[item] = now;
        run.fleet.partChanged(part[item]);
    }

    /// The part that would come last to the shelf of `taker`, in a shop or on order, will come to
    /// `giver`.
    ///
    /// @return whether there was one
    boolean handOver(int giver, int taker, int kind) {
        for (int item = last[taker * parts + kind]; item != NONE; item = prev[item]) {
            switch (stageOf(item)) {
                case TO_SHOP, MATERIAL, QUEUED, REPAIR, HELD, ORDERED -> {
                    rehome(item, giver);
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// The sub-part that a part in a shop waits for, -1 for none.
    int subPart(int item) {
        return stageOf(item) == Stage.SUB_PART ? sub[item] : NONE;
    }

    /// Adds up the sub-parts that parts of a site wait for.
    void countAwaited(int[] byPart) {
        for (int q = 0; q < first.length; q++) {
            for (int item = first[q]; item != NONE; item = next[item]) {
                if (stageOf(item) == Stage.SUB_PART) {
                    byPart[sub[item]]++;
                }
            }
        }
    }

    /// Adds up the parts that belong to a site, by stage.
    void count(int site, int kind, int[] byStage) {
        for (int item = first[site * parts + kind]; item != NONE; item = next[item]) {
            byStage[stage[item]]++;
        }
    }
}
