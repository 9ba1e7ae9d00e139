package parapet.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import parapet.quantity.Dimension;

/// One key of the scenario language: meaning, dimension, allowed range and default of a record
/// component.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /// What the key means, one sentence without the final stop.
    String value();

    /// For a [parapet.evidence.Quantity]: what it measures.
    Dimension dimension() default Dimension.TEXT;

    /// For money and exchange rates: the currency (or pair) in which the engines want it; empty to
    /// keep the one given.
    String currency() default "";

    /// Which values are allowed.
    Range range() default Range.ANY;

    /// The greatest whole number that makes sense; for a quantity, [Dimension#most] says it.
    long most() default 1_000_000;

    /// The value when the key is absent, as it would be written; empty when the key is required,
    /// unless the component is nullable, a list or a map.
    String otherwise() default "";

    /// The key of the same record whose value is taken when this one is absent, or `id` for the
    /// name under which the record stands in its table.
    String sameAs() default "";

    /// An example value, as it would be written.
    String example() default "";

    /// For a key that names something else in the scenario: the table it must be found in, such as
    /// `catalogue.parts`. For a table: the table in which its own ids must be found.
    String in() default "";

    /// Allowed values of a number, in inner units.
    enum Range {
        /// Any number.
        ANY("any number"),
        /// 0 or more.
        NOT_NEGATIVE("0 or more"),
        /// More than 0.
        POSITIVE("more than 0"),
        /// From 0 to 1 (0 % to 100 %).
        UNIT("from 0 % to 100 %");

        private final String words;

        Range(String words) {
            this.words = words;
        }

        /// The range in words, for messages and pages.
        public String words() {
            return words;
        }

        /// Whether `value` (inner unit) is allowed.
        public boolean allows(double value) {
            return switch (this) {
                case ANY -> true;
                case NOT_NEGATIVE -> value >= 0;
                case POSITIVE -> value > 0;
                case UNIT -> value >= 0 && value <= 1;
            };
        }
    }
}
