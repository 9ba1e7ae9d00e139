package parapet.io.text;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Builds the tree of a YAML file from the parser's events, without recursion, so that no file can
/// exhaust the stack or the memory: depth and size are limited, and an alias shares the tree it
/// names.
public final class YamlTree {
    /// Greatest nesting.
    public static final int DEEPEST = 50;

    /// Greatest number of values, each alias counted as what it stands for.
    public static final int LARGEST = 400_000;

    private final TextFile file;
    private final Consumer<Diagnostic> problems;
    private final Deck deck = new Deck();
    private final Map<String, @Nullable Tree> anchors = new HashMap<>();
    private int documents;

    private YamlTree(TextFile file, Consumer<Diagnostic> problems) {
        this.file = file;
        this.problems = problems;
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stop() {
            super(null, null, false, false);
        }
    }

    private static final class Frame {
        final Place start;
        final boolean mapping;
        final @Nullable String anchor;
        final List<Tree> items = new ArrayList<>();
        final List<Tree.Entry> entries = new ArrayList<>();
        final Set<String> keys = new HashSet<>();
        Tree.@Nullable Scalar key;
        boolean skip;
        int size = 1;

        Frame(Place start, boolean mapping, @Nullable String anchor) {
            this.start = start;
            this.mapping = mapping;
            this.anchor = anchor;
        }
    }

    private static final class Deck {
        final ArrayDeque<Frame> open = new ArrayDeque<>();
        @Nullable Tree root;
    }

    /// The tree of a file; a problem with the writing itself is reported and null returned.
    public static @Nullable Tree read(TextFile file, Consumer<Diagnostic> problems) {
        return new YamlTree(file, problems).read();
    }

