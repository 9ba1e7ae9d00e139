package parapet.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.engage.Mend;
import parapet.engage.Reason;
import parapet.io.results.QueryResult;
import parapet.study.RaidOfRun;
import parapet.study.rows.ThreatRow;

/// Tells the story of one target in words: what every battery made of it, in the order of the
/// chain, and what finally happened.
final class WhyStory {
    /// Fates of targets that nobody saw.
    private static final Set<String> UNSEEN = Set.of("failed", "not-released");

    private static final int WIDTH = 110;
    private static final int INDENT = 6;
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private static final RaidOfRun.Mast NO_MAST = new RaidOfRun.Mast(Double.NaN, null);

    private final List<ThreatRow> rows;
    private final WhyNames names;
    private final @Nullable LocalDate day;
    private final Map<String, RaidOfRun.Mast> masts;

    /// A story.
    ///
    /// @param rows one for each battery
    /// @param day when the raid came; null when it does not matter
    /// @param masts masts that would have shown it, by battery; empty where none was looked for
    WhyStory(
            List<ThreatRow> rows,
            WhyNames names,
            @Nullable LocalDate day,
            Map<String, RaidOfRun.Mast> masts) {
        this.day = day;
        this.rows = List.copyOf(rows);
        this.names = names;
        this.masts = masts;
    }

    /// What one battery made of the target, for tables.
    private record Told(
            String raid,
            LocalDate day,
            String threat,
            String target,
            String lane,
            String fate,
            double endMin,
            String by,
            String battery,
            String reason,
            String reasonLabel,
            double trackMin,
            double opensMin,
            double closesMin,
            int fired,
            String targetName,
            String raidName,
            double mastHigher) {}

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
            int fired,
            double mastHigher) {}

    /// Shows it.
    ///
    /// @param battle which battle it was, line by line
    void show(Console console, List<String> battle) {
        List<Link> links = rows.stream().map(this::link).toList();
        ThreatRow one = rows.getFirst();
        switch (console.format()) {
            case CSV ->
                    console.table(
                            QueryResult.ofRecords(
                                    Told.class, rows.stream().map(this::told).toList()));
            case TEXT -> {
                console.line(head(one));
                battle.forEach(line -> console.line(wrapped(line).strip()));
                console.line(end(one, links));
                if (!UNSEEN.contains(one.fate())) {
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
                var told = new ArrayList<String>(List.of(head(one)));
                told.addAll(battle);
                told.add(end(one, links));
                all.put("story", told);
                all.put("lines", lines(links));
                all.put("batteries", batteries());
                console.results(all);
            }
        }
    }

    private Told told(ThreatRow row) {
        return new Told(
                row.raid(),
                row.day(),
                row.threat(),
                row.target(),
                row.lane(),
                row.fate(),
                row.endMin(),
                row.by(),
                row.battery(),
                row.reason(),
                row.reasonLabel(),
                number(row.trackMin()),
                number(row.opensMin()),
                number(row.closesMin()),
                row.fired(),
                names.target(row.target()),
                names.raid(row.raid()),
                mast(row.battery()).higherM());
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private RaidOfRun.Mast mast(String battery) {
        return masts.getOrDefault(battery, NO_MAST);
    }

    private String head(ThreatRow one) {
        return "%s: %s of raid %s%s, on lane %s."
                .formatted(
                        one.threat(),
                        names.target(one.target()),
                        names.raid(one.raid()),
                        day == null ? "" : " on " + day,
                        one.lane());
    }

    private String end(ThreatRow one, List<Link> links) {
        String when = minute(one.endMin());
        if (one.fate().equals("killed")) {
            return "It was stopped at minute %s by %s.".formatted(when, battery(one.by()));
        }
        if (one.fate().equals("jammed")) {
            return "It was about to get through at minute %s; jamming made it miss."
                    .formatted(when);
        }
        if (one.fate().equals("not-released")) {
            return "It never came: what carried it did not reach the point of release.";
        }
        if (one.fate().equals("turned-away")) {
            return "It released what it carried at minute %s and turned away.".formatted(when);
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
    /// @param mast what a higher mast would have done, in words; empty when there is nothing to say
    private record Link(
            String owner,
            String number,
            @Nullable Reason reason,
            boolean killer,
            double track,
            double opens,
            double closes,
            int fired,
            String mast) {
        /// Whether it could not have been engaged, whatever happened in the battle.
        boolean far() {
            return reason != null && reason.compareTo(Reason.NO_TRACK) < 0;
        }

        /// What decides the words, the number of the battery aside.
        List<Object> likeness() {
            return far()
                    ? List.of(String.valueOf(reason), mast)
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

    private Link link(ThreatRow row) {
        String battery = row.battery();
        int slash = battery.lastIndexOf('/');
        Reason reason = row.reason().isEmpty() ? null : Reason.of(row.reason());
        return new Link(
                slash < 0 ? battery : battery.substring(0, slash),
                slash < 0 ? "" : battery.substring(slash + 1),
                reason,
                battery.equals(row.by()),
                number(row.trackMin()),
                number(row.opensMin()),
                number(row.closesMin()),
                row.fired(),
                words(masts.get(row.battery())));
    }

    private static String words(RaidOfRun.@Nullable Mast mast) {
        if (mast == null) {
            return "";
        }
        if (Double.isNaN(mast.higherM())) {
            return "; no mast up to %.0f m higher shows it".formatted(Mend.HIGHER_M);
        }
        return "; a mast %.0f m higher shows it%s"
                .formatted(
                        mast.higherM(), mast.then() == null ? "" : ", then " + mast.then().label());
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
                            .map(e -> names.owner(e.getKey()) + numbers(e.getValue()))
                            .collect(Collectors.joining("; "));
            return who + ": " + what(same) + ".";
        }
        String who =
                byOwner.entrySet().stream()
                        .map(e -> {
                            long batteries =
                                    all.stream().filter(l -> l.owner().equals(e.getKey())).count();
                            boolean whole = batteries == e.getValue().size();
                            return names.owner(e.getKey()) + (whole ? "" : numbers(e.getValue()));
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
        return slash < 0
                ? names.owner(key)
                : names.owner(key.substring(0, slash)) + key.substring(slash);
    }

    private static String what(List<Link> same) {
        Link one = same.getFirst();
        boolean each = same.size() > 1;
        if (one.reason() != null && one.far()) {
            return one.reason().label() + one.mast();
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

    private QueryResult batteries() {
        return QueryResult.ofRecords(
                Battery.class,
                rows.stream()
                        .map(row ->
                                new Battery(
                                        row.battery(),
                                        row.reasonLabel(),
                                        number(row.trackMin()),
                                        number(row.opensMin()),
                                        number(row.closesMin()),
                                        row.fired(),
                                        mast(row.battery()).higherM()))
                        .toList());
    }
}
