package parapet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parapet.evidence.Claim.Status;
import parapet.quantity.Dimension;
import parapet.quantity.Span;
import parapet.stats.Law;

/// Each rule of weighing on claims of its own, with the reasons that are shown for what is set
/// aside.
class ClaimRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Map<Grade, Double> WEIGHTS =
            Map.of(Grade.A, 8.0, Grade.B, 4.0, Grade.C, 2.0, Grade.D, 0.0);

    private final Map<String, Claim> claims = new LinkedHashMap<>();

    // ---------------------------------------------------------------- which claims count

    @Test
    void onlyTheChosenClaimsCount() {
        share("A", "10 %", Grade.A);
        share("B", "20 %", Grade.B);
        Weighing w = weigh(Quantity.LawRule.MIXTURE, List.of("B"), 1);
        assertThat(used(w)).containsExactly("B");
        assertThat(aside(w, "A")).isEqualTo("not chosen by the scenario");
        assertThat(used(weigh(Quantity.LawRule.MIXTURE, List.of(), 1))).containsExactly("A", "B");
    }

    @Test
    void whatHappenedSetsPromisesAndForecastsAsideButNotReports() {
        claim("promised", "10 %", Grade.A).status(Status.PROMISED).add();
        claim("forecast", "11 %", Grade.A).status(Status.FORECAST).add();
        claim("reported", "12 %", Grade.A).add();
        assertThat(used(weigh())).containsExactly("promised", "forecast", "reported");
        claim("actual", "13 %", Grade.A).status(Status.ACTUAL).add();
        Weighing w = weigh();
        assertThat(used(w)).containsExactly("reported", "actual");
        assertThat(aside(w, "promised")).isEqualTo("a forecast; what happened is known");
        assertThat(w.settled()).isFalse();
    }

    @Test
    void wordsAndOtherKindsOfValueDoNotEnterALaw() {
        share("A", "10 %", Grade.A);
        claim("words", "several", Grade.A).words().add();
        claim("duration", "3 month", Grade.A).dimension(Dimension.DURATION).add();
        Weighing w = weigh();
        assertThat(used(w)).containsExactly("A");
        assertThat(aside(w, "words")).isEqualTo("words, no value");
        assertThat(aside(w, "duration"))
                .isEqualTo("another kind of value, or a currency without a rate");
    }

    @Test
    void beforeAnythingWasKnownLaterClaimsStandInAndThisIsSaid() {
        claim("A", "10 %", Grade.A).known("2026-07-01").add();
        assertThat(weigh().findings())
                .containsExactly(
                        "Nothing was known on 2026-06-30; later claims are used in its place");
        claim("B", "20 %", Grade.B).known("2026-06-30").add();
        Weighing w = weigh();
        assertThat(used(w)).as("known on the day itself").containsExactly("B");
        assertThat(w.findings()).isEmpty();
    }

    @Test
    void withoutAnyUsableClaimTheQuantityIsNamed() {
        claim("words", "several", Grade.A).words().add();
        assertThatThrownBy(this::weigh)
                .hasMessageContaining("(share)")
                .hasMessageContaining("on 2026-06-30");
    }

    @Test
    void ofCopiesTheBestGradeThenTheLatestCounts() {
        claim("old", "10 %", Grade.B).known("2024-01-01").copiedFrom("agency").add();
        claim("new", "10 %", Grade.B).known("2024-02-01").copiedFrom("agency").add();
        assertThat(used(weigh())).containsExactly("new");
        claim("best", "10 %", Grade.A).known("2023-01-01").copiedFrom("agency").add();
        Weighing w = weigh();
        assertThat(used(w)).containsExactly("best");
        assertThat(aside(w, "new")).isEqualTo("same original as best, counted once");
    }

    @Test
    void ofCopiesKnownOnOneDayTheFirstCountsAndOneWithoutADayIsOlder() {
        claim("first", "10 %", Grade.B).known("2024-01-01").copiedFrom("agency").add();
        claim("second", "10 %", Grade.B).known("2024-01-01").copiedFrom("agency").add();
        claim("undated", "10 %", Grade.B).known(null).copiedFrom("agency").add();
        assertThat(used(weigh())).containsExactly("first");
        claims.clear();
        claim("undated", "10 %", Grade.B).known(null).copiedFrom("agency").add();
        claim("first", "10 %", Grade.B).known("2024-01-01").copiedFrom("agency").add();
        assertThat(used(weigh())).containsExactly("first");
    }

    @Test
    void anotherFigureOfTheSamePublicationIsNoCopy() {
        claim("A", "10 %", Grade.B).copiedFrom("agency").add();
        claim("B", "12 %", Grade.B).copiedFrom("agency").add();
        assertThat(used(weigh())).containsExactly("A", "B");
    }

    @Test
    void copiesOfCopiesHaveTheFirstAsTheirOriginal() {
        claim("A", "10 %", Grade.C).add();
        claim("B", "10 %", Grade.C).copiedFrom("A").known("2020-01-01").add();
        claim("C", "10 %", Grade.C).copiedFrom("B").known("2021-01-01").add();
        assertThat(used(weigh())).containsExactly("C");
        claims.clear(); // copies in a circle end
        claim("B", "10 %", Grade.C).copiedFrom("C").add();
        claim("C", "10 %", Grade.C).copiedFrom("B").add();
        assertThat(weigh().voices()).hasSize(2);
    }

    @Test
    void aFactorOfEightFromTheMedianIsASlipAndLessIsNot() {
        share("A", "1 %", Grade.A);
        share("B", "1.01 %", Grade.A);
        share("C", "8 %", Grade.A);
        assertThat(used(weigh())).as("median 1.01, factor 7.9").containsExactly("A", "B", "C");
        claims.clear();
        share("A", "1 %", Grade.A);
        share("B", "1 %", Grade.A);
        share("C", "8 %", Grade.A);
        share("low", "0.125 %", Grade.A);
        Weighing w = weigh();
        assertThat(used(w)).containsExactly("A", "B");
        assertThat(aside(w, "C"))
                .isEqualTo("differs from the others by a factor of about 8: a slip of units?");
        assertThat(aside(w, "low")).contains("a factor of about 8");
        assertThat(w.findings()).contains("Claims differ by a power of ten: C, low");
    }

    /// Of 1 and 9 and 2 and 18 the geometric mean of the middle two, 2 and 9, is 4.24: no value is
    /// eight times away.
    @Test
    void theMedianOfFourIsAGeometricMean() {
        share("A", "1 %", Grade.A);
        share("B", "2 %", Grade.A);
        share("C", "9 %", Grade.A);
        share("D1", "18 %", Grade.A);
        assertThat(used(weigh())).hasSize(4);
        share("E", "40 %", Grade.A);
        assertThat(used(weigh())).as("median 9, 1 % is nine times less").doesNotContain("A");
    }

    @Test
    void zerosAreNoSlipsOfUnits() {
        share("A", "0 %", Grade.A);
        share("B", "5 %", Grade.A);
        assertThat(used(weigh())).containsExactly("A", "B");
    }

    @Test
    void twoClaimsAreFlaggedFromTheFactorEight() {
        share("A", "1 %", Grade.A);
        share("B", "7.9 %", Grade.A);
        assertThat(weigh().voices()).noneMatch(Weighing.Voice::flagged);
        claims.clear();
        share("A", "1 %", Grade.A);
        share("B", "8.1 %", Grade.A);
        assertThat(weigh().voices()).allMatch(v -> v.flagged() && v.used());
    }

    @Test
    void aloneGradeDCountsAndThisIsSaid() {
        share("D1", "1 %", Grade.D);
        share("D2", "3 %", Grade.D);
        Weighing w = weigh();
        assertThat(w.findings())
                .contains("Only evidence of grade D, or of grades with weight 0, is known");
        assertThat(w.voices()).extracting(Weighing.Voice::share).containsExactly(0.5, 0.5);
        share("C1", "2 %", Grade.C);
        assertThat(aside(weigh(), "D1"))
                .isEqualTo("its grade is left out while better evidence exists");
    }

    @Test
    void claimsThatAgreeAreNotSaidToDiffer() {
        share("A", "2 %", Grade.A);
        share("B", "2 %", Grade.B);
        assertThat(weigh().findings()).isEmpty();
        share("C", "2.1 %", Grade.B);
        assertThat(weigh().findings()).containsExactly("3 claims differ; all are kept");
    }

    // ---------------------------------------------------------------- the law

    /// 10..30 % of grade B, 20..50 % (typical 40 %) of grade A.
    @Test
    void eachRuleHasItsLaw() {
        share("B", "10..30 %", Grade.B);
        share("A", "20..40..50 %", Grade.A);
        assertThat(weigh(Quantity.LawRule.BEST, List.of(), 1).law())
                .isEqualTo(Law.of(0.2, 0.4, 0.5));
        assertThat(weigh(Quantity.LawRule.UNIFORM, List.of(), 1).law())
                .isEqualTo(Law.of(0.1, null, 0.5));
        assertThat(weigh(Quantity.LawRule.TRIANGULAR, List.of(), 1).law())
                .isEqualTo(Law.of(0.1, 0.4, 0.5));
        Law mixture = weigh(Quantity.LawRule.MIXTURE, List.of(), 1).law();
        assertThat(mixture)
                .isEqualTo(
                        new Law.Mixture(
                                List.of(
                                        new Law.Mixture.Part(4, Law.of(0.1, null, 0.3)),
                                        new Law.Mixture.Part(8, Law.of(0.2, 0.4, 0.5)))));
        assertThat(mixture.mean())
                .isCloseTo((4 * 0.2 + 8 * (0.2 + 0.4 + 0.5) / 3) / 12, within(1e-12));
    }

    @Test
    void oneClaimKeepsItsOwnShape() {
        share("A", "20..40..50 %", Grade.A);
        assertThat(weigh().law()).isEqualTo(Law.of(0.2, 0.4, 0.5));
        assertThat(weigh(Quantity.LawRule.UNIFORM, List.of(), 1).law())
                .isEqualTo(Law.of(0.2, null, 0.5));
    }

    @Test
    void aShareOfAFigureScalesIt() {
        share("A", "20..40..50 %", Grade.A);
        assertThat(weigh(Quantity.LawRule.MIXTURE, List.of(), 0.5).law())
                .isEqualTo(Law.of(0.1, 0.2, 0.25));
    }

    // ---------------------------------------------------------------- money

    /// 70 rupees a dollar in 2020, 84 in 2025.
    @Test
    void anAmountIsConvertedAtTheRateOfItsOwnDay() {
        rate("R20", "70 INR/USD", "2020-01-01");
        rate("R25", "84 INR/USD", "2025-01-01");
        money("A", "840 INR", Grade.A).known("2026-01-01").day("2020-05-05").add();
        assertThat(price("USD", 1, null).law().mean()).isCloseTo(12, within(1e-9));
        assertThat(price("USD", 2, null).law().mean()).isCloseTo(24, within(1e-9));
        assertThat(price("USD", 1, LocalDate.of(2025, 6, 1)).law().mean())
                .as("on the day of signature")
                .isCloseTo(10, within(1e-9));
        assertThat(price("INR", 1, null).law().mean()).isCloseTo(840, within(1e-9));
        assertThat(price("INR", 0.5, null).law().mean()).isCloseTo(420, within(1e-9));
        claims.remove("A");
        money("A", "840 INR", Grade.A).known("2025-05-05").add();
        assertThat(price("USD", 1, null).law().mean())
                .as("without a day of its own, on the day it became known")
                .isCloseTo(10, within(1e-9));
        claims.remove("A");
        money("A", "840 INR", Grade.A).known(null).add();
        assertThat(price("USD", 1, null).law().mean())
                .as("without any day, on the day of the evidence")
                .isCloseTo(10, within(1e-9));
    }

    @Test
    void aCurrencyWithoutARateIsSetAside() {
        money("A", "12 USD", Grade.C).add();
        money("Z", "840 XQZ", Grade.A).add();
        Weighing w = price("USD", 1, null);
        assertThat(used(w)).containsExactly("A");
        assertThat(aside(w, "Z")).isEqualTo("another kind of value, or a currency without a rate");
        assertThatThrownBy(() -> evidence().weigh(stated("XQZ", "USD")))
                .hasMessageContaining("in (XQZ) cannot be converted to (USD)")
                .hasMessageContaining("money.rates");
    }

    @Test
    void moneyThatIsWantedInNoCurrencyIsInThatOfTheFirstAmount() {
        rate("R20", "70 INR/USD", "2020-01-01");
        money("words", "a lot", Grade.A).words().add();
        money("A", "840 INR", Grade.A).day("2020-05-05").add();
        money("B", "10 USD", Grade.A).day("2020-05-05").add();
        Weighing w = price(null, 1, null);
        assertThat(w.currency()).isEqualTo("INR");
        assertThat(w.law().low()).isCloseTo(700, within(1e-9));
    }

    // ---------------------------------------------------------------- milestones

    @Test
    void newForecastsOutliveThoseOlderByMoreThanNineMonths() {
        forecast("old", "2027-01", "2025-03-14");
        forecast("ninth", "2027-02", "2025-03-15");
        forecast("newest", "2027-03", "2025-12-15");
        Weighing w = evidence().weigh(milestone());
        assertThat(used(w)).containsExactly("ninth", "newest");
        assertThat(aside(w, "old"))
                .isEqualTo("older than the newest forecast by more than 9 months");
        assertThat(w.settled()).isFalse();
    }

    @Test
    void aMilestoneAheadIsForetoldByForecastsAndPromisesWithADay() {
        forecast("F", "2027-01", "2026-01-01");
        dated("P", "2027-02").status(Status.PROMISED).made("2026-01-02").add();
        dated("R", "2027-03").status(Status.REPORTED).made("2026-01-02").add();
        dated("undated", "2027-04").status(Status.FORECAST).add();
        Weighing w = evidence().weigh(milestone());
        assertThat(used(w)).containsExactly("F", "P");
        assertThat(aside(w, "R")).isEqualTo("neither a forecast nor a promise");
        assertThat(aside(w, "undated")).isEqualTo("not known when it was made");
    }

    @Test
    void aMilestoneHasComeWhenAnActualClaimBetterThanDSaysSo() {
        forecast("F", "2027-01", "2026-01-01");
        dated("hearsay", "2026-02").grade(Grade.D).status(Status.ACTUAL).add();
        assertThat(evidence().weigh(milestone()).settled()).isFalse();
        dated("actual", "2026-03").status(Status.ACTUAL).add();
        dated("reported", "2026-04").status(Status.REPORTED).add();
        Weighing w = evidence().weigh(milestone());
        assertThat(w.settled()).isTrue();
        assertThat(used(w)).containsExactly("actual");
        assertThat(aside(w, "F")).isEqualTo("a forecast; it has come");
        assertThat(aside(w, "reported")).isEqualTo("does not say what happened");
        assertThat(aside(w, "hearsay"))
                .isEqualTo("its grade is left out while better evidence exists");
    }

    @Test
    void aCopyOfAForecastCountsOnce() {
        forecast("F", "2027-01", "2026-01-01");
        dated("copy", "2027-01").status(Status.FORECAST).made("2026-01-01").copiedFrom("F").add();
        assertThat(used(evidence().weigh(milestone()))).hasSize(1);
    }

    /// From 1 November on 30 days, and a period longer by 92 days is as good, by 93 vaguer.
    @Test
    void aPeriodIsVaguerWhenItIsLongerByMoreThanAQuarterOfAYear() {
        dated("month", "2021-11-01..2021-11-30").status(Status.ACTUAL).add();
        dated("quarter", "2021-11-01..2022-03-02").status(Status.ACTUAL).add();
        assertThat(used(evidence().weigh(milestone()))).containsExactly("month", "quarter");
        dated("year", "2021-11-01..2022-03-03").status(Status.ACTUAL).add();
        assertThat(used(evidence().weigh(milestone()))).containsExactly("month", "quarter");
        assertThat(Objects.requireNonNull(evidence().happened("arrival")).high())
                .isEqualTo((double) LocalDate.of(2022, 3, 2).toEpochDay());
        dated("elsewhere", "2021-01-01..2021-11-29").status(Status.ACTUAL).add();
        assertThat(used(evidence().weigh(milestone())))
                .as("does not hold the month")
                .contains("elsewhere");
    }

    @Test
    void whatHappenedIsToldByActualDatesBetterThanD() {
        assertThat(evidence().happened("arrival")).isNull();
        dated("hearsay", "2021-01-01").grade(Grade.D).status(Status.ACTUAL).add();
        forecast("F", "2022-01-01", "2020-01-01");
        dated("words", "late").words().status(Status.ACTUAL).add();
        assertThat(evidence().happened("arrival")).isNull();
        dated("A", "2021-11-14").status(Status.ACTUAL).known("2026-12-01").add();
        dated("B", "2021-12-01").status(Status.ACTUAL).add();
        Span span = Objects.requireNonNull(evidence().happened("arrival"));
        assertThat(LocalDate.ofEpochDay((long) span.low())).isEqualTo("2021-11-14");
        assertThat(LocalDate.ofEpochDay((long) span.high())).isEqualTo("2021-12-01");
    }

    @Test
    void theDueDateIsTheLatestPromiseThenTheEarliestForecast() {
        assertThat(due()).isNull();
        dated("words", "soon").words().status(Status.PROMISED).made("2020-01-01").add();
        dated("actual", "2025-05-05").status(Status.ACTUAL).made("2020-01-01").add();
        dated("undated", "2022-02-02").status(Status.FORECAST).add();
        assertThat(due()).isNull();
        forecast("late", "2024-04-04", "2022-01-01");
        forecast("early", "2023-03-03", "2021-01-01");
        assertThat(due()).isEqualTo("2023-03-03");
        dated("unknown", "2021-01-01").status(Status.PROMISED).known("2027-01-01").add();
        assertThat(due()).as("a promise that is not known yet").isEqualTo("2023-03-03");
        dated("hearsay", "2029-09-09")
                .grade(Grade.D)
                .status(Status.PROMISED)
                .made("2026-01-01")
                .add();
        assertThat(due()).isEqualTo("2029-09-09");
        dated("P1", "2021-06-06").status(Status.PROMISED).made("2019-01-01").add();
        assertThat(due()).as("grade D only when nothing else is known").isEqualTo("2021-06-06");
        dated("P2", "2022-06-06").status(Status.PROMISED).made("2020-01-01").add();
        dated("P3", "2023-06-06").status(Status.PROMISED).add();
        assertThat(due()).as("a promise without a day is the oldest").isEqualTo("2022-06-06");
    }

    @Test
    void aMilestoneIsForetoldByWhatIsKnownOnly() {
        assertThat(evidence().foretells("arrival")).isFalse();
        dated("actual", "2022-02-02").status(Status.ACTUAL).made("2020-01-01").add();
        dated("undated", "2022-02-02").status(Status.FORECAST).add();
        dated("words", "soon").words().status(Status.FORECAST).made("2020-01-01").add();
        dated("unknown", "2022-02-02")
                .status(Status.FORECAST)
                .made("2020-01-01")
                .known("2026-07-01")
                .add();
        assertThat(evidence().foretells("arrival")).isFalse();
        dated("promise", "2022-02-02").status(Status.PROMISED).made("2020-01-01").add();
        assertThat(evidence().foretells("arrival")).isTrue();
        claims.remove("promise");
        forecast("F", "2022-02-02", "2020-01-01");
        assertThat(evidence().foretells("arrival")).isTrue();
    }

    @Test
    void whatComesLaterSharesTheEvidenceOfItsMilestone() {
        LocalDate later = LocalDate.of(2027, 1, 1);
        var by =
                new Quantity(
                        "by",
                        Dimension.DURATION,
                        null,
                        new Quantity.Assumed(Span.of(86_400), "test", later, null));
        var second =
                new Quantity(
                        "second", Dimension.DATE, null, new Quantity.Later(milestone(), by, false));
        forecast("F", "2027-01", "2026-01-01");
        assertThat(used(evidence().weigh(second))).containsExactly("F");
        assertThat(evidence().hindsight(second)).containsExactly("by");
    }

    // ---------------------------------------------------------------- helpers

    private @Nullable LocalDate due() {
        Span span = evidence().dueDate("arrival");
        return span == null ? null : LocalDate.ofEpochDay((long) span.low());
    }

    private Evidence evidence() {
        var rates = new HashMap<String, RateHistory>();
        RateHistory inr = RateHistory.of(claims, "inr-per-usd", "INR", TODAY);
        if (inr != null) {
            rates.put("INR", inr);
        }
        return new Evidence(claims, WEIGHTS, rates, TODAY);
    }

    private Weighing weigh() {
        return weigh(Quantity.LawRule.MIXTURE, List.of(), 1);
    }

    private Weighing weigh(Quantity.LawRule law, List<String> use, double scale) {
        return evidence()
                .weigh(
                        new Quantity(
                                "share",
                                Dimension.SHARE,
                                null,
                                new Quantity.Claimed("share", law, use, scale)));
    }

    private Weighing price(@Nullable String currency, double scale, @Nullable LocalDate at) {
        return evidence()
                .weigh(
                        new Quantity(
                                "price",
                                Dimension.MONEY,
                                currency,
                                new Quantity.Claimed(
                                        "price", Quantity.LawRule.MIXTURE, List.of(), scale, at)));
    }

    private static Quantity stated(String from, String to) {
        return new Quantity("stated", Dimension.MONEY, to, new Quantity.Stated(Span.of(1, from)));
    }

    private static Quantity milestone() {
        var none =
                new Quantity(
                        "none", Dimension.RATE, null, new Quantity.Assumed(Span.of(0), "test"));
        return new Quantity(
                "arrival",
                Dimension.DATE,
                null,
                new Quantity.Foretold("arrival", new Quantity.Slip(none, none, none)));
    }

    private static List<String> used(Weighing w) {
        return w.voices().stream().filter(Weighing.Voice::used).map(v -> v.claim().id()).toList();
    }

    private static String aside(Weighing w, String id) {
        return new ArrayList<>(w.voices())
                .stream()
                        .filter(v -> v.claim().id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .setAside();
    }

    private void share(String id, String text, Grade grade) {
        claim(id, text, grade).add();
    }

    private void forecast(String id, String text, String made) {
        dated(id, text).status(Status.FORECAST).made(made).known(made).add();
    }

    private void rate(String id, String text, String day) {
        new ClaimMaking(claims, id, "inr-per-usd", text, Dimension.EXCHANGE, Grade.A)
                .status(Status.ACTUAL)
                .known(day)
                .day(day)
                .add();
    }

    private ClaimMaking claim(String id, String text, Grade grade) {
        return new ClaimMaking(claims, id, "share", text, Dimension.SHARE, grade);
    }

    private ClaimMaking money(String id, String text, Grade grade) {
        return new ClaimMaking(claims, id, "price", text, Dimension.MONEY, grade);
    }

    private ClaimMaking dated(String id, String text) {
        return new ClaimMaking(claims, id, "arrival", text, Dimension.DATE, Grade.B);
    }
}
