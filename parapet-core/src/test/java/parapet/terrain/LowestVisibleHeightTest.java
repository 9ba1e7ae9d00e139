package parapet.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LowestVisibleHeightTest {
    private static final double RADIUS_M = 6_371_000 * 4.0 / 3;

    @Test
    void smoothSeaByTheReferenceCases() { // verification cases, closed form
        assertThat(LowestVisibleHeight.smoothOnParabola(30, 100e3, RADIUS_M))
                .isCloseTo(352.83675776394, within(1e-6));
        assertThat(LowestVisibleHeight.smoothOnSphere(30, 300e3, RADIUS_M))
                .isCloseTo(4532.1531594681, within(1e-6));
        assertThat(LowestVisibleHeight.smoothOnSphere(30, 20e3, RADIUS_M)).isZero();
    }

    @Test
    void aWallByTheReferenceCases() {
        var wall = List.of(new LowestVisibleHeight.Point(50e3, 1000));
        assertThat(LowestVisibleHeight.behindOnParabola(30, wall, 200e3, RADIUS_M))
                .isCloseTo(5675.8138439805, within(1e-6));
        assertThat(LowestVisibleHeight.behindOnSphere(30, wall, 200e3, RADIUS_M))
                .isCloseTo(5678.7387426272, within(1e-6));
    }

    @Test
    void aRayGoesThroughThePointThatSetsIt() {
        var rays = new SphereRays(120, RADIUS_M, new double[] {500, 40e3, 600e3});
        for (int j = 0; j < 3; j++) {
            for (double height : new double[] {-50, 0, 8000, 30_000}) {
                assertThat(rays.heightM(j, rays.tangent(j, height)))
                        .isCloseTo(height, within(1e-6));
            }
        }
    }

    @Test
    void onlyPointsBeforeTheTargetHide() {
        var far = List.of(new LowestVisibleHeight.Point(300e3, 9000));
        assertThat(LowestVisibleHeight.behindOnSphere(30, far, 200e3, RADIUS_M))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> new LowestVisibleHeight.Point(0, 10))
                .hasMessageContaining("distance (0.0)");
    }
}
