package parapet.engage;

import java.util.Arrays;
import parapet.quantity.Calendar;

/// Openings and closings of windows and ends of lanes in order of tick, then kind, then threat,
/// fire unit and magazine.
///
/// Collected in the order of kind, threat, unit and magazine, and then sorted by tick in passes
/// that keep that order (radix sort).
///
/// @param tick when
/// @param what kind, magazine, fire unit and threat, see [Battlefield#step]
record Steps(long[] tick, long[] what) {
    private static final int BITS = 11;
    private static final int MASK = (1 << BITS) - 1;

    static Steps of(Battlefield field) {
        var collected = new Collector();
        for (int kind = Battlefield.OPEN; kind <= Battlefield.CLOSE; kind++) {
            for (int j = 0; j < field.threats; j++) {
                for (int u = 0; u < field.units; u++) {
                    collected.windows(field, kind, u, j);
                }
            }
        }
        for (int j = 0; j < field.threats; j++) {
            collected.add(field.endTick[j], Battlefield.step(Battlefield.END, 0, 0, j));
        }
        return collected.sorted();
    }

    private static final class Collector {
        private long[] tick = new long[1 << 10];
        private long[] what = new long[1 << 10];
        private int size;

        void windows(Battlefield field, int kind, int unit, int threat) {
            Shots shots = field.shots[unit][field.pairOf[threat]];
            if (shots.fails != null) {
                return;
            }
            for (int m = 0; m < shots.windows.size(); m++) {
                Intervals one = shots.windows.get(m);
                for (int k = 0; k < one.size(); k++) {
                    // The whole ticks inside the window, its ends included.
                    double opens = (field.startSec[threat] + one.begin(k)) * Calendar.SECOND;
                    double closes = (field.startSec[threat] + one.end(k)) * Calendar.SECOND;
                    long from = (long) StrictMath.ceil(opens);
                    long to = (long) StrictMath.floor(closes) + 1;
                    if (from < to) {
                        add(
                                kind == Battlefield.OPEN ? from : to,
                                Battlefield.step(kind, m, unit, threat));
                    }
                }
            }
        }

        void add(long when, long step) {
            if (size == tick.length) {
                tick = Arrays.copyOf(tick, 2 * size);
                what = Arrays.copyOf(what, 2 * size);
            }
            tick[size] = when;
            what[size++] = step;
        }

        Steps sorted() {
            long[] t = Arrays.copyOf(tick, size);
            long[] w = Arrays.copyOf(what, size);
            long most = Arrays.stream(t).max().orElse(0);
            var t2 = new long[size];
            var w2 = new long[size];
            for (int shift = 0; most >> shift > 0; shift += BITS) {
                var at = new int[MASK + 2];
                for (long one : t) {
                    at[((int) (one >> shift) & MASK) + 1]++;
                }
                for (int k = 0; k <= MASK; k++) {
                    at[k + 1] += at[k];
                }
                for (int i = 0; i < size; i++) {
                    int to = at[(int) (t[i] >> shift) & MASK]++;
                    t2[to] = t[i];
                    w2[to] = w[i];
                }
                long[] swap = t;
                t = t2;
                t2 = swap;
                swap = w;
                w = w2;
                w2 = swap;
            }
            return new Steps(t, w);
        }
    }
}
