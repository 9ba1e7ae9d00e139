package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.stats.Binomial;
import parapet.sustain.exact.SupplyNetwork.Holding;
import parapet.sustain.exact.SupplyNetwork.Item;
import parapet.sustain.exact.SupplyNetwork.Site;

/// Short cuts of the field that are known to fail: how far each is off on a case, and what is
/// chosen instead. The numbers are those of the table in `docs/models/sustain-exact.md`.
class KnownShortCutsTest {
    private static final Item UNIT = Item.of("unit", 1);

    private static SupplyNetwork fiveBases() {
        var sites = new ArrayList<>(List.of(new Site("depot", null, 0, 0)));
        var holdings = new ArrayList<>(List.of(Holding.ample("unit", "depot", 1, 5, 4)));
        for (int b = 0; b < 5; b++) {
            sites.add(new Site("b" + b, "depot", 2.5, 0.2));
            holdings.add(Holding.ample("unit", "b" + b, 0, 0, 2));
        }
        return new SupplyNetwork(UNIT, sites, holdings);
    }

    private static double total(SupplyNetwork net, SupplyMethod method) {
        var result = net.solve(method);
        double sum = 0;
        for (var base : net.bases()) {
            sum += result.at("unit", base.name()).measures().expectedBackorders();
        }
        return sum;
    }

    private static Figure chosen(SupplyNetwork net) {
        return SupplyFigures.bases(net, SupplyFigures.USUAL_EFFORT).getFirst().expectedBackorders();
    }

    @Test
    void depotBackordersAsAMean() { // METRIC: -17 %; two moments -0.1 %
        var net = fiveBases();
        assertThat(total(net, SupplyMethod.EXACT)).isCloseTo(0.33603, within(5e-6));
        assertThat(total(net, SupplyMethod.METRIC)).isCloseTo(0.27867, within(5e-6));
        assertThat(total(net, SupplyMethod.VARI_METRIC)).isCloseTo(0.33574, within(5e-6));
        assertThat(chosen(net).method()).isEqualTo(Figure.Method.EXACT);
        assertThat(5 * chosen(net).value()).isCloseTo(0.33603, within(5e-6));
    }

    @Test
    void subUnitsAsAMeanAndTwoMomentsInTheTail() { // MOD-METRIC: -58, -87 %; two moments +13 %
        var unit = Item.of("unit", 1, Item.of("a", 0.5), Item.of("b", 0.3), Item.of("c", 0.2));
        double[][] rows = {
            {3, 0.049686, 0.020990, 0.049926}, {5, 0.0044154, 0.00058495, 0.0049889}
        };
        for (double[] row : rows) {
            var net =
                    new SupplyNetwork(
                            unit,
                            List.of(new Site("s", null, 0, 0.1)),
                            List.of(
                                    Holding.ample("unit", "s", 1, 4, (int) row[0]),
                                    Holding.ample("a", "s", 1, 30, 2),
                                    Holding.ample("b", "s", 1, 45, 2),
                                    Holding.ample("c", "s", 1, 20, 1)));
            assertThat(total(net, SupplyMethod.EXACT)).isCloseTo(row[1], within(1e-4 * row[1]));
            assertThat(total(net, SupplyMethod.METRIC)).isCloseTo(row[2], within(1e-4 * row[2]));
            assertThat(total(net, SupplyMethod.VARI_METRIC))
                    .isCloseTo(row[3], within(1e-4 * row[3]));
            assertThat(chosen(net).basis()).isEqualTo(Figure.Basis.ROUNDING);
            var cheap = SupplyFigures.bases(net, 0).getFirst().expectedBackorders();
            assertThat(cheap.showsError()).as("its error is printed").isTrue();
            assertThat(Math.abs(cheap.value() - row[1])).isLessThan(cheap.error());
        }
    }

