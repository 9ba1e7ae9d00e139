package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parapet.sustain.Cases.D;
import static parapet.sustain.Cases.DAY;
import static parapet.sustain.Cases.NOWHERE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;
import parapet.sustain.exact.SupplyMethod;
import parapet.sustain.exact.TwoIndenture;

/// Parts inside parts, and the chains of causes that they make.
class BreakdownTest {
    static Network.Part part(String id, double mtbfDays, Network.Inside... inside) {
        return part(id, new FailureLaw.Exponential(mtbfDays * D), Network.Life.ENDLESS, 0, inside);
    }

    static Network.Part part(
            String id,
            FailureLaw law,
            Network.Life life,
            double condemned,
            Network.Inside... inside) {
        return new Network.Part(
                id,
                law,
                false,
                0,
                0,
                condemned,
                0,
                0,
                List.of(inside),
                life,
                30 * D,
                Long.MAX_VALUE,
                10,
                "USD");
    }

    static Network.Site site(
            String id, int supplier, int[] repairsAt, int[] stock, Network.Shop shop) {
        return new Network.Site(id, true, supplier, repairsAt, stock, shop, 0, "USD");
    }

    /// One type of unit with one slot of part 0.
    static SustainInput input(
            double days, int count, int full, List<Network.Part> parts, Network.Site... sites) {
        var slot = new Network.Slot("s", 0, count, full, full, 1);
        var type = Cases.type(List.of(slot), new int[parts.size()], List.of(), List.of());
        var network =
                new Network(
                        parts,
                        List.of(type),
                        List.of(sites),
                        Cases.links(sites.length, 5),
                        Network.Production.NONE);
        return Cases.input(days, network, 1, 1);
    }

    /// Two indentures, exact for fixed times (Muckstadt 1973; Sherbrooke 2004, ch. 5): a part needs
    /// one of two sub-parts in 8 of 10 repairs; 5 000 items at 0.2 a day, so that waiting items
    /// change the demand by less than 0.1 %. n = 16 000; a value moved by 6 % is caught.
    @Test
    void waitsForSubPartsAreThoseOfTheTwoIndentureModel() {
        double rate = 0.2;
        var subs =
                List.of(
                        new TwoIndenture.SubUnit(0.5, 12, 0),
                        new TwoIndenture.SubUnit(0.3, 12, 1),
                        new TwoIndenture.SubUnit(0.2, 0, 0));
        double exact =
                TwoIndenture.solve(rate, 12, subs, 3, SupplyMethod.EXACT).expectedBackorders();
        var parts =
                List.of(
                        part(
                                "unit",
                                5_000 / rate,
                                new Network.Inside(1, 0.5),
                                new Network.Inside(2, 0.3)),
                        part("a", 1),
                        part("b", 1));
        var input =
                input(
                        120,
                        5_000,
                        1,
                        parts,
                        site(
                                "b",
                                -1,
                                new int[] {0},
                                new int[] {3, 0, 1},
                                Cases.shop(9_999, 12, 0)));
        var excess =
                SustainmentClosedFormTest.Sample.of(
                        16_000, r -> 5_000 - Cases.run(input, r).parts().getFirst().working());
        SustainmentClosedFormTest.agrees("backorders", excess.z(exact));
        assertThat(Math.abs(excess.z(1.06 * exact))).as("power").isGreaterThan(2.6);
    }

