package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.sustain.exact.SupplyNetwork.Holding;
import parapet.sustain.exact.SupplyNetwork.Item;
import parapet.sustain.exact.SupplyNetwork.Site;

class SupplyFiguresTest {
    private static final double EVER = 1e12;

    @Test
    void whereNothingIsAssumedTheExactLawIsChosen() {
        var net = SupplyNetworkTest.threeEchelons();
        var base = SupplyFigures.bases(net, SupplyFigures.USUAL_EFFORT).getFirst();
        var node = net.solve(SupplyMethod.EXACT).at("unit", "north");
        var figure = base.expectedBackorders();
        assertThat(base.site()).isEqualTo("north");
        assertThat(figure.value()).isEqualTo(node.measures().expectedBackorders());
        assertThat(figure.method()).isEqualTo(Figure.Method.EXACT);
        assertThat(figure.basis()).isEqualTo(Figure.Basis.ROUNDING);
        assertThat(figure.relativeError()).isBetween(1e-13, 1e-10);
        assertThat(base.fillRate().value()).isEqualTo(node.measures().fillRate());
        assertThat(base.readyRate().value()).isEqualTo(node.measures().readyRate());
        assertThat(base.pipelineMean().value()).isEqualTo(node.measures().pipelineMean());
        assertThat(base.readyRate().error()).isBetween(1e-12, 1e-10);
    }

    @Test
    void theErrorOfTwoMomentsCoversTheExactValue() { // networks that did not set its factors
        int figures = 0;
        for (long seed = 500_001; seed <= 500_800; seed++) {
            var net = RandomNetworks.at(seed);
            var exact = SupplyFigures.bases(net, EVER);
            var cheap = SupplyFigures.bases(net, 0);
            for (int b = 0; b < exact.size(); b++) {
                String as = "seed %d, base %d".formatted(seed, b);
                covers(as, cheap.get(b).pipelineMean(), exact.get(b).pipelineMean());
                covers(as, cheap.get(b).expectedBackorders(), exact.get(b).expectedBackorders());
                covers(as, cheap.get(b).fillRate(), exact.get(b).fillRate());
                covers(as, cheap.get(b).readyRate(), exact.get(b).readyRate());
                figures += 4;
            }
        }
        assertThat(figures).isGreaterThan(5_000);
    }

    private static void covers(String as, Figure cheap, Figure exact) {
        assertThat(cheap.method()).isEqualTo(Figure.Method.VARI_METRIC);
        assertThat(cheap.basis()).isEqualTo(Figure.Basis.COMPARED);
        assertThat(Math.abs(cheap.value() - exact.value()))
                .as(as)
                .isLessThanOrEqualTo(cheap.error());
    }

    @Test
    void theErrorOfAvailabilityCoversTheExactChain() { // with and without transport
        int figures = 0;
        for (long seed = 700_001; seed <= 700_150; seed++) {
            for (double slow : new double[] {1e-5, 0.2, 1}) {
                var one = ClosedNetworkTest.Case.at(seed, slow);
                double[] exact = one.chain().availability();
                var chosen = SupplyFigures.availability(one.network(), one.units(), EVER);
                for (int b = 0; b < exact.length; b++) {
                    assertThat(Math.abs(chosen.get(b).value() - exact[b]))
                            .as("seed %d, slow %s, base %d", seed, slow, b)
                            .isLessThanOrEqualTo(chosen.get(b).error());
                    assertThat(chosen.get(b).method()).isEqualTo(Figure.Method.CLOSED_CORRECTION);
                    figures++;
                }
            }
        }
        assertThat(figures).isGreaterThan(600);
    }

