package parapet.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;

/// An answer made of a few named tables, with a title and notes.
final class Sections {
    private final String title;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, QueryResult> tables = new LinkedHashMap<>();
    private final Map<String, String> headings = new LinkedHashMap<>();
    private final Map<String, List<String>> sentences = new LinkedHashMap<>();

    Sections(String title) {
        this.title = title;
    }

    void note(String note) {
        notes.add(note);
    }

    void noteUnlessEmpty(String note) {
        if (!note.isEmpty()) {
            note(note);
        }
    }

    /// Adds a table.
    ///
    /// @param name key, for `--section` and JSON
    /// @param heading what it shows, for people
    void add(String name, String heading, QueryResult table) {
        tables.put(name, table);
        headings.put(name, heading);
    }

    /// Adds a table that people read as sentences.
    ///
    /// @param lines what people see instead of the table
    void add(String name, String heading, QueryResult table, List<String> lines) {
        add(name, heading, table);
        sentences.put(name, List.copyOf(lines));
    }

    /// Refuses a section that does not exist, before any work.
    static void check(@Nullable String section, List<String> known) {
        if (section != null && !known.contains(section)) {
            throw RunException.input(
                    "There is no section \"%s\".%s"
                            .formatted(section, Suggest.didYouMean(section, known)),
                    "Sections of this command: " + String.join(", ", known));
        }
    }

    void show(Console console, @Nullable String only) {
        Map<String, QueryResult> shown = new LinkedHashMap<>(tables);
        if (only != null) {
            shown.keySet().retainAll(List.of(only));
        }
        switch (console.format()) {
            case CSV -> console.table(shown.values().iterator().next());
            case JSON -> {
                Map<String, Object> all = new LinkedHashMap<>();
                all.put("title", title);
                all.put("notes", notes);
                all.putAll(shown);
                console.results(all);
            }
            case TEXT -> {
                console.line(title);
                shown.forEach((name, table) -> {
                    console.line("");
                    console.line(headings.get(name) + (table.rows().isEmpty() ? ": none" : ""));
                    if (sentences.containsKey(name)) {
                        sentences.getOrDefault(name, List.of()).forEach(console::line);
                    } else if (!table.rows().isEmpty()) {
                        console.table(table);
                    }
                });
                if (!notes.isEmpty()) {
                    console.line("");
                    notes.forEach(note -> console.line("note: " + note));
                }
            }
        }
    }
}
