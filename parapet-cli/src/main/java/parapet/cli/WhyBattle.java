package parapet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.io.ReadResult;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.io.results.RunFolder;
import parapet.io.results.RunInfo;
import parapet.io.results.Sql;
import parapet.scenario.PlannedScenario;
import parapet.sim.Audit;
import parapet.study.RaidOfRun;
import parapet.study.rows.BattleRow;
import parapet.study.rows.RoundRow;
import parapet.study.rows.ThreatRow;

/// The battle of a run that a user names, fought again from the scenario with the options of the
/// run, and held against what the tables of the run say of it.
final class WhyBattle {
    private final RunFolder run;
    private final Query query;
    private final Options.Why options;
    private final Console console;
    private final String plan;
    private final int draw;

    private WhyBattle(RunFolder run, Query query, Options.Why options, Console console) {
        this.run = run;
        this.query = query;
        this.options = options;
        this.console = console;
        RunInfo info = run.info();
        String named = options.plan();
        plan = named == null ? info.frame().reference() : named;
        draw = options.draw() == null ? 0 : options.draw();
        SkyQuestion.known("plan", plan, info.plans());
        if (draw >= info.draws()) {
            throw RunException.input(
                    "The run has no draw %d.".formatted(draw),
                    "Draws are numbered from 0 to %d.".formatted(info.draws() - 1));
        }
    }

    static int why(RunFolder run, Query query, Options.Why options, Console console) {
        return new WhyBattle(run, query, options, console).why();
    }

    /// Raids that the plan $1 met.
    @Sql(
            """
            SELECT DISTINCT raid FROM forces WHERE plan = $1
            UNION SELECT DISTINCT raid FROM battles WHERE raid NOT IN (SELECT raid FROM forces)
            ORDER BY raid
            """)
    private record Known(String raid) {}

    /// When the raid $1 came.
    @Sql("SELECT DISTINCT day FROM forces WHERE raid = $1 ORDER BY day")
    private record Came(LocalDate day) {}

    /// What force the raid $4 met on the day $3 in the draw $2 of the plan $1, and in which battle.
    @Sql(
            """
            SELECT state, battle FROM forces
            WHERE plan = $1 AND draw = $2 AND day = $3 AND raid = $4 AND replication = 0
            """)
    private record Met(String state, String battle) {}

    /// Battles of the raid $2 in the draw $1.
    @Sql("SELECT DISTINCT battle FROM battles WHERE draw = $1 AND raid = $2 ORDER BY battle")
    private record Fought(String battle) {}

    /// The battle $3 of the raid $2 in the draw $1 by class.
    @Sql(
            """
            SELECT night, target, threats, killed, jammed, failed, turned, unreleased, leaked FROM battles
            WHERE draw = $1 AND raid = $2 AND battle = $3 ORDER BY ALL
            """)
    private record ByClass(
            int night,
            String target,
            int threats,
            int killed,
            int jammed,
            int failed,
            int turned,
            int unreleased,
            int leaked) {
        static ByClass of(BattleRow b) {
            return new ByClass(
                    b.night(),
                    b.target(),
                    b.threats(),
                    b.killed(),
                    b.jammed(),
                    b.failed(),
                    b.turned(),
                    b.unreleased(),
                    b.leaked());
        }
    }

    /// Rounds of the battle $3 of the raid $2 in the draw $1.
    @Sql(
            """
            SELECT night, round, fired, "left", supplied, behind FROM rounds
            WHERE draw = $1 AND raid = $2 AND battle = $3 ORDER BY ALL
            """)
    private record ByRound(int night, String round, int fired, int left, int supplied, int behind) {
        static ByRound of(RoundRow r) {
            return new ByRound(r.night(), r.round(), r.fired(), r.left(), r.supplied(), r.behind());
        }
    }

    /// A target of the battle, in the order of the raid.
    private record Target(String threat, String target, String lane, String fate, double endMin) {}

    private int why() {
        String raid = raid();
        LocalDate day = day(raid);
        Prepared again = prepared();
        if (again == null) {
            return 2;
        }
        PlannedScenario planned =
                again.setup().plans().stream()
                        .filter(p -> p.id().equals(plan))
                        .findFirst()
                        .orElseThrow();
        RaidOfRun battle = RaidOfRun.fight(again.setup(), planned, draw, day, raid);
        Met met = query.first(Met.class, plan, draw, day, raid).orElse(null);
        compare(battle, raid, met);
        Map<String, List<ThreatRow>> stories = new LinkedHashMap<>();
        battle.stories()
                .forEach(row ->
                        stories.computeIfAbsent(row.threat(), _ -> new ArrayList<>()).add(row));
        if (stories.isEmpty()) {
            throw RunException.input(
                    "Nobody defends in the plan \"%s\".".formatted(plan),
                    "Stories are told by battery: choose a plan that gets one.");
        }
        var names = new WhyNames(query);
        String which =
                "Draw %d of plan %s%s."
                        .formatted(
                                draw,
                                planned.plan().label(plan).equals(plan)
                                        ? plan
                                        : "%s (%s)".formatted(planned.plan().label(plan), plan),
                                met == null
                                        ? "; these defend alone, ready and fully loaded"
                                        : "; ready and in touch with the raid: " + met.state());
        String target = options.target();
        if (target == null) {
            list(stories, names, raid, met == null ? null : day, which);
            return 0;
        }
        List<ThreatRow> rows = stories.get(target);
        if (rows == null) {
            throw WhyJob.unknown(
                    target, List.of(raid), "%s-1 to %s-%d".formatted(raid, raid, stories.size()));
        }
        int number = Integer.parseInt(target.substring(target.lastIndexOf('-') + 1));
        new WhyStory(rows, names, met == null ? null : day, battle.masts(number - 1))
                .show(console, List.of(which));
        return 0;
    }

