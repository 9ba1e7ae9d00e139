package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parapet.sustain.exact.SupplyNetwork.Holding;
import parapet.sustain.exact.SupplyNetwork.Item;
import parapet.sustain.exact.SupplyNetwork.Site;

class SupplyNetworkTest {
    private static final Item UNIT = Item.of("unit", 1);

    private static SupplyNetwork network(Item unit, List<Site> sites, Holding... holdings) {
        return new SupplyNetwork(unit, sites, List.of(holdings));
    }

    private static SupplyNetwork twoEchelon(TwoEchelon.Depot depot, List<TwoEchelon.Base> bases) {
        var sites = new ArrayList<>(List.of(new Site("depot", null, 0, 0)));
        var holdings = new ArrayList<Holding>();
        holdings.add(
                new Holding("unit", "depot", 1, depot.repairTime(), depot.places(), depot.stock()));
        for (int i = 0; i < bases.size(); i++) {
            var b = bases.get(i);
            sites.add(new Site("base" + i, "depot", b.orderAndShipTime(), b.demandRate()));
            holdings.add(
                    Holding.ample(
                            "unit",
                            "base" + i,
                            b.baseRepairShare(),
                            b.baseRepairTime(),
                            b.stock()));
        }
        return new SupplyNetwork(UNIT, sites, holdings);
    }

    @Test
    void twoEchelonsAreTheTwoEchelonModel() { // all methods, few and ample places, to 1e-12
        for (long seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var bases = new ArrayList<TwoEchelon.Base>();
            double demand = 0;
            for (int i = 0; i <= random.nextInt(4); i++) {
                var base =
                        new TwoEchelon.Base(
                                5 * random.nextDouble(),
                                random.nextDouble(),
                                random.nextDouble(),
                                random.nextDouble(),
                                random.nextInt(5));
                bases.add(base);
                demand += base.depotDemandRate();
            }
            var places =
                    seed % 2 == 0 ? RepairPlaces.AMPLE : new RepairPlaces(2 + (int) (1.2 * demand));
            var depot = new TwoEchelon.Depot(1, places, random.nextInt(8));
            for (var method : SupplyMethod.values()) {
                var theirs = TwoEchelon.solve(depot, bases, method);
                var ours = twoEchelon(depot, bases).solve(method);
                String as = "seed %d, %s".formatted(seed, method);
                var top = ours.at("unit", "depot");
                assertThat(top.measures().expectedBackorders())
                        .as(as)
                        .isCloseTo(theirs.depotBackorders(), within(1e-12));
                assertThat(top.measures().backorderVariance())
                        .as(as)
                        .isCloseTo(theirs.depotBackorderVariance(), within(1e-11));
                for (int i = 0; i < bases.size(); i++) {
                    var base = ours.at("unit", "base" + i);
                    var expected = theirs.bases().get(i);
                    assertThat(base.exact()).isTrue();
                    assertThat(base.measures().expectedBackorders())
                            .as(as)
                            .isCloseTo(expected.backorders(), within(1e-12));
                    assertThat(base.measures().fillRate())
                            .as(as)
                            .isCloseTo(expected.fillRate(), within(1e-12));
                    assertThat(base.measures().pipelineMean())
                            .as(as)
                            .isCloseTo(expected.pipelineMean(), within(1e-12));
                    if (method == SupplyMethod.EXACT) {
                        assertThat(base.measures().pipelineVariance())
                                .as(as)
                                .isCloseTo(expected.pipelineVariance(), within(1e-11));
                    }
                }
            }
        }
    }

    private static final List<TwoIndenture.SubUnit> SUB_UNITS =
            List.of(
                    new TwoIndenture.SubUnit(0.5, 30, 2),
                    new TwoIndenture.SubUnit(0.3, 45, 2),
                    new TwoIndenture.SubUnit(0.2, 20, 1));
    private static final Item WITH_PARTS =
            Item.of("unit", 1, Item.of("a", 0.5), Item.of("b", 0.3), Item.of("c", 0.2));

