package parapet.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KnifeEdgeTest {
    /// Abramowitz and Stegun, table 7.7, seven digits.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0.5, 0.4923442, 0.0647324",
        "1, 0.7798934, 0.4382591",
        "2, 0.4882534, 0.3434157",
        "5, 0.5636312, 0.4991914"
    })
    void fresnelIntegralsAsPrinted(double v, double c, double s) {
        var f = FresnelIntegrals.at(v);
        assertThat(f.c()).isCloseTo(c, within(6e-8));
        assertThat(f.s()).isCloseTo(s, within(6e-8));
        assertThat(FresnelIntegrals.at(-v).c()).isEqualTo(-f.c());
    }

    /// Simpson's rule on the definition, on both sides of the change of method at 1.6.
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1.2, 1.59999, 1.6, 1.60001, 2.5, 7})
    void fresnelIntegralsAgreeWithTheirDefinition(double v) {
        int n = 20_000;
        double c = 0;
        double s = 0;
        for (int i = 0; i <= n; i++) {
            double t = Math.PI / 2 * (v * i / n) * (v * i / n);
            int weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
            c += weight * Math.cos(t);
            s += weight * Math.sin(t);
        }
        var f = FresnelIntegrals.at(v);
        assertThat(f.c()).isCloseTo(c * v / n / 3, within(1e-12));
        assertThat(f.s()).isCloseTo(s * v / n / 3, within(1e-12));
        double plain = Math.hypot(1 - f.c() - f.s(), f.c() - f.s());
        assertThat(Math.sqrt(FresnelIntegrals.shadow(v))).isCloseTo(plain, within(1e-13));
    }

    @Test
    void deepShadowAndFreeView() {
        // amplitude 1/(sqrt(2) π v) deep in the shadow
        assertThat(KnifeEdge.fresnelLossDb(50))
                .isCloseTo(20 * Math.log10(Math.sqrt(2) * Math.PI * 50), within(1e-4));
        assertThat(KnifeEdge.fresnelLossDb(-50)).isCloseTo(0, within(0.1));
        assertThat(KnifeEdge.fresnelLossDb(-1.217)).isCloseTo(-1.37, within(0.01)); // first maximum
        assertThat(KnifeEdge.approximateLossDb(-0.78)).isZero();
    }

    @Test
    void theApproximationKeepsItsPromise() {
        for (double v = -0.78; v < 20; v += 0.01) {
            double difference = KnifeEdge.approximateLossDb(v) - KnifeEdge.fresnelLossDb(v);
            assertThat(difference).as("v %s", v).isBetween(-0.13, 0.13);
        }
    }

    @Test
    void bothEndsMayChangePlaces() {
        var edge = new KnifeEdge(3e9, 10e3, 40e3, 20, 500, 400);
        var turned = new KnifeEdge(3e9, 40e3, 10e3, 500, 20, 400);
        assertThat(turned.diffractionParameter())
                .isCloseTo(edge.diffractionParameter(), within(1e-12));
        var level = new KnifeEdge(3e9, 10e3, 10e3, 100, 300, 200);
        assertThat(level.diffractionParameter()).isCloseTo(0, within(1e-12));
        assertThatThrownBy(() -> new KnifeEdge(3e9, 0, 1, 0, 0, 0))
                .hasMessageContaining("distanceToEdgeM (0.0)");
    }
}
