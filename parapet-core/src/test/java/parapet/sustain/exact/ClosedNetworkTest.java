package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parapet.sustain.exact.SupplyNetwork.Holding;
import parapet.sustain.exact.SupplyNetwork.Item;
import parapet.sustain.exact.SupplyNetwork.Site;

class ClosedNetworkTest {
    private static final Item UNIT = Item.of("unit", 1);

    /// A depot and one or two bases of one to three units, as a network and as an exact chain.
    record Case(SupplyNetwork network, List<Integer> units, DepotChain chain) {
        static Case at(long seed, double slow) {
            var random = new Random(seed);
            int bases = 1 + random.nextInt(2);
            var units = new int[bases];
            var stock = new int[bases];
            var rate = new double[bases];
            var ship = new double[bases];
            var sites = new ArrayList<>(List.of(new Site("depot", null, 0, 0)));
            var holdings = new ArrayList<Holding>();
            int depotStock = random.nextInt(4);
            boolean few = random.nextInt(4) == 0;
            double use = 0.05 + random.nextDouble();
            double full = 0;
            for (int b = 0; b < bases; b++) {
                units[b] = 1 + random.nextInt(3);
                stock[b] = random.nextInt(2);
                rate[b] = use * (0.3 + 0.7 * random.nextDouble());
                double time = slow * (0.05 + 0.5 * random.nextDouble());
                ship[b] = 1 / time;
                full += units[b] * rate[b];
                sites.add(new Site("b" + b, "depot", time, units[b] * rate[b]));
                holdings.add(Holding.ample("unit", "b" + b, 0, 0, stock[b]));
            }
            var places = few ? new RepairPlaces((int) Math.ceil(full * 1.3)) : RepairPlaces.AMPLE;
            holdings.add(new Holding("unit", "depot", 1, 1, places, depotStock));
            return new Case(
                    new SupplyNetwork(UNIT, sites, holdings),
                    Arrays.stream(units).boxed().toList(),
                    new DepotChain(units, stock, rate, ship, depotStock, 1, places));
        }
    }

    @Test
    void oneSiteIsTheClosedFleet() { // its birth-death chain, to 1e-12
        for (long seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            int n = 1 + random.nextInt(12);
            int spares = random.nextInt(4);
            double up = 1 + 5 * random.nextDouble();
            var places = seed % 2 == 0 ? RepairPlaces.AMPLE : new RepairPlaces(1 + (int) (n / up));
            var fleet = new ClosedFleet.Fleet(n, spares, up, 0.9, places);
            var net =
                    new SupplyNetwork(
                            UNIT,
                            List.of(new Site("s", null, 0, n / up)),
                            List.of(new Holding("unit", "s", 1, 0.9, places, spares)));
            var base = ClosedNetwork.solve(net, List.of(n)).getFirst();
            var exact = ClosedFleet.solve(fleet);
            for (int k = 0; k <= n; k++) {
                assertThat(base.up().probability(k))
                        .as("seed %d, %d up", seed, k)
                        .isCloseTo(exact.up().probability(k), within(1e-12));
            }
            assertThat(base.availability()).isCloseTo(exact.availability(), within(1e-12));
            assertThat(base.demandRate()).isCloseTo(exact.meanUp() / up, within(1e-12));
        }
    }

    @Test
    void withoutTransportADepotAndItsBasesAreExact() { // against the whole chain
        for (long seed = 1; seed <= 150; seed++) {
            var one = Case.at(seed, 1e-7);
            double[] exact = one.chain().availability();
            var closed = ClosedNetwork.solve(one.network(), one.units());
            for (int b = 0; b < exact.length; b++) {
                assertThat(closed.get(b).availability())
                        .as("seed %d, base %d", seed, b)
                        .isCloseTo(exact[b], within(1e-8));
            }
        }
    }

    @Test
    void withTransportTheErrorIsAPercentAndThePlainRemedySeven() { // worst of 200 networks
        double worst = 0;
        double plain = 0;
        for (long seed = 1; seed <= 200; seed++) {
            var one = Case.at(seed, 1);
            double[] exact = one.chain().availability();
            var closed = ClosedNetwork.solve(one.network(), one.units());
            var byMean = ClosedNetwork.byMeanDemand(one.network(), one.units());
            for (int b = 0; b < exact.length; b++) {
                worst = Math.max(worst, Math.abs(closed.get(b).availability() - exact[b]));
                plain = Math.max(plain, Math.abs(byMean.get(b).availability() - exact[b]));
            }
        }
        assertThat(worst).isBetween(0.010, 0.011);
        assertThat(plain).isBetween(0.069, 0.070);
    }

