package parapet.io;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Dimension;
import parapet.scenario.Key;

/// What the changes of a plan do to the tree of the baseline. Nothing is changed in place.
final class Edits {
    private static final List<String> CHANGEABLE =
            List.of("money", "catalogue", "support", "programme", "sky");

    /// The key of the date that a plan slips, as `later` is that of one that its author puts later;
    /// no file can hold it.
    static final String SLIPPED = "\0slipped";

    private final Loader loader;
    private final Consumer<Diagnostic> problems;
    private boolean failed;

    Edits(Loader loader, Consumer<Diagnostic> problems) {
        this.loader = loader;
        this.problems = problems;
    }

    /// Whether a change could not be made.
    boolean failed() {
        return failed;
    }

    /// What may stand at a path.
    ///
    /// @param key meaning and range; that of the whole table for an entry of a table
    record Target(Shape shape, Key key, Where where) {}

    /// What may stand at a path, whatever ids it names; null when the language has no such path.
    static @Nullable Target target(Tree.Scalar path) {
        Shape shape = Shapes.scenario();
        Key key = null;
        Where where = Where.top(path.place());
        for (String name : names(path)) {
            switch (shape) {
                case Shape.Group g -> {
                    Field f = g.field(name);
                    if (f == null) {
                        return null;
                    }
                    shape = f.shape();
                    key = f.key();
                    where = where.key(name, path.place());
                }
                case Shape.TableOf t -> {
                    shape = t.entry();
                    where = where.entry(t.entry().noun(), name, path.place());
                }
                default -> {
                    return null;
                }
            }
        }
        return key == null ? null : new Target(shape, key, where);
    }

    private static List<String> names(Tree.Scalar path) {
        return Arrays.asList(path.text().strip().split("\\.", -1));
    }

    private interface Leaf {
        /// The new tree in the place of the old; null takes it away.
        @Nullable Tree made(@Nullable Tree old, Shape shape, @Nullable Field field);
    }

    /// The tree with `to` at the path; `to` without a value takes the key away.
    Tree.Mapping set(Tree.Mapping root, Tree.Scalar path, Tree to) {
        boolean away = to instanceof Tree.Scalar s && s.absent();
        return edited(root, path, (_, shape, _) -> away ? null : loader.expand(to, shape));
    }

    /// The tree with the date at the path later.
    Tree.Mapping slip(Tree.Mapping root, Tree.Scalar path, Tree by) {
        return edited(
                root,
                path,
                (old, shape, field) -> {
                    if (field == null
                            || !(shape instanceof Shape.Measure)
                            || field.key().dimension() != Dimension.DATE) {
                        fail(
                                path.place(),
                                "%s is not a date".formatted(Words.quoted(path.text())),
                                slippable(path.text().strip()));
                        return old;
                    }
                    if (old == null) {
                        fail(
                                path.place(),
                                "there is no date at %s that could slip"
                                        .formatted(Words.quoted(path.text())),
                                "the path of a date that is given");
                        return null;
                    }
                    return new Tree.Mapping(
                            path.place(),
                            List.of(
                                    new Tree.Entry(
                                            new Tree.Scalar(path.place(), SLIPPED, true), old),
                                    new Tree.Entry(new Tree.Scalar(path.place(), "by", true), by)));
                });
    }

    private static String slippable(String path) {
        return path.matches("programme\\.contracts\\.[^.]+")
                ? "the path of a date; a contract slips as a whole by {set: programme.causes.later, to: {slip: 12 month, contracts: [%s]}}"
                        .formatted(path.substring(path.lastIndexOf('.') + 1))
                : "the path of a date";
    }

    private Tree.Mapping edited(Tree.Mapping root, Tree.Scalar path, Leaf leaf) {
        List<String> names = names(path);
        if (!CHANGEABLE.contains(names.getFirst())) {
            unknown(
                    path,
                    0,
                    "a plan cannot change %s".formatted(Words.quoted(names.getFirst())),
                    "parts that a plan can change",
                    CHANGEABLE,
                    names.getFirst());
            return root;
        }
        if (names.size() < 2) {
            fail(
                    path.place(),
                    "a plan changes single keys, not a whole part",
                    "a path such as support.sites.base");
            return root;
        }
        return (Tree.Mapping) edited(root, Shapes.scenario(), path, names, 0, leaf);
    }

