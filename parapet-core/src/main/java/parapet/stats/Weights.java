package parapet.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Weights of a sample that sum to 1, and its statistics under them: those of a law from which
/// nobody drew, by draws of another (self-normalised importance sampling).
///
///     mean = sum w x,   se² = n/(n-1) sum w² (x - mean)²                    [Owen 2013, 9.2]
///     n = 1 / sum w²                                                         [Kish 1965]
///
/// with n the effective number of values; the factor n/(n-1) makes it s/√n for equal weights. Under
/// equal weights every statistic is the plain one to the last bit.
public final class Weights {
    /// Effective number of values under unequal weights below which nothing is to be quoted: the 5
    /// % quantile then rests on five values.
    public static final int LEAST_EFFECTIVE = 100;

    private final double[] weights;
    private final boolean equal;
    private final double effective;

    private Weights(double[] weights, boolean equal) {
        this.weights = weights;
        this.equal = equal;
        double squares = 0;
        for (double w : weights) {
            squares += w * w;
        }
        effective = equal ? weights.length : 1 / squares;
    }

    /// Equal weights.
    ///
    /// @param count how many, 0 or more
    public static Weights equal(int count) {
        var weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return new Weights(weights, true);
    }

    /// Weights in proportion to some numbers.
    ///
    /// @param numbers none negative, one at least positive
    /// @throws IllegalArgumentException if they are not
    public static Weights of(double... numbers) {
        double sum = 0;
        for (double x : numbers) {
            if (!(x >= 0)) {
                throw new IllegalArgumentException(
                        "The weight (%s) must be 0 or more.".formatted(x));
            }
            sum += x;
        }
        if (!(sum > 0 && Double.isFinite(sum))) {
            throw new IllegalArgumentException(
                    "The sum of the weights (%s) must be positive and finite.".formatted(sum));
        }
        double all = sum;
        return new Weights(Arrays.stream(numbers).map(x -> x / all).toArray(), false);
    }

    /// Number of values.
    public int count() {
        return weights.length;
    }

    /// Whether all are equal, because nothing tells the values apart.
    public boolean areEqual() {
        return equal;
    }

    /// The weight of a value.
    public double at(int i) {
        return weights[i];
    }

    /// The weight of a value in means of all weights: 1 for equal weights.
    public double relative(int i) {
        return equal ? 1 : weights.length * weights[i];
    }

    /// A copy of all.
    public double[] toArray() {
        return weights.clone();
    }

    /// Effective number of values, 1 to [#count()].
    public double effective() {
        return effective;
    }

    /// Whether what these weights give may be quoted: equal, or enough effective values.
    public boolean quotable() {
        return equal || effective >= LEAST_EFFECTIVE;
    }

    /// The weights of some of the values, summing to 1 again.
    ///
    /// @param places which; equal weights stay equal, and so do some that are all 0
    public Weights only(int... places) {
        double[] some = Arrays.stream(places).mapToDouble(i -> weights[i]).toArray();
        return equal || !(Arrays.stream(some).sum() > 0) ? equal(places.length) : of(some);
    }

    /// The weights of the values that are as asked.
    public Weights only(double[] values, DoublePredicate asked) {
        check(values);
        return only(IntStream.range(0, values.length).filter(i -> asked.test(values[i])).toArray());
    }

    /// Each weight so many times, as of values that come in groups.
    public Weights each(int times) {
        if (equal) {
            return equal(weights.length * times);
        }
        var all = new double[weights.length * times];
        Arrays.setAll(all, i -> weights[i / times]);
        return of(all);
    }

    /// Weighted mean; NaN of nothing.
    public double mean(double[] values) {
        return estimate(values).mean();
    }

    /// Weighted mean and how sure it is.
    public Estimate estimate(double[] values) {
        check(values);
        if (equal) {
            return Estimate.of(values);
        }
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weights[i] * values[i];
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double d = weights[i] * (values[i] - mean);
            squares += d * d;
        }
        return new Estimate(values.length, mean, spread(effective, squares), effective);
    }

    /// Difference of two weighted means of paired values, as of two runs with the same draws that
    /// weigh them differently.
    ///
    ///     se² = n/(n-1) sum (w (a - mean a) - v (b - mean b))²
    ///
    /// with n the lesser of the effective numbers; for the same weights that of the values `a - b`.
    ///
    /// @param a values of the first, one for each of these weights
    /// @param others weights of the second
    /// @param b values of the second, value for value
    public Estimate difference(double[] a, Weights others, double[] b) {
        if (equal && others.equal) {
            return Estimate.ofPairedDifference(a, b);
        }
        double meanA = mean(a);
        double meanB = others.mean(b);
        double n = Math.min(effective, others.effective);
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            double d = weights[i] * (a[i] - meanA) - others.weights[i] * (b[i] - meanB);
            squares += d * d;
        }
        return new Estimate(a.length, meanA - meanB, spread(n, squares), n);
    }

    /// s² so that s/√n is the standard error √(n/(n-1) squares).
    private static double spread(double n, double squares) {
        return n > 1 + 1e-9 ? n * n / (n - 1) * squares : Double.NaN;
    }

    /// Variance of the values under the weights, with n/(n-1); NaN below two effective values.
    public double variance(double[] values) {
        if (equal) {
            return Estimate.of(values).variance();
        }
        double mean = mean(values);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        return effective > 1 + 1e-9 ? effective / (effective - 1) * sum : Double.NaN;
    }

    /// Weight of the values that are as asked, 0..1.
    ///
    /// @param asked of the place of a value
    public double share(IntPredicate asked) {
        return share(i -> asked.test(i) ? 1.0 : 0.0, 1);
    }

    /// Weight of the values that count, each by its part, 0..1.
    ///
    /// @param part of the place of a value, 0..`whole`
    /// @param whole the part of a value that counts wholly
    public double share(IntToDoubleFunction part, double whole) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += relative(i) * part.applyAsDouble(i) / whole;
        }
        return sum / weights.length;
    }

    /// Weighted quantiles: the mean of the step function of quantiles F⁻ over a window as wide as
    /// one effective value.
    ///
    ///     Q(p) = n ∫ F⁻(u) du   over  a ≤ u ≤ a + 1/n,   a = p (1 - 1/n)        [Akinshin 2023]
    ///
    /// For equal weights this is type 7 ([Quantiles]); a value of weight 0 changes nothing.
    ///
    /// @param values at least one, none NaN
    /// @param levels p, each 0..1
    public double[] quantiles(double[] values, double... levels) {
        check(values);
        if (equal) {
            return Quantiles.type7(values, levels);
        }
        int[] order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> values[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        if (Double.isNaN(values[order[order.length - 1]])) {
            throw new IllegalArgumentException("A quantile of values with NaN has no meaning.");
        }
        var result = new double[levels.length];
        for (int k = 0; k < levels.length; k++) {
            double p = levels[k];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("The level (%s) must lie in 0..1.".formatted(p));
            }
            double from = p * (1 - 1 / effective);
            double to = from + 1 / effective;
            double below = 0;
            double sum = 0;
            double covered = 0;
            for (int i : order) {
                double up = below + weights[i];
                double part = Math.min(up, to) - Math.max(below, from);
                if (part > 0) {
                    sum += part * values[i];
                    covered += part;
                }
                below = up;
            }
            result[k] = sum / covered;
        }
        return result;
    }

    private void check(double[] values) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException(
                    "The number of values (%d) must be that of the weights (%d)."
                            .formatted(values.length, weights.length));
        }
    }
}
