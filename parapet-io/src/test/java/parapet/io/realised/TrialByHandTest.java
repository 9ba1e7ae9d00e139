package parapet.io.realised;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static parapet.io.realised.Realised.tick;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.ReadResult;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.ProgrammeInput;
import parapet.programme.ProgrammeInput.When;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.sim.Audit;
import parapet.study.FleetTrial;
import parapet.study.Milestone;
import parapet.study.Setup;
import parapet.sustain.UnitState;
import parapet.sustain.decide.NetworkEdits;

/// A trial of one unit and the milestones of its plan, worked out by hand: it comes on 2021-01-01,
/// is full for 300 days, then loses a part for good.
class TrialByHandTest {
    private static final Offset<Double> NEAR = within(5e-4);
    private static final double YEAR = Measures.DAYS_PER_YEAR;

    private static final String REST =
            """
            money: {reporting: INR, discount: 4 %/year, rates: {INR: {series: inr-per-usd}}}
            catalogue:
              parts:
                sure: {meanTimeBetweenFailures: 100000 year, price: 1 USD}
                tired: {law: ages, ages: {one: {share: 0.0001 %, age: 300 day}, two: {share: 100 %, age: 300.001 day}}, price: 1 USD}
              units: {u: {slots: {a: {part: sure}, b: {part: tired, degraded: 0}}}}
            support:
              sites: {base: {}, depot: {opens: 2023-01-01, investment: 8 million USD, shop: {repairTime: 1 month, places: 3}}}
              production: {local: {starts: 2024-01-01, first: 5 %, growth: 4 points/year, most: 60 %, leadTime: 150 day}}
            programme:
              contracts:
                c:
                  signed: 2020-01-01
                  price: 90 million USD
                  advance: 10 %
                  milestones: {day: {share: 20 %, when: date, date: 2022-01-01}, service: {share: 30 %, when: service}}
                  deliveries: {u1: {type: u, base: base, arrives: 2021-01-01}}
            study: {draws: 3}
            plans: {baseline: {name: As written}}
            """;

    @TempDir Path folder;
    private @Nullable ReadResult read;

    @BeforeEach
    void read() {
        read = Realised.read(folder, Realised.HEAD + REST);
    }

    private FleetTrial trial(long from, long to) {
        ReadResult r = requireNonNull(read);
        var setup =
                new Setup(
                        r.scenarioOrThrow(),
                        List.of(r.plan("baseline")),
                        new Setup.Options(1, 3, 3, 1, null, LocalDate.of(2021, 6, 30), Audit.FULL));
        return new FleetTrial(setup, r.plan("baseline"), from, to);
    }

    private FleetTrial.Outcome year(int year) {
        return trial(tick(year, 1, 1), tick(year + 1, 1, 1)).run(0, FleetTrial.AS_IT_IS);
    }

    @Test
    void unitYearsWithinTheWindow() {
        FleetTrial.Outcome o = year(2021);
        assertThat(o.readyUnitYears()).isCloseTo(300 / YEAR, NEAR);
        assertThat(o.unitYears().get(UnitState.DEGRADED)).isCloseTo(65 / YEAR, NEAR);
        assertThat(o.unitYears()).hasSize(2);
        assertThat(o.readyPercent()).isCloseTo(100 * 300 / 365.0, NEAR);
        assertThat(o.ready()).as("in the middle").isEqualTo(1);
        assertThat(o.reasons().values().stream().mapToDouble(y -> y).sum())
                .isCloseTo(65 / YEAR, NEAR);
        assertThat(o.controls()).isEmpty();
        assertThat(year(2022).readyPercent()).isZero();
        assertThat(year(2022).ready()).isZero();
        assertThat(year(2022).reasons().values().stream().mapToDouble(y -> y).sum())
                .isCloseTo(365 / YEAR, NEAR);
        assertThat(year(2020).readyPercent()).as("nobody in service").isZero();
        assertThat(year(2020).reasons()).isEmpty();
        FleetTrial.Outcome all = trial(0, tick(2030, 1, 1)).run(0, FleetTrial.AS_IT_IS);
        assertThat(all.readyPercent()).isCloseTo(100 * 300 / (3653 - 366.0), NEAR);
        assertThat(all.unitYears().values().stream().mapToDouble(y -> y).sum())
                .as("from its arrival to the end")
                .isCloseTo((3653 - 366) / YEAR, NEAR);
    }

