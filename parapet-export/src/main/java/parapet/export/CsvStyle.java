package parapet.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How numbers and cells are parted in CSV, in UTF-8.
public enum CsvStyle {
    /// Commas and decimal points, as programs read it (RFC 4180).
    COMMA(',', '.', false),
    /// Semicolons and decimal commas with a mark of UTF-8 in front, as spreadsheets read it where
    /// people write 0,42.
    SEMICOLON(';', ',', true),
    /// Tabulators and decimal points with that mark, as spreadsheets read it where people write
    /// 0.42.
    TAB('\t', '.', true);

    private final char separator;
    private final char point;
    private final boolean marked;

    CsvStyle(char separator, char point, boolean marked) {
        this.separator = separator;
        this.point = point;
        this.marked = marked;
    }

    /// The style with a separator, as written or by its name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static CsvStyle of(String separator) {
        return switch (separator.strip().isEmpty() ? separator : separator.strip()) {
            case ",", "comma" -> COMMA;
            case ";", "semicolon" -> SEMICOLON;
            case "\t", "\\t", "tab" -> TAB;
            default ->
                    throw new IllegalArgumentException(
                            "the separator must be comma, semicolon or tab; found " + separator);
        };
    }

    void write(Sheet sheet, Path file) throws IOException {
        try (Writer to = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (marked) {
                to.write('\ufeff');
            }
            to.write(line(List.copyOf(sheet.columns())));
            sheet.each()
                    .accept(row -> {
                        try {
                            to.write(line(row));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// One line, its end included; all digits of numbers, nothing for null.
    String line(List<? extends @Nullable Object> values) {
        var text = new StringBuilder();
        for (int c = 0; c < values.size(); c++) {
            text.append(c == 0 ? "" : separator);
            Object value = values.get(c);
            String cell =
                    switch (value) {
                        case null -> "";
                        case Double d when !Double.isFinite(d) -> "";
                        case Double d -> d.toString().replace('.', point);
                        default -> value.toString();
                    };
            boolean quote =
                    cell.indexOf(separator) >= 0
                            || cell.indexOf('"') >= 0
                            || cell.indexOf('\n') >= 0
                            || cell.indexOf('\r') >= 0
                            || (value instanceof String && cell.isEmpty());
            text.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return text.append("\r\n").toString();
    }
}