    /// The only spare sub-sub-part is far away. Everything is fixed in time but the first failure.
    @Test
    void theChainLeadsFromTheUnitToTheLastCause() {
        var parts =
                List.of(
                        part("radar", 50, new Network.Inside(1, 1)),
                        part("cabinet", 1, new Network.Inside(2, 1)),
                        part("card", 1));
        var input =
                input(
                        4_000,
                        1,
                        1,
                        parts,
                        site("base", 1, NOWHERE, new int[3], Network.Shop.NONE),
                        site("depot", -1, new int[] {1}, new int[3], Cases.shop(1, 20, 0)));
        ReadinessHistory h = Cases.run(input, 3);
        var chains = new ArrayList<String>();
        for (int i = 0; i < h.chainCount(); i++) {
            chains.add(text(h, h.chain(i)));
        }
        assertThat(chains)
                .contains(
                        "SHELF_EMPTY radar@0 <- SHELF_EMPTY radar@1 <- AWAITING_SUB_PART radar@1"
                                + " <- SHELF_EMPTY cabinet@1 <- AWAITING_SUB_PART cabinet@1"
                                + " <- SHELF_EMPTY card@1 <- IN_REPAIR card@1",
                        "SHELF_EMPTY radar@0 <- SHELF_EMPTY radar@1 <- PART_TO_SHOP radar@1",
                        "SHELF_EMPTY radar@0 <- SPARE_ON_THE_WAY radar@1");
        // Card, cabinet and radar one after the other: 5 days there, 3 x 20 in repair, 5 back.
        double waiting = 0;
        double inRepair = 0;
        double onTheWay = 0;
        for (int i = 0; i < h.chainCount(); i++) {
            double days = (h.chainTo(i) - h.chainFrom(i)) / (double) DAY;
            waiting += days;
            String text = text(h, h.chain(i));
            inRepair += text.contains("IN_REPAIR") ? days : 0;
            onTheWay += text.endsWith("SPARE_ON_THE_WAY radar@1") ? days : 0;
        }
        int repaired = h.parts().getFirst().removals();
        assertThat(repaired).isGreaterThan(20);
        assertThat(inRepair / repaired).isCloseTo(60, within(3.0));
        assertThat(onTheWay / repaired).isCloseTo(5, within(0.3));
        assertThat(waiting).isCloseTo(Cases.days(h, 0, UnitState.DOWN), within(1e-6));
        assertThat(h.parts().get(2).exchanged()).isBetween(repaired - 1, repaired);
    }

    private static String text(ReadinessHistory h, int chain) {
        return h.causes(chain).stream()
                .map(c -> c.reason() + " " + name(c.part()) + "@" + c.site())
                .collect(Collectors.joining(" <- "));
    }

    private static String name(int part) {
        return List.of("radar", "cabinet", "card").get(part);
    }

    /// Half of the parts sent in have no fault and only pass the test of 1 day: the pipeline is 0.2
    /// x (0.5 x 20 + 0.5 x 1) = 2.1, Poisson. n = 3 000, standard error 0.026.
    @Test
    void partsWithoutFaultOnlyPassTheTest() {
        var p =
                new Network.Part(
                        "p",
                        new FailureLaw.Exponential(1_000 / 0.2 * D),
                        false,
                        0,
                        0,
                        0,
                        0.5,
                        D,
                        List.of(),
                        Network.Life.ENDLESS,
                        0,
                        Long.MAX_VALUE,
                        10,
                        "USD");
        var input =
                input(
                        200,
                        1_000,
                        1,
                        List.of(p),
                        site("b", -1, new int[] {0}, new int[1], Cases.shop(999, 20, 0)));
        var holes =
                SustainmentClosedFormTest.Sample.of(
                        3_000, r -> 1_000 - Cases.run(input, r).parts().getFirst().working());
        SustainmentClosedFormTest.agrees(
                "pipeline", (holes.mean() - 2.1) / Math.sqrt(2.1 / holes.n()));
    }

    /// From day 400 the maker takes no orders: what is scrapped then is wanting for good.
    @Test
    void whatIsNoLongerMadeIsNotReplaced() {
        var p =
                new Network.Part(
                        "p",
                        new FailureLaw.Exponential(100 * D),
                        false,
                        0,
                        0,
                        1,
                        0,
                        0,
                        List.of(),
                        Network.Life.ENDLESS,
                        30 * D,
                        400 * DAY,
                        10,
                        "USD");
        var input =
                input(
                        3_000,
                        4,
                        1,
                        List.of(p),
                        site("b", -1, NOWHERE, new int[] {2}, Network.Shop.NONE));
        var ledger = new Ledger();
        ReadinessHistory h =
                Sustainment.simulate(
                        input, Cases.fromTheStart(input), new Streams(1, 0, 0), ledger, Audit.FULL);
        assertThat(ledger.entries()).isNotEmpty().allMatch(e -> e.tick() < 400 * DAY);
        assertThat(h.parts().getFirst().working()).isZero();
        assertThat(h.parts().getFirst().ordered()).isEqualTo(h.parts().getFirst().received());
        int last = h.size() - 1;
        assertThat(Reason.values()[h.reason(last)]).isEqualTo(Reason.NO_LONGER_MADE);
    }

    @Test
    void aPartInsideItselfIsRefused() {
        var parts =
                List.of(
                        part("a", 10, new Network.Inside(1, 0.5)),
                        part("b", 10, new Network.Inside(0, 0.5)));
        var input = input(10, 1, 1, parts, site("b", -1, NOWHERE, new int[2], Network.Shop.NONE));
        assertThatThrownBy(() -> Cases.run(input, 0))
                .hasMessage("The input of the support engine: part (a) contains itself.");
    }
}
