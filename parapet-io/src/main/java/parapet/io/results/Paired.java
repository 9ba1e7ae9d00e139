package parapet.io.results;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.stats.Estimate;

/// The paired difference over the draws that both sides have.
///
/// @param n number of draws
/// @param first mean of the first side, NaN without draws
/// @param second mean of the second
/// @param difference first minus second; 0 where they differ by rounding alone
/// @param halfWidth half-width of its 95 % interval; null below two draws
record Paired(int n, double first, double second, double difference, @Nullable Double halfWidth) {
    private static final double ROUNDING = 1e-12;

    /// @param ours values by draw
    static Paired of(Map<Long, Double> ours, Map<Long, Double> theirs) {
        SortedMap<Long, Double> common = new TreeMap<>(ours);
        common.keySet().retainAll(theirs.keySet());
        double[] a = common.values().stream().mapToDouble(Double::doubleValue).toArray();
        double[] b =
                common.keySet().stream()
                        .mapToDouble(draw -> theirs.getOrDefault(draw, Double.NaN))
                        .toArray();
        double first = Arrays.stream(a).average().orElse(Double.NaN);
        double second = Arrays.stream(b).average().orElse(Double.NaN);
        Estimate e = Estimate.ofPairedDifference(a, b);
        double rounding = ROUNDING * (Math.abs(first) + Math.abs(second));
        return new Paired(
                a.length,
                first,
                second,
                exact(first - second, rounding),
                a.length < 2 ? null : (Double) exact(e.halfWidth(0.95), rounding));
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
