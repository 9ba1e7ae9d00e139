package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.stats.NegativeBinomial;
import parapet.sustain.exact.SupplyNetwork.Holding;
import parapet.sustain.exact.SupplyNetwork.Item;
import parapet.sustain.exact.SupplyNetwork.Site;

class UncertainDemandTest {
    private static final Item UNIT = Item.of("unit", 1);

    private static SupplyNetwork depotAndBases(int depotStock, double... demand) {
        var sites = new ArrayList<>(List.of(new Site("depot", null, 0, 0)));
        var holdings = new ArrayList<>(List.of(Holding.ample("unit", "depot", 1, 1, depotStock)));
        for (int b = 0; b < demand.length; b++) {
            sites.add(new Site("b" + b, "depot", 0.5, demand[b]));
            holdings.add(Holding.ample("unit", "b" + b, 0, 0, 1));
        }
        return new SupplyNetwork(UNIT, sites, holdings);
    }

    @Test
    void theRuleHasTheMomentsOfTheGammaLaw() { // E[G^k] = Π_j<k (1 + j cv²)
        for (double cv : new double[] {0.1, 0.5, 1, 2}) {
            var rule = QuadratureRule.gamma(cv, 8);
            double moment = 1;
            for (int k = 1; k < 16; k++) {
                moment *= 1 + (k - 1) * cv * cv;
                double sum = 0;
                for (int i = 0; i < 8; i++) {
                    sum += rule.weights()[i] * StrictMath.pow(rule.values()[i], k);
                }
                assertThat(sum / moment).as("cv %s, k %d", cv, k).isCloseTo(1, within(1e-10));
            }
            assertThat(rule.values()).isSorted();
        }
        assertThat(QuadratureRule.gamma(0, 8).values()).containsExactly(1);
        assertThatThrownBy(() -> QuadratureRule.gamma(11, 8)).hasMessageContaining("(11.0)");
        assertThatThrownBy(() -> QuadratureRule.gamma(1, 0)).hasMessageContaining("points (0)");
    }

    @Test
    void theMeanOfAlikeFactorsIsGamma() { // of four with cv 1: a gamma law with cv 1/2
        var one = QuadratureRule.gamma(1, 10);
        var two = QuadratureRule.mean(one, one, 0.5, 10);
        var four = QuadratureRule.mean(two, two, 0.5, 10);
        var expected = QuadratureRule.gamma(0.5, 10);
        for (int i = 0; i < 6; i++) { // the rest weigh less than 1e-3 and hang on high moments
            assertThat(four.values()[i]).isCloseTo(expected.values()[i], within(1e-6));
            assertThat(four.weights()[i]).isCloseTo(expected.weights()[i], within(1e-6));
        }
        var certain = QuadratureRule.mean(one, QuadratureRule.certain(), 0, 10);
        assertThat(certain.values()).containsExactly(new double[] {1}, within(1e-12));
    }

    @Test
    void oneSiteIsNegativeBinomial() { // closed form: mean m, variance m + (cv m)²
        for (double cv : new double[] {0, 0.3, 1}) {
            var net =
                    new SupplyNetwork(
                            UNIT,
                            List.of(new Site("s", null, 0, 2)),
                            List.of(Holding.ample("unit", "s", 1, 1.5, 4)));
            var law = new NegativeBinomial(3, 3 + cv * cv * 9).law();
            for (var cause : UncertainDemand.Cause.values()) {
                var base = UncertainDemand.solve(net, cv, cause).getFirst();
                for (int k = 0; k < 20; k++) {
                    assertThat(base.pipeline().probability(k))
                            .as("cv %s, k %d", cv, k)
                            .isCloseTo(law.probability(k), within(1e-10));
                }
                assertThat(base.site()).isEqualTo("s");
                assertThat(base.measures().expectedBackorders())
                        .isCloseTo(law.expectedExcess(4), within(1e-9));
            }
        }
    }

    @Test
    void withoutDepotStockEachBaseIsNegativeBinomial() { // thinned Poisson; either cause
        var net = depotAndBases(0, 1, 2, 4);
        for (var cause : UncertainDemand.Cause.values()) {
            var bases = UncertainDemand.solve(net, 0.6, cause);
            for (int b = 0; b < 3; b++) {
                double m = 1.5 * net.bases().get(b).demandRate();
                var law = new NegativeBinomial(m, m + 0.36 * m * m).law();
                assertThat(bases.get(b).measures().expectedBackorders())
                        .as("%s %d", cause, b)
                        .isCloseTo(law.expectedExcess(1), within(1e-8));
            }
        }
    }

