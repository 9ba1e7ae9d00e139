package parapet.bench;

import java.nio.file.Path;
import parapet.io.ScenarioReader;
import parapet.programme.Deliveries;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.Realiser;
import parapet.sim.Audit;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Sustainment;

/// A scenario below `bench/scenarios`, ready for replications: the whole engine with its log of
/// readiness, its causes, its money and its audit at the end, as in a study.
///
/// @param made the plan, realised once
record ScenarioCase(Case made) {
    static ScenarioCase read(String name, String plan) {
        Path root = Path.of(System.getProperty("parapet.root", ".."));
        var read = ScenarioReader.read(root.resolve("bench/scenarios").resolve(name));
        var scenario = read.scenarioOrThrow();
        var evidence = Realiser.evidence(scenario, Realiser.lastDay(scenario));
        return new ScenarioCase(new Realiser(evidence, 1).realise(read.plan(plan), 0));
    }

    ReadinessHistory replicate(int replication) {
        var streams = new Streams(1, 0, replication);
        var ledger = new Ledger();
        var deliveries = Deliveries.deliver(made.programme(), streams, ledger, made.endTick());
        return Sustainment.simulate(made.sustain(), deliveries, streams, ledger, Audit.NORMAL);
    }
}
