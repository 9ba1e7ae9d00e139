package parapet.bench;

import parapet.quantity.Calendar;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.UnitState;

/// The two-echelon network in the whole engine of sustainment. A base is short as long as its unit
/// is not full; how many backorders it has then is not in the log.
final class TwoEchelonInEngine {
    private TwoEchelonInEngine() {}

    static TwoEchelonRun run(ScenarioCase scenario, double countFrom, int replication) {
        long start = Meter.now();
        ReadinessHistory history = scenario.replicate(replication);
        long nanos = Meter.now() - start;
        long from = Math.round(countFrom * Calendar.DAY);
        long end = scenario.made().endTick();
        long down = 0;
        for (int i = 0; i < history.size(); i++) {
            if (history.state(i) != UnitState.FULL) {
                down += Math.max(0, history.to(i) - Math.max(from, history.from(i)));
            }
        }
        return new TwoEchelonRun(
                events(scenario, history), nanos, Double.NaN, (double) down / (end - from));
    }

    /// Events of the model, for comparison with the kits: a demand and a repair for each failure,
    /// two transports for each repair at the depot. The engine's own count is higher: it also has
    /// transports that take no time, and failures that were put off.
    private static long events(ScenarioCase scenario, ReadinessHistory history) {
        long failures = 0;
        for (var part : history.parts()) {
            failures += part.failures();
        }
        var sites = scenario.made().sustain().phases().getFirst().network().sites();
        int depot = 0;
        while (!sites.get(depot).id().equals("depot")) {
            depot++;
        }
        return 2 * failures + 2L * history.repairs(depot);
    }
}
