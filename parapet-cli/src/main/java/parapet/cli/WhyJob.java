package parapet.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.io.results.RunFolder;
import parapet.io.results.Sql;
import parapet.study.rows.ThreatRow;

/// Why a target got through: finds its story, in the tables of a run or by fighting its battle
/// again ([WhyBattle]), and has it told ([WhyStory]).
final class WhyJob {
    static final Pattern NAME = Pattern.compile("(.*)-(\\d+)");

    private final Query query;
    private final Options.Why options;
    private final Console console;

    private WhyJob(Query query, Options.Why options, Console console) {
        this.query = query;
        this.options = options;
        this.console = console;
    }

    static int why(Options.Why options, Console console) {
        RunFolder run = RunFolder.open(options.run());
        try (Query query = Query.open(run)) {
            var job = new WhyJob(query, options, console);
            List<Told> raids = query.rows(Told.class);
            if (raids.isEmpty()) {
                throw RunException.input(
                        "The run at " + options.run() + " tells no stories of targets.",
                        "Stories are told when raids meet the plan: a scenario needs `sky.raids` or"
                                + " `sky.families` and `study.raidDates`, and the run its reference plan.");
            }
            if (options.again()) {
                return WhyBattle.why(run, query, options, console);
            }
            String target = options.target();
            if (target == null) {
                job.list(raids);
            } else {
                job.tell(target, raids);
            }
            return 0;
        }
    }

    /// A raid whose targets have a story.
    @Sql(
            """
            WITH t AS (SELECT DISTINCT raid, day, threat, fate FROM threats)
            SELECT raid, coalesce(any_value(n.name), raid) AS name, any_value(day) AS day, count(*) AS targets,
              count(*) FILTER (fate = 'killed') AS stopped,
              count(*) FILTER (fate = 'leaked') AS gotThrough,
              raid || '-1 to ' || raid || '-' || count(*) AS named
            FROM t LEFT JOIN names n ON n.kind = 'raid' AND n.key = raid
            GROUP BY raid ORDER BY raid
            """)
    private record Told(
            String raid,
            String name,
            LocalDate day,
            int targets,
            int stopped,
            int gotThrough,
            String named) {}

    /// What one battery made of the target $1, as the table tells it.
    @Sql(
            """
            SELECT raid, day, threat, target, lane, fate, endMin, "by", battery, reason, reasonLabel,
              trackMin, opensMin, closesMin, fired
            FROM threats WHERE threat = $1
            """)
    private record Row(
            String raid,
            LocalDate day,
            String threat,
            String target,
            @Sql.OrEmpty String lane,
            String fate,
            @Sql.OrNaN double endMin,
            @Sql.OrEmpty String by,
            @Sql.OrEmpty String battery,
            @Sql.OrEmpty String reason,
            @Sql.OrEmpty String reasonLabel,
            @Sql.OrNaN double trackMin,
            @Sql.OrNaN double opensMin,
            @Sql.OrNaN double closesMin,
            int fired) {
        ThreatRow row() {
            return new ThreatRow(
                    raid,
                    day,
                    threat,
                    target,
                    lane,
                    fate,
                    endMin,
                    by,
                    battery,
                    reason,
                    reasonLabel,
                    known(trackMin),
                    known(opensMin),
                    known(closesMin),
                    fired);
        }

        private static @Nullable Double known(double minutes) {
            return Double.isNaN(minutes) ? null : minutes;
        }
    }

    private void list(List<Told> raids) {
        QueryResult table = QueryResult.ofRecords(Told.class, raids);
        if (console.format() != Format.TEXT) {
            console.table(table);
            return;
        }
        console.line(
                "Raids of the reference plan whose targets have a story (first draw, first night):");
        console.line("");
        console.table(table);
        console.line("");
        String raid = raids.getFirst().raid();
        console.line(
                "Ask for one of them, such as: parapet why %s %s-1".formatted(options.run(), raid));
        console.line(
                "Ask for another battle, such as: parapet why %s --draw 1 --raid %s"
                        .formatted(options.run(), raid));
    }

    private void tell(String threat, List<Told> raids) {
        List<ThreatRow> rows = query.rows(Row.class, threat).stream().map(Row::row).toList();
        if (rows.isEmpty()) {
            throw unknown(
                    threat,
                    raids.stream().map(Told::raid).toList(),
                    raids.stream().map(Told::named).collect(Collectors.joining(", ")));
        }
        new WhyStory(rows, new WhyNames(query), rows.getFirst().day(), Map.of())
                .show(console, List.of());
    }

    /// No target has that name.
    ///
    /// @param raids keys of the raids
    /// @param named names of all targets, in words
    static RunException unknown(String threat, List<String> raids, String named) {
        Matcher name = NAME.matcher(threat);
        String raid = name.matches() ? name.group(1) : threat;
        String meant = "";
        if (raids.contains(raid)) {
            meant = name.matches() ? "" : " Did you mean \"%s-1\"?".formatted(raid);
        } else {
            meant =
                    Suggest.nearest(raid, raids)
                            .map(r ->
                                    " Did you mean \"%s-%s\"?"
                                            .formatted(r, name.matches() ? name.group(2) : "1"))
                            .orElse("");
        }
        return RunException.input(
                "There is no target \"%s\".%s".formatted(threat, meant),
                "Targets are named by raid and number: " + named + ".");
    }
}