    @Test
    void partsOfOneKindAreExactAndMoreKindsNear() { // against the chain of all parts
        double worst = 0;
        for (long seed = 1; seed <= 120; seed++) {
            var random = new Random(seed);
            int n = 1 + random.nextInt(4);
            int kinds = 1 + random.nextInt(3);
            var parts = new ArrayList<PartFleet.Part>();
            var rated = new ArrayList<SupplyNetwork.Rated>();
            var holdings = new ArrayList<>(List.of(Holding.ample("unit", "s", 1, 0, 0)));
            double use = random.nextDouble();
            for (int k = 0; k < kinds; k++) {
                double rate = 0.01 + use * random.nextDouble();
                double time = 0.2 + random.nextDouble();
                int spares = random.nextInt(3);
                parts.add(new PartFleet.Part(1, 1, 1 / rate, time, RepairPlaces.AMPLE, spares));
                rated.add(new SupplyNetwork.Rated(Item.of("p" + k, 1), 1, rate));
                holdings.add(Holding.ample("p" + k, "s", 1, time, spares));
            }
            var unit = Item.ofRates("unit", rated);
            var site = new Site("s", null, 0, n * Item.unitRate(rated));
            var net = new SupplyNetwork(unit, List.of(site), holdings);
            double exact = new PartFleet(new PartFleet.Fleet(n, parts)).longRun().availability();
            double closed = ClosedNetwork.solve(net, List.of(n)).getFirst().availability();
            if (kinds == 1) {
                assertThat(closed).as("seed %d", seed).isCloseTo(exact, within(1e-11));
            }
            worst = Math.max(worst, Math.abs(closed - exact) / (1 - exact));
        }
        assertThat(worst).as("share of units down").isBetween(0.05, 0.06);
    }

    @Test
    void threeEchelonsWithoutStockInBetweenAreTwo() { // a depot that only hands on, in no time
        var one = Case.at(5, 1e-9);
        var sites = new ArrayList<>(List.of(new Site("top", null, 0, 0)));
        var holdings = new ArrayList<Holding>();
        for (var s : one.network().sites()) {
            boolean depot = s.supplier() == null;
            sites.add(new Site(s.name(), depot ? "top" : s.supplier(), 0, s.demandRate()));
        }
        for (var h : one.network().holdings()) {
            String at = h.site().equals("depot") ? "top" : h.site();
            holdings.add(
                    new Holding(
                            "unit", at, h.repairShare(), h.repairTime(), h.places(), h.stock()));
        }
        var three = ClosedNetwork.solve(new SupplyNetwork(UNIT, sites, holdings), one.units());
        var two = ClosedNetwork.solve(one.network(), one.units());
        for (int b = 0; b < two.size(); b++) {
            assertThat(three.get(b).availability())
                    .isCloseTo(two.get(b).availability(), within(1e-8));
            assertThat(three.get(b).units()).isEqualTo(one.units().get(b));
            assertThat(three.get(b).site()).isEqualTo("b" + b);
        }
    }

    @Test
    void aHugeFleetHasAnEndlessSource() { // 1 000 units: the correction fades
        var one = Case.at(12, 1);
        var open = one.network().solve(SupplyMethod.EXACT).at("unit", "b0");
        var units = one.network().bases().stream().map(s -> 1_000).toList();
        double down =
                1_000 * (1 - ClosedNetwork.solve(one.network(), units).getFirst().availability());
        assertThat(down).isCloseTo(open.measures().expectedBackorders(), within(0.01));
        double plain =
                1_000
                        * (1
                                - ClosedNetwork.byMeanDemand(one.network(), units)
                                        .getFirst()
                                        .availability());
        assertThat(plain).isCloseTo(open.measures().expectedBackorders(), within(0.01));
    }

    @Test
    void countsOfUnitsAreChecked() {
        var one = Case.at(1, 1);
        assertThatThrownBy(() -> ClosedNetwork.solve(one.network(), List.of(1, 1, 1)))
                .hasMessageContaining("number of unit counts (3)");
        var zeros = one.network().bases().stream().map(s -> 0).toList();
        assertThatThrownBy(() -> ClosedNetwork.solve(one.network(), zeros))
                .hasMessageContaining("units at b0 (0)");
    }

    @Test
    void aFleetThatIsAlwaysDownIsRefused() { // mean 2 000 in the pipeline of one unit
        var net =
                new SupplyNetwork(
                        UNIT,
                        List.of(new Site("s", null, 0, 1)),
                        List.of(Holding.ample("unit", "s", 1, 2000, 0)));
        assertThatThrownBy(() -> ClosedNetwork.solve(net, List.of(1)))
                .hasMessageContaining("(s) serves would be down");
    }
}
