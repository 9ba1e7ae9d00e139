package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parapet.sustain.exact.PriceOfAMonth.MONTH_DAYS;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.stats.Law;
import parapet.sustain.exact.DatedFleet.Step;
import parapet.sustain.exact.DatedFleet.Support;
import parapet.sustain.exact.FleetPlan.Edit;
import parapet.sustain.exact.FleetPlan.Effect;
import parapet.sustain.exact.FleetPlan.Milestone;

/// The dated fleet against closed forms, an ODE solver of its own, and hand counts.
final class DatedFleetTest {
    private static final List<Step> CHANGING =
            List.of(
                    new Step(0, new Support(3, 1, 1, 180, 0.004, 0.1, 300)),
                    new Step(200, new Support(4, 1, 1, 180, 0.006, 0.1, 300)),
                    new Step(500, new Support(5, 2, 3, 45, 0.004, 0.02, 100)));

    /// Independent solution: Kolmogorov equations on a square of (k, m), classical Runge-Kutta, the
    /// ready unit-days as one more equation.
    private static double[] integrate(List<Step> steps, double end, double h) {
        int side = 8;
        double[] p = new double[side * side + 1];
        p[0] = 1;
        for (int i = 0; i < steps.size(); i++) {
            double to = i + 1 < steps.size() ? steps.get(i + 1).fromTime() : end;
            int n = (int) Math.round((to - steps.get(i).fromTime()) / h);
            Support s = steps.get(i).support();
            for (int j = 0; j < n; j++) {
                double[] a = slope(s, p, side);
                double[] b = slope(s, moved(p, a, h / 2), side);
                double[] c = slope(s, moved(p, b, h / 2), side);
                double[] d = slope(s, moved(p, c, h), side);
                for (int x = 0; x < p.length; x++) {
                    p[x] += h / 6 * (a[x] + 2 * b[x] + 2 * c[x] + d[x]);
                }
            }
        }
        return p;
    }

    private static double[] moved(double[] p, double[] d, double h) {
        double[] q = p.clone();
        for (int i = 0; i < q.length; i++) {
            q[i] += h * d[i];
        }
        return q;
    }

    private static double[] slope(Support s, double[] p, int side) {
        double[] d = new double[p.length];
        for (int k = 0; k < side; k++) {
            for (int m = 0; m < side; m++) {
                double here = p[k * side + m];
                if (here == 0) {
                    continue;
                }
                int up = Math.max(0, Math.min(s.units(), s.units() + s.spares() - k - m));
                d[side * side] += up * here;
                double fail = up * s.failureRate() * here;
                double back = Math.min(k, s.places()) / s.meanRepairTime() * here;
                double come = m / s.meanProcurementTime() * here;
                d[k * side + m] -= fail + back + come;
                if (fail > 0) {
                    d[(k + 1) * side + m] += fail * (1 - s.condemnedShare());
                    d[k * side + m + 1] += fail * s.condemnedShare();
                }
                if (k > 0) {
                    d[(k - 1) * side + m] += back;
                }
                if (m > 0) {
                    d[k * side + m - 1] += come;
                }
            }
        }
        return d;
    }

    @Test
    void readyUnitDaysAgreeWithAnIndependentSolver() {
        double[] p = integrate(CHANGING, 900, 0.25);
        var over = DatedFleet.over(CHANGING, 0, 900);
        assertThat(over.readyUnitTime()).isCloseTo(p[64], within(1e-7 * p[64]));
        double up = 0;
        for (int k = 0; k < 8; k++) {
            for (int m = 0; m < 8 - k; m++) {
                up += Math.max(0, Math.min(5, 7 - k - m)) * p[k * 8 + m];
            }
        }
        assertThat(DatedFleet.at(CHANGING, 900).getFirst().meanUp()).isCloseTo(up, within(1e-9));
    }

    @Test
    void oneUnitSpendsTheIntegralOfItsTwoStateTransient() {
        // ∫A = μ t/s + λ (1 - e^-st)/s², s = λ + μ
        double l = 0.01;
        double m = 1 / 30.0;
        double s = l + m;
        var steps = List.of(new Step(0, Support.repairing(1, 0, 1, 30, l)));
        for (double t : new double[] {1, 50, 2_000, 100_000}) {
            double exact = m * t / s - l * StrictMath.expm1(-s * t) / (s * s);
            var over = DatedFleet.over(steps, 0, t);
            assertThat(over.readyUnitTime()).as("t %s", t).isCloseTo(exact, within(1e-11 * exact));
            assertThat(over.failures()).isCloseTo(l * exact, within(1e-11 * exact));
            assertThat(over.timeBelow(1)).isCloseTo(t - exact, within(1e-11 * t));
            assertThat(over.timeBelow(2)).isCloseTo(t, within(1e-11 * t));
        }
    }

