package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.stats.DiscreteLaw;

class PartFleetTest {
    private static PartFleet.Part part(
            int perUnit, int needed, double up, double repair, int places, int spares) {
        return new PartFleet.Part(perUnit, needed, up, repair, new RepairPlaces(places), spares);
    }

    private static PartFleet fleet(int units, PartFleet.Part... parts) {
        return new PartFleet(new PartFleet.Fleet(units, List.of(parts)));
    }

    @Test
    void oneKindIsTheClosedFleet() { // long run and transient, to 1e-11
        for (int places : new int[] {1, 2, 9}) {
            var f = fleet(4, part(1, 1, 10, 3, places, 2));
            var exact =
                    ClosedFleet.solve(new ClosedFleet.Fleet(4, 2, 10, 3, new RepairPlaces(places)));
            var r = f.longRun();
            assertThat(r.availability()).isCloseTo(exact.availability(), within(1e-12));
            assertThat(r.probabilityAtLeast(3))
                    .isCloseTo(exact.probabilityAtLeast(3), within(1e-12));
            assertThat(r.meanHoles().getFirst()).isCloseTo(4 - exact.meanUp(), within(1e-12));
            assertThat(f.size()).isEqualTo(7);
            var plan =
                    new OpeningTransient.Plan(
                            List.of(new OpeningTransient.CountStep(0, 4)),
                            List.of(new OpeningTransient.CountStep(0, 2)),
                            List.of(
                                    new OpeningTransient.RepairStep(
                                            0, new RepairPlaces(places), 3)),
                            0.1);
            assertThat(f.at(5).up().mean())
                    .isCloseTo(OpeningTransient.at(plan, 5).meanUp(), within(1e-11));
        }
        assertThat(fleet(4, part(1, 1, 10, 3, 1, 2)).at(0).availability()).isEqualTo(1);
        assertThatThrownBy(() -> fleet(1, part(1, 1, 1, 1, 1, 0)).at(-1))
                .hasMessageContaining("time (-1.0)");
    }

    @Test
    void oneOfTwoByHand() { // one unit, 2 slots, 1 needed, one place: 0 -2a-> 1 -a-> 2, b back
        double a = 0.2;
        double b = 0.5;
        var r = fleet(1, part(2, 1, 1 / a, 1 / b, 1, 0)).longRun();
        double one = 2 * a / b;
        double two = one * a / b;
        assertThat(r.availability()).isCloseTo((1 + one) / (1 + one + two), within(1e-14));
        assertThat(r.meanHoles().getFirst())
                .isCloseTo((one + 2 * two) / (1 + one + two), within(1e-14));
    }

    @Test
    void twoKindsInOneUnitByHand() { // down by one kind, the other does not fail
        double x = 0.3 * 2; // rate x repair time of the first
        double y = 0.1 * 4;
        var r = fleet(1, part(1, 1, 1 / 0.3, 2, 5, 0), part(1, 1, 10, 4, 5, 0)).longRun();
        assertThat(r.availability()).isCloseTo(1 / (1 + x + y), within(1e-14));
        assertThat(r.meanHoles().get(0)).isCloseTo(x / (1 + x + y), within(1e-14));
        assertThat(r.meanHoles().get(1)).isCloseTo(y / (1 + x + y), within(1e-14));
    }

    @Test
    void unitsWithoutCommonPlacesAndSparesAreIndependent() { // ample, no spares: binomial
        var one = fleet(1, part(2, 1, 4, 1, 99, 0), part(1, 1, 9, 1, 99, 0)).longRun();
        var three = fleet(3, part(2, 1, 4, 1, 99, 0), part(1, 1, 9, 1, 99, 0)).longRun();
        double a = one.availability();
        assertThat(three.availability()).isCloseTo(a, within(1e-12));
        assertThat(three.probabilityAtLeast(3)).isCloseTo(a * a * a, within(1e-12));
        assertThat(three.probabilityAtLeast(1))
                .isCloseTo(1 - (1 - a) * (1 - a) * (1 - a), within(1e-12));
    }

