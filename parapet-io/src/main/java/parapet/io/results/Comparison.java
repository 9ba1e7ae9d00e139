package parapet.io.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What came of comparing two plans or two runs.
///
/// @param title what was compared, in words
/// @param notes what a reader must know before the numbers
/// @param sections tables by name, the most important first; largest moves come first in each
public record Comparison(
        String title, List<String> notes, SequencedMap<String, QueryResult> sections) {
    /// Copies the collections.
    public Comparison {
        notes = List.copyOf(notes);
        sections = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sections));
    }
}
