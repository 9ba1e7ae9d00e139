package parapet.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.io.shape.Field;
import parapet.io.shape.Shapes;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Numbers;
import parapet.quantity.Span;
import parapet.scenario.Change;
import parapet.scenario.Key;

/// The forms in which a file writes a quantity: stated plainly, `assume`d, taken from `claims`, and
/// for dates `foretold` or some time `later` than another date.
final class QuantityForms {
    private static final Key BY = by();
    private static final String DEFAULT_REASON = "default of the language";

    private final Binder binder;
    private final Evidence evidence;
    private final String keySuffix;

    /// @param keySuffix added to the keys of quantities that stand on their place
    QuantityForms(Binder binder, Evidence evidence, String keySuffix) {
        this.binder = binder;
        this.evidence = evidence;
        this.keySuffix = keySuffix;
    }

    /// The quantity that the language states where a file is silent.
    @Nullable Quantity otherwise(Key key, Tree.Scalar text, Where where) {
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

    /// The quantity that stands in a file, in whichever form.
    @Nullable Quantity quantity(Key key, Tree tree, Where where, String name) {
        return switch (tree) {
            case Tree.Scalar s -> {
                Span span = measure(key, s, where);
                String because = evidence.assumption(s.place());
                if (span == null) {
                    yield null;
                }
                if (because == null || !Lints.needsSource(where.path(), key.dimension())) {
                    yield new Quantity(
                            name, key.dimension(), currency(key, span), new Quantity.Stated(span));
                }
                yield new Quantity(
                        keySuffix.isEmpty() ? evidence.firstName(s.place(), name) : name,
                        key.dimension(),
                        currency(key, span),
                        new Quantity.Assumed(span, because));
            }
            case Tree.Mapping m -> form(key, m, where, name);
            case Tree.Sequence _ -> {
                binder.report(
                        Diagnostic.error(
                                        tree.place(),
                                        where.about("a single quantity is wanted here"))
                                .expecting(evidence.expected(key.dimension()))
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
            Diagnostic d =
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
                                                                    + Binder.article(
                                                                            key.dimension())))
                            .expecting(evidence.expected(key.dimension()))
                            .finding(s.absent() ? "nothing" : found);
            String cure = reading.cure();
            if (cure == null
                    && key.dimension() == Dimension.DATE
                    && s.text().strip().matches("[\\p{L}_][\\p{L}\\p{N}_-]*")) {
                cure = named(s.text().strip());
            }
            binder.report(cure == null ? d : d.noting(cure));
            return null;
        }
        if (!key.range().allows(span.low()) || !key.range().allows(span.high())) {
            binder.report(
                    Diagnostic.error(
                                    s.place(),
                                    "%s must be %s".formatted(where.subject(), key.range().words()))
                            .finding(Binder.describe(s)));
        }
        double most = key.dimension().most();
        if (Math.abs(span.low()) > most || Math.abs(span.high()) > most) {
            binder.report(
                    Diagnostic.error(
                                    s.place(),
                                    "%s must be %s at most"
                                            .formatted(
                                                    where.subject(), key.dimension().mostWords()))
                            .finding(Binder.describe(s))
                            .noting("a greater value makes no sense here"));
        }
        if (span.currency() != null) {
            for (String code : span.currency().split("/", -1)) {
                binder.facts.currencies.add(new Facts.Currency(code, s.place(), where.subject()));
            }
        }
        return span;
    }

    /// What to write where a word stands for a date, such as the id of a delivery.
    private String named(String word) {
        return evidence.keys().contains(word)
                ? "write the date of %s in full: {foretold: %s, slip: {perMonthAhead: 10..30..60 %%}}, or {claims: %s}"
                        .formatted(word, word, word)
                : "a date cannot be named; repeat it here as it is written there, such as 2028-06 or"
                        + " {foretold: KEY, slip: {perMonthAhead: 10..30..60 %}}";
    }

    private @Nullable Quantity form(Key key, Tree.Mapping m, Where where, String name) {
        if (m.entry("assume") != null) {
            return assumed(key, m, where, name);
        } else if (m.entry("claims") != null) {
            return claimed(key, m, where, name);
        } else if (m.entry("foretold") != null) {
            return foretold(key, m, where);
        } else if (m.entry("later") != null) {
            return later(key, m, where, name, "later");
        } else if (m.entry(Edits.SLIPPED) != null) {
            return later(key, m, where, name, Edits.SLIPPED);
        }
        binder.report(
                Diagnostic.error(m.place(), where.subject() + " is not a quantity")
                        .expecting(
                                evidence.expected(key.dimension())
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
        binder.report(
                Diagnostic.error(at, "%s: %s is missing".formatted(where.subject(), name))
                        .expecting(expected)
                        .finding(tree == null ? null : Binder.describe(tree)));
        return null;
    }

    private @Nullable Quantity assumed(Key key, Tree.Mapping m, Where where, String name) {
        binder.unknownKeys(m, List.of("assume", "because", "knownFrom", "before"), where);
        String because = words(m, "because", where, "the reason of the assumption, in words");
        Span span = null;
        if (m.value("assume") instanceof Tree.Scalar s) {
            span = measure(key, s, where);
        } else {
            words(m, "assume", where, evidence.expected(key.dimension()));
        }
        LocalDate knownFrom = null;
        Span before = null;
        Tree from = m.value("knownFrom");
        if (from instanceof Tree.Scalar s) {
            Span day = Measures.read(s.text(), Dimension.DATE).span();
            if (day != null) {
                knownFrom = LocalDate.ofEpochDay((long) day.high());
            }
        }
        if (from != null && knownFrom == null) {
            binder.report(
                    Diagnostic.error(from.place(), where.subject() + ": knownFrom is not a day")
                            .expecting("the day from which the reason was known, such as 2024-05")
                            .finding(Binder.describe(from)));
        }
        Tree earlier = m.value("before");
        if (earlier instanceof Tree.Scalar s) {
            before = measure(key, s, where);
        } else if (earlier != null) {
            words(m, "before", where, evidence.expected(key.dimension()));
        }
        if (earlier != null && from == null) {
            binder.report(
                    Diagnostic.error(
                                    earlier.place(),
                                    where.subject() + ": before stands without knownFrom")
                            .noting("add the day from which the reason was known: knownFrom: ..."));
        }
        return because == null || span == null
                ? null
                : new Quantity(
                        keySuffix.isEmpty() ? evidence.firstName(m.place(), name) : name,
                        key.dimension(),
                        currency(key, span),
                        new Quantity.Assumed(span, because, knownFrom, before));
    }

    private @Nullable Quantity claimed(Key key, Tree.Mapping m, Where where, String name) {
        binder.unknownKeys(m, List.of("claims", "law", "use", "scale", "at"), where);
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
                binder.report(
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
            Double number =
                    scaleTree instanceof Tree.Scalar s ? PlainValues.decimal(s.text()) : null;
            if (number != null && number > 0) {
                scale = number;
            } else {
                Diagnostic d =
                        Diagnostic.error(
                                        scaleTree.place(),
                                        where.subject() + ": scale is not a number more than 0")
                                .expecting("a number such as 0.5")
                                .finding(Binder.describe(scaleTree));
                String cure =
                        scaleTree instanceof Tree.Scalar s ? Numbers.read(s.text()).cure() : null;
                binder.report(cure == null ? d : d.noting(cure));
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
                binder.report(
                        Diagnostic.error(atTree.place(), where.subject() + ": at is not a day")
                                .expecting("the day of the exchange rate, such as 2018-10-05")
                                .finding(Binder.describe(atTree)));
            }
        }
        List<Tree.Scalar> use = used(m, where);
        if (of == null) {
            return null;
        }
        ClaimChecks checks = new ClaimChecks(binder, evidence);
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
                    binder.report(
                            Diagnostic.error(
                                            item.place(),
                                            where.subject() + ": use names claims by their ids")
                                    .finding(Binder.describe(item)));
                }
            }
        } else if (tree != null) {
            binder.report(
                    Diagnostic.error(tree.place(), where.subject() + ": use is not a list")
                            .expecting("ids of claims such as [c1, c2]")
                            .finding(Binder.describe(tree)));
        }
        return use;
    }

