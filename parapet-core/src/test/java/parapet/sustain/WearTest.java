package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parapet.sustain.BreakdownTest.input;
import static parapet.sustain.BreakdownTest.part;
import static parapet.sustain.BreakdownTest.site;
import static parapet.sustain.Cases.D;
import static parapet.sustain.Cases.DAY;
import static parapet.sustain.Cases.NOWHERE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;
import parapet.sustain.exact.Renewals;

/// Failure laws with age, and lives.
class WearTest {
    private static final FailureLaw WEIBULL = FailureLaw.Weibull.ofMean(100 * D, 2.5);

    static List<FailureLaw> laws() {
        return List.of(
                new FailureLaw.Exponential(3),
                new FailureLaw.Weibull(3, 0.7),
                FailureLaw.Weibull.ofMean(3, 2.5),
                FailureLaw.Lognormal.ofMean(3, 0.6),
                new FailureLaw.Empirical(new double[] {1, 2, 7}, new double[] {0.25, 0.5, 1}));
    }

    /// Mean = integral of exp(-H), and age is the inverse of hazard.
    @ParameterizedTest
    @MethodSource("laws")
    void lawsAgreeWithThemselves(FailureLaw law) {
        double sum = 0;
        double step = 1e-3;
        for (double a = step / 2; a < 400; a += step) {
            sum += step * Math.exp(-law.hazard(a));
        }
        assertThat(sum).isCloseTo(law.mean(), within(2e-3 * law.mean()));
        for (double hazard : new double[] {1e-6, 0.01, 0.3, 1, 5, 30}) {
            double back = law.hazard(law.age(hazard));
            if (Double.isFinite(back)) {
                assertThat(back).isCloseTo(hazard, within(1e-4 * hazard));
            }
        }
    }

    /// A part that is exchanged at once fails as often as the renewal function says. n = 4 000
    /// replications of 10 items each over 2.5 mean lives: standard error about 0.3 %; a shape of 2
    /// instead of 2.5 is caught (it lies 11 standard errors away).
    @Test
    void agingPartsFailAsTheRenewalFunctionSays() {
        double scale = ((FailureLaw.Weibull) WEIBULL).scale();
        double expected = 10 * Renewals.expected(2.5, scale, 250 * D);
        var failures =
                SustainmentClosedFormTest.Sample.of(
                        4_000, r -> Cases.run(enough(WEIBULL), r).parts().getFirst().failures());
        SustainmentClosedFormTest.agrees("renewals", failures.z(expected));
        double other =
                10
                        * Renewals.expected(
                                2, FailureLaw.Weibull.ofMean(1, 2).age(1) * 100 * D, 250 * D);
        assertThat(Math.abs(failures.z(other))).isGreaterThan(8);
    }

    private static SustainInput enough(FailureLaw law) {
        return input(
                250,
                10,
                10,
                List.of(part("p", law, Network.Life.ENDLESS, 0)),
                site("b", -1, new int[] {0}, new int[] {9_999}, Cases.shop(9_999, 0.001, 0)));
    }

    /// Parts that never fail are taken out at the end of their life, day by day as reckoned: 4
    /// items, life 100 days, in 350 days three times each.
    @Test
    void partsAreTakenOutAtTheEndOfTheirLife() {
        var life = new Network.Life(100 * D, true, Double.POSITIVE_INFINITY);
        var never = new FailureLaw.Exponential(Double.POSITIVE_INFINITY);
        var in =
                input(
                        350,
                        4,
                        4,
                        List.of(part("p", never, life, 0)),
                        site("b", -1, new int[] {0}, new int[] {4}, Cases.shop(9, 50, 0)));
        var c = Cases.run(in, 0).parts().getFirst();
        assertThat(c.retired()).isEqualTo(12);
        assertThat(c.failures()).isZero();
        assertThat(c.loop()).as("the last four lie 50 days in overhaul").isEqualTo(4);
        var scrapped =
                input(
                        350,
                        4,
                        4,
                        List.of(
                                part(
                                        "p",
                                        never,
                                        new Network.Life(100 * D, false, Double.POSITIVE_INFINITY),
                                        0)),
                        site("b", -1, NOWHERE, new int[] {40}, Network.Shop.NONE));
        assertThat(Cases.run(scrapped, 0).parts().getFirst().scrapped()).isEqualTo(12);
    }

    /// A clock of the calendar runs on while the unit is away for 100 of 300 days.
    @Test
    void theCalendarRunsOnWhileTheUnitIsAway() {
        for (boolean calendar : new boolean[] {true, false}) {
            var life = new Network.Life(250 * D, true, Double.POSITIVE_INFINITY);
            var p =
                    new Network.Part(
                            "p",
                            new FailureLaw.Exponential(Double.POSITIVE_INFINITY),
                            calendar,
                            0,
                            0,
                            0,
                            0,
                            0,
                            List.of(),
                            life,
                            0,
                            Long.MAX_VALUE,
                            1,
                            "USD");
            var task =
                    new Network.Task(
                            "t",
                            Double.POSITIVE_INFINITY,
                            50 * DAY,
                            0,
                            true,
                            List.of(new Network.TaskSite(0, 1, 100 * D, 0, "USD")));
            var type =
                    Cases.type(
                            List.of(new Network.Slot("s", 0, 1, 1, 1, 1)),
                            new int[] {3},
                            List.of(),
                            List.of(task));
            var net =
                    new Network(
                            List.of(p),
                            List.of(type),
                            List.of(site("b", -1, new int[] {0}, new int[1], Cases.shop(9, 1, 0))),
                            Cases.links(1, 0),
                            Network.Production.NONE);
            int retired = Cases.run(Cases.input(300, net, 1, 1), 0).parts().getFirst().retired();
            assertThat(retired).isEqualTo(calendar ? 1 : 0);
        }
    }

    /// Spares that keep for 30 days: four on the shelf are thrown away and bought anew every 30
    /// days (procurement takes no time), 12 times 4 in 365 days.
    @Test
    void sparesAreThrownAwayAtTheEndOfTheirShelfLife() {
        var life = new Network.Life(Double.POSITIVE_INFINITY, true, 30 * D);
        var never = new FailureLaw.Exponential(Double.POSITIVE_INFINITY);
        var p =
                new Network.Part(
                        "p",
                        never,
                        false,
                        0,
                        0,
                        0,
                        0,
                        0,
                        List.of(),
                        life,
                        0,
                        Long.MAX_VALUE,
                        7,
                        "USD");
        var in =
                input(
                        365,
                        1,
                        1,
                        List.of(p),
                        site("b", -1, NOWHERE, new int[] {4}, Network.Shop.NONE));
        var ledger = new Ledger();
        var h =
                Sustainment.simulate(
                        in, Cases.fromTheStart(in), new Streams(1, 0, 0), ledger, Audit.FULL);
        assertThat(h.parts().getFirst().scrapped()).isEqualTo(48);
        assertThat(h.parts().getFirst().shelf()).isEqualTo(4);
        assertThat(ledger.entries().stream().mapToDouble(Ledger.Entry::amount).sum())
                .isEqualTo(48 * 7);
    }
}
