package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwoEchelonTest {
    private static final TwoEchelon.Base FIVE_BASE = new TwoEchelon.Base(0.2, 0, 0, 2.5, 2);
    private static final List<TwoEchelon.Base> FIVE =
            List.of(FIVE_BASE, FIVE_BASE, FIVE_BASE, FIVE_BASE, FIVE_BASE);

    @Test
    void sherbrookeBaseWithoutStock() { // Sherbrooke 1968, inputs of the R package xmetric
        var base = new TwoEchelon.Base(23.2, 0.2, 0.01, 0.01, 0);
        var bases = List.of(base, base, base, base, base);
        var r = TwoEchelon.solve(TwoEchelon.Depot.ample(0.02531, 1), bases, SupplyMethod.EXACT);
        assertThat(r.depotPipelineMean()).isCloseTo(2.348768, within(1e-12));
        // E[(X-1)+] = m - 1 + e^-m
        assertThat(r.depotBackorders())
                .isCloseTo(1.348768 + StrictMath.exp(-2.348768), within(1e-12));
        assertThat(r.bases().getFirst().backorders())
                .isCloseTo(0.232 + r.depotBackorders() / 5, within(1e-12));
    }

    @Test
    void withoutDepotStockTheBaseSeesAPoissonPipeline() { // thinned Poisson: all methods agree
        for (SupplyMethod method : SupplyMethod.values()) {
            var r = TwoEchelon.solve(TwoEchelon.Depot.ample(5, 0), FIVE, method);
            var palm = SingleSite.measure(SingleSite.pipeline(0.2, 7.5), 2);
            assertThat(r.bases().get(3).backorders())
                    .as("%s", method)
                    .isCloseTo(palm.expectedBackorders(), within(1e-13));
            assertThat(r.bases().get(3).pipelineVariance()).isCloseTo(1.5, within(1e-12));
        }
    }

    @Test
    void moreDepotStockThanPipelineLeavesOnlyTransport() { // s0 far above the pipeline of 5
        var r = TwoEchelon.solve(TwoEchelon.Depot.ample(5, 60), FIVE, SupplyMethod.EXACT);
        assertThat(r.depotBackorders()).isCloseTo(0, within(1e-12));
        assertThat(r.bases().getFirst().pipelineMean()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void metricHasTooFewBackorders() { // Graves 1985: base pipelines are overdispersed
        var depot = TwoEchelon.Depot.ample(5, 4);
        double exact = TwoEchelon.solve(depot, FIVE, SupplyMethod.EXACT).totalBackorders();
        double metric = TwoEchelon.solve(depot, FIVE, SupplyMethod.METRIC).totalBackorders();
        double twoMoment =
                TwoEchelon.solve(depot, FIVE, SupplyMethod.VARI_METRIC).totalBackorders();
        assertThat(metric / exact).isBetween(0.8, 0.85);
        assertThat(twoMoment / exact).isBetween(0.98, 1.02);
    }

    @Test
    void manyPlacesAreAmple() {
        var many = new TwoEchelon.Depot(5, RepairPlaces.AMPLE, 4);
        var few = new TwoEchelon.Depot(5, new RepairPlaces(400), 4);
        assertThat(TwoEchelon.solve(few, FIVE, SupplyMethod.EXACT).totalBackorders())
                .isCloseTo(
                        TwoEchelon.solve(many, FIVE, SupplyMethod.EXACT).totalBackorders(),
                        within(1e-12));
    }

    @Test
    void momentsOfTheExactLawAreTheStatedOnes() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            var bases = new ArrayList<TwoEchelon.Base>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bases.add(
                        new TwoEchelon.Base(
                                10 * random.nextDouble(),
                                random.nextDouble(),
                                0.1 * random.nextDouble(),
                                0.1 * random.nextDouble(),
                                random.nextInt(3)));
            }
            var depot = TwoEchelon.Depot.ample(random.nextDouble(), random.nextInt(8));
            var r = TwoEchelon.solve(depot, bases, SupplyMethod.EXACT);
            var laws =
                    TwoEchelon.basePipelines(
                            TwoEchelon.depotPipeline(depot, bases),
                            depot.stock(),
                            bases,
                            SupplyMethod.EXACT);
            for (int i = 0; i < bases.size(); i++) {
                assertThat(laws.get(i).mean())
                        .as("seed %d", seed)
                        .isCloseTo(r.bases().get(i).pipelineMean(), within(1e-12));
                assertThat(laws.get(i).variance())
                        .as("seed %d", seed)
                        .isCloseTo(r.bases().get(i).pipelineVariance(), within(1e-11));
            }
        }
    }

    @Test
    void nobodyNeedsTheDepot() { // D = 0: shares of nothing are nothing
        var base = new TwoEchelon.Base(3, 1, 0.5, 1, 1);
        var r = TwoEchelon.solve(TwoEchelon.Depot.ample(2, 0), List.of(base), SupplyMethod.EXACT);
        assertThat(r.depotBackorders()).isZero();
        assertThat(r.bases().getFirst().pipelineMean()).isCloseTo(1.5, within(1e-14));
    }

    @Test
    void subUnitsWithoutStockMakeAPoissonPipeline() { // a sum of Poisson numbers
        var subUnits =
                List.of(new TwoIndenture.SubUnit(0.6, 60, 0), new TwoIndenture.SubUnit(0.4, 30, 0));
        var law = TwoIndenture.pipeline(0.1, 10, subUnits);
        assertThat(law.mean()).isCloseTo(0.1 * (10 + 36 + 12), within(1e-12));
        assertThat(law.variance()).isCloseTo(law.mean(), within(1e-11));
    }

    @Test
    void subUnitBackordersAreOverdispersed() { // Muckstadt 1973 uses the mean only
        var subUnits =
                List.of(
                        new TwoIndenture.SubUnit(0.5, 30, 2),
                        new TwoIndenture.SubUnit(0.3, 45, 2),
                        new TwoIndenture.SubUnit(0.2, 20, 1));
        var exact = TwoIndenture.solve(0.1, 4, subUnits, 3, SupplyMethod.EXACT);
        var metric = TwoIndenture.solve(0.1, 4, subUnits, 3, SupplyMethod.METRIC);
        assertThat(exact.pipelineVariance()).isGreaterThan(exact.pipelineMean());
        assertThat(metric.expectedBackorders()).isLessThan(0.5 * exact.expectedBackorders());
    }
}
