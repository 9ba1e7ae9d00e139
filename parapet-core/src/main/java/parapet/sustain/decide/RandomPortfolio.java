package parapet.sustain.decide;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import parapet.random.Streams;

/// Portfolios at random, for benchmarks and tests; equal arguments give equal portfolios.
///
/// Each item has, independently: a mean rate of removals a base and year log-uniform from 0.02 to
/// 5, each base's own rate 0.5 to 1.5 times that (uniform); 20 % of removals mended at the base in
/// 0.02 years; 0.05 years from depot to base; a depot repair of 0.1 to 0.5 years (uniform); a price
/// log-normal with median 10 000 and standard deviation 1.5 of its logarithm. So pipelines of an
/// item on ten bases have means from 0.02 to 20 at the depot.
public final class RandomPortfolio {
    private RandomPortfolio() {}

    /// A portfolio.
    ///
    /// @param seed of all chance
    /// @param items 1 or more
    /// @param bases 1 or more
    /// @param spread coefficient of variation of the rates of every item, 0 for certain rates
    public static Portfolio of(long seed, int items, int bases, double spread) {
        UniformRandomProvider random = new Streams(seed, 0, 0).at("decide.portfolio", 0);
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        var builder = new Portfolio.Builder(bases, items);
        double[] rate = new double[bases];
        for (int j = 0; j < items; j++) {
            double mean = 0.02 * StrictMath.exp(Streams.open(random) * StrictMath.log(5 / 0.02));
            double repair = 0.1 + 0.4 * Streams.open(random);
            double price = 10_000 * StrictMath.exp(1.5 * normal.sample());
            double sum = 0;
            for (int i = 0; i < bases; i++) {
                rate[i] = mean * (0.5 + Streams.open(random));
                sum += rate[i];
            }
            builder.item(price, 0.8 * sum * repair, spread);
            for (int i = 0; i < bases; i++) {
                builder.base(i, rate[i] * (0.2 * 0.02 + 0.8 * 0.05), rate[i] / sum);
            }
        }
        return builder.build();
    }
}
