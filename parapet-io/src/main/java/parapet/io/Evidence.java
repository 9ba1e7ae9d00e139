package parapet.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Grade;
import parapet.evidence.Source;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;

/// The sources and claims of a scenario, read once and used by the baseline and by every plan.
///
/// Dates of sources and the days on which forecasts were made may be periods; their first day
/// counts. The date to which a value applies (`asOf`) may be a period; its last day counts, because
/// a year's value is not known before the year has ended.
final class Evidence {
    private final Map<Place, String> firstNames = new HashMap<>();
    private final Consumer<Diagnostic> problems;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, List<Claim>> byKey = new HashMap<>();
    private final Set<String> keys = new TreeSet<>();
    private final Set<String> sourceIds = new HashSet<>();
    private final Set<String> claimIds = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Map<String, Place> places = new HashMap<>();
    private String reporting = Currencies.PIVOT;
    private boolean sourcesBroken;
    private boolean claimsBroken;
    private boolean failed;

    /// The name of an assumption: that of the first place at which it is used. An assumption with
    /// an anchor that is used again is one number, not several.
    String firstName(Place place, String name) {
        return firstNames.computeIfAbsent(place, p -> name);
    }

    private @Nullable String assumptions;
    private String assumed = "";

    Evidence(Consumer<Diagnostic> problems) {
        this.problems = problems;
    }

    /// Takes the currency of the scenario for the examples in messages.
    void reportingIn(String code) {
        if (Currencies.isCode(code)) {
            reporting = code;
        }
    }

    /// What a reader may write for a dimension, with money in the currency of the scenario.
    String expected(Dimension dimension) {
        return dimension.expected(reporting);
    }

    /// Says that the bare values of a file are assumptions, and why.
    void assume(String file, String because) {
        assumed = file;
        assumptions = because;
    }

    /// Why a bare value at this place is assumed; null when nothing says so.
    @Nullable String assumption(Place place) {
        return place.file().name().equals(assumed) ? assumptions : null;
    }

    Map<String, Source> sources() {
        return Collections.unmodifiableMap(sources);
    }

    Map<String, Claim> claims() {
        return Collections.unmodifiableMap(claims);
    }

