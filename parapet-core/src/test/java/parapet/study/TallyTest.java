package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parapet.study.Memory.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.Made;
import parapet.scenario.Paths;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.rows.ChainRow;
import parapet.study.rows.DowntimeRow;
import parapet.study.rows.MoneyRow;
import parapet.study.rows.ReadinessRow;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Reason;
import parapet.sustain.Sustainment;
import parapet.sustain.UnitState;
import parapet.tables.Rows;

class TallyTest {
    private static final double DAY = Calendar.DAY;

    private Rows rows = new Rows();
    private final Ledger ledger = new Ledger();
    private Setup setup = Memory.setup(Made.scenario(), 1, null);
    private Case made = setup.realiser().realise(setup.plans().getFirst(), 0);
    private List<Delivery> deliveries = List.of();
    private ReadinessHistory history = new ReadinessHistory();

    @BeforeEach
    void tally() {
        play(Made.scenario(), 0);
    }

    private void play(Scenario scenario, int draw) {
        rows = new Rows();
        setup = Memory.setup(scenario, 1, null);
        made = setup.realiser().realise(setup.plans().getFirst(), draw);
        var streams = new Streams(5, draw, 0);
        deliveries = Deliveries.deliver(made.programme(), streams, ledger, made.endTick());
        history = Sustainment.simulate(made.sustain(), deliveries, streams, ledger, Audit.FULL);
        new Tally(
                        made,
                        0,
                        setup.grid(),
                        setup.metricsOfStudy(),
                        deliveries,
                        history,
                        ledger,
                        new SkyFacts())
                .post(rows);
    }

    private double daysOf(UnitState... states) {
        double sum = 0;
        for (int i = 0; i < history.size(); i++) {
            if (List.of(states).contains(history.state(i))) {
                sum += (history.to(i) - history.from(i)) / DAY;
            }
        }
        return sum;
    }

    @Test
    void unitDaysOfDowntimeSumToTheDaysSinceDue() {
        double sum = rows.of(DowntimeRow.class).stream().mapToDouble(r -> r.days()).sum();
        double since =
                deliveries.stream()
                        .mapToDouble(d -> (made.endTick() - Math.max(0, d.due())) / DAY)
                        .sum();
        assertThat(sum).isCloseTo(since, within(1e-6));
        for (UnitState state : UnitState.values()) {
            double days =
                    rows.of(DowntimeRow.class).stream()
                            .filter(r -> r.state().equals(state.key()))
                            .mapToDouble(r -> r.days())
                            .sum();
            assertThat(days).as(state.name()).isCloseTo(daysOf(state), within(1e-6));
        }
        assertThat(daysOf(UnitState.DOWN, UnitState.DEGRADED)).as("something fails").isPositive();
        assertThat(rows.of(DowntimeRow.class))
                .allMatch(r -> r.reason().isEmpty() == r.state().equals("full"));
    }

    @Test
    void chainsSumToTheDaysBehindAMissingSpare() {
        double chains =
                rows.of(ChainRow.class).stream()
                        .mapToDouble(r -> Objects.requireNonNullElse(r.days(), 0.0))
                        .sum();
        double missing =
                rows.of(DowntimeRow.class).stream()
                        .filter(r -> List.of("down", "degraded").contains(r.state()))
                        .filter(r -> !r.reason().equals(Reason.FIELD_REPAIR.key()))
                        .mapToDouble(r -> r.days())
                        .sum();
        assertThat(missing).isPositive();
        assertThat(chains).isCloseTo(missing, within(1e-6));
    }

    @Test
    void statesOfAMonthSumToThePromised() {
        double days = 0;
        for (ReadinessRow r : rows.of(ReadinessRow.class)) {
            double inService = r.inService();
            double delivered = r.delivered();
            double promised = r.promised();
            assertThat(inService)
                    .isCloseTo(r.ready() + r.degraded() + r.down() + r.away(), within(1e-9));
            assertThat(inService).isLessThanOrEqualTo(delivered + 1e-9);
            assertThat(delivered).isLessThanOrEqualTo(promised + 1e-9);
            var month = r.month();
            days += promised * ChronoUnit.DAYS.between(month, month.plusMonths(1));
        }
        double since =
                deliveries.stream()
                        .mapToDouble(d -> (made.endTick() - Math.max(0, d.due())) / DAY)
                        .sum();
        assertThat(days).isCloseTo(since, within(1e-6));
    }

