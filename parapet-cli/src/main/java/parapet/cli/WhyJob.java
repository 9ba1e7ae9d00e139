package parapet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.engage.Reason;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.io.results.RunFolder;
import parapet.io.results.Sql;

/// The story of one target: what every battery made of it, in the order of the chain, and what
/// finally happened.
final class WhyJob {
    private static final Pattern NAME = Pattern.compile("(.*)-(\\d+)");
    private static final int WIDTH = 110;
    private static final int INDENT = 6;
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private final Query query;
    private final Path folder;
    private final Console console;

    private WhyJob(Query query, Path folder, Console console) {
        this.query = query;
        this.folder = folder;
        this.console = console;
    }

    static int why(Path folder, @Nullable String threat, Console console) {
        try (Query query = Query.open(RunFolder.open(folder))) {
            var job = new WhyJob(query, folder, console);
            List<Told> raids = query.rows(Told.class);
            if (raids.isEmpty()) {
                throw RunException.input(
                        "The run at " + folder + " tells no stories of targets.",
                        "Stories are told when raids meet the plan: a scenario needs `sky.raids` and"
                                + " `study.raidDates`, and the run its reference plan.");
            }
            if (threat == null) {
                job.list(raids);
            } else {
                job.tell(threat, raids);
            }
            return 0;
        }
    }

