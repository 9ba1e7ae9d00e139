package parapet.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.engage.RaidOutcome;
import parapet.engage.Reason;
import parapet.io.ReadResult;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.scenario.Sky;
import parapet.scenario.SkyCase;
import parapet.stats.Quantiles;
import parapet.study.ReadyRaid;

/// Raids against a force that is ready: what got through, with what spent, and why.
final class RaidJob {
    private static final List<String> SECTIONS = List.of("classes", "rounds", "nights", "reasons");

    private final SkyQuestion question;
    private final SkyCase sky;
    private final List<List<@Nullable Object>> classes = new ArrayList<>();
    private final List<List<@Nullable Object>> rounds = new ArrayList<>();
    private final List<List<@Nullable Object>> nights = new ArrayList<>();
    private final List<List<@Nullable Object>> reasons = new ArrayList<>();

    private RaidJob(SkyQuestion question, SkyCase sky) {
        this.question = question;
        this.sky = sky;
    }

    static int raid(Options.Raid options, Console console) {
        Sections.check(options.section(), SECTIONS);
        ReadResult read = Scenarios.read(options.who().scenario(), console);
        if (read.scenario() == null) {
            return 2;
        }
        SkyQuestion question = SkyQuestion.of(options.who(), read, options.draws());
        Map<String, Sky.Raid> raids = question.sky().raids();
        String only = options.raid();
        if (raids.isEmpty()) {
            throw RunException.input(
                    "The scenario has no raids.",
                    "Add `raids` to its sky; scenarios/full shows every key.");
        }
        if (only != null) {
            SkyQuestion.known("raid", only, raids.keySet());
        }
        SkyCase sky = question.setup().realiser().realise(question.plan(), 0).sky();
        if (sky == null) {
            throw new IllegalStateException("A plan with a sky has a case without.");
        }
        var job = new RaidJob(question, sky);
        var answer =
                new Sections(
                        "Raids against plan %s with everything named ready and fully loaded; %d draws."
                                .formatted(question.planName(), options.draws()));
        for (SkyCase.RaidCase raid : sky.raids()) {
            if (only == null || only.equals(raid.id())) {
                job.fight(raid, options, answer, console);
            }
        }
        job.tables(answer);
        answer.show(console, options.section());
        return 0;
    }

    private void fight(
            SkyCase.RaidCase raid, Options.Raid options, Sections answer, Console console) {
        List<String> alone =
                raid.alone()
                        ? raid.owners().stream().map(o -> sky.owners().get(o).id()).toList()
                        : List.of();
        List<String> ready =
                question.ready(
                        sky, options.who().ready(), alone.isEmpty() ? sky.existing() : alone);
        var battle =
                new ReadyRaid(
                        question.setup(), question.plan(), raid.id(), new LinkedHashSet<>(ready));
        var fought = new ArrayList<ReadyRaid.Fought>();
        try (Console.Progress progress = console.progress(raid.id(), options.draws(), 0)) {
            for (int draw = 0; draw < options.draws(); draw++) {
                fought.add(battle.fight(draw));
                progress.step();
            }
        }
        Sky.Raid written = question.sky().raids().get(raid.id());
        answer.note(
                "%s%s: ready %s%s."
                        .formatted(
                                raid.id(),
                                written == null || written.name().equals(raid.id())
                                        ? ""
                                        : " (" + written.name() + ")",
                                ready.isEmpty() ? "nobody" : String.join(", ", ready),
                                alone.isEmpty() ? "" : "; the scenario lets these defend alone"));
        add(raid, fought);
    }

