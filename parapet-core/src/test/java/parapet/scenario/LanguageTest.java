package parapet.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.evidence.Claim;
import parapet.evidence.Grade;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;
import parapet.quantity.Span;

/// Small things of the language: nouns, ranges, observations, the last day of the evidence.
class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "battery, batteries",
        "array, arrays",
        "bus, buses",
        "box, boxes",
        "waltz, waltzes",
        "coach, coaches",
        "brush, brushes",
        "squadron, squadrons"
    })
    void manyAreMadeByTheRulesOfEnglish(String one, String many) {
        assertThat(new Noun(one, null).plural()).isEqualTo(many);
    }

    @Test
    void aNounSaysItself() {
        assertThat(new Noun("aircraft", "aircraft").plural()).isEqualTo("aircraft");
        assertThat(new Noun("vessel", null).orKey("ship").one()).isEqualTo("vessel");
        assertThat(new Noun("", null).orKey("ship").one()).isEqualTo("ship");
        assertThat(new Noun("", "sheep").orKey("f-16")).isEqualTo(new Noun("unit", "sheep"));
        assertThat(new Noun("", null).orKey("Ab").one()).isEqualTo("unit");
        Noun battery = new Noun("battery", null);
        assertThat(battery.alike(new Noun("battery", "batteries"))).isTrue();
        assertThat(battery.alike(new Noun("battery", "batterys"))).isFalse();
        assertThat(new Noun("a", "some").alike(new Noun("b", "some"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "aircraft, an aircraft",
        "Engine, an Engine",
        "hour, an hour",
        "umbrella, an umbrella",
        "unit, a unit",
        "use, a use",
        "usual raid, a usual raid",
        "drone, a drone"
    })
    void articles(String phrase, String with) {
        assertThat(Noun.withArticle(phrase)).isEqualTo(with);
    }

    @Test
    void capitals() {
        assertThat(Noun.capital("base")).isEqualTo("Base");
        assertThat(Noun.capital("")).isEmpty();
        assertThat(Noun.capital("É")).isEqualTo("É");
    }

    /// A type may say the noun, its key may be a word; types that differ are all units.
    @Test
    void theNounOfAFleet() {
        assertThat(fleet(Map.of()).noun()).isEqualTo(Noun.UNIT);
        assertThat(fleet(Map.of("battery", type())).noun()).isEqualTo(new Noun("battery", null));
        var two = new LinkedHashMap<String, Catalogue.UnitType>();
        two.put("battery", type());
        two.put("ship", type());
        assertThat(fleet(two).noun()).isEqualTo(Noun.UNIT);
    }

    private static Catalogue fleet(Map<String, Catalogue.UnitType> units) {
        return new Catalogue(Map.of(), Map.of(), units);
    }

    private static Catalogue.UnitType type() {
        Catalogue.UnitType made = requireNonNull(Made.catalogue().units().get("squadron"));
        return new Catalogue.UnitType(
                "A type",
                new Noun("", null),
                made.slots(),
                made.spares(),
                made.missiles(),
                made.batteries(),
                made.tasks(),
                made.yearlyCost(),
                null);
    }

    @Test
    void rangesOfNumbers() {
        assertThat(Key.Range.ANY.allows(-1e9)).isTrue();
        for (double x : new double[] {-1e-9, 0, 1e-9, 1, 1.001}) {
            assertThat(Key.Range.NOT_NEGATIVE.allows(x)).as("0 or more: %s", x).isEqualTo(x >= 0);
            assertThat(Key.Range.POSITIVE.allows(x)).as("more than 0: %s", x).isEqualTo(x > 0);
        }
        assertThat(Key.Range.UNIT.allows(-1e-9)).isFalse();
        assertThat(Key.Range.UNIT.allows(0)).isTrue();
        assertThat(Key.Range.UNIT.allows(1)).isTrue();
        assertThat(Key.Range.UNIT.allows(1.001)).isFalse();
        assertThat(Key.Range.POSITIVE.words()).isEqualTo("more than 0");
    }

    private static Observation seen(
            @Nullable Quantity share, @Nullable Quantity number, @Nullable Quantity finished) {
        return new Observation(
                "Seen",
                null,
                null,
                LocalDate.of(2027, 1, 31),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                share,
                number,
                finished,
                Made.share("tolerance", 0.02),
                Observation.Use.FIT);
    }

    @Test
    void anObservationIsAShareANumberOrWorksFinished() {
        Quantity q = Made.share("q", 0.5);
        assertThat(seen(q, null, null).measure()).isEqualTo(Observation.Measure.SHARE);
        assertThat(seen(null, q, null).measure()).isEqualTo(Observation.Measure.NUMBER);
        assertThat(seen(null, null, q).measure()).isEqualTo(Observation.Measure.FINISHED);
        for (Observation o :
                List.of(seen(q, null, null), seen(null, q, null), seen(null, null, q))) {
            assertThat(o.value()).isSameAs(q);
        }
        assertThatThrownBy(() -> seen(null, null, null).value())
                .hasMessageContaining("(Seen) has no value");
        assertThat(seen(q, null, null).first()).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    /// Without `asOf` the evidence reaches to the newest claim, but for exchange rates.
    @Test
    void theLastDayOfTheEvidence() {
        Scenario scenario = Made.scenario();
        assertThat(Realiser.lastDay(scenario)).isEqualTo(Made.AS_OF);
        Scenario open = Paths.with(scenario, "asOf", null);
        assertThat(Realiser.lastDay(open)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Realiser.lastDay(Paths.with(open, "claims", Map.of()))).isEqualTo(Made.START);
    }

    /// A grade weighs 8, 4, 2 or nothing, unless the study says otherwise.
    @Test
    void gradesWeighWhatTheStudySays() {
        var claims = new LinkedHashMap<String, Claim>();
        for (Grade grade : List.of(Grade.A, Grade.B)) {
            claims.put("c" + grade, claim("c" + grade, grade, grade == Grade.A ? 1 : 4));
        }
        Scenario scenario = Paths.with(Made.scenario(), "claims", claims);
        var q =
                new Quantity(
                        "life",
                        Dimension.COUNT,
                        null,
                        new Quantity.Claimed("life", Quantity.LawRule.MIXTURE, List.of(), 1, null));
        assertThat(mean(scenario, q)).as("(8 · 1 + 4 · 4) / 12").isEqualTo(2);
        Scenario other =
                Paths.with(
                        scenario,
                        "study.weights",
                        Map.of("B", new Study.Weight(Made.count("w", 16))));
        assertThat(mean(other, q)).as("(8 · 1 + 16 · 4) / 24").isEqualTo(3);
    }

    private static double mean(Scenario scenario, Quantity q) {
        return new Realiser(Realiser.evidence(scenario, Made.AS_OF), 1).weigh(q).law().mean();
    }

    private static Claim claim(String id, Grade grade, double value) {
        return new Claim(
                id,
                "life",
                "",
                "",
                Dimension.COUNT,
                Span.of(value),
                Claim.Status.REPORTED,
                Made.START,
                null,
                null,
                null,
                "",
                grade,
                Claim.Kind.REPORTED,
                "",
                "",
                "",
                id + ":1");
    }

    @Test
    void aScenarioWithoutItsSkyIsTheSameOtherwise() {
        PlannedScenario plan = Made.depot();
        PlannedScenario bare = plan.withoutSky();
        assertThat(bare).isEqualTo(plan);
        assertThat(bare).isNotSameAs(plan);
    }

    @Test
    void aCaseWithOtherInputsKeepsTheRest() {
        Case c = Made.realiser(Made.scenario()).realise(Made.depot(), 3);
        assertThat(c.with(c.sustain())).usingRecursiveComparison().isEqualTo(c);
        assertThat(c.with(c.programme(), c.sustain(), List.of()).outlays()).isEmpty();
        assertThat(c.with(c.programme(), c.sustain(), List.of()).inputs()).isEqualTo(c.inputs());
    }
}
