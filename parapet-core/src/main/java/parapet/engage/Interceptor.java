package parapet.engage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A kind of round, by its public figures.
///
/// @param id name
/// @param minimumRangeM least slant range of an intercept, m
/// @param maximumRangeM greatest slant range of an intercept by class of target, m
/// @param minimumHeightM least height of an intercept above the ground, m
/// @param maximumHeightM greatest height of an intercept above sea level, m
/// @param meanSpeedMps mean speed over the flight, m/s
/// @param killProbability single-shot kill probability by class of target; 0 where it is not used
/// @param price price of one, in a currency common to all
public record Interceptor(
        String id,
        double minimumRangeM,
        double[] maximumRangeM,
        double minimumHeightM,
        double maximumHeightM,
        double meanSpeedMps,
        double[] killProbability,
        double price) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interceptor o
                && id.equals(o.id)
                && Arrays.equals(maximumRangeM, o.maximumRangeM)
                && Arrays.equals(killProbability, o.killProbability)
                && Arrays.equals(numbers(), o.numbers());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id.hashCode() + Arrays.hashCode(killProbability))
                + Arrays.hashCode(numbers());
    }

    private double[] numbers() {
        return new double[] {minimumRangeM, minimumHeightM, maximumHeightM, meanSpeedMps, price};
    }

    public Interceptor {
        if (maximumRangeM.length != killProbability.length) {
            throw new IllegalArgumentException(
                    "The interceptor (%s) has (%d) ranges and (%d) kill probabilities."
                            .formatted(id, maximumRangeM.length, killProbability.length));
        }
        for (double p : killProbability) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "The kill probability (%s) of interceptor (%s) must lie in 0..1."
                                .formatted(p, id));
            }
        }
        for (double range : maximumRangeM) {
            if (!(range >= 0)) {
                throw new IllegalArgumentException(
                        "The maximumRangeM (%s) of interceptor (%s) must be 0 or more."
                                .formatted(range, id));
            }
        }
        if (!(minimumRangeM >= 0)
                || Double.isNaN(minimumHeightM)
                || Double.isNaN(maximumHeightM)
                || !(price >= 0)) {
            throw new IllegalArgumentException(
                    "The minimumRangeM (%s) and price (%s) of interceptor (%s) must be 0 or more, its heights (%s) and (%s) numbers."
                            .formatted(minimumRangeM, price, id, minimumHeightM, maximumHeightM));
        }
        if (!(meanSpeedMps > 0)) {
            throw new IllegalArgumentException(
                    "The meanSpeedMps (%s) of interceptor (%s) must be more than 0."
                            .formatted(meanSpeedMps, id));
        }
    }
}
