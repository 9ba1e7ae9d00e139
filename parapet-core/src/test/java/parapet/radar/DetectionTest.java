package parapet.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.random.Sampler;
import parapet.random.Streams;

final class DetectionTest {
    private static double ratio(double db) {
        return Math.pow(10, db / 10);
    }

    /// P(Gamma(n, 1) > t), the finite sum.
    private static double gammaTail(int n, double t) {
        double term = Math.exp(-t);
        double sum = term;
        for (int k = 1; k < n; k++) {
            term *= t / k;
            sum += term;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"1, 1e-6", "2, 0.9", "10, 1e-6", "10, 0.5", "100, 1e-12", "256, 1e-15", "256, 0.1"})
    void theThresholdGivesTheFalseAlarms(int pulses, double falseAlarms) {
        var detection = new Detection(0, pulses, falseAlarms);
        assertThat(gammaTail(pulses, detection.threshold()))
                .isCloseTo(falseAlarms, within(1e-11 * falseAlarms));
        assertThat(detection.probability(0)).isCloseTo(falseAlarms, within(1e-11 * falseAlarms));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-10, -3, 0, 5, 10, 13, 20, 40})
    void closedForms(double db) {
        double s = ratio(db);
        double pfa = 1e-6;
        double t = -Math.log(pfa);
        double one = Math.exp(-t / (1 + s)); // case 1, one pulse
        assertThat(new Detection(1, 1, pfa).probability(s)).isCloseTo(one, within(1e-13));
        assertThat(new Detection(1, 1, pfa).probability(s, t)).isCloseTo(one, within(1e-13));
        double a = 1 + s / 2; // case 3, one pulse
        double three = Math.exp(-t / a) * (1 + (a - 1) * t / (a * a));
        assertThat(new Detection(3, 1, pfa).probability(s)).isCloseTo(three, within(1e-12));
        assertThat(new Detection(4, 1, pfa).probability(s)).isCloseTo(three, within(1e-12));
        var two = new Detection(2, 10, pfa); // case 2: Gamma(N, 1 + S)
        assertThat(two.probability(s))
                .isCloseTo(gammaTail(10, two.threshold() / (1 + s)), within(1e-12));
    }

    /// Values of the double sum over target and noise with 60 decimal digits.
    @ParameterizedTest
    @CsvSource({
        "0, 100, 1e-12, -3, 0.00667752518046042",
        "1, 100, 1e-12, 0, 0.419430517855185",
        "2, 100, 1e-12, -3, 0.00997542584853045",
        "3, 100, 1e-12, 0, 0.480293189540088",
        "4, 100, 1e-12, -3, 0.00824483059684985",
        "3, 30, 1e-8, -10, 6.79972003075559e-06",
        "0, 1, 1e-12, -20, 1.29448507818556e-12",
        "1, 24, 1e-8, 30, 0.99836418106105",
        "4, 256, 1e-15, -4, 0.0196693323291761"
    })
    void manyPulsesAndFewFalseAlarms(
            int swerlingCase, int pulses, double falseAlarms, double db, double expected) {
        assertThat(new Detection(swerlingCase, pulses, falseAlarms).probability(ratio(db)))
                .isCloseTo(expected, within(1e-10 * expected));
    }

    /// Case 0, one pulse, as the area under Rice's density of the envelope.
    @ParameterizedTest
    @ValueSource(doubles = {0, 6, 10, 13, 15})
    void steadyTargetAgreesWithRice(double db) {
        double s = ratio(db);
        double from = Math.sqrt(-Math.log(1e-6));
        int n = 20_000;
        double d = (Math.sqrt(s) + 10 - from) / n;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            double r = from + i * d;
            // 2 r exp(-r² - s) I0(2 r sqrt(s)), I0(x) exp(-x) = ∫ exp(x (cos φ - 1)) dφ / π
            double x = 2 * r * Math.sqrt(s);
            double besselScaled = 0;
            int m = 200;
            for (int j = 0; j < m; j++) {
                besselScaled += Math.exp(x * (Math.cos(Math.PI * (j + 0.5) / m) - 1)) / m;
            }
            double f = 2 * r * Math.exp(-(r - Math.sqrt(s)) * (r - Math.sqrt(s))) * besselScaled;
            sum += f * (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2);
        }
        assertThat(new Detection(0, 1, 1e-6).probability(s)).isCloseTo(sum * d / 3, within(1e-9));
    }

    /// The physics itself: amplitudes of target and noise, 100 000 looks of 6 pulses a case. A
    /// right model fails for 1 seed in 100 000 and case; a probability off by 0.01 is 6.3 standard
    /// deviations away and is caught with probability 0.97.
    @ParameterizedTest
    @CsvSource({"0, 3", "1, 6", "2, 4", "3, 5", "4, 3.5"})
    void agreesWithSimulatedPulses(int swerlingCase, double db) {
        var detection = new Detection(swerlingCase, 6, 1e-4);
        var random = new Streams(2025, 0, 0).at("test.swerling", swerlingCase);
        double threshold = detection.threshold();
        int n = 100_000;
        int detected = 0;
        for (int look = 0; look < n; look++) {
            double sum = 0;
            double slow = fluctuation(swerlingCase, random);
            for (int pulse = 0; pulse < 6; pulse++) {
                boolean fast = swerlingCase == 2 || swerlingCase == 4;
                double g = fast ? fluctuation(swerlingCase, random) : slow;
                // noise of mean power 1, in phase and in quadrature
                double amplitude = Math.sqrt(Sampler.exponential(random));
                double phase = 2 * Math.PI * random.nextDouble();
                double i = Math.sqrt(ratio(db) * g) + amplitude * Math.cos(phase);
                double q = amplitude * Math.sin(phase);
                sum += i * i + q * q;
            }
            detected += sum > threshold ? 1 : 0;
        }
        double p = detection.probability(ratio(db));
        assertThat(p).isBetween(0.2, 0.9); // where the test has its power
        double z = (detected - n * p) / Math.sqrt(n * p * (1 - p));
        assertThat(z).as("z").isBetween(-4.42, 4.42);
    }

    private static double fluctuation(int swerlingCase, UniformRandomProvider random) {
        return switch (swerlingCase) {
            case 1, 2 -> Sampler.exponential(random);
            case 3, 4 -> (Sampler.exponential(random) + Sampler.exponential(random)) / 2;
            default -> 1;
        };
    }

    @Test
    void risesWithTheRatioFromFalseAlarmsToCertainty() {
        for (int c = 0; c <= 4; c++) {
            for (int n : new int[] {1, 2, 10, 100, 256}) {
                for (double pfa : new double[] {1e-12, 1e-6, 0.1}) {
                    var detection = new Detection(c, n, pfa);
                    double last = detection.probability(0);
                    for (double db = -40; db <= 60; db += 0.5) {
                        double p = detection.probability(ratio(db));
                        assertThat(p)
                                .as("case %d, %d pulses, Pfa %s, %s dB", c, n, pfa, db)
                                .isBetween(last * (1 - 1e-12), 1.0);
                        last = p;
                    }
                    assertThat(last).isGreaterThan(0.9999);
                    assertThat(detection.probability(Double.POSITIVE_INFINITY)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void requiredRatioIsTheInverse() {
        for (int c = 0; c <= 4; c++) {
            for (int n : new int[] {1, 7, 100}) {
                for (double p : new double[] {1e-5, 0.1, 0.5, 0.9, 0.999999}) {
                    var detection = new Detection(c, n, 1e-6);
                    assertThat(detection.probability(detection.requiredSnr(p)))
                            .as("case %d, %d pulses", c, n)
                            .isCloseTo(p, within(1e-10));
                }
                assertThat(new Detection(c, n, 1e-6).requiredSnr(1e-6)).isLessThan(1e-3);
            }
        }
    }

    @Test
    void fluctuationCostsAtHighProbabilityAndHelpsAtLow() { // order of Swerling's cases
        for (int n : new int[] {2, 10, 100}) {
            double[] high = new double[5];
            double[] low = new double[5];
            for (int c = 0; c <= 4; c++) {
                high[c] = new Detection(c, n, 1e-6).requiredSnr(0.95);
                low[c] = new Detection(c, n, 1e-6).requiredSnr(0.05);
            }
            assertThat(new double[] {high[0], high[4], high[2]}).isSorted();
            assertThat(new double[] {high[0], high[3], high[1]}).isSorted();
            assertThat(new double[] {low[1], low[3], low[0]}).isSorted();
        }
    }

    @Test
    void albersheimIsWithinThreeTenthsOfADecibel() { // for probabilities that are not small
        for (int n : new int[] {1, 3, 10, 100}) {
            for (double p : new double[] {0.3, 0.5, 0.9}) {
                for (double pfa : new double[] {1e-7, 1e-5, 1e-3}) {
                    var detection = new Detection(0, n, pfa);
                    double differenceDb =
                            10
                                    * Math.log10(
                                            detection.requiredSnrByAlbersheim(p)
                                                    / detection.requiredSnr(p));
                    assertThat(differenceDb)
                            .as("%d pulses, %s, %s", n, p, pfa)
                            .isBetween(-0.3, 0.3);
                }
            }
        }
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> new Detection(5, 1, 1e-6))
                .hasMessageContaining("swerlingCase (5)");
        assertThatThrownBy(() -> new Detection(1, 0, 1e-6)).hasMessageContaining("pulses (0)");
        assertThatThrownBy(() -> new Detection(1, 1, 0)).hasMessageContaining("(0.0)");
        var detection = new Detection(1, 1, 1e-6);
        assertThatThrownBy(() -> detection.probability(-1)).hasMessageContaining("snr (-1.0)");
        assertThatThrownBy(() -> detection.requiredSnr(1))
                .hasMessageContaining("probability (1.0)");
        assertThatThrownBy(() -> detection.requiredSnrByAlbersheim(0))
                .hasMessageContaining("(0.0)");
    }
}
