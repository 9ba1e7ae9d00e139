package parapet.stats;

/// The logarithm of the gamma function, through `StrictMath`, so that machines agree bit for bit.
///
/// The gamma function of Commons Numbers was left out because it takes `Math.log`, which may differ
/// between machines.
public final class LogGamma {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double FROM = 10;

    /// So few factors are multiplied.
    private static final int SHORT = 16;

    private static final double[] SERIES = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360
    };

    private LogGamma() {}

    /// ln Γ(x) by Stirling's series from 10 on, below through Γ(x) = Γ(x+1)/x.
    ///
    ///     ln Γ(x) = (x-1/2) ln x - x + ln(2π)/2 + 1/(12x) - 1/(360x³) + 1/(1260x⁵) - ...
    ///                                                             [Abramowitz & Stegun 6.1.41]
    ///
    /// Error below 1e-14 of the greater of 1 and the value.
    ///
    /// @param x more than 0
    public static double value(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException("The argument (%s) must be above 0.".formatted(x));
        }
        double product = 1;
        double y = x;
        while (y < FROM) {
            product *= y;
            y++;
        }
        double r = 1 / y;
        double series = 0;
        for (int i = SERIES.length - 1; i >= 0; i--) {
            series = SERIES[i] + r * r * series;
        }
        double value = (y - 0.5) * StrictMath.log(y) - y + HALF_LOG_TWO_PI + r * series;
        return product == 1 ? value : value - StrictMath.log(product);
    }

    /// ln of the rising factorial x (x+1) ... (x+n-1), 0 for n = 0.
    ///
    /// @param x more than 0, far below 1e15
    /// @param n 0 or more
    public static double rising(double x, int n) {
        if (n > SHORT) {
            return value(x + n) - value(x);
        }
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= x + i;
        }
        return StrictMath.log(product);
    }
}
