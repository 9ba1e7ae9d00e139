package parapet.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RadarTest {
    private static Radar radar(double frequencyHz, int swerlingCase, int pulses, double limitM) {
        return new Radar(
                "R",
                frequencyHz,
                300e3,
                4,
                0.5,
                1e-6,
                swerlingCase,
                pulses,
                limitM,
                20,
                6,
                2,
                3,
                100);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "3e9, 1, 1", "10e9, 0, 1", "0.15e9, 3, 10", "3e9, 4, 24"})
    void theReferenceTargetIsDetectedAtTheReferenceRange(double hz, int swerlingCase, int pulses) {
        var radar = radar(hz, swerlingCase, pulses, 600e3);
        assertThat(radar.detectionProbability(4, 300e3)).isCloseTo(0.5, within(1e-10));
        assertThat(radar.rangeM(4, 0.5)).isCloseTo(300e3, within(1e-3));
    }

    @Test
    void withoutAirRangeGoesWithTheFourthRoot() {
        var radar = radar(0, 1, 1, 1e6);
        assertThat(radar.rangeM(4.0 / 16, 0.5)).isCloseTo(150e3, within(1e-3));
        assertThat(radar.rangeM(64, 0.5)).isCloseTo(600e3, within(1e-3));
        assertThat(radar.snr(4, 150e3) / radar.snr(4, 300e3)).isCloseTo(16, within(1e-12));
        // one look, Swerling 1: Pfa^(1/(1+S))
        double s = Math.log(1e-6) / Math.log(0.5) - 1;
        assertThat(radar.snr(4, 300e3)).isCloseTo(s, within(1e-9));
        assertThat(radar.detectionProbability(1, 300e3))
                .isCloseTo(Math.pow(1e-6, 1 / (1 + s / 4)), within(1e-12));
    }

    @Test
    void airTakesFromFarTargetsAndIsInTheReferenceAlready() {
        var clear = radar(0, 1, 1, 1e6);
        var air = radar(10e9, 1, 1, 1e6); // 0.0142 dB/km one way
        assertThat(air.snr(4, 400e3) / clear.snr(4, 400e3))
                .isCloseTo(Math.pow(10, -2 * 0.014198541948187 * 100 / 10), within(1e-9));
        assertThat(air.rangeM(64, 0.5)).isLessThan(clear.rangeM(64, 0.5));
        assertThat(air.rangeM(0.25, 0.5)).isGreaterThan(clear.rangeM(0.25, 0.5));
    }

    @Test
    void nothingBeyondTheInstrumentedRange() {
        var radar = radar(3e9, 1, 1, 400e3);
        assertThat(radar.detectionProbability(1e6, 400_001)).isZero();
        assertThat(radar.detectionProbability(1e6, 400_000)).isGreaterThan(0.99);
        assertThat(radar.rangeM(1e6, 0.5)).isEqualTo(400e3);
        assertThat(radar.rangeM(4, 1e-7)).isEqualTo(400e3); // false alarms alone
        assertThat(radar.rangeM(0, 0.5)).isZero();
        assertThat(radar.detectionProbability(0, 10)).isCloseTo(1e-6, within(1e-15));
    }

    @Test
    void rangeIsTheInverseOfProbability() {
        for (double hz : new double[] {0, 3e9, 35e9}) {
            var radar = radar(hz, 3, 5, 600e3);
            for (double p : new double[] {0.01, 0.3, 0.8, 0.99}) {
                double r = radar.rangeM(0.7, p);
                assertThat(radar.detectionProbability(0.7, r)).isCloseTo(p, within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "0, 1, 1",
        "3e9, 2, 1",
        "10e9, 3, 1",
        "0, 0, 100",
        "3e9, 1, 100",
        "0, 4, 100",
        "95e9, 1, 16"
    })
    void theCurveIsTheRadarWithinOneInTenThousand(double hz, int swerlingCase, int pulses) {
        var radar = radar(hz, swerlingCase, pulses, 400e3);
        for (double crossSectionM2 : new double[] {0.001, 0.1, 4, 100}) {
            var curve = DetectionCurve.of(radar, crossSectionM2);
            double last = 1;
            for (double r = 50; r < 400e3; r *= 1.0137) {
                double p = curve.probability(r);
                assertThat(p)
                        .as("%s m², %s m", crossSectionM2, r)
                        .isCloseTo(radar.detectionProbability(crossSectionM2, r), within(1e-4))
                        .isLessThanOrEqualTo(last);
                last = p;
            }
            assertThat(curve.probability(400_001)).isZero();
            assertThat(curve.probability(0)).isBetween(0.9999, 1.0);
        }
        assertThat(DetectionCurve.of(radar, 0).probability(0)).isLessThan(1e-4);
        assertThat(DetectionCurve.of(radar, 1e9).probability(400e3))
                .isCloseTo(radar.detectionProbability(1e9, 400e3), within(1e-4));
    }

    @Test
    void theCurveHoldsForAnyFalseAlarmsAndLimit() {
        for (double falseAlarms : new double[] {1e-12, 1e-3}) {
            for (double limitM : new double[] {100e3, 2e6}) {
                for (int swerlingCase : new int[] {0, 1}) {
                    var radar =
                            new Radar(
                                    "R",
                                    3e9,
                                    300e3,
                                    4,
                                    0.8,
                                    falseAlarms,
                                    swerlingCase,
                                    256,
                                    limitM,
                                    20,
                                    6,
                                    2,
                                    3,
                                    100);
                    var curve = DetectionCurve.of(radar, 0.5);
                    for (double r = 1000; r < limitM; r *= 1.023) {
                        assertThat(curve.probability(r))
                                .isCloseTo(radar.detectionProbability(0.5, r), within(1e-4));
                    }
                }
            }
        }
    }

    @Test
    void refusalsNameTheRadar() {
        assertThatThrownBy(() -> radar(-1, 1, 1, 1e5))
                .hasMessage("The frequencyHz (-1.0) of radar (R) must be in 0..1e12.");
        assertThatThrownBy(() -> radar(0, 7, 1, 1e5)).hasMessageContaining("swerlingCase (7)");
        assertThatThrownBy(() -> radar(0, 1, 1, 0))
                .hasMessageContaining("instrumentedRangeM (0.0)");
        assertThatThrownBy(() -> new Radar("R", 0, 1e5, 1, 0.5, 1e-6, 1, 1, 1e5, 20, 6, 4, 3, 100))
                .hasMessage("The confirmHits (4) of radar (R) must be in 1..confirmLooks (3).");
        assertThatThrownBy(() -> new Radar("R", 0, 1e5, 1, 1e-7, 1e-6, 1, 1, 1e5, 20, 6, 2, 3, 100))
                .hasMessageContaining("referenceProbability (1.0E-7)");
        assertThatThrownBy(() -> radar(0, 1, 1, 1e5).snr(-1, 1))
                .hasMessageContaining("crossSectionM2 (-1.0)");
    }
}