    private static List<Holding> partsAt(String site) {
        var holdings = new ArrayList<Holding>();
        for (int k = 0; k < 3; k++) {
            var sub = SUB_UNITS.get(k);
            String name = WITH_PARTS.parts().get(k).name();
            holdings.add(Holding.ample(name, site, 1, sub.repairTime(), sub.stock()));
        }
        return holdings;
    }

    @Test
    void twoIndenturesAreTheTwoIndentureModel() { // all methods, to 1e-12
        var holdings = partsAt("shop");
        holdings.add(Holding.ample("unit", "shop", 1, 4, 3));
        var net = new SupplyNetwork(WITH_PARTS, List.of(new Site("shop", null, 0, 0.1)), holdings);
        for (var method : SupplyMethod.values()) {
            var expected = TwoIndenture.solve(0.1, 4, SUB_UNITS, 3, method);
            var node = net.solve(method).at("unit", "shop");
            assertThat(node.measures().expectedBackorders())
                    .as("%s", method)
                    .isCloseTo(expected.expectedBackorders(), within(1e-12));
            assertThat(node.measures().fillRate()).isCloseTo(expected.fillRate(), within(1e-12));
            assertThat(node.measures().pipelineMean())
                    .isCloseTo(expected.pipelineMean(), within(1e-12));
            assertThat(node.exact()).isTrue();
        }
    }

    @Test
    void twoEchelonsAndIndenturesAreTheirModel() { // exact, to 1e-12
        var bases = List.of(new TwoIndenture.Base(0.06, 5, 1), new TwoIndenture.Base(0.04, 9, 2));
        var expected = TwoIndenture.solveNetwork(4, SUB_UNITS, 2, bases, SupplyMethod.EXACT);
        var sites = new ArrayList<>(List.of(new Site("depot", null, 0, 0)));
        var holdings = partsAt("depot");
        holdings.add(Holding.ample("unit", "depot", 1, 4, 2));
        for (int i = 0; i < 2; i++) {
            sites.add(
                    new Site(
                            "b" + i,
                            "depot",
                            bases.get(i).orderAndShipTime(),
                            bases.get(i).demandRate()));
            holdings.add(Holding.ample("unit", "b" + i, 0, 0, bases.get(i).stock()));
        }
        var result = new SupplyNetwork(WITH_PARTS, sites, holdings).solve(SupplyMethod.EXACT);
        for (int i = 0; i < 2; i++) {
            var node = result.at("unit", "b" + i);
            assertThat(node.measures().expectedBackorders())
                    .isCloseTo(expected.bases().get(i).backorders(), within(1e-12));
            assertThat(node.exact()).isTrue();
        }
    }

    @Test
    void withoutStockAnyNetworkIsPalm() { // Palm 1938: mean = demand x expected time to come back
        for (long seed = 1; seed <= 60; seed++) {
            var net = RandomNetworks.at(seed);
            var bare = new ArrayList<Holding>();
            for (var h : net.holdings()) {
                bare.add(Holding.ample(h.item(), h.site(), h.repairShare(), h.repairTime(), 0));
            }
            net = new SupplyNetwork(net.unit(), net.sites(), bare);
            var result = net.solve(SupplyMethod.EXACT);
            for (var base : net.bases()) {
                var node = result.at("unit", base.name());
                double palm = base.demandRate() * timeBack(net, net.unit(), base);
                String as = "seed %d, %s".formatted(seed, base.name());
                assertThat(node.measures().pipelineMean()).as(as).isCloseTo(palm, within(1e-11));
                assertThat(node.measures().pipelineVariance()).as(as).isCloseTo(palm, within(1e-9));
                assertThat(node.exact()).as(as).isTrue();
            }
        }
    }

    private static double timeBack(SupplyNetwork net, Item item, Site site) {
        double time = 0;
        double share = 0;
        for (var h : net.holdings()) {
            if (h.item().equals(item.name()) && h.site().equals(site.name())) {
                share = h.repairShare();
                time += share * h.repairTime();
            }
        }
        for (var part : item.parts()) {
            time += share == 0 ? 0 : share * part.share() * timeBack(net, part, site);
        }
        if (site.supplier() == null) {
            return time + (1 - share) * item.procurementTime();
        }
        for (var up : net.sites()) {
            if (up.name().equals(site.supplier())) {
                time += (1 - share) * (site.orderAndShipTime() + timeBack(net, item, up));
            }
        }
        return time;
    }

