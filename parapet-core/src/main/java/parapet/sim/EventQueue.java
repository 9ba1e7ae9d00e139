package parapet.sim;

import java.util.Arrays;

/// The pending events of one run, least tick first; events of the same tick leave in the order in
/// which they came. A 4-ary heap in one `long` array, so that nothing is allocated per event: an
/// event is a payload of 64 bits whose meaning is the engine's.
///
/// The sequence numbers that break ties belong to the queue, not to the JVM. Adding and taking cost
/// O(log n). There is no removal: an engine that changes its mind marks the event as stale by a
/// version number inside the payload. For one thread.
public final class EventQueue {
    private static final int STRIDE = 3;
    private static final int WAYS = 4;

    /// Entry `i` is `heap[3i]` tick, `heap[3i+1]` sequence number, `heap[3i+2]` payload.
    private long[] heap = new long[STRIDE * 64];

    private int size;
    private long sequence;

    /// Adds an event.
    ///
    /// @param tick when it happens
    /// @param payload what happens
    public void add(long tick, long payload) {
        if (STRIDE * size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heap.length);
        }
        long order = sequence++;
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) / WAYS;
            // A newer event never overtakes one of the same tick.
            if (heap[STRIDE * parent] <= tick) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, tick, order, payload);
    }

    /// The tick of the next event, `Long.MAX_VALUE` when there is none.
    public long tick() {
        return size == 0 ? Long.MAX_VALUE : heap[0];
    }

    /// Takes the next event.
    ///
    /// @return its payload
    public long poll() {
        if (size == 0) {
            throw new IllegalStateException("The event queue is empty.");
        }
        long payload = heap[2];
        int last = --size;
        if (last > 0) {
            sink(heap[STRIDE * last], heap[STRIDE * last + 1], heap[STRIDE * last + 2]);
        }
        return payload;
    }

    /// Number of pending events.
    public int size() {
        return size;
    }

    private void sink(long tick, long order, long payload) {
        int hole = 0;
        while (true) {
            int child = WAYS * hole + 1;
            if (child >= size) {
                break;
            }
            int end = Math.min(child + WAYS, size);
            int least = child;
            for (int i = child + 1; i < end; i++) {
                if (before(heap[STRIDE * i], heap[STRIDE * i + 1], least)) {
                    least = i;
                }
            }
            if (before(tick, order, least)) {
                break;
            }
            move(least, hole);
            hole = least;
        }
        put(hole, tick, order, payload);
    }

    private boolean before(long tick, long order, int entry) {
        long other = heap[STRIDE * entry];
        return tick < other || (tick == other && order < heap[STRIDE * entry + 1]);
    }

    private void move(int from, int to) {
        put(to, heap[STRIDE * from], heap[STRIDE * from + 1], heap[STRIDE * from + 2]);
    }

    private void put(int entry, long tick, long order, long payload) {
        heap[STRIDE * entry] = tick;
        heap[STRIDE * entry + 1] = order;
        heap[STRIDE * entry + 2] = payload;
    }
}
