package parapet.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.geo.GeoPoint;

final class BallisticArcTest {
    private static final double R = 6_371_000;
    private static final double MU = 3.986004418e14;

    @Test
    void aShortArcIsTheParabolaOverFlatGround() { // 45°, v² = g d, apogee d/4, time sqrt(2 d/g)
        double g = MU / R / R;
        double d = 1000;
        var arc = BallisticArc.overEarth(d);
        assertThat(arc.speedMps()).isCloseTo(Math.sqrt(g * d), within(1e-2));
        assertThat(arc.apogeeM()).isCloseTo(d / 4, within(0.03));
        assertThat(arc.timeOfFlightSec()).isCloseTo(Math.sqrt(2 * d / g), within(1e-2));
        assertThat(arc.heightM(0.25)).isCloseTo(d * 3 / 16, within(0.03));
        assertThat(arc.timeSec(0.25)).isCloseTo(arc.timeOfFlightSec() / 4, within(1e-3));
    }

    @Test
    void theLongestArcIsHalfACircularOrbit() {
        var arc = BallisticArc.overEarth(Math.PI * R);
        assertThat(arc.speedMps()).isCloseTo(Math.sqrt(MU / R), within(1e-6));
        assertThat(arc.apogeeM()).isCloseTo(0, within(1e-6));
        assertThat(arc.timeOfFlightSec())
                .isCloseTo(Math.PI * Math.sqrt(R * R * R / MU), within(1e-6));
    }

    /// Independent: the equations of motion by Runge-Kutta in steps of a thousandth of the flight.
    @ParameterizedTest
    @ValueSource(doubles = {30e3, 300e3, 1000e3, 5000e3, 15000e3})
    void agreesWithTheEquationsOfMotion(double rangeM) {
        var arc = BallisticArc.overEarth(rangeM);
        double v = arc.speedMps();
        double[] y = {
            0, R, v * Math.cos(arc.flightPathAngleRad()), v * Math.sin(arc.flightPathAngleRad())
        };
        int n = 1000;
        double d = arc.timeOfFlightSec() / n;
        for (int i = 1; i <= n; i++) {
            y = step(y, d);
            double share = Math.min(1, Math.atan2(y[0], y[1]) * R / rangeM);
            double height = Math.hypot(y[0], y[1]) - R;
            assertThat(arc.heightM(share)).as("height at %s", share).isCloseTo(height, within(0.5));
            assertThat(arc.timeSec(share)).as("time at %s", share).isCloseTo(i * d, within(1e-4));
        }
        assertThat(Math.atan2(y[0], y[1]) * R).isCloseTo(rangeM, within(0.5));
    }

    private static double[] step(double[] y, double d) {
        double[] k1 = slope(y);
        double[] k2 = slope(add(y, k1, d / 2));
        double[] k3 = slope(add(y, k2, d / 2));
        double[] k4 = slope(add(y, k3, d));
        var next = new double[4];
        for (int i = 0; i < 4; i++) {
            next[i] = y[i] + d / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        return next;
    }

    private static double[] slope(double[] y) {
        double r = Math.hypot(y[0], y[1]);
        double pull = -MU / (r * r * r);
        return new double[] {y[2], y[3], pull * y[0], pull * y[1]};
    }

    private static double[] add(double[] y, double[] k, double d) {
        return new double[] {y[0] + d * k[0], y[1] + d * k[1], y[2] + d * k[2], y[3] + d * k[3]};
    }

    @Test
    void noOtherAngleGetsThereWithLess() { // general two-body speed for a flight-path angle
        double beta = 1000e3 / (2 * R);
        double least = BallisticArc.overEarth(1000e3).speedMps();
        for (double deg = 20; deg <= 70; deg += 0.5) {
            double g = Math.toRadians(deg);
            double v2 =
                    MU
                            / R
                            * Math.tan(beta)
                            / (Math.sin(g) * Math.cos(g)
                                    + Math.cos(g) * Math.cos(g) * Math.tan(beta));
            assertThat(Math.sqrt(v2)).isGreaterThanOrEqualTo(least - 1e-9);
        }
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> BallisticArc.overEarth(0)).hasMessageContaining("rangeM (0.0)");
        assertThatThrownBy(() -> BallisticArc.overEarth(3e7)).hasMessageContaining("half");
        assertThatThrownBy(() -> BallisticArc.overEarth(1e5).heightM(1.1))
                .hasMessageContaining("share (1.1)");
    }

    private static Lane lane(double lengthM, double firstGroundM, double lastGroundM) {
        int n = 11;
        var vertices = new ArrayList<GeoPoint>();
        var along = new double[n];
        var ground = new double[n];
        for (int i = 0; i < n; i++) {
            vertices.add(GeoPoint.ofDegrees(20 + 0.1 * i, 75));
            along[i] = lengthM * i / (n - 1);
            ground[i] = firstGroundM + (lastGroundM - firstGroundM) * i / (n - 1);
        }
        return new Lane("L", vertices, along, ground, new boolean[n]);
    }

    @Test
    void aBallisticFlightEndsOnTheGroundAtTheEndOfItsLane() {
        var lane = lane(200e3, 100, 300);
        var flight = Flight.ballistic(lane, 500e3);
        var arc = BallisticArc.overEarth(500e3);
        assertThat(flight.timeSec()[0]).isZero();
        assertThat(flight.timeSec()).isSorted();
        assertThat(flight.seaM()[10]).isEqualTo(300);
        assertThat(flight.groundM()[10]).isZero();
        assertThat(flight.seaM()[0]).isCloseTo(arc.heightM(0.6) + 0.6 * 300, within(1e-6));
        assertThat(flight.durationSec())
                .isCloseTo(arc.timeOfFlightSec() - arc.timeSec(0.6), within(1e-9));
        for (int i = 0; i < 11; i++) {
            assertThat(flight.groundM()[i])
                    .isCloseTo(flight.seaM()[i] - lane.groundM()[i], within(1e-9));
        }
    }

    @Test
    void aBallisticFlightOverItsWholeLaneStartsOnTheGround() {
        var flight = Flight.ballistic(lane(200e3, 100, 300), 200e3);
        assertThat(flight.groundM()[0]).isZero();
        assertThat(flight.durationSec()).isEqualTo(BallisticArc.overEarth(200e3).timeOfFlightSec());
        assertThatThrownBy(() -> Flight.ballistic(lane(200e3, 0, 0), 100e3))
                .hasMessageContaining("rangeM (100000.0)")
                .hasMessageContaining("lane (L)");
    }
}
