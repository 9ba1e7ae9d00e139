package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.sustain.exact.FleetInterval.Start;
import parapet.sustain.exact.OpeningTransient.CountStep;
import parapet.sustain.exact.OpeningTransient.RepairStep;

class FleetIntervalTest {
    private static OpeningTransient.Plan plan(int units, int spares, int places) {
        return new OpeningTransient.Plan(
                List.of(new CountStep(0, units)),
                List.of(new CountStep(0, spares)),
                List.of(new RepairStep(0, new RepairPlaces(places), 20)),
                0.01);
    }

    @Test
    void oneUnitFromAKnownState() { // never down: e^-λT; time down: q (T - (1-e^-sT)/s)
        double s = 0.01 + 0.05;
        var r = FleetInterval.solve(plan(1, 0, 1), new Start.InRepair(0), 3, 33, 1);
        assertThat(r.probabilityAtStart()).isEqualTo(1);
        assertThat(r.probabilityWhole()).isCloseTo(StrictMath.exp(-0.3), within(1e-12));
        double down = 0.01 / s * (30 + StrictMath.expm1(-30 * s) / s);
        assertThat(r.expectedTimeBelow()).isCloseTo(down, within(1e-11));
        var off = FleetInterval.solve(plan(1, 0, 1), new Start.InRepair(1), 3, 33, 1);
        assertThat(off.probabilityAtStart()).isZero();
        assertThat(off.probabilityWhole()).isZero();
        assertThat(off.expectedTimeBelow()).isGreaterThan(r.expectedTimeBelow());
    }

    @Test
    void theLongRunKeepsItsMean() { // E[time below] = T P(below); start by the stationary law
        var r = FleetInterval.solve(plan(5, 1, 2), new Start.LongRun(), 0, 90, 4);
        var longRun = ClosedFleet.solve(new ClosedFleet.Fleet(5, 1, 100, 20, new RepairPlaces(2)));
        double ready = longRun.probabilityAtLeast(4);
        assertThat(r.probabilityAtStart()).isCloseTo(ready, within(1e-12));
        assertThat(r.expectedTimeBelow()).isCloseTo(90 * (1 - ready), within(1e-9));
        assertThat(r.probabilityWhole()).isBetween(0.1 * ready, 0.95 * ready);
    }

    @Test
    void allUpIsLostAtTheFirstFailure() { // without spares P(all up throughout) = P(all) e^-nλT
        var r = FleetInterval.solve(plan(4, 0, 9), new Start.LongRun(), 0, 10, 4);
        double all = StrictMath.pow(5.0 / 6, 4);
        assertThat(r.probabilityWhole()).isCloseTo(all * StrictMath.exp(-0.4), within(1e-12));
    }

    @Test
    void changesActOnTheirInstant() {
        var steps =
                new OpeningTransient.Plan(
                        List.of(new CountStep(0, 2), new CountStep(10, 1), new CountStep(20, 3)),
                        List.of(new CountStep(0, 0)),
                        List.of(new RepairStep(0, RepairPlaces.AMPLE, 1e9)),
                        0.01);
        // two needed: lost for good when the fleet shrinks to one, even though it grows again
        var two = FleetInterval.solve(steps, new Start.InRepair(0), 0, 30, 2);
        assertThat(two.probabilityWhole()).isZero();
        assertThat(two.expectedTimeBelow()).isGreaterThan(10);
        var before = FleetInterval.solve(steps, new Start.InRepair(0), 0, 9, 2);
        assertThat(before.probabilityWhole()).isCloseTo(StrictMath.exp(-0.18), within(1e-8));
        // one needed; nothing is repaired: none down by 10 (min(2, 1) matters from there)
        var one = FleetInterval.solve(steps, new Start.InRepair(0), 0, 20, 1);
        double none = StrictMath.exp(-0.2); // neither fails by 10
        assertThat(one.probabilityWhole()).isCloseTo(none * StrictMath.exp(-0.1), within(1e-7));
        var instant = FleetInterval.solve(steps, new Start.InRepair(0), 5, 5, 2);
        assertThat(instant.probabilityWhole()).isEqualTo(1);
        assertThat(instant.expectedTimeBelow()).isZero();
    }

    @Test
    void aGrownFleetIsThatOfTheTransient() {
        var p = plan(5, 1, 1);
        var r = FleetInterval.solve(p, new Start.Grown(), 45, 45, 4);
        assertThat(r.probabilityAtStart())
                .isCloseTo(OpeningTransient.at(p, 45).probabilityAtLeast(4), within(1e-12));
        // time below, by the trapezoid of the point probabilities
        var all = FleetInterval.solve(p, new Start.Grown(), 45, 75, 4);
        double sum = 0;
        int n = 300;
        for (int i = 0; i <= n; i++) {
            double below = 1 - OpeningTransient.at(p, 45 + 30.0 * i / n).probabilityAtLeast(4);
            sum += (i == 0 || i == n ? 0.5 : 1) * below * 30 / n;
        }
        assertThat(all.expectedTimeBelow()).isCloseTo(sum, within(1e-5));
    }

    @Test
    void nothingNeededAndTooMuchNeeded() {
        var none = FleetInterval.solve(plan(2, 0, 1), new Start.LongRun(), 0, 50, 0);
        assertThat(none.probabilityWhole()).isCloseTo(1, within(1e-12));
        assertThat(none.expectedTimeBelow()).isZero();
        var more = FleetInterval.solve(plan(2, 0, 1), new Start.LongRun(), 0, 50, 3);
        assertThat(more.probabilityWhole()).isZero();
        assertThat(more.expectedTimeBelow()).isCloseTo(50, within(1e-10));
    }

    @Test
    void badIntervalsAreNamed() {
        var p = plan(2, 0, 1);
        assertThatThrownBy(() -> FleetInterval.solve(p, new Start.Grown(), 5, 4, 1))
                .hasMessageContaining("length of the interval (-1.0)");
        assertThatThrownBy(() -> FleetInterval.solve(p, new Start.Grown(), -5, 4, 1))
                .hasMessageContaining("start of the interval (-5.0)");
        assertThatThrownBy(() -> FleetInterval.solve(p, new Start.Grown(), 0, 4, -1))
                .hasMessageContaining("needed units (-1)");
        assertThatThrownBy(() -> FleetInterval.solve(p, new Start.InRepair(3), 0, 4, 1))
                .hasMessageContaining("in repair (3)");
        assertThatThrownBy(() -> new Start.InRepair(-1)).hasMessageContaining("(-1)");
    }
}
