package parapet.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command that judges forecasts of a record of attacks.
@Command(
        name = "score",
        description = {
            "Forecast a record of attacks month by month, out of sample, and judge the forecasts.",
            "RECORD is a table with the columns class, month (2024-01), launched, shot_down; lost_otherwise,",
            "nights and kind may be left out. Stopped is shot down or lost otherwise. Every forecast",
            "uses earlier months and the number launched alone."
        },
        footer = {
            "",
            "A record of attacks holds claims of one side. A share stopped is not a single-shot kill",
            "probability. Only the forecaster `battle` may be quoted for Parapet's battle.",
            "",
            "Examples:",
            "  parapet score record.csv --from 2024-01",
            "  parapet score record.csv --detail --format csv",
            "  parapet score record.csv --nights nights.csv --from 2024-01 --section slopes"
        })
final class ScoreCommand extends Commands.Base {
    @Parameters(paramLabel = "RECORD", description = "CSV table of the record.")
    private Path record = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "MONTH",
            description = "First month that is judged, such as 2024-01 (default: all).")
    private @Nullable YearMonth from;

    @Option(names = "--detail", description = "A row for each class-month and forecaster.")
    private boolean detail;

    @Option(
            names = "--defence",
            paramLabel = "SCENARIO",
            description = {
                "Scenario whose notional defence the forecaster `battle` fights",
                "against (default: scenarios/ukraine-record)."
            })
    private @Nullable Path defence;

    @Option(
            names = "--nights",
            paramLabel = "NIGHTS",
            description = {
                "CSV table of nights by class and half-year, a row a size: class, half_year",
                "(2024H1), nights, launched, shot_down; lost_otherwise and sd_of_nightly_share",
                "may be left out. Adds: share by size, slope with size, scatter of nights."
            })
    private @Nullable Path nights;

    @Option(
            names = "--section",
            paramLabel = "NAME",
            description =
                    "One table alone: scores, ratios, pooled, unknowns, nights, slopes, spreads (or detail).")
    private @Nullable String section;

    private final Actions actions;

    ScoreCommand(Actions actions, Console console) {
        super(console);
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.score(
                new Options.Score(record, from, detail, defence, nights, section), console());
    }
}
