package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static parapet.io.realised.Realised.tick;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.ReadResult;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.ProgrammeInput;
import parapet.quantity.Calendar;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.Realiser;
import parapet.sustain.SustainInput.Addition;

/// Options that may not be taken and contracts that may be cancelled, of a file, against binomial
/// shares: each interval holds with probability 0.99 for one seed, and the seed is fixed.
class OptionsByHandTest {
    private static final int DRAWS = 3_000;

    private static final String REST =
            """
            money: {}
            catalogue:
              parts: {p: {meanTimeBetweenFailures: 1000 h, price: 1 USD}}
              missiles: {m: {price: 1 million USD, life: 20 year}}
              units: {u: {slots: {a: {part: p}}, missiles: {m: 4}}}
            support: {sites: {north: {}}}
            programme:
              contracts:
                firm:
                  signed: 2022-01-01
                  price: 100 USD
                  advance: 20 %
                  cancelled: {chance: 25 %, on: 2024-06-01}
                  deliveries:
                    a: {type: u, base: north, arrives: 2024-01-01}
                    b: {type: u, base: north, arrives: 2025-01-01}
                option:
                  chance: 40 %
                  signed: 2023-01-01
                  price: 50 USD
                  deliveries:
                    c: {type: u, base: north, arrives: 2026-01-01}
                    d: {type: u, base: north, follows: b, by: 60 day}
              purchases:
                rounds: {chance: 70 %, on: 2023-01-01, leadTime: 30 day, missiles: {m: 10}}
            study: {draws: 2}
            plans:
              baseline: {}
              surer: {changes: [{set: programme.contracts.option.chance, to: 60 %}]}
              other: {changes: [{set: programme.contracts.firm.cancelled, to: null}]}
            """;

    @TempDir Path folder;

    private static Delivery of(Case c, Ledger ledger, int unit) {
        return Deliveries.deliver(c.programme(), new Streams(1, c.draw(), 0), ledger, c.endTick())
                .get(unit);
    }

    private static void agrees(String what, int times, double p) {
        double share = times / (double) DRAWS;
        assertThat(share).as(what).isCloseTo(p, within(2.576 * Math.sqrt(p * (1 - p) / DRAWS)));
    }

    /// Cancelled in 0.25 of the draws: `b` comes in 0.75 and 40 USD are paid for it; the option is
    /// taken in 0.4, so `d`, which follows `b`, comes in 0.3.
    @Test
    void chancesAreThoseThatAreSaid() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        Realiser realiser = Realised.realiser(read);
        int b = 0;
        int c = 0;
        int d = 0;
        int rounds = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Case made = realiser.realise(read.plan("baseline"), draw);
            var ledger = new Ledger();
            assertThat(of(made, ledger, 0).arrived()).isEqualTo(tick(2024, 1, 1));
            boolean second = of(made, new Ledger(), 1).arrived() != Long.MAX_VALUE;
            boolean option = of(made, new Ledger(), 2).arrived() != Long.MAX_VALUE;
            boolean both = of(made, new Ledger(), 3).arrived() != Long.MAX_VALUE;
            assertThat(both).isEqualTo(second && option);
            double paid =
                    ledger.entries().stream()
                            .filter(e -> !e.about().equals("rounds"))
                            .mapToDouble(Ledger.Entry::amount)
                            .sum();
            double expected = 60 + (second ? 40 : 0);
            expected += option ? 50 * 0.15 + 50 * 0.425 * (both ? 2 : 1) : 0;
            assertThat(paid).isCloseTo(expected, within(1e-9));
            b += second ? 1 : 0;
            c += option ? 1 : 0;
            d += both ? 1 : 0;
            boolean bought = !made.programme().purchases().isEmpty();
            assertThat(made.sustain().additions()).hasSize(bought ? 1 : 0);
            rounds += bought ? 1 : 0;
        }
        agrees("not cancelled", b, 0.75);
        agrees("option", c, 0.4);
        agrees("both", d, 0.3);
        agrees("purchase", rounds, 0.7);
    }

    /// Three lots a hundred days apart, each at the price of its day; two firings of three, the one
    /// before the start left out.
    @Test
    void lotsComeInTheirRhythm() {
        String text =
                (Realised.HEAD + REST)
                        .replace(
                                "rounds: {chance: 70 %, on: 2023-01-01,",
                                "rounds: {every: 100 day, times: 3, on: 2023-01-01,")
                        .replace(
                                "money: {}",
                                "money: {pricesOf: 2023-01-01, escalation: {parts: 5 %/year}}")
                        .replace(
                                "study: {draws: 2}",
                                "  withdrawals:\n    firing: {on: 2019-01-01, every: 730 day, times: 3, missiles: {m: 2}}\nstudy: {draws: 2}");
        Case made = Realised.first(folder, text);
        long first = tick(2023, 1, 1);
        assertThat(made.programme().purchases())
                .extracting(p -> (p.tick() - first) / Calendar.DAY)
                .containsExactly(0L, 100L, 200L);
        for (int k = 0; k < 3; k++) {
            assertThat(made.programme().purchases().get(k).amount())
                    .isCloseTo(10e6 * Math.pow(1.05, 100 * k / 365.2425), within(1.0));
        }
        assertThat(made.sustain().additions())
                .extracting(Addition::tick, Addition::count)
                .containsExactly(
                        tuple(first + 30 * Calendar.DAY, 10),
                        tuple(first + 130 * Calendar.DAY, 10),
                        tuple(first + 230 * Calendar.DAY, 10),
                        tuple(tick(2020, 12, 31), -2),
                        tuple(tick(2022, 12, 31), -2));
    }

    /// The option that is taken with 0.4 is taken with 0.6 as well; the rest is new in 0.2 of the
    /// draws. A plan without the cancellation moves nothing else.
    @Test
    void plansShareWhatHappens() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        Realiser realiser = Realised.realiser(read);
        int more = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            boolean base = signed(realiser.realise(read.plan("baseline"), draw));
            boolean surer = signed(realiser.realise(read.plan("surer"), draw));
            assertThat(!base || surer).isTrue();
            assertThat(signed(realiser.realise(read.plan("other"), draw))).isEqualTo(base);
            more += surer && !base ? 1 : 0;
        }
        agrees("more", more, 0.2);
    }

    private static boolean signed(Case c) {
        return Realised.named(c.programme().contracts(), ProgrammeInput.Contract::id, "option")
                        .signedTick()
                != Long.MAX_VALUE;
    }
}
