package parapet.record;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.stats.BetaBinomial;

/// What the months of one class say about the unknowns of a defence, and about how months scatter:
/// a weight for each of a fixed set of their values.
///
///     ln w(θ, ρ) = Σ over months  kept^(months since) · ln P(stopped | θ, ρ)
///
/// For one thread.
final class Posterior {
    private final double kept;

    /// `logs[scatter][particle]`
    private final double[][] logs;

    private @Nullable YearMonth last;

    /// Even weights.
    ///
    /// @param kept part of a month's weight that is left after one more month
    /// @param scatters ways in which months may scatter
    Posterior(double kept, int scatters) {
        this.kept = kept;
        this.logs = new double[scatters][Defence.PARTICLES];
    }

    /// Takes in a month.
    ///
    /// @param shares expected share stopped by particle
    /// @param correlations of two targets of the month, by way of scattering
    void learn(ClassMonth row, double[] shares, List<Double> correlations) {
        double age = last == null ? 0 : (double) ChronoUnit.MONTHS.between(last, row.month());
        double fades = StrictMath.pow(kept, age);
        for (int s = 0; s < logs.length; s++) {
            for (int p = 0; p < shares.length; p++) {
                var law = BetaBinomial.of(row.launched(), shares[p], correlations.get(s));
                logs[s][p] = fades * logs[s][p] + law.logLikelihood(row.stopped());
            }
        }
        last = row.month();
    }

    /// Weights by way of scattering and particle, sum 1; a part stays even, so that nothing is ever
    /// ruled out.
    ///
    /// @param even that part
    double[][] weights(double even) {
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : logs) {
            for (double log : row) {
                most = Math.max(most, log);
            }
        }
        var weights = new double[logs.length][Defence.PARTICLES];
        double sum = 0;
        for (int s = 0; s < weights.length; s++) {
            for (int p = 0; p < Defence.PARTICLES; p++) {
                weights[s][p] = StrictMath.exp(logs[s][p] - most);
                sum += weights[s][p];
            }
        }
        for (double[] row : weights) {
            for (int p = 0; p < row.length; p++) {
                row[p] = even / (row.length * weights.length) + (1 - even) * row[p] / sum;
            }
        }
        return weights;
    }
}
