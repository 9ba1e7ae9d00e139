package parapet.atmosphere;

/// Specific attenuation of radio waves by rain, γ = k R^α dB/km with rain rate R in mm/h.
///
///     log10 k = Σ_j a_j exp(-((log10 f - b_j)/c_j)²) + m log10 f + n     (α likewise)
///
/// for horizontal and vertical polarisation, f in GHz; then, with u = cos²(elevation) cos(2 tilt),
///
///     k = (kH + kV + (kH - kV) u)/2,   α = (kH αH + kV αV + (kH αH - kV αV) u)/(2 k)
///
/// [ITU-R P.838-3, equations 1 to 5]. Valid from 1 to 1 000 GHz.
///
/// @param k coefficient, dB/km at 1 mm/h
/// @param alpha exponent
public record RainAttenuation(double k, double alpha) {
    private static final Fit LOG_K_HORIZONTAL =
            new Fit(
                    new double[][] {
                        {-5.33980, -0.10008, 1.13098},
                        {-0.35351, 1.26970, 0.45400},
                        {-0.23789, 0.86036, 0.15354},
                        {-0.94158, 0.64552, 0.16817}
                    },
                    -0.18961,
                    0.71147);
    private static final Fit LOG_K_VERTICAL =
            new Fit(
                    new double[][] {
                        {-3.80595, 0.56934, 0.81061},
                        {-3.44965, -0.22911, 0.51059},
                        {-0.39902, 0.73042, 0.11899},
                        {0.50167, 1.07319, 0.27195}
                    },
                    -0.16398,
                    0.63297);
    private static final Fit ALPHA_HORIZONTAL =
            new Fit(
                    new double[][] {
                        {-0.14318, 1.82442, -0.55187},
                        {0.29591, 0.77564, 0.19822},
                        {0.32177, 0.63773, 0.13164},
                        {-5.37610, -0.96230, 1.47828},
                        {16.1721, -3.29980, 3.43990}
                    },
                    0.67849,
                    -1.95537);
    private static final Fit ALPHA_VERTICAL =
            new Fit(
                    new double[][] {
                        {-0.07771, 2.33840, -0.76284},
                        {0.56727, 0.95545, 0.54039},
                        {-0.20238, 1.14520, 0.26809},
                        {-48.2991, 0.791669, 0.116226},
                        {48.5833, 0.791459, 0.116479}
                    },
                    -0.053739,
                    0.83433);

    /// A sum of bells and a line in log10 f.
    ///
    /// @param bells \[term\]\[a, b, c\]
    private record Fit(double[][] bells, double slope, double constant) {
        double at(double logGhz) {
            double sum = slope * logGhz + constant;
            for (double[] bell : bells) {
                double x = (logGhz - bell[1]) / bell[2];
                sum += bell[0] * StrictMath.exp(-x * x);
            }
            return sum;
        }
    }

    /// The coefficients of a wave.
    ///
    /// @param frequencyHz carrier, 1e9..1e12 Hz
    /// @param elevationRad elevation angle of the path, -pi/2..pi/2
    /// @param tiltRad tilt of the polarisation against the horizontal: 0 horizontal, pi/2 vertical,
    ///   pi/4 circular
    public static RainAttenuation of(double frequencyHz, double elevationRad, double tiltRad) {
        if (!(frequencyHz >= 1e9 && frequencyHz <= 1e12)) {
            throw new IllegalArgumentException(
                    "The frequencyHz (%s) must lie in 1e9..1e12.".formatted(frequencyHz));
        }
        double logGhz = StrictMath.log10(frequencyHz / 1e9);
        double kH = StrictMath.pow(10, LOG_K_HORIZONTAL.at(logGhz));
        double kV = StrictMath.pow(10, LOG_K_VERTICAL.at(logGhz));
        double onH = kH * ALPHA_HORIZONTAL.at(logGhz);
        double onV = kV * ALPHA_VERTICAL.at(logGhz);
        double cos = StrictMath.cos(elevationRad);
        double u = cos * cos * StrictMath.cos(2 * tiltRad);
        double k = (kH + kV + (kH - kV) * u) / 2;
        return new RainAttenuation(k, (onH + onV + (onH - onV) * u) / (2 * k));
    }

    /// One-way specific attenuation, dB/km.
    ///
    /// @param rainRateMmPerHour R, 0 or more
    public double dbPerKm(double rainRateMmPerHour) {
        if (!(rainRateMmPerHour >= 0)) {
            throw new IllegalArgumentException(
                    "The rainRateMmPerHour (%s) must be 0 or more.".formatted(rainRateMmPerHour));
        }
        return k * StrictMath.pow(rainRateMmPerHour, alpha);
    }
}
