package parapet.atmosphere;

/// Specific attenuation of radio waves by oxygen and water vapour, line by line.
///
///     γ = 0.1820 f N''(f) dB/km,   N'' = Σ S F over the lines (+ the dry continuum)
///
/// with f in GHz, dry pressure p and vapour pressure e in hPa, θ = 300/T. Line strengths S, shapes F
/// and widths as in [ITU-R P.676-13, Annex 1, equations 1 to 9]. Valid from 1 to 1 000 GHz; below
/// 1 GHz the sum goes on smoothly to 0 and is smaller than the 0.006 dB/km of 1 GHz.
///
/// About 80 lines are summed for every question, some microseconds; keep the answer.
public final class GasAttenuation {
    private static final double PA_PER_HPA = 100;
    private static final double HZ_PER_GHZ = 1e9;

    private GasAttenuation() {}

    /// Moist air.
    ///
    /// @param dryPressurePa pressure of the dry air, vapour not included, Pa, 0 or more
    /// @param temperatureK temperature, K, more than 0
    /// @param vapourDensityKgPerM3 density of water vapour, kg/m³, 0 or more
    public record MoistAir(double dryPressurePa, double temperatureK, double vapourDensityKgPerM3) {
        /// Air at sea level as in the figures of the Recommendation: 1 013.25 hPa, 288.15 K, 7.5
        /// g/m³.
        public static final MoistAir SEA_LEVEL = new MoistAir(101_325, 288.15, 7.5e-3);

        public MoistAir {
            if (!(dryPressurePa >= 0 && temperatureK > 0 && vapourDensityKgPerM3 >= 0)) {
                throw new IllegalArgumentException(
                        "The dryPressurePa (%s) and the vapourDensityKgPerM3 (%s) must be 0 or more, the temperatureK (%s) more than 0."
                                .formatted(dryPressurePa, vapourDensityKgPerM3, temperatureK));
            }
        }

        private double dryHpa() {
            return dryPressurePa / PA_PER_HPA;
        }

        /// e = ρ T / 216.7 with ρ in g/m³.
        private double vapourHpa() {
            return vapourDensityKgPerM3 * 1000 * temperatureK / 216.7;
        }
    }

    /// One-way specific attenuation by oxygen and the dry continuum, dB/km.
    ///
    /// @param frequencyHz f, Hz, more than 0 and at most 1e12
    public static double oxygenDbPerKm(double frequencyHz, MoistAir air) {
        double f = ghz(frequencyHz);
        double p = air.dryHpa();
        double e = air.vapourHpa();
        double theta = 300 / air.temperatureK();
        double theta08 = StrictMath.pow(theta, 0.8);
        double sum = 0;
        for (double[] c : GasLines.OXYGEN) {
            double strength =
                    c[1] * 1e-7 * p * theta * theta * theta * StrictMath.exp(c[2] * (1 - theta));
            double pressureWidth =
                    c[3] * 1e-4 * (p * StrictMath.pow(theta, 0.8 - c[4]) + 1.1 * e * theta);
            double width = StrictMath.sqrt(pressureWidth * pressureWidth + 2.25e-6); // Zeeman
            double interference = (c[5] + c[6] * theta) * 1e-4 * (p + e) * theta08;
            sum += strength * shape(f, c[0], width, interference);
        }
        double g = 5.6e-4 * (p + e) * theta08;
        double continuum =
                f
                        * p
                        * theta
                        * theta
                        * (6.14e-5 / (g * (1 + f / g * (f / g)))
                                + 1.4e-12
                                        * p
                                        * StrictMath.pow(theta, 1.5)
                                        / (1 + 1.9e-5 * StrictMath.pow(f, 1.5)));
        return p + e == 0 ? 0 : 0.1820 * f * (sum + continuum);
    }

    /// One-way specific attenuation by water vapour, dB/km.
    ///
    /// @param frequencyHz f, Hz, more than 0 and at most 1e12
    public static double waterVapourDbPerKm(double frequencyHz, MoistAir air) {
        double f = ghz(frequencyHz);
        double p = air.dryHpa();
        double e = air.vapourHpa();
        double theta = 300 / air.temperatureK();
        double theta35 = StrictMath.pow(theta, 3.5);
        double sum = 0;
        for (double[] c : GasLines.VAPOUR) {
            double strength = c[1] * 0.1 * e * theta35 * StrictMath.exp(c[2] * (1 - theta));
            double pressureWidth =
                    c[3]
                            * 1e-4
                            * (p * StrictMath.pow(theta, c[4])
                                    + c[5] * e * StrictMath.pow(theta, c[6]));
            double width = // Doppler
                    0.535 * pressureWidth
                            + StrictMath.sqrt(
                                    0.217 * pressureWidth * pressureWidth
                                            + 2.1316e-12 * c[0] * c[0] / theta);
            sum += strength * shape(f, c[0], width, 0);
        }
        return 0.1820 * f * sum;
    }

    /// One-way specific attenuation by oxygen and water vapour, dB/km.
    ///
    /// @param frequencyHz f, Hz, more than 0 and at most 1e12
    public static double totalDbPerKm(double frequencyHz, MoistAir air) {
        return oxygenDbPerKm(frequencyHz, air) + waterVapourDbPerKm(frequencyHz, air);
    }

    private static double ghz(double frequencyHz) {
        if (!(frequencyHz > 0 && frequencyHz <= 1e12)) {
            throw new IllegalArgumentException(
                    "The frequencyHz (%s) must be more than 0 and at most 1e12."
                            .formatted(frequencyHz));
        }
        return frequencyHz / HZ_PER_GHZ;
    }

    /// Shape factor F of a line at f0 with width w and interference d.
    private static double shape(double f, double f0, double w, double d) {
        double below = f0 - f;
        double above = f0 + f;
        return f
                / f0
                * ((w - d * below) / (below * below + w * w)
                        + (w - d * above) / (above * above + w * w));
    }
}