    @Test
    void withManySparesTheChainFollowsPalmInTime() {
        // Never short: failures Poisson N λ, in repair N λ R (1 - e^-t/R) of the repaired share and
        // N λ q L (1 - e^-t/L) on order [Crawford 1981].
        var steps = List.of(new Step(0, new Support(2, 40, DatedFleet.AMPLE, 20, 0.1, 0.25, 50)));
        var r = DatedFleet.at(steps, 30).getFirst();
        assertThat(r.meanInRepair()).isCloseTo(3 * -StrictMath.expm1(-1.5), within(1e-9));
        assertThat(r.meanOnOrder()).isCloseTo(2.5 * -StrictMath.expm1(-0.6), within(1e-9));
        assertThat(DatedFleet.over(steps, 10, 30).failures()).isCloseTo(4, within(1e-9));
    }

    @Test
    void aFleetThatIsNeverReplacedDiesOut() {
        var steps =
                List.of(new Step(0, new Support(3, 0, 1, 1, 0.01, 1, Double.POSITIVE_INFINITY)));
        var r = DatedFleet.at(steps, 100).getFirst();
        assertThat(r.meanUp()).isCloseTo(3 * StrictMath.exp(-1), within(1e-12));
        assertThat(r.probabilityAtLeast(0)).isEqualTo(1);
    }

    @Test
    void aClosedShopKeepsItsPileAndDrainsAfterTheOpening() {
        // all fail at once; 4 places then empty the pile of 4: nothing waits from the opening on
        var steps =
                List.of(
                        new Step(0, Support.repairing(4, 0, 0, 1, 5)),
                        new Step(50, Support.repairing(4, 0, 1, 10, 1e-9)));
        var r = DatedFleet.at(steps, 49.9, 50, 60);
        assertThat(r.get(0).meanWaiting()).isCloseTo(4, within(1e-9));
        assertThat(r.get(1).meanWaiting()).isCloseTo(3, within(1e-9));
        // waiting = Σ_(j<3) (3 - j) Poisson(1 at t = 60) with one place: P(J=0), P(J=1), P(J=2)
        double e = StrictMath.exp(-1);
        assertThat(r.get(2).meanWaiting()).isCloseTo(3 * e + 2 * e + e / 2, within(1e-6));
        double half = DatedFleet.drainTime(steps, 50, 0.5, 150);
        assertThat(DatedFleet.at(steps, 50 + half).getFirst().meanWaiting())
                .isCloseTo(1.5, within(1e-4));
        assertThat(DatedFleet.drainTime(steps, 50, 0, 60)).isNaN();
    }

    @Test
    void theFaceForStepsIsTheSameChain() {
        var plan =
                new OpeningTransient.Plan(
                        List.of(new OpeningTransient.CountStep(0, 3)),
                        List.of(new OpeningTransient.CountStep(0, 1)),
                        List.of(
                                new OpeningTransient.RepairStep(0, new RepairPlaces(1), 180),
                                new OpeningTransient.RepairStep(90, new RepairPlaces(3), 45)),
                        0.004);
        var steps =
                List.of(
                        new Step(0, Support.repairing(3, 1, 1, 180, 0.004)),
                        new Step(90, Support.repairing(3, 1, 3, 45, 0.004)));
        assertThat(OpeningTransient.at(plan, 200).up())
                .isEqualTo(DatedFleet.at(steps, 200).getFirst().up());
    }

    private static FleetPlan fleet(Law opening) {
        return new FleetPlan(
                Support.repairing(3, 1, 1, 180, 0.004),
                List.of(
                        Milestone.on(365, "fourth", new Edit.Units(1)),
                        new Milestone(
                                "centre", opening, List.of(new Effect(0, new Edit.Shop(3, 45))))));
    }

    @Test
    void expectationOverADateIsTheAverageOverManyDates() { // midpoint rule, 2 000 dates
        for (Law law : List.of(new Law.Uniform(200, 500), new Law.Triangular(200, 300, 500))) {
            var e = fleet(law).readyUnitTime(1_000);
            double sum = 0;
            for (int i = 0; i < 2_000; i++) {
                double date = law.at((i + 0.5) / 2_000);
                sum += DatedFleet.over(fleet(law).steps(365, date), 0, 1_000).readyUnitTime();
            }
            assertThat(e.value().getFirst()).isCloseTo(sum / 2_000, within(1e-3));
            assertThat(e.error().getFirst()).isBetween(0.0, 1e-3);
        }
        var two =
                new Law.Mixture(
                        List.of(
                                new Law.Mixture.Part(1, new Law.Fixed(300)),
                                new Law.Mixture.Part(3, new Law.Fixed(600))));
        double a = DatedFleet.over(fleet(two).steps(365, 300), 0, 1_000).readyUnitTime();
        double b = DatedFleet.over(fleet(two).steps(365, 600), 0, 1_000).readyUnitTime();
        assertThat(fleet(two).readyUnitTime(1_000).value().getFirst())
                .isCloseTo((a + 3 * b) / 4, within(1e-9));
    }

