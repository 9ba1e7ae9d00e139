package parapet.evidence;

/// How far a source can be relied on.
public enum Grade {
    /// Official, audit, parliament, or a measured series.
    A,
    /// Reputable press naming an official, or several agreeing reports.
    B,
    /// Single or second-hand report, unnamed sources, tutorial.
    C,
    /// Evidently wrong, partisan, or an assumption of the scenario's author. Never shown as a
    /// source.
    D
}
