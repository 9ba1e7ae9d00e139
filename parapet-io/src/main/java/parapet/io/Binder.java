package parapet.io;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
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
import parapet.evidence.Source;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.text.Diagnostic;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Dimension;
import parapet.scenario.Key;

/// One pass from a tree to records, driven by the [Shape] of the language. It never stops at a
/// problem: what cannot be read is reported and left out, and the result is used only when nothing
/// was reported. Single values are read by [PlainValues], quantities by [QuantityForms].
final class Binder {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_+-]*");

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
    private final QuantityForms quantities;
    final Facts facts = new Facts();
    private int errors;

    /// @param readEvidence whether sources and claims are read into `evidence`, or taken from it
    /// @param keySuffix added to the keys of quantities that stand on their place
    Binder(Consumer<Diagnostic> out, Evidence evidence, boolean readEvidence, String keySuffix) {
        this.out = out;
        this.evidence = evidence;
        this.readEvidence = readEvidence;
        this.keySuffix = keySuffix;
        quantities = new QuantityForms(this, evidence, keySuffix);
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

    void unknownKeys(Tree.Mapping m, List<String> known, Where where) {
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

    @Nullable Object field(
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
            facts.written.put(inner.path(), tree.place());
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
                    ? quantities.otherwise(f.key(), text, inner)
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

    String expected(Field f) {
        String example = f.key().example();
        String such = example.isEmpty() ? "" : " such as " + example;
        return switch (f.shape()) {
            case Shape.Measure _ ->
                    example.isEmpty() || f.key().dimension() == Dimension.MONEY
                            ? evidence.expected(f.key().dimension())
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
            case Shape.Measure _ -> quantities.quantity(key, tree, where, where.path() + keySuffix);
            case Shape.Anything _ -> null;
            default -> {
                if (tree instanceof Tree.Scalar s) {
                    yield PlainValues.read(this, shape, key, s, where);
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
}