    @Test
    void oneFleetAtOneSiteIsTheClosedChain() { // also with more work than an open shop could do
        var net =
                new SupplyNetwork(
                        Item.of("unit", 1),
                        List.of(new Site("s", null, 0, 5)),
                        List.of(new Holding("unit", "s", 1, 2, new RepairPlaces(3), 1)));
        var figure = SupplyFigures.availability(net, List.of(10), 0).getFirst();
        var fleet = new ClosedFleet.Fleet(10, 1, 2, 2, new RepairPlaces(3));
        assertThat(figure.value()).isEqualTo(ClosedFleet.solve(fleet).availability());
        assertThat(figure.method()).isEqualTo(Figure.Method.CLOSED_CHAIN);
        assertThat(figure.basis()).isEqualTo(Figure.Basis.ROUNDING);
        var bought =
                new SupplyNetwork(
                        new Item("unit", 1, 12, List.of()),
                        List.of(new Site("s", null, 0, 5)),
                        List.of(Holding.ample("unit", "s", 0.75, 2, 1)));
        var longer = new ClosedFleet.Fleet(10, 1, 2, 4.5, RepairPlaces.AMPLE);
        assertThat(SupplyFigures.availability(bought, List.of(10), 0).getFirst().value())
                .isCloseTo(ClosedFleet.solve(longer).availability(), within(1e-14));
    }

    @Test
    void beyondTheEffortTheSourceIsEndless() {
        var one = ClosedNetworkTest.Case.at(700_003, 0.2);
        double[] exact = one.chain().availability();
        var cheap = SupplyFigures.availability(one.network(), one.units(), 0);
        for (int b = 0; b < exact.length; b++) {
            assertThat(cheap.get(b).method()).isEqualTo(Figure.Method.VARI_METRIC);
            assertThat(Math.abs(cheap.get(b).value() - exact[b]))
                    .isLessThanOrEqualTo(cheap.get(b).error());
        }
        assertThatThrownBy(() -> SupplyFigures.availability(one.network(), List.of(), 0))
                .hasMessageContaining("unit counts (0)");
    }

    @Test
    void hugePipelinesAreLeftToTwoMoments() { // 60 000 in the pipeline: 10^10 products
        var net =
                new SupplyNetwork(
                        Item.of("unit", 1),
                        List.of(new Site("depot", null, 0, 0), new Site("base", "depot", 1, 30000)),
                        List.of(
                                Holding.ample("unit", "depot", 1, 2, 59_900),
                                Holding.ample("unit", "base", 0, 0, 30_100)));
        var base = SupplyFigures.bases(net, SupplyFigures.USUAL_EFFORT).getFirst();
        assertThat(base.expectedBackorders().method()).isEqualTo(Figure.Method.VARI_METRIC);
        assertThat(base.expectedBackorders().showsError()).isTrue();
    }

    @Test
    void whatIsRestoredAtOnceIsNeverAwaited() {
        var net =
                new SupplyNetwork(
                        Item.of("unit", 1),
                        List.of(new Site("depot", null, 0, 0), new Site("base", "depot", 0, 2)),
                        List.of(
                                Holding.ample("unit", "depot", 1, 0, 0),
                                Holding.ample("unit", "base", 0, 0, 1)));
        var base = SupplyFigures.bases(net, 0).getFirst();
        assertThat(base.expectedBackorders().method()).isEqualTo(Figure.Method.VARI_METRIC);
        assertThat(base.pipelineMean().value()).isZero();
        assertThat(base.expectedBackorders().value()).isZero();
        assertThat(base.fillRate().value()).isEqualTo(1);
    }

    @Test
    void aFigureTellsItsMethodAndAnErrorOfAPercent() {
        var close = new Figure(0.5, Figure.Method.EXACT, 0.00499, Figure.Basis.BOUNDED);
        assertThat(close.showsError()).isFalse();
        assertThat(close.text()).isEqualTo("0.50000 (exact)");
        var wide = new Figure(-0.5, Figure.Method.VARI_METRIC, 0.005, Figure.Basis.COMPARED);
        assertThat(wide.showsError()).isTrue();
        assertThat(wide.relativeError()).isEqualTo(0.01);
        assertThat(wide.text()).isEqualTo("-0.50000 ± 0.0050 (two-moment, by comparison)");
        var nothing = new Figure(0, Figure.Method.CLOSED_CHAIN, 0, Figure.Basis.ROUNDING);
        assertThat(nothing.relativeError()).isZero();
        assertThat(new Figure(0, Figure.Method.EXACT, 1, Figure.Basis.BOUNDED).relativeError())
                .isInfinite();
        assertThatThrownBy(
                        () -> new Figure(Double.NaN, Figure.Method.EXACT, 0, Figure.Basis.ROUNDING))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Figure(1, Figure.Method.EXACT, -1, Figure.Basis.ROUNDING))
                .hasMessageContaining("error (-1.0)");
    }
}