    /// Maker, depot and two bases; the unit of two parts is repaired at depot and maker, each with
    /// its own parts, one of them at the depot with one place; a twentieth at the maker is bought.
    static SupplyNetwork threeEchelons() {
        var unit =
                new Item(
                        "unit",
                        1,
                        9,
                        List.of(
                                new Item("a", 0.6, 9, List.of()),
                                new Item("b", 0.3, 9, List.of())));
        return network(
                unit,
                List.of(
                        new Site("maker", null, 0, 0),
                        new Site("depot", "maker", 2, 0),
                        new Site("north", "depot", 0.5, 1.2),
                        new Site("south", "depot", 0.8, 0.7)),
                Holding.ample("unit", "maker", 0.95, 3, 1),
                Holding.ample("unit", "depot", 0.8, 0.5, 3),
                Holding.ample("unit", "north", 0, 0, 1),
                Holding.ample("unit", "south", 0, 0, 2),
                Holding.ample("a", "maker", 0.95, 2, 1),
                new Holding("a", "depot", 1, 0.8, new RepairPlaces(1), 2),
                Holding.ample("b", "maker", 0.95, 2, 0),
                Holding.ample("b", "depot", 1, 1, 1));
    }

    @Test
    void quantitiesAndRatesGiveShares() { // 2 x 0.3 and 1 x 0.4 of 1.0
        var parts =
                List.of(
                        new SupplyNetwork.Rated(Item.of("a", 1), 2, 0.3),
                        new SupplyNetwork.Rated(Item.of("b", 1), 1, 0.4));
        var unit = Item.ofRates("unit", parts);
        assertThat(Item.unitRate(parts)).isCloseTo(1, within(1e-15));
        assertThat(unit.parts().get(0).share()).isCloseTo(0.6, within(1e-15));
        assertThat(unit.parts().get(1).share()).isCloseTo(0.4, within(1e-15));
        assertThatThrownBy(() -> Item.ofRates("none", List.of()))
                .hasMessageContaining("failure rate of the unit (0.0)");
    }

    @Test
    void slotsBySystemAreCountedOut() { // 2 systems of 2 slots, 1 needed, holes at random
        var one =
                network(
                        UNIT,
                        List.of(new Site("s", null, 0, 1)),
                        Holding.ample("unit", "s", 1, 1.5, 1));
        var node = one.solve(SupplyMethod.EXACT).at("unit", "s");
        var b = node.backorders();
        // 2 holes hit the same system in 2 of 6 ways: a system is down with 1/6; 3 holes: 1/2
        double down = b.probability(2) / 6 + b.probability(3) / 2 + b.survival(3);
        assertThat(node.availability(2, 2, 1)).isCloseTo(1 - down, within(1e-14));
        assertThat(node.availability(2, 2, 0)).isCloseTo(1, within(1e-14));
        double full = b.probability(0) + b.probability(1) / 2 + b.probability(2) / 6;
        assertThat(node.availability(2, 2, 2)).isCloseTo(full, within(1e-14));
        assertThatThrownBy(() -> node.availability(2, 2, 3)).hasMessageContaining("needed");
    }

    @Test
    void aLoopOfSitesIsNamed() {
        var sites =
                List.of(
                        new Site("hangs", "b", 1, 1),
                        new Site("a", "b", 1, 0),
                        new Site("b", "c", 1, 0),
                        new Site("c", "a", 1, 0),
                        new Site("top", null, 0, 0));
        assertThatThrownBy(() -> network(UNIT, sites))
                .hasMessageContaining("(b <- c <- a) supply each other in a loop");
        assertThatThrownBy(() -> network(UNIT, List.of())).hasMessageContaining("loop");
    }

