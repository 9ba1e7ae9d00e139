package parapet.io.results;

import org.jspecify.annotations.Nullable;

/// Something stands in the way of a run or of reading one: the problem in one line and the cure in
/// another, both ready to be shown.
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Who can cure it.
    public enum Kind {
        /// The input is wrong: exit code 2.
        INPUT,
        /// The work failed: exit code 1.
        WORK
    }

    private final Kind kind;
    private final String problem;
    private final String cure;

    private RunException(Kind kind, String problem, String cure, @Nullable Throwable cause) {
        super(cure.isEmpty() ? problem : problem + "\n  " + cure, cause);
        this.kind = kind;
        this.problem = problem;
        this.cure = cure;
    }

    /// What the user gave is wrong.
    ///
    /// @param problem what is wrong, one line
    /// @param cure what to do, one line or more; empty when the problem says it all
    public static RunException input(String problem, String cure) {
        return new RunException(Kind.INPUT, problem, cure, null);
    }

    /// The work failed.
    ///
    /// @param problem what failed, one line
    /// @param cure what to do, one line or more; empty when the problem says it all
    /// @param cause what the system said, null for none
    public static RunException work(String problem, String cure, @Nullable Throwable cause) {
        return new RunException(Kind.WORK, problem, cure, cause);
    }

    /// Who can cure it.
    public Kind kind() {
        return kind;
    }

    /// What is wrong, one line.
    public String problem() {
        return problem;
    }

    /// What to do; may be empty.
    public String cure() {
        return cure;
    }
}
