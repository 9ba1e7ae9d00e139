package parapet.io;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.record.NightGroup;

/// Reads the nights of a record of attacks from a CSV table with a row for each class, half-year
/// and size of night: `class`, `half_year` (2024H1), `nights`, `launched`, `shot_down`;
/// `lost_otherwise` and `sd_of_nightly_share` where they are told. `size_from`, `size_to` and
/// `sd_if_binomial` may stand there and are not used: sizes follow from `launched` and `nights`.
///
/// The spread is that of `shot_down`. Where some were lost otherwise it is not that of what was
/// stopped, and is left out.
public final class NightsReader {
    private static final String HALF_YEAR = "half_year";
    private static final String SPREAD = "sd_of_nightly_share";
    private static final String CHANCE = "sd_if_binomial";
    private static final List<String> COLUMNS =
            List.of(
                    RecordTable.CLASS,
                    HALF_YEAR,
                    "size_from",
                    "size_to",
                    RecordTable.NIGHTS,
                    RecordTable.LAUNCHED,
                    RecordTable.SHOT_DOWN,
                    RecordTable.LOST,
                    SPREAD,
                    CHANCE);
    private static final List<String> NEEDED =
            List.of(
                    RecordTable.CLASS,
                    HALF_YEAR,
                    RecordTable.NIGHTS,
                    RecordTable.LAUNCHED,
                    RecordTable.SHOT_DOWN);
    private static final Pattern HALF = Pattern.compile("(\\d{4})H([12])");

    private final RecordTable table = new RecordTable();
    private final Map<List<Object>, Integer> nightsOf = new HashMap<>();

    private NightsReader() {}

    /// What came of reading nights.
    ///
    /// @param nights the groups of nights in the order of the file; null when there is any error
    /// @param diagnostics every problem found, sorted by line
    public record Read(@Nullable List<NightGroup> nights, List<Diagnostic> diagnostics) {
        /// Copies the lists.
        public Read {
            nights = nights == null ? null : List.copyOf(nights);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// Reads a file.
    public static Read read(Path path) {
        var reader = new NightsReader();
        TextFile file = TextFile.read(path, path.toString(), reader.table.problems::add);
        return reader.done(file == null ? List.of() : reader.groups(file));
    }

    /// Reads a text.
    ///
    /// @param name name shown in messages
    public static Read read(String name, String text) {
        var reader = new NightsReader();
        return reader.done(reader.groups(TextFile.of(name, text)));
    }

    private Read done(List<NightGroup> nights) {
        boolean wrong = table.problems.stream().anyMatch(Diagnostic::isError);
        return new Read(wrong ? null : nights, Diagnostics.sorted(table.problems));
    }

    private List<NightGroup> groups(TextFile file) {
        var groups = new ArrayList<NightGroup>();
        for (Tree.Mapping row : table.rows(file, COLUMNS, NEEDED)) {
            NightGroup group = group(row);
            if (group != null) {
                groups.add(group);
            }
        }
        return groups;
    }

    private @Nullable NightGroup group(Tree.Mapping row) {
        String targetClass = table.name(row);
        YearMonth from = half(row);
        Integer nights = table.count(row, RecordTable.NIGHTS, true);
        Integer launched = table.count(row, RecordTable.LAUNCHED, true);
        Integer shotDown = table.count(row, RecordTable.SHOT_DOWN, true);
        Integer lost = table.count(row, RecordTable.LOST, false);
        Double spread = table.share(row, SPREAD);
        Double chance = table.share(row, CHANCE);
        if (targetClass == null
                || from == null
                || nights == null
                || launched == null
                || shotDown == null
                || lost == null
                || spread == null
                || chance == null) {
            return null;
        }
        if (nights < 1 || launched < nights) {
            table.problems.add(
                    Diagnostic.error(row.place(), "something is launched in every night of a row")
                            .expecting("one night or more, and as many launched or more")
                            .finding("%d nights, %d launched".formatted(nights, launched)));
            return null;
        }
        warn(row, targetClass, from, nights);
        if (shotDown > launched) {
            table.problems.add(
                    Diagnostic.warning(
                                    place(row, RecordTable.SHOT_DOWN),
                                    "%s, %s: more shot down than launched"
                                            .formatted(Words.quoted(targetClass), words(from)))
                            .finding("%d of %d".formatted(shotDown, launched))
                            .noting("all of them are taken as stopped"));
        }
        int stopped = Math.min(launched, shotDown + lost);
        double share = Math.min(1, (double) shotDown / launched);
        double inverse = chance * chance / (share * (1 - share));
        double equal = (double) nights / launched;
        return new NightGroup(
                targetClass,
                from,
                nights,
                launched,
                stopped,
                lost > 0 ? Double.NaN : spread,
                Double.isFinite(inverse) ? Math.clamp(inverse, equal, 1) : equal);
    }

    /// Warns once of a class that comes in more nights than its half-year has.
    private void warn(Tree.Mapping row, String targetClass, YearMonth from, int nights) {
        int days = (int) ChronoUnit.DAYS.between(from.atDay(1), from.plusMonths(6).atDay(1));
        int all = nightsOf.merge(List.of(targetClass, from), nights, Integer::sum);
        if (all > days && all - nights <= days) {
            table.problems.add(
                    Diagnostic.warning(
                                    place(row, RecordTable.NIGHTS),
                                    "%s, %s: more nights than the half-year has"
                                            .formatted(Words.quoted(targetClass), words(from)))
                            .expecting("%d or fewer in all its rows".formatted(days))
                            .finding(String.valueOf(all)));
        }
    }

    private static Place place(Tree.Mapping row, String column) {
        Tree.Scalar cell = RecordTable.cell(row, column);
        return cell == null ? row.place() : cell.place();
    }

    /// A half-year as it is written.
    private static String words(YearMonth from) {
        return "%dH%d".formatted(from.getYear(), from.getMonthValue() < 7 ? 1 : 2);
    }

    private @Nullable YearMonth half(Tree.Mapping row) {
        Tree.Scalar cell = RecordTable.cell(row, HALF_YEAR);
        if (cell != null) {
            Matcher half = HALF.matcher(cell.text());
            if (half.matches()) {
                return YearMonth.of(
                        Integer.parseInt(half.group(1)), half.group(2).equals("1") ? 1 : 7);
            }
        }
        table.problems.add(
                Diagnostic.error(
                                cell == null ? row.place() : cell.place(),
                                cell == null
                                        ? "the row has no half-year"
                                        : "this is not a half-year")
                        .expecting("a year and H1 or H2, such as 2024H1")
                        .finding(cell == null ? null : Words.quoted(cell.text())));
        return null;
    }
}
