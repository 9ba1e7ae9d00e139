package parapet.record;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.stats.Predictive;
import parapet.stats.Quantiles;

/// Nights of a record beside what a [BattleForecast] that knows the months before their half-year
/// expects of them: the share stopped by size, how it goes with size, and how much nights scatter.
/// Each is judged by its predictive probability, and what could hardly have come out otherwise is
/// said to be unable to fail.
///
/// @param shares each group of nights, by class, half-year and size
/// @param slopes slope with size, by class
/// @param spreads scatter of nights over that of chance alone, by class
public record NightScore(List<Point> shares, List<Point> slopes, List<Point> spreads) {
    private static final int SAMPLES = 1000;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    public NightScore {
        shares = List.copyOf(shares);
        slopes = List.copyOf(slopes);
        spreads = List.copyOf(spreads);
    }

    /// One figure of a record beside its forecast.
    ///
    /// @param targetClass name of the class
    /// @param group the nights it is of; null for all judged nights of the class
    /// @param reported what the record says
    /// @param mean mean of the forecast
    /// @param low its 5 % quantile
    /// @param high its 95 % quantile
    /// @param probability of what came or what is further out on its side, that of equal values
    ///   counted half, twice, at most 1
    /// @param canFail whether the middle nine tenths are less than half of what could come
    public record Point(
            String targetClass,
            @Nullable NightGroup group,
            double reported,
            double mean,
            double low,
            double high,
            double probability,
            boolean canFail) {
        /// Whether what came lies in the middle nine tenths.
        public boolean inside() {
            return probability >= Predictive.LEAST;
        }
    }

    /// Judges nights. The forecaster must know nothing yet; it learns the months of the record as
    /// the nights go by.
    ///
    /// @param from first month of a half-year that is judged; null for all whose class was seen
    ///   before
    public static NightScore judge(
            MonthlyRecord record,
            @Nullable YearMonth from,
            List<NightGroup> nights,
            BattleForecast battle) {
        Map<YearMonth, List<NightGroup>> halves = new TreeMap<>();
        // In an order of their own, so that the order of a file changes nothing.
        var sorted = new ArrayList<>(nights);
        sorted.sort(
                Comparator.comparingDouble((NightGroup g) -> g.size())
                        .thenComparingInt(NightGroup::nights)
                        .thenComparingInt(NightGroup::stopped));
        for (NightGroup g : sorted) {
            if (battle.knows(g.targetClass()) && (from == null || !g.from().isBefore(from))) {
                halves.computeIfAbsent(g.from(), _ -> new ArrayList<>()).add(g);
            }
        }
        var drawn = new TreeMap<String, Drawn>();
        var months = new ArrayList<>(record.months().entrySet());
        for (var half : halves.entrySet()) {
            while (!months.isEmpty() && months.getFirst().getKey().isBefore(half.getKey())) {
                battle.learn(months.removeFirst().getValue());
            }
            Map<String, List<NightGroup>> byClass = new TreeMap<>();
            half.getValue()
                    .forEach(g ->
                            byClass.computeIfAbsent(g.targetClass(), _ -> new ArrayList<>())
                                    .add(g));
            byClass.forEach((targetClass, groups) -> {
                if (battle.hasSeen(targetClass)) {
                    drawn.computeIfAbsent(targetClass, _ -> new Drawn())
                            .add(groups, new NightForecast(battle, targetClass));
                }
            });
        }
        var shares = new ArrayList<Point>();
        var slopes = new ArrayList<Point>();
        var spreads = new ArrayList<Point>();
        drawn.forEach((targetClass, of) -> {
            of.shares(shares);
            of.statistic(targetClass, NightStatistic.SLOPE, slopes);
            of.statistic(targetClass, NightStatistic.SPREAD, spreads);
        });
        return new NightScore(shares, slopes, spreads);
    }

    /// The nights of a class as reported, and [#SAMPLES] outcomes of them.
    private static final class Drawn {
        private final List<NightGroup> reported = new ArrayList<>();
        private final List<List<NightGroup>> samples = new ArrayList<>();

        Drawn() {
            for (int s = 0; s < SAMPLES; s++) {
                samples.add(new ArrayList<>());
            }
        }

        void add(List<NightGroup> groups, NightForecast forecast) {
            reported.addAll(groups);
            for (int s = 0; s < SAMPLES; s++) {
                samples.get(s).addAll(forecast.draw(groups, s));
            }
        }

        void shares(List<Point> points) {
            for (int g = 0; g < reported.size(); g++) {
                NightGroup group = reported.get(g);
                int at = g;
                double[] values =
                        samples.stream()
                                .mapToDouble(s -> 100.0 * s.get(at).stopped() / group.launched())
                                .toArray();
                double came = 100.0 * group.stopped() / group.launched();
                points.add(point(group.targetClass(), group, came, values, 100));
            }
        }

        void statistic(String targetClass, NightStatistic statistic, List<Point> points) {
            double came = statistic.of(reported);
            if (Double.isNaN(came)) {
                return;
            }
            // A sample tells its spread where the record tells it.
            double[] values =
                    samples.stream()
                            .mapToDouble(s -> statistic.of(told(s)))
                            .filter(v -> !Double.isNaN(v))
                            .toArray();
            if (values.length > SAMPLES / 2) {
                points.add(point(targetClass, null, came, values, room(statistic)));
            }
        }

        private List<NightGroup> told(List<NightGroup> sample) {
            var told = new ArrayList<NightGroup>();
            for (int g = 0; g < sample.size(); g++) {
                NightGroup made = sample.get(g);
                boolean tells = NightStatistic.tellsSpread(reported.get(g));
                told.add(tells ? made : made.with(made.stopped(), Double.NaN));
            }
            return told;
        }

        /// How far apart outcomes of a statistic can lie: when all of the larger nights or all of
        /// the smaller ones are stopped whole; when every night is stopped whole or not at all.
        private double room(NightStatistic statistic) {
            if (statistic == NightStatistic.SPREAD) {
                return statistic.of(
                        reported.stream()
                                .map(g -> g.with(g.launched() / 2, extreme(g.nights())))
                                .toList());
            }
            double most = statistic.of(split(true));
            double least = statistic.of(split(false));
            return most - least;
        }

        private static double extreme(int nights) {
            double half = 0.5 * nights;
            return nights < 2
                    ? Double.NaN
                    : StrictMath.sqrt(
                            StrictMath.floor(half) * StrictMath.ceil(half) / nights / (nights - 1));
        }

        private List<NightGroup> split(boolean larger) {
            return reported.stream()
                    .map(g -> {
                        double middle =
                                reported.stream()
                                        .filter(o -> o.from().equals(g.from()))
                                        .mapToDouble(NightGroup::size)
                                        .average()
                                        .orElse(0);
                        return g.with((g.size() > middle) == larger ? g.launched() : 0, g.spread());
                    })
                    .toList();
        }

        private static Point point(
                String targetClass,
                @Nullable NightGroup group,
                double came,
                double[] values,
                double room) {
            double below = 0;
            double equal = 0;
            for (double v : values) {
                below += v < came - 1e-9 ? 1 : 0;
                equal += Math.abs(v - came) <= 1e-9 ? 1 : 0;
            }
            double[] band = Quantiles.type7(values, LOW, HIGH);
            return new Point(
                    targetClass,
                    group,
                    came,
                    Arrays.stream(values).average().orElse(Double.NaN),
                    band[0],
                    band[1],
                    Predictive.probability(below / values.length, equal / values.length),
                    Predictive.canFail(band[0], band[1], room));
        }
    }
}
