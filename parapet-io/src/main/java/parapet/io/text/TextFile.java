package parapet.io.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A file that was read whole.
///
/// @param name the name shown in messages
/// @param text its characters, without a byte-order mark
/// @param lines its lines, without their ends
public record TextFile(String name, String text, List<String> lines) {
    /// Greatest size of a file, bytes.
    public static final long LARGEST = 8L * 1024 * 1024;

    /// What to do with a workbook.
    public static final String SAVE_AS_CSV =
            "in the program that made it choose Save as, CSV UTF-8, and name that file";

    /// A file with this text.
    public static TextFile of(String name, String text) {
        return new TextFile(name, text, List.of(text.split("\r\n|\n|\r", -1)));
    }

    /// Reads a file; a problem is reported and null returned.
    public static @Nullable TextFile read(Path path, String name, Consumer<Diagnostic> problems) {
        try {
            if (Files.isDirectory(path)) {
                return fail(problems, name, "is a folder, not a file", null);
            }
            if (!Files.exists(path)) {
                return fail(problems, name, "there is no such file", null);
            }
            if (!Files.isRegularFile(path)) {
                return fail(problems, name, "is not a regular file", null);
            }
            long size = Files.size(path);
            if (size > LARGEST) {
                return fail(
                        problems,
                        name,
                        "the file has %,d bytes".formatted(size),
                        "at most %,d bytes".formatted(LARGEST));
            }
            return decode(Files.readAllBytes(path), name, problems);
        } catch (AccessDeniedException e) {
            return fail(problems, name, "the file may not be read by you", null);
        } catch (IOException e) {
            return fail(problems, name, "the file cannot be read: " + e.getMessage(), null);
        }
    }

    private static @Nullable TextFile decode(
            byte[] bytes, String name, Consumer<Diagnostic> problems) {
        String other = otherKind(bytes);
        if (other != null) {
            problems.accept(
                    Diagnostic.error(Place.whole(name), "the file is " + other + ", not text")
                            .expecting("a text file saved as UTF-8")
                            .noting(
                                    other.contains("workbook")
                                            ? SAVE_AS_CSV
                                            : "save it as plain text in UTF-8"));
            return null;
        }
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            if (text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            if (text.isBlank()) {
                return fail(problems, name, "the file is empty", null);
            }
            return of(name, text);
        } catch (CharacterCodingException e) {
            return undecodable(bytes, name, problems);
        }
    }

    /// What a file is that is no text, by its first bytes; null for any other.
    private static @Nullable String otherKind(byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004")) {
            return head.contains("opendocument")
                    ? "a workbook of OpenDocument (ods)"
                    : head.contains("xl/") || head.contains("[Content_Types].xml")
                            ? "a workbook of Excel (xlsx)"
                            : "an archive (zip)";
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return "a workbook of an old Excel (xls)";
        }
        if (head.startsWith("%PDF")) {
            return "a PDF";
        }
        if (head.startsWith("\u001f\u008b")) {
            return "an archive (gzip)";
        }
        if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
            return "text in UTF-16";
        }
        return null;
    }

    private static @Nullable TextFile undecodable(
            byte[] bytes, String name, Consumer<Diagnostic> problems) {
        TextFile shown = of(name, new String(bytes, StandardCharsets.UTF_8));
        for (int i = 0; i < shown.lines.size(); i++) {
            int at = shown.lines.get(i).indexOf('\uFFFD');
            if (at >= 0) {
                int column = shown.lines.get(i).codePointCount(0, at) + 1;
                problems.accept(
                        Diagnostic.error(
                                        new Place(shown, i + 1, column, i + 1, column + 1),
                                        "the file is not UTF-8 text")
                                .expecting("a file saved as UTF-8"));
                return null;
            }
        }
        return fail(problems, name, "the file is not UTF-8 text", "a file saved as UTF-8");
    }

    private static @Nullable TextFile fail(
            Consumer<Diagnostic> problems, String name, String message, @Nullable String expected) {
        problems.accept(Diagnostic.error(Place.whole(name), message).expecting(expected));
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
