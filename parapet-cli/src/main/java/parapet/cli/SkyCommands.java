package parapet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.export.CsvStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands about sky and raids, and the export.
final class SkyCommands {
    private SkyCommands() {}

    /// Options that the engines alone share.
    static final class Who {
        @Parameters(
                paramLabel = "SCENARIO",
                description = "Scenario folder.",
                converter = ScenarioFolder.class)
        private Path scenario = Path.of("");

        @Option(
                names = "--plan",
                paramLabel = "NAME",
                description = "Plan (default: the reference plan).")
        private @Nullable String plan;

        @Option(
                names = "--ready",
                paramLabel = "A,B",
                split = ",",
                description = "Only these units and groups are ready (default: all of the plan).")
        private List<String> ready = new ArrayList<>();

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "Seed of all chance (default: the scenario's).")
        private @Nullable Long seed;

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Use only claims known by then.")
        private @Nullable LocalDate asOf;

        @Option(
                names = "--set",
                paramLabel = "KEY=VALUE",
                description = {
                    "Set a key of the scenario to another value, written as in the file; may be repeated,",
                    "and sets what a plan cannot change, too, such as a raid."
                })
        private List<String> sets = new ArrayList<>();

        Options.Ready options() {
            return new Options.Ready(
                    scenario, plan, List.copyOf(ready), seed, asOf, List.copyOf(sets));
        }
    }

    @Command(
            name = "coverage",
            description = {
                "Show the sky of a plan alone: what its units see and reach if they are ready.",
                "Ranges are means over draws; --out writes the map as GeoTIFF."
            },
            footer = {
                "",
                "Examples:",
                "  parapet coverage scenarios/full",
                "  parapet coverage scenarios/full --ready one,layer --out maps"
            })
    static final class Coverage extends Commands.Base {
        @Mixin private Who who = new Who();

        @Option(
                names = "--of",
                paramLabel = "TARGET",
                description = "Class of target (default: the scenario's sky.covering).")
        private @Nullable String of;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Folder for the map as GeoTIFF (default: none is written).")
        private @Nullable Path out;

        @Option(
                names = "--section",
                paramLabel = "NAME",
                description = "Only this table: areas, edges or places; csv shows the first.")
        private @Nullable String section;

        private final Actions actions;

        Coverage(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            return actions.coverage(
                    new Options.Coverage(who.options(), of, out, section), console());
        }
    }

    @Command(
            name = "raid",
            description = {
                "Fight the raids of a scenario against a force that is ready: the battle alone.",
                "Everything of the plan is ready and fully loaded, or only what is named.",
                "--section mend fights every draw again with one link of the chain mended at a time;",
                "--log writes down every event of one draw, from which it can be replayed."
            },
            footer = {
                "",
                "Examples:",
                "  parapet raid scenarios/full --draws 20",
                "  parapet raid scenarios/full --raid visit --ready layer --section reasons",
                "  parapet raid scenarios/full --raid visit --set 'sky.raids.visit.nights=4'",
                "  parapet raid scenarios/full --raid visit --section mend --draws 200",
                "  parapet raid scenarios/full --raid visit --log visit.jsonl --draw 3"
            })
    static final class Raid extends Commands.Base {
        @Mixin private Who who = new Who();

        @Option(
                names = "--raid",
                paramLabel = "NAME",
                description = "Only this raid (default: all of the scenario).")
        private @Nullable String raid;

        @Option(
                names = "--draws",
                paramLabel = "N",
                description = "Draws of the uncertain inputs (default: 50).")
        private int draws = 50;

        @Option(
                names = "--section",
                paramLabel = "NAME",
                description =
                        "Only this table: classes, assets, rounds, nights, reasons or mend; csv shows the first. mend is shown only when it is asked for.")
        private @Nullable String section;

        @Mixin private Threads threads = new Threads();

        @Option(
                names = "--log",
                paramLabel = "FILE",
                description = "Write every event of one draw of one raid as JSON lines.")
        private @Nullable Path log;

        @Option(
                names = "--draw",
                paramLabel = "N",
                description =
                        "With --log: the draw, numbered from 0 as in the tables (default: 0).")
        private @Nullable Integer draw;

        private final Actions actions;

        Raid(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            if (draws < 1) {
                throw wrong("--draws must be 1 or more; found " + draws);
            }
            if (draw != null && log == null) {
                throw wrong("--draw needs --log");
            }
            if (draw != null && draw < 0) {
                throw wrong("--draw must be 0 or more; found " + draw);
            }
            return actions.raid(
                    new Options.Raid(
                            who.options(),
                            raid,
                            draws,
                            section,
                            threads.number(),
                            log,
                            draw == null ? 0 : draw),
                    console());
        }
    }

    @Command(
            name = "why",
            description = {
                "Tell the story of one target of a raid: what each battery made of it, and why it got through.",
                "Without options these are the targets of the first draw and the last day of the reference plan.",
                "--plan, --draw, --date or --raid name another battle: it is fought again as in the run, and",
                "the story also tells which higher mast would have shown the target.",
                "Without THREAT, show the raids of the run, or the targets of the battle that is named."
            },
            footer = {
                "",
                "Examples:",
                "  parapet why out/full",
                "  parapet why out/full visit-3",
                "  parapet why out/full --draw 7 --raid visit",
                "  parapet why out/full --plan baseline --draw 7 --date 2029-12-31 visit-3"
            })
    static final class Why extends Commands.Base {
        @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a finished run.")
        private Path run = Path.of("");

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "THREAT",
                description = "Name of a target, such as visit-3.")
        private @Nullable String threat;

        @Option(
                names = "--plan",
                paramLabel = "NAME",
                description = "Plan (default: the reference plan).")
        private @Nullable String plan;

        @Option(
                names = "--draw",
                paramLabel = "N",
                description = "Draw, numbered from 0 as in the tables (default: 0).")
        private @Nullable Integer draw;

        @Option(
                names = "--date",
                paramLabel = "DATE",
                description = "Day of the raid, one of study.raidDates (default: the last).")
        private @Nullable LocalDate date;

        @Option(
                names = "--raid",
                paramLabel = "NAME",
                description = "Raid or family (default: that of THREAT).")
        private @Nullable String raid;

        @Option(
                names = "--scenario",
                paramLabel = "DIR",
                converter = ScenarioFolder.class,
                description =
                        "Folder of the scenario, as it was when it was run (default: the one that the run names).")
        private @Nullable Path scenario;

        Why(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            if (draw != null && draw < 0) {
                throw wrong("--draw must be 0 or more; found " + draw);
            }
            return WhyJob.why(
                    new Options.Why(run, threat, scenario, plan, draw, date, raid), console());
        }
    }

    @Command(
            name = "export",
            description = {
                "Write the results of a run for other tools.",
                "tif: the sky as GeoTIFF; gpkg: places and covered sky as GeoPackage;",
                "csv: figures and tables; json: the tables; xlsx: the figures as a workbook for any language."
            },
            footer = {
                "",
                "Examples:",
                "  parapet export out/full --format tif",
                "  parapet export out/full --format csv --table estimates --table battles --out sheets",
                "  parapet export out/full --format csv --separator semicolon",
                "  parapet export out/full --format xlsx"
            })
    static final class Export extends Commands.Bare {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "RUN", description = "Folder of a finished run.")
        private Path run = Path.of("");

        @Option(
                names = "--format",
                required = true,
                paramLabel = "tif|gpkg|csv|xlsx|json",
                description = "What is written.")
        private ExportJob.Kind format = ExportJob.Kind.TIF;

        @Option(
                names = "--table",
                paramLabel = "NAME",
                description =
                        "With csv and json: only this table; may be given several times (default: the figures and all with rows). With xlsx: this table, too.")
        private List<String> tables = new ArrayList<>();

        @Option(
                names = "--separator",
                paramLabel = "comma|semicolon|tab",
                description =
                        "With csv: what parts cells (default: comma). semicolon also writes 0,42 and a mark of UTF-8, as spreadsheets read it where people write so; tab keeps 0.42.")
        private String separator = "comma";

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Folder for the files (default: RUN.export beside the run).")
        private @Nullable Path out;

        Export(Console console) {
            super(console);
        }

        @Override
        Common common() {
            return common;
        }

        @Override
        public Integer call() {
            if (!tables.isEmpty()
                    && (format == ExportJob.Kind.TIF || format == ExportJob.Kind.GPKG)) {
                throw wrong("--table needs --format csv, xlsx or json");
            }
            CsvStyle style;
            try {
                style = CsvStyle.of(separator);
            } catch (IllegalArgumentException e) {
                throw wrong(String.valueOf(e.getMessage()));
            }
            return ExportJob.export(run, format, List.copyOf(tables), style, out, console());
        }
    }
}
