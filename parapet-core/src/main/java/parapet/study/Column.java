package parapet.study;

/// One column of a result table.
///
/// @param name as in SQL
/// @param type of its values
/// @param doc what it holds, with its unit
public record Column(String name, Type type, String doc) {
    /// Types of values, with the Java class of each: `String`, `Long`, `Double`, `LocalDate`,
    /// `Boolean`. Null is allowed.
    public enum Type {
        /// Words, `String`.
        TEXT,
        /// Whole number, `Long`.
        INTEGER,
        /// Number, `Double`.
        NUMBER,
        /// Day, `LocalDate`.
        DATE,
        /// Yes or no, `Boolean`.
        FLAG
    }

    static Column text(String name, String doc) {
        return new Column(name, Type.TEXT, doc);
    }

    static Column integer(String name, String doc) {
        return new Column(name, Type.INTEGER, doc);
    }

    static Column number(String name, String doc) {
        return new Column(name, Type.NUMBER, doc);
    }

    static Column date(String name, String doc) {
        return new Column(name, Type.DATE, doc);
    }

    static Column flag(String name, String doc) {
        return new Column(name, Type.FLAG, doc);
    }
}