    /// The claims with this key, in order.
    List<Claim> claims(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /// Every key that any row speaks of.
    Set<String> keys() {
        return keys;
    }

    /// Whether a row with this key could not be read, so that nothing is said about what is
    /// missing.
    boolean doubtful(String key) {
        return claimsBroken || doubtful.contains(key);
    }

    boolean knowsClaim(String id) {
        return claimIds.contains(id);
    }

    /// Where a source or a claim is written.
    @Nullable Place place(String id, boolean source) {
        return places.get((source ? "s:" : "c:") + id);
    }

    private record Row(Tree.Mapping cells, Where where, String noun) {
        String text(String column) {
            return cells.value(column) instanceof Tree.Scalar s ? s.text().strip() : "";
        }

        Place place(String column) {
            Tree value = cells.value(column);
            return value == null ? where.at() : value.place();
        }
    }

    private void fail(Diagnostic d) {
        failed = true;
        problems.accept(d);
    }

    /// Says that the sources are not known here, so that claims may name any.
    void anySource() {
        sourcesBroken = true;
    }

    void readSources(@Nullable Tree tree, Shape.Evidence shape, Where where) {
        if (tree == null) {
            return;
        }
        if (!(tree instanceof Tree.Mapping m)) {
            sourcesBroken = true;
            notATable(tree, where);
            return;
        }
        for (Tree.Entry e : m.entries()) {
            sourceIds.add(e.key().text());
            Row row = row(e, shape, where);
            if (row != null) {
                source(e.key().text(), row);
            }
        }
    }

    void readClaims(@Nullable Tree tree, Shape.Evidence shape, Where where) {
        if (tree == null) {
            return;
        }
        if (!(tree instanceof Tree.Mapping m)) {
            claimsBroken = true;
            notATable(tree, where);
            return;
        }
        m.entries().forEach(e -> claimIds.add(e.key().text()));
        var rows = new LinkedHashMap<String, Row>();
        for (Tree.Entry e : m.entries()) {
            Row row = row(e, shape, where);
            if (row == null) {
                claimsBroken = true;
                continue;
            }
            rows.put(e.key().text(), row);
            String of = row.text("of");
            if (!of.isEmpty()) {
                keys.add(of);
            }
            Claim claim = claim(e.key().text(), row);
            if (claim == null) {
                doubtful.add(of);
            } else {
                claims.put(claim.id(), claim);
                if (!of.isEmpty()) {
                    byKey.computeIfAbsent(of, _ -> new ArrayList<>()).add(claim);
                }
            }
        }
        circles(rows);
    }

    private void circles(Map<String, Row> rows) {
        for (String id : rows.keySet()) {
            var seen = new HashSet<String>();
            String at = id;
            boolean first = true;
            while (rows.containsKey(at) && seen.add(at)) {
                Row row = rows.get(at);
                at = row == null ? "" : row.text("copiedFrom");
                first &= !rows.containsKey(at) || place(rows, at) >= place(rows, id);
            }
            Row row = rows.get(id);
            if (at.equals(id) && first && row != null) {
                fail(
                        Diagnostic.error(
                                        row.place("copiedFrom"),
                                        row.where.about("the copies go in a circle"))
                                .expecting("copies that lead back to an original")
                                .finding(String.join(", ", seen)));
            }
        }
    }

    private static int place(Map<String, Row> rows, String id) {
        Row row = rows.get(id);
        return row == null ? 0 : row.where.at().line();
    }

    private void notATable(Tree tree, Where where) {
        failed = true;
        if (!Loader.broken(tree)) {
            problems.accept(
                    Diagnostic.error(tree.place(), where.subject() + " is not a table")
                            .expecting("the name of a CSV file, or ids and what stands under each")
                            .finding(Binder.describe(tree)));
        }
    }

    private @Nullable Row row(Tree.Entry e, Shape.Evidence shape, Where where) {
        Where inner = where.entry(shape.noun(), e.key().text(), e.key().place());
        places.put((shape.type() == Source.class ? "s:" : "c:") + e.key().text(), e.key().place());
        if (e.key().text().isBlank() || !e.key().text().equals(e.key().text().strip())) {
            fail(
                    Diagnostic.error(e.key().place(), inner.about("an id has no space at its ends"))
                            .finding(Words.quoted(e.key().text())));
        }
        if (!(e.value() instanceof Tree.Mapping cells)) {
            fail(
                    Diagnostic.error(e.value().place(), inner.about("is not a row"))
                            .expecting("keys and values: " + Words.list(shape.names()))
                            .finding(Binder.describe(e.value())));
            return null;
        }
        for (Tree.Entry cell : cells.entries()) {
            String name = cell.key().text();
            Shape.Column column =
                    shape.columns().stream()
                            .filter(c -> c.name().equals(name))
                            .findFirst()
                            .orElse(null);
            if (column == null) {
                fail(
                        Diagnostic.error(
                                        cell.key().place(),
                                        inner.about(
                                                "unknown key "
                                                        + Words.quoted(name)
                                                        + Words.didYouMean(name, shape.names())))
                                .noting("keys known here: " + Words.list(shape.names())));
            } else if (!(cell.value() instanceof Tree.Scalar s)) {
                fail(
                        Diagnostic.error(cell.value().place(), inner.about(name + " is not text"))
                                .finding(Binder.describe(cell.value())));
            } else if (!s.absent()
                    && !column.choices().isEmpty()
                    && !column.choices().contains(s.text().strip())) {
                fail(
                        Diagnostic.error(
                                        s.place(),
                                        inner.about(
                                                "%s has no choice %s%s"
                                                        .formatted(
                                                                name,
                                                                Words.quoted(s.text()),
                                                                Words.didYouMean(
                                                                        s.text(),
                                                                        column.choices()))))
                                .expecting("one of " + Words.list(column.choices())));
            }
        }
        return new Row(cells, inner, shape.noun());
    }

    private void source(String id, Row row) {
        for (String column : List.of("publisher", "title", "grade")) {
            if (row.text(column).isEmpty()) {
                missing(row, column);
            }
        }
        Grade grade = choice(Grade.values(), row.text("grade"), Grade.D);
        Span date = date(row, "date");
        sources.put(
                id,
                new Source(
                        id,
                        row.text("publisher"),
                        row.text("title"),
                        date == null ? null : LocalDate.ofEpochDay((long) date.low()),
                        row.text("date"),
                        grade,
                        row.text("note")));
    }

    private void missing(Row row, String column) {
        fail(Diagnostic.error(row.where.at(), row.where.about(column + " is missing")));
    }

    private static <E extends Enum<E>> E choice(E[] values, String text, E otherwise) {
        for (E value : values) {
            if (text.equals(value.name()) || text.equals(Shapes.word(value))) {
                return value;
            }
        }
        return otherwise;
    }

    private @Nullable Span date(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        Measures.Reading reading = Measures.read(text, Dimension.DATE);
        if (reading.span() == null) {
            fail(
                    Diagnostic.error(row.place(column), row.where.about(column + " is not a date"))
                            .expecting(Dimension.DATE.expected())
                            .finding(reading.problem()));
        }
        return reading.span();
    }

    private @Nullable Claim claim(String id, Row row) {
        boolean before = failed;
        failed = false;
        Claim claim = build(id, row);
        boolean usable = !failed;
        failed |= before;
        return usable ? claim : null;
    }

    private @Nullable Claim build(String id, Row row) {
        if (row.text("statement").isEmpty()) {
            missing(row, "statement");
        }
        Claim.Status status =
                choice(Claim.Status.values(), row.text("status"), Claim.Status.REPORTED);
        Claim.Kind kind = choice(Claim.Kind.values(), row.text("kind"), Claim.Kind.REPORTED);
        String sourceId = row.text("source");
        Source source = sources.get(sourceId);
        boolean told = kind == Claim.Kind.REPORTED || kind == Claim.Kind.ANALOGY;
        if (sourceId.isEmpty() && told) {
            fail(
                    Diagnostic.error(row.where.at(), row.where.about("source is missing"))
                            .noting(
                                    "only kinds `derived` and `assumption` may stand without a source"));
        } else if (!sourceId.isEmpty() && !sourcesBroken && !sourceIds.contains(sourceId)) {
            fail(
                    Diagnostic.error(
                                    row.place("source"),
                                    row.where.about(
                                            "unknown source "
                                                    + Words.quoted(sourceId)
                                                    + Words.didYouMean(sourceId, sourceIds)))
                            .noting("add a row to the sources, or correct the id"));
        }
        if (row.text("grade").isEmpty() && source == null && kind != Claim.Kind.ASSUMPTION) {
            missing(row, "grade");
        }
        Grade grade =
                choice(
                        Grade.values(),
                        row.text("grade"),
                        source == null ? Grade.D : source.grade());
        Span madeOn = date(row, "madeOn");
        Span asOf = date(row, "asOf");
        LocalDate made = madeOn == null ? null : LocalDate.ofEpochDay((long) madeOn.low());
        LocalDate appliesFrom = asOf == null ? null : LocalDate.ofEpochDay((long) asOf.low());
        LocalDate applies = asOf == null ? null : LocalDate.ofEpochDay((long) asOf.high());
        LocalDate published = source == null ? null : source.date();
        boolean ahead =
                status == Claim.Status.FORECAST
                        || status == Claim.Status.PROMISED
                        || status == Claim.Status.ANNOUNCED;
        LocalDate known = ahead && made != null ? made : published != null ? published : applies;
        Dimension dimension = dimension(row);
        Span span = dimension == null || dimension == Dimension.TEXT ? null : span(row, dimension);
        if (dimension == null || failed) {
            return null;
        }
        return new Claim(
                id,
                row.text("of"),
                row.text("statement"),
                text(row),
                dimension,
                span,
                status,
                known,
                made,
                appliesFrom,
                applies,
                sourceId,
                grade,
                kind,
                row.text("copiedFrom"),
                row.text("formula"),
                row.text("note"),
                row.where.at().lineText());
    }

    private static String text(Row row) {
        String unit = row.text("unit");
        boolean plain =
                unit.isEmpty()
                        || unit.equals("text")
                        || unit.equals("date")
                        || unit.equals("count");
        String low = row.text("low");
        String high = row.text("high");
        String value = row.text("value");
        String range =
                low.isEmpty()
                        ? "up to " + high
                        : high.isEmpty() ? "at least " + low : low + ".." + high;
        boolean ranged = !low.isEmpty() || !high.isEmpty();
        String number = value.isEmpty() ? (ranged ? range : "") : value;
        String full = plain || number.isEmpty() ? number : number + " " + unit;
        return ranged && !value.isEmpty() ? full + " (" + range + ")" : full;
    }

    private @Nullable Dimension dimension(Row row) {
        String unit = row.text("unit");
        if (unit.isEmpty()) {
            if (row.text("low").isEmpty()
                    && row.text("high").isEmpty()
                    && row.text("value").isEmpty()) {
                return Dimension.TEXT;
            }
            fail(
                    Diagnostic.error(row.where.at(), row.where.about("unit is missing"))
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
                                    row.place("unit"),
                                    row.where.about(
                                            "unknown unit "
                                                    + Words.quoted(unit)
                                                    + Words.didYouMean(unit, known)))
                            .noting("units known here: " + String.join(", ", known)));
        }
        return dimension;
    }

