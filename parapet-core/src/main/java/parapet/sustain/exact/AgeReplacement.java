package parapet.sustain.exact;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import parapet.stats.Require;

/// Replacement at an age or at failure, whichever comes first, for a Weibull life.
///
///     F(t) = 1 - exp(-(t/η)^β),   C(t) = (c_p S(t) + c_f F(t)) / ∫_0^t S(u) du
///                                                              [Barlow and Hunter 1960]
///
/// S = 1-F; replacements take no time. For β > 1 and c_f > c_p the cost rate has one minimum, where
/// h(t) ∫S - F(t) = c_p/(c_f-c_p), h the failure rate; else it pays to run to failure.
public final class AgeReplacement {
    private AgeReplacement() {}

    /// The part and its costs.
    ///
    /// @param shape β, 0.05 to 100
    /// @param scale η, more than 0
    /// @param plannedCost c_p, more than 0
    /// @param failureCost c_f, more than 0
    public record Life(double shape, double scale, double plannedCost, double failureCost) {
        public Life {
            if (!(shape >= 0.05 && shape <= 100)) {
                throw new IllegalArgumentException(
                        "The Weibull shape (%s) must lie in 0.05..100.".formatted(shape));
            }
            Require.positive("Weibull scale", scale);
            Require.positive("plannedCost", plannedCost);
            Require.positive("failureCost", failureCost);
        }

        private double meanLife() {
            return WeibullDistribution.of(shape, scale).getMean();
        }

        private double failed(double age) {
            return -StrictMath.expm1(-StrictMath.pow(age / scale, shape));
        }

        /// ∫_0^age S = mean life x P(1/β, (age/η)^β), P the regularised incomplete gamma function.
        private double meanTimeToReplacement(double age) {
            return meanLife()
                    * GammaDistribution.of(1 / shape, 1)
                            .cumulativeProbability(StrictMath.pow(age / scale, shape));
        }
    }

    /// Cost per unit of time of replacing at an age.
    ///
    /// @param age more than 0
    public static double costRate(Life life, double age) {
        Require.positive("age", age);
        double f = life.failed(age);
        return (life.plannedCost() * (1 - f) + life.failureCost() * f)
                / life.meanTimeToReplacement(age);
    }

    /// Cost per unit of time of never replacing a part that works.
    public static double runToFailureCostRate(Life life) {
        return life.failureCost() / life.meanLife();
    }

    /// Age of least cost; infinite where it pays to run to failure.
    public static double bestAge(Life life) {
        if (life.shape() <= 1 || life.failureCost() <= life.plannedCost()) {
            return Double.POSITIVE_INFINITY;
        }
        double high = life.scale();
        for (int i = 0; balance(life, high) < 0; i++) {
            high *= 2;
            if (i > 1000) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double low = 0;
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (balance(life, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double balance(Life life, double age) {
        double failureRate =
                life.shape() / life.scale() * StrictMath.pow(age / life.scale(), life.shape() - 1);
        return failureRate * life.meanTimeToReplacement(age)
                - life.failed(age)
                - life.plannedCost() / (life.failureCost() - life.plannedCost());
    }
}
