package parapet.io.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file says: words, lists and mappings, each with its place. Immutable.
public sealed interface Tree {
    /// Where it is written.
    Place place();

    /// How many values it holds, itself included.
    int size();

    /// One value as written.
    ///
    /// @param text the characters, without quotes
    /// @param quoted whether it stood in quotes, so that an empty text is meant
    record Scalar(Place place, String text, boolean quoted) implements Tree {
        @Override
        public int size() {
            return 1;
        }

        /// Whether nothing is written here: an empty value, `~` or `null`.
        public boolean absent() {
            return !quoted && (text.isBlank() || text.equals("~") || text.equals("null"));
        }
    }

    /// A key and its value.
    record Entry(Scalar key, Tree value) {}

    /// Keys and values in the order written; no key twice.
    record Mapping(Place place, List<Entry> entries, int size) implements Tree {
        /// A mapping of these entries.
        public Mapping(Place place, List<Entry> entries) {
            this(
                    place,
                    List.copyOf(entries),
                    1 + entries.stream().mapToInt(e -> 1 + e.value.size()).sum());
        }

        /// The entry of a key, or null.
        public @Nullable Entry entry(String key) {
            for (Entry e : entries) {
                if (e.key.text.equals(key)) {
                    return e;
                }
            }
            return null;
        }

        /// The value of a key; null when the key is not there or has no value.
        public @Nullable Tree value(String key) {
            Entry e = entry(key);
            return e == null || (e.value instanceof Scalar s && s.absent()) ? null : e.value;
        }

        /// The same mapping with an entry put in the place of the one of the same key, or at the
        /// end.
        public Mapping with(Entry entry) {
            var copy = new ArrayList<Entry>(entries.size() + 1);
            boolean done = false;
            for (Entry e : entries) {
                boolean same = e.key.text.equals(entry.key.text);
                copy.add(same ? entry : e);
                done |= same;
            }
            if (!done) {
                copy.add(entry);
            }
            return new Mapping(place, copy);
        }

        /// The same mapping without a key.
        public Mapping without(String key) {
            return new Mapping(
                    place, entries.stream().filter(e -> !e.key.text.equals(key)).toList());
        }
    }

    /// Values in order.
    record Sequence(Place place, List<Tree> items, int size) implements Tree {
        /// A sequence of these values.
        public Sequence(Place place, List<Tree> items) {
            this(place, List.copyOf(items), 1 + items.stream().mapToInt(Tree::size).sum());
        }
    }
}
