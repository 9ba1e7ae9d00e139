package parapet.io.realised;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parapet.io.realised.Realised.tick;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.ReadResult;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.scenario.Case;
import parapet.sustain.Network;
import parapet.sustain.Replenishment;
import parapet.sustain.SustainInput;

/// Parts, types, sites, shops, links and production of a file, worked out by hand.
class SupportByHandTest {
    private static final Offset<Double> EXACT = within(1e-6);
    private static final double DAY = Measures.DAY_SEC;

    private static final String REST =
            """
            money: {rates: {INR: {series: inr-per-usd}}}
            catalogue:
              parts:
                card: {meanTimeBetweenFailures: 5000 h, shelfLife: 100 day, lastOrder: 2025-01-01, price: 90 million INR}
                radar:
                  meanTimeBetweenFailures: 300 h
                  fieldRepairShare: 40 %
                  fieldRepairTime: 3 h
                  condemnedShare: 5 %
                  noFaultShare: 10 %
                  noFaultTime: 2 day
                  inside: {card: {share: 60 %}}
                  serviceLife: 1500 h
                  overhauled: false
                  procurementTime: 200 day
                  price: 2 million USD
              missiles: {long: {price: 3 million USD, life: 1000 day, extension: 500 day, extensionPriceShare: 15 %}}
              units:
                u:
                  slots:
                    radar: {part: radar, count: 3, full: 2, degraded: 1, operating: 50 %}
                    card: {part: card, uses: 100/year}
                  spares: {radar: 2}
                  missiles: {long: 32}
                  yearlyCost: 5 million INR
                  operating: 25 %
                  tasks:
                    overhaul:
                      every: 1000 day
                      from: 2021-01-01
                      grace: 90 day
                      at: {maker: {places: 2, time: 100 day, price: 60 million INR, inductions: 4/year}}
                      everyUse: 300 h
                      findings: {share: 30 %, time: 50 day}
                      parts: {radar: 1}
                      lost: 1 %
            support:
              sites:
                base: {supplier: maker, repairsAt: [depot, maker], stock: {card: 7}, policies: {card: {reorderPoint: 2, upTo: 5}, radar: {reorderPoint: 3, lot: 2}}, yearlyCost: 4 million INR}
                depot:
                  opens: 2023-01-01
                  supplier: maker
                  shop: {places: 8, otherWork: 25 %, repairTime: 60 day, scatter: 30 %, repairShare: 80 %, priceShare: 15 %, learningFactor: 2, learningTime: 700 day, materialShare: 30 %, materialTime: 270 day, priority: fixed-order, order: [radar]}
                maker: {shop: {repairTime: 300 day}}
              links:
                road: {from: base, to: maker, time: 45 day, scatter: 20 %, lot: 4, every: 30 day, closed: [01-15..02-15]}
                near: {from: base, to: depot, time: 1 day}
                far: {from: depot, to: maker, time: 40 day}
              production:
                idle: {active: false, starts: 2021-01-01, first: 1 %, growth: 1 points/year, most: 2 %, leadTime: 1 day}
                local: {starts: 2024-01-01, first: 5 %, growth: 4 points/year, most: 60 %, leadTime: 150 day, priceShare: 110 %}
              disruptions:
                war: {from: 2026-01-01, chance: 100 1/year, lasts: 10 day, closes: [far], holds: [c]}
            programme:
              contracts:
                c: {signed: 2020-01-01, price: 1 USD, deliveries: {u1: {type: u, base: base, arrives: 2020-01-01}}}
            study: {draws: 2}
            plans:
              baseline: {name: As written}
              changed:
                changes:
                  - {on: 2026-01-01, set: support.sites.maker.shop.repairTime, to: 20 day}
                  - {on: 2025-01-01, set: support.sites.maker.shop.repairTime, to: 40 day}
                  - {on: 2029-12-31, set: support.sites.maker.shop.places, to: 3}
                  - {on: 2030-01-01, set: support.sites.maker.shop.places, to: 5}
            """;

    @TempDir Path folder;
    private @Nullable ReadResult read;

    @BeforeEach
    void read() {
        read = Realised.read(folder, Realised.HEAD + REST);
    }

    private Case made(String plan) {
        return Realised.draw(requireNonNull(read), plan, 0);
    }

    private Network network() {
        return Realised.network(made("baseline"));
    }

    private static Network.Site site(Network n, String id) {
        return Realised.named(n.sites(), Network.Site::id, id);
    }

