package parapet.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntConsumer;

/// Computes reference cases and compares: those of one model by [Models], those of a scenario by
/// [Chains].
///
/// A case of an unknown kind is not computed; an exception in a model is a failed case with its
/// message. Cases are independent and run in their order on the calling thread.
public final class Verifier {
    private Verifier() {}

    /// Runs cases that this module carries.
    public static Report run(List<Case> cases) {
        return run(cases, Chains.carried(), _ -> {});
    }

    /// Runs the cases of a file; their scenarios are folders beside it.
    ///
    /// @param done is told how many cases are finished
    public static Report run(List<Case> cases, Path file, IntConsumer done) {
        return run(cases, Chains.beside(file), done);
    }

    /// Runs cases that this module carries.
    ///
    /// @param done is told how many cases are finished
    public static Report run(List<Case> cases, IntConsumer done) {
        return run(cases, Chains.carried(), done);
    }

    private static Report run(List<Case> cases, Chains chains, IntConsumer done) {
        var results = new ArrayList<CaseResult>(cases.size());
        try (chains) {
            for (Case one : cases) {
                results.add(run(one, chains));
                done.accept(results.size());
            }
        }
        return Report.of(results);
    }

    /// Runs one case of one model, or of a scenario that this module carries.
    public static CaseResult run(Case one) {
        try (Chains chains = Chains.carried()) {
            return run(one, chains);
        }
    }

    private static CaseResult run(Case one, Chains chains) {
        boolean chain = Chains.KINDS.contains(one.model());
        if (!chain && !Models.kinds().contains(one.model())) {
            return new CaseResult(
                    one,
                    CaseResult.Status.NOT_COMPUTED,
                    List.of(),
                    "no model computes the kind \"%s\"".formatted(one.model()));
        }
        SequencedMap<String, Value> computed;
        try {
            computed = chain ? chains.compute(one) : Models.compute(one);
        } catch (RuntimeException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            return new CaseResult(one, CaseResult.Status.FAILED, List.of(), message);
        }
        return judge(one, computed);
    }

    /// Compares what was computed with what a case expects.
    static CaseResult judge(Case one, SequencedMap<String, Value> computed) {
        var comparisons = new ArrayList<Comparison>();
        var failures = new ArrayList<String>();
        one.expected()
                .forEach((output, expected) -> {
                    var c = Comparison.of(output, computed.get(output), expected, one.tolerance());
                    comparisons.add(c);
                    if (!c.passed()) {
                        failures.add(failure(c, computed));
                    }
                });
        return new CaseResult(
                one,
                failures.isEmpty() ? CaseResult.Status.PASSED : CaseResult.Status.FAILED,
                comparisons,
                String.join("; ", failures));
    }

    private static String failure(Comparison c, SequencedMap<String, Value> computed) {
        Value value = c.computed();
        if (value == null) {
            return "%s is not an output of this case; outputs here: %s"
                    .formatted(c.output(), String.join(", ", computed.keySet()));
        }
        return "%s: expected %s, computed %s%s"
                .formatted(
                        c.output(),
                        c.expected().text(),
                        value.text(),
                        Double.isNaN(c.difference())
                                ? ""
                                : ", difference %.3g above the tolerance %.3g"
                                        .formatted(c.difference(), c.allowed()));
    }
}
