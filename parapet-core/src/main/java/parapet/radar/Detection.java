package parapet.radar;

/// Detection of a fluctuating target by a square-law detector that adds pulses without phase.
///
/// Noise has mean 1 a pulse, so that the sum Y of N pulses is Gamma(N, 1) without a target; the
/// threshold T follows from P(Y > T) = Pfa. A target of total energy E makes it Gamma(N + J, 1), J
/// Poisson of mean E [Marcum 1947]. With mean SNR S of a pulse, E is N S for a steady target (case
/// 0), and N S g for a fluctuating one, g gamma-distributed with mean 1 and shape κ [Swerling 1954]:
///
/// | case | κ | target |
/// |---|---|---|
/// | 1 | 1 | many like scatterers, one draw a look |
/// | 2 | N | the same, a fresh draw each pulse |
/// | 3 | 2 | one large scatterer and many small ones, one draw a look |
/// | 4 | 2 N | the same, a fresh draw each pulse |
///
/// J is then negative binomial, and with an independent Poisson X of mean T
///
///     1 - Pd = P(X >= N + J) = Σ_{x >= N} P(X = x) P(J <= x - N)
///
/// a finite series of positive terms (cut at 1e-18), exact to 1e-12 for 1 to 256 pulses and Pfa from
/// 1e-15. A single pulse of cases 1 and 2 has the closed form Pfa^(1/(1+S)). Pd rises strictly in S
/// from Pfa to 1.
///
/// @param swerlingCase fluctuation of the target, 0..4
/// @param pulses N, 1..256
/// @param falseAlarmProbability Pfa, 1e-15 to below 1
public record Detection(int swerlingCase, int pulses, double falseAlarmProbability) {
    private static final int MOST_PULSES = 256;
    private static final double LEAST_FALSE_ALARMS = 1e-15;
    private static final double LARGEST_THRESHOLD = 700; // exp(-T) must not underflow

    public Detection {
        if (!(swerlingCase >= 0 && swerlingCase <= 4)) {
            throw new IllegalArgumentException(
                    "The swerlingCase (%d) must lie in 0..4.".formatted(swerlingCase));
        }
        if (!(pulses >= 1 && pulses <= MOST_PULSES)) {
            throw new IllegalArgumentException(
                    "The pulses (%d) must lie in 1..%d.".formatted(pulses, MOST_PULSES));
        }
        if (!(falseAlarmProbability >= LEAST_FALSE_ALARMS && falseAlarmProbability < 1)) {
            throw new IllegalArgumentException(
                    "The falseAlarmProbability (%s) must lie in 1e-15 to below 1."
                            .formatted(falseAlarmProbability));
        }
    }

    /// Threshold T on the sum of pulses, in units of the noise power of one pulse.
    public double threshold() {
        if (pulses == 1) {
            return -StrictMath.log(falseAlarmProbability);
        }
        // ln P(Y > t) is concave in t, so Newton's rule comes down to T from above
        double t = pulses;
        for (int i = 0; i < 100; i++) {
            double term = StrictMath.exp(-t);
            double exceeds = term;
            for (int k = 1; k < pulses; k++) {
                term *= t / k;
                exceeds += term;
            }
            double step = StrictMath.log(exceeds / falseAlarmProbability) * exceeds / term;
            double next = StrictMath.min(t + step, LARGEST_THRESHOLD);
            boolean settled = StrictMath.abs(next - t) <= 1e-15 * t;
            t = next;
            if (settled) {
                break;
            }
        }
        return t;
    }

    /// Probability of detection in one look.
    ///
    /// @param snr mean SNR S of one pulse, a ratio of powers, 0 or more
    public double probability(double snr) {
        return hasClosedForm() ? closedForm(snr) : probability(snr, threshold());
    }

