package parapet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The fleet alone, and decisions about its support.
@Command(
        name = "sustain",
        description = {
            "Show the fleet of a plan alone: who is ready, why not, and what parts it asks for.",
            "With --slip, the price of a month: what each open milestone costs when it comes later.",
            "With --optimise, decide about its support: an exact or two-moment model proposes, and"
                    + " the simulation re-ranks under the same chance."
        },
        footer = {
            "",
            "Examples:",
            "  parapet sustain scenarios/first",
            "  parapet sustain scenarios/full --slip 12",
            "  parapet sustain scenarios/full --optimise spares --budget \"50 million "
                    + Currencies.PIVOT
                    + "\"",
            "  parapet sustain scenarios/full --optimise spares --budget \"2027: 50 million "
                    + Currencies.PIVOT
                    + "\""
                    + " --budget \"2028: 40 million "
                    + Currencies.PIVOT
                    + "\"",
            "  parapet sustain scenarios/full --optimise spares --target 95%%",
            "  parapet sustain scenarios/full --optimise repair",
            "  parapet sustain scenarios/full --optimise places --item depot",
            "  parapet sustain scenarios/full --optimise opening --item depot --worth \"40 million "
                    + Currencies.PIVOT
                    + "\"",
            "  parapet sustain scenarios/full --optimise last-buy --item engine"
        })
final class SustainCommand extends Commands.Base {
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
            names = "--on",
            paramLabel = "DATE",
            description =
                    "Day decided for; readiness counts from then on, five years at most"
                            + " (default: the next day of the study after the evidence).")
    private @Nullable LocalDate on;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Draws of the uncertain inputs (default: 100).")
    private int draws = 100;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all chance (default: the scenario's).")
    private @Nullable Long seed;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Use only claims known by then.")
    private @Nullable LocalDate asOf;

    @Mixin private Threads threads = new Threads();

    @Option(
            names = "--optimise",
            paramLabel = "WHAT",
            description = "spares, repair, places, opening or last-buy.")
    private Options.@Nullable Decision decision;

    @Option(
            names = "--budget",
            paramLabel = "MONEY",
            description =
                    "With spares: money to spend, such as \"300 million "
                            + Currencies.PIVOT
                            + "\"; or, given several times,"
                            + " money of a year and currency, such as \"2027: 60 million "
                            + Currencies.PIVOT
                            + "\".")
    private List<Options.Budget> budgets = List.of();

    @Option(
            names = "--target",
            paramLabel = "SHARE",
            description =
                    "With spares and repair: share of the fleet that is to be ready; with last-buy: chance"
                            + " that the order suffices; such as 95%%.")
    private @Nullable String target;

    @Option(
            names = "--worth",
            paramLabel = "MONEY",
            description =
                    "With --slip and opening: what a ready unit-year is worth (default: what the plan"
                            + " pays for one). With last-buy: what a missing part costs.")
    private Options.@Nullable Amount worth;

    @Option(
            names = "--slip",
            paramLabel = "MONTHS",
            description =
                    "Let each delivery, opening, qualification and payment that is still open come so"
                            + " many months later, one at a time.")
    private @Nullable Double slip;

    @Option(
            names = "--item",
            paramLabel = "KEY",
            description = "Site (places, opening) or part (last-buy) that the decision is about.")
    private @Nullable String item;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With spares: folder for the curve as SVG (default: none is written).")
    private @Nullable Path out;

    @Option(
            names = "--section",
            paramLabel = "NAME",
            description = "Only this table; csv shows the first.")
    private @Nullable String section;

    private final Actions actions;

    SustainCommand(Actions actions, Console console) {
        super(console);
        this.actions = actions;
    }

    @Override
    public Integer call() {
        if (draws < 2) {
            throw wrong("--draws must be 2 or more; found " + draws);
        }
        if (decision == null
                && (!budgets.isEmpty() || target != null || item != null || out != null)) {
            throw wrong("--budget, --target, --item and --out need --optimise");
        }
        if (!budgets.isEmpty() && decision != Options.Decision.SPARES) {
            throw wrong("--budget needs --optimise spares");
        }
        if (out != null && decision != Options.Decision.SPARES) {
            throw wrong("--out needs --optimise spares");
        }
        if (slip != null && decision != null) {
            throw wrong("give --slip or --optimise, not both");
        }
        if (slip != null && !(slip > 0 && slip <= 600)) {
            throw wrong("--slip must be more than 0 and up to 600 months; found " + slip);
        }
        if (worth != null
                && slip == null
                && decision != Options.Decision.OPENING
                && decision != Options.Decision.LAST_BUY) {
            throw wrong("--worth needs --slip, --optimise opening or --optimise last-buy");
        }
        boolean yearly = !budgets.isEmpty() && budgets.stream().allMatch(b -> b.year() != null);
        if (!yearly && budgets.size() > 1) {
            throw wrong("give --budget once, or each with its year");
        }
        if (!budgets.isEmpty() && target != null) {
            throw wrong("give --budget or --target, not both");
        }
        Options.Decision what = decision;
        if (item == null
                && (what == Options.Decision.PLACES
                        || what == Options.Decision.OPENING
                        || what == Options.Decision.LAST_BUY)) {
            throw wrong("--optimise " + what.word() + " needs --item");
        }
        return actions.sustain(
                new Options.Sustain(
                        scenario,
                        plan,
                        on,
                        draws,
                        seed,
                        asOf,
                        threads.number(),
                        decision,
                        budgets.isEmpty() || yearly ? null : budgets.getFirst().amount(),
                        yearly ? budgets : List.of(),
                        share(),
                        worth,
                        item,
                        slip,
                        out,
                        section),
                console());
    }

    private @Nullable Double share() {
        String text = target;
        if (text == null) {
            return null;
        }
        boolean percent = text.strip().endsWith("%");
        Measures.Reading reading = Measures.read(text, percent ? Dimension.SHARE : Dimension.COUNT);
        Span span = reading.span();
        if (span != null && span.single() && span.low() > 0 && span.low() < 1) {
            return span.low();
        }
        String cure = reading.cure();
        throw wrong(
                "--target must be a share such as 95% or 0.95; found "
                        + text
                        + (cure == null ? "" : "; " + cure));
    }
}