    /// A raid whose targets have a story.
    @Sql(
            """
            WITH t AS (SELECT DISTINCT raid, day, threat, fate, endMin FROM threats)
            SELECT raid, coalesce(any_value(n.name), raid) AS name, any_value(day) AS day, count(*) AS targets,
              count(*) FILTER (fate = 'killed') AS stopped,
              count(*) FILTER (fate = 'leaked') AS gotThrough,
              raid || '-1 to ' || raid || '-' || count(*) AS named,
              coalesce(arg_min(threat, endMin) FILTER (fate = 'leaked'), '') AS firstThrough
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
            String named,
            String firstThrough) {}

    /// What one battery made of the target $1, as the table tells it.
    @Sql(
            """
            SELECT t.raid, t.day, t.threat, t.target, t.lane, t.fate, t.endMin, t."by", t.battery, t.reason, t.reasonLabel,
              t.trackMin, t.opensMin, t.closesMin, t.fired,
              coalesce(c.name, t.target) AS targetName, coalesce(r.name, t.raid) AS raidName
            FROM threats t
            LEFT JOIN names c ON c.kind = 'target' AND c.key = t.target
            LEFT JOIN names r ON r.kind = 'raid' AND r.key = t.raid
            WHERE t.threat = $1
            """)
    private record Story(
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
            int fired,
            String targetName,
            String raidName) {}

    /// What became of the target, in JSON.
    private record End(
            String threat,
            String raid,
            LocalDate day,
            String target,
            String lane,
            String fate,
            double endMin,
            String by) {}

    /// A battery in JSON.
    private record Battery(
            String battery,
            String reason,
            double trackMin,
            double opensMin,
            double closesMin,
            int fired) {}

    @Sql("SELECT DISTINCT unit, name FROM units")
    private record UnitName(String unit, String name) {}

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
        console.line(
                "Ask for one of them, such as: parapet why %s %s"
                        .formatted(folder, example(raids)));
    }

    private static String example(List<Told> raids) {
        return raids.stream()
                .map(Told::firstThrough)
                .filter(first -> !first.isEmpty())
                .findFirst()
                .orElse(raids.getFirst().raid() + "-1");
    }

    private void tell(String threat, List<Told> raids) {
        List<Story> story = query.rows(Story.class, threat);
        if (story.isEmpty()) {
            throw unknown(threat, raids);
        }
        List<Link> links = story.stream().map(WhyJob::link).toList();
        Story one = story.getFirst();
        switch (console.format()) {
            case CSV -> console.table(QueryResult.ofRecords(Story.class, story));
            case TEXT -> {
                console.line(head(one));
                console.line(end(one, links));
                if (!one.fate().equals("failed")) {
                    console.line("");
                    lines(links).forEach(line -> console.line(wrapped(line)));
                }
            }
            case JSON -> {
                var end =
                        new End(
                                one.threat(),
                                one.raid(),
                                one.day(),
                                one.target(),
                                one.lane(),
                                one.fate(),
                                one.endMin(),
                                one.by());
                SequencedMap<String, @Nullable Object> all = QueryResult.values(end);
                all.put("story", List.of(head(one), end(one, links)));
                all.put("lines", lines(links));
                all.put("batteries", batteries(story));
                console.results(all);
            }
        }
    }

    private RunException unknown(String threat, List<Told> raids) {
        Matcher name = NAME.matcher(threat);
        List<String> known = raids.stream().map(Told::raid).toList();
        String raid = name.matches() ? name.group(1) : threat;
        String meant = "";
        if (known.contains(raid)) {
            meant = name.matches() ? "" : " Did you mean \"%s-1\"?".formatted(raid);
        } else {
            meant =
                    Suggest.nearest(raid, known)
                            .map(r ->
                                    " Did you mean \"%s-%s\"?"
                                            .formatted(r, name.matches() ? name.group(2) : "1"))
                            .orElse("");
        }
        return RunException.input(
                "There is no target \"%s\".%s".formatted(threat, meant),
                "Targets are named by raid and number: "
                        + raids.stream().map(Told::named).collect(Collectors.joining(", "))
                        + ".");
    }

    private static String head(Story one) {
        return "%s: %s of raid %s on %s, on lane %s."
                .formatted(one.threat(), one.targetName(), one.raidName(), one.day(), one.lane());
    }

    private String end(Story one, List<Link> links) {
        String when = minute(one.endMin());
        if (one.fate().equals("killed")) {
            return "It was stopped at minute %s by %s.".formatted(when, battery(one.by()));
        }
        if (one.fate().equals("jammed")) {
            return "It was about to get through at minute %s; jamming made it miss."
                    .formatted(when);
        }
        if (one.fate().equals("failed")) {
            return "It failed by itself on the way; nobody saw it.";
        }
        Reason furthest =
                links.stream()
                        .map(Link::reason)
                        .filter(r -> r != null)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return "It got through at minute %s. The furthest that any battery came: %s."
                .formatted(when, furthest == null ? "nothing" : furthest.label());
    }

    /// What one battery made of the target.
    ///
    /// @param reason where its chain broke; null when nothing broke
    private record Link(
            String owner,
            String number,
            @Nullable Reason reason,
            boolean killer,
            double track,
            double opens,
            double closes,
            int fired) {
        /// Whether it could not have been engaged, whatever happened in the battle.
        boolean far() {
            return reason != null && reason.compareTo(Reason.NO_TRACK) < 0;
        }

        /// What decides the words, the number of the battery aside.
        List<Object> likeness() {
            return far()
                    ? List.of(String.valueOf(reason))
                    : List.of(
                            owner,
                            String.valueOf(reason),
                            killer,
                            minute(track),
                            minute(opens),
                            minute(closes),
                            fired);
        }

        int order() {
            return killer
                    ? Reason.values().length + 1
                    : reason == null ? Reason.values().length : reason.ordinal();
        }
    }

    private static Link link(Story row) {
        String battery = row.battery();
        int slash = battery.lastIndexOf('/');
        Reason reason = row.reason().isEmpty() ? null : Reason.of(row.reason());
        return new Link(
                slash < 0 ? battery : battery.substring(0, slash),
                slash < 0 ? "" : battery.substring(slash + 1),
                reason,
                battery.equals(row.by()),
                row.trackMin(),
                row.opensMin(),
                row.closesMin(),
                row.fired());
    }

    private static String minute(double minutes) {
        return Double.isNaN(minutes) ? "" : String.format(Locale.ROOT, "%.1f", minutes);
    }

    /// One line for all batteries with the same story, in the order of the chain.
    private List<String> lines(List<Link> links) {
        Map<List<Object>, List<Link>> alike = new LinkedHashMap<>();
        links.stream()
                .sorted(Comparator.comparingInt(Link::order))
                .forEach(l -> alike.computeIfAbsent(l.likeness(), k -> new ArrayList<>()).add(l));
        return alike.values().stream().map(same -> line(same, links)).toList();
    }

    private String line(List<Link> same, List<Link> all) {
        Map<String, List<String>> byOwner = new LinkedHashMap<>();
        same.forEach(
                l -> byOwner.computeIfAbsent(l.owner(), k -> new ArrayList<>()).add(l.number()));
        if (!same.getFirst().far()) {
            String who =
                    byOwner.entrySet().stream()
                            .map(e -> owner(e.getKey()) + numbers(e.getValue()))
                            .collect(Collectors.joining("; "));
            return who + ": " + what(same) + ".";
        }
        String who =
                byOwner.entrySet().stream()
                        .map(e -> {
                            long batteries =
                                    all.stream().filter(l -> l.owner().equals(e.getKey())).count();
                            boolean whole = batteries == e.getValue().size();
                            return owner(e.getKey()) + (whole ? "" : numbers(e.getValue()));
                        })
                        .collect(Collectors.joining(", "));
        return "%s (%d): %s.".formatted(what(same), same.size(), who);
    }

    private static String wrapped(String line) {
        var text = new StringBuilder("  ");
        int width = 2;
        for (String word : line.split(" ")) {
            if (width + word.length() > WIDTH && width > INDENT) {
                text.append("\n").append(" ".repeat(INDENT));
                width = INDENT;
            }
            text.append(word).append(' ');
            width += word.length() + 1;
        }
        return text.toString().replaceAll(" +(\n|$)", "$1");
    }

    private static String numbers(List<String> numbers) {
        boolean row = numbers.size() > 2;
        for (int i = 1; row && i < numbers.size(); i++) {
            row = number(numbers, i) == number(numbers, i - 1) + 1;
        }
        return "/"
                + (row ? numbers.getFirst() + "-" + numbers.getLast() : String.join(",", numbers));
    }

    private static int number(List<String> numbers, int i) {
        return numbers.get(i).matches("\\d{1,6}") ? Integer.parseInt(numbers.get(i)) : -9;
    }

    private String battery(String key) {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? owner(key) : owner(key.substring(0, slash)) + key.substring(slash);
    }

    private String owner(String key) {
        return query.rows(UnitName.class).stream()
                .filter(unit -> unit.unit().equals(key))
                .findFirst()
                .map(UnitName::name)
                .orElse(key);
    }

    private static String what(List<Link> same) {
        Link one = same.getFirst();
        boolean each = same.size() > 1;
        if (one.reason() != null && one.far()) {
            return one.reason().label();
        }
        var words = new ArrayList<String>();
        if (!Double.isNaN(one.opens())) {
            words.add(
                    "in reach from minute %s to %s"
                            .formatted(minute(one.opens()), minute(one.closes())));
        }
        words.add(
                Double.isNaN(one.track())
                        ? "never tracked"
                        : "first track at " + minute(one.track()));
        if (one.fired() > 0) {
            String count =
                    one.fired() < NUMBERS.size()
                            ? NUMBERS.get(one.fired())
                            : Integer.toString(one.fired());
            words.add(
                    "%s %s fired%s"
                            .formatted(
                                    count,
                                    one.fired() == 1 ? "round" : "rounds",
                                    each ? " by each" : ""));
        }
        words.add(verdict(one));
        return String.join(", ", words);
    }

    private static String verdict(Link one) {
        if (one.killer()) {
            return one.fired() > 1 ? "the last one hit" : "which hit";
        }
        if (one.reason() == null) {
            return one.fired() > 0
                    ? "still in flight when it was stopped"
                    : "not yet its turn when it was stopped";
        }
        if (one.reason() == Reason.MISSED) {
            return one.fired() == 1
                    ? "which missed"
                    : one.fired() == 2 ? "both missed" : "all missed";
        }
        return one.reason().label();
    }

    private static QueryResult batteries(List<Story> story) {
        return QueryResult.ofRecords(
                Battery.class,
                story.stream()
                        .map(row ->
                                new Battery(
                                        row.battery(),
                                        row.reasonLabel(),
                                        row.trackMin(),
                                        row.opensMin(),
                                        row.closesMin(),
                                        row.fired()))
                        .toList());
    }
}
