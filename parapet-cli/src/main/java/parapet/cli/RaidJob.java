package parapet.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.engage.Damage;
import parapet.engage.RaidOutcome;
import parapet.engage.Reason;
import parapet.io.ReadResult;
import parapet.io.results.EventLog;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.scenario.RaidFamily;
import parapet.scenario.Sky;
import parapet.scenario.SkyCase;
import parapet.stats.Quantiles;
import parapet.study.Draws;
import parapet.study.ReadyRaid;

/// Raids against a force that is ready: what got through, with what spent, and why.
final class RaidJob {
    private static final List<String> SECTIONS =
            List.of("classes", "assets", "rounds", "nights", "reasons", RaidMends.SECTION);

    private final SkyQuestion question;
    private final SkyCase sky;
    private final List<List<@Nullable Object>> classes = new ArrayList<>();
    private final List<List<@Nullable Object>> assets = new ArrayList<>();
    private final List<List<@Nullable Object>> rounds = new ArrayList<>();
    private final List<List<@Nullable Object>> nights = new ArrayList<>();
    private final List<List<@Nullable Object>> reasons = new ArrayList<>();

    private RaidJob(SkyQuestion question, SkyCase sky) {
        this.question = question;
        this.sky = sky;
    }

    static int raid(Options.Raid options, Console console) {
        Sections.check(options.section(), SECTIONS);
        ReadResult read = Scenarios.read(options.who().scenario(), options.who().sets(), console);
        if (read.scenario() == null) {
            return 2;
        }
        SkyQuestion question = SkyQuestion.of(options.who(), read, options.draws());
        GroundNotes.tell(question.ground(), console);
        var raids = new LinkedHashSet<String>(question.sky().raids().keySet());
        raids.addAll(question.sky().families().keySet());
        String only = options.raid();
        if (raids.isEmpty()) {
            throw RunException.input(
                    "The scenario has no raids.",
                    "Add `raids` or `families` to its sky; scenarios/full shows every key.");
        }
        if (only != null) {
            SkyQuestion.known("raid", only, raids);
        }
        if (options.log() != null && only == null && raids.size() > 1) {
            throw RunException.input(
                    "A log holds one raid.", "Give --raid; there are: " + String.join(", ", raids));
        }
        boolean mends = RaidMends.SECTION.equals(options.section());
        if (mends && options.draws() < 2) {
            throw RunException.input(
                    "An interval needs two draws or more.", "Give --draws 2 or more.");
        }
        SkyCase sky = question.setup().realiser().realise(question.plan(), 0).skyOrThrow();
        var job = new RaidJob(question, sky);
        var answer =
                new Sections(
                        "Raids against plan %s with everything named ready and fully loaded; %d draws."
                                .formatted(question.planName(), options.draws()));
        var mended = new RaidMends();
        for (SkyCase.RaidCase raid : sky.raids()) {
            if (only == null || only.equals(raid.id())) {
                List<String> ready = job.ready(raid, options);
                ReadyRaid battle = job.battle(raid, ready, answer);
                if (mends) {
                    mended.fight(raid.id(), battle, options, console);
                } else {
                    job.fight(raid, battle, options, console);
                }
                if (options.log() != null) {
                    var head =
                            new EventLog.Head(
                                    raid.id(),
                                    question.plan().id(),
                                    options.draw(),
                                    question.setup().options().seed(),
                                    ready);
                    answer.note(RaidLog.write(options.log(), head, battle, console));
                }
            }
        }
        if (mends) {
            mended.table(answer);
        } else {
            job.tables(answer);
        }
        answer.note(
                "Everything ready is the upper end of a plan; `parapet run` fights with who is ready on the day.");
        answer.show(console, options.section());
        return 0;
    }

    /// Who is ready for a raid.
    private List<String> ready(SkyCase.RaidCase raid, Options.Raid options) {
        return question.ready(
                sky, options.who().ready(), raid.alone() ? alone(raid) : sky.existing());
    }

    private List<String> alone(SkyCase.RaidCase raid) {
        return raid.owners().stream().map(o -> sky.owners().get(o).id()).toList();
    }

    private ReadyRaid battle(SkyCase.RaidCase raid, List<String> ready, Sections answer) {
        String name = name(raid);
        answer.note(
                "%s%s: ready %s%s."
                        .formatted(
                                raid.id(),
                                name.equals(raid.id())
                                        ? ""
                                        : raid.family()
                                                ? " (%s, a family: one member for each draw)"
                                                        .formatted(name)
                                                : " (" + name + ")",
                                ready.isEmpty() ? "nobody" : String.join(", ", ready),
                                raid.alone() ? "; the scenario lets these defend alone" : ""));
        return new ReadyRaid(
                question.setup(), question.plan(), raid.id(), new LinkedHashSet<>(ready));
    }

    private void fight(
            SkyCase.RaidCase raid, ReadyRaid battle, Options.Raid options, Console console) {
        try (Console.Progress progress = console.progress(raid.id(), options.draws(), 0)) {
            add(raid, Draws.each(options.draws(), options.threads(), battle::fight, progress::at));
        }
    }

