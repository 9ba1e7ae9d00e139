package parapet.verification;

import java.util.List;

/// What came of many cases.
///
/// @param results in the order of the cases
/// @param passed number of cases passed
/// @param failed number of cases failed
/// @param notComputed number of cases of unknown kinds
public record Report(List<CaseResult> results, int passed, int failed, int notComputed) {
    public Report {
        results = List.copyOf(results);
    }

    static Report of(List<CaseResult> results) {
        int passed = 0;
        int failed = 0;
        int notComputed = 0;
        for (CaseResult r : results) {
            switch (r.status()) {
                case PASSED -> passed++;
                case FAILED -> failed++;
                case NOT_COMPUTED -> notComputed++;
            }
        }
        return new Report(results, passed, failed, notComputed);
    }

    /// The last line: "N passed, N failed, N not computed".
    public String summary() {
        return "%d passed, %d failed, %d not computed".formatted(passed, failed, notComputed);
    }
}
