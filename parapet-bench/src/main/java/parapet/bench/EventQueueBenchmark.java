package parapet.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import parapet.random.Sampler;
import parapet.random.Streams;

/// Pending-event sets under the hold model with exponential delays. The answer is a hash over the
/// times of the first events taken: equal for all that keep the order of time.
@State(Scope.Thread)
public class EventQueueBenchmark {
    private static final int HOLDS = 100_000;
    private static final int DELAYS = 1 << 16;
    private static final double MEAN = 1e6;

    /// Whose queue.
    public enum Kit {
        /// [parapet.sim.EventQueue].
        PARAPET,
        /// [java.util.PriorityQueue].
        JDK,
        /// The default list of SSJ, a splay tree.
        SSJ,
        /// The default list of DSOL, a red-black tree.
        DSOL;

        PendingEvents empty() {
            return switch (this) {
                case PARAPET -> new PendingEvents.Parapet();
                case JDK -> new PendingEvents.Jdk();
                case SSJ -> new PendingEvents.Ssj();
                case DSOL -> new PendingEvents.Dsol();
            };
        }
    }

    /// Whose queue.
    @Param public Kit kit = Kit.PARAPET;

    /// How many events are pending.
    @Param({"1000", "100000", "1000000"})
    public int pending = 1000;

    private final long[] delays = new long[DELAYS];
    private int next;
    private PendingEvents events = Kit.PARAPET.empty();
    private Meter.Answer answer = Meter.Answer.NONE;

    /// Fills the queue and lets it come to its steady state.
    @Setup(Level.Trial)
    public void fill() {
        var random = new Streams(1, 0, 0).at("bench.hold", 0);
        for (int i = 0; i < DELAYS; i++) {
            delays[i] = Math.round(Sampler.exponential(random, MEAN));
        }
        events = kit.empty();
        for (int i = 0; i < pending; i++) {
            events.add(Math.round(Sampler.exponential(random, MEAN)));
        }
        long hash = 0;
        for (int i = 0; i < 5 * pending; i++) {
            hash = 31 * hash + hold();
        }
        answer = Meter.Answer.checksum(hash);
    }

    private long hold() {
        next = (next + 1) & (DELAYS - 1);
        return events.hold(delays[next]);
    }

    double checksum() {
        return answer.value();
    }

    /// Some events, each taken and added again.
    @Benchmark
    public long hold(Meter meter) {
        long start = Meter.now();
        long last = 0;
        for (int i = 0; i < HOLDS; i++) {
            last = hold();
        }
        meter.add(HOLDS, Meter.now() - start, answer);
        return last;
    }
}