    private String name(SkyCase.RaidCase raid) {
        Sky.Raid scripted = question.sky().raids().get(raid.id());
        RaidFamily family = question.sky().families().get(raid.id());
        return scripted != null ? scripted.name() : family != null ? family.name() : raid.id();
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
                    stopped.add(100.0 * o.stopped(0, t) / o.threats()[0][t]);
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
        assets(raid, fought);
        rounds(raid, fought);
        nights(raid, fought);
    }

    /// By asset in the order of the scenario, means over the draws in which it is attacked.
    private void assets(SkyCase.RaidCase raid, List<ReadyRaid.Fought> fought) {
        for (int a = 0; a < sky.assets().size(); a++) {
            int attacked = 0;
            double leaked = 0;
            double unharmed = 0;
            double lost = 0;
            double after = 0;
            for (ReadyRaid.Fought f : fought) {
                if (f.attacked()[a]) {
                    Damage damage = f.damage();
                    int last = damage.lost().length - 1;
                    attacked++;
                    leaked += Arrays.stream(f.outcome().leakedAt()[0][a]).sum();
                    unharmed += damage.unharmed()[0][a];
                    lost += damage.lost()[0][a];
                    after += damage.lost()[last][a];
                }
            }
            if (attacked > 0) {
                assets.add(
                        List.of(
                                raid.id(),
                                sky.assets().get(a),
                                SustainJob.round(100.0 * attacked / fought.size()),
                                SustainJob.round(leaked / attacked),
                                SustainJob.round(100 * unharmed / attacked),
                                SustainJob.round(lost / attacked),
                                SustainJob.round(after / attacked)));
            }
        }
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
            double supplied = 0;
            double behind = 0;
            for (ReadyRaid.Fought f : fought) {
                RaidOutcome o = f.outcome();
                first += o.fired()[0][i];
                left += o.left()[o.left().length - 1][i];
                behind += o.behind()[o.left().length - 1][i];
                for (int[] night : o.fired()) {
                    all += night[i];
                }
                for (int[] night : o.supplied()) {
                    supplied += night[i];
                }
            }
            if (all + left + behind > 0) {
                int n = fought.size();
                rounds.add(
                        List.of(
                                raid.id(),
                                sky.rounds().get(i),
                                SustainJob.round(first / n),
                                SustainJob.round(all / n),
                                SustainJob.round(left / n),
                                SustainJob.round(supplied / n),
                                SustainJob.round(behind / n)));
            }
        }
    }

    private void nights(SkyCase.RaidCase raid, List<ReadyRaid.Fought> fought) {
        double[] exchange = fought.stream().mapToDouble(ReadyRaid.Fought::costExchange).toArray();
        for (int night = 0; night < raid.input().raid().nights(); night++) {
            int n = night;
            double[] stopped = fought.stream().mapToDouble(f -> f.stopped(n)).toArray();
            double[] kept = fought.stream().mapToDouble(f -> f.kept(n)).toArray();
            double[] stoppedBand = Quantiles.type7(stopped, 0.05, 0.95);
            double[] keptBand = Quantiles.type7(kept, 0.05, 0.95);
            boolean valued = fought.stream().anyMatch(f -> f.attackedValue() > 0);
            var row = new ArrayList<@Nullable Object>();
            row.add(raid.id());
            row.add(night + 1);
            row.add(SustainJob.round(mean(stopped)));
            row.add(SustainJob.round(stoppedBand[0]));
            row.add(SustainJob.round(stoppedBand[1]));
            row.add(valued ? SustainJob.round(mean(kept)) : null);
            row.add(valued ? SustainJob.round(keptBand[0]) : null);
            row.add(valued ? SustainJob.round(keptBand[1]) : null);
            row.add(night == 0 ? Math.round(1000 * mean(exchange)) / 1000.0 : null);
            nights.add(row);
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
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
        if (!assets.isEmpty()) {
            answer.add(
                    "assets",
                    "By defended asset, over the draws in which it is attacked: real targets that got through and"
                            + " chance to be unharmed on the first night, value lost after it and after all nights",
                    QueryResult.of(
                            List.of(
                                    "raid",
                                    "asset",
                                    "attackedPercent",
                                    "gotThrough",
                                    "unharmedPercent",
                                    "lostFirst",
                                    "lostAll"),
                            assets));
        }
        answer.add(
                "rounds",
                "Rounds fired in the first night and in all nights, left at the end, supplied between nights, and still behind at the end, means",
                QueryResult.of(
                        List.of(
                                "raid",
                                "round",
                                "firstNight",
                                "allNights",
                                "left",
                                "supplied",
                                "behind"),
                        rounds));
        answer.add(
                "nights",
                "By night: share stopped, and value kept so far of what is attacked, with 90 % bands over the"
                        + " draws; value fired over value shot down, all nights",
                QueryResult.of(
                        List.of(
                                "raid",
                                "night",
                                "stoppedPercent",
                                "stoppedP05",
                                "stoppedP95",
                                "keptPercent",
                                "keptP05",
                                "keptP95",
                                "costExchange"),
                        nights));
        answer.add(
                "reasons",
                "Why targets got through on the first night: the furthest link of any chain",
                QueryResult.of(
                        List.of("raid", "target", "reason", "targets", "sharePercent"), reasons));
    }
}
