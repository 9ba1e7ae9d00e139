package parapet.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Milestone;
import parapet.programme.ProgrammeInput.Planned;
import parapet.programme.ProgrammeInput.When;
import parapet.quantity.Calendar;
import parapet.random.Streams;

/// Contracts that are never signed or are cancelled: what comes and what is paid, by hand.
final class CancelledTest {
    private static final long DAY = Calendar.DAY;
    private static final long NEVER = Long.MAX_VALUE;

    private static Contract contract(
            long signed, long advance, long cancelled, int after, Planned... planned) {
        return new Contract(
                "c",
                signed,
                after,
                100,
                "USD",
                0.2,
                advance,
                0,
                0,
                0,
                0,
                10 * 86_400.0,
                List.of(),
                List.of(planned),
                List.of(new Milestone("test", 0.1, When.DATE, -1, 200 * DAY, false)),
                Escalation.NONE,
                cancelled);
    }

    private static List<Delivery> deliver(Ledger ledger, Contract... contracts) {
        return Deliveries.deliver(
                new ProgrammeInput(List.of(contracts), List.of()),
                new Streams(3, 0, 0),
                ledger,
                1_000 * DAY);
    }

    private static double paid(Ledger ledger) {
        return ledger.entries().stream().mapToDouble(Ledger.Entry::amount).sum();
    }

    private static Planned unit(String id, long ready) {
        return new Planned(id, 90 * DAY, ready * DAY, false);
    }

    /// 20 in advance and 35 for each of two units; the test on day 200 is not paid for.
    @Test
    void whatHasNotComeOnTheDayNeverComesAndIsNotPaid() {
        var ledger = new Ledger();
        var all =
                deliver(
                        ledger,
                        contract(0, 5 * DAY, 150 * DAY, -1, unit("a", 100), unit("b", 151)));
        assertThat(all.get(0).inService()).isEqualTo(110 * DAY);
        assertThat(all.get(0).cancelled()).isEqualTo(NEVER);
        assertThat(all.get(1).cancelled()).isEqualTo(150 * DAY);
        assertThat(all.get(1).due()).as("it was promised").isEqualTo(90 * DAY);
        assertThat(List.of(all.get(1).ready(), all.get(1).arrived(), all.get(1).inService()))
                .containsOnly(NEVER);
        assertThat(paid(ledger)).isCloseTo(20 + 35, within(1e-9));
        var early = new Ledger();
        deliver(early, contract(0, 5 * DAY, 4 * DAY, -1, unit("a", 100), unit("b", 151)));
        assertThat(paid(early)).as("before the advance").isZero();
    }

    @Test
    void whatHasComeByTheDayStays() {
        var ledger = new Ledger();
        var all = deliver(ledger, contract(0, 5 * DAY, 300 * DAY, -1, unit("a", 300)));
        assertThat(all.getFirst().arrived()).isEqualTo(300 * DAY);
        assertThat(paid(ledger)).isCloseTo(100, within(1e-9));
    }

    @Test
    void knownHistoryIsNotCancelled() {
        var came = new Planned("a", 90 * DAY, 100 * DAY, true);
        var all = deliver(new Ledger(), contract(0, 5 * DAY, 50 * DAY, -1, came));
        assertThat(all.getFirst().arrived()).isEqualTo(100 * DAY);
    }

    /// Nothing is due, comes or is paid, of the option itself and of what waits for it.
    @Test
    void anOptionThatIsNotTaken() {
        var ledger = new Ledger();
        var all =
                deliver(
                        ledger,
                        contract(NEVER, NEVER, NEVER, -1, Planned.never("a")),
                        contract(0, 5 * DAY, NEVER, 0, unit("b", 40)));
        assertThat(all).extracting(Delivery::due).containsOnly(NEVER);
        assertThat(all).extracting(Delivery::inService).containsOnly(NEVER);
        assertThat(ledger.entries()).isEmpty();
    }
}
