package parapet.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a column holds. Its name is that of the record component.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Col {
    /// What it holds.
    String value();

    /// Unit of the values, empty for none or where another column names it.
    String unit() default "";
}
