package parapet.radar;

/// Loss of radio waves behind one sharp edge, such as a mountain ridge, against free space.
///
///     v = h sqrt(2 (d1 + d2) / (λ d1 d2))                                       [ITU-R P.526]
///
/// with height h of the edge above the straight line between both ends, over a flat earth; put the
/// curvature into the heights. One edge only; a rounded hill loses more.
///
/// @param frequencyHz carrier, Hz, more than 0
/// @param distanceToEdgeM d1, m, more than 0
/// @param distanceFromEdgeM d2, m, more than 0
/// @param transmitterHeightM height of one end, m
/// @param receiverHeightM height of the other end, m
/// @param edgeHeightM height of the edge, m
public record KnifeEdge(
        double frequencyHz,
        double distanceToEdgeM,
        double distanceFromEdgeM,
        double transmitterHeightM,
        double receiverHeightM,
        double edgeHeightM) {
    private static final double LIGHT_MPS = 299_792_458;
    private static final double CLEAR = -0.78; // the approximation ends where J is 0

    public KnifeEdge {
        if (!(frequencyHz > 0 && distanceToEdgeM > 0 && distanceFromEdgeM > 0)) {
            throw new IllegalArgumentException(
                    "The frequencyHz (%s), distanceToEdgeM (%s) and distanceFromEdgeM (%s) must be more than 0."
                            .formatted(frequencyHz, distanceToEdgeM, distanceFromEdgeM));
        }
    }

    /// Diffraction parameter v; more than 0 where the edge hides the other end.
    public double diffractionParameter() {
        double lineM =
                (transmitterHeightM * distanceFromEdgeM + receiverHeightM * distanceToEdgeM)
                        / (distanceToEdgeM + distanceFromEdgeM);
        return (edgeHeightM - lineM) * StrictMath.sqrt(2) / fresnelZoneRadiusM();
    }

    /// Radius of the first Fresnel zone at the edge, sqrt(λ d1 d2 / (d1 + d2)), m.
    public double fresnelZoneRadiusM() {
        return StrictMath.sqrt(
                LIGHT_MPS
                        / frequencyHz
                        * distanceToEdgeM
                        * distanceFromEdgeM
                        / (distanceToEdgeM + distanceFromEdgeM));
    }

    /// Loss by the usual approximation, dB:
    ///
    ///     J(v) = 6.9 + 20 log10(sqrt((v-0.1)² + 1) + v - 0.1) for v > -0.78, else 0
    ///
    /// Within 0.13 dB of the exact loss for v above -0.78 [ITU-R P.526, equation 31].
    ///
    /// @param v diffraction parameter
    public static double approximateLossDb(double v) {
        if (v <= CLEAR) {
            return 0;
        }
        double x = v - 0.1;
        return 6.9 + 20 * StrictMath.log10(StrictMath.sqrt(x * x + 1) + x);
    }

    /// Exact loss, -20 log10(½ sqrt((1 - C - S)² + (C - S)²)) dB with the Fresnel integrals C(v)
    /// and S(v); negative values are gains [ITU-R P.526, equation 30].
    ///
    /// @param v diffraction parameter
    public static double fresnelLossDb(double v) {
        return -10 * StrictMath.log10(FresnelIntegrals.shadow(v) / 4);
    }
}
