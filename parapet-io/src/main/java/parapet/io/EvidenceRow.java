package parapet.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.io.shape.Shapes;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;

/// One row of the sources or claims: its cells as dates, choices and values with units. What cannot
/// be read is told where it stands.
final class EvidenceRow {
    private final Tree.Mapping cells;
    private final Where where;
    private final String reporting;
    private final Consumer<Diagnostic> problems;
    private boolean failed;

    /// @param reporting currency of the scenario, for the examples in messages
    EvidenceRow(Tree.Mapping cells, Where where, String reporting, Consumer<Diagnostic> problems) {
        this.cells = cells;
        this.where = where;
        this.reporting = reporting;
        this.problems = problems;
    }

    Where where() {
        return where;
    }

    /// Whether anything in the row could not be read.
    boolean failed() {
        return failed;
    }

    void fail(Diagnostic d) {
        failed = true;
        problems.accept(d);
    }

    String text(String column) {
        return cells.value(column) instanceof Tree.Scalar s ? s.text().strip() : "";
    }

    Place place(String column) {
        Tree value = cells.value(column);
        return value == null ? where.at() : value.place();
    }

    void missing(String column) {
        fail(Diagnostic.error(where.at(), where.about(column + " is missing")));
    }

    static <E extends Enum<E>> E choice(E[] values, String text, E otherwise) {
        for (E value : values) {
            if (text.equals(value.name()) || text.equals(Shapes.word(value))) {
                return value;
            }
        }
        return otherwise;
    }

    /// A date or period; null when there is none or it cannot be read.
    @Nullable Span date(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        Measures.Reading reading = Measures.read(text, Dimension.DATE);
        if (reading.span() == null) {
            fail(
                    Diagnostic.error(place(column), where.about(column + " is not a date"))
                            .expecting(Dimension.DATE.expected())
                            .finding(reading.problem()));
        }
        return reading.span();
    }

    /// What the claim says, as people read it.
    String text() {
        String unit = text("unit");
        boolean plain =
                unit.isEmpty()
                        || unit.equals("text")
                        || unit.equals("date")
                        || unit.equals("count");
        String low = text("low");
        String high = text("high");
        String value = text("value");
        String range =
                low.isEmpty()
                        ? "up to " + high
                        : high.isEmpty() ? "at least " + low : low + ".." + high;
        boolean ranged = !low.isEmpty() || !high.isEmpty();
        String number = value.isEmpty() ? (ranged ? range : "") : value;
        String full = plain || number.isEmpty() ? number : number + " " + unit;
        return ranged && !value.isEmpty() ? full + " (" + range + ")" : full;
    }

    /// What kind of value the row gives; null when its unit cannot be read.
    @Nullable Dimension dimension() {
        String unit = text("unit");
        if (unit.isEmpty()) {
            if (text("low").isEmpty() && text("high").isEmpty() && text("value").isEmpty()) {
                return Dimension.TEXT;
            }
            fail(
                    Diagnostic.error(where.at(), where.about("unit is missing"))
                            .expecting(
                                    "a unit such as month, %, count, date or text, or of money such as "
                                            + Currencies.of(reporting).unit()));
            return null;
        }
        Dimension dimension = Measures.dimensionOf(unit);
        if (dimension == null) {
            var known = new ArrayList<String>();
            for (Dimension d : Dimension.values()) {
                known.addAll(Measures.units(d));
            }
            known.addAll(List.of("count", "date", "text"));
            String last = unit.substring(unit.lastIndexOf(' ') + 1);
            Currencies.Currency money = Currencies.of(Currencies.isCode(last) ? last : reporting);
            money.multipliers().forEach(m -> known.add(m.name() + " " + money.code()));
            fail(
                    Diagnostic.error(
                                    place("unit"),
                                    where.about(
                                            "unknown unit "
                                                    + Words.quoted(unit)
                                                    + Words.didYouMean(unit, known)))
                            .noting("units known here: " + String.join(", ", known)));
        }
        return dimension;
    }

    /// The value with its range; null when it cannot be read.
    @Nullable Span span(Dimension dimension) {
        String value = text("value");
        boolean hasLow = !text("low").isEmpty();
        boolean hasHigh = !text("high").isEmpty();
        Span low = hasLow ? measure("low", dimension) : null;
        Span high = hasHigh ? measure("high", dimension) : null;
        if ((hasLow && low == null) || (hasHigh && high == null)) {
            return null;
        }
        Span middle = null;
        if (!value.isEmpty()) {
            Measures.Reading reading = reading("value", dimension);
            middle = reading.span();
            // beside low and high words may stand, but no number that is refused
            if (middle == null && ((!hasLow && !hasHigh) || reading.cure() != null)) {
                notRead("value", dimension, reading);
                return null;
            }
        } else if (!hasLow && !hasHigh) {
            fail(
                    Diagnostic.error(where.at(), where.about("value is missing"))
                            .noting("a claim of words has the unit `text`"));
            return null;
        }
        return joined(low, middle, high);
    }

    private @Nullable Span joined(@Nullable Span low, @Nullable Span middle, @Nullable Span high) {
        Span first = low != null ? low : middle != null ? middle : high;
        Span last = high != null ? high : middle != null ? middle : low;
        if (first == null || last == null) {
            return null;
        }
        if (first.low() > last.high()) {
            fail(
                    Diagnostic.error(
                            place(high != null ? "high" : "value"),
                            where.about("the numbers do not rise from low to high")));
            return null;
        }
        if (middle != null && (middle.low() < first.low() || middle.high() > last.high())) {
            fail(Diagnostic.error(place("value"), where.about("value lies outside low and high")));
            return null;
        }
        double mode =
                first.low() == last.high()
                        ? first.low()
                        : middle == null ? Double.NaN : middle.mode();
        return new Span(first.low(), mode, last.high(), first.currency());
    }

    private Measures.Reading reading(String column, Dimension dimension) {
        String unit = text("unit");
        boolean plain = dimension == Dimension.DATE || dimension == Dimension.COUNT;
        return Measures.read(plain ? text(column) : text(column) + " " + unit, dimension);
    }

    private @Nullable Span measure(String column, Dimension dimension) {
        Measures.Reading reading = reading(column, dimension);
        if (reading.span() == null) {
            notRead(column, dimension, reading);
        }
        return reading.span();
    }

    private void notRead(String column, Dimension dimension, Measures.Reading reading) {
        Diagnostic d =
                Diagnostic.error(
                                place(column),
                                where.about(
                                        "%s is not %s"
                                                .formatted(column, Binder.article(dimension))))
                        .expecting(
                                dimension == Dimension.DATE
                                        ? dimension.expected(reporting)
                                        : "a number or a span such as 6..10, without its unit")
                        .finding(reading.problem());
        String cure = reading.cure();
        String unit = " " + text("unit");
        fail(
                cure == null
                        ? d
                        : d.noting(
                                cure.endsWith(unit)
                                        ? cure.substring(0, cure.length() - unit.length())
                                        : cure));
    }
}