    /// The same with the threshold at hand.
    double probability(double snr, double threshold) {
        if (!(snr >= 0)) {
            throw new IllegalArgumentException("The snr (%s) must be 0 or more.".formatted(snr));
        }
        if (hasClosedForm()) {
            return closedForm(snr);
        }
        if (snr == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double missed = missed(snr, threshold);
        double p = missed > 0.99 ? faint(snr, threshold) : 1 - missed;
        return StrictMath.min(1, StrictMath.max(falseAlarmProbability, p));
    }

    /// Mean SNR of one pulse for a probability of detection, a ratio of powers, by bisection to
    /// 1e-13.
    ///
    /// @param probability Pd, at least Pfa and at most 1 - 1e-9
    public double requiredSnr(double probability) {
        if (!(probability >= falseAlarmProbability && probability <= 1 - 1e-9)) {
            throw new IllegalArgumentException(
                    "The probability (%s) of detection must lie between that of false alarm (%s) and 1 - 1e-9."
                            .formatted(probability, falseAlarmProbability));
        }
        if (hasClosedForm()) {
            return StrictMath.max(
                    0, StrictMath.log(falseAlarmProbability) / StrictMath.log(probability) - 1);
        }
        double threshold = threshold();
        double low = 0;
        double high = 1;
        while (probability(high, threshold) < probability) {
            low = high;
            high *= 4;
        }
        while (high - low > 1e-13 * high && high > 1e-12) {
            double middle = (low + high) / 2;
            if (probability(middle, threshold) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Albersheim's rule for the SNR of one pulse on a steady target, a ratio of powers:
    ///
    ///     A = ln(0.62/Pfa),   B = ln(Pd/(1-Pd))
    ///     SNR dB = -5 log10 N + (6.2 + 4.54/sqrt(N+0.44)) log10(A + 0.12 A B + 1.7 B)
    ///
    /// A rule for quick estimates [Albersheim 1981], made for a linear detector. Against the exact
    /// series it is within 0.3 dB for Pd 0.3..0.9, Pfa 1e-7..1e-3 and 1 to 100 pulses; at Pd 0.1 it
    /// is 0.4 to 4 dB too low. The swerlingCase is not looked at.
    ///
    /// @param probability Pd, between 0 and 1
    public double requiredSnrByAlbersheim(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "The probability (%s) must lie between 0 and 1.".formatted(probability));
        }
        double a = StrictMath.log(0.62 / falseAlarmProbability);
        double b = StrictMath.log(probability / (1 - probability));
        double db =
                -5 * StrictMath.log10(pulses)
                        + (6.2 + 4.54 / StrictMath.sqrt(pulses + 0.44))
                                * StrictMath.log10(a + 0.12 * a * b + 1.7 * b);
        return StrictMath.pow(10, db / 10);
    }

    private boolean hasClosedForm() {
        return pulses == 1 && (swerlingCase == 1 || swerlingCase == 2);
    }

    private double closedForm(double snr) {
        if (!(snr >= 0)) {
            throw new IllegalArgumentException("The snr (%s) must be 0 or more.".formatted(snr));
        }
        return StrictMath.pow(falseAlarmProbability, 1 / (1 + snr));
    }

    /// Shape κ of the target's energy; infinite for a steady one.
    private double shape() {
        return switch (swerlingCase) {
            case 1 -> 1;
            case 2 -> pulses;
            case 3 -> 2;
            case 4 -> 2.0 * pulses;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /// P(J = 0) for a total mean energy.
    private double none(double energy) {
        double shape = shape();
        return swerlingCase == 0
                ? StrictMath.exp(-energy)
                : StrictMath.exp(-shape * StrictMath.log1p(energy / shape));
    }

    /// P(J = j+1) / P(J = j).
    private double ratio(int j, double energy) {
        double shape = shape();
        return swerlingCase == 0
                ? energy / (j + 1)
                : (shape + j) / (j + 1) * (energy / (shape + energy));
    }

    /// 1 - Pd, precise in absolute terms.
    private double missed(double snr, double threshold) {
        double energy = pulses * snr;
        double noise = StrictMath.exp(-threshold); // P(X = x), from x = 0 up to N
        for (int x = 1; x <= pulses; x++) {
            noise *= threshold / x;
        }
        double energyLaw = none(energy); // P(J = x - N)
        double upTo = energyLaw; // P(J <= x - N)
        double sum = 0;
        for (int x = pulses; x <= threshold || noise > 1e-18; x++) {
            sum += noise * upTo;
            noise *= threshold / (x + 1);
            energyLaw *= ratio(x - pulses, energy);
            upTo += energyLaw;
        }
        return sum;
    }

    /// Pd = Σ_j P(J = j) P(Y > T | N + j), precise in relative terms where it is small.
    private double faint(double snr, double threshold) {
        double energy = pulses * snr;
        double term = StrictMath.exp(-threshold);
        double exceeds = term; // P(Y > T | N + j)
        for (int k = 1; k < pulses; k++) {
            term *= threshold / k;
            exceeds += term;
        }
        double energyLaw = none(energy);
        double sum = 0;
        for (int j = 0; ; j++) {
            sum += energyLaw * exceeds;
            double ratio = ratio(j, energy);
            if (ratio < 1 && energyLaw * ratio < 1e-15 * sum * (1 - ratio)) {
                return sum;
            }
            term *= threshold / (pulses + j);
            exceeds += term;
            energyLaw *= ratio;
        }
    }
}