    private @Nullable Span span(Row row, Dimension dimension) {
        String value = row.text("value");
        boolean hasLow = !row.text("low").isEmpty();
        boolean hasHigh = !row.text("high").isEmpty();
        Span low = hasLow ? measure(row, "low", dimension) : null;
        Span high = hasHigh ? measure(row, "high", dimension) : null;
        if ((hasLow && low == null) || (hasHigh && high == null)) {
            return null;
        }
        Span middle = null;
        if (!value.isEmpty()) {
            Measures.Reading reading = reading(row, "value", dimension);
            middle = reading.span();
            // beside low and high words may stand, but no number that is refused
            if (middle == null && ((!hasLow && !hasHigh) || reading.cure() != null)) {
                notRead(row, "value", dimension, reading);
                return null;
            }
        } else if (!hasLow && !hasHigh) {
            fail(
                    Diagnostic.error(row.where.at(), row.where.about("value is missing"))
                            .noting("a claim of words has the unit `text`"));
            return null;
        }
        return joined(row, low, middle, high);
    }

    private @Nullable Span joined(
            Row row, @Nullable Span low, @Nullable Span middle, @Nullable Span high) {
        Span first = low != null ? low : middle != null ? middle : high;
        Span last = high != null ? high : middle != null ? middle : low;
        if (first == null || last == null) {
            return null;
        }
        if (first.low() > last.high()) {
            fail(
                    Diagnostic.error(
                            row.place(high != null ? "high" : "value"),
                            row.where.about("the numbers do not rise from low to high")));
            return null;
        }
        if (middle != null && (middle.low() < first.low() || middle.high() > last.high())) {
            fail(
                    Diagnostic.error(
                            row.place("value"),
                            row.where.about("value lies outside low and high")));
            return null;
        }
        double mode =
                first.low() == last.high()
                        ? first.low()
                        : middle == null ? Double.NaN : middle.mode();
        return new Span(first.low(), mode, last.high(), first.currency());
    }

    private static Measures.Reading reading(Row row, String column, Dimension dimension) {
        String unit = row.text("unit");
        boolean plain = dimension == Dimension.DATE || dimension == Dimension.COUNT;
        return Measures.read(plain ? row.text(column) : row.text(column) + " " + unit, dimension);
    }

    private @Nullable Span measure(Row row, String column, Dimension dimension) {
        Measures.Reading reading = reading(row, column, dimension);
        if (reading.span() == null) {
            notRead(row, column, dimension, reading);
        }
        return reading.span();
    }

    private void notRead(Row row, String column, Dimension dimension, Measures.Reading reading) {
        Diagnostic d =
                Diagnostic.error(
                                row.place(column),
                                row.where.about(
                                        "%s is not %s"
                                                .formatted(column, Binder.article(dimension))))
                        .expecting(
                                dimension == Dimension.DATE
                                        ? expected(dimension)
                                        : "a number or a span such as 6..10, without its unit")
                        .finding(reading.problem());
        String cure = reading.cure();
        String unit = " " + row.text("unit");
        fail(
                cure == null
                        ? d
                        : d.noting(
                                cure.endsWith(unit)
                                        ? cure.substring(0, cure.length() - unit.length())
                                        : cure));
    }
}
