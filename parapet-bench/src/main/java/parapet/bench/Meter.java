package parapet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What one iteration of a benchmark has done: work, CPU time of the working thread, and answers.
/// JMH sets all to 0 before each iteration and hands them to the [Report].
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Meter {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Units of work done.
    public long work;

    /// CPU time of the working thread, ns.
    public long cpuNanos;

    /// Events in it, where they are not the work itself.
    public long events;

    /// Number of answers.
    public long answers;

    /// Sum of the answers.
    public double answerSum;

    /// Sum of their squares.
    public double answerSquares;

    /// Sum of what the answers should be on average, 0 for a checksum.
    public double expectedSum;

    /// CPU time of this thread, ns.
    static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    void add(long done, long nanos, double answer, double expected) {
        work += done;
        cpuNanos += nanos;
        answers++;
        answerSum += answer;
        answerSquares += answer * answer;
        expectedSum += expected;
    }
}
