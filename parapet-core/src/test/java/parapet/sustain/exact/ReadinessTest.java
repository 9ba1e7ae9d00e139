package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static ClosedFleet.Fleet fleet(int units, int spares, double up, RepairPlaces places) {
        return new ClosedFleet.Fleet(units, spares, up, 1, places);
    }

    @Test
    void oneUnitIsTheTwoStateModel() { // availability F/(F+R); 300 d and 180 d give 0.625
        var one = new ClosedFleet.Fleet(1, 0, 300, 180, RepairPlaces.AMPLE);
        assertThat(ClosedFleet.solve(one).availability()).isCloseTo(0.625, within(1e-15));
        assertThat(ClosedFleet.openPipeline(one).availability()).isCloseTo(0.4, within(1e-14));
    }

    @Test
    void withoutSparesAndQueueUnitsAreIndependent() { // binomial with F/(F+R)
        var r = ClosedFleet.solve(fleet(6, 0, 4, RepairPlaces.AMPLE));
        assertThat(r.probabilityAllUp()).isCloseTo(StrictMath.pow(0.8, 6), within(1e-14));
        assertThat(r.meanUp()).isCloseTo(4.8, within(1e-13));
    }

    @Test
    void theOpenPipelineIsLowByUSquaredOverOnePlusU() { // at every fleet size, without spares
        for (int n : new int[] {1, 5, 40}) {
            double u = 0.2;
            var f = fleet(n, 0, 1 / u, RepairPlaces.AMPLE);
            double gap =
                    ClosedFleet.solve(f).availability()
                            - ClosedFleet.openPipeline(f).availability();
            assertThat(gap).as("n %d", n).isCloseTo(u * u / (1 + u), within(1e-12));
        }
    }

    @Test
    void whatFailsIsRepaired() { // failures per time = repairs per time, every fleet
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            int places = 1 + random.nextInt(5);
            double up = 0.5 + 20 * random.nextDouble();
            var f = fleet(1 + random.nextInt(20), random.nextInt(5), up, new RepairPlaces(places));
            var r = ClosedFleet.solve(f);
            assertThat(r.meanUp() / up)
                    .as("seed %d", seed)
                    .isCloseTo(r.repairPlaceUse() * places, within(1e-12));
        }
    }

    @Test
    void twoOfThreeAtNineTenths() { // 3·0.81·0.1 + 0.729 = 0.972
        var blocks = List.of(new KofN.Block(3, 2, 0.9));
        assertThat(KofN.unitAvailability(blocks)).isCloseTo(0.972, within(1e-15));
        assertThat(KofN.readyUnits(2, blocks).probability(1))
                .isCloseTo(2 * 0.972 * 0.028, within(1e-15));
        assertThatThrownBy(() -> new KofN.Block(3, 4, 0.9)).hasMessageContaining("needed");
    }

    private static OpeningTransient.Plan constant(int units, int spares, RepairPlaces places) {
        return new OpeningTransient.Plan(
                List.of(new OpeningTransient.CountStep(0, units)),
                List.of(new OpeningTransient.CountStep(0, spares)),
                List.of(new OpeningTransient.RepairStep(0, places, 30)),
                0.01);
    }

    @Test
    void oneUnitFollowsTheTwoStateTransient() { // A(t) = p + q e^-(λ+μ)t
        var plan = constant(1, 0, RepairPlaces.AMPLE);
        double s = 0.01 + 1 / 30.0;
        for (double t : new double[] {0, 1, 20, 100, 3000}) {
            double exact = (1 / 30.0 + 0.01 * StrictMath.exp(-s * t)) / s;
            assertThat(OpeningTransient.at(plan, t).meanUp())
                    .as("t %s", t)
                    .isCloseTo(exact, within(1e-12));
        }
    }

    @Test
    void theTransientEndsInTheLongRun() {
        var plan = constant(8, 2, new RepairPlaces(2));
        var longRun = ClosedFleet.solve(new ClosedFleet.Fleet(8, 2, 100, 30, new RepairPlaces(2)));
        var late = OpeningTransient.at(plan, 100_000);
        assertThat(late.meanUp()).isCloseTo(longRun.meanUp(), within(1e-10));
        assertThat(late.meanInRepair()).isCloseTo(longRun.meanInRepair(), within(1e-10));
        assertThat(late.probabilityAtLeast(6))
                .isCloseTo(longRun.probabilityAtLeast(6), within(1e-10));
    }

    @Test
    void aChangeAfterTheDayChangesNothing() {
        var plain = constant(4, 1, new RepairPlaces(1));
        var later =
                new OpeningTransient.Plan(
                        plain.fleet(),
                        plain.spares(),
                        List.of(
                                plain.repair().getFirst(),
                                new OpeningTransient.RepairStep(500, new RepairPlaces(3), 10)),
                        0.01);
        assertThat(OpeningTransient.at(later, 400)).isEqualTo(OpeningTransient.at(plain, 400));
        assertThat(OpeningTransient.at(later, 600).meanUp())
                .isGreaterThan(OpeningTransient.at(plain, 600).meanUp() + 0.5);
    }

    @Test
    void oneSweepEqualsSingleCallsAndKeepsTheOrder() {
        var plan = constant(4, 1, new RepairPlaces(1));
        var results = OpeningTransient.at(plan, new double[] {300, 20, 300});
        assertThat(results.get(0).time()).isEqualTo(300);
        assertThat(results.get(2)).isEqualTo(results.get(0));
        assertThat(results.get(1).meanUp())
                .isCloseTo(OpeningTransient.at(plan, 20).meanUp(), within(1e-13));
        assertThat(results.get(0).meanUp())
                .isCloseTo(OpeningTransient.at(plan, 300).meanUp(), within(1e-12));
    }

    @Test
    void aShrinkingFleetKeepsItsQueue() {
        var plan =
                new OpeningTransient.Plan(
                        List.of(
                                new OpeningTransient.CountStep(0, 5),
                                new OpeningTransient.CountStep(100, 1)),
                        List.of(new OpeningTransient.CountStep(0, 0)),
                        List.of(new OpeningTransient.RepairStep(0, new RepairPlaces(1), 1e6)),
                        1);
        var r = OpeningTransient.at(plan, 100);
        assertThat(r.meanInRepair()).isCloseTo(5, within(1e-3));
        assertThat(r.meanUp()).isCloseTo(0, within(1e-3));
        assertThat(r.units()).isEqualTo(1);
    }

    @Test
    void stepsMustStartAtZeroAndRise() {
        var shop = List.of(new OpeningTransient.RepairStep(0, RepairPlaces.AMPLE, 30));
        var zero = List.of(new OpeningTransient.CountStep(0, 0));
        var late = List.of(new OpeningTransient.CountStep(5, 1));
        assertThatThrownBy(() -> new OpeningTransient.Plan(late, zero, shop, 0.1))
                .hasMessageContaining("(fleet) must start at time 0");
        var twice = List.of(zero.getFirst(), zero.getFirst());
        assertThatThrownBy(() -> new OpeningTransient.Plan(zero, twice, shop, 0.1))
                .hasMessageContaining("(spares) must rise");
    }

    @Test
    void intervalMeanIsTheIntegralOfTheTransient() { // trapezoid over A(t), 20 000 steps
        double sum = 0;
        int n = 20_000;
        for (int i = 0; i <= n; i++) {
            double a = IntervalAvailability.solve(200, 50, 100.0 * i / n).pointAvailability();
            sum += (i == 0 || i == n ? 0.5 : 1) * a / n;
        }
        assertThat(IntervalAvailability.solve(200, 50, 100).mean()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void intervalSpreadIsSmoothWhereTheSeriesEnds() { // x = sT = 0.5 at T = 20
        double below = IntervalAvailability.solve(200, 50, 20 - 1e-9).standardDeviation();
        double above = IntervalAvailability.solve(200, 50, 20 + 1e-9).standardDeviation();
        assertThat(above - below).isBetween(0.0, 1e-10);
    }

    @Test
    void shortIntervalsFollowTheFirstFailure() { // var -> λT/3 as T -> 0
        double t = 1e-6;
        double sd = IntervalAvailability.solve(200, 50, t).standardDeviation();
        assertThat(sd * sd / (t / 200 / 3)).isCloseTo(1, within(1e-6));
        assertThat(IntervalAvailability.solve(200, 50, 0).standardDeviation()).isZero();
    }

    @Test
    void cannibalisationOfOnePartPerSystem() { // one part, z = 1: down = holes, by hand
        var part = new Cannibalisation.Part(1, 0.3, 0);
        var r = Cannibalisation.solve(3, List.of(part));
        double e = StrictMath.exp(-0.3);
        assertThat(r.probabilityDownAtMost().getFirst()).isCloseTo(e, within(1e-15));
        assertThat(r.probabilityDownAtMost().get(1)).isCloseTo(1.3 * e, within(1e-15));
        // min(X, 3)/3 holes lie at random: the same availability with and without moving them
        assertThat(r.availabilityWithout()).isCloseTo(r.availability(), within(1e-14));
    }

    @Test
    void movingHolesTogetherNeverHurts() {
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var a =
                    new Cannibalisation.Part(
                            1 + random.nextInt(3), 3 * random.nextDouble(), random.nextInt(3));
            var b =
                    new Cannibalisation.Part(
                            1 + random.nextInt(3), 3 * random.nextDouble(), random.nextInt(3));
            var r = Cannibalisation.solve(1 + random.nextInt(9), List.of(a, b));
            assertThat(r.availability())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(r.availabilityWithout() - 1e-12);
        }
    }

    @Test
    void fixedTurnaroundCountsTheLastRemovals() { // 2 units to day 10, then 3; T = 5, day 12
        var plan =
                new NonstationaryPipeline.Plan(
                        List.of(
                                new OpeningTransient.CountStep(0, 2),
                                new OpeningTransient.CountStep(10, 3)),
                        List.of(new NonstationaryPipeline.TurnaroundStep(0, 5)),
                        NonstationaryPipeline.TurnaroundLaw.FIXED,
                        0.1);
        assertThat(NonstationaryPipeline.mean(plan, 12))
                .isCloseTo(0.1 * (2 * 3 + 3 * 2), within(1e-14));
        assertThat(NonstationaryPipeline.mean(plan, 0)).isZero();
    }

    @Test
    void exponentialTurnaroundFillsUp() { // constant rate: m(t) = λT (1 - e^-t/T)
        var plan =
                new NonstationaryPipeline.Plan(
                        List.of(new OpeningTransient.CountStep(0, 4)),
                        List.of(new NonstationaryPipeline.TurnaroundStep(0, 60)),
                        NonstationaryPipeline.TurnaroundLaw.EXPONENTIAL,
                        0.01);
        assertThat(NonstationaryPipeline.mean(plan, 90))
                .isCloseTo(2.4 * -StrictMath.expm1(-1.5), within(1e-13));
    }

    @Test
    void randomTransportWithoutWaitingIsTheTwoStateModel() { // spares galore, fast repair
        var site = new RandomTransport.Site(100, 5);
        var net = new RandomTransport.Network(List.of(site, site), 1e-3, 1e-3, 6);
        var r = RandomTransport.longRun(net);
        assertThat(r.siteAvailability().getFirst()).isCloseTo(100.0 / 105, within(1e-6));
        assertThat(r.bothUp()).isCloseTo(1e4 / (105 * 105), within(1e-6));
        assertThat(r.depotBackorders()).isCloseTo(0, within(1e-6));
    }

    @Test
    void randomTransportSettles() {
        var net =
                new RandomTransport.Network(
                        List.of(new RandomTransport.Site(120, 4), new RandomTransport.Site(80, 8)),
                        10,
                        20,
                        1);
        var late = RandomTransport.at(net, 20_000);
        var longRun = RandomTransport.longRun(net);
        assertThat(late.bothUp()).isCloseTo(longRun.bothUp(), within(1e-10));
        assertThat(late.depotBackorders()).isCloseTo(longRun.depotBackorders(), within(1e-10));
        assertThat(RandomTransport.at(net, 0).bothUp()).isEqualTo(1);
    }
}
