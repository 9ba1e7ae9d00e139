package parapet.study;

import java.util.Arrays;
import parapet.stats.Weights;

/// Money for each ready unit-year: a ratio of two means over draws, not a mean of ratios.
///
///     R = mean(m) / mean(y),   R_i = R + (m_i - R y_i) / mean(y)
///
/// The linearised values R_i have the mean R, and their scatter gives its interval (delta method;
/// biased by about 1/n). Draws without a ready unit count in both means.
final class ReadinessCost {
    private ReadinessCost() {}

    /// The linearised values R_i; empty when nothing is ever ready.
    static double[] linear(double[] money, double[] years, Weights weights) {
        double ready = years.length == 0 ? 0 : weights.mean(years);
        if (!(ready > 0)) {
            return new double[0];
        }
        double ratio = weights.mean(money) / ready;
        var values = new double[money.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ratio + (money[i] - ratio * years[i]) / ready;
        }
        return values;
    }

    /// The ratio of each draw; NaN where nothing is ready.
    static double[] byDraw(double[] money, double[] years) {
        var values = new double[money.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = years[i] > 0 ? money[i] / years[i] : Double.NaN;
        }
        return values;
    }

    /// The values that are numbers.
    static double[] numbers(double[] values) {
        return Arrays.stream(values).filter(ReadinessCost::isNumber).toArray();
    }

    /// Whether a value is one.
    static boolean isNumber(double value) {
        return !Double.isNaN(value);
    }
}
