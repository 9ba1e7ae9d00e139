package parapet.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.text.CsvTree;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.io.text.YamlTree;

/// Reads the files of a folder and joins them into one tree: names of files become what the files
/// hold, rows of CSV tables become records, and the short form `radar: 2` of a record with one key
/// becomes `radar: {count: 2}`. After that, nobody needs to know how the scenario was written down.
final class Loader {
    private static final Set<String> QUANTITY_FORMS =
            Set.of("assume", "claims", "foretold", "later");

    private final Path folder;
    private final Consumer<Diagnostic> problems;

    Loader(Path folder, Consumer<Diagnostic> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// Whether a part could not be read: its problem was reported, so nothing more is said about
    /// it.
    static boolean broken(@Nullable Tree tree) {
        return tree instanceof Tree.Scalar s && s.text().equals(BROKEN);
    }

    private static final String BROKEN = "\0";

    private static Tree unreadable(Tree instead) {
        return new Tree.Scalar(instead.place(), BROKEN, true);
    }

    /// The tree of a YAML file in the folder.
    @Nullable Tree yaml(String name) {
        String start = "`parapet new DIR` makes a small scenario to start from";
        TextFile file =
                TextFile.read(
                        folder.resolve(name),
                        shown(name),
                        d -> problems.accept(d.line() == 0 ? d.noting(start) : d));
        if (file == null) {
            return null;
        }
        var found = new ArrayList<Diagnostic>();
        Tree tree = YamlTree.read(file, found::add);
        found.forEach(problems);
        if (tree == null && found.isEmpty()) {
            problems.accept(
                    Diagnostic.error(
                                    new Place(file, 1, 1, 1, 2),
                                    "the file holds nothing but comments")
                            .noting(start));
        }
        return tree;
    }

    String shown(String name) {
        return folder.resolve(name).normalize().toString();
    }

    /// The tree with everything joined in that its files name.
    Tree expand(Tree tree, Shape shape) {
        return switch (shape) {
            case Shape.Group g -> group(tree, g);
            case Shape.TableOf t -> table(tree, t);
            case Shape.Evidence e -> evidence(tree, e);
            case Shape.ListOf l ->
                    tree instanceof Tree.Sequence s && l.element() instanceof Shape.Group g
                            ? new Tree.Sequence(
                                    s.place(), s.items().stream().map(i -> expand(i, g)).toList())
                            : tree;
            default -> tree;
        };
    }

    private Tree group(Tree tree, Shape.Group g) {
        Tree whole = included(tree);
        Field only = g.only();
        if (only != null && standsForOnly(whole, only)) {
            var key = new Tree.Scalar(whole.place(), only.name(), true);
            var entry = new Tree.Entry(key, expand(whole, only.shape()));
            return new Tree.Mapping(whole.place(), List.of(entry));
        }
        if (!(whole instanceof Tree.Mapping m)) {
            return whole;
        }
        var entries = new ArrayList<Tree.Entry>();
        for (Tree.Entry e : m.entries()) {
            Field f = g.field(e.key().text());
            entries.add(f == null ? e : new Tree.Entry(e.key(), expand(e.value(), f.shape())));
        }
        return new Tree.Mapping(m.place(), entries);
    }

    private static boolean standsForOnly(Tree tree, Field only) {
        return switch (tree) {
            case Tree.Scalar s -> !s.absent() && !broken(s);
            case Tree.Mapping m ->
                    m.entry(only.name()) == null
                            && m.entries().stream()
                                    .anyMatch(e -> QUANTITY_FORMS.contains(e.key().text()));
            case Tree.Sequence _ -> false;
        };
    }

    private Tree table(Tree tree, Shape.TableOf t) {
        Tree whole = tree;
        if (workbook(tree)) {
            return unreadable(tree);
        }
        if (names(tree, ".csv") || names(tree, ".tsv")) {
            CsvTree.Table csv = csv(tree);
            whole = csv == null ? unreadable(tree) : rows(csv, t.entry());
        } else {
            whole = included(tree);
        }
        if (!(whole instanceof Tree.Mapping m)) {
            return whole;
        }
        var entries = new ArrayList<Tree.Entry>();
        for (Tree.Entry e : m.entries()) {
            entries.add(new Tree.Entry(e.key(), expand(e.value(), t.entry())));
        }
        return new Tree.Mapping(m.place(), entries);
    }

    private Tree evidence(Tree tree, Shape.Evidence e) {
        if (workbook(tree)) {
            return unreadable(tree);
        }
        if (!names(tree, ".csv") && !names(tree, ".tsv")) {
            return included(tree);
        }
        CsvTree.Table csv = csv(tree);
        if (csv == null || !complete(csv, e)) {
            return unreadable(tree);
        }
        return known(csv, e.names(), e.names()::contains);
    }

    /// Whether the header names every column without which no row can be read; a missing one is
    /// said once.
    private boolean complete(CsvTree.Table csv, Shape.Evidence e) {
        Set<String> there = new LinkedHashSet<>();
        csv.header().forEach(cell -> there.add(cell.text()));
        boolean claims = e.type() == Claim.class;
        var lacking = new ArrayList<String>();
        for (String column :
                claims
                        ? List.of("of", "statement", "unit")
                        : List.of("publisher", "title", "grade")) {
            if (!there.contains(column)) {
                lacking.add(column);
            }
        }
        if (claims && !there.contains("source") && reported(csv)) {
            lacking.add("source");
        }
        if (claims
                && !there.contains("value")
                && !there.contains("low")
                && !there.contains("high")) {
            lacking.add("value");
        }
        for (String column : lacking) {
            String near =
                    Words.nearest(
                            column, there.stream().filter(t -> !e.names().contains(t)).toList());
            problems.accept(
                    Diagnostic.error(
                                    csv.header().getLast().place(),
                                    "there is no column \"%s\"".formatted(column))
                            .finding(near == null ? null : "the column " + Words.quoted(near))
                            .noting(
                                    near == null
                                            ? "add it to the first line; columns known here: id, "
                                                    + Words.list(e.names())
                                            : "write %s in the first line".formatted(column)));
        }
        return lacking.isEmpty();
    }

    /// Whether any claim is reported, so that it must name its source.
    private static boolean reported(CsvTree.Table csv) {
        return csv.rows().entries().stream()
                .anyMatch(row ->
                        !(row.value() instanceof Tree.Mapping cells)
                                || !(cells.value("kind") instanceof Tree.Scalar kind)
                                || kind.text().equals("reported"));
    }

    /// Whether a workbook of a spreadsheet is named, which is reported.
    private boolean workbook(Tree tree) {
        boolean is =
                List.of(".xlsx", ".xls", ".ods", ".xlsm", ".numbers").stream()
                        .anyMatch(ending -> names(tree, ending));
        if (is) {
            problems.accept(
                    Diagnostic.error(tree.place(), "a workbook of a spreadsheet is not read")
                            .expecting("the name of a CSV file")
                            .finding(Binder.describe(tree))
                            .noting(TextFile.SAVE_AS_CSV));
        }
        return is;
    }

    private static boolean names(Tree tree, String ending) {
        return tree instanceof Tree.Scalar s
                && s.text().toLowerCase(Locale.ROOT).endsWith(ending)
                && !s.text().contains("\n");
    }

    private Tree included(Tree tree) {
        if (!names(tree, ".yaml") && !names(tree, ".yml")) {
            return tree;
        }
        TextFile file = file((Tree.Scalar) tree);
        Tree whole = file == null ? null : YamlTree.read(file, problems);
        return whole == null ? unreadable(tree) : whole;
    }

    private CsvTree.@Nullable Table csv(Tree tree) {
        TextFile file = file((Tree.Scalar) tree);
        return file == null ? null : CsvTree.read(file, problems);
    }

    /// Whether a file lies in a folder, which may be the one Parapet was started in (`.`).
    static boolean within(Path folder, Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize());
    }