    @Test
    void badNetworksAreNamed() {
        var top = new Site("top", null, 0, 1);
        assertThatThrownBy(() -> network(UNIT, List.of(top, new Site("x", "top", 0, 0))))
                .hasMessageContaining("fail at site (top), which supplies (x)");
        assertThatThrownBy(() -> network(UNIT, List.of(top, new Site("two", null, 0, 0))))
                .hasMessageContaining("found (top, two)");
        assertThatThrownBy(() -> network(UNIT, List.of(top, top))).hasMessageContaining("twice");
        assertThatThrownBy(() -> network(UNIT, List.of(top, new Site("x", "y", 0, 0))))
                .hasMessageContaining("supplier (y) of site (x)");
        assertThatThrownBy(() -> new Site("x", null, 1, 0)).hasMessageContaining("no supplier");
        assertThatThrownBy(() -> new Site("x", "top", -1, 0)).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> new Site("x", "top", 1, -2)).hasMessageContaining("(-2.0)");
        assertThatThrownBy(() -> Item.of("u", 1, Item.of("a", 0.7), Item.of("b", 0.4)))
                .hasMessageContaining("must not exceed 1");
        assertThatThrownBy(() -> new Item("u", 1, -1, List.of())).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> Item.of("u", 2)).hasMessageContaining("share of item u (2.0)");
        assertThatThrownBy(() -> network(Item.of("u", 0.5), List.of(top)))
                .hasMessageContaining("of the unit (u) must be 1");
        assertThatThrownBy(() -> network(Item.of("u", 1, Item.of("u", 1)), List.of(top)))
                .hasMessageContaining("stands twice");
        var h = Holding.ample("unit", "top", 1, 1, 0);
        assertThatThrownBy(() -> network(UNIT, List.of(top), h, h)).hasMessageContaining("twice");
        assertThatThrownBy(() -> network(UNIT, List.of(top), Holding.ample("unit", "no", 1, 1, 0)))
                .hasMessageContaining("(unit) at (no)");
        assertThatThrownBy(() -> network(UNIT, List.of(top), Holding.ample("no", "top", 1, 1, 0)))
                .hasMessageContaining("(no) at (top)");
        assertThatThrownBy(() -> Holding.ample("unit", "top", 1.5, 1, 0))
                .hasMessageContaining("repairShare of unit at top (1.5)");
        assertThatThrownBy(() -> Holding.ample("unit", "top", 1, -1, 0))
                .hasMessageContaining("repairTime of unit at top (-1.0)");
        assertThatThrownBy(() -> Holding.ample("unit", "top", 1, 1, -3))
                .hasMessageContaining("stock of unit at top (-3)");
        var result = network(UNIT, List.of(top), h).solve(SupplyMethod.EXACT);
        assertThatThrownBy(() -> result.at("unit", "no")).hasMessageContaining("site (no)");
        assertThatThrownBy(() -> result.at("no", "top")).hasMessageContaining("item (no)");
        assertThatThrownBy(() -> new SupplyNetwork.Rated(UNIT, -1, 1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new SupplyNetwork.Rated(UNIT, 1, -1)).hasMessageContaining("-1");
    }

    @Test
    void aPartThatNobodyRepairsMustBeBought() {
        var sites = List.of(new Site("top", null, 0, 0), new Site("base", "top", 1, 2));
        var unit = Item.of("unit", 1, Item.of("part", 0.5));
        var repair = Holding.ample("unit", "top", 1, 1, 0);
        assertThatThrownBy(() -> network(unit, sites, repair).solve(SupplyMethod.EXACT))
                .hasMessageContaining("(1.0) of the (part) that reach (top) is neither repaired");
        var some = Holding.ample("part", "top", 0.75, 1, 0);
        assertThatThrownBy(() -> network(unit, sites, repair, some).solve(SupplyMethod.EXACT))
                .hasMessageContaining("(0.25) of the (part)");
        // bought in 8: 2 (1 travel + 1 repair + 0.5 x (0.75 x 1 + 0.25 x 8)) = 6.75
        var bought = new Item("unit", 1, 0, List.of(new Item("part", 0.5, 8, List.of())));
        var node =
                network(bought, sites, repair, some).solve(SupplyMethod.EXACT).at("unit", "base");
        assertThat(node.measures().pipelineMean()).isCloseTo(6.75, within(1e-12));
    }

    @Test
    void noPlacesAndTooFewPlacesAreRefused() {
        assertThatThrownBy(() -> new RepairPlaces(0)).hasMessageContaining("(0) must be 1 or more");
        var busy =
                network(
                        UNIT,
                        List.of(new Site("top", null, 0, 3)),
                        new Holding("unit", "top", 1, 1, new RepairPlaces(3), 9));
        assertThatThrownBy(() -> busy.solve(SupplyMethod.EXACT))
                .hasMessageContaining("shop for (unit) at (top) is offered (3.0)")
                .hasMessageContaining("(3) places");
    }

    @Test
    void ratesOfZeroGiveFullShelves() {
        var net = threeEchelons().withDemand(List.of(0.0, 0.0, 0.0, 0.0));
        assertThat(net.bases()).isEmpty();
        for (var method : SupplyMethod.values()) {
            for (var node : net.solve(method).nodes()) {
                assertThat(node.measures().expectedBackorders()).isZero();
                assertThat(node.measures().expectedOnHand()).isEqualTo(node.stock());
                assertThat(node.demandRate()).isZero();
            }
        }
        assertThat(SupplyFigures.bases(net, 1e9)).isEmpty();
    }

    @Test
    void aPipelineOfEightHundredDoesNotUnderflow() { // all but transport: E = m - s at s = 0
        var net =
                network(
                        UNIT,
                        List.of(new Site("depot", null, 0, 0), new Site("base", "depot", 1, 100)),
                        Holding.ample("unit", "depot", 1, 8, 750),
                        Holding.ample("unit", "base", 0, 0, 0));
        var depot = SingleSite.measure(SingleSite.pipeline(100, 8), 750);
        for (var method : SupplyMethod.values()) {
            var node = net.solve(method).at("unit", "base");
            assertThat(node.measures().expectedBackorders())
                    .isCloseTo(100 + depot.expectedBackorders(), within(1e-9));
        }
        var node = net.solve(SupplyMethod.EXACT).at("unit", "base");
        assertThat(node.measures().pipelineVariance())
                .isCloseTo(100 + depot.backorderVariance(), within(1e-7));
    }

    @Test
    void moreStockThanDemandAndPipelineLeavesTransport() {
        var net =
                network(
                        UNIT,
                        List.of(new Site("depot", null, 0, 0), new Site("base", "depot", 1, 0.01)),
                        Holding.ample("unit", "depot", 1, 8, 100_000),
                        Holding.ample("unit", "base", 0, 0, 500));
        var node = net.solve(SupplyMethod.EXACT).at("unit", "base");
        assertThat(node.measures().pipelineMean()).isCloseTo(0.01, within(1e-15));
        assertThat(node.measures().expectedBackorders()).isZero();
        assertThat(node.measures().fillRate()).isEqualTo(1);
        assertThat(node.measures().readyRate()).isEqualTo(1);
    }

    @Test
    void theOrderOfSitesDoesNotMatter() {
        var net = threeEchelons();
        var turned = new SupplyNetwork(net.unit(), net.sites().reversed(), net.holdings());
        assertThat(turned.solve(SupplyMethod.EXACT).at("unit", "north"))
                .isEqualTo(net.solve(SupplyMethod.EXACT).at("unit", "north"));
        assertThat(turned.sites().getFirst().name()).isEqualTo("maker");
    }

    @Test
    void moreStockAnywhereNeverHurts() {
        for (long seed = 1; seed <= 40; seed++) {
            var net = RandomNetworks.at(seed);
            int at = new Random(seed).nextInt(net.holdings().size());
            var more = new ArrayList<>(net.holdings());
            more.set(at, more.get(at).withStock(more.get(at).stock() + 1));
            var before = net.solve(SupplyMethod.EXACT);
            var after = new SupplyNetwork(net.unit(), net.sites(), more).solve(SupplyMethod.EXACT);
            for (var base : net.bases()) {
                assertThat(after.at("unit", base.name()).measures().expectedBackorders())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(
                                before.at("unit", base.name()).measures().expectedBackorders()
                                        + 1e-12);
            }
        }
    }
}
