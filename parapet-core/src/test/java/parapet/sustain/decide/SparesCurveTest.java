package parapet.sustain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import parapet.stats.NegativeBinomial;
import parapet.stats.Poisson;
import parapet.sustain.exact.OptimalStock;
import parapet.sustain.exact.RepairPlaces;
import parapet.sustain.exact.SupplyMethod;
import parapet.sustain.exact.TwoEchelon;

class SparesCurveTest {
    /// The same item for the curve and for the optimum.
    private record Both(OptimalStock.Network network, double price) {
        static Both random(Random random, int bases) {
            var list = new ArrayList<TwoEchelon.Base>();
            for (int i = 0; i < bases; i++) {
                list.add(
                        new TwoEchelon.Base(
                                10 * random.nextDouble(),
                                0.3 * random.nextDouble(),
                                0.02,
                                0.03,
                                0));
            }
            double price = 1 + random.nextInt(5);
            var depot = TwoEchelon.Depot.ample(0.02 + 0.2 * random.nextDouble(), 0);
            return new Both(new OptimalStock.Network(price, depot, list), price);
        }

        void addTo(Portfolio.Builder b) {
            double demand = 0;
            for (var base : network.bases()) {
                demand += base.demandRate() * (1 - base.baseRepairShare());
            }
            b.item(price, demand * network.depot().repairTime(), 0);
            for (int i = 0; i < network.bases().size(); i++) {
                var base = network.bases().get(i);
                double away = base.demandRate() * (1 - base.baseRepairShare());
                b.base(
                        i,
                        base.demandRate() * base.baseRepairShare() * base.baseRepairTime()
                                + away * base.orderAndShipTime(),
                        away / demand);
            }
        }
    }

    @Test
    void everyPointIsTheTrueOptimumOfItsCost() { // 12 portfolios of two items on three bases
        for (long seed = 1; seed <= 6; seed++) {
            var random = new Random(seed);
            var items = List.of(Both.random(random, 3), Both.random(random, 3));
            var builder = new Portfolio.Builder(3, 2);
            items.forEach(i -> i.addTo(builder));
            for (SupplyMethod method : List.of(SupplyMethod.EXACT, SupplyMethod.VARI_METRIC)) {
                var curve = SparesCurve.of(builder.build(), method, 1e-6);
                for (int k = 0; 10 * k < 6 * curve.points(); k += 2) {
                    var point = curve.at(k);
                    var best =
                            OptimalStock.solve(
                                    List.of(items.get(0).network(), items.get(1).network()),
                                    point.cost(),
                                    method);
                    assertThat(point.backorders())
                            .as("seed %d, %s, cost %s", seed, method, point.cost())
                            .isCloseTo(best.backorders(), within(1e-11));
                    assertThat(curve.backorders(curve.plan(point)))
                            .isCloseTo(point.backorders(), within(1e-11));
                }
            }
        }
    }

    @Test
    void betweenPointsTheLossIsBounded() {
        for (long seed = 1; seed <= 6; seed++) {
            var random = new Random(100 + seed);
            var items = List.of(Both.random(random, 3), Both.random(random, 3));
            var builder = new Portfolio.Builder(3, 2);
            items.forEach(i -> i.addTo(builder));
            var curve = SparesCurve.of(builder.build(), SupplyMethod.EXACT, 1e-4);
            for (double budget = 0.5; budget < 30; budget += 3.3) {
                var bought = curve.bought(budget);
                var best =
                        OptimalStock.solve(
                                List.of(items.get(0).network(), items.get(1).network()),
                                budget,
                                SupplyMethod.EXACT);
                assertThat(bought.cost()).isLessThanOrEqualTo(budget);
                assertThat(best.backorders())
                        .as("seed %d, budget %s", seed, budget)
                        .isBetween(bought.bound() - 1e-3, bought.backorders() + 1e-12);
                assertThat(curve.backorders(bought.plan()))
                        .isCloseTo(bought.backorders(), within(1e-11));
            }
        }
    }

