package parapet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;
import parapet.random.Streams;
import parapet.stats.Law;

class EvidenceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Map<Grade, Double> WEIGHTS =
            Map.of(Grade.A, 8.0, Grade.B, 4.0, Grade.C, 2.0, Grade.D, 0.0);

    private final Map<String, Claim> claims = new LinkedHashMap<>();

    @Test
    void conflictingClaimsShareTheDrawsByTheirGrade() {
        money("A1", "5.43 billion USD", Grade.A, "");
        money("C1", "5 billion USD", Grade.C, "");
        Weighing w = evidence().weigh(price());
        assertThat(shares(w)).containsExactly(Map.entry("A1", 0.8), Map.entry("C1", 0.2));
        assertThat(w.law().low()).isCloseTo(5e9, within(1.0));
        assertThat(w.law().high()).isCloseTo(5.43e9, within(1.0));
        assertThat(w.findings()).anyMatch(f -> f.contains("2 claims differ"));
    }

    /// The law `best` uses one claim, laws that span the claims use all of them in every draw: no
    /// claim is said to be drawn by its grade where none is.
    @Test
    void sharesAreThoseOfTheLaw() {
        money("A1", "5.43 billion USD", Grade.A, "");
        money("C1", "5 billion USD", Grade.C, "");
        Weighing best = evidence().weigh(price(Quantity.LawRule.BEST));
        assertThat(shares(best)).containsExactly(Map.entry("A1", 1.0));
        assertThat(voice(best, "C1").used()).isFalse();
        assertThat(voice(best, "C1").setAside()).contains("law best");
        assertThat(best.law().low()).isEqualTo(best.law().high()).isEqualTo(5.43e9);
        assertThat(best.findings()).anyMatch(f -> f.contains("A1 is used alone"));
        for (var rule : List.of(Quantity.LawRule.UNIFORM, Quantity.LawRule.TRIANGULAR)) {
            assertThat(shares(evidence().weigh(price(rule))))
                    .containsExactly(Map.entry("A1", 1.0), Map.entry("C1", 1.0));
        }
    }

    @Test
    void copiesOfOneOriginalCountOnce() {
        money("A1", "5.43 billion USD", Grade.B, "");
        money("A2", "5.5 billion USD", Grade.C, "A1");
        money("A3", "5.0 billion USD", Grade.B, "");
        Weighing w = evidence().weigh(price());
        assertThat(shares(w)).containsExactly(Map.entry("A1", 0.5), Map.entry("A3", 0.5));
        assertThat(voice(w, "A2").setAside()).contains("same original as A1");
    }

    @Test
    void aSlipOfUnitsIsFlaggedAndSetAside() {
        money("A1", "5.43 billion USD", Grade.A, "");
        money("A2", "40,300 crore INR", Grade.A, "");
        money("D1", "400 million INR", Grade.A, "");
        Weighing w = evidence().weigh(price());
        assertThat(voice(w, "D1").flagged()).isTrue();
        assertThat(voice(w, "D1").setAside()).contains("a slip of units?");
        assertThat(voice(w, "A2").span()).isNotNull();
        assertThat(w.law().low() / 1e9)
                .as("40,300 crore at 73.56 rupees, billion USD")
                .isCloseTo(5.43, within(0.01));
        assertThat(w.law().high() / 1e9).isCloseTo(5.4785, within(0.001));
    }

    @Test
    void oneSlipOfUnitsAmongThreeLeavesTheOtherTwo() {
        money("A1", "1 million USD", Grade.A, "");
        money("B1", "1.2 million USD", Grade.B, "");
        money("C1", "12 million USD", Grade.C, "");
        Weighing w = evidence().weigh(price());
        assertThat(shares(w)).containsOnlyKeys("A1", "B1");
        assertThat(voice(w, "C1").flagged()).isTrue();
    }

    @Test
    void twoCampsAPowerOfTenApartAreFlaggedButNoneIsSetAside() {
        money("A1", "1 million USD", Grade.A, "");
        money("A2", "1 million USD", Grade.A, "");
        money("B1", "100 million USD", Grade.B, "");
        money("B2", "100 million USD", Grade.B, "");
        Weighing w = evidence().weigh(price());
        assertThat(w.voices()).allMatch(v -> v.flagged() && v.used());
    }

    @Test
    void ofTwoClaimsAPowerOfTenApartBothAreFlaggedAndKept() {
        money("A1", "1 million USD", Grade.A, "");
        money("B1", "9 million USD", Grade.B, "");
        Weighing w = evidence().weigh(price());
        assertThat(w.voices()).allMatch(v -> v.flagged() && v.used());
    }

    @Test
    void gradeDCountsOnlyWhereNothingBetterIsKnown() {
        money("D1", "4.5 billion USD", Grade.D, "");
        assertThat(evidence().weigh(price()).findings()).anyMatch(f -> f.contains("grade D"));
        money("C1", "5 billion USD", Grade.C, "");
        assertThat(voice(evidence().weigh(price()), "D1").used()).isFalse();
    }

    @Test
    void whatHappenedReplacesTheForecastsAndIsNotKnownBefore() {
        date("F1", "2025-12", Claim.Status.FORECAST, "2025-02-01");
        date("F2", "2026-06", Claim.Status.FORECAST, "2026-02-01");
        date("X", "2026-05", Claim.Status.ACTUAL, "2026-05-31");
        Weighing now = evidence().weigh(milestone());
        assertThat(now.settled()).isTrue();
        assertThat(voice(now, "F2").setAside()).contains("it has come");
        Weighing then =
                new Evidence(claims, WEIGHTS, Map.of(), LocalDate.of(2026, 3, 1))
                        .weigh(milestone());
        assertThat(then.settled()).isFalse();
        assertThat(voice(then, "X").setAside()).contains("not known on 2026-03-01");
        assertThat(shares(then)).containsExactly(Map.entry("F2", 1.0));
    }

    @Test
    void aVaguePeriodAddsNothingToAMonth() {
        date("Y", "2021", Claim.Status.ACTUAL, "2022-01-01");
        date("M", "2021-11..2021-12", Claim.Status.ACTUAL, "2022-01-01");
        date("D", "2021-11-14", Claim.Status.ACTUAL, "2022-01-01");
        Weighing w = evidence().weigh(milestone());
        assertThat(voice(w, "Y").setAside()).contains("vaguer");
        assertThat(shares(w)).containsOnlyKeys("M", "D");
        Span happened = Objects.requireNonNull(evidence().happened("arrival"));
        assertThat(LocalDate.ofEpochDay((long) happened.low())).isEqualTo("2021-11-01");
    }

    @Test
    void aMilestoneThatHasNotComeIsNeverDrawnInThePast() {
        date("F1", "2024-12", Claim.Status.FORECAST, "2024-01-15");
        var evidence = new Evidence(claims, WEIGHTS, Map.of(), LocalDate.of(2025, 9, 30));
        for (int i = 0; i < 500; i++) {
            double day =
                    new Draw(evidence, new Streams(1, i, -1), new ConcurrentHashMap<>())
                            .value(milestone());
            assertThat(day).isGreaterThan((double) LocalDate.of(2025, 9, 30).toEpochDay());
        }
    }

    /// Without shocks the error is r h with r triangular on 0..0.6 around 0.3: mean 0.3 h. n = 4
    /// 000, sd of r 0.1225, so one sd of the mean of a horizon of 24 months is 0.046 months; 4.42
    /// sd is a false alarm in 100 000, an error of 0.3 months is caught with probability 0.98.
    @Test
    void theMeanSlipFollowsItsLaw() {
        date("F1", "2028-01-15", Claim.Status.FORECAST, "2026-01-15");
        double said = (double) LocalDate.of(2028, 1, 15).toEpochDay();
        double sum = 0;
        int n = 4000;
        Quantity milestone = milestone(0);
        var cache = new ConcurrentHashMap<Quantity, Weighing>();
        for (int i = 0; i < n; i++) {
            sum += new Draw(evidence(), new Streams(7, i, -1), cache).value(milestone) - said;
        }
        double months = sum / n * 12 / Measures.DAYS_PER_YEAR;
        assertThat(months).as("mean slip, months").isCloseTo(0.3 * 24, within(0.046 * 4.42));
    }

    @Test
    void onePlanSeesTheSameValueAsAnother() {
        money("A1", "5.43 billion USD", Grade.A, "");
        money("C1", "5 billion USD", Grade.C, "");
        var cache = new ConcurrentHashMap<Quantity, Weighing>();
        var first = new Draw(evidence(), new Streams(1, 3, -1), cache);
        var second = new Draw(evidence(), new Streams(1, 3, -1), new ConcurrentHashMap<>());
        second.value(milestoneFree("another"));
        assertThat(second.value(price())).isEqualTo(first.value(price()));
    }

    @Test
    void aMixtureKeepsItsOrder() {
        Law law =
                new Law.Mixture(
                        List.of(
                                new Law.Mixture.Part(1, new Law.Fixed(7)),
                                new Law.Mixture.Part(3, new Law.Uniform(1, 2))));
        assertThat(law.at(0.375)).isCloseTo(1.5, within(1e-12));
        assertThat(law.at(0.9)).isEqualTo(7);
        assertThat(law.mean()).isCloseTo((7 + 3 * 1.5) / 4, within(1e-12));
    }

    @Test
    void anAssumptionIsNotKnownBeforeItsReason() {
        LocalDate day = LocalDate.of(2024, 5, 31);
        var q =
                new Quantity(
                        "error",
                        Dimension.SHARE,
                        null,
                        new Quantity.Assumed(Span.of(0.5), "test", day, Span.of(0.2)));
        assertThat(on(day).weigh(q).law().mean()).isEqualTo(0.5);
        assertThat(on(day.minusDays(1)).weigh(q).law().mean()).isEqualTo(0.2);
        assertThat(on(day.minusDays(1)).hindsight(q)).isEmpty();
    }

    @Test
    void anAssumptionWithoutAnEarlierValueIsMarkedAsHindsight() {
        LocalDate day = LocalDate.of(2024, 5, 31);
        var error =
                new Quantity(
                        "error",
                        Dimension.SHARE,
                        null,
                        new Quantity.Assumed(Span.of(0.5), "test", day, null));
        var none = assumed("none", Dimension.RATE, Span.of(0));
        var milestone =
                new Quantity(
                        "arrival",
                        Dimension.DATE,
                        null,
                        new Quantity.Foretold("arrival", new Quantity.Slip(error, none, none)));
        Weighing w = on(day.minusDays(1)).weigh(error);
        assertThat(w.law().mean()).isEqualTo(0.5);
        assertThat(w.findings()).anyMatch(f -> f.contains("Known only from 2024-05-31"));
        assertThat(on(day.minusDays(1)).hindsight(milestone)).containsExactly("error");
        assertThat(on(day).hindsight(milestone)).isEmpty();
    }

    /// 1 billion rupees on the day of the evidence, asked for in dollars.
    @Test
    void aStatedAmountIsBroughtToTheCurrencyAskedFor() {
        var q =
                new Quantity(
                        "target-price",
                        Dimension.MONEY,
                        "USD",
                        new Quantity.Stated(Span.of(1e9, "INR")));
        Weighing w = evidence().weigh(q);
        assertThat(w.currency()).isEqualTo("USD");
        assertThat(w.law().mean()).isCloseTo(1e9 / 73.56, within(1e-6));
    }

    /// Of a mixture each claim counts for its share of the draws: grades A, C and D weigh 8, 2 and
    /// 0.
    @Test
    void aMixtureStandsOnItsClaimsByTheirShares() {
        money("P1", "10 million USD", Grade.A, "");
        money("P2", "11 million USD", Grade.C, "");
        money("P3", "12 million USD", Grade.D, "");
        Weighing w = evidence().weigh(price());
        Standing on = evidence().standing(price());
        assertThat(on.record()).isEqualTo(voice(w, "P1").share());
        assertThat(on.analogy()).isEqualTo(voice(w, "P2").share());
        assertThat(on.judgement()).isZero();
        Standing even = evidence().standing(price(Quantity.LawRule.UNIFORM));
        assertThat(even.record()).isEqualTo(0.5);
        assertThat(even.analogy()).isEqualTo(0.5);
        assertThat(evidence().standing(price(Quantity.LawRule.BEST)))
                .isEqualTo(new Standing(1, 0, 0));
    }

    /// A milestone to come is no better than the law by which its forecasts err; one that has come
    /// needs no such law, and a later date adds nothing where the time between is certain.
    @Test
    void aMilestoneStandsOnItsForecastsAndOnTheirError() {
        date("D1", "2021-04", Claim.Status.FORECAST, "2018-10-05");
        assertThat(evidence().standing(milestone())).isEqualTo(Standing.JUDGEMENT);
        var none = assumed("none", Dimension.RATE, Span.of(0));
        var sure =
                new Quantity(
                        "arrival",
                        Dimension.DATE,
                        null,
                        new Quantity.Foretold("arrival", new Quantity.Slip(none, none, none)));
        assertThat(evidence().standing(sure)).isEqualTo(new Standing(1, 0, 0));
        for (boolean certain : new boolean[] {true, false}) {
            Span by = certain ? Span.of(9e7) : new Span(1e7, Double.NaN, 9e7, null);
            var later =
                    new Quantity(
                            "later",
                            Dimension.DATE,
                            null,
                            new Quantity.Later(sure, assumed("by", Dimension.DURATION, by), true));
            assertThat(evidence().standing(later))
                    .isEqualTo(certain ? new Standing(1, 0, 0) : Standing.JUDGEMENT);
        }
        date("D2", "2018-10-01", Claim.Status.ACTUAL, "2018-10-04");
        assertThat(evidence().standing(milestone())).isEqualTo(new Standing(1, 0, 0));
    }

    private Evidence on(LocalDate day) {
        return new Evidence(claims, WEIGHTS, Map.of(), day);
    }

    private Evidence evidence() {
        rate("R1", "73.56 INR/USD", "2018-10-01");
        return new Evidence(claims, WEIGHTS, rates(), TODAY);
    }

    private Map<String, RateHistory> rates() {
        var rates = new HashMap<String, RateHistory>();
        RateHistory inr = RateHistory.of(claims, "inr-per-usd", "INR", TODAY);
        if (inr != null) {
            rates.put("INR", inr);
        }
        return rates;
    }

    private static Quantity price() {
        return price(Quantity.LawRule.MIXTURE);
    }

    private static Quantity price(Quantity.LawRule rule) {
        return new Quantity(
                "price", Dimension.MONEY, "USD", new Quantity.Claimed("price", rule, List.of(), 1));
    }

    private static Quantity milestone() {
        return milestone(0.035);
    }

    private static Quantity milestone(double shockPerYear) {
        return new Quantity(
                "arrival",
                Dimension.DATE,
                null,
                new Quantity.Foretold(
                        "arrival",
                        new Quantity.Slip(
                                assumed("ratio", Dimension.COUNT, new Span(0, 0.3, 0.6, null)),
                                assumed(
                                        "shocks",
                                        Dimension.RATE,
                                        Span.of(shockPerYear / Measures.YEAR_SEC)),
                                assumed(
                                        "shock",
                                        Dimension.DURATION,
                                        new Span(
                                                24 * Measures.MONTH_SEC,
                                                Double.NaN,
                                                40 * Measures.MONTH_SEC,
                                                null)))));
    }

    private static Quantity milestoneFree(String key) {
        return assumed(key, Dimension.COUNT, new Span(0, 1, 2, null));
    }

    private static Quantity assumed(String key, Dimension dimension, Span span) {
        return new Quantity(key, dimension, null, new Quantity.Assumed(span, "test"));
    }

    private static Map<String, Double> shares(Weighing w) {
        var shares = new LinkedHashMap<String, Double>();
        w.voices().stream()
                .filter(Weighing.Voice::used)
                .forEach(v -> shares.put(v.claim().id(), v.share()));
        return shares;
    }

    private static Weighing.Voice voice(Weighing w, String id) {
        return new ArrayList<>(w.voices())
                .stream().filter(v -> v.claim().id().equals(id)).findFirst().orElseThrow();
    }

    private void money(String id, String text, Grade grade, String copiedFrom) {
        new ClaimMaking(claims, id, "price", text, Dimension.MONEY, grade)
                .day("2018-10-05")
                .copiedFrom(copiedFrom)
                .add();
    }

    private void date(String id, String text, Claim.Status status, String known) {
        new ClaimMaking(claims, id, "arrival", text, Dimension.DATE, Grade.B)
                .status(status)
                .known(known)
                .made(known)
                .add();
    }

    private void rate(String id, String text, String asOf) {
        new ClaimMaking(claims, id, "inr-per-usd", text, Dimension.EXCHANGE, Grade.A)
                .status(Claim.Status.ACTUAL)
                .known(asOf)
                .day(asOf)
                .add();
    }
}
