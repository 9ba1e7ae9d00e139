package parapet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.io.NightsReader;
import parapet.io.RecordReader;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.record.Baseline;
import parapet.record.BattleForecast;
import parapet.record.Defence;
import parapet.record.Forecaster;
import parapet.record.Kinds;
import parapet.record.MonthlyRecord;
import parapet.record.NightGroup;
import parapet.record.NightScore;
import parapet.record.Pooled;
import parapet.record.Scoreboard;
import parapet.record.Statistical;

/// Forecasts of a record of attacks, judged month by month.
final class ScoreJob {
    private static final String MODEL = "statistical";
    private static final List<String> TABLES = List.of("scores", "ratios", "pooled", "unknowns");
    private static final List<String> NIGHT_TABLES =
            List.of("scores", "ratios", "pooled", "unknowns", "nights", "slopes", "spreads");

    private ScoreJob() {}

    static int score(Options.Score options, Console console) {
        Sections.check(
                options.section(),
                options.detail()
                        ? List.of("detail")
                        : options.nights() == null ? TABLES : NIGHT_TABLES);
        RecordReader.Read read = RecordReader.read(options.record());
        console.problems(read.diagnostics(), true);
        MonthlyRecord record = read.record();
        List<NightGroup> nights = nights(options.nights(), console);
        if (record == null || nights == null) {
            return 2;
        }
        Defence defence = ScoreDefence.of(options.defence(), console);
        if (defence == null) {
            return 2;
        }
        var battle = new BattleForecast(defence);
        List<Forecaster> forecasters =
                List.of(
                        new Baseline.Last(),
                        new Baseline.Pooled(),
                        new Baseline.Forgetting(),
                        new Statistical(Kinds.known().with(record.kinds())),
                        battle);
        Scoreboard scored = Scoreboard.judge(record, options.from(), forecasters);
        if (scored.classMonths() == 0) {
            throw RunException.input(
                    "No class of %s has a month to judge%s."
                            .formatted(
                                    options.record(),
                                    options.from() == null
                                            ? ""
                                            : " in %s or later".formatted(options.from())),
                    "A month is judged if something was launched and the class has an earlier such"
                            + " month; the record ends with %s."
                                    .formatted(record.rows().getLast().month()));
        }
        Sections shown = sections(options, scored, battle, record);
        if (options.nights() != null && !options.detail()) {
            ScoreNights.add(
                    shown,
                    NightScore.judge(record, options.from(), nights, new BattleForecast(defence)));
        }
        shown.show(console, options.section());
        return 0;
    }

    /// The nights of a file; none without one, null where it has errors, which are shown.
    private static @Nullable List<NightGroup> nights(@Nullable Path file, Console console) {
        if (file == null) {
            return List.of();
        }
        NightsReader.Read read = NightsReader.read(file);
        console.problems(read.diagnostics(), true);
        return read.nights();
    }

