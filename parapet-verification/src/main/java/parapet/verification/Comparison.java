package parapet.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One output of a case: computed against expected.
///
/// @param output key of the output
/// @param computed null if the model does not compute it
/// @param expected what the case says
/// @param difference |computed - expected|, of the element of a list that is furthest out; 0 for
///   equal words, NaN where there is no number to compare
/// @param allowed difference allowed at that element; 0 for words
/// @param worst number of that element in a list, from 0; -1 if there is no list
/// @param passed whether every part is within its tolerance
public record Comparison(
        String output,
        @Nullable Value computed,
        Value expected,
        double difference,
        double allowed,
        int worst,
        boolean passed) {
    /// Compares by the rule of the reference cases: numbers within the tolerance, words equal,
    /// lists of equal length element by element; something missing fails.
    public static Comparison of(
            String output, @Nullable Value computed, Value expected, Tolerance tolerance) {
        if (computed instanceof Value.Num(double c) && expected instanceof Value.Num(double e)) {
            double difference = StrictMath.abs(c - e);
            double allowed = tolerance.allowed(e);
            return new Comparison(
                    output, computed, expected, difference, allowed, -1, difference <= allowed);
        }
        if (computed instanceof Value.Listing(List<Value> c)
                && expected instanceof Value.Listing(List<Value> e)
                && c.size() == e.size()) {
            var furthest = new Comparison(output, computed, expected, 0, 0, -1, true);
            for (int i = 0; i < c.size(); i++) {
                var one = of(output, c.get(i), e.get(i), tolerance);
                if (i == 0 || one.excess() > furthest.excess()) {
                    furthest =
                            new Comparison(
                                    output,
                                    computed,
                                    expected,
                                    one.difference(),
                                    one.allowed(),
                                    i,
                                    one.passed());
                }
            }
            return furthest;
        }
        boolean equal =
                expected.equals(computed)
                        && (expected instanceof Value.Word || expected instanceof Value.Flag);
        return new Comparison(output, computed, expected, equal ? 0 : Double.NaN, 0, -1, equal);
    }

    /// How far out, in tolerances; a failure is above every pass.
    private double excess() {
        if (!passed) {
            return difference > allowed && allowed > 0
                    ? difference / allowed
                    : Double.POSITIVE_INFINITY;
        }
        return allowed > 0 ? difference / allowed : 0;
    }
}
