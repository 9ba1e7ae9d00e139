package parapet.evidence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Dimension;
import parapet.quantity.Span;

/// One uncertain or certain number that a scenario asks for.
///
/// @param key name under which it is drawn and explained: the key of its claims, or its place in
///   the scenario
/// @param dimension what it measures
/// @param currency currency (or pair) in which it is wanted, null when it has none
/// @param basis what it stands on
public record Quantity(String key, Dimension dimension, @Nullable String currency, Basis basis) {

    /// What a quantity stands on.
    public sealed interface Basis {}

    /// A value stated in the scenario without a source: a choice of the plan, or a value still to
    /// be sourced.
    public record Stated(Span span) implements Basis {}

    /// A value assumed by the author with a reason; always grade D.
    ///
    /// @param span the value
    /// @param because the reason
    /// @param knownFrom day from which the reason was known; null when it always was
    /// @param before the value assumed before that day; null when none is given
    public record Assumed(
            Span span, String because, @Nullable LocalDate knownFrom, @Nullable Span before)
            implements Basis {
        /// An assumption that could have been made on any day.
        public Assumed(Span span, String because) {
            this(span, because, null, null);
        }

        /// Whether the reason was not yet known on a day.
        public boolean unknownOn(LocalDate day) {
            return knownFrom != null && day.isBefore(knownFrom);
        }

        /// Whether the value stands in for one of a day on which its reason was not yet known.
        public boolean hindsightOn(LocalDate day) {
            return unknownOn(day) && before == null;
        }
    }

    /// The claims of the evidence table with this key.
    ///
    /// @param of key in the claims table
    /// @param law how the claims make a law
    /// @param use keys of the only claims to use; empty for all
    /// @param scale factor applied to every claim, 1 when they speak of the quantity itself
    /// @param at day at whose rate amounts in other currencies are converted; null for the day to
    ///   which each applies
    public record Claimed(
            String of, LawRule law, List<String> use, double scale, @Nullable LocalDate at)
            implements Basis {
        /// Claims converted each at the rate of its own day.
        public Claimed(String of, LawRule law, List<String> use, double scale) {
            this(of, law, use, scale, null);
        }

        public Claimed {
            use = List.copyOf(use);
        }
    }

    /// A milestone: its due date, the forecasts made for it and the day it came, all in the claims
    /// table, with the law by which forecasts err.
    ///
    /// @param of key in the claims table
    /// @param slip how forecasts err
    public record Foretold(String of, Slip slip) implements Basis {}

    /// Another date quantity, later by a duration.
    ///
    /// @param of the milestone
    /// @param by how much later
    /// @param slipped whether a plan makes it come later than was promised; else the author of the
    ///   scenario promises it so much later
    public record Later(Quantity of, Quantity by, boolean slipped) implements Basis {}

    /// How several claims make one law.
    public enum LawRule {
        /// One claim is drawn, by weight of its grade; a range is drawn evenly.
        MIXTURE,
        /// Every value between the least and the greatest claim, the best-graded as the most
        /// likely.
        TRIANGULAR,
        /// Every value between the least and the greatest claim, equally likely.
        UNIFORM,
        /// The best-graded, latest claim alone.
        BEST
    }

    /// The error of a forecast: what came minus what was said.
    ///
    ///     slip = r h + S,   h = forecast date - date it was made
    ///
    /// with r drawn from `perMonthAhead` (months of slip for each month ahead) and S a shock: with the yearly chance
    /// `shockPerYear` within the time ahead, `shock` is added once. A date that would lie before the day to which the
    /// evidence is known is drawn again, because the milestone is known not to have come by then.
    ///
    /// @param perMonthAhead law of r, a ratio
    /// @param shockPerYear  yearly chance of a shock, per second inside
    /// @param shock         size of the shock, s
    public record Slip(Quantity perMonthAhead, Quantity shockPerYear, Quantity shock) {}

    /// A stated date.
    public static Quantity date(String key, LocalDate date) {
        return new Quantity(
                key, Dimension.DATE, null, new Stated(Span.of((double) date.toEpochDay())));
    }
}
