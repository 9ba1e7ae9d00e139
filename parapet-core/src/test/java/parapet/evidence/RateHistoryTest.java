package parapet.evidence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;

class RateHistoryTest {
    private static final LocalDate LATE = LocalDate.of(2099, 12, 31);

    private final Map<String, Claim> claims = new LinkedHashMap<>();

    @ParameterizedTest
    @CsvSource({
        "2019-06-30, 70",
        "2020-01-01, 70",
        "2020-02-29, 70",
        "2022-12-31, 70",
        "2023-01-01, 80",
        "2030-01-01, 80",
    })
    void aQuoteOfADayHoldsForward(String day, double rate) {
        rate("70 INR/USD", "2020-01-01", null, Grade.A);
        rate("80 INR/USD", "2023-01-01", null, Grade.A);
        assertThat(history(LATE).on(LocalDate.parse(day))).isEqualTo(rate);
        var floor = history(LATE).steps().floorEntry(LocalDate.parse(day));
        assertThat(floor == null ? 70 : floor.getValue()).as("steps").isEqualTo(rate);
    }

    /// The rates of India's rupee in the reference case, by month and year.
    @ParameterizedTest
    @CsvSource({
        "2018-09-30, 68.37", // the year
        "2018-10-01, 73.56", // the month before its year
        "2018-10-31, 73.56",
        "2018-11-01, 68.37", // the year again: the month does not cut it
        "2019-03-15, 70.38",
        "2019-09-15, 71.31",
        "2024-12-31, 83.66",
        "2025-01-01, 87.15",
        "2025-11-30, 87.15", // December does not displace the year
        "2025-12-01, 90.04",
        "2026-01-31, 90.04", // between periods the last one holds on
        "2026-02-28, 90.75",
        "2026-05-31, 90.75",
        "2026-06-01, 94.96",
        "2027-01-01, 94.96",
    })
    void aMonthGoesBeforeItsYearAndLeavesItWhole(String day, double rate) {
        rupees();
        assertThat(history(LATE).on(LocalDate.parse(day))).isEqualTo(rate);
        assertThat(history(LATE).steps().floorEntry(LocalDate.parse(day)).getValue())
                .as("steps")
                .isEqualTo(rate);
    }

    @Test
    void theOrderOfTheTableChangesNothing() {
        rate("90.04 INR/USD", "2025-12", null, Grade.A);
        rate("87.15 INR/USD", "2025", null, Grade.A);
        assertThat(history(LATE).on(LocalDate.of(2025, 7, 1))).isEqualTo(87.15);
        assertThat(history(LATE).on(LocalDate.of(2025, 12, 31))).isEqualTo(90.04);
        assertThat(history(LATE).on(LocalDate.of(2026, 1, 1))).isEqualTo(90.04);
    }

    @Test
    void ofTwoEqualPeriodsTheBetterGradeHoldsThenTheLaterRow() {
        rate("1 INR/USD", "2025", null, Grade.B);
        rate("2 INR/USD", "2025", null, Grade.B);
        assertThat(history(LATE).on(LocalDate.of(2025, 7, 1))).isEqualTo(2);
        rate("3 INR/USD", "2025", null, Grade.A);
        rate("4 INR/USD", "2025", null, Grade.C);
        assertThat(history(LATE).on(LocalDate.of(2025, 7, 1))).isEqualTo(3);
    }

    @Test
    void anAmountOfAPeriodTakesTheRateOfThePeriod() {
        rupees();
        RateHistory h = history(LATE);
        assertThat(h.over(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))).isEqualTo(87.15);
        assertThat(h.over(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31))).isEqualTo(90.04);
        assertThat(h.over(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31)))
                .as("a fiscal year in no known period: its last day")
                .isEqualTo(90.75);
    }

    @Test
    void aRateIsKnownWhenItsPeriodIsOver() {
        rupees();
        assertThat(history(LocalDate.of(2025, 12, 30)).on(LocalDate.of(2025, 12, 15)))
                .as("neither the month nor the year is over")
                .isEqualTo(83.66);
        assertThat(history(LocalDate.of(2025, 12, 31)).on(LocalDate.of(2025, 12, 15)))
                .isEqualTo(90.04);
        assertThat(RateHistory.of(claims, "fx", "INR", LocalDate.of(2018, 10, 30))).isNull();
        assertThat(history(LATE).knownFrom()).isEqualTo("2018-10-31");
    }

    @Test
    void aRateMadeLaterIsKnownOnlyThen() {
        rate("70 INR/USD", "2020", null, Grade.A);
        rate("71 INR/USD", "2020-06", "2022-03-01", Grade.A);
        assertThat(history(LocalDate.of(2021, 1, 1)).on(LocalDate.of(2020, 6, 15))).isEqualTo(70);
        assertThat(history(LocalDate.of(2022, 3, 1)).on(LocalDate.of(2020, 6, 15))).isEqualTo(71);
    }

    @Test
    void anotherPairIsNoPartOfTheHistory() {
        rate("4.3 PLN/EUR", "2020", null, Grade.A);
        assertThat(RateHistory.of(claims, "fx", "PLN", LATE)).isNull();
        rate("3.9 PLN/USD", "2019", null, Grade.B);
        assertThat(requireNonNull(RateHistory.of(claims, "fx", "PLN", LATE)).on(LATE))
                .isEqualTo(3.9);
    }

    private void rupees() {
        rate("68.37 INR/USD", "2018", null, Grade.A);
        rate("73.56 INR/USD", "2018-10", null, Grade.A);
        rate("70.38 INR/USD", "2019", null, Grade.A);
        rate("71.31 INR/USD", "2019-09", null, Grade.A);
        rate("83.66 INR/USD", "2024", null, Grade.A);
        rate("87.15 INR/USD", "2025", null, Grade.A);
        rate("90.04 INR/USD", "2025-12", null, Grade.A);
        rate("90.75 INR/USD", "2026-02", null, Grade.A);
        rate("94.96 INR/USD", "2026-06", null, Grade.A);
    }

    private RateHistory history(LocalDate asOf) {
        return requireNonNull(RateHistory.of(claims, "fx", "INR", asOf));
    }

    private void rate(String text, String period, @Nullable String made, Grade grade) {
        Span days = requireNonNull(Measures.read(period, Dimension.DATE).span());
        Span span = requireNonNull(Measures.read(text, Dimension.EXCHANGE).span());
        String id = "R" + claims.size();
        LocalDate last = LocalDate.ofEpochDay((long) days.high());
        claims.put(
                id,
                new Claim(
                        id,
                        "fx",
                        "",
                        text,
                        Dimension.EXCHANGE,
                        span,
                        Claim.Status.ACTUAL,
                        last,
                        made == null ? null : LocalDate.parse(made),
                        LocalDate.ofEpochDay((long) days.low()),
                        last,
                        "",
                        grade,
                        Claim.Kind.REPORTED,
                        "",
                        "",
                        "",
                        ""));
    }
}
