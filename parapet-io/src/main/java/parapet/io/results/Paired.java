package parapet.io.results;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.stats.Estimate;
import parapet.stats.Weights;

/// The paired difference over the draws that both sides have, by the weights of the draws.
///
/// @param n number of draws
/// @param first mean of the first side, NaN without draws
/// @param second mean of the second
/// @param difference first minus second; 0 where they differ by rounding alone
/// @param halfWidth half-width of its 95 % interval; null below two draws
record Paired(int n, double first, double second, double difference, @Nullable Double halfWidth) {
    private static final double ROUNDING = 1e-12;

    /// @param ours values by draw
    /// @param theirs the others, by draw
    /// @param ourWeights weights by draw; empty where all are equal
    /// @param theirWeights those of the others
    static Paired of(
            Map<Long, Double> ours,
            Map<Long, Double> theirs,
            Map<Long, Double> ourWeights,
            Map<Long, Double> theirWeights) {
        SortedMap<Long, Double> common = new TreeMap<>(ours);
        common.keySet().retainAll(theirs.keySet());
        double[] a = values(common, ours);
        double[] b = values(common, theirs);
        Weights u = weights(common, ourWeights);
        Weights v = weights(common, theirWeights);
        double first = mean(a, u);
        double second = mean(b, v);
        Estimate e = u.difference(a, v, b);
        double rounding = ROUNDING * (Math.abs(first) + Math.abs(second));
        return new Paired(
                a.length,
                first,
                second,
                exact(first - second, rounding),
                a.length < 2 ? null : (Double) exact(e.halfWidth(0.95), rounding));
    }

    private static double mean(double[] values, Weights weights) {
        return weights.areEqual()
                ? Arrays.stream(values).average().orElse(Double.NaN)
                : weights.mean(values);
    }

    private static double[] values(SortedMap<Long, Double> draws, Map<Long, Double> of) {
        return draws.keySet().stream()
                .mapToDouble(draw -> of.getOrDefault(draw, Double.NaN))
                .toArray();
    }

    private static Weights weights(SortedMap<Long, Double> draws, Map<Long, Double> of) {
        double[] some =
                draws.keySet().stream().mapToDouble(draw -> of.getOrDefault(draw, 0.0)).toArray();
        return Arrays.stream(some).sum() > 0 ? Weights.of(some) : Weights.equal(some.length);
    }

    private static double exact(double value, double rounding) {
        return Math.abs(value) <= rounding ? 0 : value;
    }

    /// Whether two values differ by no more than the rounding of their sums.
    static boolean roundingAlone(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * (Math.abs(a) + Math.abs(b));
    }

    /// The difference in half-widths of its interval; null where there is no spread to compare
    // with.
    static @Nullable Double inHalfWidths(double difference, @Nullable Double halfWidth) {
        if (difference == 0) {
            return 0.0;
        }
        return halfWidth == null || !(halfWidth > 0) ? null : (Double) (difference / halfWidth);
    }

    /// For sorting by size, the largest first: what has no spread comes first.
    static double rank(@Nullable Double inHalfWidths) {
        return inHalfWidths == null ? Double.NEGATIVE_INFINITY : -Math.abs(inHalfWidths);
    }
}