    private static Sections sections(
            Options.Score options, Scoreboard scored, BattleForecast battle, MonthlyRecord record) {
        var shown =
                new Sections(
                        "%s: forecasts of the number stopped, claims of one side; %d class-months of %d classes%s"
                                .formatted(
                                        options.record().getFileName(),
                                        scored.classMonths(),
                                        scored.classes().size(),
                                        options.from() == null ? "" : " from " + options.from()));
        if (options.detail()) {
            shown.add("detail", "Each class-month (score in counts)", detail(scored));
        } else {
            shown.add("scores", "Mean score (CRPS, in counts; less is better)", scores(scored));
            shown.add(
                    "ratios",
                    "Score over that of others: mean per target launched, and geometric mean over classes with %d months or more (below 1 the first is better)"
                            .formatted(Scoreboard.ENOUGH_MONTHS),
                    ratios(scored));
            shown.add(
                    "pooled",
                    "\"battle\" over all judged months of a class: what was forecast (mean, middle 90 %) and came, claims of one side",
                    pooled(battle));
            shown.add(
                    "unknowns",
                    "What \"battle\" holds of the defence that each class meets, after the last month (mean, middle 90 %)",
                    unknowns(battle));
        }
        shown.note(
                "The record holds claims of one side. A share stopped is not a single-shot kill"
                        + " probability: it holds what was attacked, decoys, and what was counted.");
        shown.note(
                "Only \"battle\" is Parapet's battle, also where it loses: nights of a month's scale fought"
                        + " against a notional defence. It can say what share such a defence would stop of a"
                        + " month; it cannot tell what a battery, a round or a real defence is worth, because"
                        + " only their joint effect is seen.");
        List<String> even = scored.classes().stream().filter(c -> !battle.knows(c)).toList();
        if (!even.isEmpty()) {
            shown.note(
                    "The defence knows no %s: \"battle\" has even chances there."
                            .formatted(String.join(", ", even)));
        }
        if (record.rows().stream().allMatch(row -> row.nights() == 0)) {
            shown.note(
                    "The record tells no nights: \"battle\" fights each month as a single night.");
        }
        shown.note(
                "Every forecast uses earlier months and the number launched in its month alone."
                        + " Coverage is 0.9 where forecasts are right (fair for counts).");
        return shown;
    }

    private static QueryResult scores(Scoreboard scored) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Scoreboard.Mean m : scored.means()) {
            rows.add(
                    List.of(
                            m.targetClass(),
                            m.forecaster(),
                            m.months(),
                            m.crps(),
                            m.fairCoverage()));
        }
        return QueryResult.of(List.of("class", "forecaster", "months", "crps", "coverage"), rows);
    }

    private static QueryResult detail(Scoreboard scored) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Scoreboard.Judged j : scored.judged()) {
            rows.add(
                    List.of(
                            j.row().targetClass(),
                            j.row().month().toString(),
                            j.row().launched(),
                            j.row().stopped(),
                            j.forecaster(),
                            j.crps(),
                            j.fairCoverage()));
        }
        return QueryResult.of(
                List.of("class", "month", "launched", "stopped", "forecaster", "crps", "faircover"),
                rows);
    }

    private static QueryResult ratios(Scoreboard scored) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (String one : List.of(MODEL, BattleForecast.NAME)) {
            for (String against : scored.forecasters()) {
                if (!against.equals(one)) {
                    Scoreboard.Ratio r = scored.ratio(one, against);
                    var row = new ArrayList<@Nullable Object>();
                    row.add(one);
                    row.add(against);
                    row.add(r.perLaunched());
                    row.add(Double.isNaN(r.geometric()) ? null : (Object) r.geometric());
                    row.add(r.better());
                    row.add(r.classes());
                    rows.add(row);
                }
            }
        }
        return QueryResult.of(
                List.of("forecaster", "against", "perLaunched", "geometric", "better", "classes"),
                rows);
    }

    private static QueryResult pooled(BattleForecast battle) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Pooled.Whole w : battle.wholes()) {
            rows.add(
                    List.of(
                            w.targetClass(),
                            w.launched(),
                            w.stopped(),
                            w.mean(),
                            w.low(),
                            w.high(),
                            w.probability(),
                            w.canFail() ? w.inside() ? "inside" : "outside" : "cannot fail"));
        }
        return QueryResult.of(
                List.of(
                        "class",
                        "launched",
                        "stopped",
                        "forecast",
                        "low",
                        "high",
                        "probability",
                        "judged"),
                rows);
    }

    private static QueryResult unknowns(BattleForecast battle) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (BattleForecast.Informed i : battle.informed()) {
            rows.add(
                    List.of(
                            i.targetClass(),
                            i.unknown().key(),
                            i.mean(),
                            i.low(),
                            i.high(),
                            i.informed() ? "informed" : "not informed"));
        }
        return QueryResult.of(List.of("class", "unknown", "mean", "low", "high", "record"), rows);
    }
}