    /// The same unit where it cannot do without the part.
    @Test
    void aUnitThatIsDownIsInServiceToo() {
        read = Realised.read(folder, Realised.HEAD + REST.replace("degraded: 0", "degraded: 1"));
        FleetTrial.Outcome o = year(2021);
        assertThat(o.unitYears().get(UnitState.DOWN)).isCloseTo(65 / YEAR, NEAR);
        assertThat(o.readyPercent()).isCloseTo(100 * 300 / 365.0, NEAR);
        assertThat(o.reasons().values().stream().mapToDouble(y -> y).sum())
                .isCloseTo(65 / YEAR, NEAR);
        FleetTrial.Edit none = FleetTrial.Edit.ofSupport(s -> s);
        assertThat(trial(tick(2021, 1, 1), tick(2022, 1, 1)).run(0, none).readyPercent())
                .isEqualTo(o.readyPercent());
    }

    /// 9 million in advance at 70, then all at 80: 18 on a day, 27 with the service and 36 with the
    /// arrival, and an opening of 8, of which all but one part falls before 2022-12.
    @Test
    void moneyInTheReportingCurrency() {
        double all = 9e6 * 70 + (18e6 + 27e6 + 36e6 + 8e6) * 80;
        FleetTrial.Outcome o = year(2021);
        assertThat(o.moneyInAll()).isCloseTo(all, within(1.0));
        assertThat(o.money())
                .as("27 and 36, and four parts of the opening on days 368, 459, 550, 641")
                .isCloseTo((27e6 + 36e6 + 4e6) * 80, within(1.0));
        assertThat(year(2020).money()).as("the advance alone").isCloseTo(9e6 * 70, within(1.0));
        double value = 9e6 * 70 + 63e6 * 80 * at(366) + 18e6 * 80 * at(731);
        for (int quarter = 1; quarter <= 8; quarter++) {
            value += 80e6 * at(1096 - 91 * quarter);
        }
        assertThat(o.presentValue()).isCloseTo(value, within(1e3));
    }

    private static double at(int day) {
        return Math.pow(1.04, -day / YEAR);
    }

    @Test
    void drawsComeInTheirOrder() {
        FleetTrial trial = trial(tick(2021, 1, 1), tick(2022, 1, 1));
        var told = new ArrayList<Integer>();
        List<FleetTrial.Outcome> some = trial.run(FleetTrial.AS_IT_IS, 2, told::add);
        assertThat(told).containsExactly(1, 2, 3);
        assertThat(FleetTrial.readyPercent(some)).hasSize(3);
        List<FleetTrial.Outcome> late =
                trial.run(
                        c ->
                                new Milestone(Milestone.Kind.DELIVERY, "u1")
                                        .slipped(c, 165 * Calendar.DAY),
                        1,
                        _ -> {});
        assertThat(FleetTrial.difference(late, some).mean())
                .as("all of its 200 days in the year, not 300 of 365")
                .isCloseTo(100 - 100 * 300 / 365.0, NEAR);
        assertThat(trial.controlled(1, _ -> {}).getFirst().controls())
                .as("failures and times of work")
                .hasSize(2);
        assertThatThrownBy(() -> trial(5, 5)).hasMessageContaining("must end (5) after");
        FleetTrial.Edit fails =
                c -> {
                    throw new IllegalArgumentException("no such edit");
                };
        assertThatThrownBy(() -> trial.run(fails, 1, _ -> {})).hasMessage("no such edit");
    }

    private Case made() {
        return Realised.draw(requireNonNull(read), "baseline", 0);
    }

    private static List<Delivery> deliver(Case c) {
        return Deliveries.deliver(c.programme(), new Streams(1, 0, 0), new Ledger(), c.endTick());
    }

    private static final Milestone UNIT = new Milestone(Milestone.Kind.DELIVERY, "u1");
    private static final Milestone PAYMENT = new Milestone(Milestone.Kind.PAYMENT, "c");
    private static final Milestone DEPOT = new Milestone(Milestone.Kind.OPENING, "depot");
    private static final Milestone LOCAL = new Milestone(Milestone.Kind.QUALIFICATION, "");

