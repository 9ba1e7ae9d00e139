package parapet.sim;

import java.util.Arrays;

/// The pending events of one run, least tick first; events of the same tick leave in the order in
/// which they came. A 4-ary heap in two `long` arrays, so that nothing is allocated per event: an
/// event is a payload of 64 bits whose meaning is the engine's.
///
/// The sequence numbers that break ties belong to the queue, not to the JVM. Adding and taking cost
/// O(log n). There is no removal: an engine that changes its mind marks the event as stale by a
/// version number inside the payload. For one thread.
///
/// What costs time here is guessing wrong which way a comparison goes. So the least of four
/// siblings is found without branches, and the hole that the taken event leaves goes all the way
/// down before the last event, which most often belongs near the bottom, is put into it \[Wegener
/// 1993\].
public final class EventQueue {
    private static final int WAYS = 4;

    /// Ticks stay within ± this, so that the sign of their difference tells their order.
    private static final long MOST = 1L << 62;

    private long[] ticks = new long[64];

    /// `rest[2i]` is the sequence number of entry `i`, `rest[2i+1]` its payload.
    private long[] rest = new long[2 * 64];

    private int size;
    private long sequence;

    /// Adds an event.
    ///
    /// @param tick when it happens, from -2^62 to 2^62 - 1
    /// @param payload what happens
    /// @throws IllegalArgumentException if the tick is out of this range
    public void add(long tick, long payload) {
        if (tick + MOST < 0) {
            throw new IllegalArgumentException("The tick (%d) is out of range.".formatted(tick));
        }
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            rest = Arrays.copyOf(rest, 4 * size);
        }
        rise(size++, tick, sequence++, payload);
    }

    /// The tick of the next event, `Long.MAX_VALUE` when there is none.
    public long tick() {
        return size == 0 ? Long.MAX_VALUE : ticks[0];
    }

    /// Takes the next event.
    ///
    /// @return its payload
    public long poll() {
        if (size == 0) {
            throw new IllegalStateException("The event queue is empty.");
        }
        long payload = rest[1];
        int last = --size;
        if (last > 0) {
            rise(sink(), ticks[last], rest[2 * last], rest[2 * last + 1]);
        }
        return payload;
    }

    /// Number of pending events.
    public int size() {
        return size;
    }

    /// Moves the hole at the root down to a leaf.
    ///
    /// @return where it is then
    private int sink() {
        int hole = 0;
        int child = 1;
        while (child + WAYS <= size) {
            int least = leastOfFour(child);
            move(least, hole);
            hole = least;
            child = WAYS * hole + 1;
        }
        if (child < size) {
            int least = least(child, size);
            move(least, hole);
            hole = least;
        }
        return hole;
    }

    /// The first to leave of four siblings, as in a tournament; a tie is rare and takes the long
    /// way.
    private int leastOfFour(int first) {
        long a = ticks[first];
        long b = ticks[first + 2];
        long left = ticks[first + 1] - a;
        long right = ticks[first + 3] - b;
        long leftLess = left >> 63;
        long rightLess = right >> 63;
        long last = b + (right & rightLess) - (a + (left & leftLess));
        if (left == 0 || right == 0 || last == 0) {
            return least(first, first + WAYS);
        }
        int winner = first - (int) leftLess;
        int other = first + 2 - (int) rightLess;
        return winner + ((other - winner) & (int) (last >> 63));
    }

    /// The first to leave of the entries from `first` to before `end`.
    private int least(int first, int end) {
        int least = first;
        for (int i = first + 1; i < end; i++) {
            if (before(i, ticks[least], rest[2 * least])) {
                least = i;
            }
        }
        return least;
    }

    private boolean before(int entry, long tick, long order) {
        return ticks[entry] < tick || (ticks[entry] == tick && rest[2 * entry] < order);
    }

    /// Puts an event into the hole, or above it if it leaves before what is there.
    private void rise(int from, long tick, long order, long payload) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) / WAYS;
            if (before(parent, tick, order)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        ticks[hole] = tick;
        rest[2 * hole] = order;
        rest[2 * hole + 1] = payload;
    }

    private void move(int from, int to) {
        ticks[to] = ticks[from];
        rest[2 * to] = rest[2 * from];
        rest[2 * to + 1] = rest[2 * from + 1];
    }
}
