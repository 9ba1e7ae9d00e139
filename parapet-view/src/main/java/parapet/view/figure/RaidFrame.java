package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parapet.view.doc.Figure;
import parapet.view.read.Dated;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Rows of all raids by plan, date and raid, and the choices of these.
///
/// @param <R> rows
final class RaidFrame<R extends Dated> {
    private final Results results;
    private final Map<String, List<R>> rows = new LinkedHashMap<>();
    private final Set<String> plans = new LinkedHashSet<>();
    private final Set<LocalDate> days = new TreeSet<LocalDate>().descendingSet();
    private final List<String> raids = new ArrayList<>();

    /// Asks for the rows of every raid.
    RaidFrame(Results results, Asked<R> asked) {
        this.results = results;
        for (String raid : new SkyNumbers(results).raids()) {
            List<R> of = asked.rows(raid);
            if (!of.isEmpty()) {
                raids.add(raid);
            }
            for (R row : of) {
                plans.add(row.plan());
                days.add(row.day());
                rows.computeIfAbsent(
                                key(row.plan(), row.day().toString(), raid), k -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /// Rows of one raid.
    interface Asked<R> {
        List<R> rows(String raid);
    }

    private static String key(String plan, String day, String raid) {
        return plan + "|" + day + "|" + raid;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<R> all() {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    List<R> of(String plan, String day, String raid) {
        return rows.getOrDefault(key(plan, day, raid), List.of());
    }

    /// Choices of plan, date and raid.
    List<Figure.Choice> choices() {
        return List.of(
                new Parts(results).planChoice(new Parts(results).ordered(plans)), dates(), raid());
    }

    Figure.Choice dates() {
        return new Figure.Choice(
                "Date",
                "at",
                days.stream()
                        .map(day -> new Figure.Option(day.toString(), Say.month(day)))
                        .toList());
    }

    Figure.Choice raid() {
        return new Figure.Choice(
                "Raid",
                "raid",
                raids.stream()
                        .map(raid -> new Figure.Option(raid, results.nameOf("raid", raid)))
                        .toList());
    }

    List<String> plans() {
        return new Parts(results).ordered(plans);
    }
}
