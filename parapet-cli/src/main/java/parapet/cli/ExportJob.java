package parapet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.export.CsvStyle;
import parapet.export.RunExport;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.Render;
import parapet.io.results.RunException;
import parapet.io.results.RunFolder;
import parapet.io.results.WholeFile;
import parapet.study.ResultTable;

/// Results of a run as files for other tools.
final class ExportJob {
    /// What is written.
    enum Kind {
        /// GeoTIFF.
        TIF,
        /// GeoPackage.
        GPKG,
        /// A CSV file for the figures and one for each table.
        CSV,
        /// A workbook of the figures.
        XLSX,
        /// A JSON file for each table.
        JSON
    }

    private ExportJob() {}

    static int export(
            Path folder,
            Kind kind,
            List<String> tables,
            CsvStyle style,
            @Nullable Path out,
            Console console) {
        RunFolder run = RunFolder.open(folder);
        String name = Options.name(folder);
        Path to =
                out == null
                        ? folder.toAbsolutePath().normalize().resolveSibling(name + ".export")
                        : out;
        List<String> known = Arrays.stream(ResultTable.values()).map(ResultTable::table).toList();
        var chosen = new ArrayList<ResultTable>();
        for (String table : tables) {
            SkyQuestion.known("table", table, known);
            chosen.add(ResultTable.values()[known.indexOf(table)]);
        }
        var export = new RunExport(run, to, name);
        List<RunExport.Written> written =
                switch (kind) {
                    case TIF -> List.of(export.geoTiff());
                    case GPKG -> List.of(export.geoPackage());
                    case CSV -> export.csv(chosen, style);
                    case XLSX -> List.of(export.workbook(chosen));
                    case JSON -> json(run, chosen, to);
                };
        var files = new ArrayList<Map<String, Object>>();
        written.forEach(w ->
                files.add(Map.of("file", w.file().toString(), "holds", String.valueOf(w.holds()))));
        console.result("files", files);
        written.forEach(w -> console.line(w.file() + "   " + w.holds()));
        return 0;
    }

    /// The rows of each table as a JSON file.
    private static List<RunExport.Written> json(
            RunFolder run, List<ResultTable> chosen, Path folder) {
        var written = new ArrayList<RunExport.Written>();
        try (Query query = Query.open(run)) {
            Files.createDirectories(folder);
            for (ResultTable table : chosen.isEmpty() ? List.of(ResultTable.values()) : chosen) {
                QueryResult rows = query.whole(table);
                if (chosen.isEmpty() && rows.rows().isEmpty()) {
                    continue;
                }
                Path file = folder.resolve(table.table() + ".json");
                WholeFile.write(file, Render.json(rows).getBytes(StandardCharsets.UTF_8));
                written.add(new RunExport.Written(file, rows.rows().size() + " rows"));
            }
        } catch (IOException e) {
            throw RunException.work(
                    "The tables cannot be written to " + folder + ".",
                    String.valueOf(e.getMessage()),
                    e);
        }
        return written;
    }
}
