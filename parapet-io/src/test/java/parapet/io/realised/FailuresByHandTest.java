package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.ReadResult;
import parapet.sustain.FailureLaw;
import parapet.sustain.Network;

/// The failure law of a part from each way of stating it.
class FailuresByHandTest {
    private static final double HOUR = 3600;

    private static final String SCENARIO =
            Realised.HEAD
                    + """
                    catalogue:
                      parts: {p: {%s, price: 1 USD}}
                      units: {u: {slots: {a: {part: p}}}}
                    support: {sites: {base: {}}}
                    programme: {contracts: {c: {signed: 2020-01-01, price: 1 USD, deliveries: {u1: {type: u, base: base, arrives: 2020-01-01}}}}}
                    study: {draws: 2}
                    plans: {baseline: {name: As written}}
                    """;

    @TempDir Path folder;

    private Network.Part part(String stated) {
        return part(Realised.read(folder, SCENARIO.formatted(stated)), 0);
    }

    private static Network.Part part(ReadResult read, int draw) {
        return Realised.network(Realised.draw(read, "baseline", draw)).parts().getFirst();
    }

    @Test
    void aMeanAlone() {
        Network.Part p = part("meanTimeBetweenFailures: 300 h");
        assertThat(p.failure()).isEqualTo(new FailureLaw.Exponential(300 * HOUR));
        assertThat(p.calendar()).isFalse();
        assertThat(part("meanTimeBetweenFailures: 300 h, clock: calendar").calendar()).isTrue();
        assertThat(part("meanUsesBetweenFailures: 60").failure())
                .as("uses, not seconds")
                .isEqualTo(new FailureLaw.Exponential(60));
    }

    /// Of shape 2 and mean 1000 h the scale is 2000 h / √π.
    @Test
    void weibull() {
        assertThat(part("meanTimeBetweenFailures: 1000 h, law: weibull, shape: 2").failure())
                .isInstanceOfSatisfying(
                        FailureLaw.Weibull.class,
                        w -> {
                            assertThat(w.shape()).isEqualTo(2);
                            assertThat(w.scale())
                                    .isCloseTo(2000 * HOUR / Math.sqrt(Math.PI), within(1e-3));
                        });
    }

    /// Of scatter 0.5: σ² = ln 1.25, μ = ln mean - σ²/2.
    @Test
    void lognormal() {
        assertThat(part("meanTimeBetweenFailures: 1000 h, law: lognormal, shape: 0.5").failure())
                .isInstanceOfSatisfying(
                        FailureLaw.Lognormal.class,
                        l -> {
                            assertThat(l.sigma())
                                    .isCloseTo(Math.sqrt(Math.log(1.25)), within(1e-12));
                            assertThat(l.mean()).isCloseTo(1000 * HOUR, within(1e-3));
                        });
    }

    @Test
    void agesThatWereSeen() {
        assertThat(
                        part("law: ages, ages: {a: {share: 10 %, age: 200 h}, b: {share: 100 %, age: 2000 h}}")
                                .failure())
                .isEqualTo(
                        new FailureLaw.Empirical(
                                new double[] {200 * HOUR, 2000 * HOUR}, new double[] {0.1, 1}));
    }

    private List<Double> rates(String stated, int draws) {
        ReadResult read = Realised.read(folder, SCENARIO.formatted(stated));
        var rates = new ArrayList<Double>();
        for (int draw = 0; draw < draws; draw++) {
            rates.add(HOUR / part(read, draw).failure().mean());
        }
        return rates;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    private static double scatter(List<Double> values) {
        double mean = mean(values);
        return Math.sqrt(
                        values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum()
                                / values.size())
                / mean;
    }

    /// The rate is gamma of mean 1/m and scatter c. With n = 400 draws and c = 0.4 the error of the
    /// mean is 2 % and that of the scatter 4 %: bounds of 4.4 of them.
    @Test
    void aRateThatIsLittleKnown() {
        List<Double> rates = rates("meanTimeBetweenFailures: 100 h, rateScatter: 40 %", 400);
        assertThat(mean(rates)).isCloseTo(0.01, within(0.01 * 0.088));
        assertThat(scatter(rates)).isCloseTo(0.4, within(0.4 * 0.18));
    }

    /// Before: gamma of shape 1/0.5² = 4 and exposure 4 · 100 h. 21 removals in 600 h make shape 25
    /// and exposure 1000 h: mean 0.025 an hour, scatter 1/5. With 400 draws the error of the mean
    /// is 1 %, of the scatter 4 %.
    @Test
    void removalsThatWereCountedSharpenIt() {
        List<Double> rates =
                rates(
                        "meanTimeBetweenFailures: 100 h, rateScatter: 50 %, observed: {removals: 21, exposure: 600 h}",
                        400);
        assertThat(mean(rates)).isCloseTo(0.025, within(0.025 * 0.044));
        assertThat(scatter(rates)).isCloseTo(0.2, within(0.2 * 0.18));
    }
}
