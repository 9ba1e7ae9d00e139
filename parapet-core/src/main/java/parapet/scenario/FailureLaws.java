package parapet.scenario;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.random.Streams;
import parapet.sustain.FailureLaw;

/// The failure law of each part in one draw: its mean from the scenario, sharpened by removals that
/// were counted, and the true rate of this draw.
///
///     prior      rate λ ~ Gamma(shape a = 1/c², mean 1/m)          m mean, c scatter of the rate
///     posterior  rate λ ~ Gamma(a + n, rate a m + T)               n removals in the exposure T
///
/// One number for each part and draw, so demand over draws is negative binomial with variance to
/// mean 1 + λ t c². With c = 0 the rate is 1/m.
final class FailureLaws {
    private final Draw draw;
    private final Streams streams;

    FailureLaws(Draw draw, Streams streams) {
        this.draw = draw;
        this.streams = streams;
    }

    FailureLaw law(String id, Catalogue.Part p) {
        if (p.law() == Catalogue.Law.AGES) {
            return table(p);
        }
        double mean = mean(id, p);
        return switch (p.law()) {
            case EXPONENTIAL, AGES -> new FailureLaw.Exponential(mean);
            case WEIBULL -> FailureLaw.Weibull.ofMean(mean, shape(p));
            case LOGNORMAL -> FailureLaw.Lognormal.ofMean(mean, shape(p));
        };
    }

    private double shape(Catalogue.Part p) {
        return Realiser.value(draw, p.shape(), 1);
    }

    private double mean(String id, Catalogue.Part p) {
        Quantity given =
                p.meanUsesBetweenFailures() == null
                        ? p.meanTimeBetweenFailures()
                        : p.meanUsesBetweenFailures();
        double mean = Realiser.value(draw, given, Double.POSITIVE_INFINITY);
        double scatter = draw.value(p.rateScatter());
        return scatter == 0 || Double.isInfinite(mean)
                ? mean
                : 1 / rate(mean, scatter, p.observed(), streams.uniform("scenario.rate", id));
    }

    private double rate(
            double mean, double scatter, Catalogue.@Nullable Observed observed, double u) {
        double shape = 1 / (scatter * scatter);
        double exposure = shape * mean;
        if (observed != null) {
            shape += draw.value(observed.removals());
            exposure += draw.value(observed.exposure());
        }
        return GammaDistribution.of(shape, 1 / exposure).inverseCumulativeProbability(u);
    }

    private FailureLaw table(Catalogue.Part p) {
        var points = p.ages().values();
        return new FailureLaw.Empirical(
                points.stream().mapToDouble(a -> draw.value(a.age())).toArray(),
                points.stream().mapToDouble(a -> draw.value(a.share())).toArray());
    }
}
