/// The scenario: what a user writes, valid and immutable, and the way from it to a `Case` of plain
/// numbers.
///
/// Read first: [Scenario] (the parts), [Plan] and [Change] (what a plan does to the baseline),
/// `Realiser` (one plan under one draw becomes a Case).
///
/// The record headers, with [Key], are the only declaration of the input language: the reader, the
/// JSON Schema, the reference page and the error messages are all derived from them.
@NullMarked
package parapet.scenario;

import org.jspecify.annotations.NullMarked;
