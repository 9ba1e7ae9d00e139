package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Warnings.
@Table(value = "warnings", doc = "Where a model leaves its validity, or the evidence is thin")
public record WarningRow(
        @Col("model or quantity") String subject,
        @Col("what is wrong, with the worst case") String warning,
        @Col("how often") int count) {}
