package parapet.sim;

/// How strictly a run checks its own conservation laws.
public enum Audit {
    /// Not at all.
    OFF,
    /// Once, at the end.
    NORMAL,
    /// After every event; slow.
    FULL
}
