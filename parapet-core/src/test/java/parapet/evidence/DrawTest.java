package parapet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import parapet.evidence.Claim.Status;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;
import parapet.random.Streams;

/// Drawn milestones against their closed forms: with an error and a shock of fixed size a date can
/// be told to the day.
class DrawTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final int DRAWS = 4000;

    /// Five standard deviations of a share of 0.5: a false alarm in a million; a share that is off
    /// by 0.06 is missed once in two hundred.
    private static final double HALF = 5 * 0.5 / Math.sqrt(DRAWS);

    private final Map<String, Claim> claims = new LinkedHashMap<>();

    @Test
    void aForecastErrsInProportionToItsOwnHorizon() {
        forecast("A", "2028-01-15", "2026-01-15");
        forecast("B", "2028-06-01", "2025-12-01");
        Map<LocalDate, Integer> seen = dates(milestone(0.5, 0, 0));
        assertThat(seen)
                .containsOnlyKeys(
                        slipped("2028-01-15", "2026-01-15", 0.5),
                        slipped("2028-06-01", "2025-12-01", 0.5));
        assertThat(share(seen, slipped("2028-01-15", "2026-01-15", 0.5)))
                .isCloseTo(0.5, within(HALF));
    }

    /// Two forecasts of one date that were made on different days err by their own horizons.
    @Test
    void twoForecastsOfOneDateKeepTheDaysOnWhichTheyWereMade() {
        forecast("A", "2028-01-15", "2025-12-15");
        forecast("B", "2028-01-15", "2026-06-15");
        Map<LocalDate, Integer> seen = dates(milestone(1, 0, 0));
        assertThat(seen)
                .containsOnlyKeys(
                        slipped("2028-01-15", "2025-12-15", 1),
                        slipped("2028-01-15", "2026-06-15", 1));
        assertThat(share(seen, slipped("2028-01-15", "2026-06-15", 1)))
                .isCloseTo(0.5, within(HALF));
    }

    @Test
    void aForecastOfThePastHasNoHorizon() {
        forecast("A", "2026-07-15", "2026-07-15", "2026-06-01");
        forecast("B", "2026-07-15", "2026-07-14", "2026-06-01");
        assertThat(dates(milestone(1, 0, 0)))
                .containsOnlyKeys(LocalDate.of(2026, 7, 15), LocalDate.of(2026, 7, 16));
    }

    /// The chance of a shock is 1 - exp(-rate (horizon + error)): with rate (horizon + error) = ln
    /// 2 one half.
    @Test
    void aShockComesAtItsRateOverTheTimeAheadAndTheSlip() {
        forecast("A", "2028-01-15", "2026-01-15");
        for (double error : new double[] {0, 1, -0.5}) {
            double days = 730 * (1 + error);
            Map<LocalDate, Integer> seen =
                    dates(milestone(error, Math.log(2) / days, 30 * Measures.DAY_SEC));
            LocalDate said = slipped("2028-01-15", "2026-01-15", error);
            assertThat(seen).containsOnlyKeys(said, said.plusDays(30));
            assertThat(share(seen, said)).isCloseTo(0.5, within(HALF));
        }
    }

    @Test
    void withoutAShockRateNoShockComes() {
        forecast("A", "2028-01-15", "2026-01-15");
        assertThat(dates(milestone(0, 0, 30 * Measures.DAY_SEC)))
                .containsOnlyKeys(LocalDate.of(2028, 1, 15));
    }

    /// When every date of the law lies in the past, the date is a tenth of its age and thirty days
    /// from the day of the evidence.
    @Test
    void aForecastThatTimeOvertookComesSoon() {
        forecast("A", "2026-03-22", "2026-01-01");
        assertThat(dates(milestone(0, 0, 0)))
                .containsOnlyKeys(TODAY.plusDays(10 + 30)); // 100 days old
        claims.clear();
        forecast("A", "2026-06-30", "2026-01-01");
        assertThat(dates(milestone(0, 0, 0)))
                .as("on the day itself it has not come")
                .containsOnlyKeys(TODAY.plusDays(30));
    }

    @Test
    void whatHasComeIsDrawnWithinItsPeriod() {
        dated("A", "2025-03-01..2025-03-05").status(Status.ACTUAL).known("2025-04-01").add();
        Quantity arrival = milestone(1, 1, Measures.YEAR_SEC);
        Draw draw = draw(0);
        assertThat(draw.settled(arrival)).isTrue();
        assertThat(dates(arrival).keySet())
                .allMatch(d ->
                        !d.isBefore(LocalDate.of(2025, 3, 1))
                                && !d.isAfter(LocalDate.of(2025, 3, 6)))
                .hasSizeGreaterThan(3);
        claims.clear();
        forecast("A", "2028-01-15", "2026-01-15");
        assertThat(draw(0).settled(arrival)).isFalse();
    }

    @Test
    void whatComesLaterFollowsItsMilestone() {
        forecast("A", "2028-01-15", "2026-01-15");
        var by = assumed("by", Dimension.DURATION, Span.of(10 * Measures.DAY_SEC));
        var second =
                new Quantity(
                        "second",
                        Dimension.DATE,
                        null,
                        new Quantity.Later(milestone(0, 0, 0), by, false));
        assertThat(dates(second)).containsOnlyKeys(LocalDate.of(2028, 1, 25));
    }

    @Test
    void aDrawTellsWhatItTook() {
        Draw draw = draw(3);
        var q = assumed("level", Dimension.SHARE, new Span(0.2, 0.4, 0.9, null));
        double value = draw.value(q);
        assertThat(draw.value(q)).as("asked again").isEqualTo(value);
        assertThat(value).isBetween(0.2, 0.9);
        assertThat(draw.taken()).containsExactly(Map.entry("level", value));
        assertThat(draw.currency(q)).isEmpty();
        var money = assumed("price", Dimension.MONEY, Span.of(5, "PLN"));
        assertThat(draw.currency(money)).isEqualTo("PLN");
        assertThat(draw.settled(q)).isFalse();
    }

    // ---------------------------------------------------------------- helpers

    private Map<LocalDate, Integer> dates(Quantity quantity) {
        var seen = new TreeMap<LocalDate, Integer>();
        var cache = new ConcurrentHashMap<Quantity, Weighing>();
        for (int i = 0; i < DRAWS; i++) {
            double day = new Draw(evidence(), new Streams(11, i, -1), cache).value(quantity);
            seen.merge(LocalDate.ofEpochDay((long) Math.floor(day + 1e-6)), 1, Integer::sum);
        }
        return seen;
    }

    private static double share(Map<LocalDate, Integer> seen, LocalDate day) {
        return seen.getOrDefault(day, 0) / (double) DRAWS;
    }

    private static LocalDate slipped(String said, String made, double perHorizon) {
        LocalDate day = LocalDate.parse(said);
        double horizon = day.toEpochDay() - LocalDate.parse(made).toEpochDay();
        return LocalDate.ofEpochDay(
                (long) Math.floor(day.toEpochDay() + perHorizon * horizon + 1e-6));
    }

    private Draw draw(int i) {
        return new Draw(evidence(), new Streams(11, i, -1), new ConcurrentHashMap<>());
    }

    private Evidence evidence() {
        return new Evidence(claims, Map.of(Grade.B, 1.0), Map.of(), TODAY);
    }

    private static Quantity milestone(double error, double shocksPerDay, double shockSec) {
        return new Quantity(
                "arrival",
                Dimension.DATE,
                null,
                new Quantity.Foretold(
                        "arrival",
                        new Quantity.Slip(
                                assumed("ratio", Dimension.COUNT, Span.of(error)),
                                assumed(
                                        "shocks",
                                        Dimension.RATE,
                                        Span.of(shocksPerDay / Measures.DAY_SEC)),
                                assumed("shock", Dimension.DURATION, Span.of(shockSec)))));
    }

    private static Quantity assumed(String key, Dimension dimension, Span span) {
        return new Quantity(key, dimension, null, new Quantity.Assumed(span, "test"));
    }

    private void forecast(String id, String text, String made) {
        forecast(id, text, made, made);
    }

    private void forecast(String id, String text, String made, String known) {
        dated(id, text).status(Status.FORECAST).made(made).known(known).add();
    }

    private ClaimMaking dated(String id, String text) {
        return new ClaimMaking(claims, id, "arrival", text, Dimension.DATE, Grade.B);
    }
}
