package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parapet.sustain.exact.DatedFleet;
import parapet.sustain.forecast.SmallFleet;

/// Which inputs of the simulation are dated closed fleets. In this package for the sake of its
/// networks.
final class SmallFleetTest {
    static List<ExactNetworks.Row> rows() {
        return ForecastTest.rows().stream().filter(r -> !r.name().contains("way")).toList();
    }

    /// The fleet that is read from the input is the one that the exact value was written for.
    @ParameterizedTest
    @MethodSource("rows")
    void theInputIsTheFleetThatWasMeant(ExactNetworks.Row row) {
        var steps = SmallFleet.of(row.input(), row.deliveries());
        assertThat(SmallFleet.obstacle(row.input())).isEmpty();
        double end = row.input().endTick() / (double) Cases.DAY;
        assertThat(DatedFleet.over(steps, 0, end).readyUnitTime())
                .isCloseTo(row.exact(), within(1e-9 * row.exact()));
    }

    @Test
    void thereAreRows() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(4);
    }

    /// Whatever makes the closed fleet wrong is named, and no steps are given.
    @Test
    void whatIsNotOfThisKindIsNamed() {
        var one = new Network.Slot("s", 0, 1, 1, 1, 1);
        refused("distance", with(one, Cases.part(60), Cases.shop(1, 20, 1), 3), 2, "travel");
        refused("bases", with(one, Cases.part(60), Cases.shop(1, 20, 1), 0), 2, "several bases");
        refused("law", with(one, Cases.part(60), Cases.shop(1, 20, 0), 0), 1, "exponential");
        refused(
                "places in a unit",
                with(new Network.Slot("s", 0, 2, 2, 1, 1), Cases.part(60), Cases.shop(1, 20, 1), 0),
                1,
                "more than one place");
        var onTheSpot = new Network.Part("p", 60 * Cases.D, 0.5, 0, 0, 0, 10, "USD");
        refused("field repair", with(one, onTheSpot, Cases.shop(1, 20, 1), 0), 1, "on the spot");
        var aging = new Network.Shop(1, 0, 20 * Cases.D, 1, 1, 0, 2, 100 * Cases.D, 0, 0);
        refused("learning", with(one, Cases.part(60), aging, 0), 1, "exponential");
    }

    private static Network with(
            Network.Slot slot, Network.Part part, Network.Shop shop, double linkDays) {
        return Cases.network(
                part,
                Cases.type(slot, 1),
                linkDays,
                Cases.site("b", true, -1, new int[] {1}, 0, Network.Shop.NONE),
                Cases.site("c", true, -1, new int[] {1}, 0, shop));
    }

    private static void refused(String what, Network network, int bases, String why) {
        var input = Cases.input(100, network, 2, linked(network) ? 1 : bases);
        assertThat(SmallFleet.obstacle(input)).as(what).contains(why);
        assertThat(SmallFleet.of(input, Cases.fromTheStart(input))).as(what).isEmpty();
    }

    private static boolean linked(Network network) {
        return network.links()[0][1].timeSec() > 0;
    }
}