    @Test
    void infiniteSourceForASmallFleet() { // -0.225 at u = 0.6; the closed chain is chosen
        var net =
                new SupplyNetwork(
                        UNIT,
                        List.of(new Site("s", null, 0, 5)),
                        List.of(Holding.ample("unit", "s", 1, 0.6, 0)));
        double open = 1 - total(net, SupplyMethod.EXACT) / 5;
        assertThat(open).isCloseTo(0.4, within(1e-12));
        var figure = SupplyFigures.availability(net, List.of(5), SupplyFigures.USUAL_EFFORT);
        assertThat(figure.getFirst().value()).isCloseTo(0.625, within(1e-12));
        assertThat(figure.getFirst().method()).isEqualTo(Figure.Method.CLOSED_CHAIN);
    }

    @Test
    void amplePlaces() { // load 1.6 on 2 places, 4 spares: 1.8204 against 0.031372, 58 times
        var two = new Holding("unit", "s", 1, 8, new RepairPlaces(2), 4);
        var sites = List.of(new Site("s", null, 0, 0.2));
        var few = new SupplyNetwork(UNIT, sites, List.of(two));
        var ample = new SupplyNetwork(UNIT, sites, List.of(Holding.ample("unit", "s", 1, 8, 4)));
        assertThat(chosen(few).value()).isCloseTo(1.8204, within(5e-5));
        assertThat(chosen(few).value() / chosen(ample).value()).isBetween(57.5, 58.5);
    }

    @Test
    void theLongRunOnADate() { // 30 days after the centre opens half of the gain is there
        var plan =
                new OpeningTransient.Plan(
                        List.of(
                                new OpeningTransient.CountStep(0, 3),
                                new OpeningTransient.CountStep(365, 4),
                                new OpeningTransient.CountStep(730, 5)),
                        List.of(
                                new OpeningTransient.CountStep(0, 1),
                                new OpeningTransient.CountStep(900, 2)),
                        List.of(
                                new OpeningTransient.RepairStep(0, new RepairPlaces(1), 180),
                                new OpeningTransient.RepairStep(1095, new RepairPlaces(3), 45)),
                        0.004);
        double before = OpeningTransient.at(plan, 1095).meanUp();
        double after =
                ClosedFleet.solve(new ClosedFleet.Fleet(5, 2, 250, 45, new RepairPlaces(3)))
                        .meanUp();
        double month = OpeningTransient.at(plan, 1125).meanUp();
        assertThat((month - before) / (after - before)).isCloseTo(0.48, within(0.005));
    }

    @Test
    void availabilityAsAProduct() { // it denies moving parts: 0.852 against 0.892
        var r =
                Cannibalisation.solve(
                        8,
                        List.of(
                                new Cannibalisation.Part(1, 0.8, 1),
                                new Cannibalisation.Part(2, 1.2, 1),
                                new Cannibalisation.Part(1, 0.5, 0)));
        assertThat(r.availabilityByProduct() - r.availability()).isCloseTo(-0.0395, within(1e-4));
        // and parts of one small fleet are joint: the chain of all parts against the product
        var part = new PartFleet.Part(1, 1, 5, 1, new RepairPlaces(1), 0);
        var joint = new PartFleet(new PartFleet.Fleet(3, List.of(part, part))).longRun();
        var alone = new PartFleet(new PartFleet.Fleet(3, List.of(part))).longRun();
        double product = alone.availability() * alone.availability();
        assertThat(joint.availability()).isCloseTo(0.65553, within(5e-6));
        assertThat(product).isCloseTo(0.61450, within(5e-6));
    }

    @Test
    void poissonDemandAtAnUncertainRate() { // mean 3, rate uncertain by half: 6 spares
        var net =
                new SupplyNetwork(
                        UNIT,
                        List.of(new Site("s", null, 0, 3)),
                        List.of(Holding.ample("unit", "s", 1, 1, 6)));
        double certain = total(net, SupplyMethod.EXACT);
        double mixed =
                UncertainDemand.solve(net, 0.5, UncertainDemand.Cause.COMMON)
                        .getFirst()
                        .measures()
                        .expectedBackorders();
        assertThat(certain).isCloseTo(0.050703, within(5e-7));
        assertThat(mixed).isCloseTo(0.17868, within(5e-6));
    }

