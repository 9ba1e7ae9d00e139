package parapet.io.realised;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static parapet.io.realised.Realised.tick;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.programme.ProgrammeInput;
import parapet.programme.ProgrammeInput.Milestone;
import parapet.programme.ProgrammeInput.When;
import parapet.quantity.Calendar;
import parapet.scenario.Case;
import parapet.sustain.SustainInput.Addition;

/// Contracts, milestones and purchases of a file, worked out by hand.
class ProgrammeByHandTest {
    private static final double YEAR_DAYS = 365.2425;

    private static final String REST =
            """
              a1: {of: arrival, statement: It came, value: 2021-01-01, unit: date, status: actual, source: bank}
            money:
              reporting: INR
              rates: {INR: {series: inr-per-usd}}
              pricesOf: 2020-01-01
              escalation: {parts: 5 %/year}
            catalogue:
              parts:
                p: {meanTimeBetweenFailures: 1000 h, price: 3 million USD}
                q: {meanTimeBetweenFailures: 1000 h, price: 30 million INR}
                free: {meanTimeBetweenFailures: 1000 h, price: 0 USD}
              missiles:
                mm: {price: 2 million USD, life: 20 year}
                nn: {price: 100 million INR, life: 20 year}
              units: {u: {slots: {a: {part: p}, b: {part: q}}, missiles: {mm: 4, nn: 4}}}
            support: {sites: {depot: {}, base: {}}}
            programme:
              contracts:
                two:
                  after: one
                  signed: 2020-06-01
                  price: 1 million USD
                  advance: 10 %
                  advanceAfter: 40 day
                  milestones:
                    signature: {share: 5 %, after: 7 day}
                    day: {share: 5 %, when: date, date: 2020-02-01}
                  deliveries: {u3: {type: u, base: base, afterSigning: 100 day}}
                one:
                  signed: 2020-02-01
                  price: 10 million USD
                  settlement: INR
                  advance: 20 %
                  advanceAfter: 30 day
                  pricesOf: 2019-07-01
                  escalation: 2 %/year
                  milestones:
                    signature: {share: 1 %}
                    week: {share: 2 %, after: 7 day}
                    far: {share: 1 %, after: 600 day}
                    past: {share: 3 %, when: date, date: 2021-06-20, after: 10 day}
                    later: {share: 4 %, when: date, date: 2021-06-20, after: 11 day}
                    arrival: {share: 5 %, when: arrival, unit: u1, after: 3 day}
                    service: {share: 6 %, when: service, after: 2 day}
                  deliveries:
                    u1: {type: u, base: base, due: 2020-12-01, arrives: &came {foretold: arrival, slip: {perMonthAhead: 5 %}}}
                    u2: {type: u, base: base, afterSigning: 400 day}
                    gone: {type: u, base: base, arrives: {later: *came, by: 180 day}}
                    open: {type: u, base: base, arrives: {later: *came, by: 181 day}}
                none: {active: false, signed: 2020-01-01, price: 1 USD, deliveries: {}}
              purchases:
                rounds: {on: 2021-03-01, leadTime: 100 day, missiles: {mm: 40, nn: 10}}
                home: {on: 2021-03-01, leadTime: 10 day, missiles: {nn: 10}}
                parts:
                  on: 2021-03-01
                  leadTime: 50 day
                  budget: 1000 million INR
                  site: base
                  spares: {p: {share: 60 %}, q: {share: 40 %}, free: {share: 0 %}}
                never: {active: false, on: 2021-03-01, missiles: {mm: 1}}
            study: {draws: 2}
            plans: {baseline: {name: As written}}
            """;

    @TempDir Path folder;
    private @Nullable Case made;

    @BeforeEach
    void read() {
        made = Realised.first(folder, Realised.HEAD + REST);
    }

    private Case made() {
        return requireNonNull(made);
    }

    private ProgrammeInput.Contract contract(String id) {
        return Realised.named(made().programme().contracts(), ProgrammeInput.Contract::id, id);
    }

    private ProgrammeInput.Planned unit(String contract, String id) {
        return Realised.named(contract(contract).deliveries(), ProgrammeInput.Planned::unit, id);
    }

    private ProgrammeInput.Purchase purchase(String id) {
        return Realised.named(made().programme().purchases(), ProgrammeInput.Purchase::id, id);
    }

    /// 5 % a year from 2020-01-01 to 2021-03-01, 425 days.
    private static double risen() {
        return Math.pow(1.05, 425 / YEAR_DAYS);
    }

    @Test
    void thePriceIsBroughtToTheCurrencyOfSettlementOnTheDayOfSignature() {
        ProgrammeInput.Contract one = contract("one");
        assertThat(one.price()).isCloseTo(700e6, within(1e-3));
        assertThat(one.currency()).isEqualTo("INR");
        assertThat(one.signedTick()).isEqualTo(tick(2020, 2, 1));
        assertThat(one.advanceShare()).isEqualTo(0.2);
        assertThat(one.advanceTick()).as("30 days later").isEqualTo(tick(2020, 3, 2));
        assertThat(contract("two").currency()).isEqualTo("USD");
        assertThat(contract("two").price()).isEqualTo(1e6);
    }