    private Tree edited(
            @Nullable Tree tree,
            Shape shape,
            Tree.Scalar path,
            List<String> names,
            int depth,
            Leaf leaf) {
        Tree.Mapping m =
                tree instanceof Tree.Mapping mapping
                        ? mapping
                        : new Tree.Mapping(path.place(), List.of());
        if (tree instanceof Tree.Mapping == false && tree != null) {
            failed = true; // what stands here was reported already
            return tree;
        }
        String name = names.get(depth);
        boolean last = depth == names.size() - 1;
        Tree old = m.value(name);
        Shape inner;
        Field field = null;
        switch (shape) {
            case Shape.Group g -> {
                field = g.field(name);
                if (field == null) {
                    unknown(
                            path,
                            depth,
                            "there is no key %s in the path".formatted(Words.quoted(name)),
                            "keys known here",
                            g.names(),
                            name);
                    return m;
                }
                inner = field.shape();
            }
            case Shape.TableOf t -> {
                if (old == null && m.entry(name) == null && !last) {
                    List<String> ids = m.entries().stream().map(e -> e.key().text()).toList();
                    unknown(
                            path,
                            depth,
                            "there is no %s %s".formatted(t.entry().noun(), Words.quoted(name)),
                            "known there",
                            ids,
                            name);
                    return m;
                }
                inner = t.entry();
            }
            default -> {
                fail(
                        part(path, depth),
                        "the path goes on into a value without parts",
                        "a path that ends at "
                                + Words.quoted(String.join(".", names.subList(0, depth))));
                return m;
            }
        }
        Tree made =
                last
                        ? leaf.made(old, inner, field)
                        : deeper(old, inner, path, names, depth + 1, leaf, m);
        if (made == null) {
            return m.without(name);
        }
        return m.with(new Tree.Entry(key(m.entry(name), last, path, name), made));
    }

    private Tree deeper(
            @Nullable Tree old,
            Shape inner,
            Tree.Scalar path,
            List<String> names,
            int depth,
            Leaf leaf,
            Tree.Mapping around) {
        boolean into = inner instanceof Shape.Group || inner instanceof Shape.TableOf;
        if (!into) {
            edited(around, inner, path, names, depth, leaf);
            return old == null ? around : old;
        }
        return edited(old, inner, path, names, depth, leaf);
    }

    private static Tree.Scalar key(
            Tree.@Nullable Entry old, boolean last, Tree.Scalar path, String name) {
        return last || old == null ? new Tree.Scalar(path.place(), name, true) : old.key();
    }

    private void unknown(
            Tree.Scalar path,
            int depth,
            String message,
            String list,
            Collection<String> known,
            String name) {
        failed = true;
        problems.accept(
                Diagnostic.error(part(path, depth), message + Words.didYouMean(name, known))
                        .noting(list + ": " + Words.list(known)));
    }

    private void fail(Place at, String message, String expected) {
        failed = true;
        problems.accept(Diagnostic.error(at, message).expecting(expected));
    }

    /// The place of one name within a path.
    private static Place part(Tree.Scalar path, int depth) {
        Place p = path.place();
        List<String> names = names(path);
        int width = p.endColumn() - p.column();
        boolean plain =
                p.line() == p.endLine()
                        && width == path.text().codePointCount(0, path.text().length());
        if (!plain) {
            return p;
        }
        int from = p.column();
        for (int i = 0; i < depth; i++) {
            from += names.get(i).codePointCount(0, names.get(i).length()) + 1;
        }
        int length = Math.max(1, names.get(depth).codePointCount(0, names.get(depth).length()));
        return new Place(p.file(), p.line(), from, p.line(), from + length);
    }
}
