package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QueuesTest {
    @Test
    void lossOfTwoErlangOnFourServersIsTwoTwentyFirsts() { // Erlang 1917, B(4, 2) = 2/21
        assertThat(Erlang.lossProbability(4, 2)).isCloseTo(2.0 / 21, within(1e-15));
        assertThat(Erlang.waitProbability(4, 2)).isCloseTo(4.0 / 23, within(1e-15));
    }

    @Test
    void singleServerWaits() { // M/M/1: P(wait) = ρ, time in system 1/(μ-λ)
        var w = Erlang.waiting(1, 3, 4);
        assertThat(w.waitProbability()).isCloseTo(0.75, within(1e-15));
        assertThat(w.emptyProbability()).isCloseTo(0.25, within(1e-15));
        assertThat(w.meanTimeInSystem()).isCloseTo(1, within(1e-14));
        assertThat(w.meanWait()).isCloseTo(0.75, within(1e-14));
    }

    @Test
    void thousandsOfServersDoNotOverflow() {
        assertThat(Erlang.waiting(5000, 4900, 1).emptyProbability()).isZero();
        assertThat(Erlang.lossProbability(5000, 4900)).isBetween(1e-3, 1e-2);
    }

    @Test
    void engsetOfTwoSourcesAndOneServer() { // weights 1, 2α: busy 2α/(1+2α); calls lost α/(1+α)
        assertThat(Engset.timeCongestion(2, 1, 0.5)).isCloseTo(0.5, within(1e-15));
        assertThat(Engset.callCongestion(2, 1, 0.5)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(Engset.callCongestion(3, 3, 0.5)).isZero();
        assertThat(Engset.timeCongestion(3, 4, 0.5)).isZero();
    }

    @Test
    void engsetTendsToErlang() { // many sources, same total load
        assertThat(Engset.timeCongestion(1_000_000, 4, 2e-6))
                .isCloseTo(Erlang.lossProbability(4, 2), within(1e-6));
    }

    @Test
    void onePlaceIsGeometric() { // M/M/1, ρ = 0.6: mean 1.5, variance 3.75, EBO(2) = 0.6³/0.4
        var r = FiniteDepot.solve(0.02, 30, 1, 2);
        assertThat(r.pipelineMean()).isCloseTo(1.5, within(1e-14));
        assertThat(r.pipelineVariance()).isCloseTo(3.75, within(1e-13));
        assertThat(r.expectedBackorders()).isCloseTo(0.54, within(1e-14));
        assertThat(r.fillRate()).isCloseTo(0.64, within(1e-14));
    }

    @Test
    void closedFormsAgreeWithTheLawAndWithErlang() {
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            int places = 1 + random.nextInt(30);
            double load = places * 0.95 * random.nextDouble();
            int stock = random.nextInt(40);
            var r = FiniteDepot.solve(load, 1, places, stock);
            var law = FiniteDepot.pipeline(load, 1, places);
            var s = SingleSite.measure(law, stock);
            String as = "seed %d".formatted(seed);
            assertThat(r.pipelineMean()).as(as).isCloseTo(s.pipelineMean(), within(1e-11));
            assertThat(r.pipelineVariance()).as(as).isCloseTo(s.pipelineVariance(), within(1e-9));
            assertThat(r.expectedBackorders())
                    .as(as)
                    .isCloseTo(s.expectedBackorders(), within(1e-11));
            assertThat(r.fillRate()).as(as).isCloseTo(s.fillRate(), within(1e-12));
            assertThat(r.waitProbability())
                    .as(as)
                    .isCloseTo(Erlang.waitProbability(places, load), within(1e-12));
        }
    }

    @Test
    void aShopThatCannotKeepUpIsRefused() {
        assertThatThrownBy(() -> FiniteDepot.solve(2, 1, 2, 0)).hasMessageContaining("(2.0)");
        assertThatThrownBy(() -> Erlang.waitProbability(2, 3)).hasMessageContaining("(3.0)");
    }

    @Test
    void noWorkAtAll() {
        var r = FiniteDepot.solve(0, 5, 3, 0);
        assertThat(r.pipelineMean()).isZero();
        assertThat(r.expectedBackorders()).isZero();
        assertThat(Erlang.lossProbability(0, 0)).isEqualTo(1);
    }
}