    private boolean dateOnly(Key key, Tree.Mapping m, Where where, String form) {
        if (key.dimension() == Dimension.DATE) {
            return true;
        }
        binder.report(
                Diagnostic.error(
                                m.place(),
                                "%s: only dates can be `%s`".formatted(where.subject(), form))
                        .expecting(evidence.expected(key.dimension())));
        return false;
    }

    private @Nullable Quantity foretold(Key key, Tree.Mapping m, Where where) {
        if (!dateOnly(key, m, where, "foretold")) {
            return null;
        }
        binder.unknownKeys(m, List.of("foretold", "slip"), where);
        String of = words(m, "foretold", where, "a key of the claims table");
        if (of != null && m.value("foretold") instanceof Tree.Scalar s) {
            new ClaimChecks(binder, evidence)
                    .claims(key, of, List.of(), 1, s.place(), where.subject());
        }
        Tree slip = m.value("slip");
        if (!(slip instanceof Tree.Mapping keys)) {
            Tree.Entry entry = m.entry("slip");
            binder.report(
                    Diagnostic.error(
                                    slip != null
                                            ? slip.place()
                                            : entry != null ? entry.key().place() : m.place(),
                                    where.subject() + ": slip is missing")
                            .expecting(
                                    "how forecasts err: {perMonthAhead: ..., shockPerYear: ..., shock: ...}")
                            .finding(slip == null ? null : Binder.describe(slip)));
            return null;
        }
        Where inner = where.key("slip", keys.place());
        binder.unknownKeys(keys, Shapes.slipKeys().stream().map(Field::name).toList(), inner);
        var parts = new ArrayList<Quantity>();
        for (Field f : Shapes.slipKeys()) {
            Object part = binder.field(f, keys, inner, "", new HashMap<>());
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

    private @Nullable Quantity later(
            Key key, Tree.Mapping m, Where where, String name, String form) {
        if (!dateOnly(key, m, where, "later")) {
            return null;
        }
        binder.unknownKeys(m, List.of(form, "by"), where);
        Tree ofTree = m.value(form);
        Tree byTree = m.value("by");
        if (ofTree == null || byTree == null) {
            String lacking = ofTree == null ? "later" : "by";
            Tree.Entry entry = m.entry(lacking);
            binder.report(
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
                        of,
                        new Quantity(by.key() + depth(of), by.dimension(), null, by.basis()),
                        form.equals(Edits.SLIPPED)));
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
