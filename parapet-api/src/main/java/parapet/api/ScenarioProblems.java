package parapet.api;

import java.util.List;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;

/// A scenario that cannot be used, with every problem of its files: place, what was expected, what
/// was found, and how to mend it.
public final class ScenarioProblems extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> problems;

    ScenarioProblems(List<Diagnostic> problems) {
        super(Diagnostics.render(problems));
        this.problems = List.copyOf(problems);
    }

    /// The problems, by file and line.
    public List<Diagnostic> problems() {
        return problems;
    }
}
