package parapet.verification;

import java.util.List;

/// What came of one case.
///
/// @param reference the case
/// @param status passed if every expected output passed
/// @param comparisons one for each expected output; empty if nothing was computed
/// @param message why it failed or was not computed; empty if it passed
public record CaseResult(
        Case reference, Status status, List<Comparison> comparisons, String message) {
    /// The three ends of a case.
    public enum Status {
        PASSED,
        FAILED,
        /// No model of this kind exists here; never counted as passed.
        NOT_COMPUTED
    }

    public CaseResult {
        comparisons = List.copyOf(comparisons);
    }
}
