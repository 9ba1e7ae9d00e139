package parapet.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final String ERLANG =
            """
            {"id": "q/1", "model": "queue.erlang", "title": "t", "source": "Erlang 1917", \
            "inputs": {"servers": 4, "offeredLoad": 2.0}, \
            "expected": {"lossProbability": %s}, "tolerance": {"relative": 1e-08}}\
            """;

    private static Case one(String json) {
        var read = Cases.read(new StringReader(json));
        assertThat(read.problems()).isEmpty();
        return read.cases().getFirst();
    }

    @Test
    void everyCarriedCasePasses() {
        assertThat(Carried.REPORT.results())
                .filteredOn(r -> r.status() != CaseResult.Status.PASSED)
                .extracting(r -> r.reference().id() + ": " + r.message())
                .isEmpty();
        assertThat(Carried.REPORT.passed()).isEqualTo(Cases.carried().size());
    }

    @Test
    void everyComputedKindHasACarriedCase() {
        assertThat(Cases.carried())
                .extracting(Case::model)
                .containsAll(Models.kinds())
                .containsAll(Chains.KINDS);
    }

    @Test
    void everyKindSaysWhichCodeItHolds() {
        assertThat(Held.byKind().keySet()).containsAll(Models.kinds()).containsAll(Chains.KINDS);
        assertThat(Held.byKind()).hasSize(Models.kinds().size() + Chains.KINDS.size());
    }

    @Test
    void everyExpectedNumberMovedByThreeTolerancesFails() { // each reference is able to fail
        for (CaseResult result : Carried.REPORT.results()) {
            Case c = result.reference();
            var computed = new LinkedHashMap<String, Value>();
            for (Comparison one : result.comparisons()) {
                computed.put(one.output(), Objects.requireNonNull(one.computed(), c.id()));
            }
            for (String output : c.expected().keySet()) {
                var moved = new LinkedHashMap<>(c.expected());
                moved.computeIfPresent(output, (_, v) -> moved(v, c.tolerance()));
                var shifted =
                        new Case(
                                c.id(),
                                c.model(),
                                c.title(),
                                c.source(),
                                c.method(),
                                c.inputs(),
                                moved,
                                c.tolerance());
                assertThat(Verifier.judge(shifted, computed).status())
                        .as("%s %s", c.id(), output)
                        .isEqualTo(CaseResult.Status.FAILED);
            }
        }
    }

    private static Value moved(Value value, Tolerance tolerance) {
        return switch (value) {
            case Value.Num(double x) -> Value.of(x + Math.max(3 * tolerance.allowed(x), 1e-9));
            case Value.Word(String word) -> new Value.Word(word + "x");
            case Value.Flag(boolean flag) -> new Value.Flag(!flag);
            case Value.Listing(List<Value> list) -> {
                var copy = new ArrayList<>(list);
                copy.set(copy.size() - 1, moved(copy.getLast(), tolerance));
                yield new Value.Listing(copy);
            }
            default -> value;
        };
    }

    @Test
    void unknownKindsAreNeverPassed() {
        var r = Verifier.run(one(ERLANG.formatted("0").replace("queue.erlang", "queue.other")));
        assertThat(r.status()).isEqualTo(CaseResult.Status.NOT_COMPUTED);
        assertThat(r.message()).contains("queue.other");
    }

    @Test
    void anExceptionInAModelIsAFailureWithItsMessage() {
        var r = Verifier.run(one(ERLANG.formatted("0.1").replace("2.0", "-2.0")));
        assertThat(r.status()).isEqualTo(CaseResult.Status.FAILED);
        assertThat(r.message()).contains("offeredLoad (-2.0)");
    }

    @Test
    void inputsAreNamedWhenMissingMisspeltOrOfTheWrongKind() {
        String json = ERLANG.formatted("0.1");
        assertThat(Verifier.run(one(json.replace("\"servers\": 4, ", ""))).message())
                .contains("expected a whole number at \"servers\"; found nothing");
        assertThat(Verifier.run(one(json.replace("servers", "serves"))).message())
                .contains("unknown input \"serves\"");
        assertThat(Verifier.run(one(json.replace(": 4,", ": 4.5,"))).message()).contains("4.5");
        assertThat(Verifier.run(one(json.replace(": 4,", ": \"four\","))).message())
                .contains("found four");
        assertThat(
                        Verifier.run(one(json.replace("\"title\"", "\"method\": \"x\", \"title\"")))
                                .message())
                .contains("expected no method");
    }

    @Test
    void aNetworkWithoutStockIsRefused() { // only the optimum is asked without stocks
        Case carried =
                Cases.carried().stream()
                        .filter(c -> c.id().contains("two-echelon/five-bases"))
                        .findFirst()
                        .orElseThrow();
        var inputs = new LinkedHashMap<>(carried.inputs().values());
        inputs.put(
                "depot",
                new Value.Fields(new LinkedHashMap<>(Map.of("repairTimeYears", Value.of(5)))));
        var without =
                new Case(
                        carried.id(),
                        carried.model(),
                        "",
                        "",
                        carried.method(),
                        new Value.Fields(inputs),
                        carried.expected(),
                        carried.tolerance());
        assertThat(Verifier.run(without).message())
                .isEqualTo("expected a whole number at \"depot.stock\"; found nothing");
    }

    @Test
    void anOutputThatNobodyComputesFails() {
        var r = Verifier.run(one(ERLANG.formatted("0.1").replace("lossProbability", "loss")));
        assertThat(r.status()).isEqualTo(CaseResult.Status.FAILED);
        assertThat(r.message()).contains("loss is not an output").contains("lossProbability");
    }

    @Test
    void listsNeedEqualLengthAndWordsEquality() {
        var t = new Tolerance(0, 0.1);
        var two = Value.of(List.of(1, 2));
        assertThat(Comparison.of("x", two, Value.of(List.of(1, 2.05)), t).passed()).isTrue();
        var out = Comparison.of("x", two, Value.of(List.of(1.5, 2.05)), t);
        assertThat(out.passed()).isFalse();
        assertThat(out.worst()).isZero();
        assertThat(Comparison.of("x", two, Value.of(List.of(1)), t).passed()).isFalse();
        assertThat(Comparison.of("x", two, Value.of(1), t).passed()).isFalse();
        assertThat(Comparison.of("x", null, Value.of(0), t).passed()).isFalse();
        assertThat(Comparison.of("x", Value.of(Double.NaN), Value.of(0), t).passed()).isFalse();
        var nan = Value.of(List.of(Double.NaN, 2));
        assertThat(Comparison.of("x", nan, two, t).passed()).isFalse();
        var word = new Value.Word("base");
        assertThat(Comparison.of("x", word, new Value.Word("base"), t).passed()).isTrue();
        assertThat(Comparison.of("x", word, new Value.Word("depot"), t).passed()).isFalse();
    }

    @Test
    void theLargerOfBothTolerancesCounts() {
        assertThat(new Tolerance(0.01, 0.5).allowed(10)).isEqualTo(0.5);
        assertThat(new Tolerance(0.01, 0.5).allowed(-100)).isEqualTo(1);
        var edge = Comparison.of("x", Value.of(10.5), Value.of(10), new Tolerance(0, 0.5));
        assertThat(edge.passed()).isTrue();
    }

    @Test
    void thePageShowsEveryVerdict() {
        var good = one(ERLANG.formatted("0.095238095238095"));
        var bad = one(ERLANG.formatted("0.2").replace("q/1", "q/2"));
        var unknown = one(ERLANG.formatted("0").replace("queue.erlang", "radar.other"));
        var page = ValidationPage.render(Verifier.run(List.of(good, bad, unknown)));
        assertThat(page)
                .contains("1 passed, 1 failed, 1 not computed")
                .contains("## queue.erlang")
                .contains(
                        "| t (`q/1`) | lossProbability | Erlang 1917 | 0.0952380952"
                                + " | 0.0952380952 | < 1 % of tolerance |")
                .contains("| FAIL |")
                .contains("| `radar.other` | 1 |");
        assertThat(ValidationPage.render(Carried.REPORT)).doesNotContain("FAIL");
    }
}
