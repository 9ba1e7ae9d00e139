package parapet.stats;

import java.util.Arrays;

/// Where an answer turns: the last date at which something still pays, and the share of credible
/// inputs under which a statement holds. Pure functions over draws.
public final class Crossover {
    private Crossover() {}

    /// The x up to which a net benefit stays 0 or more, straight between the points.
    ///
    /// @param x rising, such as opening dates
    /// @param net benefit less cost at each x
    /// @return negative infinity if it does not pay at the first x, infinity if it still pays at
    ///   the last
    public static double breakEven(double[] x, double[] net) {
        if (x.length != net.length || x.length == 0) {
            throw new IllegalArgumentException(
                    "The curve needs equal numbers, at least one, of x (%d) and net (%d)."
                            .formatted(x.length, net.length));
        }
        if (net[0] < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException(
                        "The x (%s) must be more than (%s).".formatted(x[i], x[i - 1]));
            }
            if (net[i] < 0) {
                return x[i - 1] + (x[i] - x[i - 1]) * net[i - 1] / (net[i - 1] - net[i]);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /// The latest x at which at least `share` of the draws still pay.
    ///
    /// @param breakEvens one a draw, from [#breakEven]
    /// @param share more than 0, up to 1
    public static double latest(double[] breakEvens, double share) {
        if (!(share > 0 && share <= 1) || breakEvens.length == 0) {
            throw new IllegalArgumentException(
                    "The share (%s) must be more than 0 and up to 1, of at least one draw (%d)."
                            .formatted(share, breakEvens.length));
        }
        double[] sorted = breakEvens.clone();
        Arrays.sort(sorted);
        int needed = (int) StrictMath.ceil(share * sorted.length - 1e-9);
        return sorted[sorted.length - needed];
    }

    /// A share of draws with its interval.
    ///
    /// @param value share of draws
    /// @param low lower end of the interval
    /// @param high upper end
    public record Share(double value, double low, double high) {}

    /// In which share of the draws the net benefit is 0 or more, with Wilson's 95 % interval.
    ///
    ///     (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)                      [Wilson 1927]
    ///
    /// @param net one a draw, at least one
    public static Share holds(double... net) {
        if (net.length == 0) {
            throw new IllegalArgumentException("A share needs at least one draw.");
        }
        double n = net.length;
        double p = Arrays.stream(net).filter(x -> x >= 0).count() / n;
        double z2 = 1.959963984540054 * 1.959963984540054;
        double middle = p + z2 / (2 * n);
        double half = StrictMath.sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n * n)));
        return new Share(
                p,
                StrictMath.max(0, (middle - half) / (1 + z2 / n)),
                StrictMath.min(1, (middle + half) / (1 + z2 / n)));
    }
}