    private void list(
            Map<String, List<ThreatRow>> stories,
            WhyNames names,
            String raid,
            @Nullable LocalDate day,
            String which) {
        QueryResult table =
                QueryResult.ofRecords(
                        Target.class,
                        stories.values().stream()
                                .map(List::getFirst)
                                .map(r ->
                                        new Target(
                                                r.threat(),
                                                r.target(),
                                                r.lane(),
                                                r.fate(),
                                                Math.round(10 * r.endMin()) / 10.0))
                                .toList());
        if (console.format() != Format.TEXT) {
            console.table(table);
            return;
        }
        console.line(
                "Targets of the first night of raid %s%s, in the order of the raid."
                        .formatted(names.raid(raid), day == null ? "" : " on " + day));
        console.line(which);
        console.line("");
        console.table(table);
    }

    private String raid() {
        List<String> known = query.rows(Known.class, plan).stream().map(Known::raid).toList();
        String raid = options.raid();
        String target = options.target();
        if (raid == null && target != null) {
            Matcher name = WhyJob.NAME.matcher(target);
            raid = name.matches() ? name.group(1) : target;
            if (!known.contains(raid)) {
                throw WhyJob.unknown(
                        target,
                        known,
                        "RAID-1, RAID-2 ... with RAID one of " + String.join(", ", known));
            }
        }
        if (raid == null && known.size() == 1) {
            raid = known.getFirst();
        }
        if (raid == null) {
            throw RunException.input(
                    "The battle is not named: which raid?",
                    "Give --raid; there are: " + String.join(", ", known));
        }
        SkyQuestion.known("raid", raid, known);
        return raid;
    }

    private LocalDate day(String raid) {
        List<LocalDate> days = query.rows(Came.class, raid).stream().map(Came::day).toList();
        LocalDate day = options.date();
        if (days.isEmpty()) { // a group defends alone, whatever the day
            if (day != null) {
                throw RunException.input(
                        "The raid \"%s\" meets groups that defend alone, whatever the day."
                                .formatted(raid),
                        "Leave out --date.");
            }
            return run.info().frame().end();
        }
        if (day == null) {
            return days.getLast();
        }
        if (!days.contains(day)) {
            throw RunException.input(
                    "The raid \"%s\" does not come on %s.".formatted(raid, day),
                    "It comes on: "
                            + String.join(", ", days.stream().map(LocalDate::toString).toList()));
        }
        return day;
    }

    /// The study of the run; null when the scenario has errors, which are shown.
    private @Nullable Prepared prepared() {
        RunInfo info = run.info();
        Path given = options.scenario();
        Path folder = given == null ? RunJob.scenario(run) : given;
        if (!Files.isDirectory(folder)) {
            throw RunException.input(
                    "The scenario of the run is not at %s.".formatted(folder),
                    "Say where it is with --scenario, or go to where the run was made.");
        }
        ReadResult read = Scenarios.read(folder, console);
        if (read.scenario() == null) {
            return null;
        }
        Prepared again = Prepared.of(folder, read, info.options(), null, Audit.NORMAL);
        if (!again.manifest().fingerprint().equals(info.fingerprint())) {
            throw RunException.input(
                    "The scenario at %s, or the program, is not that of the run any more."
                            .formatted(folder),
                    "Run it again: %s; or give the scenario as it was with --scenario."
                            .formatted(info.command()));
        }
        return again;
    }

    /// The battle must be that of the tables.
    private void compare(RaidOfRun battle, String raid, @Nullable Met met) {
        List<String> battles =
                met != null
                        ? List.of(met.battle())
                        : query.rows(Fought.class, draw, raid).stream()
                                .map(Fought::battle)
                                .toList();
        boolean same =
                battles.stream()
                        .anyMatch(id ->
                                new HashSet<>(query.rows(ByClass.class, draw, raid, id))
                                                .equals(
                                                        battle.battles(id).stream()
                                                                .map(ByClass::of)
                                                                .collect(Collectors.toSet()))
                                        && new HashSet<>(query.rows(ByRound.class, draw, raid, id))
                                                .equals(
                                                        battle.rounds(id).stream()
                                                                .map(ByRound::of)
                                                                .collect(Collectors.toSet())));
        if (!same) {
            throw new IllegalStateException(
                    "The battle (%s) of draw (%d) came out otherwise than in the tables of the run."
                            .formatted(raid, draw));
        }
    }
}
