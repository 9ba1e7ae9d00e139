package parapet.cli;

/// How results are shown.
enum Format {
    /// For people.
    TEXT,
    /// For programs.
    JSON,
    /// For spreadsheets.
    CSV
}
