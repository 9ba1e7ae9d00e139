package parapet.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.programme.ProgrammeInput.Cause;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Gate;
import parapet.programme.ProgrammeInput.Planned;
import parapet.quantity.Calendar;
import parapet.random.Streams;

/// Causes that deliveries share, deliveries that follow others, gates: dates worked out by hand.
final class SharedSlipTest {
    private static final long DAY = Calendar.DAY;
    private static final long END = 2_000 * DAY;
    private static final long ALWAYS = Long.MIN_VALUE;

    private static Contract contract(int after, List<long[]> closed, Planned... planned) {
        return new Contract(
                "c" + after,
                0,
                after,
                100,
                "USD",
                0.2,
                5 * DAY,
                0,
                0,
                0,
                0,
                10 * 86_400.0,
                closed,
                List.of(planned));
    }

    private static Planned unit(String id, long due, long ready, int... causes) {
        return new Planned(
                id,
                due * DAY,
                ready * DAY,
                false,
                "",
                java.util.Arrays.stream(causes).boxed().toList(),
                List.of());
    }

    private static Planned following(String id, String other, long by, int... causes) {
        return new Planned(
                id,
                Planned.AS_MUCH_LATER,
                by * DAY,
                false,
                other,
                java.util.Arrays.stream(causes).boxed().toList(),
                List.of());
    }

    private static List<Delivery> deliver(
            List<Cause> causes, List<Gate> gates, Contract... contracts) {
        return Deliveries.deliver(
                new ProgrammeInput(List.of(contracts), List.of(), causes, gates),
                new Streams(11, 0, 0),
                new Ledger(),
                END);
    }

    private static List<Long> days(Delivery d) {
        return java.util.stream.LongStream.of(
                        d.due(),
                        d.ready(),
                        d.released(),
                        d.paid(),
                        d.sent(),
                        d.arrived(),
                        d.begun(),
                        d.deployed(),
                        d.inService())
                .map(t -> t / DAY)
                .boxed()
                .toList();
    }

    @Test
    void aContractSlipsAsAWhole() {
        var all =
                deliver(
                        List.of(new Cause("war", ALWAYS, 50 * DAY, 1)),
                        List.of(),
                        contract(-1, List.of(), unit("a", 90, 100, 0), unit("b", 200, 190, 0)),
                        contract(-1, List.of(), unit("other", 90, 100)));
        assertThat(days(all.get(0)))
                .containsExactly(90L, 100L, 150L, 150L, 150L, 150L, 150L, 160L, 160L);
        assertThat(days(all.get(1)))
                .as("due 200, ready 190, held up to 240")
                .containsExactly(200L, 190L, 240L, 240L, 240L, 240L, 240L, 250L, 250L);
        assertThat(all.get(2).arrived()).as("no cause of its own").isEqualTo(100 * DAY);
    }

    @Test
    void aCauseTouchesOnlyWhatIsStillOpen() {
        var all =
                deliver(
                        List.of(new Cause("war", 100 * DAY, 50 * DAY, 1)),
                        List.of(),
                        contract(
                                -1,
                                List.of(),
                                unit("before", 0, 99, 0),
                                unit("after", 0, 100, 0),
                                new Planned(
                                        "known", 0, 120 * DAY, true, "", List.of(0), List.of())));
        assertThat(all).extracting(d -> d.arrived() / DAY).containsExactly(99L, 150L, 120L);
    }

    /// Late by 100 days: a penalty that works takes three tenths of it, then the war adds 50.
    @Test
    void aClauseActsOnTheTimeTheMakerIsLate() {
        var all =
                deliver(
                        List.of(
                                new Cause("penalty", ALWAYS, 0, 0.7),
                                new Cause("war", ALWAYS, 50 * DAY, 1)),
                        List.of(),
                        contract(
                                -1,
                                List.of(),
                                unit("late", 100, 200, 0, 1),
                                unit("early", 100, 80, 0)));
        assertThat(days(all.get(0)).subList(0, 4)).containsExactly(100L, 170L, 220L, 220L);
        assertThat(days(all.get(1)).subList(0, 4)).containsExactly(80L, 80L, 80L, 80L);
    }

    @Test
    void aDeliveryFollowsAnotherAndItsCauses() {
        var war = new Cause("war", 150 * DAY, 50 * DAY, 1);
        Contract one = contract(-1, List.of(), unit("a", 100, 120, 0));
        Contract two =
                contract(
                        -1,
                        List.of(),
                        following("b", "a", 40, 0),
                        following("c", "b", 30, 0),
                        following("free", "b", 30),
                        following("deep", "free", 10, 0));
        var all = deliver(List.of(war), List.of(), two, one);
        assertThat(all).extracting(Delivery::unit).containsExactly("b", "c", "free", "deep", "a");
        assertThat(all)
                .as("a before the war; b within it; c carries it already, deep by way of free")
                .extracting(d -> d.arrived() / DAY)
                .containsExactly(210L, 240L, 240L, 250L, 120L);
        assertThat(all)
                .as("due as much later")
                .extracting(d -> d.due() / DAY)
                .containsExactly(140L, 170L, 170L, 180L, 100L);
    }

    @Test
    void aClauseBringsNoUnitBeforeTheOneItFollows() {
        var priority = new Cause("priority", ALWAYS, 0, 0);
        Contract one = contract(-1, List.of(), unit("a", 100, 900), following("b", "a", 30, 0));
        var all = deliver(List.of(priority), List.of(), one);
        assertThat(all.get(1).arrived() / DAY).isEqualTo(900L);
    }

    @Test
    void itsOwnDueDateHolds() {
        var late = new Planned("b", 130 * DAY, 40 * DAY, false, "a", List.of(), List.of());
        var all = deliver(List.of(), List.of(), contract(-1, List.of(), unit("a", 100, 120), late));
        assertThat(all).extracting(d -> d.due() / DAY).containsExactly(100L, 130L);
        assertThat(all.get(1).arrived()).isEqualTo(160 * DAY);
    }

    @Test
    void refusesUnitsThatWaitForEachOther() {
        assertThatThrownBy(() ->
                        deliver(
                                List.of(),
                                List.of(),
                                contract(-1, List.of(), following("b", "c", 1)),
                                contract(0, List.of(), unit("c", 1, 1))))
                .hasMessageContaining("in a circle");
        assertThatThrownBy(() ->
                        deliver(
                                List.of(),
                                List.of(),
                                contract(
                                        -1,
                                        List.of(),
                                        following("b", "c", 1),
                                        following("c", "b", 1))))
                .hasMessageContaining("in a circle");
    }

    @Test
    void unitsWaitForTheirGates() {
        var gates = List.of(new Gate("works", 300 * DAY, false), new Gate("test", 330 * DAY, true));
        var all =
                deliver(
                        List.of(),
                        gates,
                        contract(
                                -1,
                                List.of(),
                                gated("works", 100, 0),
                                gated("test", 100, 1),
                                gated("both", 100, 0, 1),
                                gated("after", 400, 0, 1)));
        assertThat(days(all.get(0)).subList(5, 9)).containsExactly(100L, 300L, 310L, 310L);
        assertThat(days(all.get(1)).subList(5, 9)).containsExactly(100L, 100L, 110L, 330L);
        assertThat(days(all.get(2)).subList(5, 9)).containsExactly(100L, 300L, 310L, 330L);
        assertThat(days(all.get(3)).subList(5, 9)).containsExactly(400L, 400L, 410L, 410L);
    }

    private static Planned gated(String id, long ready, Integer... gates) {
        return new Planned(id, ready * DAY, ready * DAY, false, "", List.of(), List.of(gates));
    }
}
