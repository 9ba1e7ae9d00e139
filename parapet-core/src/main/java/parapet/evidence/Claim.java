package parapet.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Dimension;
import parapet.quantity.Span;

/// A value that one source gives, as of a date.
///
/// @param id key of the claim
/// @param of key of the quantity it speaks of; empty when it is context only
/// @param statement what is claimed, in words
/// @param text the value as the table gives it, with its unit
/// @param dimension what the value measures; [Dimension#TEXT] when it is words
/// @param span the value in inner units; null when it is words
/// @param status whether it happened, was foretold, promised, announced or just reported
/// @param knownOn the day from which the public could know it: when it was made, else when it was
///   published, else its as-of date; null when none is known
/// @param madeOn for forecasts and promises, the day they were made
/// @param appliesFrom first day of the period to which the value applies; null when not given
/// @param asOf last day of that period (a year is not known before it ends); null when not given
/// @param source key of the source; empty for derived values and assumptions
/// @param grade A to D
/// @param kind reported, analogy, derived or assumption
/// @param copiedFrom key of the claim, or name of the publisher, from which it was copied; empty
///   when original
/// @param formula for derived values, how it was derived
/// @param note anything a reader should know
/// @param where position in the files, such as `claims.csv:17`
public record Claim(
        String id,
        String of,
        String statement,
        String text,
        Dimension dimension,
        @Nullable Span span,
        Status status,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate madeOn,
        @Nullable LocalDate appliesFrom,
        @Nullable LocalDate asOf,
        String source,
        Grade grade,
        Kind kind,
        String copiedFrom,
        String formula,
        String note,
        String where) {

    /// What sort of statement the claim is.
    public enum Status {
        /// It happened: measured, delivered, paid.
        ACTUAL,
        /// A date or value said to come.
        FORECAST,
        /// A contractual or official due date.
        PROMISED,
        /// An intention, plan or order.
        ANNOUNCED,
        /// Anything else that was reported.
        REPORTED
    }

    /// Where the value comes from.
    public enum Kind {
        /// A source says so.
        REPORTED,
        /// A source says so of something like it: another system, country or war.
        ANALOGY,
        /// Computed from other claims by a stated formula.
        DERIVED,
        /// Assumed by the scenario's author; grade D.
        ASSUMPTION
    }
}
