package parapet.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import parapet.geo.GeoPoint;

/// Heights of level flight over ground that rises and falls.
final class FlightTest {
    private static final double[] GROUND = {0, -5, 10, 40, 200};

    private static Flight level(double heightM, boolean aboveGround) {
        int n = GROUND.length;
        var along = new double[n];
        Arrays.setAll(along, i -> 1_000.0 * i);
        var lane =
                new Lane(
                        "l",
                        Collections.nCopies(n, new GeoPoint(0, 0)),
                        along,
                        GROUND,
                        new boolean[n]);
        return Flight.level(lane, 250, heightM, aboveGround);
    }

    @Test
    void aLowTargetFliesAsWrittenAndClearsHigherGroundByItsOwnHeight() {
        Flight low = level(9, false);
        assertThat(low.seaM()).containsExactly(9, 9, 19, 49, 209);
        assertThat(low.groundM()).containsExactly(9, 14, 9, 9, 9);
        assertThat(level(0, false).seaM()).containsExactly(0, 0, 10, 40, 200);
    }

    @Test
    void aHigherTargetClearsTheGroundBy30M() {
        assertThat(level(50, false).seaM()).containsExactly(50, 50, 50, 70, 230);
        assertThat(level(30, false).seaM()).containsExactly(30, 30, 40, 70, 230);
    }

    @Test
    void aboveTheGroundItFollowsTheTerrain() {
        assertThat(level(50, true).seaM()).containsExactly(50, 45, 60, 90, 250);
        assertThat(level(50, true).timeSec()).containsExactly(0, 4, 8, 12, 16);
    }
}
