package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import parapet.study.rows.NewsRow;
import parapet.tables.Rows;

/// Statements of the news from the file to the table, worked out by hand: one battery in the
/// country since June 2020, one that comes in 2025.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsByHandTest {
    private static final String SCENARIO =
            Realised.HEAD
                    + """
                      p1: {of: price, statement: It costs five, value: 5, unit: million USD, asOf: 2020, source: bank}
                      p2: {of: price, statement: It costs seven, value: 7, unit: million USD, asOf: 2020, source: bank, copiedFrom: An agency}
                      p3: {of: price, statement: It costs next to nothing, value: 0.001, unit: million USD, asOf: 2020, source: bank}
                      f1: {of: second, statement: It comes in 2025, low: 2025-01-01, high: 2025-12-31, unit: date, status: forecast, madeOn: 2021-01-01, source: bank}
                      f2: {of: second, statement: It comes in 2040, value: 2040-01-01, unit: date, status: forecast, madeOn: 2021-02-01, source: bank}
                      x1: {of: mood, statement: They are content, value: content, unit: text, source: bank}
                    money: {rates: {INR: {series: inr-per-usd}}}
                    catalogue:
                      parts: {p: {meanTimeBetweenFailures: 1000 year, price: 1 USD}}
                      units: {battery: {slots: {a: {part: p}}}}
                    support: {sites: {base: {}}}
                    programme:
                      contracts:
                        c:
                          signed: 2020-01-01
                          price: {claims: price, law: uniform, use: [p1, p2]}
                          deliveries:
                            one: {type: battery, base: base, arrives: 2020-06-01}
                            two: {type: battery, base: base, arrives: {foretold: second, slip: {perMonthAhead: 0..10 %, shockPerYear: 1 %/year, shock: 12 month}}}
                    study:
                      draws: 4
                      dates: [2029-12-31]
                      news:
                        one-by-summer: {said: One is in the country., claims: [x1], metric: delivered/2020-06-30, atLeast: 1}
                        two-by-spring: {said: So is the second., metric: delivered/2021-03-31, atLeast: 2}
                        some-day: {said: Two in the end., metric: promised/2029-12-31, atLeast: 1}
                        seven: {said: It costs seven., claims: [p2, p1]}
                        nothing: {said: It costs nothing., claims: [p3]}
                        in-2040: {said: The second comes in 2040., claims: [f2]}
                        mood: {said: They are content., claims: [x1]}
                    plans: {baseline: {}}
                    """;

    private Rows rows = new Rows();

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        rows = Studied.run(Realised.read(folder, SCENARIO), LocalDate.of(2021, 6, 30));
    }

    private NewsRow row(String key) {
        return rows.of(NewsRow.class).stream()
                .filter(r -> r.statement().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String said(String key) {
        NewsRow row = row(key);
        return row.verdict() + ", " + row.judged();
    }

    @Test
    void whatHasHappenedIsHistory() {
        assertThat(said("one-by-summer")).isEqualTo("supports, history");
        assertThat(said("two-by-spring")).isEqualTo("contradicts, history");
        assertThat(said("some-day")).isEqualTo("supports, draws");
        assertThat(row("one-by-summer").mean()).isEqualTo(1);
        assertThat(row("two-by-spring").share()).isZero();
    }

    @Test
    void whatGoesInIsNotBorneOutAndWhatLiesOutsideIsContradicted() {
        assertThat(said("seven")).isEqualTo("not decisive, input");
        assertThat(row("seven").low()).isEqualTo("5 million USD");
        assertThat(row("seven").high()).isEqualTo("7 million USD");
        assertThat(said("nothing")).isEqualTo("contradicts, input");
    }

    /// The law of forecasts is without the error that is drawn: no range, and nothing contradicted.
    @Test
    void aDateStillForetoldHasNoRange() {
        assertThat(said("in-2040")).isEqualTo("not decisive, ");
        assertThat(row("in-2040").low()).isNull();
        assertThat(said("mood")).isEqualTo("not decisive, ");
    }

    @Test
    void whoSaidItAndAfterWhom() {
        assertThat(row("seven").publishers()).isEqualTo("P (after An agency)\nP");
        assertThat(row("two-by-spring").publishers()).isEmpty();
        assertThat(rows.of(NewsRow.class))
                .extracting(NewsRow::ord)
                .containsExactly(0, 1, 2, 3, 4, 5, 6);
    }
}
