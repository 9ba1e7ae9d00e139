package parapet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.stats.Estimate;

/// What is timed computes the same everywhere.
final class AnswersTest {
    private static final double DAYS = 20_000;
    private static final double COUNT_FROM = 1_000;
    private static final int N = 60;

    /// The four kits against the exact law, by z over 60 replications; below 4.42 it fails for one
    /// seed in 100 000 each if the kit is right, a mean that is 6.5 standard errors off (6 % of the
    /// bases short with 14 places, 3 % with ample ones) is caught with probability 0.98.
    @ParameterizedTest
    @ValueSource(ints = {14, TwoEchelonCase.AMPLE})
    void kitsAgreeWithTheExactValue(int places) {
        TwoEchelonCase model = TwoEchelonCase.ofPlaces(places);
        String plan = places == TwoEchelonCase.AMPLE ? "ample" : "few";
        ScenarioCase scenario = ScenarioCase.read("two-echelon", plan);
        agree(model, r -> TwoEchelonOnParapet.run(model, DAYS, COUNT_FROM, r), true);
        agree(model, _ -> TwoEchelonOnSsj.run(model, DAYS, COUNT_FROM), true);
        agree(model, r -> TwoEchelonOnDsol.run(model, DAYS, COUNT_FROM, r), true);
        agree(model, r -> TwoEchelonInEngine.run(scenario, COUNT_FROM, r), false);
    }

    private static void agree(
            TwoEchelonCase model, IntFunction<TwoEchelonRun> kit, boolean counts) {
        var runs = new TwoEchelonRun[N];
        for (int r = 0; r < N; r++) {
            runs[r] = kit.apply(r);
        }
        assertThat(z(runs, TwoEchelonRun::basesShort, model.basesShort()))
                .as("z of bases short")
                .isBetween(-4.42, 4.42);
        if (counts) {
            assertThat(z(runs, TwoEchelonRun::backorders, model.backorders()))
                    .as("z of backorders")
                    .isBetween(-4.42, 4.42);
        }
    }

    private static double z(
            TwoEchelonRun[] runs, ToDoubleFunction<TwoEchelonRun> value, double exact) {
        Estimate found = Estimate.of(Arrays.stream(runs).mapToDouble(value).toArray());
        return (found.mean() - exact) / found.standardError();
    }

    @Test
    void queuesKeepTheSameOrder() {
        for (var kit : EventQueueBenchmark.Kit.values()) {
            assertThat(checksum(kit))
                    .as("checksum of %s", kit)
                    .isEqualTo(checksum(EventQueueBenchmark.Kit.JDK));
        }
    }

    private static double checksum(EventQueueBenchmark.Kit kit) {
        var benchmark = new EventQueueBenchmark();
        benchmark.kit = kit;
        benchmark.fill();
        return benchmark.checksum();
    }

    /// The case is about the size it is meant to be: 0.3 million events, all states met.
    @Test
    void theEnginesCaseHasItsSize() {
        var history = ScenarioCase.read("ten-units", "baseline").replicate(0);
        assertThat(history.events()).isBetween(250_000L, 400_000L);
    }
}
