package parapet.stats;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Law of a whole number X = 0, 1, 2, ..., as the list of its probabilities.
///
/// An endless law is cut where the rest is below 1e-18 of the whole, so every law made by
/// [Poisson], [NegativeBinomial] or [Binomial] is complete to less than 1e-15; [#truncatedMass]
/// bounds what was cut, through sums as well. Immutable, safe for any thread. All sums run in a
/// fixed order, from the small terms to the large.
///
/// Cost: moments and tails O(n), [#plus] O(n m), [#thinned] O(n²), n the number of probabilities.
public final class DiscreteLaw {
    /// Mass that may be cut from one law.
    static final double CUT = 1e-18;

    /// Longest list of probabilities, 40 MB.
    static final int LONGEST = 5_000_000;

    private static final double MOST_PRODUCTS = 5e9;

    private final double[] p;
    private final double truncatedMass;

    private DiscreteLaw(double[] p, double truncatedMass) {
        this.p = p;
        this.truncatedMass = truncatedMass;
    }

    /// Law with the given probabilities of 0, 1, 2, ...
    ///
    /// @param probabilities each 0 or more; their sum is 1 to 1e-9, and is made 1
    /// @throws IllegalArgumentException if they are not a law
    public static DiscreteLaw of(double... probabilities) {
        double sum = 0;
        for (double x : probabilities) {
            if (!(x >= 0 && x <= 1 + 1e-9)) {
                throw new IllegalArgumentException(
                        "A probability (%s) must lie in 0..1.".formatted(x));
            }
            sum += x;
        }
        if (!(StrictMath.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException(
                    "The sum of probabilities (%s) must be 1.".formatted(sum));
        }
        var scaled = probabilities.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] /= sum;
        }
        return trimmed(scaled, 0);
    }

    /// Law of a number that is certain.
    ///
    /// @param value 0 or more
    public static DiscreteLaw certain(int value) {
        if (value < 0 || value >= LONGEST) {
            throw new IllegalArgumentException(
                    "The value (%d) must lie in 0..%d.".formatted(value, LONGEST - 1));
        }
        var p = new double[value + 1];
        p[value] = 1;
        return new DiscreteLaw(p, 0);
    }

    /// Law given by the ratios of neighbouring probabilities, r(k) = P(k+1) / P(k).
    ///
    /// Weights start at the mode with 1 and are multiplied outwards, then divided by their sum, so
    /// nothing underflows and the relative error grows only with the distance from the mode, by
    /// about 2e-16 a step.
    ///
    /// @param ratio r(k); either never rising, or below 1 everywhere
    /// @param ratioLimit bound of r(k) for k towards infinity, below 1; 0 if r never rises
    /// @param last largest possible value, or `Integer.MAX_VALUE` for an endless law
    public static DiscreteLaw fromRatios(IntToDoubleFunction ratio, double ratioLimit, int last) {
        int mode = 0;
        while (mode < last && ratio.applyAsDouble(mode) >= 1) {
            mode = withinLimit(mode + 1);
        }
        var w = new double[mode + 64];
        w[mode] = 1;
        for (int k = mode; k > 0 && w[k] > 0; k--) {
            w[k - 1] = w[k] / ratio.applyAsDouble(k - 1);
        }
        int n = mode;
        double rest = 0;
        while (n < last) {
            double r = ratio.applyAsDouble(n);
            double bound = StrictMath.max(r, ratioLimit);
            rest = w[n] * bound / (1 - bound);
            if (bound < 1 && rest < CUT) {
                break; // the mode alone weighs 1, so this is below CUT of the whole
            }
            n = withinLimit(n + 1);
            if (n == w.length) {
                w = Arrays.copyOf(w, (int) StrictMath.min(2L * n, LONGEST));
            }
            w[n] = w[n - 1] * r;
            rest = 0;
        }
        double below = 0;
        for (int k = 0; k < mode; k++) {
            below += w[k];
        }
        double above = 0;
        for (int k = n; k >= mode; k--) {
            above += w[k];
        }
        double sum = below + above;
        var p = new double[n + 1];
        for (int k = 0; k <= n; k++) {
            p[k] = w[k] / sum;
        }
        return trimmed(p, rest / sum);
    }

    private static int withinLimit(int k) {
        if (k >= LONGEST) {
            throw new IllegalArgumentException(
                    """
                    The law needs more than (%d) probabilities.
                    Maybe the mean is too large for an exact law, or a queue is almost full.\
                    """
                            .formatted(LONGEST));
        }
        return k;
    }

    private static DiscreteLaw trimmed(double[] p, double truncatedMass) {
        int n = p.length;
        double cut = 0;
        while (n > 1 && cut + p[n - 1] < CUT) {
            cut += p[n - 1];
            n--;
        }
        return new DiscreteLaw(n == p.length ? p : Arrays.copyOf(p, n), truncatedMass + cut);
    }

    /// Largest value that is kept; beyond it lies at most [#truncatedMass].
    public int largest() {
        return p.length - 1;
    }

    /// Bound of the probability that was cut, far below 1e-15 unless very many laws were added.
    public double truncatedMass() {
        return truncatedMass;
    }

    /// P(X = k); 0 outside the list.
    public double probability(int k) {
        return k < 0 || k >= p.length ? 0 : p[k];
    }

    /// P(X = 0), ..., P(X = length-1), with zeros where the law has ended.
    public double[] toArray(int length) {
        return Arrays.copyOf(p, length);
    }

    /// P(X ≤ k).
    public double cdf(int k) {
        if (k >= largest()) {
            return 1;
        }
        double sum = 0;
        for (int i = 0; i <= k; i++) {
            sum += p[i];
        }
        return StrictMath.min(sum, 1);
    }

    /// P(X > k), summed from the far end, so that small tails keep their digits.
    public double survival(int k) {
        if (k < 0) {
            return 1;
        }
        double sum = 0;
        for (int i = largest(); i > k; i--) {
            sum += p[i];
        }
        return StrictMath.min(sum, 1);
    }

    /// Least k with P(X ≤ k) ≥ level.
    ///
    /// @param level 0 or more, below 1
    public int quantile(double level) {
        if (!(level >= 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "The level (%s) must lie in [0, 1).".formatted(level));
        }
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += p[k];
            if (sum >= level) {
                return k;
            }
        }
        return largest();
    }

    /// E\[X\].
    public double mean() {
        return expectedExcess(0);
    }

    /// Var\[X\].
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int k = largest(); k >= 0; k--) {
            sum += (k - mean) * (k - mean) * p[k];
        }
        return sum;
    }

    /// `E[(X-s)+]`; for a pipeline X and s spares, the expected backorders.
    ///
    /// @param s any whole number; below 0 it is the mean - s
    public double expectedExcess(int s) {
        if (s < 0) {
            return expectedExcess(0) - s;
        }
        double sum = 0;
        for (int k = largest(); k > s; k--) {
            sum += (k - s) * p[k];
        }
        return sum;
    }

    /// `E[(s-X)+]`; for a pipeline X and s spares, the expected stock on hand.
    public double expectedShortfall(int s) {
        double sum = 0;
        for (int k = 0; k < StrictMath.min(s, p.length); k++) {
            sum += (s - k) * p[k];
        }
        return sum;
    }

    /// `Var[(X-s)+]`.
    ///
    /// @param s 0 or more
    public double excessVariance(int s) {
        return excess(s).variance();
    }

    /// `E[(X-s)+ (X-s-1)+] / 2`, the second-order loss.
    ///
    /// @param s 0 or more
    public double secondOrderLoss(int s) {
        requireLevel(s);
        double sum = 0;
        for (int k = largest(); k > s + 1; k--) {
            sum += 0.5 * (k - s) * (k - s - 1.0) * p[k];
        }
        return sum;
    }

    /// Law of (X-s)+.
    ///
    /// @param s 0 or more
    public DiscreteLaw excess(int s) {
        requireLevel(s);
        if (s >= largest()) {
            return new DiscreteLaw(new double[] {1}, truncatedMass);
        }
        var q = Arrays.copyOfRange(p, s, p.length);
        q[0] = cdf(s);
        return new DiscreteLaw(q, truncatedMass);
    }

    /// Law of X + Y, X and Y independent.
    public DiscreteLaw plus(DiscreteLaw other) {
        double products = (double) p.length * other.p.length;
        int length = withinLimit(p.length + other.p.length - 1);
        requireWork(products);
        var q = new double[length];
        for (int i = 0; i < p.length; i++) {
            double pi = p[i];
            if (pi > 0) {
                for (int j = 0; j < other.p.length; j++) {
                    q[i + j] += pi * other.p[j];
                }
            }
        }
        return trimmed(q, truncatedMass + other.truncatedMass);
    }

    /// Law of the number kept when each of X things is kept independently.
    ///
    /// With the generating function P(z) of X it is P(1 - f + f z), expanded by Horner's rule; all
    /// terms are positive, so no digits are lost.
    ///
    /// @param share probability f of being kept, 0..1
    public DiscreteLaw thinned(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share (%s) must lie in 0..1.".formatted(share));
        }
        if (share == 1) {
            return this;
        }
        if (share == 0) {
            return new DiscreteLaw(new double[] {1}, truncatedMass);
        }
        requireWork(0.5 * p.length * p.length);
        var q = new double[p.length];
        int degree = 0;
        for (int k = largest(); k >= 0; k--) {
            for (int j = degree; j > 0; j--) {
                q[j] = (1 - share) * q[j] + share * q[j - 1];
            }
            q[0] = (1 - share) * q[0] + p[k];
            degree = StrictMath.min(degree + 1, largest());
        }
        return trimmed(q, truncatedMass);
    }

    private static void requireLevel(int s) {
        if (s < 0) {
            throw new IllegalArgumentException("The level (%d) must be 0 or more.".formatted(s));
        }
    }

    private static void requireWork(double products) {
        if (products > MOST_PRODUCTS) {
            throw new IllegalArgumentException(
                    """
                    The laws are too long (%.0e products) to be combined exactly.
                    Maybe use the two-moment method.\
                    """
                            .formatted(products));
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DiscreteLaw other && Arrays.equals(p, other.p);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(p);
    }

    @Override
    public String toString() {
        return "DiscreteLaw[0..%d, mean %s]".formatted(largest(), mean());
    }
}
