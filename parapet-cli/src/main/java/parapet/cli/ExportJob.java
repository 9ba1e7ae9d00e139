package parapet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.export.CsvStyle;
import parapet.export.RunExport;
import parapet.io.results.RunFolder;
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
        XLSX
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
                };
        written.forEach(w -> console.line(w.file() + "   " + w.holds()));
        return 0;
    }
}
