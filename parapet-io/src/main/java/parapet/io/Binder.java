package parapet.io;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.evidence.Source;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;
import parapet.scenario.Change;
import parapet.scenario.Key;

/// One pass from a tree to records, driven by the [Shape] of the language. It never stops at a
/// problem: what cannot be read is reported and left out, and the result is used only when nothing
/// was reported.
final class Binder {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_+-]*");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Key BY = by();
    private static final String DEFAULT_REASON = "default of the language";

    /// The canonical constructor of a record, looked up once.
    private record Canonical(Constructor<?> constructor, Class<?>[] types) {}

    private static final ClassValue<Canonical> CANONICAL =
            new ClassValue<>() {
                @Override
                protected Canonical computeValue(Class<?> type) {
                    Class<?>[] types =
                            Arrays.stream(type.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new);
                    try {
                        return new Canonical(type.getDeclaredConstructor(types), types);
                    } catch (NoSuchMethodException e) {
                        throw new IllegalStateException(
                                "The record (%s) has no canonical constructor."
                                        .formatted(type.getName()),
                                e);
                    }
                }
            };

    private final Consumer<Diagnostic> out;
    private final Evidence evidence;
    private final boolean readEvidence;
    private final String keySuffix;
    final Facts facts = new Facts();
    private int errors;

    /// @param readEvidence whether sources and claims are read into `evidence`, or taken from it
    /// @param keySuffix added to the keys of quantities that stand on their place
    Binder(Consumer<Diagnostic> out, Evidence evidence, boolean readEvidence, String keySuffix) {
        this.out = out;
        this.evidence = evidence;
        this.readEvidence = readEvidence;
        this.keySuffix = keySuffix;
    }

    boolean failed() {
        return errors > 0;
    }

    void report(Diagnostic d) {
        if (d.isError()) {
            errors++;
        }
        out.accept(d);
    }

    static String describe(Tree tree) {
        return switch (tree) {
            case Tree.Scalar s -> s.absent() ? "nothing" : Words.quoted(s.text());
            case Tree.Mapping _ -> "keys and values";
            case Tree.Sequence _ -> "a list";
        };
    }

    static String article(Dimension dimension) {
        return switch (dimension) {
            case AREA, ANGLE, EXCHANGE -> "an " + dimension.label();
            case MONEY -> "an amount of money";
            case TEXT -> "text";
            default -> "a " + dimension.label();
        };
    }

    // ---------------------------------------------------------------- records

    @Nullable Record group(Shape.Group g, Tree tree, Where where, String id) {
        if (Loader.broken(tree)) {
            errors++;
            return null;
        }
        if (!(tree instanceof Tree.Mapping m)) {
            boolean file = tree instanceof Tree.Scalar;
            report(
                    Diagnostic.error(
                                    tree.place(),
                                    where.subject() + " is not written as keys and values")
                            .expecting(
                                    "keys and values%s: %s"
                                            .formatted(
                                                    file ? ", or the name of a YAML file" : "",
                                                    Words.list(g.names())))
                            .finding(describe(tree)));
            return null;
        }
        int before = errors;
        unknownKeys(m, g.names(), where);
        @Nullable Object[] values = new @Nullable Object[g.fields().size()];
        Map<String, @Nullable Object> named = new HashMap<>();
        Canonical canonical = CANONICAL.get(g.type());
        for (int i = 0; i < values.length; i++) {
            Field f = g.fields().get(i);
            Object value = field(f, m, where, id, named);
            named.put(f.name(), value);
            values[i] = value == null ? nothing(canonical.types()[i]) : value;
        }
        Record record = construct(canonical, values);
        if (errors == before) {
            new Checks(this, evidence).record(record, m, where, id);
        }
        return record;
    }

    /// What stands in a record for a value that could not be read; such a record is never used.
    private static @Nullable Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        } else if (type == double.class) {
            return 0.0;
        } else if (type == boolean.class) {
            return false;
        }
        return null;
    }

    private @Nullable Record construct(Canonical canonical, @Nullable Object[] values) {
        try {
            return (Record) canonical.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            if (errors > 0) {
                return null; // a record that refuses missing values; its problem was reported
            }
            throw new IllegalStateException(
                    "The record (%s) cannot be built.".formatted(canonical.constructor().getName()),
                    e);
        }
    }

    private void unknownKeys(Tree.Mapping m, List<String> known, Where where) {
        for (Tree.Entry e : m.entries()) {
            String name = e.key().text();
            if (!known.contains(name)) {
                report(
                        Diagnostic.error(
                                        e.key().place(),
                                        where.about(
                                                "unknown key "
                                                        + Words.quoted(name)
                                                        + Words.didYouMean(name, known)))
                                .noting("keys known here: " + Words.list(known)));
            }
        }
    }

    private @Nullable Object field(
            Field f, Tree.Mapping m, Where where, String id, Map<String, @Nullable Object> named) {
        Tree.Entry entry = m.entry(f.name());
        Tree tree = m.value(f.name());
        Where inner = where.key(f.name(), entry == null ? where.at() : entry.key().place());
        facts.places.put(inner.path(), inner.at());
        if (f.shape() instanceof Shape.Evidence e) {
            return evidence(e, tree, inner);
        }
        if (f.shape() instanceof Shape.Anything) {
            return tree == null ? null : anything(m, tree);
        }
        if (tree != null) {
            Object value = value(f.shape(), f.key(), tree, inner);
            if (!f.optional() && value instanceof String text && text.isEmpty()) {
                report(
                        Diagnostic.error(tree.place(), inner.subject() + " is empty")
                                .expecting(expected(f)));
            }
            return value;
        }
        if (!f.key().sameAs().isEmpty()) {
            return f.key().sameAs().equals("id") ? id : named.get(f.key().sameAs());
        }
        if (!f.key().otherwise().isEmpty()) {
            var text = new Tree.Scalar(inner.at(), f.key().otherwise().strip(), true);
            return f.shape() instanceof Shape.Measure
                    ? otherwise(f.key(), text, inner)
                    : value(f.shape(), f.key(), text, inner);
        }
        return absent(f, where, inner);
    }

    private @Nullable Object absent(Field f, Where where, Where inner) {
        if (f.nullable()) {
            return null;
        }
        switch (f.shape()) {
            case Shape.ListOf _ -> {
                return List.of();
            }
            case Shape.TableOf _ -> {
                facts.tables.put(inner.path(), new LinkedHashSet<>());
                return Map.of();
            }
            case Shape.Group g when f.optional() -> {
                return group(g, new Tree.Mapping(inner.at(), List.of()), inner, "");
            }
            default -> {}
        }
        report(
                Diagnostic.error(where.at(), inner.subject() + " is missing")
                        .expecting(expected(f)));
        return null;
    }

    static String expected(Field f) {
        String example = f.key().example();
        String such = example.isEmpty() ? "" : " such as " + example;
        return switch (f.shape()) {
            case Shape.Measure _ ->
                    example.isEmpty()
                            ? f.key().dimension().expected()
                            : article(f.key().dimension()) + such;
            case Shape.Words _ ->
                    f.key().in().isEmpty() ? "text" + such : "an id of " + f.key().in();
            case Shape.Whole _ -> "a whole number" + such;
            case Shape.Decimal _ -> "a number" + such;
            case Shape.Switch _ -> "true or false";
            case Shape.Choice c -> "one of " + Words.list(c.words());
            case Shape.Day _ -> "a day such as " + (example.isEmpty() ? "2026-05-14" : example);
            case Shape.Group g -> "keys and values: " + Words.list(g.names());
            default -> "a value" + such;
        };
    }

    // ---------------------------------------------------------------- values

    @Nullable Object value(Shape shape, Key key, Tree tree, Where where) {
        if (Loader.broken(tree)) {
            errors++;
            return null;
        }
        return switch (shape) {
            case Shape.Group g -> group(g, tree, where, "");
            case Shape.TableOf t -> table(t, key, tree, where);
            case Shape.ListOf l -> list(l, key, tree, where);
            case Shape.Evidence e -> evidence(e, tree, where);
            case Shape.Measure _ -> quantity(key, tree, where, where.path() + keySuffix);
            case Shape.Anything _ -> null;
            default -> {
                if (tree instanceof Tree.Scalar s) {
                    yield scalar(shape, key, s, where);
                }
                report(
                        Diagnostic.error(tree.place(), where.about("a single value is wanted here"))
                                .expecting(expected(new Field("", shape, false, key)))
                                .finding(describe(tree)));
                yield null;
            }
        };
    }

    private Object evidence(Shape.Evidence e, @Nullable Tree tree, Where where) {
        boolean source = e.type() == Source.class;
        if (readEvidence) {
            if (source) {
                evidence.readSources(tree, e, where);
            } else {
                evidence.readClaims(tree, e, where);
            }
        }
        return source ? evidence.sources() : evidence.claims();
    }

    private @Nullable Object table(Shape.TableOf t, Key key, Tree tree, Where where) {
        if (!(tree instanceof Tree.Mapping m)) {
            report(
                    Diagnostic.error(tree.place(), where.subject() + " is not a table")
                            .expecting("ids and what stands under each, or the name of a CSV file")
                            .finding(describe(tree)));
            return null;
        }
        var ids = new LinkedHashSet<String>();
        var values = new LinkedHashMap<String, Object>();
        for (Tree.Entry e : m.entries()) {
            String id = e.key().text();
            ids.add(id);
            Where inner = where.entry(t.entry().noun(), id, e.key().place());
            facts.places.put(inner.path(), inner.at());
            if (!ID.matcher(id).matches()) {
                report(
                        Diagnostic.error(e.key().place(), where.about("an id cannot be written so"))
                                .expecting("letters, digits, - and _ without spaces or dots")
                                .finding(Words.quoted(id)));
            }
            if (!key.in().isEmpty()) {
                facts.references.add(
                        new Facts.Reference(key.in(), id, e.key().place(), where.subject()));
            }
            Tree row =
                    e.value() instanceof Tree.Scalar s && s.absent()
                            ? new Tree.Mapping(e.key().place(), List.of())
                            : e.value();
            Record record = group(t.entry(), row, inner, id);
            if (record != null) {
                values.put(id, record);
            }
        }
        facts.tables.put(where.path(), ids);
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object list(Shape.ListOf l, Key key, Tree tree, Where where) {
        if (!(tree instanceof Tree.Sequence s)) {
            report(
                    Diagnostic.error(tree.place(), where.about("a list is wanted here"))
                            .expecting("a list such as [a, b]")
                            .finding(describe(tree)));
            return null;
        }
        var values = new ArrayList<Object>();
        for (int i = 0; i < s.items().size(); i++) {
            Tree item = s.items().get(i);
            Where inner = where.item(i, item.place());
            Object value = value(l.element(), key, item, inner);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object scalar(Shape shape, Key key, Tree.Scalar s, Where where) {
        String text = s.text().strip();
        Object value =
                switch (shape) {
                    case Shape.Words _ -> s.text().strip();
                    case Shape.Whole w -> whole(w, text);
                    case Shape.Decimal _ -> decimal(text);
                    case Shape.Switch _ ->
                            text.equals("true")
                                    ? Boolean.TRUE
                                    : text.equals("false") ? Boolean.FALSE : null;
                    case Shape.Choice c -> constant(c, text);
                    case Shape.Day _ -> day(text);
                    default -> null;
                };
        if (value == null) {
            String near = shape instanceof Shape.Choice c ? Words.didYouMean(text, c.words()) : "";
            report(
                    Diagnostic.error(
                                    s.place(),
                                    where.subject() + " is not " + named(shape, text) + near)
                            .expecting(expected(new Field("", shape, false, key)))
                            .finding(describe(s)));
            return null;
        }
        if (value instanceof Number n && !key.range().allows(n.doubleValue())) {
            report(
                    Diagnostic.error(
                                    s.place(),
                                    "%s must be %s".formatted(where.subject(), key.range().words()))
                            .finding(text));
        }
        if (value instanceof String id && !key.in().isEmpty() && !id.isEmpty()) {
            facts.references.add(new Facts.Reference(key.in(), id, s.place(), where.subject()));
        }
        return value;
    }

    private static String named(Shape shape, String text) {
        return switch (shape) {
            case Shape.Whole _ ->
                    WHOLE.matcher(text.replace(",", "")).matches()
                            ? "a whole number below 2 billion"
                            : "a whole number";
            case Shape.Decimal _ -> "a number";
            case Shape.Switch _ -> "true or false";
            case Shape.Choice _ -> "a known word";
            case Shape.Day _ -> "a day";
            default -> "a value";
        };
    }

    private static @Nullable Object whole(Shape.Whole shape, String text) {
        String digits = text.replace(",", "");
        if (!WHOLE.matcher(digits).matches()) {
            return null;
        }
        long number = Long.parseLong(digits);
        if (shape.wide()) {
            return number;
        }
        return Math.abs(number) < 2_000_000_000L ? (Object) (int) number : null;
    }

    private static @Nullable Object decimal(String text) {
        Span span = Measures.read(text, Dimension.COUNT).span();
        return span == null || !span.single() || text.contains("count")
                ? null
                : (Object) span.low();
    }

    private static @Nullable Object constant(Shape.Choice c, String text) {
        int at = c.words().indexOf(text);
        return at < 0 ? null : c.type().getEnumConstants()[at];
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Object anything(Tree.Mapping change, Tree tree) {
        if (!(change.value("set") instanceof Tree.Scalar path)) {
            return null;
        }
        Edits.Target target = Edits.target(path);
        if (target == null) {
            return null;
        }
        var muted = new Binder(_ -> {}, evidence, false, keySuffix);
        Object value = muted.value(target.shape(), target.key(), tree, target.where());
        return muted.failed() ? null : value;
    }

    // ---------------------------------------------------------------- quantities

    private @Nullable Quantity otherwise(Key key, Tree.Scalar text, Where where) {
        Span span = Measures.read(text.text(), key.dimension()).span();
        if (span == null) {
            throw new IllegalStateException(
                    "The default (%s) of (%s) cannot be read."
                            .formatted(text.text(), where.path()));
        }
        return new Quantity(
                where.path() + keySuffix,
                key.dimension(),
                key.currency().isEmpty() ? span.currency() : key.currency(),
                new Quantity.Assumed(span, DEFAULT_REASON));
    }

    private @Nullable Quantity quantity(Key key, Tree tree, Where where, String name) {
        return switch (tree) {
            case Tree.Scalar s -> {
                Span span = measure(key, s, where);
                yield span == null
                        ? null
                        : new Quantity(
                                name,
                                key.dimension(),
                                currency(key, span),
                                new Quantity.Stated(span));
            }
            case Tree.Mapping m -> form(key, m, where, name);
            case Tree.Sequence _ -> {
                report(
                        Diagnostic.error(
                                        tree.place(),
                                        where.about("a single quantity is wanted here"))
                                .expecting(key.dimension().expected())
                                .finding("a list"));
                yield null;
            }
        };
    }

    private static @Nullable String currency(Key key, Span span) {
        return key.currency().isEmpty() ? span.currency() : key.currency();
    }

    private @Nullable Span measure(Key key, Tree.Scalar s, Where where) {
        Measures.Reading reading = Measures.read(s.text(), key.dimension());
        Span span = reading.span();
        if (span == null) {
            String found = String.valueOf(reading.problem());
            boolean bare = found.startsWith("the bare number");
            boolean unit = found.startsWith("the unknown unit");
            String unitText =
                    unit ? found.substring(found.indexOf('"') + 1, found.length() - 1) : "";
            report(
                    Diagnostic.error(
                                    s.place(),
                                    where.subject()
                                            + (bare
                                                    ? " has no unit"
                                                    : unit
                                                            ? " has an unknown unit"
                                                                    + Words.didYouMean(
                                                                            unitText,
                                                                            Measures.units(
                                                                                    key
                                                                                            .dimension()))
                                                            : " is not "
                                                                    + article(key.dimension())))
                            .expecting(key.dimension().expected())
                            .finding(s.absent() ? "nothing" : found));
            return null;
        }
        if (!key.range().allows(span.low()) || !key.range().allows(span.high())) {
            report(
                    Diagnostic.error(
                                    s.place(),
                                    "%s must be %s".formatted(where.subject(), key.range().words()))
                            .finding(describe(s)));
        }
        if (span.currency() != null) {
            for (String code : span.currency().split("/", -1)) {
                facts.currencies.add(new Facts.Currency(code, s.place(), where.subject()));
            }
        }
        return span;
    }

    private @Nullable Quantity form(Key key, Tree.Mapping m, Where where, String name) {
        if (m.entry("assume") != null) {
            return assumed(key, m, where, name);
        } else if (m.entry("claims") != null) {
            return claimed(key, m, where, name);
        } else if (m.entry("foretold") != null) {
            return foretold(key, m, where);
        } else if (m.entry("later") != null) {
            return later(key, m, where, name);
        }
        report(
                Diagnostic.error(m.place(), where.subject() + " is not a quantity")
                        .expecting(
                                key.dimension().expected()
                                        + ", or {assume: ..., because: ...}, or {claims: ...}"
                                        + (key.dimension() == Dimension.DATE
                                                ? ", or {foretold: ..., slip: ...}, or {later: ..., by: ...}"
                                                : ""))
                        .finding(
                                m.entries().isEmpty()
                                        ? "nothing"
                                        : "the keys "
                                                + Words.list(
                                                        m.entries().stream()
                                                                .map(e -> e.key().text())
                                                                .toList())));
        return null;
    }

    private @Nullable String words(Tree.Mapping m, String name, Where where, String expected) {
        Tree tree = m.value(name);
        if (tree instanceof Tree.Scalar s && !s.text().isBlank()) {
            return s.text().strip();
        }
        Tree.Entry entry = m.entry(name);
        Place at = tree != null ? tree.place() : entry != null ? entry.key().place() : m.place();
        report(
                Diagnostic.error(at, "%s: %s is missing".formatted(where.subject(), name))
                        .expecting(expected)
                        .finding(tree == null ? null : describe(tree)));
        return null;
    }

    private @Nullable Quantity assumed(Key key, Tree.Mapping m, Where where, String name) {
        unknownKeys(m, List.of("assume", "because"), where);
        String because = words(m, "because", where, "the reason of the assumption, in words");
        Span span = null;
        if (m.value("assume") instanceof Tree.Scalar s) {
            span = measure(key, s, where);
        } else {
            words(m, "assume", where, key.dimension().expected());
        }
        return because == null || span == null
                ? null
                : new Quantity(
                        keySuffix.isEmpty() ? evidence.firstName(m.place(), name) : name,
                        key.dimension(),
                        currency(key, span),
                        new Quantity.Assumed(span, because));
    }

    private @Nullable Quantity claimed(Key key, Tree.Mapping m, Where where, String name) {
        unknownKeys(m, List.of("claims", "law", "use", "scale", "at"), where);
        String of = words(m, "claims", where, "a key of the claims table");
        Quantity.LawRule law = Quantity.LawRule.MIXTURE;
        List<String> laws = new ArrayList<>();
        for (Quantity.LawRule rule : Quantity.LawRule.values()) {
            laws.add(Shapes.word(rule));
        }
        Tree lawTree = m.value("law");
        if (lawTree != null) {
            int at = lawTree instanceof Tree.Scalar s ? laws.indexOf(s.text().strip()) : -1;
            if (at < 0) {
                report(
                        Diagnostic.error(
                                        lawTree.place(),
                                        where.subject()
                                                + ": unknown law"
                                                + (lawTree instanceof Tree.Scalar s
                                                        ? " "
                                                                + Words.quoted(s.text())
                                                                + Words.didYouMean(s.text(), laws)
                                                        : ""))
                                .expecting("one of " + Words.list(laws)));
            } else {
                law = Quantity.LawRule.values()[at];
            }
        }
        double scale = 1;
        Tree scaleTree = m.value("scale");
        if (scaleTree != null) {
            Object number = scaleTree instanceof Tree.Scalar s ? decimal(s.text()) : null;
            if (number instanceof Double d && d > 0) {
                scale = d;
            } else {
                report(
                        Diagnostic.error(
                                        scaleTree.place(),
                                        where.subject() + ": scale is not a number more than 0")
                                .expecting("a number such as 0.5")
                                .finding(describe(scaleTree)));
            }
        }
        LocalDate rateDay = null;
        Tree atTree = m.value("at");
        if (atTree != null) {
            String day = atTree instanceof Tree.Scalar s ? s.text().strip() : "";
            Span span = Measures.read(day, Dimension.DATE).span();
            if (span != null && span.single()) {
                rateDay = LocalDate.ofEpochDay((long) span.low());
            } else {
                report(
                        Diagnostic.error(atTree.place(), where.subject() + ": at is not a day")
                                .expecting("the day of the exchange rate, such as 2018-10-05")
                                .finding(describe(atTree)));
            }
        }
        List<Tree.Scalar> use = used(m, where);
        if (of == null) {
            return null;
        }
        Checks checks = new Checks(this, evidence);
        Tree ofTree = m.value("claims");
        Place at = ofTree == null ? m.place() : ofTree.place();
        String currency = checks.claims(key, of, use, scale, at, where.subject());
        boolean special =
                law != Quantity.LawRule.MIXTURE || !use.isEmpty() || scale != 1 || rateDay != null;
        return new Quantity(
                special ? of + "@" + name : of,
                key.dimension(),
                key.currency().isEmpty() ? currency : key.currency(),
                new Quantity.Claimed(
                        of, law, use.stream().map(Tree.Scalar::text).toList(), scale, rateDay));
    }

    private List<Tree.Scalar> used(Tree.Mapping m, Where where) {
        var use = new ArrayList<Tree.Scalar>();
        Tree tree = m.value("use");
        if (tree instanceof Tree.Sequence s) {
            for (Tree item : s.items()) {
                if (item instanceof Tree.Scalar id && !id.absent()) {
                    use.add(id);
                } else {
                    report(
                            Diagnostic.error(
                                            item.place(),
                                            where.subject() + ": use names claims by their ids")
                                    .finding(describe(item)));
                }
            }
        } else if (tree != null) {
            report(
                    Diagnostic.error(tree.place(), where.subject() + ": use is not a list")
                            .expecting("ids of claims such as [c1, c2]")
                            .finding(describe(tree)));
        }
        return use;
    }

    private boolean dateOnly(Key key, Tree.Mapping m, Where where, String form) {
        if (key.dimension() == Dimension.DATE) {
            return true;
        }
        report(
                Diagnostic.error(
                                m.place(),
                                "%s: only dates can be `%s`".formatted(where.subject(), form))
                        .expecting(key.dimension().expected()));
        return false;
    }

    private @Nullable Quantity foretold(Key key, Tree.Mapping m, Where where) {
        if (!dateOnly(key, m, where, "foretold")) {
            return null;
        }
        unknownKeys(m, List.of("foretold", "slip"), where);
        String of = words(m, "foretold", where, "a key of the claims table");
        if (of != null && m.value("foretold") instanceof Tree.Scalar s) {
            new Checks(this, evidence).claims(key, of, List.of(), 1, s.place(), where.subject());
        }
        Tree slip = m.value("slip");
        if (!(slip instanceof Tree.Mapping keys)) {
            Tree.Entry entry = m.entry("slip");
            report(
                    Diagnostic.error(
                                    slip != null
                                            ? slip.place()
                                            : entry != null ? entry.key().place() : m.place(),
                                    where.subject() + ": slip is missing")
                            .expecting(
                                    "how forecasts err: {perMonthAhead: ..., shockPerYear: ..., shock: ...}")
                            .finding(slip == null ? null : describe(slip)));
            return null;
        }
        Where inner = where.key("slip", keys.place());
        unknownKeys(keys, Shapes.slipKeys().stream().map(Field::name).toList(), inner);
        var parts = new ArrayList<Quantity>();
        for (Field f : Shapes.slipKeys()) {
            Object part = field(f, keys, inner, "", new HashMap<>());
            if (part instanceof Quantity q) {
                parts.add(q);
            }
        }
        if (of == null || parts.size() < 3) {
            return null;
        }
        var law = new Quantity.Slip(parts.get(0), parts.get(1), parts.get(2));
        return new Quantity(of, Dimension.DATE, null, new Quantity.Foretold(of, law));
    }

    private @Nullable Quantity later(Key key, Tree.Mapping m, Where where, String name) {
        if (!dateOnly(key, m, where, "later")) {
            return null;
        }
        unknownKeys(m, List.of("later", "by"), where);
        Tree ofTree = m.value("later");
        Tree byTree = m.value("by");
        if (ofTree == null || byTree == null) {
            String lacking = ofTree == null ? "later" : "by";
            Tree.Entry entry = m.entry(lacking);
            report(
                    Diagnostic.error(
                                    entry == null ? m.place() : entry.key().place(),
                                    "%s: %s is missing".formatted(where.subject(), lacking))
                            .expecting(
                                    ofTree == null
                                            ? Dimension.DATE.expected()
                                            : Dimension.DURATION.expected()));
            return null;
        }
        Quantity of = quantity(key, ofTree, where, name);
        Quantity by = quantity(BY, byTree, where.key("by", byTree.place()), name + "@by");
        if (of == null || by == null) {
            return null;
        }
        // the date itself keeps its key, so that it is drawn as in the plan it is compared with
        String slipped = of.key() + "@later:" + name + depth(of);
        return new Quantity(
                slipped,
                Dimension.DATE,
                null,
                new Quantity.Later(
                        of, new Quantity(by.key() + depth(of), by.dimension(), null, by.basis())));
    }

    private static String depth(Quantity of) {
        int depth = 0;
        for (Quantity q = of; q.basis() instanceof Quantity.Later l; q = l.of()) {
            depth++;
        }
        return depth == 0 ? "" : "#" + (depth + 1);
    }

    private static Key by() {
        for (var c : Change.class.getRecordComponents()) {
            Key key = c.getAnnotation(Key.class);
            if (c.getName().equals("by") && key != null) {
                return key;
            }
        }
        throw new IllegalStateException("A change has no key (by).");
    }
}
