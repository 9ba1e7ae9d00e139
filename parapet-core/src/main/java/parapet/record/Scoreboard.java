package parapet.record;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parapet.stats.Require;

/// Forecasts of a record judged one class-month after the other.
///
/// A class-month counts if something was launched and the class has an earlier such month. Every
/// forecaster is asked for all classes of a month before any is told what came in it.
///
/// @param forecasters names of the forecasters, in order
/// @param judged what came of each forecast: by class, by month, by forecaster
public record Scoreboard(List<String> forecasters, List<Judged> judged) {
    /// Name under which all classes stand together.
    public static final String ALL = "all";

    /// Months that a class needs to count by itself in a comparison.
    public static final int ENOUGH_MONTHS = 10;

    public Scoreboard {
        forecasters = List.copyOf(forecasters);
        judged = List.copyOf(judged);
    }

    /// What came of one forecast.
    ///
    /// @param row what was launched and stopped
    /// @param forecaster who made it
    /// @param crps its score, counts
    /// @param fairCoverage part of what came within its middle nine tenths, 0..1
    public record Judged(ClassMonth row, String forecaster, double crps, double fairCoverage) {}

    /// Means over class-months.
    ///
    /// @param targetClass name of the class, or [#ALL]
    /// @param forecaster who made the forecasts
    /// @param months number of class-months
    /// @param crps mean score, counts
    /// @param perLaunched mean of score over number launched
    /// @param fairCoverage mean fair coverage, 0..1; 0.9 when forecasts are right
    public record Mean(
            String targetClass,
            String forecaster,
            int months,
            double crps,
            double perLaunched,
            double fairCoverage) {}

    /// One forecaster beside another.
    ///
    /// @param forecaster the one
    /// @param against the other
    /// @param perLaunched ratio of the means of score over number launched; below 1 the one is
    ///   better
    /// @param geometric geometric mean of the ratio of summed scores over the classes with enough
    ///   months; not a number when there is none
    /// @param better of these classes, those in which the one has the lesser score
    /// @param classes number of these classes
    public record Ratio(
            String forecaster,
            String against,
            double perLaunched,
            double geometric,
            int better,
            int classes) {}

    /// Judges forecasters on a record.
    ///
    /// @param from first month that is judged; null for all
    /// @param forecasters each new, with a name of its own
    public static Scoreboard judge(
            MonthlyRecord record,
            @Nullable YearMonth from,
            List<? extends Forecaster> forecasters) {
        var judged = new ArrayList<List<Judged>>();
        var all = record.months();
        List<String> names = forecasters.stream().map(Forecaster::name).toList();
        if (all.isEmpty() || (from != null && all.lastKey().isBefore(from))) {
            return new Scoreboard(names, List.of()); // nothing to judge, so nothing to learn
        }
        for (Forecaster forecaster : forecasters) {
            judged.add(new ArrayList<>());
            var seen = new HashSet<String>();
            all.forEach((month, rows) -> {
                if (from == null || !month.isBefore(from)) {
                    judge(forecaster, rows, seen, judged.getLast());
                }
                forecaster.learn(rows);
                rows.forEach(row -> seen.add(row.targetClass()));
            });
        }
        return new Scoreboard(names, inOrder(judged));
    }

    private static void judge(
            Forecaster forecaster, List<ClassMonth> rows, Set<String> seen, List<Judged> judged) {
        for (ClassMonth row : rows) {
            if (seen.contains(row.targetClass())) {
                Forecast made = forecaster.forecast(row.targetClass(), row.month(), row.launched());
                judged.add(
                        new Judged(
                                row,
                                forecaster.name(),
                                made.crps(row.stopped()),
                                made.fairCoverage(row.stopped())));
            }
        }
    }

    private static List<Judged> inOrder(List<List<Judged>> byForecaster) {
        var all = new ArrayList<Judged>();
        if (byForecaster.isEmpty()) {
            return all;
        }
        var classes = new TreeSet<String>();
        byForecaster.getFirst().forEach(j -> classes.add(j.row().targetClass()));
        for (String one : classes) {
            for (int i = 0; i < byForecaster.getFirst().size(); i++) {
                for (List<Judged> each : byForecaster) {
                    if (each.get(i).row().targetClass().equals(one)) {
                        all.add(each.get(i));
                    }
                }
            }
        }
        return all;
    }

    /// Number of class-months judged.
    public int classMonths() {
        return forecasters.isEmpty() ? 0 : judged.size() / forecasters.size();
    }

    /// The classes judged, by name.
    public SortedSet<String> classes() {
        var classes = new TreeSet<String>();
        judged.forEach(j -> classes.add(j.row().targetClass()));
        return classes;
    }

    /// The classes with at least [#ENOUGH_MONTHS] months, by name.
    public List<String> classesWithEnough() {
        return classes().stream()
                .filter(c -> mean(c, forecasters.getFirst()).months() >= ENOUGH_MONTHS)
                .toList();
    }

    /// Means by class and forecaster, all classes together last.
    public List<Mean> means() {
        var means = new ArrayList<Mean>();
        var names = new ArrayList<>(classes());
        names.add(ALL);
        for (String name : names) {
            for (String forecaster : forecasters) {
                means.add(mean(name, forecaster));
            }
        }
        return means;
    }

    /// The mean of one class, or of all, and one forecaster.
    ///
    /// @param targetClass name of the class, or [#ALL]
    public Mean mean(String targetClass, String forecaster) {
        Predicate<Judged> counts =
                j ->
                        j.forecaster().equals(forecaster)
                                && (targetClass.equals(ALL)
                                        || j.row().targetClass().equals(targetClass));
        List<Judged> of = judged.stream().filter(counts).toList();
        Require.atLeast("number of months of " + targetClass + ", " + forecaster, of.size(), 1);
        double crps = 0;
        double perLaunched = 0;
        double coverage = 0;
        for (Judged j : of) {
            crps += j.crps();
            perLaunched += j.crps() / j.row().launched();
            coverage += j.fairCoverage();
        }
        int n = of.size();
        return new Mean(targetClass, forecaster, n, crps / n, perLaunched / n, coverage / n);
    }

    /// One forecaster beside another.
    public Ratio ratio(String forecaster, String against) {
        double logs = 0;
        int better = 0;
        List<String> enough = classesWithEnough();
        for (String one : enough) {
            double ours = mean(one, forecaster).crps();
            double theirs = mean(one, against).crps();
            logs += StrictMath.log(ours / theirs);
            better += ours < theirs ? 1 : 0;
        }
        return new Ratio(
                forecaster,
                against,
                mean(ALL, forecaster).perLaunched() / mean(ALL, against).perLaunched(),
                enough.isEmpty() ? Double.NaN : StrictMath.exp(logs / enough.size()),
                better,
                enough.size());
    }
}