    @Test
    void thePriceRisesFromTheDayOfWhosePricesItIs() {
        assertThat(contract("one").escalation().baseTick()).isEqualTo(tick(2019, 7, 1));
        assertThat(contract("one").escalation().ratePerYear()).isCloseTo(0.02, within(1e-12));
        assertThat(contract("two").escalation().baseTick())
                .as("else of its signature")
                .isEqualTo(tick(2020, 6, 1));
    }

    @Test
    void contractsStandBehindThoseForWhichTheyWait() {
        assertThat(made().programme().contracts()).extracting("id").containsExactly("one", "two");
        assertThat(contract("one").after()).isEqualTo(-1);
        assertThat(contract("two").after()).isZero();
        assertThat(contract("two").advanceTick()).isEqualTo(40 * Calendar.DAY);
    }

    @Test
    void milestonesWaitForWhatTheySay() {
        assertThat(contract("one").milestones())
                .containsExactly(
                        new Milestone("signature", 0.01, When.SIGNATURE, -1, 0, true),
                        new Milestone("week", 0.02, When.SIGNATURE, -1, 7 * Calendar.DAY, true),
                        new Milestone("far", 0.01, When.SIGNATURE, -1, 600 * Calendar.DAY, false),
                        new Milestone("past", 0.03, When.DATE, -1, tick(2021, 6, 30), true),
                        new Milestone("later", 0.04, When.DATE, -1, tick(2021, 7, 1), false),
                        new Milestone("arrival", 0.05, When.ARRIVAL, 0, 3 * Calendar.DAY, false),
                        new Milestone("service", 0.06, When.SERVICE, 3, 2 * Calendar.DAY, false));
        assertThat(contract("two").milestones())
                .as("nothing of a contract that waits is history")
                .containsExactly(
                        new Milestone(
                                "signature", 0.05, When.SIGNATURE, -1, 7 * Calendar.DAY, false),
                        new Milestone("day", 0.05, When.DATE, -1, tick(2020, 2, 1), false));
    }

    @Test
    void datesOfDeliveries() {
        assertThat(unit("one", "u1"))
                .isEqualTo(
                        new ProgrammeInput.Planned(
                                "u1", tick(2020, 12, 1), tick(2021, 1, 1), true));
        long day400 = tick(2020, 2, 1) + 400 * Calendar.DAY;
        assertThat(unit("one", "u2"))
                .isEqualTo(new ProgrammeInput.Planned("u2", day400, day400, false));
        assertThat(unit("two", "u3").readyTick())
                .as("counted from a signature that is not known yet")
                .isEqualTo(100 * Calendar.DAY);
        assertThat(unit("one", "gone").settled()).as("a day that is past").isTrue();
        assertThat(unit("one", "open").settled()).as("a day that is not").isFalse();
        assertThat(unit("one", "open").dueTick()).isEqualTo(tick(2021, 7, 1));
    }

    @Test
    void missilesCostWhatTheyCostOnTheDayOfTheOrder() {
        ProgrammeInput.Purchase rounds = purchase("rounds");
        assertThat(rounds.currency()).as("of the first missile").isEqualTo("USD");
        assertThat(rounds.amount())
                .as("40 of 2 million USD and 10 of 100 million INR at 80")
                .isCloseTo((40 * 2e6 + 10 * 1.25e6) * risen(), within(1.0));
        assertThat(rounds.cause()).isEqualTo(MoneyCause.MISSILES);
        assertThat(rounds.tick()).isEqualTo(tick(2021, 3, 1));
        assertThat(rounds.arrival()).isEqualTo(tick(2021, 6, 9));
        assertThat(purchase("home").currency()).isEqualTo("INR");
        assertThat(purchase("home").amount()).isCloseTo(10 * 100e6 * risen(), within(1.0));
        assertThat(purchase("parts"))
                .isEqualTo(
                        new ProgrammeInput.Purchase(
                                "parts",
                                tick(2021, 3, 1),
                                tick(2021, 4, 20),
                                1e9,
                                "INR",
                                MoneyCause.SPARES));
        assertThat(made().programme().purchases()).hasSize(3);
    }

    /// 600 million INR at 80 for parts of 3 million USD are 2.5 before prices rise by 5.8 %; 400
    /// million INR for parts of 30 million INR are 13.3, then 12.6.
    @Test
    void aBudgetBuysWholePartsAtThePriceOfTheDay() {
        assertThat(made().sustain().additions())
                .filteredOn(a -> a.site() >= 0)
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.tick()).isEqualTo(tick(2021, 4, 20));
                    assertThat(a.site()).as("base").isEqualTo(1);
                    assertThat(a.spares()).containsExactly(2, 12, 0);
                    assertThat(a.missile()).isEmpty();
                    assertThat(a.count()).isZero();
                });
    }

    @Test
    void missilesComeToTheUnits() {
        assertThat(made().sustain().additions())
                .filteredOn(a -> a.site() < 0)
                .extracting(Addition::tick, Addition::missile, Addition::count)
                .containsExactly(
                        tuple(tick(2021, 6, 9), "mm", 40),
                        tuple(tick(2021, 6, 9), "nn", 10),
                        tuple(tick(2021, 3, 11), "nn", 10));
    }

    @Test
    void unitsStandWhereTheyAreBased() {
        assertThat(made().sustain().units())
                .extracting("id", "type", "base")
                .startsWith(tuple("u1", 0, 1))
                .endsWith(tuple("u3", 0, 1));
        assertThat(made().outlays()).extracting(Ledger.Entry::about).isEmpty();
    }
}