    @Test
    void independentFactorsAreThePlainSumOverAllOfThem() { // product of three rules, by brute force
        var net = depotAndBases(5, 1, 2, 3);
        var rule = QuadratureRule.gamma(0.7, 12);
        double[] sum = new double[3];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                for (int k = 0; k < 12; k++) {
                    double w = rule.weights()[i] * rule.weights()[j] * rule.weights()[k];
                    if (w < 1e-13) {
                        continue;
                    }
                    double[] g = {rule.values()[i], 2 * rule.values()[j], 3 * rule.values()[k]};
                    var bases = new ArrayList<TwoEchelon.Base>();
                    for (double demand : g) {
                        bases.add(new TwoEchelon.Base(demand, 0, 0, 0.5, 1));
                    }
                    var r =
                            TwoEchelon.solve(
                                    TwoEchelon.Depot.ample(1, 5), bases, SupplyMethod.EXACT);
                    for (int b = 0; b < 3; b++) {
                        sum[b] += w * r.bases().get(b).backorders();
                    }
                }
            }
        }
        var bases = UncertainDemand.solve(net, 0.7, UncertainDemand.Cause.INDEPENDENT);
        for (int b = 0; b < 3; b++) {
            assertThat(bases.get(b).measures().expectedBackorders())
                    .as("base %d", b)
                    .isCloseTo(sum[b], within(1e-6));
        }
    }

    @Test
    void aCommonCauseIsWorseThanIndependentOnes() { // pooling at the depot no longer helps
        var net = depotAndBases(6, 1, 1, 1, 1);
        double certain =
                net.solve(SupplyMethod.EXACT).at("unit", "b0").measures().expectedBackorders();
        double alone =
                UncertainDemand.solve(net, 0.5, UncertainDemand.Cause.INDEPENDENT)
                        .getFirst()
                        .measures()
                        .expectedBackorders();
        double common =
                UncertainDemand.solve(net, 0.5, UncertainDemand.Cause.COMMON)
                        .getFirst()
                        .measures()
                        .expectedBackorders();
        assertThat(alone).isGreaterThan(1.05 * certain);
        assertThat(common).isGreaterThan(1.2 * alone);
    }

    @Test
    void basesOfOneAreOnDifferentEchelons() { // two groups of others join at depot and top
        var net =
                new SupplyNetwork(
                        UNIT,
                        List.of(
                                new Site("top", null, 0, 0),
                                new Site("depot", "top", 0.3, 0),
                                new Site("b0", "depot", 0.2, 1),
                                new Site("b1", "depot", 0.2, 2),
                                new Site("b2", "top", 0.2, 1.5)),
                        List.of(
                                Holding.ample("unit", "top", 1, 1, 0),
                                Holding.ample("unit", "b0", 0, 0, 1)));
        var base = UncertainDemand.solve(net, 0.5, UncertainDemand.Cause.INDEPENDENT).getFirst();
        var law = new NegativeBinomial(1.5, 1.5 + 0.25 * 2.25).law();
        assertThat(base.measures().expectedBackorders())
                .isCloseTo(law.expectedExcess(1), within(1e-5));
    }

    @Test
    void varianceToMeanGivesTheSpreadOfTheRate() { // vmr 3 at mean 8: cv² = 2/8
        assertThat(UncertainDemand.coefficientOfVariation(3, 8)).isCloseTo(0.5, within(1e-15));
        assertThatThrownBy(() -> UncertainDemand.coefficientOfVariation(0.5, 8))
                .hasMessageContaining("varianceToMean - 1 (-0.5)");
        assertThatThrownBy(() -> UncertainDemand.coefficientOfVariation(2, 0))
                .hasMessageContaining("meanDemand (0.0)");
    }

    @Test
    void fewPlacesHaveNoLongRunAtUncertainRates() {
        var net =
                new SupplyNetwork(
                        UNIT,
                        List.of(new Site("s", null, 0, 2)),
                        List.of(new Holding("unit", "s", 1, 1, new RepairPlaces(5), 4)));
        assertThatThrownBy(() -> UncertainDemand.solve(net, 0.3, UncertainDemand.Cause.COMMON))
                .hasMessageContaining("(unit) at (s) has (5) places");
        var certain = UncertainDemand.solve(net, 0, UncertainDemand.Cause.COMMON).getFirst();
        assertThat(certain.measures().expectedBackorders())
                .isCloseTo(FiniteDepot.solve(2, 1, 5, 4).expectedBackorders(), within(1e-12));
    }
}
