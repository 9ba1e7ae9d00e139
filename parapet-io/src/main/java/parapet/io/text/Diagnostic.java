package parapet.io.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something wrong in an input file, and how to cure it.
///
/// @param severity whether it stops the work
/// @param place where
/// @param message what is wrong, beginning with the object by its own name
/// @param expected what may be written instead, or null
/// @param found what was found instead, or null
/// @param notes further lines: keys known here, the cure
/// @param kind what several of its kind are called, such as `values without a source`; empty when
///   each is shown by itself
public record Diagnostic(
        Severity severity,
        Place place,
        String message,
        @Nullable String expected,
        @Nullable String found,
        List<String> notes,
        String kind) {
    public Diagnostic {
        notes = List.copyOf(notes);
    }

    /// How bad it is.
    public enum Severity {
        /// The scenario cannot be used.
        ERROR,
        /// The scenario can be used, but probably says something else than meant.
        WARNING
    }

    /// An error without further lines.
    public static Diagnostic error(Place place, String message) {
        return new Diagnostic(Severity.ERROR, place, message, null, null, List.of(), "");
    }

    /// A warning without further lines.
    public static Diagnostic warning(Place place, String message) {
        return new Diagnostic(Severity.WARNING, place, message, null, null, List.of(), "");
    }

    /// The same with what may be written.
    public Diagnostic expecting(@Nullable String what) {
        return new Diagnostic(severity, place, message, what, found, notes, kind);
    }

    /// The same with what was found.
    public Diagnostic finding(@Nullable String what) {
        return new Diagnostic(severity, place, message, expected, what, notes, kind);
    }

    /// The same with one more line.
    public Diagnostic noting(String note) {
        var more = new ArrayList<>(notes);
        more.add(note);
        return new Diagnostic(severity, place, message, expected, found, more, kind);
    }

    /// The same with words added to the message.
    public Diagnostic adding(String words) {
        return new Diagnostic(severity, place, message + words, expected, found, notes, kind);
    }

    /// The same as one of a kind that may be shown together.
    public Diagnostic ofKind(String several) {
        return new Diagnostic(severity, place, message, expected, found, notes, several);
    }

    /// The same with another name for the folder of its file.
    public Diagnostic renamed(String from, String to) {
        TextFile file = place.file();
        var other = new TextFile(file.name().replace(from, to), file.text(), file.lines());
        var at = new Place(other, place.line(), place.column(), place.endLine(), place.endColumn());
        return new Diagnostic(
                severity, at, message.replace(from, to), expected, found, notes, kind);
    }

    /// Whether it stops the work.
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// Name of the file as shown.
    public String file() {
        return place.file().name();
    }

    /// Line, from 1; 0 for the file as a whole.
    public int line() {
        return place.line();
    }

    /// Column, from 1; 0 for the file as a whole.
    public int column() {
        return place.column();
    }

    /// Column after the end on the first line.
    public int endColumn() {
        if (place.endLine() == place.line()) {
            return Math.max(place.endColumn(), place.column() + 1);
        }
        String text =
                place.line() >= 1 && place.line() <= place.file().lines().size()
                        ? place.file().lines().get(place.line() - 1).stripTrailing()
                        : "";
        return Math.max(text.codePointCount(0, text.length()) + 1, place.column() + 1);
    }
}
