package parapet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What one iteration of a benchmark has done: work, CPU time of the working thread, and the
/// answer. JMH sets all to 0 before each iteration and hands them to the [Report].
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Meter {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Units of work done.
    public long work;

    /// CPU time of the working thread, ns.
    public long cpuNanos;

    /// Value of the answer.
    public double answer;

    /// Its standard error, 0 for a checksum.
    public double error;

    /// What it should be, 0 for a checksum.
    public double exact;

    /// CPU time of this thread, ns.
    static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    void add(long done, long nanos, Answer what) {
        work += done;
        cpuNanos += nanos;
        answer = what.value();
        error = what.error();
        exact = what.exact();
    }

    /// An answer, made once for each trial.
    ///
    /// @param value a checksum, or a mean
    /// @param error standard error of the mean, 0 for a checksum
    /// @param exact what the mean estimates, 0 for a checksum
    record Answer(double value, double error, double exact) {
        static final Answer NONE = new Answer(0, 0, 0);

        /// So many bits of a hash as all JMH's numbers can hold.
        static Answer checksum(long hash) {
            return new Answer(hash >>> 24, 0, 0);
        }
    }
}
