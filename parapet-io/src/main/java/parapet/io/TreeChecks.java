package parapet.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.io.text.Diagnostic;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Currencies;

/// What only the whole tree shows: names that exist, currencies with a rate, ways that do not go in
/// a circle, shops where parts are sent.
final class TreeChecks {
    private final Binder binder;

    TreeChecks(Binder binder) {
        this.binder = binder;
    }

    /// Checks names, currencies and circles of the whole tree.
    void whole(Tree.Mapping root) {
        for (Facts.Reference r : binder.facts.references) {
            Set<String> known = binder.facts.tables.get(r.table());
            if (known != null && !known.contains(r.id())) {
                binder.report(
                        Diagnostic.error(
                                        r.place(),
                                        "%s: %s is not in %s%s"
                                                .formatted(
                                                        r.subject(),
                                                        Words.quoted(r.id()),
                                                        r.table(),
                                                        Words.didYouMean(r.id(), known)))
                                .noting("known there: " + Words.list(known)));
            }
        }
        Set<String> rates = binder.facts.tables.get("money.rates");
        for (Facts.Currency c : binder.facts.currencies) {
            if (!Currencies.isCode(c.code())) {
                binder.report(
                        Diagnostic.error(
                                        c.place(),
                                        c.subject() + ": this is not the code of a currency")
                                .expecting("three capital letters")
                                .finding(Words.quoted(c.code())));
            } else if (rates != null
                    && !c.code().equals(Currencies.PIVOT)
                    && !rates.contains(c.code())) {
                var usable = new TreeSet<>(rates);
                usable.add(Currencies.PIVOT);
                binder.report(
                        Diagnostic.error(
                                        c.place(),
                                        "%s: there is no rate for %s"
                                                .formatted(c.subject(), Words.quoted(c.code())))
                                .noting(
                                        "add it to money.rates, or use one of "
                                                + String.join(", ", usable)));
            }
        }
        circles(root, "support.sites", "supplier", "the suppliers go in a circle");
        circles(root, "support.sites", "repairsAt", "parts sent for repair would go in a circle");
        circles(root, "catalogue.parts", "inside", "a part cannot be inside itself");
        circles(root, "programme.contracts", "after", "the contracts wait for each other");
        circles(root, "plans", "basedOn", "the plans are based on each other");
        shops(root);
    }

    private static Tree.@Nullable Mapping table(Tree.Mapping root, String path) {
        Tree at = root;
        for (String name : path.split("\\.", -1)) {
            at = at instanceof Tree.Mapping m ? m.value(name) : null;
        }
        return at instanceof Tree.Mapping m ? m : null;
    }

    static List<Tree.Scalar> names(Tree.@Nullable Mapping row, String key) {
        Tree value = row == null ? null : row.value(key);
        if (value instanceof Tree.Scalar s) {
            return List.of(s);
        }
        var names = new ArrayList<Tree.Scalar>();
        if (value instanceof Tree.Mapping m) {
            m.entries().forEach(e -> names.add(e.key()));
        }
        if (value instanceof Tree.Sequence l) {
            for (Tree item : l.items()) {
                if (item instanceof Tree.Scalar s) {
                    names.add(s);
                }
            }
        }
        return names;
    }

    private void circles(Tree.Mapping root, String path, String key, String message) {
        Tree.Mapping table = table(root, path);
        if (table == null) {
            return;
        }
        Map<String, List<Tree.Scalar>> edges = new LinkedHashMap<>();
        for (Tree.Entry e : table.entries()) {
            Tree.Mapping row = e.value() instanceof Tree.Mapping m ? m : null;
            var next = new ArrayList<>(names(row, key));
            if (key.equals("basedOn")) {
                next.addAll(names(row, "with"));
            }
            edges.put(e.key().text(), next);
        }
        boolean ownAllowed = key.equals("repairsAt");
        var done = new HashSet<String>();
        for (String id : edges.keySet()) {
            for (Tree.Scalar next : edges.getOrDefault(id, List.of())) {
                boolean own = next.text().equals(id);
                List<String> way =
                        own ? (ownAllowed ? null : List.of(id)) : way(edges, next.text(), id, done);
                if (way != null) {
                    String noun =
                            path.equals("plans")
                                    ? "plan"
                                    : path.endsWith("s")
                                            ? path.substring(
                                                    path.lastIndexOf('.') + 1, path.length() - 1)
                                            : path;
                    var round = new ArrayList<String>();
                    round.add(id);
                    round.addAll(way);
                    if (own) {
                        round.add(id);
                    }
                    binder.report(
                            Diagnostic.error(
                                            next.place(),
                                            "%s \"%s\": %s: %s".formatted(noun, id, key, message))
                                    .finding(String.join(" -> ", own ? List.of(id, id) : round)));
                    break;
                }
            }
            done.add(id);
        }
    }

    /// A way from `from` to `to` that avoids what is done, ending in `to`; null when there is none.
    private static @Nullable List<String> way(
            Map<String, List<Tree.Scalar>> edges, String from, String to, Set<String> done) {
        var seen = new HashSet<>(done);
        var cameFrom = new LinkedHashMap<String, String>();
        var open = new ArrayList<String>(List.of(from));
        seen.add(from);
        while (!open.isEmpty()) {
            String at = open.removeLast();
            for (Tree.Scalar next :
                    done.contains(at)
                            ? List.<Tree.Scalar>of()
                            : edges.getOrDefault(at, List.of())) {
                if (next.text().equals(to)) {
                    var way = new ArrayList<String>(List.of(to));
                    for (String back = at; back != null; back = cameFrom.get(back)) {
                        way.addFirst(back);
                    }
                    return way;
                }
                if (seen.add(next.text())) {
                    cameFrom.put(next.text(), at);
                    open.add(next.text());
                }
            }
        }
        return null;
    }

    private void shops(Tree.Mapping root) {
        Tree.Mapping sites = table(root, "support.sites");
        if (sites == null) {
            return;
        }
        for (Tree.Entry e : sites.entries()) {
            for (Tree.Scalar to :
                    names(e.value() instanceof Tree.Mapping m ? m : null, "repairsAt")) {
                Tree target = sites.value(to.text());
                if (target instanceof Tree.Mapping m && m.value("shop") == null) {
                    binder.report(
                            Diagnostic.error(
                                            to.place(),
                                            "site \"%s\": repairsAt: the site \"%s\" has no shop"
                                                    .formatted(e.key().text(), to.text()))
                                    .noting("give it a shop, or leave it out here"));
                }
            }
        }
    }
}