    @Test
    void milestonesThatAreOpen() {
        Case c = made();
        assertThat(Milestone.of(c, 0)).containsExactly(UNIT, PAYMENT, DEPOT, LOCAL);
        assertThat(Milestone.of(c, tick(2023, 1, 1) - 1)).contains(DEPOT, LOCAL);
        assertThat(Milestone.of(c, tick(2023, 1, 1)))
                .as("it opens on that day")
                .containsExactly(UNIT, PAYMENT, LOCAL);
        assertThat(Milestone.of(c, tick(2024, 1, 1))).containsExactly(UNIT, PAYMENT);
        assertThat(Milestone.of(DEPOT.slipped(c, 4000 * Calendar.DAY), 0))
                .as("after the end")
                .doesNotContain(DEPOT);
        assertThat(Milestone.of(LOCAL.slipped(c, 2192 * Calendar.DAY), 0))
                .as("on the day after the last")
                .doesNotContain(LOCAL);
        assertThat(Milestone.of(LOCAL.slipped(c, 2191 * Calendar.DAY), 0)).contains(LOCAL);
        assertThat(Milestone.of(UNIT.slipped(c, 3287 * Calendar.DAY), 0)).doesNotContain(UNIT);
        assertThat(Milestone.of(UNIT.slipped(c, 3286 * Calendar.DAY), 0)).contains(UNIT);
    }

    @Test
    void whenTheyCome() {
        Case c = made();
        List<Delivery> deliveries = deliver(c);
        assertThat(UNIT.date(c, deliveries)).isEqualTo(tick(2021, 1, 1));
        assertThat(PAYMENT.date(c, deliveries)).isEqualTo(tick(2021, 1, 1));
        assertThat(DEPOT.date(c, deliveries)).isEqualTo(tick(2023, 1, 1));
        assertThat(LOCAL.date(c, deliveries)).isEqualTo(tick(2024, 1, 1));
        assertThat(new Milestone(Milestone.Kind.DELIVERY, "u9").date(c, deliveries))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(new Milestone(Milestone.Kind.PAYMENT, "d").date(c, deliveries))
                .isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> new Milestone(Milestone.Kind.OPENING, "x").date(c, deliveries))
                .hasMessageContaining("no site (x)");
    }

    private static ProgrammeInput.Contract contract(Case c) {
        return c.programme().contracts().getFirst();
    }

    @Test
    void whatComesLaterWithThem() {
        Case c = made();
        long by = 100 * Calendar.DAY;
        ProgrammeInput.Planned was = contract(c).deliveries().getFirst();
        var moved = new ProgrammeInput.Planned("u1", was.dueTick(), was.readyTick() + by, false);
        assertThat(contract(UNIT.slipped(c, by)).deliveries()).containsExactly(moved);
        assertThat(contract(UNIT.slipped(c, by)).milestones()).isEqualTo(contract(c).milestones());
        ProgrammeInput.Contract paid = contract(PAYMENT.slipped(c, by));
        assertThat(paid.deliveries()).as("it waits for its money").containsExactly(moved);
        assertThat(paid.milestones())
                .as("a day moves; the service moves by itself")
                .containsExactly(
                        new ProgrammeInput.Milestone(
                                "day", 0.2, When.DATE, -1, tick(2022, 1, 1) + by, false),
                        new ProgrammeInput.Milestone("service", 0.3, When.SERVICE, 0, 0, false));
        Case later = DEPOT.slipped(c, by);
        assertThat(NetworkEdits.opening(later.sustain(), 1)).isEqualTo(tick(2023, 1, 1) + by);
        for (int i = 0; i < 8; i++) {
            Ledger.Entry before = c.outlays().get(i);
            assertThat(later.outlays().get(i))
                    .isEqualTo(
                            new Ledger.Entry(
                                    before.tick() + by,
                                    before.cause(),
                                    "depot",
                                    "USD",
                                    before.amount()));
        }
        assertThat(later.programme()).isEqualTo(c.programme());
        Case earlier = DEPOT.slipped(c, -500 * Calendar.DAY);
        assertThat(earlier.outlays()).hasSize(8);
        assertThat(earlier.outlays().getLast().tick()).as("not before the start").isZero();
        assertThat(DEPOT.slipped(c, 2557 * Calendar.DAY - 1).outlays())
                .as("the day before it opens, and 7 before, are before the end")
                .hasSize(8);
        assertThat(DEPOT.slipped(c, 2648 * Calendar.DAY).outlays())
                .as("the last quarter would be paid on the first day after the end")
                .hasSize(7);
        var local = LOCAL.slipped(c, by).sustain().phases();
        assertThat(local)
                .hasSameSizeAs(c.sustain().phases())
                .allSatisfy(p -> {
                    assertThat(p.network().production().startTick())
                            .isEqualTo(tick(2024, 1, 1) + by);
                    assertThat(p.network().production().first()).isEqualTo(0.05);
                });
    }
}
