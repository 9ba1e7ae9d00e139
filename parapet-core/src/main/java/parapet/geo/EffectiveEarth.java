package parapet.geo;

/// A larger earth on which rays that bend down in the air run straight.
///
///     R_e = factor R,   or R_e = R / (1 + R g) for a refractivity gradient g       [Skolnik 2001]
///
/// Valid near the ground, where the gradient is about constant. Against the bent ray of
/// `parapet.atmosphere.ExponentialAtmosphere` that leaves level, a factor of 4/3 puts the beam 30 m
/// too high at 200 km and 290 m too low at 400 km. Heights are above the sphere; hills are the
/// caller's.
///
/// @param radiusM radius R of the earth, m, more than 0
/// @param factor R_e / R, more than 0; 4/3 in a standard atmosphere, 1 without air
public record EffectiveEarth(double radiusM, double factor) {
    /// Mean radius of the earth itself, m.
    public static final double MEAN_RADIUS_M = 6_371_000;

    /// Mean earth in a standard atmosphere.
    public static final EffectiveEarth STANDARD = new EffectiveEarth(MEAN_RADIUS_M, 4.0 / 3);

    public EffectiveEarth {
        if (!(radiusM > 0 && radiusM < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The radiusM (%s) must be more than 0 and finite.".formatted(radiusM));
        }
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The factor (%s) must be more than 0 and finite.".formatted(factor));
        }
    }

    /// The effective earth of a refractivity gradient.
    ///
    /// @param radiusM radius of the earth, m
    /// @param gradientPerM change of the refractive index for each metre of height, 1/m; about
    ///   -39e-9 in a standard atmosphere. At -1/radius and below, rays are trapped and there is no
    ///   effective earth
    public static EffectiveEarth ofGradient(double radiusM, double gradientPerM) {
        if (!(radiusM * gradientPerM > -1)) {
            throw new IllegalArgumentException(
                    "The gradientPerM (%s) must be more than -1/radiusM (%s): rays are trapped."
                            .formatted(gradientPerM, -1 / radiusM));
        }
        return new EffectiveEarth(radiusM, 1 / (1 + radiusM * gradientPerM));
    }

    /// Radius R_e, m.
    public double effectiveRadiusM() {
        return radiusM * factor;
    }

    /// Distance to the smooth horizon by the parabola d = sqrt(2 R_e h), the sum of both heights,
    /// m.
    ///
    /// Along the ground it is short by a share of about 5 h / (12 R_e).
    ///
    /// @param antennaHeightM 0 or more
    /// @param targetHeightM 0 or more
    public double horizonByParabolaM(double antennaHeightM, double targetHeightM) {
        requireHeights(antennaHeightM, targetHeightM);
        double r = effectiveRadiusM();
        return StrictMath.sqrt(2 * r * antennaHeightM) + StrictMath.sqrt(2 * r * targetHeightM);
    }

    /// Length of the straight ray that touches the smooth horizon, sum of sqrt(2 R_e h + h²), m.
    ///
    /// @param antennaHeightM 0 or more
    /// @param targetHeightM 0 or more
    public double horizonByTangentM(double antennaHeightM, double targetHeightM) {
        requireHeights(antennaHeightM, targetHeightM);
        return tangentM(antennaHeightM) + tangentM(targetHeightM);
    }

    /// Distance along the ground to the smooth horizon, sum of R_e acos(R_e / (R_e + h)), m.
    ///
    /// @param antennaHeightM 0 or more
    /// @param targetHeightM 0 or more
    public double horizonByArcM(double antennaHeightM, double targetHeightM) {
        requireHeights(antennaHeightM, targetHeightM);
        double r = effectiveRadiusM(); // atan2 keeps the digits that acos near 1 would lose
        return r
                * (StrictMath.atan2(tangentM(antennaHeightM), r)
                        + StrictMath.atan2(tangentM(targetHeightM), r));
    }

    /// Height of a straight ray after a slant range r, m:
    ///
    ///     h = sqrt((R_e + h_a)² + r² + 2 r (R_e + h_a) sin el) - R_e
    ///
    /// @param antennaHeightM h_a, m
    /// @param elevationRad angle el above the horizontal at the antenna, -pi/2..pi/2
    /// @param slantRangeM r, 0 or more
    /// @return negative where the ray has met the ground before
    public double beamHeightM(double antennaHeightM, double elevationRad, double slantRangeM) {
        double re = effectiveRadiusM();
        double rise =
                2 * re * antennaHeightM
                        + antennaHeightM * antennaHeightM
                        + slantRangeM * slantRangeM
                        + 2 * slantRangeM * (re + antennaHeightM) * StrictMath.sin(elevationRad);
        return rise / (StrictMath.sqrt(re * re + rise) + re);
    }

    /// Distance along the ground under the end of a straight ray, m.
    ///
    /// @param antennaHeightM height of the antenna, m
    /// @param elevationRad angle above the horizontal at the antenna, -pi/2..pi/2
    /// @param slantRangeM 0 or more
    public double groundRangeM(double antennaHeightM, double elevationRad, double slantRangeM) {
        double re = effectiveRadiusM();
        return re
                * StrictMath.atan2(
                        slantRangeM * StrictMath.cos(elevationRad),
                        re + antennaHeightM + slantRangeM * StrictMath.sin(elevationRad));
    }

    /// The first slant range at which a straight ray is at a height, m; infinite if it never is.
    ///
    /// @param antennaHeightM height of the antenna, m
    /// @param elevationRad angle above the horizontal at the antenna, -pi/2..pi/2
    /// @param targetHeightM height asked for, m
    public double slantRangeM(double antennaHeightM, double elevationRad, double targetHeightM) {
        double re = effectiveRadiusM();
        double up = (re + antennaHeightM) * StrictMath.sin(elevationRad);
        double gap = (targetHeightM - antennaHeightM) * (2 * re + antennaHeightM + targetHeightM);
        if (gap == 0) {
            return 0;
        }
        double square = up * up + gap;
        if (gap < 0 && (up >= 0 || square < 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double root = StrictMath.sqrt(square);
        // roots of r² + 2 r up - gap = 0; the nearer positive one, without a difference of equals
        if (gap < 0) {
            return -gap / (root - up);
        }
        return up > 0 ? gap / (up + root) : root - up;
    }

    /// Elevation angle at the antenna of a point at a distance along the ground, rad.
    ///
    /// @param antennaHeightM height of the antenna, m
    /// @param groundRangeM distance along the ground, m, more than 0
    /// @param targetHeightM height of the point, m
    public double elevationRad(double antennaHeightM, double groundRangeM, double targetHeightM) {
        double re = effectiveRadiusM();
        double half = StrictMath.sin(groundRangeM / re / 2);
        double across = (re + targetHeightM) * StrictMath.sin(groundRangeM / re);
        double up = targetHeightM - antennaHeightM - 2 * (re + targetHeightM) * half * half;
        return StrictMath.atan2(up, across);
    }

    private double tangentM(double heightM) {
        return StrictMath.sqrt(heightM * (2 * effectiveRadiusM() + heightM));
    }

    private static void requireHeights(double antennaHeightM, double targetHeightM) {
        if (!(antennaHeightM >= 0 && targetHeightM >= 0)) {
            throw new IllegalArgumentException(
                    "The antennaHeightM (%s) and the targetHeightM (%s) must be 0 or more."
                            .formatted(antennaHeightM, targetHeightM));
        }
    }
}
