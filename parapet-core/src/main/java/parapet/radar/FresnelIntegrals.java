package parapet.radar;

/// Fresnel integrals in the form that diffraction needs.
///
///     C(v) = ∫_0^v cos(π t²/2) dt,   S(v) = ∫_0^v sin(π t²/2) dt
///
/// by power series up to |v| = 1.6 and beyond by the continued fraction of the complementary error
/// function in the complex plane [Press et al. 2007, section 6.8]; absolute error below 1e-14.
///
/// @param c C(v)
/// @param s S(v)
record FresnelIntegrals(double c, double s) {
    private static final double SERIES_UP_TO = 1.6;

    static FresnelIntegrals at(double v) {
        double x = StrictMath.abs(v);
        FresnelIntegrals r;
        if (x <= SERIES_UP_TO) {
            r = series(x);
        } else {
            double[] fg = auxiliary(x);
            double t = StrictMath.PI / 2 * x * x;
            double sin = StrictMath.sin(t);
            double cos = StrictMath.cos(t);
            r =
                    new FresnelIntegrals(
                            0.5 + fg[0] * sin - fg[1] * cos, 0.5 - fg[0] * cos - fg[1] * sin);
        }
        return v < 0 ? new FresnelIntegrals(-r.c, -r.s) : r;
    }

    /// (1 - C - S)² + (C - S)², which falls to 0 for large v without a difference of equals.
    static double shadow(double v) {
        if (v > SERIES_UP_TO) {
            double[] fg = auxiliary(v);
            return 2 * (fg[0] * fg[0] + fg[1] * fg[1]);
        }
        var r = at(v);
        double sum = 1 - r.c - r.s;
        double difference = r.c - r.s;
        return sum * sum + difference * difference;
    }

    private static FresnelIntegrals series(double x) {
        double t = StrictMath.PI / 2 * x * x;
        double term = x; // x t^k / k!
        double c = 0;
        double s = 0;
        for (int k = 0; term > 1e-18 || k < 2; k++) {
            double signed = (k & 2) == 0 ? term / (2 * k + 1) : -term / (2 * k + 1);
            if ((k & 1) == 0) {
                c += signed;
            } else {
                s += signed;
            }
            term *= t / (k + 1);
        }
        return new FresnelIntegrals(c, s);
    }

    /// The slowly varying f and g: C = ½ + f sin - g cos, S = ½ - f cos - g sin, angle π x²/2.
    ///
    /// From C + iS = (1 + i)/2 erf(z) with z = ½ sqrt(π) (1 - i) x and the fraction of erfc:
    ///
    ///     g + i f = x / (q + 1 - 1·2/(q + 5 - 3·4/(q + 9 - ...))),   q = 2 z² = -i π x²
    ///
    /// evaluated from the far end; 100 terms are enough from 1.6 on.
    private static double[] auxiliary(double x) {
        double im = -StrictMath.PI * x * x; // 2 z² = -i π x²
        int terms = 100;
        double re = 4 * terms + 1.0;
        double dRe = re;
        double dIm = im;
        for (int k = terms; k >= 1; k--) {
            double a = (2 * k - 1.0) * (2 * k);
            double norm = dRe * dRe + dIm * dIm;
            re -= 4;
            dRe = re - a * dRe / norm;
            dIm = im + a * dIm / norm;
        }
        double norm = dRe * dRe + dIm * dIm;
        return new double[] {-x * dIm / norm, x * dRe / norm};
    }
}
