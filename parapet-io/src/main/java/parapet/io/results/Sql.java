package parapet.io.results;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The SELECT that a record is the answer of. The text and its columns stand in one place, and
/// [Query#rows] takes no other text, so one test prepares every SQL of the product against the
/// declared tables.
///
/// Columns are bound to components by name; parameters are written `$1`, `$2`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Sql {
    /// One SELECT.
    String value();

    /// A number that may be missing: null becomes not-a-number.
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface OrNaN {}

    /// A text that may be missing: null becomes the empty text.
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface OrEmpty {}
}
