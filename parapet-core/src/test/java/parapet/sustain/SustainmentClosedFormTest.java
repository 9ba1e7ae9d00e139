package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static parapet.sustain.Cases.D;
import static parapet.sustain.Cases.DAY;
import static parapet.sustain.Cases.NOWHERE;
import static parapet.sustain.Cases.input;
import static parapet.sustain.Cases.network;
import static parapet.sustain.Cases.part;
import static parapet.sustain.Cases.run;
import static parapet.sustain.Cases.shop;
import static parapet.sustain.Cases.site;
import static parapet.sustain.Cases.type;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The engine against textbook formulas. Every test compares a mean over independent replications:
/// |z| below 4.42 fails for one seed in 100 000 if the engine is right; a true mean that is 6.5
/// standard errors off is caught with probability 0.98. Each test names that error.
final class SustainmentClosedFormTest {
    private static final double LIMIT = 4.42;

    /// Mean and standard error of `n` replications.
    record Sample(double mean, double variance, int n) {
        static Sample of(int n, IntToDoubleFunction value) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double x = value.applyAsDouble(i);
                sum += x;
                squares += x * x;
            }
            double mean = sum / n;
            return new Sample(mean, (squares - n * mean * mean) / (n - 1), n);
        }

        double z(double expected) {
            return (mean - expected) / Math.sqrt(variance / n);
        }
    }

    static void agrees(String what, double z) {
        assertThat(z).as("z of %s", what).isBetween(-LIMIT, LIMIT);
    }

    /// Palm's theorem (Sherbrooke 2004, ch. 2): parts in an ample repair pipeline are Poisson with
    /// mean rate x repair time, whatever the law of the repair time. Rate 1/5 a day, 20 days: mean
    /// 4. n = 3 000, standard error 0.037: an error of 0.24 (6 %) is caught. Variance of a Poisson
    /// sample variance: (4 + 2·16)/n.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void partsInAmpleRepairArePoisson(double scatter) {
        var net =
                network(
                        part(5),
                        type(new Network.Slot("s", 0, 1, 1, 1, 1), 0),
                        0,
                        site("b", true, -1, new int[] {0}, 100, shop(1_000, 20, scatter)));
        var in = input(400, net, 1, 1);
        Sample loop = Sample.of(3_000, r -> run(in, r).parts().getFirst().loop());
        agrees("mean", (loop.mean - 4) / Math.sqrt(4.0 / loop.n));
        agrees("variance", (loop.variance - 4) / Math.sqrt(36.0 / loop.n));
    }

    /// The machine-repairman (Gross & Harris, finite source, one server): 5 items, MTBF 30 days,
    /// repair 10 days exponential, one place. Days with all working out of 2 000 after a start with
    /// all working; the start adds less than 0.5 standard errors. n = 400: error of 6 % caught.
    @Test
    void aClosedFleetWithOneRepairPlaceFollowsItsBirthDeathChain() {
        int n = 5;
        double[] p = new double[n + 1];
        double sum = 0;
        for (int k = 0; k <= n; k++) {
            p[k] = k == 0 ? 1 : p[k - 1] * (n - k + 1) * 10.0 / 30;
            sum += p[k];
        }
        double threeUp = (p[0] + p[1] + p[2]) / sum;
        var net =
                network(
                        part(30),
                        type(new Network.Slot("s", 0, n, 3, 0, 1), 0),
                        0,
                        site("b", true, -1, new int[] {0}, 0, shop(1, 10, 1)));
        var in = input(2_000, net, 1, 1);
        Sample full = Sample.of(400, r -> Cases.days(run(in, r), 0, UnitState.FULL) / 2_000);
        agrees("share with three working", full.z(threeUp));
    }

    /// k of n with ample repair: items are independent, availability a = 40/50 each; at day 600 at
    /// least 6 of 8 work for full, at least 4 for degraded. n = 4 000: standard error 0.006.
    @Test
    void kOfNIsBinomial() {
        var net =
                network(
                        part(40),
                        type(new Network.Slot("s", 0, 8, 6, 4, 1), 0),
                        0,
                        site("b", true, -1, new int[] {0}, 0, shop(1_000, 10, 0.5)));
        var in = input(600, net, 1, 1);
        var law = BinomialDistribution.of(8, 0.8);
        int n = 4_000;
        int full = 0;
        int degraded = 0;
        for (int r = 0; r < n; r++) {
            ReadinessHistory h = run(in, r);
            UnitState last = h.state(h.size() - 1);
            full += last == UnitState.FULL ? 1 : 0;
            degraded += last == UnitState.DEGRADED ? 1 : 0;
        }
        double pFull = 1 - law.cumulativeProbability(5);
        double pDegraded = law.cumulativeProbability(5) - law.cumulativeProbability(3);
        agrees("full", (full - n * pFull) / Math.sqrt(n * pFull * (1 - pFull)));
        agrees("degraded", (degraded - n * pDegraded) / Math.sqrt(n * pDegraded * (1 - pDegraded)));
    }

    /// Two echelons, exact for fixed times (Graves 1985; Sherbrooke 2004, ch. 3): depot pipeline
    /// Poisson, its backorders split binomially, plus the Poisson demand in the ordering time. Two
    /// bases, each 1 000 items with MTBF 5 000 days: 0.2 a day, which 2 waiting items change by 0.2
    /// %. Carcass 5 days to the depot, repair 10 days, ship 5 days. n = 4 000.
    @Test
    void twoEchelonBackordersAreExact() {
        int depotStock = 4;
        int baseStock = 2;
        var net =
                network(
                        part(5_000),
                        type(new Network.Slot("s", 0, 1_000, 1, 1, 1), baseStock),
                        5,
                        site("a", true, 2, NOWHERE, 0, Network.Shop.NONE),
                        site("b", true, 2, NOWHERE, 0, Network.Shop.NONE),
                        site("depot", true, -1, new int[] {2}, depotStock, shop(1_000, 10, 0)));
        var in = input(200, net, 2, 2);
        var pipeline = PoissonDistribution.of(0.4 * 15);
        var ordering = PoissonDistribution.of(0.2 * 5);
        double expected = 0;
        for (int owed = 0; owed < 40; owed++) {
            double p =
                    owed == 0
                            ? pipeline.cumulativeProbability(depotStock)
                            : pipeline.probability(depotStock + owed);
            var split = BinomialDistribution.of(owed, 0.5);
            for (int here = 0; here <= owed; here++) {
                for (int more = 0; more < 40; more++) {
                    expected +=
                            2
                                    * p
                                    * split.probability(here)
                                    * ordering.probability(more)
                                    * Math.max(0, here + more - baseStock);
                }
            }
        }
        Sample owed =
                Sample.of(
                        4_000,
                        r -> {
                            var c = run(in, r).parts().getFirst();
                            return 2_000 - c.working() - c.mending();
                        });
        agrees("backorders", owed.z(expected));
        assertThat(expected / Math.sqrt(owed.variance / owed.n))
                .as("power: an error of 6.5 standard errors is this part of the value")
                .isGreaterThan(40);
    }

    /// Every part is condemned: new ones on order are Poisson with mean rate x procurement time,
    /// 0.1 x 60 = 6. n = 3 000, standard error 0.045.
    @Test
    void condemnedPartsAreOnOrderAsAPoissonPipeline() {
        var p = new Network.Part("p", 10 * D, 0, 0, 1, 60 * D, 10, "USD");
        var net =
                network(
                        p,
                        type(new Network.Slot("s", 0, 1, 1, 1, 1), 0),
                        0,
                        site("b", true, 1, NOWHERE, 50, Network.Shop.NONE),
                        site("depot", true, -1, NOWHERE, 50, Network.Shop.NONE));
        var in = input(600, net, 1, 1);
        Sample open =
                Sample.of(
                        3_000,
                        r -> {
                            var c = run(in, r).parts().getFirst();
                            assertThat(c.scrapped()).isEqualTo(c.ordered());
                            return c.ordered() - c.received();
                        });
        agrees("on order", (open.mean - 6) / Math.sqrt(6.0 / open.n));
    }

    /// A shop that opens on day 100: until then all removed parts lie at the base; half a repair
    /// time later they are all in work; after one repair time the stationary 0.2 x 20 = 4 remain. n
    /// = 2 000.
    @ParameterizedTest
    @ValueSource(doubles = {99, 110, 121})
    void thePileIsWorkedOffAfterAShopOpens(double day) {
        var kind = type(new Network.Slot("s", 0, 1, 1, 1, 1), 0);
        var closed =
                network(part(5), kind, 0, site("b", true, -1, new int[] {0}, 100, shop(0, 20, 0)));
        var open =
                network(
                        part(5),
                        kind,
                        0,
                        site("b", true, -1, new int[] {0}, 100, shop(999, 20, 0)));
        var base = input(day, closed, 1, 1);
        var in =
                new SustainInput(
                        base.endTick(),
                        List.of(
                                new SustainInput.Phase(0, closed),
                                new SustainInput.Phase(100 * DAY, open)),
                        base.units(),
                        List.of());
        double expected = day < 120 ? 0.2 * day : 4;
        Sample loop = Sample.of(2_000, r -> run(in, r).parts().getFirst().loop());
        agrees("parts in the loop", (loop.mean - expected) / Math.sqrt(expected / loop.n));
    }

    /// One mended on the spot in 2 days on average, MTBF 18 days: two-state availability 0.9. n = 1
    /// 000 runs of 1 000 days.
    @Test
    void fieldRepairGivesTheTwoStateAvailability() {
        var p = new Network.Part("p", 18 * D, 1, 2 * D, 0, 0, 10, "USD");
        var net =
                network(
                        p,
                        type(new Network.Slot("s", 0, 1, 1, 1, 1), 0),
                        0,
                        site("b", true, -1, NOWHERE, 0, Network.Shop.NONE));
        var in = input(1_000, net, 1, 1);
        // From an all-working start: a + (1 - a)(1 - e^-cT)/(cT), c = 1/18 + 1/2.
        double c = 1 / 18.0 + 0.5;
        double expected = 0.9 + 0.1 * (1 - Math.exp(-c * 1_000)) / (c * 1_000);
        Sample full = Sample.of(1_000, r -> Cases.days(run(in, r), 0, UnitState.FULL) / 1_000);
        agrees("availability", full.z(expected));
    }

    /// Material is short for half of the repairs, 30 days exponential, before 10 days of repair:
    /// Palm again, 0.2 x (0.5 x 30 + 10) = 5. n = 2 000.
    @Test
    void waitingForMaterialLengthensThePipeline() {
        var shop = new Network.Shop(999, 0, 10 * D, 1, 1, 0, 1, 1, 0.5, 30 * D);
        var net =
                network(
                        part(5),
                        type(new Network.Slot("s", 0, 1, 1, 1, 1), 0),
                        0,
                        site("b", true, -1, new int[] {0}, 100, shop));
        var in = input(600, net, 1, 1);
        Sample loop = Sample.of(2_000, r -> run(in, r).parts().getFirst().loop());
        agrees("parts in the loop", (loop.mean - 5) / Math.sqrt(5.0 / loop.n));
    }
}
