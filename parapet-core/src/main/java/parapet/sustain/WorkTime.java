package parapet.sustain;

import java.util.Arrays;
import parapet.quantity.Calendar;

/// When a shop or its people work: some days of each cycle, without the closed periods.
///
/// Work advances only while it is open: [#after] tells when work that begins at a tick is done.
/// Pure functions of the tick; the cost of [#after] is one step for each opening on the way.
///
/// @param openDays days of work in each cycle, 1 to `cycleDays`; the first ones
/// @param cycleDays length of the cycle, days
/// @param cycleStart a tick at which a cycle begins
/// @param closed closed periods as pairs from, to (exclusive) in ticks, rising and disjoint
public record WorkTime(int openDays, int cycleDays, long cycleStart, long[] closed) {
    /// Never closed.
    public static final WorkTime ALWAYS = new WorkTime(1, 1, 0, new long[0]);

    private static final long NEVER = Long.MAX_VALUE;

    public WorkTime {
        if (openDays < 1 || openDays > cycleDays) {
            throw new IllegalArgumentException(
                    "The openDays (%d) must lie in 1..%d, the length of the cycle."
                            .formatted(openDays, cycleDays));
        }
        if (closed.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "The closed periods have (%d) ends, an odd number.".formatted(closed.length));
        }
        for (int i = 1; i < closed.length; i++) {
            if (closed[i] <= closed[i - 1]) {
                throw new IllegalArgumentException(
                        "The closed periods do not rise at (%d).".formatted(closed[i]));
            }
        }
        closed = closed.clone();
    }

    /// Whether it is never closed.
    public boolean always() {
        return openDays == cycleDays && closed.length == 0;
    }

    /// Share of the days of a cycle that are open; closed periods are left out of account.
    public double share() {
        return (double) openDays / cycleDays;
    }

    /// Whether work goes on just after `tick`.
    public boolean isOpen(long tick) {
        if (openDays < cycleDays
                && Math.floorMod(tick - cycleStart, cycleDays * Calendar.DAY)
                        >= openDays * Calendar.DAY) {
            return false;
        }
        return (bounds(tick) & 1) == 0;
    }

    /// Ends of closed periods at or before `tick`.
    private int bounds(long tick) {
        int at = Arrays.binarySearch(closed, tick);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /// The first tick after `tick` at which it opens or closes; `Long.MAX_VALUE` for never.
    public long nextChange(long tick) {
        if (always()) {
            return NEVER;
        }
        boolean now = isOpen(tick);
        long at = tick;
        do {
            at = nextBound(at);
        } while (at != NEVER && isOpen(at) == now);
        return at;
    }

    private long nextBound(long tick) {
        int i = bounds(tick);
        long next = i < closed.length ? closed[i] : NEVER;
        if (openDays < cycleDays) {
            long cycle = cycleDays * Calendar.DAY;
            long into = Math.floorMod(tick - cycleStart, cycle);
            long open = openDays * Calendar.DAY;
            next = Math.min(next, tick - into + (into < open ? open : cycle));
        }
        return next;
    }

    /// When work of length `work` that begins at `tick`, or at the next opening, is done;
    /// `Long.MAX_VALUE` for never.
    ///
    /// @param tick when it may begin
    /// @param work working time in ticks, 0 or more
    public long after(long tick, long work) {
        if (always()) {
            return work > NEVER - tick ? NEVER : tick + work;
        }
        long from = isOpen(tick) ? tick : nextChange(tick);
        long left = work;
        while (from != NEVER) {
            long until = nextChange(from);
            if (left <= until - from) {
                return from + left;
            }
            left -= until - from;
            from = nextChange(until);
        }
        return NEVER;
    }
}
