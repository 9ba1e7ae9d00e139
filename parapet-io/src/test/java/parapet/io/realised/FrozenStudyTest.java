package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import parapet.io.ScenarioReader;
import parapet.study.ResultTable;
import parapet.tables.Column;
import parapet.tables.Rows;

/// All tables of a small study as they were when they were last looked at: a line for each column,
/// with its number of values and what they add up to.
///
/// It says that a number moved, not which is right: that is said by the closed forms beside it.
/// When numbers move on purpose, `-Dtest=FrozenStudyTest -Dparapet.regenerate=true` writes
/// `tables.txt` anew; look at the difference.
class FrozenStudyTest {
    private static final Path FOLDER = Path.of("src/test/resources/parapet/io/realised/small");
    private static final Path FROZEN = FOLDER.resolve("tables.txt");

    /// Tables that so small a study does not fill.
    private static final Set<String> EMPTY = Set.of("drivers");

    /// Other machines round otherwise in the last places of long sums.
    private static final double RELATIVE = 1e-9;

    /// One column: `table.column` and the number of rows, then either the CRC-32 of its words or
    /// the sum of its numbers and their sum with the weights 1, 2, ... 7, 1, ..., by which two that
    /// changed places are seen.
    private static String line(String table, Column column, List<? extends Record> rows) {
        String name = table + "." + column.name() + " " + rows.size();
        if (column.type() == Column.Type.NUMBER || column.type() == Column.Type.INTEGER) {
            double sum = 0;
            double weighted = 0;
            int missing = 0;
            for (int i = 0; i < rows.size(); i++) {
                if (column.of(rows.get(i)) instanceof Number n && !Double.isNaN(n.doubleValue())) {
                    sum += n.doubleValue();
                    weighted += (1 + i % 7) * n.doubleValue();
                } else {
                    missing++;
                }
            }
            return "%s missing %d sum %s weighted %s".formatted(name, missing, sum, weighted);
        }
        var crc = new CRC32();
        for (Record row : rows) {
            crc.update((column.of(row) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return "%s crc %08x".formatted(name, crc.getValue());
    }

    private static List<String> lines(Rows rows) {
        var lines = new ArrayList<String>();
        for (ResultTable table : ResultTable.values()) {
            List<? extends Record> of = rows.of(table.type().row());
            table.columns().forEach(column -> lines.add(line(table.table(), column, of)));
        }
        return lines;
    }

    private static boolean alike(String a, String b) {
        String[] x = a.split(" ");
        String[] y = b.split(" ");
        if (x.length != y.length) {
            return false;
        }
        for (int i = 0; i < x.length; i++) {
            if (!x[i].equals(y[i]) && (i < 5 || i % 2 == 0 || !near(x[i], y[i]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(String a, String b) {
        double x = Double.parseDouble(a);
        double y = Double.parseDouble(b);
        return Math.abs(x - y) <= RELATIVE * Math.max(Math.abs(x), Math.abs(y));
    }

    @Test
    void theTablesAreAsTheyWere() throws IOException {
        List<String> now =
                lines(Studied.run(ScenarioReader.read(FOLDER), LocalDate.of(2025, 6, 30)));
        if (Boolean.getBoolean("parapet.regenerate")) {
            Files.write(FROZEN, now);
        }
        List<String> then = Files.readAllLines(FROZEN);
        var moved = new ArrayList<String>();
        for (int i = 0; i < Math.max(now.size(), then.size()); i++) {
            String was = i < then.size() ? then.get(i) : "";
            String is = i < now.size() ? now.get(i) : "";
            if (!alike(was, is)) {
                moved.add("was " + was + ", is " + is);
            }
        }
        assertThat(moved).isEmpty();
        assertThat(now)
                .as("tables without a row: fill them in scenario.yaml, or name them in EMPTY")
                .filteredOn(l -> l.split(" ")[1].equals("0"))
                .allMatch(l -> EMPTY.contains(l.substring(0, l.indexOf('.'))));
    }
}
