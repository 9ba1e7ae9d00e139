package parapet.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import parapet.evidence.Weighing;
import parapet.scenario.Realiser;
import parapet.scenario.Sky;
import parapet.stats.Predictive;
import parapet.stats.Weights;
import parapet.study.rows.AnalogueRow;
import parapet.study.rows.BattleRow;
import parapet.tables.Rows;

/// Raids made after real ones: the share stopped in the battles of all draws beside what was
/// reported. A draw counts once: with the battle of the first plan, where plans differ in what the
/// defenders of the raid fire. Each battle is one outcome with all its chance, so the draws are a
/// sample of the predictive distribution, and what was reported is judged by its predictive
/// probability, as in [Predictive]; where reports differ, it is that of the one for which it is
/// greatest. A comparison cannot fail where the middle nine tenths of the share, or what was
/// reported, are half of all or more.
final class Analogues {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final double ALL = 100;

    private final Map<String, Map<String, TreeMap<Integer, Share>>> stopped = new TreeMap<>();

    /// @param percent share stopped
    /// @param targets of how many
    record Share(double percent, int targets) {}

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
    void post(Realiser realiser, Sky sky, Rows rows, Weights weights) {
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
                                                        weights.only(
                                                                byDraw.keySet().stream()
                                                                        .mapToInt(Integer::intValue)
                                                                        .toArray()),
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
            Weights weights,
            double low,
            double high,
            boolean decided) {
        double[] percent = shares.stream().mapToDouble(Share::percent).toArray();
        double[] band = weights.quantiles(percent, LOW, HIGH);
        double probability = probability(shares, weights, low, high);
        boolean canFail =
                !decided
                        && Predictive.canFail(band[0], band[1], ALL)
                        && Predictive.canFail(low, high, ALL);
        return new AnalogueRow(
                raid,
                target,
                weights.areEqual()
                        ? Arrays.stream(percent).average().orElse(0)
                        : weights.mean(percent),
                band[0],
                band[1],
                low,
                high,
                probability,
                canFail ? (Boolean) (probability >= Predictive.LEAST) : null,
                decided,
                canFail);
    }

    /// The predictive probability of a report. A share counts as equal to it when it is nearer than
    /// half a target.
    ///
    /// @param low least reported share, %
    /// @param high greatest
    static double probability(List<Share> shares, Weights weights, double low, double high) {
        // Of differing reports the likeliest is the middle of the draws if they lie about it, else
        // the nearest.
        double atLow = below(shares, weights, low);
        double atHigh = below(shares, weights, high);
        double least = atLow > 0.5 ? atLow : atHigh < 0.5 ? atHigh : 0.5;
        return Predictive.probability(least, 0);
    }

    /// P(S < x) + P(S = x) / 2.
    private static double below(List<Share> shares, Weights weights, double percent) {
        return weights.share(
                i -> {
                    double over = shares.get(i).percent() - percent;
                    double half = ALL / 2 / shares.get(i).targets();
                    return over < -half ? 1 : over <= half ? 0.5 : 0;
                },
                1);
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
