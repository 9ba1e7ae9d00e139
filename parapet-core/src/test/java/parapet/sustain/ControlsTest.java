package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static parapet.sustain.Cases.D;
import static parapet.sustain.Cases.NOWHERE;
import static parapet.sustain.Cases.input;
import static parapet.sustain.Cases.network;
import static parapet.sustain.Cases.part;
import static parapet.sustain.Cases.shop;
import static parapet.sustain.Cases.site;
import static parapet.sustain.Cases.type;

import org.junit.jupiter.api.Test;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;
import parapet.stats.ControlledEstimate;
import parapet.stats.MeanEstimator;

/// The controls of the simulation: mean 0, and what they gain.
final class ControlsTest {
    /// Values and controls of `n` replications.
    private record Sample(double[] fullDays, double[][] controls) {
        static Sample of(SustainInput in, int n) {
            var full = new double[n];
            var rows = new double[n][];
            var deliveries = Cases.fromTheStart(in);
            for (int r = 0; r < n; r++) {
                var streams = new Streams(77, 0, r);
                var history =
                        Sustainment.simulate(in, deliveries, streams, new Ledger(), Audit.OFF);
                for (int u = 0; u < in.units().size(); u++) {
                    full[r] += Cases.days(history, u, UnitState.FULL);
                }
                rows[r] = Controls.of(in, deliveries, streams, history);
            }
            return new Sample(full, rows);
        }

        ControlledEstimate estimate() {
            return ControlledEstimate.of(fullDays, controls, new double[controls[0].length]);
        }
    }

    private static SustainInput onePart() {
        var net =
                network(
                        part(100),
                        type(new Network.Slot("s", 0, 1, 1, 1, 1), 0),
                        0,
                        site("b", true, -1, new int[] {0}, 0, shop(99, 30, 1)));
        return input(3_650, net, 1, 1);
    }

    /// A closed network with spares, few places, condemnation, transport and an unable shop; mean 0
    /// whatever happens. n = 2 000, both controls: |z| below 4.42 fails for one seed in 50 000; a
    /// mean off by 6.5 standard errors, 0.15 standard deviations of one replication, is caught with
    /// probability 0.98.
    @Test
    void theMeanIsZeroWhateverTheNetworkDoes() {
        var p = new Network.Part("p", 40 * D, 0.2, 3 * D, 0.2, 90 * D, 10, "USD");
        var depot = new Network.Shop(1, 0, 20 * D, 0.5, 0.7, 0, 1, 1, 0.5, 30 * D);
        var net =
                network(
                        p,
                        type(new Network.Slot("s", 0, 3, 2, 1, 1), 1),
                        8,
                        site("a", true, 2, new int[] {2}, 0, Network.Shop.NONE),
                        site("b", true, 2, NOWHERE, 0, Network.Shop.NONE),
                        site("depot", true, -1, new int[] {2, 3}, 1, depot),
                        site("maker", true, -1, new int[] {3}, 0, shop(2, 60, 1)));
        Sample sample = Sample.of(input(1_000, net, 3, 2), 2_000);
        for (int j = 0; j < 2; j++) {
            var mean = new MeanEstimator();
            for (double[] row : sample.controls) {
                mean.add(row[j]);
            }
            var e = mean.estimate();
            assertThat(e.mean() / e.standardError())
                    .as("z of control %d", j)
                    .isBetween(-4.42, 4.42);
            assertThat(e.variance()).isPositive();
        }
    }

    /// One unit without spares: down time is a linear function of both controls but for the work
    /// cut by the end. Exact mean from the two-state transient: H - (H λ/s - λ (1 - e^-sH)/s²).
    @Test
    void oneUnitIsExplainedAlmostWholly() {
        var e = Sample.of(onePart(), 500).estimate();
        double s = 0.01 + 1 / 30.0;
        double exact = 3_650 - (3_650 * 0.01 / s - 0.01 * (1 - Math.exp(-s * 3_650)) / (s * s));
        assertThat((e.mean() - exact) / e.standardError()).as("z").isBetween(-4.42, 4.42);
        assertThat(e.varianceRatio()).as("variance ratio").isGreaterThan(20);
    }
}