    @Test
    void parts() {
        Network.Part radar = network().parts().get(1);
        assertThat(radar.id()).isEqualTo("radar");
        assertThat(radar.fieldRepairShare()).isEqualTo(0.4);
        assertThat(radar.fieldRepairSec()).isCloseTo(3 * 3600, EXACT);
        assertThat(radar.condemnedShare()).isEqualTo(0.05);
        assertThat(radar.noFaultShare()).isEqualTo(0.1);
        assertThat(radar.noFaultSec()).isCloseTo(2 * DAY, EXACT);
        assertThat(radar.inside()).containsExactly(new Network.Inside(0, 0.6));
        assertThat(radar.life())
                .isEqualTo(new Network.Life(1500 * 3600.0, false, Double.POSITIVE_INFINITY));
        assertThat(radar.procurementSec()).isCloseTo(200 * DAY, EXACT);
        assertThat(radar.lastOrderTick()).isEqualTo(Long.MAX_VALUE);
        assertThat(radar.price()).isEqualTo(2e6);
        assertThat(radar.currency()).isEqualTo("USD");
        Network.Part card = network().parts().getFirst();
        assertThat(card.life())
                .isEqualTo(new Network.Life(Double.POSITIVE_INFINITY, true, 100 * DAY));
        assertThat(card.lastOrderTick()).isEqualTo(tick(2025, 1, 1));
        assertThat(card.currency()).isEqualTo("INR");
    }

    @Test
    void types() {
        Network.UnitType u = network().types().getFirst();
        assertThat(u.slots().getFirst()).isEqualTo(new Network.Slot("radar", 1, 3, 2, 1, 0.5));
        assertThat(u.slots().get(1).clockRate())
                .as("uses a second")
                .isCloseTo(100 / Measures.YEAR_SEC, within(1e-15));
        assertThat(u.spares()).containsExactly(0, 2);
        assertThat(u.missiles())
                .containsExactly(
                        new Network.Missile(
                                "long", 32, 1000 * DAY, 500 * DAY, 0.15 * 3e6, 3e6, "USD"));
        assertThat(u.yearlyCost()).isEqualTo(5e6);
        assertThat(u.currency()).isEqualTo("INR");
        assertThat(u.operating()).isEqualTo(0.25);
        Network.Task overhaul = u.tasks().getFirst();
        assertThat(overhaul.everySec()).isCloseTo(1000 * DAY, EXACT);
        assertThat(overhaul.fromTick()).isEqualTo(tick(2021, 1, 1));
        assertThat(overhaul.graceSec()).isCloseTo(90 * DAY, EXACT);
        Network.TaskSite at = overhaul.at().getFirst();
        assertThat(at.site()).as("maker").isEqualTo(2);
        assertThat(at.places()).isEqualTo(2);
        assertThat(at.timeSec()).isCloseTo(100 * DAY, EXACT);
        assertThat(at.price()).isEqualTo(60e6);
        assertThat(at.currency()).isEqualTo("INR");
        assertThat(overhaul.policy().useSec()).isCloseTo(300 * 3600, EXACT);
        assertThat(overhaul.policy().findings()).isEqualTo(0.3);
        assertThat(overhaul.policy().findingsSec()).isCloseTo(50 * DAY, EXACT);
        assertThat(overhaul.policy().parts()).containsExactly(0, 1);
        assertThat(overhaul.policy().lostShare()).isEqualTo(0.01);
    }

    @Test
    void sitesAndShops() {
        Network at = made("baseline").sustain().networkAt(tick(2023, 1, 1));
        Network.Site base = site(at, "base");
        assertThat(base.supplier()).isEqualTo(2);
        assertThat(base.repairsAt()).containsExactly(1, 2);
        assertThat(base.stock()).containsExactly(7, 0);
        assertThat(base.shop()).isEqualTo(Network.Shop.NONE);
        assertThat(base.yearlyCost()).isEqualTo(4e6);
        assertThat(base.currency()).isEqualTo("INR");
        assertThat(site(at, "maker").supplier()).isEqualTo(-1);
        Network.Shop shop = site(at, "depot").shop();
        assertThat(shop.places()).as("8 less a quarter").isEqualTo(6);
        assertThat(shop.openedTick()).isEqualTo(tick(2023, 1, 1));
        assertThat(shop.repairSec()).isCloseTo(60 * DAY, EXACT);
        assertThat(shop.scatter()).isEqualTo(0.3);
        assertThat(shop.repairShare()).isEqualTo(0.8);
        assertThat(shop.priceShare()).isEqualTo(0.15);
        assertThat(shop.learningFactor()).isEqualTo(2);
        assertThat(shop.learningSec()).isCloseTo(700 * DAY, EXACT);
        assertThat(shop.materialShare()).isEqualTo(0.3);
        assertThat(shop.materialSec()).isCloseTo(270 * DAY, EXACT);
        assertThat(shop.policy().rank()).as("the radar before the others").containsExactly(1, 0);
        assertThat(site(network(), "depot").open()).as("before it opens").isFalse();
        assertThat(site(network(), "depot").shop()).isEqualTo(Network.Shop.NONE);
    }

    @Test
    void stockIsFilledUpOrBoughtInLots() {
        var rules = site(network(), "base").policy().replenishment();
        assertThat(rules.length).isEqualTo(2);
        assertThat(rules[0]).isEqualTo(Replenishment.upTo(2, 5));
        assertThat(rules[1]).isEqualTo(Replenishment.lots(3, 2));
    }

