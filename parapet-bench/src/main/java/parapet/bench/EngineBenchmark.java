package parapet.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import parapet.sustain.ReadinessHistory;

/// Ten units for thirty years, about 0.3 million events a replication: replications per CPU second
/// of the whole engine. The answer is a hash over the first replications: equal as long as the
/// engine computes the same.
@State(Scope.Thread)
public class EngineBenchmark {
    private static final int CHECKED = 3;

    private final ScenarioCase scenario = ScenarioCase.read("ten-units", "baseline");
    private final Meter.Answer answer = Meter.Answer.checksum(hash());
    private int replication;

    private long hash() {
        long hash = 0;
        for (int r = 0; r < CHECKED; r++) {
            hash = 31 * hash + scenario.replicate(r).fingerprint();
        }
        return hash;
    }

    /// One replication.
    @Benchmark
    public ReadinessHistory replicate(Meter meter) {
        long start = Meter.now();
        ReadinessHistory history = scenario.replicate(replication++);
        meter.add(1, Meter.now() - start, answer);
        return history;
    }
}
