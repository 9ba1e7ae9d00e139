package parapet.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Milestone;
import parapet.programme.ProgrammeInput.Planned;
import parapet.programme.ProgrammeInput.When;
import parapet.quantity.Calendar;
import parapet.random.Streams;

final class PaymentsTest {
    private static final long DAY = Calendar.DAY;
    private static final long YEAR = Math.round(365.2425 * DAY);
    private static final Offset<Double> EXACT = within(1e-9);

    /// Price 1000, 10 % in advance, two units that come after two and three years and serve 10 days
    /// later.
    private static Contract contract(double stuck, Escalation escalation, Milestone... milestones) {
        return new Contract(
                "c",
                0,
                -1,
                1000,
                "RUB",
                0.1,
                0,
                stuck,
                30 * 86_400.0,
                0,
                1,
                10 * 86_400.0,
                List.of(),
                List.of(
                        new Planned("a", 2 * YEAR, 2 * YEAR, true),
                        new Planned("b", 3 * YEAR, 3 * YEAR, true)),
                List.of(milestones),
                escalation,
                Long.MAX_VALUE);
    }

    private static Ledger book(Contract contract, long end) {
        var ledger = new Ledger();
        Deliveries.deliver(
                new ProgrammeInput(List.of(contract), List.of()),
                new Streams(5, 0, 0),
                ledger,
                end);
        return ledger;
    }

    private static final Milestone[] MILESTONES = {
        new Milestone("kick-off", 0.05, When.SIGNATURE, -1, 90 * DAY, true),
        new Milestone("prototype", 0.2, When.DATE, -1, YEAR, true),
        new Milestone("first", 0.15, When.ARRIVAL, 0, 0, false),
        new Milestone("warranty", 0.1, When.SERVICE, 1, YEAR, false)
    };

    /// By hand: 100 in advance, 50 after 90 days, 200 after a year, 150 with the first unit, and of
    /// the 40 % that are left 200 with each unit; 100 when a year of service of the second is over.
    @Test
    void milestonesMakeTheLedgerByHand() {
        var ledger = book(contract(0, Escalation.NONE, MILESTONES), 100 * YEAR);
        assertThat(ledger.entries())
                .extracting(Ledger.Entry::tick, Ledger.Entry::cause, e -> Math.round(e.amount()))
                .containsExactly(
                        tuple(0L, MoneyCause.ADVANCE, 100L),
                        tuple(90 * DAY, MoneyCause.MILESTONE, 50L),
                        tuple(YEAR, MoneyCause.MILESTONE, 200L),
                        tuple(2 * YEAR, MoneyCause.MILESTONE, 150L),
                        tuple(4 * YEAR + 10 * DAY, MoneyCause.MILESTONE, 100L),
                        tuple(2 * YEAR, MoneyCause.DELIVERY, 200L),
                        tuple(3 * YEAR, MoneyCause.DELIVERY, 200L));
        double sum = ledger.entries().stream().mapToDouble(Ledger.Entry::amount).sum();
        assertThat(sum).isCloseTo(1000, EXACT);
    }

    /// 5 % a year: 100, 200 · 1.05, and 350 · 1.05² + 350 · 1.05³ on the arrivals.
    @Test
    void aPriceRisesUpToTheDayOnWhichItIsDue() {
        var rising = new Escalation(0, 0.05, new TreeMap<>());
        var ledger =
                book(
                        contract(0, rising, new Milestone("p", 0.2, When.DATE, -1, YEAR, true)),
                        100 * YEAR);
        assertThat(ledger.entries())
                .extracting(Ledger.Entry::amount)
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(100.0, 210.0, 385.875, 405.16875);
    }

    /// An index of 100, 110 and 121 at the beginning of three years, base in the second one.
    @Test
    void anIndexRaisesThePriceByItsRatio() {
        var index = new TreeMap<>(Map.of(0L, 100.0, YEAR, 110.0, 2 * YEAR, 121.0));
        var escalation = new Escalation(YEAR + DAY, 0, index);
        assertThat(escalation.factor(-DAY)).isCloseTo(100 / 110.0, EXACT);
        assertThat(escalation.factor(2 * YEAR - 1)).isCloseTo(1, EXACT);
        assertThat(escalation.factor(2 * YEAR)).isCloseTo(1.1, EXACT);
        assertThat(new Escalation(YEAR, 0.1, index).factor(3 * YEAR)).isCloseTo(1.21 * 1.1, EXACT);
        assertThatThrownBy(() -> new Escalation(0, -1, new TreeMap<>()))
                .hasMessageContaining("(-1.0)");
    }

