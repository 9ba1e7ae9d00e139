package parapet.sustain;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.InverseErfc;

/// The law of the age at which a new item fails, on the clock of its part. Ages are in units of
/// that clock: seconds of operation or of the calendar, or uses.
///
/// An item fails when the hazard it has used up reaches a unit-exponential threshold, so one number
/// serves one failure, whatever changes in between:
///
///     H(a) = -ln(1 - F(a)),    failure at H⁻¹(H(a₀) + E),  E exponential of mean 1
///
/// with a₀ the age at which the threshold was drawn.
public sealed interface FailureLaw {
    /// Cumulative hazard H at age `age`, 0 or more; infinite where no item is left.
    double hazard(double age);

    /// The age at which the cumulative hazard reaches `hazard`; infinite if it never does.
    double age(double hazard);

    /// Mean age at failure.
    double mean();

    /// Whether items do not age, so that those of one slot can be counted instead of followed.
    default boolean ageless() {
        return false;
    }

    /// Constant rate: H(a) = a / mean.
    ///
    /// @param mean more than 0; infinite if it never fails
    record Exponential(double mean) implements FailureLaw {
        public Exponential {
            require(mean > 0, "mean", mean);
        }

        @Override
        public double hazard(double age) {
            return age / mean;
        }

        @Override
        public double age(double hazard) {
            return hazard * mean;
        }

        @Override
        public boolean ageless() {
            return true;
        }
    }

    /// Weibull: H(a) = (a / scale)^shape. Shape above 1 wears out, below 1 fails early.
    ///
    /// @param scale characteristic life, more than 0
    /// @param shape more than 0
    record Weibull(double scale, double shape) implements FailureLaw {
        public Weibull {
            require(scale > 0 && Double.isFinite(scale), "scale", scale);
            require(shape > 0 && Double.isFinite(shape), "shape", shape);
        }

        /// The law of a given mean: scale = mean / Γ(1 + 1/shape).
        public static Weibull ofMean(double mean, double shape) {
            require(shape > 0 && Double.isFinite(shape), "shape", shape);
            return new Weibull(mean / Gamma.value(1 + 1 / shape), shape);
        }

        @Override
        public double hazard(double age) {
            return StrictMath.pow(age / scale, shape);
        }

        @Override
        public double age(double hazard) {
            return scale * StrictMath.pow(hazard, 1 / shape);
        }

        @Override
        public double mean() {
            return scale * Gamma.value(1 + 1 / shape);
        }
    }

    /// Lognormal: ln a is normal with mean `mu` and standard deviation `sigma`.
    ///
    /// @param mu any number
    /// @param sigma more than 0
    record Lognormal(double mu, double sigma) implements FailureLaw {
        private static final double ROOT_2 = StrictMath.sqrt(2);

        public Lognormal {
            require(Double.isFinite(mu), "mu", mu);
            require(sigma > 0 && Double.isFinite(sigma), "sigma", sigma);
        }

        /// The law of a given mean and scatter (standard deviation over mean, more than 0).
        public static Lognormal ofMean(double mean, double scatter) {
            double variance = StrictMath.log1p(scatter * scatter);
            return new Lognormal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
        }

        @Override
        public double hazard(double age) {
            if (age <= 0) {
                return 0;
            }
            double x = (StrictMath.log(age) - mu) / (sigma * ROOT_2);
            return x < 5
                    ? -StrictMath.log(Erfc.value(x) / 2)
                    : x * x - StrictMath.log(Erfcx.value(x) / 2);
        }

        @Override
        public double age(double hazard) {
            if (hazard <= 0) {
                return 0;
            }
            return StrictMath.exp(
                    mu + sigma * ROOT_2 * InverseErfc.value(2 * StrictMath.exp(-hazard)));
        }

        @Override
        public double mean() {
            return StrictMath.exp(mu + sigma * sigma / 2);
        }
    }

    /// A table of ages and the share of new items that have failed by then; straight lines between,
    /// from share 0 at age 0. The last share must be 1.
    ///
    /// @param ages rising, more than 0
    /// @param shares rising, more than 0, the last one 1
    record Empirical(double[] ages, double[] shares) implements FailureLaw {
        public Empirical {
            ages = ages.clone();
            shares = shares.clone();
            require(ages.length == shares.length && ages.length > 0, "number of ages", ages.length);
            for (int i = 0; i < ages.length; i++) {
                require(ages[i] > (i == 0 ? 0 : ages[i - 1]), "age", ages[i]);
                require(shares[i] > (i == 0 ? 0 : shares[i - 1]), "share", shares[i]);
            }
            require(shares[shares.length - 1] == 1, "last share", shares[shares.length - 1]);
        }

        @Override
        public double hazard(double age) {
            int i = Arrays.binarySearch(ages, age);
            if (i >= 0) {
                return -StrictMath.log1p(-shares[i]);
            }
            i = -i - 1;
            if (i == ages.length) {
                return Double.POSITIVE_INFINITY;
            }
            return -StrictMath.log1p(-at(age, ages, shares, i));
        }

        @Override
        public double age(double hazard) {
            double share = -StrictMath.expm1(-hazard);
            int i = Arrays.binarySearch(shares, share);
            if (i >= 0) {
                return ages[i];
            }
            i = -i - 1;
            return i == shares.length ? ages[i - 1] : at(share, shares, ages, i);
        }

        /// Value of y at x on the straight line that ends at point `i`.
        private static double at(double x, double[] xs, double[] ys, int i) {
            double x0 = i == 0 ? 0 : xs[i - 1];
            double y0 = i == 0 ? 0 : ys[i - 1];
            return y0 + (ys[i] - y0) * (x - x0) / (xs[i] - x0);
        }

        @Override
        public double mean() {
            double sum = 0;
            for (int i = 0; i < ages.length; i++) {
                double share = shares[i] - (i == 0 ? 0 : shares[i - 1]);
                sum += share * (ages[i] + (i == 0 ? 0 : ages[i - 1])) / 2;
            }
            return sum;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Empirical e
                    && Arrays.equals(ages, e.ages)
                    && Arrays.equals(shares, e.shares);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(ages) + Arrays.hashCode(shares);
        }

        @Override
        public String toString() {
            return "Empirical[ages=%s, shares=%s]"
                    .formatted(Arrays.toString(ages), Arrays.toString(shares));
        }
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The %s (%s) of a failure law is out of range.".formatted(what, value));
        }
    }
}
