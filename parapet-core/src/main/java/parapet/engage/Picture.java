package parapet.engage;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import parapet.quantity.Calendar;
import parapet.random.KeyedRandom;
import parapet.random.Streams;

/// What chance decides about detection in one replication: when each sensor has a track of each
/// threat, if it works and has room for it.
///
/// A sensor looks at a threat once a scan, the first time at a phase that is uniform over the scan.
/// A look in view finds it with the probability of [Seen]. M finds within the last N looks in view
/// start a track, at the time of the look. The track is kept while the threat is in view and lost
/// at the N-th look in turn out of view; it may be started anew.
///
/// Looks do not depend on who is ready, on other sensors, or on the fight, and their chance is
/// keyed by sensor, threat, night and number of the look. So every force state and plan sees the
/// same sky. Computed sensor by sensor when first asked for. Safe for any thread.
public final class Picture {
    private static final long[] EMPTY = {};
    private static final long NIGHT = 0xD1B54A32D192ED03L;
    private static final long LOOK = 0x9E6C63D0876A9A47L;
    private static final long PHASE = Streams.entity("engage.phase");

    private final Battlefield field;
    private final Streams streams;

    /// Begins and ends of tracks in order of time, by night and sensor.
    private final AtomicReferenceArray<long[]> events;

    private Picture(Battlefield field, Streams streams) {
        this.field = field;
        this.streams = streams;
        this.events = new AtomicReferenceArray<>(field.seen.length * field.input.raid().nights());
    }

    /// The picture of one replication.
    public static Picture of(Battlefield field, Streams streams) {
        return new Picture(field, streams);
    }

    /// When a sensor first has a track of a threat, s since the raid began; NaN when never.
    ///
    /// @param night index of the night
    public double firstTrackSec(int night, int sensor, int threat) {
        for (long event : events(night, sensor)) {
            if (threat(event) == threat && begins(event)) {
                return Calendar.seconds(tick(event));
            }
        }
        return Double.NaN;
    }

    Battlefield field() {
        return field;
    }

    /// Begins and ends of the tracks of a sensor, in order; see [#tick], [#threat], [#begins].
    long[] events(int night, int sensor) {
        int at = night * field.seen.length + sensor;
        long[] known = events.get(at);
        if (known == null) {
            known = compute(night, sensor);
            events.set(at, known); // the same whoever computes it
        }
        return known;
    }

    static long tick(long event) {
        return event >> 20;
    }

    static int threat(long event) {
        return (int) (event >> 1) & 0x7FFFF;
    }

    static boolean begins(long event) {
        return (event & 1) == 1;
    }

    private long[] compute(int night, int sensor) {
        Seen[] seen = field.seen[sensor];
        boolean blind = true;
        for (Seen one : seen) {
            blind &= one.inView.isEmpty();
        }
        if (blind) {
            return EMPTY;
        }
        var run = new Looks(field.input.sensors().get(sensor), night);
        for (int j = 0; j < field.threats; j++) {
            run.follow(j, seen[field.pairOf[j]]);
        }
        return run.sorted();
    }

    /// All looks of one sensor in one night.
    private final class Looks {
        private final KeyedRandom chance = new KeyedRandom();
        private final double periodSec;
        private final int hits;
        private final int looks;
        private final long window;
        private final long purpose;
        private final long night;
        private long[] found = new long[64];
        private int size;

        Looks(Sensor sensor, int night) {
            periodSec = sensor.radar().scanPeriodSec();
            hits = sensor.radar().confirmHits();
            looks = sensor.radar().confirmLooks();
            window = -1L >>> (64 - looks);
            purpose = streams.at("engage.detect", sensor.id()).nextLong();
            this.night = night * NIGHT;
        }

        void follow(int threat, Seen seen) {
            Intervals view = seen.inView;
            if (view.isEmpty()) {
                return;
            }
            long key = field.threatKey[threat] + night;
            double phase = Streams.open(chance.at(key, purpose ^ PHASE)) * periodSec;
            double start = field.startSec[threat];
            boolean held = false;
            long history = 0;
            long last = Long.MIN_VALUE / 2; // number of the last look in view
            double blockSec = seen.blockSec();
            double blockEnds = -1;
            double bound = 1;
            for (int i = 0; i < view.size(); i++) {
                long first = (long) StrictMath.ceil((view.begin(i) - phase) / periodSec);
                long end = (long) StrictMath.floor((view.end(i) - phase) / periodSec);
                first = Math.max(first, 0);
                if (first > end) {
                    continue;
                }
                if (first > last + looks) {
                    if (held) {
                        add(start + phase + (last + looks) * periodSec, threat, 0);
                        held = false;
                    }
                    history = 0;
                }
                for (long k = first; k <= end && !held; k++) {
                    double time = phase + k * periodSec;
                    if (time > blockEnds) {
                        int block = (int) (time / blockSec);
                        bound = seen.bound(block);
                        blockEnds = (block + 1) * blockSec;
                    }
                    double u = Streams.open(chance.at(key + k * LOOK, purpose));
                    boolean hit = u < bound && u < seen.probability(time);
                    history = (history << 1 | (hit ? 1 : 0)) & window;
                    if (Long.bitCount(history) >= hits) {
                        held = true;
                        history = 0;
                        add(start + time, threat, 1);
                    }
                }
                last = end;
            }
            if (held) {
                add(start + phase + (last + looks) * periodSec, threat, 0);
            }
        }

        private void add(double sec, int threat, int begins) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = Calendar.ticks(sec) << 20 | (long) threat << 1 | begins;
        }

        long[] sorted() {
            long[] all = Arrays.copyOf(found, size);
            Arrays.sort(all);
            return all;
        }
    }
}