    @Test
    void aRepairedPartGoesToAnyEmptySlot() { // two units of 2 slots, 1 needed; 1 place, by hand
        // states (holes of the units): 00, 01, 11, 02, 12; from 12 the part fills the 2 twice as
        // often as the 1; a down unit (2) does not fail
        double a = 1;
        double b = 1;
        var q = new MarkovChain(6);
        int s00 = 0;
        int s01 = 1;
        int s11 = 2;
        int s02 = 3;
        int s12 = 4;
        int s22 = 5;
        q.add(s00, s01, 4 * a);
        q.add(s01, s11, 2 * a);
        q.add(s01, s02, a);
        q.add(s01, s00, b);
        q.add(s11, s12, 2 * a);
        q.add(s11, s01, b);
        q.add(s02, s12, 2 * a);
        q.add(s02, s01, b);
        q.add(s12, s22, a);
        q.add(s12, s11, b * 2 / 3);
        q.add(s12, s02, b / 3);
        q.add(s22, s12, b);
        double[] p = q.stationary();
        var r = fleet(2, part(2, 1, 1, 1, 1, 0)).longRun();
        assertThat(r.probabilityAtLeast(2)).isCloseTo(p[s00] + p[s01] + p[s11], within(1e-13));
        assertThat(r.probabilityAtLeast(1)).isCloseTo(1 - p[s22], within(1e-13));
        assertThat(r.meanHoles().getFirst())
                .isCloseTo(p[s01] + 2 * (p[s11] + p[s02]) + 3 * p[s12] + 4 * p[s22], within(1e-12));
    }

    @Test
    void manyStatesAreSweptToTheSameLongRun() { // birth-death of 1 200 states: ratios known
        int n = 1200;
        var chain = new MarkovChain(n);
        for (int k = 0; k + 1 < n; k++) {
            chain.add(k, k + 1, 1.5 + (k % 3));
            chain.add(k + 1, k, 3 + (k % 2));
        }
        double[] p = chain.stationary();
        double weight = 1;
        var expected = new double[60];
        double sum = 0;
        for (int k = 0; k < 60; k++) {
            expected[k] = weight;
            sum += weight;
            weight *= (1.5 + (k % 3)) / (3 + (k % 2));
        }
        double rest = 0;
        for (int k = 60; k < n; k++) {
            rest += weight;
            weight *= (1.5 + (k % 3)) / (3 + (k % 2));
        }
        for (int k = 0; k < 60; k++) {
            assertThat(p[k]).as("%d", k).isCloseTo(expected[k] / (sum + rest), within(1e-11));
        }
    }

    @Test
    void aFleetOfThousandsOfStatesSettles() { // swept long run against a late transient
        var f = fleet(4, part(3, 1, 20, 2, 2, 2), part(2, 1, 30, 5, 1, 2));
        assertThat(f.size()).isBetween(1_001, 5_000);
        var late = f.at(3_000);
        var longRun = f.longRun();
        assertThat(longRun.availability()).isCloseTo(late.availability(), within(1e-9));
        assertThat(longRun.meanHoles().get(1)).isCloseTo(late.meanHoles().get(1), within(1e-9));
    }

    @Test
    void partsOfOneUnitComeTogetherWhereTheProductDoesNot() { // the joint law
        var r = fleet(3, part(1, 1, 5, 1, 1, 0), part(1, 1, 5, 1, 1, 0)).longRun();
        DiscreteLaw up = r.up();
        double mean = up.mean() / 3;
        assertThat(up.probability(3)).isGreaterThan(1.02 * mean * mean * mean);
    }

    @Test
    void tooManyStatesAndBadInputAreRefused() {
        assertThatThrownBy(() -> fleet(12, part(3, 1, 5, 1, 1, 0), part(2, 1, 5, 1, 1, 0)))
                .hasMessageContaining("more than (100000) states");
        assertThatThrownBy(() -> fleet(0, part(1, 1, 1, 1, 1, 0))).hasMessageContaining("(0)");
        assertThatThrownBy(() -> fleet(1)).hasMessageContaining("kinds of parts (0)");
        assertThatThrownBy(() -> part(0, 0, 1, 1, 1, 0)).hasMessageContaining("perUnit (0)");
        assertThatThrownBy(() -> part(2, 3, 1, 1, 1, 0)).hasMessageContaining("needed (3)");
        assertThatThrownBy(() -> part(2, 0, 1, 1, 1, 0)).hasMessageContaining("needed (0)");
        assertThatThrownBy(() -> part(1, 1, 0, 1, 1, 0)).hasMessageContaining("Failures (0.0)");
        assertThatThrownBy(() -> part(1, 1, 1, 0, 1, 0)).hasMessageContaining("RepairTime (0.0)");
        assertThatThrownBy(() -> part(1, 1, 1, 1, 1, -1)).hasMessageContaining("spares (-1)");
    }
}
