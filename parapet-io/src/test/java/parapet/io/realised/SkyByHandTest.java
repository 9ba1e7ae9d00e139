package parapet.io.realised;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parapet.io.realised.Realised.tick;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.engage.BattleInput;
import parapet.engage.FireUnit;
import parapet.engage.Interceptor;
import parapet.engage.Magazine;
import parapet.engage.Raid;
import parapet.engage.Sensor;
import parapet.engage.Threat;
import parapet.flight.Lane;
import parapet.geo.GeoPoint;
import parapet.geo.Geodesics;
import parapet.io.ReadResult;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.radar.Radar;
import parapet.scenario.Case;
import parapet.scenario.Realiser;
import parapet.scenario.SkyCase;

/// Who could see and fight, with what, and the raids of a file, worked out by hand.
class SkyByHandTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static final String REST =
            """
            money: {rates: {INR: {series: inr-per-usd}}}
            catalogue:
              parts: {p: {meanTimeBetweenFailures: 1000 year, price: 1 USD}}
              missiles: {long: {price: 1 USD, life: 20 year}, short: {price: 1 USD, life: 20 year}}
              units:
                mixed: {slots: {a: {part: p}}, missiles: {long: 40, short: 30}, batteries: {far: {count: 2, degraded: 1}, near: {count: 1, degraded: 1}}}
                plain: {slots: {a: {part: p}}, missiles: {long: 20}, batteries: {far: {count: 3, degraded: 0}}}
                bare: {slots: {a: {part: p}}}
            support: {sites: {base: {place: home}, south: {place: away}, hidden: {}}}
            programme:
              contracts:
                c:
                  signed: 2020-01-01
                  price: 1 USD
                  deliveries:
                    u1: {type: mixed, base: base, arrives: 2020-01-01}
                    u2: {type: bare, base: base, arrives: 2020-01-01}
                    u3: {type: plain, base: hidden, arrives: 2020-01-01}
                    u4: {type: plain, base: south, arrives: 2020-01-01}
                option: {active: false, signed: 2020-01-01, price: 1 USD, deliveries: {u5: {type: plain, base: base, arrives: 2020-01-01}}}
            sky:
              reach: 70 km
              sharedPicture: %s
              places: {home: {latitude: 20 deg, longitude: 75 deg}, away: {latitude: 25 deg, longitude: 75 deg}}
              radars:
                search: {detects: 150 km, crossSection: 2 m2, probability: 70 %%, falseAlarm: 0.00001, frequency: 3 GHz, most: 250 km, antenna: 15 m, scan: 6 s, confirm: 2, of: 4, tracks: 90}
                engage: {detects: 80 km, crossSection: 1 m2, of: 3}
              targets:
                jet: {speed: 250 m/s, height: 8 km, crossSection: 2 m2, price: 40 million USD}
                arc: {arc: 300 km, crossSection: 0.2 m2}
              rounds:
                big: {least: 2 km, most: 80 km, lowest: 20 m, highest: 25 km, speed: 900 m/s, price: 1 million USD, against: {jet: {kill: 60 %%}, arc: {kill: 30 %%, most: 40 km}}}
                mid: {most: 30 km, highest: 15 km, speed: 800 m/s, against: {jet: {kill: 50 %%, most: 90 km}}}
                small: {most: 10 km, highest: 5 km, speed: 600 m/s, against: {jet: {kill: 40 %%}}}
              batteries:
                far:
                  {search: search, engage: engage, channels: 6, reaction: 8 s, assessment: 6 s, salvo: 2, looks: 3,
                   launchers: {big: {count: 4, each: 2, reload: 45 min, share: 75 %%, missile: long}, mid: {count: 1, each: 4, share: 25 %%, missile: long}}}
                near: {search: search, engage: engage, channels: 2, launchers: {small: {count: 3, each: 5, missile: short}}}
              groups:
                on: {battery: near, count: 2, place: home, rounds: {small: 16}, ready: 70 %%, from: 2025-01-01, price: 30 million INR}
                off: {active: false, battery: near, place: home, rounds: {small: 16}, price: 7 USD}
                guest: {active: false, battery: near, place: away, rounds: {small: 9}}
              raids:
                night:
                  nights: 3
                  waves:
                    jets: {target: jet, count: 7, toward: home, bearing: 270 deg, width: 30 deg, lanes: 3, distance: 60 km, after: 5 min, within: 10 min}
                    arcs: {target: arc, count: 2, toward: away, bearing: 0 deg, width: 0 deg, lanes: 1, distance: 50 km, within: 0 s}
                other: {waves: {jets: {target: jet, count: 1, toward: away, bearing: 90 deg, lanes: 1}}, defendedBy: [guest]}
            study: {draws: 2}
            plans: {baseline: {name: As written}}
            """;

    @TempDir Path folder;
    private @Nullable ReadResult read;

    @BeforeEach
    void read() {
        read = Realised.read(folder, Realised.HEAD + REST.formatted("true"));
    }

    private Case made() {
        return Realised.draw(requireNonNull(read), "baseline", 0);
    }

    private SkyCase sky() {
        return requireNonNull(made().sky());
    }

    private SkyCase.Owner owner(String id) {
        return Realised.named(sky().owners(), SkyCase.Owner::id, id);
    }

    private static SkyCase.RaidCase raid(SkyCase sky, String id) {
        return Realised.named(sky.raids(), SkyCase.RaidCase::id, id);
    }

    private BattleInput night() {
        return raid(sky(), "night").input();
    }

    /// Units with a place and batteries, whether the plan gets them or not; then groups that are
    /// active; last those that defend alone.
    @Test
    void whoTakesPart() {
        SkyCase sky = sky();
        assertThat(sky.owners())
                .extracting(SkyCase.Owner::id)
                .containsExactly("u1", "u4", "u5", "on", "guest");
        assertThat(sky.together()).isEqualTo(4);
        assertThat(sky.existing()).as("u5 is not bought").containsExactly("u1", "u4", "on");
        assertThat(sky.rounds()).containsExactly("big", "mid", "small");
        assertThat(sky.targets()).containsExactly("jet", "arc");
        assertThat(raid(sky, "night").owners()).containsExactly(0, 1, 2, 3);
        assertThat(raid(sky, "night").alone()).isFalse();
        assertThat(raid(sky, "other").owners()).containsExactly(4);
        assertThat(raid(sky, "other").alone()).isTrue();
        assertThat(raid(sky, "other").input().owners()).containsExactly("guest");
    }

    /// Two batteries fire the long missile as big (75 %) and mid (25 %) rounds.
    @Test
    void loadsOfUnits() {
        SkyCase.Owner u1 = owner("u1");
        assertThat(u1.unit()).isZero();
        assertThat(u1.full()).isEqualTo(3);
        assertThat(u1.degraded()).isEqualTo(2);
        assertThat(u1.ready()).isEqualTo(1);
        assertThat(u1.fromTick()).isZero();
        assertThat(u1.loads().get(0).missile()).isEqualTo("long");
        assertThat(u1.loads().get(0).rounds()).containsExactly(30, 10, 0);
        assertThat(u1.loads().get(0).shares()).containsExactly(new double[] {0.75, 0.25, 0}, EXACT);
        assertThat(u1.loads().get(1).missile()).isEqualTo("short");
        assertThat(u1.loads().get(1).rounds()).containsExactly(0, 0, 30);
        assertThat(u1.load()).containsExactly(30, 10, 30);
        SkyCase.Owner u4 = owner("u4");
        assertThat(u4.unit()).as("the fourth that comes").isEqualTo(3);
        assertThat(u4.full()).isEqualTo(3);
        assertThat(u4.degraded()).isZero();
        assertThat(u4.load()).containsExactly(15, 5, 0);
        assertThat(owner("u5").unit()).isEqualTo(-1);
        assertThat(owner("u5").comes()).isFalse();
        assertThat(u4.comes()).isTrue();
    }

    /// Two batteries of one type and one of another fire the same missile: of 40 the first fire 2 ·
    /// 75 % and 2 · 25 % of three shares, the other one share.
    @Test
    void aMissileOfTwoTypesOfBatteryIsPartedByTheirNumber() {
        read =
                Realised.read(
                        folder,
                        Realised.HEAD
                                + REST.formatted("true")
                                        .replace(
                                                "each: 5, missile: short",
                                                "each: 5, missile: long"));
        SkyCase.Load load = owner("u1").loads().getFirst();
        assertThat(load.shares()).containsExactly(new double[] {1 / 2.0, 1 / 6.0, 1 / 3.0}, EXACT);
        assertThat(load.rounds()).containsExactly(20, 7, 13);
        assertThat(owner("u1").loads().get(1).rounds()).as("fired by nobody").containsOnly(0);
    }

    /// Half a load is half of each kind of round; without a load the shares part it.
    @Test
    void roundsOfAStock() {
        SkyCase.Load load = owner("u1").loads().getFirst();
        assertThat(load.of(20)).containsExactly(15, 5, 0);
        assertThat(load.of(0)).containsExactly(0, 0, 0);
        assertThat(new SkyCase.Load("long", new int[3], new double[] {0.75, 0.25, 0}).of(20))
                .containsExactly(15, 5, 0);
    }

    @Test
    void groups() {
        SkyCase.Owner on = owner("on");
        assertThat(on.group()).isTrue();
        assertThat(on.comes()).isTrue();
        assertThat(on.unit()).isEqualTo(-1);
        assertThat(on.full()).isEqualTo(2);
        assertThat(on.degraded()).isEqualTo(2);
        assertThat(on.load()).as("16 for each").containsExactly(0, 0, 32);
        assertThat(on.ready()).isCloseTo(0.7, EXACT);
        assertThat(on.fromTick()).isEqualTo(tick(2025, 1, 1));
        assertThat(owner("guest").fromTick()).isZero();
        assertThat(owner("guest").load()).containsExactly(0, 0, 9);
        assertThat(made().outlays())
                .as("of those that exist, on the day from which they do")
                .containsExactly(
                        new Ledger.Entry(tick(2025, 1, 1), MoneyCause.LAYERS, "on", "INR", 30e6));
    }

    private List<Ledger.Entry> paid(String from) {
        return Realised.first(
                        folder,
                        Realised.HEAD
                                + REST.formatted("true")
                                        .replace(
                                                "from: 2025-01-01, price: 30 million INR",
                                                from + "price: 3 USD"))
                .outlays();
    }

    @Test
    void aGroupIsPaidForOnItsFirstDay() {
        assertThat(paid("")).extracting(Ledger.Entry::tick).containsExactly(0L);
        assertThat(paid("from: 2019-01-01, ")).extracting(Ledger.Entry::tick).containsExactly(0L);
        assertThat(paid("from: 2029-12-31, ")).hasSize(1);
        assertThat(paid("from: 2030-01-01, ")).isEmpty();
    }

    @Test
    void eachRoundHeldBehindTheBatteriesIsPaidFor() {
        String depot = "depot: {big: {held: 10, perNight: 5%s}}\n  groups:";
        String before = Realised.HEAD + REST.formatted("true");
        assertThat(before).contains("\n  groups:");
        List<Ledger.Entry> paid =
                Realised.first(
                                folder,
                                before.replace(
                                        "groups:",
                                        depot.formatted(
                                                ", paid: 2021-01-01, price: 3 million USD")))
                        .outlays();
        assertThat(paid)
                .contains(new Ledger.Entry(tick(2021, 1, 1), MoneyCause.DEPOT, "big", "USD", 30e6))
                .hasSize(2);
        assertThat(Realised.first(folder, before.replace("groups:", depot.formatted(""))).outlays())
                .hasSize(1);
    }

    @Test
    void interceptorsAndClasses() {
        List<Interceptor> all = night().interceptors();
        Interceptor big = all.getFirst();
        assertThat(big.id()).isEqualTo("big");
        assertThat(big.minimumRangeM()).isCloseTo(2e3, EXACT);
        assertThat(big.maximumRangeM()).containsExactly(new double[] {80e3, 40e3}, within(1e-6));
        assertThat(big.minimumHeightM()).isCloseTo(20, EXACT);
        assertThat(big.maximumHeightM()).isCloseTo(25e3, EXACT);
        assertThat(big.meanSpeedMps()).isCloseTo(900, EXACT);
        assertThat(big.killProbability()).containsExactly(new double[] {0.6, 0.3}, EXACT);
        assertThat(big.price()).isEqualTo(1e6);
        assertThat(all.get(1).maximumRangeM())
                .as("no farther than it flies, and nothing against arcs")
                .containsExactly(new double[] {30e3, 0}, within(1e-6));
        assertThat(all.get(1).killProbability()).containsExactly(new double[] {0.5, 0}, EXACT);
        assertThat(night().classes().getFirst().id()).isEqualTo("jet");
        assertThat(night().classes().getFirst().radarCrossSectionM2()).isEqualTo(2);
        assertThat(night().classes().getFirst().price()).isEqualTo(40e6);
        assertThat(night().classes().get(1).radarCrossSectionM2()).isEqualTo(0.2);
    }

    @Test
    void batteriesAndRadars() {
        BattleInput night = night();
        assertThat(night.owners()).containsExactly("u1", "u4", "u5", "on");
        assertThat(night.fireUnits())
                .extracting(FireUnit::id)
                .containsExactly(
                        "u1/1", "u1/2", "u1/3", "u4/1", "u4/2", "u4/3", "u5/1", "u5/2", "u5/3",
                        "on/1", "on/2");
        assertThat(night.sites())
                .containsExactlyInAnyOrder(
                        "home/search", "home/engage", "away/search", "away/engage");
        FireUnit first = night.fireUnits().getFirst();
        assertThat(first.owner()).isZero();
        assertThat(night.sites().get(first.site())).isEqualTo("home/engage");
        assertThat(first.channels()).isEqualTo(6);
        assertThat(first.reactionSec()).isEqualTo(8);
        assertThat(first.magazines())
                .containsExactly(new Magazine(0, 4, 2, 45 * 60), new Magazine(1, 1, 4, 60 * 60));
        assertThat(first.doctrine().roundsAtLook()).containsExactly(2, 2, 2);
        assertThat(night.fireUnits().get(2).magazines())
                .containsExactly(new Magazine(2, 3, 5, 60 * 60));
        assertThat(night.fireUnits().get(2).doctrine().roundsAtLook()).containsExactly(1, 1);
        assertThat(night.sites().get(night.fireUnits().get(3).site())).isEqualTo("away/engage");
        assertThat(night.sensors())
                .as("one search radar of each kind and owner")
                .extracting(Sensor::owner)
                .containsExactly(0, 1, 2, 3);
        assertThat(night.sites().get(night.sensors().get(1).site())).isEqualTo("away/search");
        assertThat(night.sharedPicture()).isTrue();
        read = Realised.read(folder, Realised.HEAD + REST.formatted("false"));
        assertThat(night().sharedPicture()).isFalse();
        Radar search = night.sensors().getFirst().radar();
        assertThat(search.id()).isEqualTo("search");
        assertThat(search.frequencyHz()).isCloseTo(3e9, within(1e-3));
        assertThat(search.referenceRangeM()).isCloseTo(150e3, within(1e-6));
        assertThat(search.referenceCrossSectionM2()).isEqualTo(2);
        assertThat(search.referenceProbability()).isCloseTo(0.7, EXACT);
        assertThat(search.falseAlarmProbability()).isCloseTo(1e-5, EXACT);
        assertThat(search.instrumentedRangeM()).isCloseTo(250e3, within(1e-6));
        assertThat(search.antennaHeightM()).isCloseTo(15, EXACT);
        assertThat(search.scanPeriodSec()).isCloseTo(6, EXACT);
        assertThat(search.confirmHits()).isEqualTo(2);
        assertThat(search.confirmLooks()).isEqualTo(4);
        assertThat(search.trackCapacity()).isEqualTo(90);
        assertThat(first.radar().confirmLooks())
                .as("of 3 looks, 3 finds where nothing is said")
                .isEqualTo(3);
    }

    /// Three lanes over an arc of 30 degrees lie at 260, 270 and 280 degrees, and end at the place.
    @Test
    void lanesComeFromTheirBearings() {
        List<Lane> lanes = night().raid().lanes();
        assertThat(lanes).hasSize(4);
        GeoPoint home = lanes.getFirst().vertices().getLast();
        for (int i = 0; i < 3; i++) {
            Lane lane = lanes.get(i);
            assertThat(Geodesics.between(lane.vertices().getLast(), home).distanceM())
                    .isCloseTo(0, within(0.1));
            Geodesics.Leg back = Geodesics.between(home, lane.vertices().getFirst());
            assertThat(back.distanceM()).isCloseTo(60e3, within(1.0));
            assertThat(
                            Math.toDegrees(back.azimuthRad())
                                    - 360 * Math.floor(back.azimuthRad() / (2 * Math.PI)))
                    .as("lane %d", i)
                    .isCloseTo(260 + 10 * i, within(1e-3));
            assertThat(lane.lengthM()).isCloseTo(60e3, within(1.0));
        }
        assertThat(Math.toDegrees(home.latitudeRad())).isCloseTo(20, within(1e-6));
        assertThat(Math.toDegrees(home.longitudeRad())).isCloseTo(75, within(1e-6));
        Lane north = lanes.get(3);
        assertThat(Math.toDegrees(north.vertices().getLast().latitudeRad()))
                .isCloseTo(25, within(1e-6));
        assertThat(north.vertices().getFirst().latitudeRad())
                .isGreaterThan(north.vertices().getLast().latitudeRad());
    }

    @Test
    void threatsInTurnOnTheirLanes() {
        Raid raid = night().raid();
        assertThat(raid.nights()).isEqualTo(3);
        List<Threat> threats = raid.threats();
        assertThat(threats).hasSize(9);
        assertThat(threats)
                .extracting(Threat::targetClass)
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(threats).extracting(Threat::lane).containsExactly(0, 1, 2, 0, 1, 2, 0, 3, 3);
        assertThat(threats.subList(0, 7)).allMatch(t -> t.startSec() > 300 && t.startSec() < 900);
        assertThat(threats.subList(0, 7).stream().map(Threat::startSec).distinct()).hasSize(7);
        assertThat(threats.subList(7, 9)).allMatch(t -> t.startSec() == 0);
        assertThat(raid.flights()[0][3]).as("no jet flies there").isNull();
        assertThat(raid.flights()[1][0]).isNull();
        for (int i = 0; i < 3; i++) {
            assertThat(raid.flights()[0][i].durationSec())
                    .as("60 km at 250 m/s")
                    .isCloseTo(240, within(0.1));
        }
        assertThat(raid.flights()[1][3]).isNotNull();
    }

    /// Starts are uniform over ten minutes: the mean of 7 in 20 draws, 600 s, has an error of 14.6
    /// s; 4.4 of them are 65. A start of the wave that is forgotten, or a time that is doubled, is
    /// 300 s away.
    @Test
    void startsAreEvenOverTheirTime() {
        Realiser realiser = Realised.realiser(requireNonNull(read));
        double mean =
                IntStream.range(0, 20)
                        .mapToObj(d -> realiser.realise(requireNonNull(read).plan("baseline"), d))
                        .map(c -> raid(requireNonNull(c.sky()), "night").input())
                        .flatMap(b -> b.raid().threats().subList(0, 7).stream())
                        .mapToDouble(Threat::startSec)
                        .average()
                        .orElseThrow();
        assertThat(mean).isCloseTo(600, within(65.0));
    }

    /// The radar at home looks from 15 m above a smooth sea at the first point of the lane from the
    /// west, 60 km away: with 4/3 of the earth's radius, 1.33 R = 8473 km, it sees nothing below (d
    /// - √(2·1.33 R·15))² / (2·1.33 R) = 114 m.
    @Test
    void whatSitesSeeOfALane() {
        BattleInput night = night();
        int site = night.sites().indexOf("home/search");
        var view = night.raid().views()[site][1];
        double effective = 1.33 * 6_371_008.8;
        double horizon = Math.sqrt(2 * effective * 15);
        double lowest = Math.pow(60e3 - horizon, 2) / (2 * effective);
        assertThat(view.lowestM()[0]).isCloseTo(lowest, within(0.01 * lowest));
        assertThat(view.siteM()).isCloseTo(15, EXACT);
        assertThat(view.eastM()[0]).isCloseTo(-60e3, within(100.0));
        assertThat(view.northM()[0]).isCloseTo(0, within(1000.0));
        int last = view.eastM().length - 1;
        assertThat(view.eastM()[last]).isCloseTo(0, within(0.1));
        var far = night.raid().views()[night.sites().indexOf("away/search")][1];
        assertThat(far.lowestM()[0]).as("beyond the reach").isInfinite();
    }
}
