package parapet.cli;

import java.io.IOException;
import java.nio.file.Path;
import parapet.io.results.Query;
import parapet.io.results.RunException;
import parapet.io.results.RunFolder;
import parapet.view.Report;

/// The report of a run.
final class Reports {
    private Reports() {}

    static void write(RunFolder run, Path file) {
        try (Query query = Query.open(run)) {
            Report.write(query, run.info(), file);
        } catch (IOException e) {
            throw RunException.work(
                    "The report cannot be written.", String.valueOf(e.getMessage()), e);
        }
    }
}
