package parapet.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that a record is a row of a table.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
    /// Name of the table, as in SQL.
    String value();

    /// What the table holds, without a full stop.
    String doc();
}