    private @Nullable TextFile file(Tree.Scalar name) {
        try {
            Path path = folder.resolve(name.text()).normalize();
            if (!within(folder, path) || Path.of(name.text()).isAbsolute()) {
                problems.accept(
                        Diagnostic.error(
                                        name.place(),
                                        "a scenario names only files of its own folder")
                                .finding(Words.quoted(name.text())));
                return null;
            }
            var found = new ArrayList<Diagnostic>();
            TextFile file = TextFile.read(path, shown(name.text()), found::add);
            for (Diagnostic d : found) {
                boolean inside = d.line() > 0;
                problems.accept(
                        inside
                                ? d
                                : new Diagnostic(
                                        d.severity(),
                                        name.place(),
                                        "%s: %s".formatted(name.text(), d.message()),
                                        d.expected(),
                                        d.found(),
                                        d.notes(),
                                        d.kind()));
            }
            return file;
        } catch (InvalidPathException e) {
            problems.accept(
                    Diagnostic.error(name.place(), "this cannot be the name of a file")
                            .finding(Words.quoted(name.text())));
            return null;
        }
    }

    private Tree.Mapping rows(CsvTree.Table csv, Shape.Group g) {
        Tree.Mapping rows = known(csv, columns(g, ""), column -> field(g, column.split("\\.", -1)));
        var entries = new ArrayList<Tree.Entry>();
        for (Tree.Entry row : rows.entries()) {
            var nested = new Tree.Mapping(row.value().place(), List.of());
            for (Tree.Entry cell : ((Tree.Mapping) row.value()).entries()) {
                nested = put(nested, g, cell.key().text().split("\\.", -1), 0, cell);
            }
            entries.add(new Tree.Entry(row.key(), nested));
        }
        return new Tree.Mapping(rows.place(), entries);
    }

