package parapet.sustain;

import parapet.quantity.Calendar;

/// How long spares have lain on each shelf, for the parts that keep only so long. First in, first
/// out. Shelves of other parts cost nothing.
final class ShelfAges {
    private final Run run;
    private final boolean[] counts;

    /// Arrival ticks by shelf (`site * parts + part`), a ring each.
    private final long[][] ring;

    private final int[] head;
    private final int[] size;

    /// Whether the end of the oldest one's life is awaited.
    private final boolean[] asked;

    ShelfAges(Run run) {
        this.run = run;
        counts = new boolean[run.parts];
        for (Network network : run.input.networks()) {
            for (int p = 0; p < run.parts; p++) {
                counts[p] |= network.parts().get(p).life().shelfSec() < Double.POSITIVE_INFINITY;
            }
        }
        ring = new long[run.sites * run.parts][];
        head = new int[ring.length];
        size = new int[ring.length];
        asked = new boolean[ring.length];
    }

    void put(int q, int count) {
        int part = q % run.parts;
        if (!counts[part] || count == 0) {
            return;
        }
        if (ring[q] == null) {
            ring[q] = new long[4];
        }
        for (int i = 0; i < count; i++) {
            if (size[q] == ring[q].length) {
                long[] more = new long[2 * size[q]];
                for (int k = 0; k < size[q]; k++) {
                    more[k] = ring[q][(head[q] + k) % size[q]];
                }
                ring[q] = more;
                head[q] = 0;
            }
            ring[q][(head[q] + size[q]++) % ring[q].length] = run.now;
        }
        double life = run.part[part].life().shelfSec();
        if (!asked[q] && life < Double.POSITIVE_INFINITY) {
            asked[q] = true;
            run.after(life, Run.SHELF_LIFE, q);
        }
    }

    void take(int q, int count) {
        if (count > 0 && counts[q % run.parts]) {
            head[q] = (head[q] + count) % ring[q].length;
            size[q] -= count;
        }
    }

    /// How many spares of a shelf have lain there for their life by now; for the next one the
    /// question is asked again in its time.
    int expired(int q) {
        asked[q] = false;
        double life = run.part[q % run.parts].life().shelfSec();
        if (ring[q] == null || life == Double.POSITIVE_INFINITY) {
            return 0;
        }
        int old = 0;
        while (old < size[q]) {
            long end = ring[q][(head[q] + old) % ring[q].length] + Calendar.ticks(life);
            if (end > run.now) {
                asked[q] = true;
                run.at(end, Run.SHELF_LIFE, q);
                break;
            }
            old++;
        }
        return old;
    }

    /// The shelf lives have changed.
    void phaseChanged() {
        for (int q = 0; q < size.length; q++) {
            if (size[q] > 0) {
                run.at(run.now, Run.SHELF_LIFE, q);
            }
        }
    }
}
