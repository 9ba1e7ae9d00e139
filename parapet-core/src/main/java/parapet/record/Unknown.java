package parapet.record;

/// What is not known of a notional defence, and what is thought of it before any month is seen. For
/// each class of target by itself: a class tells only of the defence that it meets.
public enum Unknown {
    /// Share of the declared batteries that work.
    DENSITY("density", 0.1, 1, false),
    /// Rounds of a battery for one night, as a share of the declared.
    STOCK("stock", 1.0 / 16, 1, true),
    /// By what the declared kill probabilities are multiplied; none exceeds [Defence#MOST_KILL].
    KILL("kill", 0.1, 2, true),
    /// By how much the power of importance grows with each doubling of the size of a night.
    SELECTION("selection", 0, 1, false);

    private static final int[] BASES = {2, 3, 5, 7};

    private final String key;
    private final double least;
    private final double most;
    private final boolean logarithmic;

    Unknown(String key, double least, double most, boolean logarithmic) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.logarithmic = logarithmic;
    }

    /// Its name in tables.
    public String key() {
        return key;
    }

    /// The value at a quantile of what is thought beforehand: even, or even in the logarithm.
    ///
    /// @param u 0..1
    public double value(double u) {
        return logarithmic ? least * StrictMath.pow(most / least, u) : least + (most - least) * u;
    }

    /// The quantile at which a particle lies: Halton's sequence, a base for each unknown. [Halton
    /// 1960]
    ///
    /// @param particle number of the particle, 0 or more
    double quantile(int particle) {
        int base = BASES[ordinal()];
        double u = 0;
        double part = 1.0 / base;
        for (int i = particle + 1; i > 0; i /= base) {
            u += part * (i % base);
            part /= base;
        }
        return u;
    }

    /// The value of a particle.
    double of(int particle) {
        return value(quantile(particle));
    }
}