    private @Nullable Tree read() {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file.name())
                        .setCodePointLimit((int) TextFile.LARGEST)
                        .build();
        try {
            for (Event event : new Parse(settings).parseString(file.text())) {
                take(event);
            }
        } catch (Stop _) {
            return null;
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            Place at = mark.map(m -> place(m, m)).orElseGet(() -> new Place(file, 1, 1, 1, 2));
            problems.accept(
                    Diagnostic.error(at, "the file is not YAML: " + problem(e))
                            .noting(
                                    "the rest of the file cannot be understood before this is mended"));
            return null;
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalStateException e) {
            problems.accept(unreadable(e));
            return null;
        }
        return deck.root;
    }

    private Diagnostic unreadable(RuntimeException e) {
        for (int i = 0; i < file.lines().size(); i++) {
            int[] points = file.lines().get(i).codePoints().toArray();
            for (int c = 0; c < points.length; c++) {
                if ((Character.isISOControl(points[c]) && points[c] != '\t')
                        || !Character.isDefined(points[c])
                        || Character.getType(points[c]) == Character.SURROGATE) {
                    return Diagnostic.error(
                            new Place(file, i + 1, c + 1, i + 1, c + 2),
                            "the character U+%04X may not stand in YAML".formatted(points[c]));
                }
            }
        }
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return Diagnostic.error(new Place(file, 1, 1, 1, 2), "the file is not YAML: " + first);
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem()).lines().findFirst().orElse("");
        String context = e.getContext();
        return (context == null || context.isBlank() ? "" : context + ", ") + problem;
    }

    private void take(Event event) {
        switch (event) {
            case DocumentStartEvent d -> {
                if (++documents > 1) {
                    fail(place(d), "a second document begins here", "one document in a file");
                }
            }
            case MappingStartEvent m -> open(new Frame(place(m), true, anchor(m)), m.getTag());
            case SequenceStartEvent s -> open(new Frame(place(s), false, anchor(s)), s.getTag());
            case MappingEndEvent m -> close(place(m));
            case SequenceEndEvent s -> close(place(s));
            case ScalarEvent s -> {
                refuseTag(place(s), s.getTag());
                var scalar = new Tree.Scalar(place(s), s.getValue(), !s.isPlain());
                String name = anchor(s);
                if (name != null) {
                    anchors.put(name, scalar);
                }
                add(scalar);
            }
            case AliasEvent a -> {
                String name = a.getAlias().getValue();
                Tree named = anchors.get(name);
                if (named == null) {
                    boolean inside = anchors.containsKey(name);
                    fail(
                            place(a),
                            inside
                                    ? "the alias \"%s\" stands inside what it names".formatted(name)
                                    : "the alias \"%s\" names nothing".formatted(name),
                            "an anchor such as &%s before it".formatted(name));
                }
                add(requireNonNull(named));
            }
            default -> {}
        }
    }

    private void open(Frame frame, Optional<String> tag) {
        refuseTag(frame.start, tag);
        if (deck.open.size() >= DEEPEST) {
            fail(frame.start, "too deeply nested", "at most %d levels".formatted(DEEPEST));
        }
        Frame parent = deck.open.peek();
        if (parent != null && parent.mapping && parent.key == null) {
            fail(frame.start, "a list or mapping cannot be a key", "a word as key");
        }
        if (frame.anchor != null) {
            anchors.put(frame.anchor, null);
        }
        deck.open.push(frame);
    }

    private void close(Place end) {
        Frame frame = deck.open.pop();
        Place to = end;
        if (end.line() == end.endLine() && end.column() == end.endColumn()) {
            // the end of a block is only seen at the next key; it is the end of the last value
            to =
                    !frame.entries.isEmpty()
                            ? frame.entries.getLast().value().place()
                            : !frame.items.isEmpty() ? frame.items.getLast().place() : frame.start;
        }
        Place place = before(frame.start, to) ? frame.start.to(to) : frame.start;
        Tree tree =
                frame.mapping
                        ? new Tree.Mapping(place, merged(frame.entries))
                        : new Tree.Sequence(place, frame.items);
        if (frame.anchor != null) {
            anchors.put(frame.anchor, tree);
        }
        add(tree);
    }

    /// The entries with those of merge keys (`<<`) joined in: a key of the mapping itself counts,
    /// then that of the mapping merged first.
    private List<Tree.Entry> merged(List<Tree.Entry> entries) {
        if (entries.stream().noneMatch(YamlTree::merge)) {
            return entries;
        }
        var own = new ArrayList<>(entries.stream().filter(e -> !merge(e)).toList());
        Set<String> keys = new HashSet<>();
        own.forEach(e -> keys.add(e.key().text()));
        for (Tree.Entry e : entries) {
            if (!merge(e)) {
                continue;
            }
            List<Tree> from = e.value() instanceof Tree.Sequence s ? s.items() : List.of(e.value());
            for (Tree tree : from) {
                if (tree instanceof Tree.Mapping m) {
                    for (Tree.Entry inner : m.entries()) {
                        if (keys.add(inner.key().text())) {
                            own.add(inner);
                        }
                    }
                } else {
                    problems.accept(
                            Diagnostic.error(
                                            tree.place(),
                                            "only keys and values can be merged by <<")
                                    .expecting("the alias of a mapping, such as <<: *name"));
                }
            }
        }
        return own;
    }

    private static boolean merge(Tree.Entry e) {
        return e.key().text().equals("<<") && !e.key().quoted();
    }

    private static boolean before(Place a, Place b) {
        return a.line() < b.endLine() || (a.line() == b.endLine() && a.column() < b.endColumn());
    }

    private void add(Tree tree) {
        Frame frame = deck.open.peek();
        if (frame == null) {
            deck.root = tree;
            return;
        }
        frame.size += tree.size();
        if (frame.size > LARGEST) {
            fail(frame.start, "the file holds too many values", "at most %,d".formatted(LARGEST));
        }
        if (!frame.mapping) {
            frame.items.add(tree);
        } else if (frame.key == null) {
            if (!(tree instanceof Tree.Scalar key)) {
                fail(tree.place(), "a list or mapping cannot be a key", "a word as key");
                return;
            }
            frame.key = key;
            frame.skip = !frame.keys.add(key.text());
            if (frame.skip) {
                problems.accept(
                        Diagnostic.error(
                                        key.place(),
                                        "the key %s is given twice"
                                                .formatted(Words.quoted(key.text())))
                                .noting("first given on " + first(frame, key.text())));
            }
        } else {
            if (!frame.skip) {
                frame.entries.add(new Tree.Entry(frame.key, tree));
            }
            frame.key = null;
        }
    }

    private static String first(Frame frame, String key) {
        return frame.entries.stream()
                .filter(e -> e.key().text().equals(key))
                .map(e -> "line " + e.key().place().line())
                .findFirst()
                .orElse("this line");
    }

    private void refuseTag(Place at, Optional<String> tag) {
        if (tag.isPresent() && !tag.get().equals("!")) {
            problems.accept(
                    Diagnostic.error(at, "the tag %s has no meaning here".formatted(tag.get()))
                            .expecting("the value without a tag"));
        }
    }

    private void fail(Place at, String message, String expected) {
        problems.accept(Diagnostic.error(at, message).expecting(expected));
        throw new Stop();
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(Anchor::getValue).orElse(null);
    }

    private Place place(Event event) {
        Mark start = event.getStartMark().orElseThrow(() -> new IllegalStateException("no mark"));
        return place(start, event.getEndMark().orElse(start));
    }

    private Place place(Mark start, Mark end) {
        int line = Math.clamp(start.getLine() + 1, 1, file.lines().size());
        int endLine = Math.clamp(end.getLine() + 1, line, file.lines().size());
        return new Place(file, line, start.getColumn() + 1, endLine, end.getColumn() + 1);
    }
}