    private static Tree.Mapping put(
            Tree.Mapping into, Shape shape, String[] names, int depth, Tree.Entry cell) {
        Shape inner = inner(shape, names[depth]);
        var key = new Tree.Scalar(cell.key().place(), names[depth], true);
        if (depth == names.length - 1) {
            return into.with(new Tree.Entry(key, cellValue(cell.value(), inner)));
        }
        Tree.Entry before = into.entry(names[depth]);
        Tree.Mapping deeper =
                before != null && before.value() instanceof Tree.Mapping m
                        ? m
                        : new Tree.Mapping(cell.value().place(), List.of());
        return into.with(
                new Tree.Entry(
                        key, put(deeper, inner == null ? shape : inner, names, depth + 1, cell)));
    }

    private static Tree cellValue(Tree cell, @Nullable Shape shape) {
        if (!(shape instanceof Shape.ListOf) || !(cell instanceof Tree.Scalar s)) {
            return cell;
        }
        var items = new ArrayList<Tree>();
        for (String item : s.text().split(";", -1)) {
            if (!item.isBlank()) {
                items.add(new Tree.Scalar(s.place(), item.strip(), true));
            }
        }
        return new Tree.Sequence(s.place(), items);
    }

    private static @Nullable Shape inner(Shape shape, String name) {
        return switch (shape) {
            case Shape.Group g -> {
                Field f = g.field(name);
                yield f == null ? null : f.shape();
            }
            case Shape.TableOf t -> t.entry();
            default -> null;
        };
    }

    private static boolean field(Shape.Group g, String[] names) {
        Shape at = g;
        for (String name : names) {
            at = inner(at, name);
            if (at == null) {
                return false;
            }
        }
        return true;
    }

    private static List<String> columns(Shape.Group g, String prefix) {
        var names = new ArrayList<String>();
        for (Field f : g.fields()) {
            if (f.shape() instanceof Shape.Group inner) {
                names.addAll(columns(inner, prefix + f.name() + "."));
            } else {
                names.add(prefix + f.name());
            }
        }
        return names;
    }

    /// The rows without columns that the language does not know, each of them reported once.
    private Tree.Mapping known(CsvTree.Table csv, List<String> names, Predicate<String> known) {
        Set<String> unknown = new LinkedHashSet<>();
        for (Tree.Scalar cell : csv.header().subList(1, csv.header().size())) {
            if (!known.test(cell.text())) {
                unknown.add(cell.text());
                problems.accept(
                        Diagnostic.error(
                                        cell.place(),
                                        "unknown column %s%s"
                                                .formatted(
                                                        Words.quoted(cell.text()),
                                                        Words.didYouMean(cell.text(), names)))
                                .noting("columns known here: id, " + Words.list(names)));
            }
        }
        if (unknown.isEmpty()) {
            return csv.rows();
        }
        var entries = new ArrayList<Tree.Entry>();
        for (Tree.Entry row : csv.rows().entries()) {
            var cells = (Tree.Mapping) row.value();
            entries.add(
                    new Tree.Entry(
                            row.key(),
                            new Tree.Mapping(
                                    cells.place(),
                                    cells.entries().stream()
                                            .filter(c -> !unknown.contains(c.key().text()))
                                            .toList())));
        }
        return new Tree.Mapping(csv.rows().place(), entries);
    }
}