    /// A dated payment is stuck with chance 0.3, mean 30 days: mean 9, variance 459 days². 20 000
    /// milestones; |z| below 4.42 fails once in 100 000; a mean off by 1 day (z = 6.6) is caught
    /// with probability 0.98. Known history and what waits for a unit is not stuck by itself.
    @Test
    void aDatedPaymentCanBeStuck() {
        int n = 20_000;
        double days = 0;
        for (int i = 0; i < n; i++) {
            var m = new Milestone("m" + i, 0.2, When.DATE, -1, YEAR, false);
            var c = contract(0.3, Escalation.NONE, m);
            var paid = instalments(c).get(1);
            assertThat(paid.due()).isEqualTo(YEAR);
            days += (paid.paid() - YEAR) / (double) DAY;
        }
        assertThat((days / n - 9) / Math.sqrt(459.0 / n)).as("z").isBetween(-4.42, 4.42);
        assertThat(instalments(contract(1, Escalation.NONE, MILESTONES)))
                .allSatisfy(i -> assertThat(i.paid()).isEqualTo(i.due()));
    }

    private static List<Instalment> instalments(Contract c) {
        var streams = new Streams(5, 0, 0);
        var ledger = new Ledger();
        var deliveries =
                Deliveries.deliver(
                        new ProgrammeInput(List.of(c), List.of()), streams, ledger, 100 * YEAR);
        return Payments.of(c, 0, deliveries, streams);
    }

    /// 500 random splits of the price: the parts make the price, and so do paid and unpaid at any
    /// end.
    @Test
    void paidAndUnpaidMakeThePrice() {
        var random = new SplittableRandom(8);
        for (int k = 0; k < 500; k++) {
            int n = random.nextInt(6);
            var milestones = new ArrayList<Milestone>();
            IntStream.range(0, n)
                    .forEach(i ->
                            milestones.add(
                                    new Milestone(
                                            "m" + i,
                                            0.9 * random.nextDouble() / n,
                                            When.DATE,
                                            -1,
                                            random.nextLong(5 * YEAR),
                                            random.nextBoolean())));
            var c = contract(0.5, Escalation.NONE, milestones.toArray(Milestone[]::new));
            var parts = instalments(c);
            assertThat(parts.stream().mapToDouble(Instalment::base).sum())
                    .as("case %d", k)
                    .isCloseTo(1000, within(1e-9));
            long end = random.nextLong(6 * YEAR);
            double paid = book(c, end).entries().stream().mapToDouble(Ledger.Entry::amount).sum();
            double unpaid =
                    parts.stream().filter(i -> i.paid() >= end).mapToDouble(Instalment::base).sum();
            assertThat(paid + unpaid).as("case %d", k).isCloseTo(1000, within(1e-9));
        }
    }

    @Test
    void refusesMoreThanThePrice() {
        var most = new Milestone("m", 0.9, When.DATE, -1, 0, true);
        assertThat(instalments(contract(0, Escalation.NONE, most))).hasSize(2);
        var more = new Milestone("m", 0.95, When.DATE, -1, 0, true);
        assertThatThrownBy(() -> instalments(contract(0, Escalation.NONE, more)))
                .hasMessageContaining("(c) make (1.0")
                .hasMessageContaining("lower the shares");
        assertThatThrownBy(() ->
                        contract(
                                0,
                                Escalation.NONE,
                                new Milestone("m", 0.1, When.ARRIVAL, 2, 0, false)))
                .hasMessageContaining("delivery (2) of (2)");
    }

    /// A repair of 10 at base prices, 3 % a year, two years later: 10.609. What has no law stays.
    @Test
    void theLedgerRaisesPricesByCause() {
        var ledger =
                new Ledger(Map.of(MoneyCause.REPAIR, new Escalation(0, 0.03, new TreeMap<>())));
        ledger.post(2 * YEAR, MoneyCause.REPAIR, "p", "USD", 10);
        ledger.post(2 * YEAR, MoneyCause.RUNNING, "p", "USD", 10);
        assertThat(ledger.entries().get(0).amount()).isCloseTo(10.609, EXACT);
        assertThat(ledger.entries().get(1).amount()).isEqualTo(10);
    }
}
