package parapet.cli;

import java.io.IOException;
import java.nio.file.Path;
import parapet.io.results.RunException;
import parapet.io.results.RunFolder;
import parapet.io.results.RunInfo;
import parapet.quantity.FiscalYears;
import parapet.scenario.Scenario;
import parapet.study.Setup;
import parapet.view.DuckTables;
import parapet.view.Report;

/// The report of a run.
final class Reports {
    private Reports() {}

    static void write(Setup setup, RunInfo info, RunFolder run, Path file) {
        Scenario scenario = setup.scenario();
        var about =
                new parapet.view.RunInfo(
                        info.title(),
                        scenario.about().strip(),
                        info.scenario(),
                        scenario.start(),
                        scenario.end(),
                        setup.options().asOf(),
                        info.seed(),
                        info.draws(),
                        info.replications(),
                        info.digest(),
                        info.version(),
                        info.command(),
                        scenario.money().reporting(),
                        setup.reference(),
                        new FiscalYears(scenario.money().fiscalYear()),
                        info.quick());
        try (DuckTables tables = DuckTables.of(run.folder().resolve("tables"))) {
            Report.write(tables, about, file);
        } catch (IOException e) {
            throw RunException.work(
                    "The report cannot be written.", String.valueOf(e.getMessage()), e);
        }
    }
}
