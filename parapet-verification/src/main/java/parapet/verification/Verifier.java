package parapet.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// Computes reference cases with the models of the product and compares.
///
/// A case of an unknown kind is not computed; an exception in a model is a failed case with its
/// message. Cases are independent and run in their order on the calling thread.
public final class Verifier {
    private Verifier() {}

    /// Runs all cases.
    public static Report run(List<Case> cases) {
        var results = new ArrayList<CaseResult>(cases.size());
        for (Case one : cases) {
            results.add(run(one));
        }
        return Report.of(results);
    }

    /// Runs one case.
    public static CaseResult run(Case one) {
        if (!Models.kinds().contains(one.model())) {
            return new CaseResult(
                    one,
                    CaseResult.Status.NOT_COMPUTED,
                    List.of(),
                    "no model computes the kind \"%s\"".formatted(one.model()));
        }
        SequencedMap<String, Value> computed;
        try {
            computed = Models.compute(one);
        } catch (RuntimeException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            return new CaseResult(one, CaseResult.Status.FAILED, List.of(), message);
        }
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