    @Test
    void oneAtATimeLosesWhatTheCurveKeeps() { // depot and five bases, 7 units: +43 % by greed
        var bases = new ArrayList<TwoEchelon.Base>();
        for (int i = 0; i < 5; i++) {
            bases.add(new TwoEchelon.Base(4.0 / 50, 0.2, 7, 9.0, 0));
        }
        double worst = 0;
        for (double repair = 10; repair <= 60; repair += 5) {
            var network = new OptimalStock.Network(1, TwoEchelon.Depot.ample(repair, 0), bases);
            var builder = new Portfolio.Builder(5, 1);
            new Both(network, 1).addTo(builder);
            var curve = SparesCurve.of(builder.build(), SupplyMethod.EXACT, 1e-3);
            for (int k = 0; k < curve.points(); k++) {
                var point = curve.at(k);
                int units = (int) Math.round(point.cost());
                double greedy = OptimalStock.oneAtATime(network, units, SupplyMethod.EXACT);
                assertThat(point.backorders()).isLessThanOrEqualTo(greedy + 1e-9);
                worst = Math.max(worst, greedy / point.backorders() - 1);
            }
        }
        assertThat(worst).as("loss of one at a time").isGreaterThan(0.4);
    }

    @Test
    void aSingleSiteIsMarginalAnalysis() {
        var builder = new Portfolio.Builder(1, 2);
        builder.item(3, 0, 0);
        builder.base(0, 2.5, 0);
        builder.item(1, 0, 0.5);
        builder.base(0, 1.5, 0);
        var curve = SparesCurve.of(builder.build());
        var first = new Poisson(2.5).law();
        var second = new NegativeBinomial(1.5, 1.5 + 0.25 * 1.5 * 1.5).law();
        for (var v : curve.hull(0)) {
            assertThat(v.backorders()).isCloseTo(first.expectedExcess(v.units()), within(1e-13));
        }
        for (var v : curve.hull(1)) {
            assertThat(v.backorders()).isCloseTo(second.expectedExcess(v.units()), within(1e-13));
        }
        assertThat(curve.at(0).backorders()).isCloseTo(4.0, within(1e-12));
    }

    @Test
    void largeMeansDoNotUnderflow() { // Poisson mean 800 and 5 000: e^-mean is below any double
        for (double mean : new double[] {800, 5000}) {
            var builder = new Portfolio.Builder(1, 1);
            builder.item(1, 0, 0);
            builder.base(0, mean, 0);
            var curve = SparesCurve.of(builder.build());
            var law = new Poisson(mean).law();
            for (var v : curve.hull(0)) {
                assertThat(v.backorders())
                        .as("mean %s, stock %d", mean, v.units())
                        .isCloseTo(law.expectedExcess(v.units()), within(1e-8));
            }
        }
    }

    @Test
    void momentsUnderAnUncertainRateAreThoseOfTheMixture() {
        // gamma mixture over 4 000 strata of the rate; two-moment law of the same mean and variance
        double c = 0.6;
        int strata = 4000;
        double own = 0.7;
        double m0 = 2;
        double share = 0.4;
        var gamma = GammaDistribution.of(1 / (c * c), c * c);
        for (int s0 : new int[] {0, 1, 3}) {
            double mean = 0;
            double second = 0;
            for (int k = 0; k < strata; k++) {
                double g = gamma.inverseCumulativeProbability((k + 0.5) / strata);
                var law =
                        new Poisson(g * own)
                                .law()
                                .plus(new Poisson(g * m0).law().excess(s0).thinned(share));
                mean += law.mean() / strata;
                second += (law.variance() + law.mean() * law.mean()) / strata;
            }
            var builder = new Portfolio.Builder(2, 1);
            builder.item(1, m0, c);
            builder.base(0, own, share);
            builder.base(1, 0, 0);
            var portfolio = builder.build();
            var plan = portfolio.held().with(0, -1, s0).with(0, 0, 2);
            double ours = StockValue.of(portfolio, plan, SupplyMethod.VARI_METRIC).backorders();
            double theirs =
                    new NegativeBinomial(mean, second - mean * mean).law().expectedExcess(2);
            assertThat(ours).as("depot stock %d", s0).isCloseTo(theirs, within(2e-3 * theirs));
        }
    }