    @Test
    void oneAtATimeGreed() { // 7 units on a depot and five bases: +43 %
        var base = new TwoEchelon.Base(23.2, 0.2, 0.01, 0.01, 0);
        var item =
                new OptimalStock.Network(
                        1,
                        TwoEchelon.Depot.ample(0.02531, 0),
                        List.of(base, base, base, base, base));
        double best = OptimalStock.solve(List.of(item), 7, SupplyMethod.METRIC).backorders();
        double greedy = OptimalStock.oneAtATime(item, 7, SupplyMethod.METRIC);
        assertThat(greedy / best).isCloseTo(1.426, within(5e-4));
    }

    @Test
    void repairLevelBeforeSpares() { // the cheapest place changes when spares are counted
        var question =
                new RepairLevel.Question(
                        3,
                        6,
                        4,
                        20,
                        900,
                        List.of(
                                new RepairLevel.SubUnit(0.6, 250),
                                new RepairLevel.SubUnit(0.4, 120)),
                        0.98,
                        new RepairLevel.Shop(1500, 14, 0, 10 / 365.0),
                        new RepairLevel.Shop(2200, 10, 6, 45 / 365.0),
                        360 / 365.0);
        var costings = RepairLevel.compare(question);
        var apart = RepairLevel.cheapest(costings, false);
        var joint = RepairLevel.cheapest(costings, true);
        assertThat(apart).isEqualTo(RepairLevel.Option.DEPOT);
        assertThat(joint).isEqualTo(RepairLevel.Option.BASE);
        assertThat(costings.get(1).repairCost()).isCloseTo(55_000, within(1e-6));
        assertThat(costings.get(0).repairCost()).isCloseTo(55_380, within(1e-6));
        assertThat(costings.get(1).totalCost()).isCloseTo(57_700, within(1e-6));
        assertThat(costings.get(0).totalCost()).isCloseTo(55_380, within(1e-6));
    }

    @Test
    void calendarLifeAsAFailureRate() {
        // 5 units bought together, each withdrawn every 730 days for 30: 5 are away for 30 days of
        // 730, so with 2 spares 3 x 30/730 are short on average; a Poisson pipeline of the same
        // mean says 94 times less. The simulation keeps the clock of every unit.
        double exact = 3 * 30 / 730.0;
        double poisson = SingleSite.pipeline(5 / 730.0, 30).expectedExcess(2);
        assertThat(exact).isCloseTo(0.12329, within(5e-6));
        assertThat(poisson).isCloseTo(0.0013061, within(5e-8));
    }

    @Test
    void perfectlyRegularOverhauls() {
        // 5 units, each in overhaul for a fifth of its own cycle, cycles not aligned: Binomial(5,
        // 1/5). If the depot saw one every fifth of a cycle, always one would be there, and one
        // spare would do.
        var away = new Binomial(5, 0.2).law();
        assertThat(away.mean()).isCloseTo(1, within(1e-15));
        assertThat(away.expectedExcess(1)).isCloseTo(StrictMath.pow(0.8, 5), within(1e-15));
        assertThat(away.expectedExcess(1)).isCloseTo(0.32768, within(5e-6));
    }

    @Test
    void meanReadinessIntoABattle() {
        // 5 squadrons that stop 4 of 12 each: at the mean number ready nothing gets through
        var fleet = new ClosedFleet.Fleet(5, 0, 150, 90, new RepairPlaces(5));
        var up = ClosedFleet.solve(fleet).up();
        double atMean = Math.max(0, 12 - 4 * up.mean());
        double overLaw = 0;
        for (int j = 0; j <= 5; j++) {
            overLaw += up.probability(j) * Math.max(0, 12 - 4 * j);
        }
        assertThat(up.mean()).isCloseTo(3.125, within(1e-12));
        assertThat(atMean).isZero();
        assertThat(overLaw).isCloseTo(1.4073, within(5e-5));
    }
}
