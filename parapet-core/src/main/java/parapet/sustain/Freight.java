package parapet.sustain;

import java.util.Arrays;
import parapet.quantity.Calendar;

/// What leaves one site for another. On a plain link each part leaves at once; on a link in lots it
/// waits until so many wait in its direction, or for the next departure, whichever the link has and
/// whichever comes first. What leaves together arrives together: the time of transport is that of
/// the one that waited longest.
///
/// One queue for each direction, a pool of entries, because this is the heart of the run.
final class Freight {
    private static final int NONE = -1;

    private final Run run;
    private final int[] head;
    private final int[] tail;
    private final int[] count;

    private int free = NONE;
    private int used;
    private int[] behind = new int[64];
    private int[] kind = new int[64];
    private long[] what = new long[64];
    private long[] key = new long[64];

    Freight(Run run) {
        this.run = run;
        int n = run.sites * run.sites;
        head = new int[n];
        tail = new int[n];
        count = new int[n];
        Arrays.fill(head, NONE);
        Arrays.fill(tail, NONE);
    }

    /// Sends a part; the way is open.
    ///
    /// @param arrival the event of its arrival, [Run#ITEM] or [Run#SHIPMENT]
    /// @param who what belongs to the event
    void send(int from, int to, long ofKey, int arrival, long who) {
        if (from == to || !run.network.links()[from][to].inLots()) {
            run.after(run.transportSec(from, to, ofKey), arrival, who);
            return;
        }
        int direction = from * run.sites + to;
        append(direction, ofKey, arrival, who);
        loading(arrival, who, true);
        if (count[direction] == 1) {
            expect(direction);
        }
        leaveIfFull(direction);
    }

    private Network.Link link(int direction) {
        return run.network.links()[direction / run.sites][direction % run.sites];
    }

    /// Awaits the next departure.
    private void expect(int direction) {
        double every = link(direction).everySec();
        if (every > 0) {
            long step = Math.max(1, Calendar.ticks(every));
            run.at((run.now + step - 1) / step * step, Run.DEPARTURE, direction);
        }
    }

    private void leaveIfFull(int direction) {
        int lot = link(direction).lot();
        if (lot > 1 && count[direction] >= lot) {
            leave(direction);
        }
    }

    /// A departure: all that waits leaves, if the way is open.
    void depart(int direction) {
        if (count[direction] > 0 && open(direction)) {
            leave(direction);
        }
    }

    private boolean open(int direction) {
        return run.linkOpen(direction / run.sites, direction % run.sites);
    }

    private void leave(int direction) {
        double sec =
                run.transportSec(
                        direction / run.sites, direction % run.sites, key[head[direction]]);
        for (int e = head[direction]; e != NONE; e = behind[e]) {
            loading(kind[e], what[e], false);
            run.after(sec, kind[e], what[e]);
        }
        behind[tail[direction]] = free;
        free = head[direction];
        head[direction] = NONE;
        tail[direction] = NONE;
        count[direction] = 0;
    }

    private void loading(int arrival, long who, boolean now) {
        if (arrival == Run.ITEM) {
            run.pipeline.loading((int) who, now);
        } else {
            run.stock.loading((int) who, now);
        }
    }

    /// The network has changed: what waits on a way that is open now leaves if its lot is full or
    /// the link has no lots any more, and awaits the next departure otherwise.
    void phaseChanged() {
        for (int d = 0; d < count.length; d++) {
            if (count[d] > 0 && open(d)) {
                if (link(d).inLots()) {
                    expect(d);
                    leaveIfFull(d);
                } else {
                    leave(d);
                }
            }
        }
    }

    private void append(int direction, long ofKey, int arrival, long who) {
        int e = free;
        if (e == NONE) {
            if (used == behind.length) {
                int more = 2 * used;
                behind = Arrays.copyOf(behind, more);
                kind = Arrays.copyOf(kind, more);
                what = Arrays.copyOf(what, more);
                key = Arrays.copyOf(key, more);
            }
            e = used++;
        } else {
            free = behind[e];
        }
        kind[e] = arrival;
        what[e] = who;
        key[e] = ofKey;
        behind[e] = NONE;
        if (tail[direction] == NONE) {
            head[direction] = e;
        } else {
            behind[tail[direction]] = e;
        }
        tail[direction] = e;
        count[direction]++;
    }
}
