package parapet.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Planned;
import parapet.programme.ProgrammeInput.Purchase;
import parapet.quantity.Calendar;
import parapet.random.Streams;

final class DeliveriesTest {
    private static final long DAY = Calendar.DAY;
    private static final long END = 1_000 * DAY;

    private static Contract contract(
            int after, double stuck, double loss, List<long[]> closed, List<Planned> deliveries) {
        return new Contract(
                "c",
                0,
                after,
                100,
                "USD",
                0.2,
                5 * DAY,
                stuck,
                30 * 86_400.0,
                loss,
                50 * 86_400.0,
                10 * 86_400.0,
                closed,
                deliveries);
    }

    private static List<Delivery> deliver(Contract... contracts) {
        return deliver(0, new Ledger(), contracts);
    }

    private static List<Delivery> deliver(int replication, Ledger ledger, Contract... contracts) {
        return Deliveries.deliver(
                new ProgrammeInput(List.of(contracts), List.of()),
                new Streams(11, 0, replication),
                ledger,
                END);
    }

    @Test
    void splitsTheWayIntoItsCauses() {
        var closed = List.of(new long[] {100 * DAY, 150 * DAY}, new long[] {150 * DAY, 170 * DAY});
        var d =
                deliver(
                        contract(
                                -1,
                                0,
                                0,
                                closed,
                                List.of(
                                        new Planned("a", 90 * DAY, 120 * DAY, false),
                                        new Planned("b", 90 * DAY, 120 * DAY, true),
                                        new Planned("early", 90 * DAY, 80 * DAY, false))));
        assertThat(d)
                .containsExactly(
                        new Delivery(
                                0, "a", 90 * DAY, 120 * DAY, 120 * DAY, 170 * DAY, 170 * DAY,
                                180 * DAY),
                        new Delivery(
                                0, "b", 90 * DAY, 120 * DAY, 120 * DAY, 120 * DAY, 120 * DAY,
                                130 * DAY),
                        new Delivery(
                                0, "early", 80 * DAY, 80 * DAY, 80 * DAY, 80 * DAY, 80 * DAY,
                                90 * DAY));
    }

    @Test
    void signsAFollowerAfterTheLastArrival() {
        var first = contract(-1, 0, 0, List.of(), List.of(new Planned("a", 0, 200 * DAY, false)));
        var second =
                contract(0, 0, 0, List.of(), List.of(new Planned("b", 30 * DAY, 40 * DAY, false)));
        var ledger = new Ledger();
        var d = deliver(0, ledger, first, second);
        assertThat(d.get(1).due()).isEqualTo(230 * DAY);
        assertThat(d.get(1).arrived()).isEqualTo(240 * DAY);
        assertThat(ledger.entries())
                .extracting(Ledger.Entry::tick, Ledger.Entry::cause, Ledger.Entry::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5 * DAY, MoneyCause.ADVANCE, 20.0),
                        org.assertj.core.groups.Tuple.tuple(200 * DAY, MoneyCause.DELIVERY, 80.0),
                        org.assertj.core.groups.Tuple.tuple(205 * DAY, MoneyCause.ADVANCE, 20.0),
                        org.assertj.core.groups.Tuple.tuple(240 * DAY, MoneyCause.DELIVERY, 80.0));
        // The order of contracts does not matter.
        var turned = deliver(contract(1, 0, 0, List.of(), second.deliveries()), first);
        assertThat(turned.getFirst().arrived()).isEqualTo(240 * DAY);
    }

    @Test
    void refusesAContractThatWaitsForItself() {
        assertThatThrownBy(() -> deliver(contract(0, 0, 0, List.of(), List.of())))
                .hasMessageContaining("waits for itself");
    }

    /// Chance 0.3 of a delay of mean 30 days: mean 9, variance 2·0.3·900 - 81 = 459. 20 000 units;
    /// |z| below 4.42 fails once in 100 000; a mean off by 1 day (z = 6.6) is caught with
    /// probability 0.98.
    @Test
    void delaysFollowTheirLaws() {
        int n = 20_000;
        var planned =
                IntStream.range(0, n).mapToObj(i -> new Planned("u" + i, 0, 0, false)).toList();
        var d = deliver(contract(-1, 0.3, 0.3, List.of(), planned));
        double paid = 0;
        double lost = 0;
        for (Delivery x : d) {
            paid += (x.paid() - x.ready()) / (double) DAY;
            lost += (x.arrived() - x.sent()) / (double) DAY;
        }
        assertThat((paid / n - 9) / Math.sqrt(459.0 / n)).as("z").isBetween(-4.42, 4.42);
        double sd = Math.sqrt((2 * 0.3 * 2500 - 225) / n);
        assertThat((lost / n - 15) / sd).as("z").isBetween(-4.42, 4.42);
    }

    @Test
    void plansShareTheChanceOfEachUnit() {
        var some = List.of(new Planned("a", 0, 0, false), new Planned("b", 0, 0, false));
        var one = deliver(contract(-1, 0.9, 0.9, List.of(), some));
        var other = deliver(contract(-1, 0.9, 0.9, List.of(), List.of(some.get(1))));
        assertThat(other.getFirst()).isEqualTo(one.get(1));
        var surer = deliver(contract(-1, 0.95, 0.9, List.of(), some));
        assertThat(surer.get(1).arrived() - surer.get(1).sent())
                .isEqualTo(one.get(1).arrived() - one.get(1).sent());
    }

    @Test
    void postsPurchasesByCauseAndNothingAfterTheEnd() {
        var ledger = new Ledger();
        Deliveries.deliver(
                new ProgrammeInput(
                        List.of(
                                contract(
                                        -1,
                                        0,
                                        0,
                                        List.of(),
                                        List.of(
                                                new Planned("a", END - 1, END - 1, false),
                                                new Planned("b", END, END, false)))),
                        List.of(
                                new Purchase("s", DAY, DAY, 3, "RUB", MoneyCause.SPARES),
                                new Purchase("m", END, END, 4, "USD", MoneyCause.MISSILES))),
                new Streams(1, 0, 0),
                ledger,
                END);
        assertThat(ledger.entries())
                .extracting(Ledger.Entry::cause)
                .containsExactly(MoneyCause.ADVANCE, MoneyCause.DELIVERY, MoneyCause.SPARES);
        assertThat(ledger.entries().get(1).amount()).isCloseTo(40, within(1e-12));
    }
}
