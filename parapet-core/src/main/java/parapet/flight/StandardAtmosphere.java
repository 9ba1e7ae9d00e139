package parapet.flight;

/// The U.S. Standard Atmosphere 1976 at one height.
///
///     T = T_b + L (H - H_b)
///     p = p_b (T_b/T)^(g0/(R L)),   p = p_b exp(-g0 (H - H_b)/(R T_b)) where L = 0
///     density = p/(R T),   speed of sound = sqrt(1.4 R T)            [U.S. Standard Atmosphere 1976]
///
/// for geopotential heights H of -5 000 m (the first layer goes on below sea level, as in the
/// printed tables) to 84 852 m, the lower part of the standard; the small change of molar mass
/// above 79 km, below 0.1 %, is left out.
///
/// @param temperatureK kinetic temperature, K
/// @param pressurePa pressure, Pa
/// @param densityKgPerM3 density, kg/m³
/// @param speedOfSoundMps speed of sound, m/s
public record StandardAtmosphere(
        double temperatureK, double pressurePa, double densityKgPerM3, double speedOfSoundMps) {
    private static final double LOWEST_M = -5000;
    private static final double HIGHEST_M = 84_852;
    private static final double GRAVITY_MPS2 = 9.80665;
    private static final double GAS_CONSTANT = 8314.32 / 28.9644; // R, J/(kg K)
    private static final double HEAT_RATIO = 1.4;
    private static final double EARTH_RADIUS_M = 6_356_766;

    private static final double[] BASE_M = {0, 11_000, 20_000, 32_000, 47_000, 51_000, 71_000};
    private static final double[] LAPSE_K_PER_M = {-6.5e-3, 0, 1e-3, 2.8e-3, 0, -2.8e-3, -2e-3};
    private static final double[] BASE_K = new double[BASE_M.length];
    private static final double[] BASE_PA = new double[BASE_M.length];

    static {
        BASE_K[0] = 288.15;
        BASE_PA[0] = 101_325;
        for (int b = 1; b < BASE_M.length; b++) {
            BASE_K[b] = temperature(b - 1, BASE_M[b]);
            BASE_PA[b] = pressure(b - 1, BASE_M[b]);
        }
    }

    /// The air at a geopotential height.
    ///
    /// @param heightM geopotential height, -5 000..84 852 m
    public static StandardAtmosphere atGeopotentialHeight(double heightM) {
        if (!(heightM >= LOWEST_M && heightM <= HIGHEST_M)) {
            throw new IllegalArgumentException(
                    "The geopotential height (%s m) must lie in -5000..84852.".formatted(heightM));
        }
        int b = BASE_M.length - 1;
        while (b > 0 && BASE_M[b] > heightM) {
            b--;
        }
        double t = temperature(b, heightM);
        double p = pressure(b, heightM);
        return new StandardAtmosphere(
                t, p, p / (GAS_CONSTANT * t), StrictMath.sqrt(HEAT_RATIO * GAS_CONSTANT * t));
    }

    /// The air at a geometric height z above sea level, H = r z / (r + z) with r = 6 356 766 m.
    ///
    /// @param heightM geometric height, about -5 000..86 000 m
    public static StandardAtmosphere atGeometricHeight(double heightM) {
        return atGeopotentialHeight(EARTH_RADIUS_M * heightM / (EARTH_RADIUS_M + heightM));
    }

    private static double temperature(int b, double heightM) {
        return BASE_K[b] + LAPSE_K_PER_M[b] * (heightM - BASE_M[b]);
    }

    private static double pressure(int b, double heightM) {
        double lapse = LAPSE_K_PER_M[b];
        if (lapse == 0) {
            return BASE_PA[b]
                    * StrictMath.exp(
                            -GRAVITY_MPS2 * (heightM - BASE_M[b]) / (GAS_CONSTANT * BASE_K[b]));
        }
        return BASE_PA[b]
                * StrictMath.pow(
                        BASE_K[b] / temperature(b, heightM), GRAVITY_MPS2 / (GAS_CONSTANT * lapse));
    }
}