    @Test
    void links() {
        Network n = network();
        Network.Link road = n.links()[0][2];
        assertThat(road).isEqualTo(n.links()[2][0]);
        assertThat(road.timeSec()).isCloseTo(45 * DAY, EXACT);
        assertThat(road.scatter()).isEqualTo(0.2);
        assertThat(road.lot()).isEqualTo(4);
        assertThat(road.everySec()).isCloseTo(30 * DAY, EXACT);
        assertThat(n.links()[0][0]).as("to itself, at once").isEqualTo(Network.Link.NONE);
        SustainInput s = made("baseline").sustain();
        for (int day = 13; day <= 17; day++) {
            assertThat(s.networkAt(tick(2022, 1, day)).links()[0][2].open())
                    .as("%d January", day)
                    .isEqualTo(day < 15);
            assertThat(s.networkAt(tick(2022, 2, day)).links()[0][2].open())
                    .as("%d February", day)
                    .isEqualTo(day > 15);
            assertThat(s.networkAt(tick(2022, 1, day)).links()[0][1].open()).isTrue();
        }
    }

    @Test
    void theFirstProductionThatIsActiveHolds() {
        Network.Production local = network().production();
        assertThat(local.startTick()).isEqualTo(tick(2024, 1, 1));
        assertThat(local.first()).isEqualTo(0.05);
        assertThat(local.growthPerSec()).isCloseTo(0.04 / Measures.YEAR_SEC, within(1e-18));
        assertThat(local.most()).isEqualTo(0.6);
        assertThat(local.leadSec()).isCloseTo(150 * DAY, EXACT);
        assertThat(local.priceShare()).isEqualTo(1.1);
    }

    /// Peace lasts 3.65 days on average (100 a year), a closure 10 days: from 2026 to the end, 1461
    /// days, there are about 107 of them. The standard deviation of their number is 2.9 (renewal
    /// theory), so the bounds are 4.4 of them wide.
    @Test
    void closuresComeAtTheirRateAndLast() {
        Case c = made("baseline");
        List<long[]> closed = c.programme().contracts().getFirst().closed();
        assertThat(closed.size()).isBetween(94, 120);
        long before = tick(2026, 1, 1);
        for (long[] period : closed) {
            assertThat(period[0]).isGreaterThan(before);
            assertThat(period[0]).isLessThan(c.endTick());
            assertThat(period[1] - period[0]).isEqualTo(10 * Calendar.DAY);
            before = period[1];
            assertThat(c.sustain().networkAt(period[0]).links()[1][2].open()).isFalse();
            assertThat(c.sustain().networkAt(period[1] - 1).links()[1][2].open()).isFalse();
            if (period[1] < c.endTick()) {
                assertThat(c.sustain().networkAt(period[1]).links()[1][2].open()).isTrue();
            }
        }
    }

    /// A contract that two disruptions hold is closed in the order of time, whichever is written
    /// first.
    @Test
    void closuresOfTwoKindsComeInTheOrderOfTime() {
        String peace =
                "disruptions: {late: {from: 2028-01-01, chance: 20/year, lasts: 5 day, holds: [c]}, early: {from: 2021-01-01, chance: 20/year, lasts: 5 day, holds: [c]}}";
        int from = REST.indexOf("  disruptions:");
        int to = REST.indexOf("programme:");
        Case c =
                Realised.first(
                        folder,
                        Realised.HEAD
                                + REST.substring(0, from)
                                + "  "
                                + peace
                                + "\n"
                                + REST.substring(to));
        List<long[]> closed = c.programme().contracts().getFirst().closed();
        assertThat(closed).anyMatch(p -> p[0] < tick(2022, 1, 1));
        assertThat(closed.size()).isGreaterThan(100);
        assertThat(closed.stream().map(p -> p[0]).toList()).isSorted();
    }

    private static double makersDays(Case c, long tick) {
        return site(c.sustain().networkAt(tick), "maker").shop().repairSec() / DAY;
    }

    /// Changes hold in the order of their days, whatever the order in which they are written.
    @Test
    void datedChangesHoldInTheOrderOfTheirDays() {
        Case c = made("changed");
        assertThat(makersDays(c, tick(2025, 1, 1) - 1)).isEqualTo(300);
        assertThat(makersDays(c, tick(2025, 1, 1))).isEqualTo(40);
        assertThat(makersDays(c, tick(2026, 1, 1) - 1)).isEqualTo(40);
        assertThat(makersDays(c, tick(2026, 1, 1))).isEqualTo(20);
        assertThat(makersDays(c, tick(2029, 12, 31))).isEqualTo(20);
        assertThat(site(c.sustain().networkAt(tick(2029, 12, 31) - 1), "maker").shop().places())
                .isEqualTo(1000);
        assertThat(site(c.sustain().networkAt(tick(2029, 12, 31)), "maker").shop().places())
                .as("on the last day; a day after the end no longer counts")
                .isEqualTo(3);
        assertThat(c.sustain().phases()).allMatch(p -> p.fromTick() < c.endTick());
    }
}