    private void add(SkyCase.RaidCase raid, List<ReadyRaid.Fought> fought) {
        int draws = fought.size();
        for (int t = 0; t < sky.targets().size(); t++) {
            double came = 0;
            double leaked = 0;
            var stopped = new ArrayList<Double>();
            for (ReadyRaid.Fought f : fought) {
                RaidOutcome o = f.outcome();
                came += o.threats()[0][t];
                leaked += o.leaked()[0][t];
                if (o.threats()[0][t] > 0) {
                    stopped.add(100.0 * o.killed()[0][t] / o.threats()[0][t]);
                }
            }
            if (!stopped.isEmpty()) {
                double[] shares = stopped.stream().mapToDouble(d -> d).toArray();
                double[] band = Quantiles.type7(shares, 0.05, 0.95);
                classes.add(
                        List.of(
                                raid.id(),
                                sky.targets().get(t),
                                SustainJob.round(came / draws),
                                SustainJob.round(leaked / draws),
                                SustainJob.round(Arrays.stream(shares).average().orElse(0)),
                                SustainJob.round(band[0]),
                                SustainJob.round(band[1])));
                reasons(raid, t, fought, leaked);
            }
        }
        rounds(raid, fought);
        nights(raid, fought);
    }

    private void reasons(
            SkyCase.RaidCase raid, int t, List<ReadyRaid.Fought> fought, double leaked) {
        var counts = new TreeMap<Reason, Integer>();
        for (ReadyRaid.Fought f : fought) {
            for (Reason reason : Reason.values()) {
                int count = f.outcome().reasons()[0][t][reason.ordinal()];
                if (count > 0) {
                    counts.merge(reason, count, Integer::sum);
                }
            }
        }
        counts.forEach((reason, count) ->
                reasons.add(
                        List.of(
                                raid.id(),
                                sky.targets().get(t),
                                reason.label(),
                                SustainJob.round((double) count / fought.size()),
                                SustainJob.round(100 * count / leaked))));
    }

    private void rounds(SkyCase.RaidCase raid, List<ReadyRaid.Fought> fought) {
        for (int i = 0; i < sky.rounds().size(); i++) {
            double first = 0;
            double all = 0;
            double left = 0;
            for (ReadyRaid.Fought f : fought) {
                RaidOutcome o = f.outcome();
                first += o.fired()[0][i];
                left += o.left()[o.left().length - 1][i];
                for (int[] night : o.fired()) {
                    all += night[i];
                }
            }
            if (all + left > 0) {
                int n = fought.size();
                rounds.add(
                        List.of(
                                raid.id(),
                                sky.rounds().get(i),
                                SustainJob.round(first / n),
                                SustainJob.round(all / n),
                                SustainJob.round(left / n)));
            }
        }
    }

    private void nights(SkyCase.RaidCase raid, List<ReadyRaid.Fought> fought) {
        int all = raid.input().raid().nights();
        double[] held = fought.stream().mapToDouble(ReadyRaid.Fought::nightsOfRounds).toArray();
        double[] exchange = fought.stream().mapToDouble(ReadyRaid.Fought::costExchange).toArray();
        long never = Arrays.stream(held).filter(n -> n == all).count();
        nights.add(
                List.of(
                        raid.id(),
                        all,
                        SustainJob.round(Arrays.stream(held).average().orElse(0)),
                        SustainJob.round(100.0 * never / held.length),
                        Math.round(1000 * Arrays.stream(exchange).average().orElse(0)) / 1000.0));
    }

    private void tables(Sections answer) {
        answer.add(
                "classes",
                "First night by class: mean number of targets, and share stopped with 90 % band over the draws",
                QueryResult.of(
                        List.of(
                                "raid",
                                "target",
                                "targets",
                                "gotThrough",
                                "stoppedPercent",
                                "p05",
                                "p95"),
                        classes));
        answer.add(
                "rounds",
                "Rounds fired in the first night and in all nights, and left at the end, means",
                QueryResult.of(
                        List.of("raid", "round", "firstNight", "allNights", "left"), rounds));
        answer.add(
                "nights",
                "Nights before a target got through for want of rounds (mean), draws in which none did,"
                        + " and value fired over value stopped",
                QueryResult.of(
                        List.of("raid", "nights", "heldNights", "neverOutPercent", "costExchange"),
                        nights));
        answer.add(
                "reasons",
                "Why targets got through on the first night: the furthest link of any chain",
                QueryResult.of(
                        List.of("raid", "target", "reason", "targets", "sharePercent"), reasons));
        answer.note(
                "Everything ready is the upper end of a plan; `parapet run` fights with who is ready on the day.");
    }
}
