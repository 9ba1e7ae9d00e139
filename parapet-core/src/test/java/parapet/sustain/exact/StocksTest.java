package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StocksTest {
    @Test
    void endlessShelfLifeIsPalm() {
        var r = ShelfLife.solve(0.5, 1e15, 4, 3);
        var palm = SingleSite.measure(SingleSite.pipeline(0.5, 4), 3);
        assertThat(r.fillRate()).isCloseTo(palm.fillRate(), within(1e-12));
        assertThat(r.expectedBackorders()).isCloseTo(palm.expectedBackorders(), within(1e-12));
    }

    @Test
    void whatIsOrderedIsUsedOrScrapped() { // orders out / L = demand + scrap
        var r = ShelfLife.solve(0.5, 5, 1, 2);
        double ordersOut = 2 - r.expectedOnHand() + r.expectedBackorders();
        assertThat(ordersOut).isCloseTo(0.5 + r.scrapRate(), within(1e-13));
    }

    @Test
    void lastTimeBuyWithACertainRateIsPoisson() {
        var demand = LastTimeBuy.demand(20, 0);
        assertThat(LastTimeBuy.unitsToBuy(demand, 0.95)).isEqualTo(28); // Poisson table, m = 20
        assertThat(LastTimeBuy.demand(20, 0.3).variance()).isCloseTo(56, within(1e-11));
        assertThat(LastTimeBuy.unitsToBuy(LastTimeBuy.demand(20, 0.3), 0.95)).isEqualTo(33);
    }

    @Test
    void lotsOfOneAreOneForOne() { // q = 1: stock level r+1, Palm
        var r = ReorderPoint.solve(0.1, 30, new ReorderPoint.Policy(3, 1));
        var palm = SingleSite.measure(SingleSite.pipeline(0.1, 30), 4);
        assertThat(r.expectedBackorders()).isCloseTo(palm.expectedBackorders(), within(1e-14));
        assertThat(r.fillRate()).isCloseTo(palm.fillRate(), within(1e-14));
        assertThat(r.expectedOnHand()).isCloseTo(palm.expectedOnHand(), within(1e-14));
    }

    @Test
    void reorderPointCostOfTheTextbook() { // Snyder & Shen, example 5.8 as in stockpyl's tests
        var r = ReorderPoint.solve(1.5, 2, new ReorderPoint.Policy(3, 5));
        assertThat(r.costRate(new ReorderPoint.Costs(20, 150, 100)))
                .isCloseTo(107.92358063315, within(1e-8));
    }

    @Test
    void aNegativeReorderPointWaitsForDebts() { // r = -q: nothing is ever on hand
        var r = ReorderPoint.solve(1, 2, new ReorderPoint.Policy(-3, 3));
        assertThat(r.expectedOnHand()).isZero();
        assertThat(r.expectedBackorders()).isCloseTo(2 + 1, within(1e-13)); // y = -2, -1, 0
    }

    @Test
    void minMaxCostOfZhengAndFedergruen() { // 1991, table 1, mean 10: (6, 40) costs 35.022
        double cost = MinMax.costPerPeriod(10, 6, 40, new ReorderPoint.Costs(1, 9, 64));
        assertThat(cost).isCloseTo(35.022, within(6e-4));
    }

    @Test
    void withoutHelpTheLossFormulaHolds() { // each site alone: Erlang B with load 0.5
        var site = new LateralSupply.Site(0.05, 2);
        var shares = LateralSupply.solve(List.of(site, site), 10, false).getFirst();
        assertThat(shares.emergency()).isCloseTo(Erlang.lossProbability(2, 0.5), within(1e-14));
        assertThat(shares.lateral()).isZero();
    }

    @Test
    void withHelpThePooledLossFormulaHolds() { // Erlang B with all stock and all demand
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var a = new LateralSupply.Site(random.nextDouble(), random.nextInt(4));
            var b = new LateralSupply.Site(random.nextDouble(), random.nextInt(4));
            double loss =
                    Erlang.lossProbability(
                            a.stock() + b.stock(), 3 * (a.demandRate() + b.demandRate()));
            for (var shares : LateralSupply.solve(List.of(a, b), 3, true)) {
                assertThat(shares.emergency()).as("seed %d", seed).isCloseTo(loss, within(1e-13));
                assertThat(shares.own() + shares.lateral() + shares.emergency())
                        .isCloseTo(1, within(1e-13));
            }
        }
    }

    @Test
    void noAllocationBeatsTheOptimum() { // all allocations of up to 6 units tried
        for (long seed = 1; seed <= 10; seed++) {
            var random = new Random(seed);
            var bases = new ArrayList<TwoEchelon.Base>();
            for (int i = 0; i < 2; i++) {
                bases.add(
                        new TwoEchelon.Base(
                                20 * random.nextDouble(), random.nextDouble(), 0.02, 0.03, 0));
            }
            var depot = TwoEchelon.Depot.ample(0.2 * random.nextDouble(), 0);
            var item = new OptimalStock.Network(1, depot, bases);
            for (SupplyMethod method : SupplyMethod.values()) {
                double least = Double.POSITIVE_INFINITY;
                for (int s0 = 0; s0 <= 6; s0++) {
                    for (int s1 = 0; s0 + s1 <= 6; s1++) {
                        var stocked =
                                List.of(
                                        bases.get(0).withStock(s1),
                                        bases.get(1).withStock(6 - s0 - s1));
                        var d = new TwoEchelon.Depot(depot.repairTime(), RepairPlaces.AMPLE, s0);
                        least =
                                StrictMath.min(
                                        least,
                                        TwoEchelon.solve(d, stocked, method).totalBackorders());
                    }
                }
                var best = OptimalStock.solve(List.of(item), 6, method);
                assertThat(best.backorders())
                        .as("seed %d %s", seed, method)
                        .isCloseTo(least, within(1e-12));
                assertThat(OptimalStock.oneAtATime(item, 6, method))
                        .isGreaterThanOrEqualTo(least - 1e-12);
            }
        }
    }

    @Test
    void moneyWithoutEndLeavesNoBackorders() {
        var base = new TwoEchelon.Base(10, 0.2, 0.02, 0.03, 0);
        var item = new OptimalStock.Network(1, TwoEchelon.Depot.ample(0.1, 0), List.of(base, base));
        var single = new OptimalStock.Single(3, 2);
        var r = OptimalStock.solve(List.of(item, single), 1e12, SupplyMethod.EXACT);
        assertThat(r.backorders()).isBetween(0.0, 1e-12);
        assertThat(r.cost()).isLessThan(1e4);
    }

    @Test
    void fourUnitsOfBarlowAndProschan() { // budget 400, as in the R package xmetric: 0, 4, 0, 0
        List<OptimalStock.Item> items =
                List.of(
                        new OptimalStock.Single(200, 1),
                        new OptimalStock.Single(100, 3),
                        new OptimalStock.Single(300, 1.8),
                        new OptimalStock.Single(250, 2));
        var r = OptimalStock.solve(items, 400, SupplyMethod.EXACT);
        assertThat(r.allocations())
                .extracting(a -> a.baseStocks().getFirst())
                .containsExactly(0, 4, 0, 0);
        assertThat(r.cost()).isEqualTo(400);
    }

    @Test
    void replacementAgeIsAMinimum() { // Barlow and Hunter 1960
        var life = new AgeReplacement.Life(2.5, 2000, 1, 5);
        double best = AgeReplacement.bestAge(life);
        double cost = AgeReplacement.costRate(life, best);
        assertThat(AgeReplacement.costRate(life, best * 0.99)).isGreaterThan(cost);
        assertThat(AgeReplacement.costRate(life, best * 1.01)).isGreaterThan(cost);
        // at the best age C = (c_f - c_p) h(t)
        double h = 2.5 / 2000 * StrictMath.pow(best / 2000, 1.5);
        assertThat(cost / (4 * h)).isCloseTo(1, within(1e-10));
        assertThat(AgeReplacement.costRate(life, 1e6))
                .isCloseTo(AgeReplacement.runToFailureCostRate(life), within(1e-12));
    }

    @Test
    void exponentialLivesAreNeverReplacedEarly() {
        var life = new AgeReplacement.Life(1, 100, 1, 50);
        assertThat(AgeReplacement.bestAge(life)).isInfinite();
        assertThat(AgeReplacement.costRate(life, 3)).isGreaterThan(0.5);
    }

    @Test
    void renewalsOfExponentialLivesAreTimeOverMean() {
        assertThat(Renewals.expected(1, 2000, 5000)).isCloseTo(2.5, within(1e-7));
        // long run: t/μ + (cv² - 1)/2, with μ and cv of the Weibull law of shape 2
        double mean = StrictMath.sqrt(StrictMath.PI) / 2;
        double cv2 = 1 / (mean * mean) - 1;
        assertThat(Renewals.expected(2, 1, 20)).isCloseTo(20 / mean + (cv2 - 1) / 2, within(1e-6));
    }

    @Test
    void renewalsAgreeWithTheSeries() { // Smith and Leadbetter 1963, summed with 120 digits
        assertThat(Renewals.expected(1.2, 1, 2)).isCloseTo(1.9773038108154, within(1e-8));
        assertThat(Renewals.expected(1.5, 100, 300)).isCloseTo(3.05371394472424, within(1e-8));
        assertThat(Renewals.expected(2.5, 1, 0.05)).isCloseTo(5.58889531119397e-4, within(1e-10));
        assertThat(Renewals.expected(4, 1, 2)).isCloseTo(1.74660561243852, within(1e-8));
    }

    @Test
    void sparesFlipTheRepairLevel() { // Basten et al. 2015 state the joint problem
        var q =
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
        var costings = RepairLevel.compare(q);
        assertThat(costings.getFirst().repairCost()).isCloseTo(3 * 1500 + 240 * 212, within(1e-9));
        assertThat(RepairLevel.cheapest(costings, false)).isEqualTo(RepairLevel.Option.DEPOT);
        assertThat(RepairLevel.cheapest(costings, true)).isEqualTo(RepairLevel.Option.BASE);
    }

    @Test
    void timesThatDifferTooMuchAreRefused() {
        var site = new RandomTransport.Site(100, 3);
        var network = new RandomTransport.Network(List.of(site, site), 1e300, 30, 1);
        assertThatThrownBy(() -> RandomTransport.longRun(network))
                .hasMessageContaining("differ too much");
    }

    @Test
    void tooLargeAsksAreRefused() {
        assertThatThrownBy(() ->
                        LateralSupply.solve(
                                List.of(
                                        new LateralSupply.Site(1, 900),
                                        new LateralSupply.Site(1, 900)),
                                1,
                                true))
                .hasMessageContaining("states");
        assertThatThrownBy(() -> Renewals.expected(0.5, 1, 1)).hasMessageContaining("(0.5)");
    }
}