    @Test
    void twoUncertainDatesOfUnitsThatNeverFail() {
        // E ∫ = 2 H - E T1 - E T2 for T < H; beyond the horizon nothing: E min(T, H) by hand
        var plan =
                new FleetPlan(
                        Support.repairing(0, 0, 1, 1, 0),
                        List.of(
                                new Milestone(
                                        "a",
                                        new Law.Uniform(100, 300),
                                        List.of(new Effect(0, new Edit.Units(1)))),
                                new Milestone(
                                        "b",
                                        new Law.Uniform(0, 200),
                                        List.of(new Effect(50, new Edit.Units(1))))));
        // min(T1, 250): 0.75 x 175 + 0.25 x 250 = 193.75; T2 + 50: mean 150
        assertThat(plan.readyUnitTime(250).value().getFirst())
                .isCloseTo(500 - 193.75 - 150, within(1e-9));
    }

    @Test
    void aMonthOfADeliveryWithoutFailuresIsAMonth() {
        var plan =
                new FleetPlan(
                        Support.repairing(1, 0, 1, 10, 0),
                        List.of(
                                Milestone.on(400, "second", new Edit.Units(1)),
                                new Milestone(
                                        "payment",
                                        new Law.Triangular(100, 150, 200),
                                        List.of(new Effect(180, new Edit.Units(2))))));
        var months = PriceOfAMonth.ofEach(PriceOfAMonth.Question.ofReadiness(plan, 2_000));
        assertThat(months.get(0).readyUnitDaysLost()).isCloseTo(30.4375, within(1e-9));
        assertThat(months.get(1).readyUnitDaysLost()).isCloseTo(2 * 30.4375, within(1e-9));
        assertThat(months.get(0).moneyAdded()).isZero();
    }

    @Test
    void aMonthOfTheOpeningCostsAtMostTheLongRunGain() {
        var question = PriceOfAMonth.Question.ofReadiness(fleet(new Law.Fixed(1_500)), 6_000);
        var curve = PriceOfAMonth.curve(question, "centre", 3);
        double before =
                ClosedFleet.solve(new ClosedFleet.Fleet(4, 1, 250, 180, new RepairPlaces(1)))
                        .meanUp();
        double after =
                ClosedFleet.solve(new ClosedFleet.Fleet(4, 1, 250, 45, new RepairPlaces(3)))
                        .meanUp();
        double month = curve.get(1).readyUnitDaysLost();
        assertThat(curve.getFirst().readyUnitDaysLost()).isZero();
        // both long runs are nearly reached, so the bound is met to 1 %
        double bound = (after - before) * MONTH_DAYS;
        assertThat(month).isBetween(0.99 * bound, bound);
        assertThat(curve.get(3).readyUnitDaysLost()).isCloseTo(3 * month, within(1e-2 * month));
    }

    @Test
    void moneyMovesWithItsMilestone() {
        var plan =
                new FleetPlan(
                        Support.repairing(1, 0, 1, 10, 0),
                        List.of(Milestone.on(365.25, "centre", new Edit.Shop(2, 5))));
        var q =
                new PriceOfAMonth.Question(
                        plan,
                        3_652.5,
                        List.of(new PriceOfAMonth.Flow("centre", 100, 0.5)),
                        1_000,
                        7,
                        0,
                        0.05);
        double r = 0.05 / 365.25;
        double before =
                100 * StrictMath.exp(-0.05)
                        + 0.5 * (StrictMath.exp(-0.05) - StrictMath.exp(-0.5)) / r;
        assertThat(PriceOfAMonth.worth(q).money()).isCloseTo(1_000 + before, within(1e-9));
        double late = 0.05 + r * MONTH_DAYS;
        double after =
                100 * StrictMath.exp(-late)
                        + 0.5 * (StrictMath.exp(-late) - StrictMath.exp(-0.5)) / r;
        var slip = PriceOfAMonth.ofEach(q).getFirst();
        assertThat(slip.moneyAdded()).isCloseTo(after - before, within(1e-9));
        assertThat(PriceOfAMonth.worth(q).pricePerReadyUnitDay())
                .isCloseTo((1_000 + before) / 3_652.5, within(1e-9));
        assertThat(slip.worthLost()).isZero();
    }

    @Test
    void wrongPlansAreRefused() {
        assertThatThrownBy(() -> fleet(new Law.Fixed(1)).slipped("other", 1))
                .hasMessageContaining("no milestone (other)");
        var twice =
                List.of(
                        Milestone.on(1, "a", new Edit.Units(1)),
                        Milestone.on(1, "a", new Edit.Units(1)));
        assertThatThrownBy(() -> new FleetPlan(Support.repairing(1, 0, 1, 1, 0), twice))
                .hasMessageContaining("(a)");
        assertThatThrownBy(() -> new Support(1, 0, 1, 0, 0, 0, 1)).hasMessageContaining("(0.0)");
    }
}
