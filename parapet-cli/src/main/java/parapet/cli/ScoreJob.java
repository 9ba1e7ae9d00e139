package parapet.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.io.RecordReader;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.record.Baseline;
import parapet.record.Forecaster;
import parapet.record.Kinds;
import parapet.record.MonthlyRecord;
import parapet.record.Scoreboard;
import parapet.record.Statistical;

/// Forecasts of a record of attacks, judged month by month.
final class ScoreJob {
    private static final String MODEL = "statistical";

    private ScoreJob() {}

    static int score(Options.Score options, Console console) {
        RecordReader.Read read = RecordReader.read(options.record());
        console.problems(read.diagnostics(), true);
        MonthlyRecord record = read.record();
        if (record == null) {
            return 2;
        }
        List<Forecaster> forecasters =
                List.of(
                        new Baseline.Last(),
                        new Baseline.Pooled(),
                        new Baseline.Forgetting(),
                        new Statistical(Kinds.known().with(record.kinds())));
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
        sections(options, scored).show(console, null);
        return 0;
    }

    private static Sections sections(Options.Score options, Scoreboard scored) {
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
                    "Score of \"%s\" over that of the baselines: mean per target launched, and geometric mean over classes with %d months or more"
                            .formatted(MODEL, Scoreboard.ENOUGH_MONTHS),
                    ratios(scored));
        }
        shown.note(
                "The record holds claims of one side. A share stopped is not a single-shot kill"
                        + " probability: it holds what was attacked, decoys, and what was counted.");
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
        for (String against : scored.forecasters()) {
            if (!against.equals(MODEL)) {
                Scoreboard.Ratio r = scored.ratio(MODEL, against);
                var row = new ArrayList<@Nullable Object>();
                row.add(against);
                row.add(r.perLaunched());
                row.add(Double.isNaN(r.geometric()) ? null : (Object) r.geometric());
                row.add(r.better());
                row.add(r.classes());
                rows.add(row);
            }
        }
        return QueryResult.of(
                List.of("against", "perLaunched", "geometric", "better", "classes"), rows);
    }
}
