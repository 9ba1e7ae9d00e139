package parapet.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Query;
import parapet.io.results.RunException;
import parapet.io.results.RunFolder;
import parapet.io.results.RunInfo;
import parapet.study.ResultTable;

/// Workbooks (xlsx): numbers are numbers and days are days, so a spreadsheet of any language shows
/// them its own way.
final class Workbooks {
    private static final long MOST_ROWS = 1_048_575;
    private static final int DAY_WIDTH = 12;

    private Workbooks() {}

    static List<Sheet> sheets(RunFolder run, Query query, List<ResultTable> tables) {
        List<Sheet> sheets = new ArrayList<>(Sheet.figures(run, query));
        tables.forEach(table -> sheets.add(Sheet.of(query, table)));
        for (Sheet sheet : sheets) {
            if (sheet.rows() > MOST_ROWS) {
                throw RunException.input(
                        "The table %s has %,d rows, more than a sheet can hold (%,d)."
                                .formatted(sheet.name(), sheet.rows(), MOST_ROWS),
                        "Write it with --format csv.");
            }
        }
        return sheets;
    }

    static void write(RunFolder run, List<Sheet> sheets, Path file) throws IOException {
        try (OutputStream to = Files.newOutputStream(file);
                Workbook book = new Workbook(to, "Parapet", null)) {
            about(run.info(), book.newWorksheet("run"));
            for (Sheet sheet : sheets) {
                write(sheet, book.newWorksheet(sheet.name()));
            }
        }
    }

    private static void about(RunInfo info, Worksheet sheet) {
        List<List<String>> lines =
                List.of(
                        List.of("title", info.title()),
                        List.of("scenario", info.scenario()),
                        List.of("digest", info.digest()),
                        List.of("version", info.version()),
                        List.of("command", info.command()));
        for (int r = 0; r < lines.size(); r++) {
            sheet.value(r, 0, lines.get(r).getFirst());
            sheet.value(r, 1, lines.get(r).getLast());
        }
    }

    private static void write(Sheet from, Worksheet to) {
        for (int c = 0; c < from.columns().size(); c++) {
            to.value(0, c, from.columns().get(c));
        }
        to.range(0, 0, 0, from.columns().size() - 1).style().bold().set();
        to.freezePane(0, 1);
        int[] at = {0};
        from.each()
                .accept(row -> {
                    at[0]++;
                    for (int c = 0; c < row.size(); c++) {
                        write(to, at[0], c, row.get(c));
                    }
                });
    }

    private static void write(Worksheet to, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Double d when !Double.isFinite(d) -> {}
            case Number n -> to.value(row, column, n);
            case Boolean b -> to.value(row, column, b);
            case LocalDate day -> {
                to.value(row, column, day);
                to.style(row, column).format("yyyy-mm-dd").set();
                to.width(column, DAY_WIDTH);
            }
            default -> to.value(row, column, value.toString());
        }
    }
}
