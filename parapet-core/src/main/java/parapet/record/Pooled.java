package parapet.record;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.stats.Predictive;

/// Forecasts of a class added up over its months, and what came: whether the whole lies where the
/// forecasts had it. Each forecast knows the months before, so what one month leaves unexplained is
/// taken as independent of the next. For one thread.
public final class Pooled {
    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, Open> open = new TreeMap<>();

    /// Nothing yet.
    Pooled() {}

    private record Open(YearMonth month, double[] law) {}

    private record Sum(double[] law, int stopped) {}

    /// A class over all its months.
    ///
    /// @param targetClass class of target
    /// @param launched number launched
    /// @param stopped number stopped
    /// @param mean mean of the forecasts
    /// @param low their 5 % quantile
    /// @param high their 95 % quantile
    /// @param probability predictive probability of what came, see [Predictive]
    /// @param canFail whether the middle nine tenths are less than half of 0..launched
    public record Whole(
            String targetClass,
            int launched,
            int stopped,
            double mean,
            int low,
            int high,
            double probability,
            boolean canFail) {
        /// Whether what came lies in the middle nine tenths.
        public boolean inside() {
            return probability >= Predictive.LEAST;
        }
    }

    /// Notes a forecast.
    void asked(String targetClass, YearMonth month, Forecast forecast) {
        var law = new double[forecast.launched() + 1];
        for (int k = 0; k < law.length; k++) {
            law[k] = forecast.cdf(k) - forecast.cdf(k - 1);
        }
        open.put(targetClass, new Open(month, law));
    }

    /// Adds a month to those of its class, when it was forecast.
    void came(ClassMonth row) {
        Open asked = open.remove(row.targetClass());
        if (asked == null
                || !asked.month().equals(row.month())
                || asked.law().length != row.launched() + 1) {
            return;
        }
        Sum before = sums.get(row.targetClass());
        sums.put(
                row.targetClass(),
                new Sum(
                        added(before == null ? null : before.law(), asked.law()),
                        row.stopped() + (before == null ? 0 : before.stopped())));
    }

    private static double[] added(double @Nullable [] one, double[] other) {
        if (one == null) {
            return other;
        }
        var sum = new double[one.length + other.length - 1];
        for (int i = 0; i < one.length; i++) {
            if (one[i] > 0) {
                for (int j = 0; j < other.length; j++) {
                    sum[i + j] += one[i] * other[j];
                }
            }
        }
        return sum;
    }

    /// Each class that was forecast.
    List<Whole> wholes() {
        var all = new ArrayList<Whole>();
        sums.forEach((targetClass, sum) -> all.add(whole(targetClass, sum)));
        return all;
    }

    private static Whole whole(String targetClass, Sum sum) {
        int launched = sum.law().length - 1;
        double mean = 0;
        double below = 0;
        double less = 0;
        int low = -1;
        int high = -1;
        for (int k = 0; k <= launched; k++) {
            double p = sum.law()[k];
            mean += k * p;
            below += p;
            less += k < sum.stopped() ? p : 0;
            low = low < 0 && below >= 0.05 ? k : low;
            high = high < 0 && below >= 0.95 ? k : high;
        }
        return new Whole(
                targetClass,
                launched,
                sum.stopped(),
                mean,
                low,
                high,
                Predictive.probability(less, sum.law()[sum.stopped()]),
                Predictive.canFail(low, high, launched));
    }
}
