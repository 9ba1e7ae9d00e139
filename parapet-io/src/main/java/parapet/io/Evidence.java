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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Grade;
import parapet.evidence.Source;
import parapet.io.shape.Shape;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
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
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final Set<String> claimIds = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Map<String, Place> places = new HashMap<>();
    private String reporting = Currencies.PIVOT;
    private boolean sourcesBroken;
    private boolean claimsBroken;

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
            EvidenceRow row = row(e, shape, where);
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
        var rows = new LinkedHashMap<String, EvidenceRow>();
        for (Tree.Entry e : m.entries()) {
            EvidenceRow row = row(e, shape, where);
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

    private void circles(Map<String, EvidenceRow> rows) {
        for (String id : rows.keySet()) {
            var seen = new HashSet<String>();
            String at = id;
            boolean first = true;
            while (rows.containsKey(at) && seen.add(at)) {
                EvidenceRow row = rows.get(at);
                at = row == null ? "" : row.text("copiedFrom");
                first &= !rows.containsKey(at) || place(rows, at) >= place(rows, id);
            }
            EvidenceRow row = rows.get(id);
            if (at.equals(id) && first && row != null) {
                problems.accept(
                        Diagnostic.error(
                                        row.place("copiedFrom"),
                                        row.where().about("the copies go in a circle"))
                                .expecting("copies that lead back to an original")
                                .finding(String.join(", ", seen)));
            }
        }
    }

    private static int place(Map<String, EvidenceRow> rows, String id) {
        EvidenceRow row = rows.get(id);
        return row == null ? 0 : row.where().at().line();
    }

    private void notATable(Tree tree, Where where) {
        if (!Loader.broken(tree)) {
            problems.accept(
                    Diagnostic.error(tree.place(), where.subject() + " is not a table")
                            .expecting("the name of a CSV file, or ids and what stands under each")
                            .finding(Binder.describe(tree)));
        }
    }

    private @Nullable EvidenceRow row(Tree.Entry e, Shape.Evidence shape, Where where) {
        Where inner = where.entry(shape.noun(), e.key().text(), e.key().place());
        places.put((shape.type() == Source.class ? "s:" : "c:") + e.key().text(), e.key().place());
        if (e.key().text().isBlank() || !e.key().text().equals(e.key().text().strip())) {
            problems.accept(
                    Diagnostic.error(e.key().place(), inner.about("an id has no space at its ends"))
                            .finding(Words.quoted(e.key().text())));
        }
        if (!(e.value() instanceof Tree.Mapping cells)) {
            problems.accept(
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
                problems.accept(
                        Diagnostic.error(
                                        cell.key().place(),
                                        inner.about(
                                                "unknown key "
                                                        + Words.quoted(name)
                                                        + Words.didYouMean(name, shape.names())))
                                .noting("keys known here: " + Words.list(shape.names())));
            } else if (!(cell.value() instanceof Tree.Scalar s)) {
                problems.accept(
                        Diagnostic.error(cell.value().place(), inner.about(name + " is not text"))
                                .finding(Binder.describe(cell.value())));
            } else if (!s.absent()
                    && !column.choices().isEmpty()
                    && !column.choices().contains(s.text().strip())) {
                problems.accept(
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
        return new EvidenceRow(cells, inner, reporting, problems);
    }

    private void source(String id, EvidenceRow row) {
        for (String column : List.of("publisher", "title", "grade")) {
            if (row.text(column).isEmpty()) {
                row.missing(column);
            }
        }
        Grade grade = EvidenceRow.choice(Grade.values(), row.text("grade"), Grade.D);
        Span date = row.date("date");
        sources.put(
                id,
                new Source(
                        id,
                        row.text("publisher"),
                        row.text("title"),
                        date == null ? null : LocalDate.ofEpochDay((long) date.low()),
                        row.text("date"),
                        row.text("address"),
                        seen(row),
                        grade,
                        row.text("note")));
    }

    /// The day on which a source was seen at its address: one stands for the other.
    private static @Nullable LocalDate seen(EvidenceRow row) {
        String address = row.text("address");
        Span seen = row.date("seen");
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            row.fail(
                    Diagnostic.error(
                                    row.place("address"),
                                    row.where().about("address is not one of the web"))
                            .expecting("https:// or http:// and what follows, without spaces")
                            .finding(Words.quoted(address)));
        } else if (!address.isEmpty() && row.text("seen").isEmpty()) {
            row.fail(
                    Diagnostic.error(
                                    row.place("address"),
                                    row.where().about("an address without the day it was seen"))
                            .noting("add seen, or leave the address out until someone has looked"));
        } else if (address.isEmpty() && seen != null) {
            row.fail(
                    Diagnostic.error(
                                    row.place("seen"),
                                    row.where().about("a day without the address seen on it"))
                            .noting("add address, or leave seen out"));
        }
        return seen == null ? null : LocalDate.ofEpochDay((long) seen.low());
    }

    private @Nullable Claim claim(String id, EvidenceRow row) {
        if (row.text("statement").isEmpty()) {
            row.missing("statement");
        }
        Claim.Status status =
                EvidenceRow.choice(
                        Claim.Status.values(), row.text("status"), Claim.Status.REPORTED);
        Claim.Kind kind =
                EvidenceRow.choice(Claim.Kind.values(), row.text("kind"), Claim.Kind.REPORTED);
        String sourceId = row.text("source");
        Source source = sources.get(sourceId);
        boolean told = kind == Claim.Kind.REPORTED || kind == Claim.Kind.ANALOGY;
        if (sourceId.isEmpty() && told) {
            row.fail(
                    Diagnostic.error(row.where().at(), row.where().about("source is missing"))
                            .noting(
                                    "only kinds `derived` and `assumption` may stand without a source"));
        } else if (!sourceId.isEmpty() && !sourcesBroken && !sourceIds.contains(sourceId)) {
            row.fail(
                    Diagnostic.error(
                                    row.place("source"),
                                    row.where()
                                            .about(
                                                    "unknown source "
                                                            + Words.quoted(sourceId)
                                                            + Words.didYouMean(
                                                                    sourceId, sourceIds)))
                            .noting("add a row to the sources, or correct the id"));
        }
        if (row.text("grade").isEmpty() && source == null && kind != Claim.Kind.ASSUMPTION) {
            row.missing("grade");
        }
        Grade grade =
                EvidenceRow.choice(
                        Grade.values(),
                        row.text("grade"),
                        source == null ? Grade.D : source.grade());
        Span madeOn = row.date("madeOn");
        Span asOf = row.date("asOf");
        LocalDate made = madeOn == null ? null : LocalDate.ofEpochDay((long) madeOn.low());
        LocalDate appliesFrom = asOf == null ? null : LocalDate.ofEpochDay((long) asOf.low());
        LocalDate applies = asOf == null ? null : LocalDate.ofEpochDay((long) asOf.high());
        LocalDate published = source == null ? null : source.date();
        boolean ahead =
                status == Claim.Status.FORECAST
                        || status == Claim.Status.PROMISED
                        || status == Claim.Status.ANNOUNCED;
        LocalDate known = ahead && made != null ? made : published != null ? published : applies;
        Dimension dimension = row.dimension();
        Span span = dimension == null || dimension == Dimension.TEXT ? null : row.span(dimension);
        if (dimension == null || row.failed()) {
            return null;
        }
        return new Claim(
                id,
                row.text("of"),
                row.text("statement"),
                row.text(),
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
                row.where().at().lineText());
    }
}
