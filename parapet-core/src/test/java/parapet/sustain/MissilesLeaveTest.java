package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static parapet.sustain.Cases.D;
import static parapet.sustain.Cases.DAY;
import static parapet.sustain.Cases.NOWHERE;
import static parapet.sustain.Cases.fromTheStart;
import static parapet.sustain.Cases.input;
import static parapet.sustain.Cases.network;
import static parapet.sustain.Cases.part;
import static parapet.sustain.Cases.site;
import static parapet.sustain.Cases.type;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;
import parapet.sustain.SustainInput.Addition;

/// Missiles given away, fired in training, used and replaced: stocks by hand.
final class MissilesLeaveTest {
    private static final Network.Slot ONE = new Network.Slot("s", 0, 1, 1, 1, 1);

    private final Ledger ledger = new Ledger();

    private static SustainInput fleet(int units, int count, Addition... additions) {
        var missile = new Network.Missile("m", count, 300 * D, 50 * D, 2, 9, "RUB");
        var net =
                network(
                        part(1e9),
                        type(List.of(ONE), new int[] {0}, List.of(missile), List.of()),
                        0,
                        site("base", true, -1, NOWHERE, 0, Network.Shop.NONE));
        SustainInput base = input(900, net, units, 1);
        return new SustainInput(base.endTick(), base.phases(), base.units(), List.of(additions));
    }

    private static Addition missiles(long day, int count) {
        return new Addition(day * DAY, -1, NOWHERE, "m", count);
    }

    private ReadinessHistory simulate(SustainInput in) {
        return Sustainment.simulate(in, fromTheStart(in), new Streams(5, 0, 0), ledger, Audit.FULL);
    }

    private static List<Integer> stocks(ReadinessHistory h, int units, long day) {
        return java.util.stream.IntStream.range(0, units)
                .mapToObj(u -> h.missiles(u, 0, day * DAY))
                .toList();
    }

    /// 16 each; 7 given away of three units: 3, 2, 2; then 41 more of 41, one more than that is not
    /// there.
    @Test
    void theyAreTakenEvenlyAndNeverMoreThanThereAre() {
        ReadinessHistory h = simulate(fleet(3, 16, missiles(10, -7), missiles(20, -42)));
        assertThat(stocks(h, 3, 9)).containsExactly(16, 16, 16);
        assertThat(stocks(h, 3, 10)).containsExactly(13, 14, 14);
        assertThat(stocks(h, 3, 20)).containsExactly(0, 0, 0);
        assertThat(h.missilesShort()).isEqualTo(1);
    }

    /// The oldest first: of 4 old ones and 6 that came on day 100, 5 are fired on day 150; what is
    /// left is recertified on day 400 and leaves on day 450, and nothing is left of the old on day
    /// 300.
    @Test
    void theOldestAreFiredFirst() {
        ReadinessHistory h = simulate(fleet(1, 4, missiles(100, 6), missiles(150, -5)));
        assertThat(stocks(h, 1, 149)).containsExactly(10);
        assertThat(stocks(h, 1, 399)).containsExactly(5);
        assertThat(stocks(h, 1, 449)).containsExactly(5);
        assertThat(stocks(h, 1, 450)).containsExactly(0);
        assertThat(ledger.entries())
                .as("5 recertified at 2 each, none of the old")
                .extracting(Ledger.Entry::amount)
                .containsExactly(10.0);
        assertThat(h.missilesShort()).isZero();
    }

    /// Three are used each hundred days and replaced fifty days later: 12 - 3k + 3(k-1) after
    /// firing k.
    @Test
    void whatIsUsedIsReplaced() {
        var additions = new Addition[4];
        for (int k = 0; k < 2; k++) {
            additions[2 * k] = missiles(100L * (k + 1), -3);
            additions[2 * k + 1] = missiles(100L * (k + 1) + 50, 3);
        }
        ReadinessHistory h = simulate(fleet(1, 12, additions));
        assertThat(
                        List.of(99, 100, 149, 150, 200, 250).stream()
                                .map(d -> stocks(h, 1, d).getFirst()))
                .containsExactly(12, 9, 9, 12, 9, 12);
    }

    /// What waits for its first unit may be given away too.
    @Test
    void whatWaitsForAUnitCanLeave() {
        SustainInput in = fleet(1, 2, missiles(5, 10), missiles(8, -4), missiles(9, -20));
        var came = new Delivery(0, "u0", 0, 0, 0, 0, 0, 40 * DAY);
        ReadinessHistory h =
                Sustainment.simulate(in, List.of(came), new Streams(1, 0, 0), ledger, Audit.FULL);
        assertThat(stocks(h, 1, 41)).containsExactly(2);
        assertThat(h.missilesShort()).isEqualTo(14);
    }
}
