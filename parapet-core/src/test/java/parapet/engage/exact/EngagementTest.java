package parapet.engage.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import parapet.random.Streams;
import parapet.stats.DiscreteLaw;
import parapet.stats.ErlangB;

/// Limits and second ways to the same numbers; the numbers themselves are reference cases.
final class EngagementTest {
    @Test
    void patienceLiesBetweenLossAndAQueueThatGrows() {
        for (double arrivals : new double[] {0, 0.5, 3.2, 4, 6}) {
            assertThat(LimitedPatience.lossProbability(4, arrivals, 1, 0))
                    .as("no patience, %s", arrivals)
                    .isCloseTo(ErlangB.lossProbability(4, arrivals), within(1e-14));
            double endless = Math.max(0, 1 - 4 / Math.max(arrivals, 1e-9));
            assertThat(LimitedPatience.lossProbability(4, arrivals, 1, 1e4))
                    .as("endless patience, %s", arrivals)
                    .isCloseTo(endless, within(1e-4));
        }
    }

    @Test
    void oneShotForEachThreatIsBinomial() {
        DiscreteLaw leakers = FiniteMagazine.of(8, 8, 1, 0.3).leakers();
        DiscreteLaw layer = Layers.leakers(8, 0.3).law();
        for (int k = 0; k <= 8; k++) {
            assertThat(leakers.probability(k)).isCloseTo(layer.probability(k), within(1e-14));
        }
        assertThat(FiniteMagazine.of(5, 100, 2, 0.7).meanRoundsUsed())
                .isCloseTo(
                        ShootLookShoot.of(0.7, new int[] {1, 1}, 5).expectedRounds(),
                        within(1e-12));
    }

    /// Counting one by one: n = 200 000 salvos, standard error of the mean loss 0.0011.
    @Test
    void lossesOfASalvoAgreeWithCounting() {
        UniformRandomProvider random = new Streams(2, -1, -1).at("test.salvo", 0);
        int n = 200_000;
        double hits = 0;
        double lost = 0;
        for (int i = 0; i < n; i++) {
            int on = 0;
            for (int k = 0; k < 9; k++) {
                on += random.nextDouble() < 0.7 ? 1 : 0;
            }
            for (int k = 0; k < 6; k++) {
                on -= random.nextDouble() < 0.6 ? 1 : 0;
            }
            on = Math.max(on, 0);
            hits += on;
            lost += Math.clamp(0.4 * on, 0, 2);
        }
        DiscreteLaw law = StochasticSalvo.hits(9, 0.7, 6, 0.6);
        assertThat(law.mean()).isCloseTo(hits / n, within(0.018)); // 4.4 standard errors
        assertThat(StochasticSalvo.loss(law, 2, 0.4, 0).meanUnits())
                .isCloseTo(lost / n, within(0.006));
        assertThat(StochasticSalvo.loss(law, 2, 0.4, 1e-9).meanUnits())
                .isCloseTo(StochasticSalvo.loss(law, 2, 0.4, 0).meanUnits(), within(1e-8));
    }

    @Test
    void aMeanOfReadinessHidesLeakers() { // leakers are convex in the squadrons ready
        for (double a = 0.1; a < 1; a += 0.1) {
            DiscreteLaw ready =
                    ReadinessToLeakers.ready(5, List.of(new ReadinessToLeakers.State(1, a)));
            assertThat(ReadinessToLeakers.expectedLeakers(ready, 40, 12))
                    .isGreaterThanOrEqualTo(
                            ReadinessToLeakers.leakers(ready.mean(), 40, 12) - 1e-12);
        }
    }

    /// Both branches against the integral by midpoints.
    @Test
    void stepsSkipCrossings() {
        for (double step : new double[] {5, 12, 60}) {
            int n = 1_000_000;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double u = (i + 0.5) / n;
                sum += Math.max(0, 1 - 2 * 5_000 * Math.sqrt(1 - u * u) / (900 * step));
            }
            assertThat(ScanSkip.stepped(900, 5_000, step)).isCloseTo(sum / n, within(1e-8));
        }
        assertThat(ScanSkip.nextEvent(5_000)).isZero();
    }

    @Test
    void cyclesThatEndWithTheWindowCount() {
        assertThat(Saturation.engaged(100, 2, 0.1, 0.3)).isEqualTo(6);
        assertThat(Saturation.engaged(100, 2, 0.1, 0.2999)).isEqualTo(4);
        assertThat(Saturation.engaged(3, 2, 0.1, 0.3)).isEqualTo(3);
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> Layers.survivalProbability(1.2)).hasMessageContaining("(1.2)");
        assertThatThrownBy(() -> ChannelLoss.of(-1, 0.5, 3)).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> Saturation.engaged(1, 1, 0, 1)).hasMessageContaining("cycleSec");
        assertThatThrownBy(() -> LimitedPatience.lossProbability(0, 1, 1, 1))
                .hasMessageContaining("channels (0)");
    }
}
