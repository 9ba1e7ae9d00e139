package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parapet.sustain.exact.ClosedFleet;
import parapet.sustain.exact.RepairPlaces;
import parapet.sustain.forecast.Forecast;
import parapet.sustain.forecast.LeftOut;

/// The forecast by formula against exact networks. In this package for the sake of its networks.
final class ForecastTest {
    static List<ExactNetworks.Row> rows() {
        return ExactNetworks.all().stream()
                .filter(r -> r.method().equals("DatedFleet") && r.name().endsWith("unit-days full"))
                .toList();
    }

    /// Dated closed fleets of one part: the forecast's ready unit-days are within 2 % of exact.
    @ParameterizedTest
    @MethodSource("rows")
    void readyUnitDaysAreNearTheExactOnes(ExactNetworks.Row row) {
        var f = Forecast.of(row.input(), row.deliveries(), 1);
        double days = f.fullUnitDays() + f.full().getLast();
        assertThat(days).isCloseTo(row.exact(), within(0.02 * row.exact()));
    }

    /// In the long run the forecast of one part is the closed fleet: ample places and one place to
    /// 1 %, three places, where the law between is an interpolation, to 3 %.
    @Test
    void theLongRunIsTheClosedFleet() {
        for (int places : new int[] {1, 3, 99}) {
            var net =
                    Cases.network(
                            Cases.part(60),
                            Cases.type(new Network.Slot("s", 0, 1, 1, 1, 1), 0),
                            0,
                            Cases.site("b", true, -1, new int[] {0}, 2, Cases.shop(places, 20, 1)));
            var in = Cases.input(6_000, net, 5, 1);
            double exact =
                    ClosedFleet.solve(new ClosedFleet.Fleet(5, 2, 60, 20, new RepairPlaces(places)))
                            .meanUp();
            double forecast = Forecast.of(in, Cases.fromTheStart(in), 100).full().getLast();
            assertThat(forecast)
                    .as("up with %d places", places)
                    .isCloseTo(exact, within((places == 3 ? 0.03 : 0.01) * exact));
        }
    }

    /// A part with a repair time of its own is forecast as if the whole shop had that time.
    @Test
    void aPartMayHaveItsOwnRepairTime() {
        var own =
                Cases.shop(2, 5, 1)
                        .with(
                                new ShopPolicy(
                                        WorkTime.ALWAYS,
                                        Double.POSITIVE_INFINITY,
                                        ShopPolicy.Priority.FIRST_COME,
                                        new int[0],
                                        new ShopPolicy.Work[] {
                                            new ShopPolicy.Work(20 * Cases.D, 1, 1, 0, 0, 0)
                                        }));
        assertThat(fullWith(own)).isCloseTo(fullWith(Cases.shop(2, 20, 1)), within(1e-9));
        assertThat(fullWith(Cases.shop(2, 5, 1)))
                .as("the common time alone would say more")
                .isGreaterThan(fullWith(own) + 0.2);
    }

    /// Rules of the simulation that the forecast does not know are named.
    @Test
    void rulesThatItLeavesOutAreNamed() {
        var plain = Cases.site("b", true, -1, new int[] {0}, 1, Cases.shop(2, 20, 1));
        assertThat(LeftOut.of(input(plain))).isEmpty();
        SitePolicy p = SitePolicy.PLAIN;
        var moving =
                new SitePolicy(
                        false,
                        p.crews(),
                        p.crewHours(),
                        false,
                        p.helpers(),
                        p.reserve(),
                        p.replenishment(),
                        true,
                        0);
        assertThat(LeftOut.of(input(plain.with(moving))))
                .containsExactly("good parts moved between units (cannibalise)");
        var closed =
                plain.shop()
                        .with(
                                new ShopPolicy(
                                        new WorkTime(5, 7, 0, new long[0]),
                                        Double.POSITIVE_INFINITY,
                                        ShopPolicy.Priority.MOST_NEEDED,
                                        new int[0],
                                        new ShopPolicy.Work[0]));
        assertThat(LeftOut.of(input(plain.with(true, closed))))
                .containsExactly(
                        "working hours of shops and limits of what they begin",
                        "priorities in shops");
    }

    private static SustainInput input(Network.Site site) {
        return Cases.input(
                1_000,
                Cases.network(
                        Cases.part(60),
                        Cases.type(new Network.Slot("s", 0, 1, 1, 1, 1), 0),
                        0,
                        site),
                5,
                1);
    }

    private static double fullWith(Network.Shop shop) {
        var net =
                Cases.network(
                        Cases.part(60),
                        Cases.type(new Network.Slot("s", 0, 1, 1, 1, 1), 0),
                        0,
                        Cases.site("b", true, -1, new int[] {0}, 1, shop));
        var in = Cases.input(1_000, net, 5, 1);
        return Forecast.of(in, Cases.fromTheStart(in), 100).full().getLast();
    }
}
