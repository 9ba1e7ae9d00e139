package parapet.radar;

/// The radar equation: signal-to-noise ratio, power and range of a pulsed radar in free space.
///
///     SNR = P τ G_t G_r λ² σ / ((4π)³ k T R_t² R_r² L)                    [Skolnik 2001, chapter 2]
///
/// with peak power P, radar cross section σ, ranges R_t from the transmitter and R_r to the
/// receiver (equal where both stand together). Ratios are powers, not dB. Valid in the far field,
/// for a pulse with its matched filter; terrain, multipath, clutter and losses of the air are
/// applied by the caller.
///
/// @param frequencyHz carrier, Hz, more than 0
/// @param pulseWidthSec τ, s, more than 0
/// @param transmitGain G_t, more than 0
/// @param receiveGain G_r, more than 0
/// @param noiseTemperatureK T of the system, K, more than 0; the noise figure is in it or in the loss
/// @param loss L, more than 0; 1 without loss
public record RadarEquation(
        double frequencyHz,
        double pulseWidthSec,
        double transmitGain,
        double receiveGain,
        double noiseTemperatureK,
        double loss) {
    private static final double LIGHT_MPS = 299_792_458;
    private static final double BOLTZMANN_J_PER_K = 1.380649e-23;

    public RadarEquation {
        positive("frequencyHz", frequencyHz);
        positive("pulseWidthSec", pulseWidthSec);
        positive("transmitGain", transmitGain);
        positive("receiveGain", receiveGain);
        positive("noiseTemperatureK", noiseTemperatureK);
        positive("loss", loss);
    }

    /// SNR of one pulse, a ratio of powers.
    ///
    /// @param peakPowerW P, W, 0 or more
    /// @param crossSectionM2 σ, m², 0 or more
    /// @param transmitterRangeM R_t, m, more than 0
    /// @param receiverRangeM R_r, m, more than 0
    public double snr(
            double peakPowerW,
            double crossSectionM2,
            double transmitterRangeM,
            double receiverRangeM) {
        double product = positive("range product", transmitterRangeM * receiverRangeM);
        return factor() * peakPowerW * crossSectionM2 / product / product;
    }

    /// Peak power for an SNR of one pulse, W.
    ///
    /// @param snr ratio of powers, 0 or more
    /// @param crossSectionM2 σ, m², more than 0
    /// @param transmitterRangeM R_t, m
    /// @param receiverRangeM R_r, m
    public double peakPowerW(
            double snr, double crossSectionM2, double transmitterRangeM, double receiverRangeM) {
        double product = transmitterRangeM * receiverRangeM;
        return snr / (factor() * positive("crossSectionM2", crossSectionM2)) * product * product;
    }

    /// Range at which one pulse has an SNR, transmitter and receiver together, m.
    ///
    /// @param snr ratio of powers, more than 0
    /// @param peakPowerW P, W, 0 or more
    /// @param crossSectionM2 σ, m², 0 or more
    public double rangeM(double snr, double peakPowerW, double crossSectionM2) {
        double fourth = factor() * peakPowerW * crossSectionM2 / positive("snr", snr);
        return StrictMath.sqrt(StrictMath.sqrt(fourth));
    }

    /// SNR for P σ / (R_t² R_r²) = 1 W/m².
    private double factor() {
        double waveM = LIGHT_MPS / frequencyHz;
        double spread = 4 * StrictMath.PI;
        return pulseWidthSec
                * transmitGain
                * receiveGain
                * waveM
                * waveM
                / (spread * spread * spread * BOLTZMANN_J_PER_K * noiseTemperatureK * loss);
    }

    private static double positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be more than 0 and finite.".formatted(what, value));
        }
        return value;
    }
}