    @Test
    void moneyEqualsTheLedger() {
        Map<String, Double> expected = new HashMap<>();
        double inr = 0;
        for (Ledger.Entry e : ledger.entries()) {
            expected.merge(e.cause().label() + "/" + e.currency(), e.amount(), Double::sum);
            inr += made.rates().convert(e.amount(), e.currency(), "INR", e.tick());
        }
        Map<String, Double> posted = new HashMap<>();
        double postedInr = 0;
        for (MoneyRow r : rows.of(MoneyRow.class)) {
            if (r.currency().equals(r.paidIn())) {
                posted.merge(r.cause() + "/" + r.paidIn(), r.amount(), Double::sum);
            }
            postedInr += r.currency().equals("INR") ? r.amount() : 0;
        }
        assertThat(posted.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, sum) ->
                assertThat(posted.get(key)).as(key).isCloseTo(sum, within(1e-9 * sum)));
        assertThat(postedInr).isCloseTo(inr, within(1e-9 * inr));
        assertThat(outcome(rows, "baseline", 0, "cost-inr"))
                .isCloseTo(inr / 1e7, within(1e-9 * inr));
    }

    @Test
    void aUnitThatArrivesOnTheDayAfterTheLastIsNeitherDeliveredNorPaid() {
        for (int day = 0; day < 2; day++) {
            Scenario s = Made.scenario();
            s = Paths.with(s, "programme.contracts.first.deliveries.u2", null);
            s =
                    Paths.with(
                            s,
                            "programme.contracts.first.deliveries.u1.arrives",
                            Made.day("came", Made.END.plusDays(day)));
            s = Paths.with(s, "programme.contracts.first.paymentStuck", Made.share("none", 0));
            s = Paths.with(s, "programme.contracts.first.lossInTransit", Made.share("none2", 0));
            var fresh = new TallyTest();
            fresh.play(s, 0);
            assertThat(outcome(fresh.rows, "baseline", 0, "delivered/" + Made.END))
                    .isEqualTo(1 - day);
            assertThat(
                            fresh.ledger.entries().stream()
                                    .filter(e -> e.cause() == MoneyCause.DELIVERY))
                    .hasSize(1 - day);
        }
    }

    /// One unit, due on 2027-01-01, arrives half a year late and is deployed for 60 days; nothing
    /// ever fails. All days are whole, so every figure can be counted by hand.
    @Test
    void metricsOfATinyHistoryEqualTheHandComputation() {
        Scenario s = Made.scenario();
        s =
                Paths.with(
                        s,
                        "catalogue.parts.radar.meanTimeBetweenFailures",
                        Made.number("never", Dimension.DURATION, 1e15));
        s = Paths.with(s, "programme.contracts.first.deliveries.u2", null);
        s =
                Paths.with(
                        s,
                        "programme.contracts.first.deliveries.u1.due",
                        Made.day("due", LocalDate.of(2027, 1, 1)));
        s =
                Paths.with(
                        s,
                        "programme.contracts.first.deliveries.u1.arrives",
                        Made.day("came", LocalDate.of(2027, 7, 1)));
        s = Paths.with(s, "programme.contracts.first.paymentStuck", Made.share("none", 0));
        s = Paths.with(s, "programme.contracts.first.lossInTransit", Made.share("none2", 0));
        var fresh = new TallyTest();
        fresh.play(s, 0);
        Rows r = fresh.rows;
        double year = Measures.DAYS_PER_YEAR;
        String end = Made.END.toString();
        assertThat(outcome(r, "baseline", 0, "promised/2027-03-31")).isEqualTo(1);
        assertThat(outcome(r, "baseline", 0, "delivered/2027-03-31")).isZero();
        assertThat(outcome(r, "baseline", 0, "ready/2027-03-31")).isZero();
        assertThat(outcome(r, "baseline", 0, "delivered/2028-03-31")).isEqualTo(1);
        assertThat(outcome(r, "baseline", 0, "ready/2028-03-31")).isCloseTo(1, within(1e-12));
        assertThat(outcome(r, "baseline", 0, "promised-unit-years/2027-03-31"))
                .isCloseTo(90 / year, within(1e-9)); // January to March 2027: 31 + 28 + 31 days
        assertThat(outcome(r, "baseline", 0, "promised-unit-years/" + end))
                .isCloseTo((365 + 366 + 365) / year, within(1e-9));
        assertThat(outcome(r, "baseline", 0, "delivered-unit-years/" + end))
                .isCloseTo((1096 - 181) / year, within(1e-9)); // January to June 2027: 181 days
        assertThat(outcome(r, "baseline", 0, "ready-unit-years/" + end))
                .isCloseTo((1096 - 181 - 60) / year, within(1e-9));
        assertThat(outcome(r, "baseline", 0, "lost-unit-years/" + end))
                .isCloseTo(241 / year, within(1e-9));
        assertThat(outcome(r, "baseline", 0, "availability/" + Made.START + ".." + end))
                .isCloseTo(100, within(1e-9));
        assertThat(outcome(r, "baseline", 0, "missiles/2028-03-31")).isEqualTo(8);
        // life 700 days from 2027-08-30, recertified once for 300 days: past the end
        assertThat(outcome(r, "baseline", 0, "missiles/" + end)).isEqualTo(8);
        // price 900; running: unit 1 a year for 855 days, base and maker 0.1 a year for four years;
        // recertification of 8 missiles at 0.1; spare parts come with the unit
        assertThat(outcome(r, "baseline", 0, "cost-usd"))
                .isCloseTo(900 + 855 / year + 2 * 0.1 * 1461 / year + 0.8, within(0.01));
        assertThat(outcome(r, "baseline", 0, "support-cost-inr")).isGreaterThan(0);
        assertThat(outcome(r, "baseline", 0, "last-arrival")).isCloseTo(2027.4956, within(1e-3));
    }
}
