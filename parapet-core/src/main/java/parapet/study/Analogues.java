package parapet.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import parapet.evidence.Weighing;
import parapet.scenario.Realiser;
import parapet.scenario.Sky;
import parapet.stats.Quantiles;
import parapet.study.rows.AnalogueRow;
import parapet.study.rows.BattleRow;
import parapet.tables.Rows;

/// Raids made after real ones: the share stopped in the battles of all draws beside what was
/// reported. A draw counts once: with the battle of the first plan, where plans differ in what the
/// defenders of the raid fire. Each battle is one outcome with all its chance, so the draws are a sample of the
/// predictive distribution, and what was reported is judged by its predictive probability.
///
///     probability = min(1, 2 min(P(S < x) + P(S = x) / 2, P(S > x) + P(S = x) / 2))
///
/// with S the share stopped, and x, where reports differ, the value of theirs for which it is
/// greatest. A comparison cannot fail where the middle nine tenths of S, or what was reported, are
/// half of 0..1 or more.
final class Analogues {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final double LEAST = 0.1;
    private static final double HALF = 50;

    private final Map<String, Map<String, TreeMap<Integer, Share>>> stopped = new TreeMap<>();

    /// @param percent share stopped
    /// @param targets of how many
    private record Share(double percent, int targets) {}

    /// Takes the rows of one chunk.
    void add(Rows rows) {
        for (BattleRow row : rows.of(BattleRow.class)) {
            if (row.night() == 1 && row.threats() > 0) {
                int ended = row.killed() + row.jammed() + row.failed();
                double percent = 100.0 * ended / row.threats();
                stopped.computeIfAbsent(row.raid(), k -> new TreeMap<>())
                        .computeIfAbsent(row.target(), k -> new TreeMap<>())
                        .putIfAbsent(row.draw(), new Share(percent, row.threats()));
            }
        }
    }

    /// Posts a row for each class of a raid of which something was reported.
    void post(Realiser realiser, Sky sky, Rows rows) {
        sky.raids()
                .forEach((id, raid) ->
                        raid.reported()
                                .forEach((target, reported) -> {
                                    var byDraw =
                                            stopped.getOrDefault(id, Map.of())
                                                    .getOrDefault(target, new TreeMap<>());
                                    if (!byDraw.isEmpty()) {
                                        Weighing said = realiser.weigh(reported.stopped());
                                        rows.add(
                                                row(
                                                        id,
                                                        target,
                                                        List.copyOf(byDraw.values()),
                                                        100 * said.law().low(),
                                                        100 * said.law().high(),
                                                        !engages(sky, raid.defendedBy(), target)));
                                    }
                                }));
    }

    private static AnalogueRow row(
            String raid,
            String target,
            List<Share> shares,
            double low,
            double high,
            boolean decided) {
        double[] percent = shares.stream().mapToDouble(Share::percent).toArray();
        double[] band = Quantiles.type7(percent, LOW, HIGH);
        double probability = probability(shares, low, high);
        boolean canFail = !decided && band[1] - band[0] < HALF && high - low < HALF;
        return new AnalogueRow(
                raid,
                target,
                Arrays.stream(percent).average().orElse(0),
                band[0],
                band[1],
                low,
                high,
                probability,
                canFail ? (Boolean) (probability >= LEAST) : null,
                decided,
                canFail);
    }

    /// The predictive probability of a report, in shares of targets that are counted: a share
    /// counts as equal when it is nearer than half a target.
    static double probability(double[] percent, int targets, double low, double high) {
        return probability(
                Arrays.stream(percent).mapToObj(p -> new Share(p, targets)).toList(), low, high);
    }

    private static double probability(List<Share> shares, double low, double high) {
        double atLeast = 0;
        double atMost = 0;
        for (Share s : shares) {
            double half = HALF / s.targets();
            double overLow = s.percent() - low;
            double overHigh = s.percent() - high;
            atLeast += overLow > half ? 1 : overLow >= -half ? 0.5 : 0;
            atMost += overHigh < -half ? 1 : overHigh <= half ? 0.5 : 0;
        }
        double n = shares.size();
        // Where the reports lie on both sides of the middle, they hold a value of probability one.
        return Math.min(1, 2 * Math.min(atLeast, atMost) / n);
    }

    /// Whether a round of these groups is used against a class of target at all; without one, none
    /// is stopped whatever else is put in, and a comparison could not fail.
    private static boolean engages(Sky sky, List<String> groups, String target) {
        return groups.isEmpty()
                || groups.stream()
                        .map(id -> Objects.requireNonNull(sky.groups().get(id)))
                        .flatMap(group -> group.rounds().keySet().stream())
                        .map(id -> Objects.requireNonNull(sky.rounds().get(id)))
                        .anyMatch(round -> round.against().containsKey(target));
    }
}
