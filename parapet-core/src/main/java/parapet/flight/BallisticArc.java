package parapet.flight;

import parapet.geo.EffectiveEarth;

/// The arc of least launch speed between two points on a sphere, by Kepler's laws.
///
/// With half range angle β = range/(2 R), s = sin β, c = cos β:
///
///     speed² = 2 (μ/R) s/(1+s),   angle = 45° - β/2,   a = R (1+s)/2,   e = c/(1+s)
///     r - R = R e (cos θ - c)/(1 - e cos θ),   θ = angle on the ground from the apogee
///     t = sqrt(a³/μ) (ψ + e sin ψ),   tan(ψ/2) = sqrt((1+e)/(1-e)) tan(θ/2)
///
/// [Bate, Mueller and White 1971, section 6.2]. Impulsive launch and impact at the surface, a sphere
/// that does not turn, no air: a plain stand-in for how high and how long, not a trajectory of any
/// one missile. It neglects the boost phase and the slowing down in the air below 30 km.
///
/// @param rangeM distance over the ground, m, more than 0 and at most half the circumference
/// @param sphereRadiusM R, m, more than 0
/// @param gravitationalParameterM3PerS2 μ, m³/s², more than 0
public record BallisticArc(
        double rangeM, double sphereRadiusM, double gravitationalParameterM3PerS2) {
    private static final double EARTH_GRAVITY_M3_PER_S2 = 3.986004418e14;

    public BallisticArc {
        if (!(sphereRadiusM > 0 && gravitationalParameterM3PerS2 > 0)) {
            throw new IllegalArgumentException(
                    "The sphereRadiusM (%s) and the gravitationalParameterM3PerS2 (%s) must be more than 0."
                            .formatted(sphereRadiusM, gravitationalParameterM3PerS2));
        }
        if (!(rangeM > 0 && rangeM <= StrictMath.PI * sphereRadiusM)) {
            throw new IllegalArgumentException(
                    "The rangeM (%s) must be more than 0 and at most half the circumference (%s)."
                            .formatted(rangeM, StrictMath.PI * sphereRadiusM));
        }
    }

    /// The arc over the mean earth, R = 6 371 km.
    ///
    /// @param rangeM distance over the ground, m
    public static BallisticArc overEarth(double rangeM) {
        return new BallisticArc(rangeM, EffectiveEarth.MEAN_RADIUS_M, EARTH_GRAVITY_M3_PER_S2);
    }

    /// Speed at launch and impact, m/s.
    public double speedMps() {
        double s = StrictMath.sin(halfRad());
        return StrictMath.sqrt(2 * gravitationalParameterM3PerS2 / sphereRadiusM * s / (1 + s));
    }

    /// Angle of the path above the horizontal at launch, rad.
    public double flightPathAngleRad() {
        return StrictMath.PI / 4 - halfRad() / 2;
    }

    /// Greatest height above the surface, m.
    public double apogeeM() {
        return heightM(0.5);
    }

    /// Time from launch to impact, s.
    public double timeOfFlightSec() {
        return 2 * secondsFromApogee(halfRad());
    }

    /// Height above the surface where a share of the ground range is covered, m.
    ///
    /// @param share 0 at launch to 1 at impact
    public double heightM(double share) {
        double beta = halfRad();
        double theta = angleRad(share);
        double e = eccentricity();
        double drop = // cos θ - cos β
                2 * StrictMath.sin((beta + theta) / 2) * StrictMath.sin((beta - theta) / 2);
        double half = StrictMath.sin(theta / 2);
        return sphereRadiusM * e * drop / (oneMinusEccentricity() + 2 * e * half * half);
    }

    /// Time since launch when a share of the ground range is covered, s.
    ///
    /// @param share 0 at launch to 1 at impact
    public double timeSec(double share) {
        return secondsFromApogee(halfRad()) + secondsFromApogee(angleRad(share));
    }

    private double halfRad() {
        return rangeM / (2 * sphereRadiusM);
    }

    private double angleRad(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share (%s) must lie in 0..1.".formatted(share));
        }
        return halfRad() * (2 * share - 1);
    }

    private double eccentricity() {
        double beta = halfRad();
        return StrictMath.cos(beta) / (1 + StrictMath.sin(beta));
    }

    /// 1 - e = (s + 1 - c)/(1 + s), without the difference of near equals on short arcs.
    private double oneMinusEccentricity() {
        double s = StrictMath.sin(halfRad());
        double half = StrictMath.sin(halfRad() / 2);
        return (s + 2 * half * half) / (1 + s);
    }

    private double secondsFromApogee(double theta) {
        double e = eccentricity();
        double a = sphereRadiusM * (1 + StrictMath.sin(halfRad())) / 2;
        double psi =
                2
                        * StrictMath.atan(
                                StrictMath.sqrt((1 + e) / oneMinusEccentricity())
                                        * StrictMath.tan(theta / 2));
        return StrictMath.sqrt(a * a * a / gravitationalParameterM3PerS2)
                * (psi + e * StrictMath.sin(psi));
    }
}