    @Test
    void heldStockStaysAndFreeHolesDoNotHurt() {
        var builder = new Portfolio.Builder(2, 1);
        builder.item(1, 1.0, 0);
        builder.heldAtDepot(1);
        builder.base(0, 0.5, 0.5);
        builder.held(0, 1, 2);
        builder.base(1, 0.5, 0.5);
        var portfolio = builder.build();
        var curve = SparesCurve.of(portfolio, SupplyMethod.EXACT, 1e-3);
        var depot = new TwoEchelon.Depot(0.5, RepairPlaces.AMPLE, 1);
        var bases =
                List.of(new TwoEchelon.Base(1, 0, 0, 0.5, 3), new TwoEchelon.Base(1, 0, 0, 0.5, 0));
        assertThat(curve.at(0).backorders())
                .isCloseTo(
                        TwoEchelon.solve(depot, bases, SupplyMethod.EXACT).totalBackorders(),
                        within(1e-12));
        for (int k = 0; k < curve.points(); k++) {
            var plan = curve.plan(curve.at(k));
            assertThat(plan.depot(0)).isGreaterThanOrEqualTo(1);
            assertThat(plan.base(0, 0)).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void oneChangedItemGivesTheCurveMadeAnew() {
        var portfolio = RandomPortfolio.of(7, 200, 4, 0.3);
        var curve = SparesCurve.of(portfolio);
        var changed = portfolio.with(17, 2 * portfolio.price(17), 1.7);
        var quick = curve.with(changed, 17);
        var anew = SparesCurve.of(changed);
        assertThat(quick.points()).isEqualTo(anew.points());
        for (int k = 0; k < anew.points(); k += 7) {
            assertThat(quick.at(k)).isEqualTo(anew.at(k));
        }
    }

    @Test
    void nothingAskedNothingBought() {
        var builder = new Portfolio.Builder(2, 1);
        builder.item(5, 0, 0);
        var curve = SparesCurve.of(builder.build());
        assertThat(curve.points()).isEqualTo(1);
        assertThat(curve.bought(100).cost()).isZero();
        assertThatThrownBy(() -> builder.item(0, 1, 0)).hasMessageContaining("price (0.0)");
        assertThatThrownBy(() ->
                        SparesCurve.of(RandomPortfolio.of(1, 2, 2, 0.2), SupplyMethod.EXACT, 0.1))
                .hasMessageContaining("certain rates");
    }

    @Test
    void readinessIsTheProductOverParts() {
        var builder = new Portfolio.Builder(2, 2);
        builder.item(1, 0, 0);
        builder.base(0, 0.5, 0);
        builder.base(1, 0.25, 0);
        builder.item(1, 0, 0);
        builder.base(0, 0.125, 0);
        var portfolio = builder.build();
        var value = StockValue.of(portfolio, portfolio.held(), SupplyMethod.VARI_METRIC);
        var ready = FleetReadiness.of(value, new int[] {1, 1});
        double a = Math.exp(-0.625);
        double b = Math.exp(-0.25);
        assertThat(ready.expected()).isCloseTo(a + b, within(1e-13));
        assertThat(ready.atLeast(2)).isCloseTo(a * b, within(1e-13));
        assertThat(value.availability(2, new int[] {1, 1}))
                .isCloseTo((1 - 0.75 / 2) * (1 - 0.125 / 2), within(1e-13));
    }
}
