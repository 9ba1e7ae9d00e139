package parapet.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import parapet.stats.Estimate;
import parapet.stats.MeanEstimator;

/// The same two-echelon network in four kits: events per CPU second. The answer is the mean number
/// of bases with a backorder over the first replications; its exact value is in [TwoEchelonCase].
@State(Scope.Thread)
public class TwoEchelonBenchmark {
    static final double DAYS = 20_000;
    static final double COUNT_FROM = 1_000;
    private static final int ANSWERING = 100;

    /// What runs the model.
    public enum Kit {
        /// The kernel of Parapet alone.
        PARAPET,
        /// The whole engine of sustainment.
        ENGINE,
        /// SSJ.
        SSJ,
        /// DSOL.
        DSOL
    }

    /// What runs the model.
    @Param public Kit kit = Kit.PARAPET;

    /// Repair places of the depot: 14, or so many that none ever waits.
    @Param({"ample", "14"})
    public String places = "ample";

    private TwoEchelonCase model = TwoEchelonCase.ofPlaces(TwoEchelonCase.AMPLE);
    private ScenarioCase scenario = ScenarioCase.read("two-echelon", "ample");
    private Meter.Answer answer = Meter.Answer.NONE;
    private int replication;

    /// Makes the case and the answer.
    @Setup(Level.Trial)
    public void make() {
        boolean ample = places.equals("ample");
        model = TwoEchelonCase.ofPlaces(ample ? TwoEchelonCase.AMPLE : Integer.parseInt(places));
        scenario = ScenarioCase.read("two-echelon", ample ? "ample" : "few");
        var basesShort = new MeanEstimator();
        for (int i = 0; i < ANSWERING; i++) {
            basesShort.add(run().basesShort());
        }
        Estimate found = basesShort.estimate();
        answer = new Meter.Answer(found.mean(), found.standardError(), model.basesShort());
    }

    TwoEchelonRun run() {
        int r = replication++;
        return switch (kit) {
            case PARAPET -> TwoEchelonOnParapet.run(model, DAYS, COUNT_FROM, r);
            case ENGINE -> TwoEchelonInEngine.run(scenario, COUNT_FROM, r);
            case SSJ -> TwoEchelonOnSsj.run(model, DAYS, COUNT_FROM);
            case DSOL -> TwoEchelonOnDsol.run(model, DAYS, COUNT_FROM, r);
        };
    }

    /// One replication.
    @Benchmark
    public double replicate(Meter meter) {
        TwoEchelonRun run = run();
        meter.add(run.events(), run.cpuNanos(), answer);
        return run.basesShort();
    }
}
