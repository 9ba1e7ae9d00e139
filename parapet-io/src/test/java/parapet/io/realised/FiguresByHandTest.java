package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.study.rows.FigureRow;
import parapet.study.rows.OutcomeRow;
import parapet.study.rows.StateRow;
import parapet.tables.Rows;

/// Simulated counterparts of published figures beside the states from which they come: one unit is
/// overhauled for about 100 days after each 200 days of service, first from day 200 on; another of
/// another type comes on day 366 and serves without a break.
class FiguresByHandTest {
    private static final double YEAR = 365.2425;

    private static final String REST =
            """
            catalogue:
              parts: {p: {meanTimeBetweenFailures: 100000 year, price: 1 USD}}
              units:
                worked: {slots: {a: {part: p}}, tasks: {overhaul: {every: 200 day, at: {maker: {time: 100 day}}}}}
                plain: {slots: {a: {part: p}}}
            support: {sites: {base: {}, maker: {}}}
            programme:
              contracts:
                c:
                  signed: 2020-01-01
                  price: 1 USD
                  deliveries:
                    one: {type: worked, base: base, due: 2020-01-01, arrives: 2020-01-01}
                    two: {type: plain, base: base, due: 2021-01-01, arrives: 2021-01-01}
            study:
              draws: 1
              dates: [2020-12-31]
              observations:
                away-share: {from: 2020-01-01, date: 2020-12-31, states: [away], share: 50 %, use: judge}
                all-number: {from: 2020-01-01, date: 2021-12-31, number: 1, use: judge}
                day: {date: 2020-09-01, states: [away], number: 1, use: judge}
                day-before: {date: 2020-07-18, states: [away], number: 1, use: judge}
                work: {from: 2020-01-01, date: 2021-12-31, reasons: [task-in-work], number: 1, use: judge}
                at-maker: {from: 2020-01-01, date: 2021-12-31, sites: [maker], number: 1, use: judge}
                at-base: {from: 2020-01-01, date: 2021-12-31, reasons: [task-in-work], sites: [base], number: 1, use: judge}
                plain-away: {from: 2021-01-01, date: 2021-12-31, types: [plain], states: [away], share: 50 %, use: judge}
                worked-away: {from: 2021-01-01, date: 2021-12-31, types: [worked], states: [away], share: 50 %, use: judge}
                finished: {from: 2020-01-01, date: 2021-12-31, finishedYearly: 1, use: judge}
                finished-on-the-day: {from: 2020-10-27, date: 2020-10-27, finishedYearly: 1, use: judge}
                finished-on-another: {from: 2020-02-01, date: 2020-02-01, finishedYearly: 1, use: judge}
            plans: {baseline: {name: As written}}
            """;

    @TempDir Path folder;

    private Rows run() {
        return Studied.run(Realised.read(folder, Realised.HEAD + REST), LocalDate.of(2021, 6, 30));
    }

    private static double figure(Rows rows, String key) {
        return Realised.named(rows.of(FigureRow.class), FigureRow::observation, key).value();
    }

    /// Days of a state of a unit in a period, counted in the table of states; off by less than one
    /// day for each spell.
    private static double days(Rows rows, String unit, String state, LocalDate from, LocalDate to) {
        double days = 0;
        for (StateRow r : rows.of(StateRow.class)) {
            if (r.unit().equals(unit) && r.state().equals(state)) {
                LocalDate first = r.first().isAfter(from) ? r.first() : from;
                LocalDate last = r.last().isBefore(to) ? r.last() : to;
                days += Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
            }
        }
        return days;
    }

    @Test
    void figuresAgreeWithTheStatesOfTheUnits() {
        Rows rows = run();
        LocalDate a = LocalDate.of(2020, 1, 1);
        LocalDate b = LocalDate.of(2021, 1, 1);
        LocalDate end = LocalDate.of(2021, 12, 31);
        double first = days(rows, "one", "away", a, b.minusDays(1));
        double second = days(rows, "one", "away", b, end);
        assertThat(first).as("about 100 days").isBetween(50.0, 166.0);
        assertThat(second).isBetween(50.0, 265.0);
        expect(rows, "away-share", first / 366, 2 / 366.0);
        expect(rows, "all-number", (731 + 365) / 731.0, 1e-9);
        expect(rows, "work", (first + second) / 731, 3 / 731.0);
        expect(rows, "at-maker", (first + second) / 731, 3 / 731.0);
        expect(rows, "at-base", 0, 0);
        expect(rows, "plain-away", 0, 0);
        expect(rows, "worked-away", second / 365, 3 / 365.0);
        expect(rows, "day", 1, 0); // day 244, in the first overhaul
        expect(rows, "day-before", 0, 0); // day 199, before it
        var ends =
                rows.of(StateRow.class).stream()
                        .filter(r -> r.state().equals("away") && !r.last().isAfter(end))
                        .toList();
        assertThat(ends).hasSizeBetween(1, 3);
        expect(rows, "finished", ends.size() * YEAR / 731, 1e-9);
        LocalDate day = ends.getFirst().last();
        Rows again =
                Studied.run(
                        Realised.read(folder, Realised.HEAD + REST.replace("2020-10-27", "" + day)),
                        LocalDate.of(2021, 6, 30));
        expect(again, "finished-on-the-day", YEAR, 1e-9);
        expect(again, "finished-on-another", 0, 0);
    }

    private static void expect(Rows rows, String key, double value, double tolerance) {
        assertThat(figure(rows, key)).as(key).isCloseTo(value, within(tolerance + 1e-12));
    }

    /// What is promised and delivered by a day counts what came by then, not what comes later.
    @Test
    void unitsByADay() {
        Rows rows = run();
        for (String kind : new String[] {"promised", "delivered", "ready"}) {
            assertThat(outcome(rows, kind + "/2020-12-31")).as(kind).isEqualTo(1);
            assertThat(outcome(rows, kind + "/2029-12-31")).as(kind).isBetween(1.0, 2.0);
        }
        assertThat(outcome(rows, "promised/2029-12-31")).isEqualTo(2);
        assertThat(outcome(rows, "delivered/2029-12-31")).isEqualTo(2);
    }

    private static double outcome(Rows rows, String metric) {
        return Realised.named(rows.of(OutcomeRow.class), OutcomeRow::metric, metric).value();
    }
}
