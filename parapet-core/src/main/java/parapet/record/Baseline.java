package parapet.record;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parapet.stats.BetaBinomial;
import parapet.stats.Binomial;

/// Forecasts that any model must beat, from the past of the class alone.
public abstract class Baseline implements Forecaster {
    /// How much of a month's weight is left after one more month, in [Forgetting].
    static final double KEPT = 0.85;

    private final String name;
    private final Map<String, List<ClassMonth>> past = new HashMap<>();

    private Baseline(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Forecast forecast(String targetClass, YearMonth month, int launched) {
        List<ClassMonth> known = past.getOrDefault(targetClass, List.of());
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    "The class (%s) has no month before (%s).".formatted(targetClass, month));
        }
        return Forecast.of(weights(known, month, launched));
    }

    @Override
    public final void learn(List<ClassMonth> month) {
        for (ClassMonth row : month) {
            past.computeIfAbsent(row.targetClass(), c -> new ArrayList<>()).add(row);
        }
    }

    /// Weights of 0..launched.
    ///
    /// @param known earlier months of the class, in order
    abstract double[] weights(List<ClassMonth> known, YearMonth month, int launched);

    /// Binomial with the share of the class's last month with launches, (stopped + 1/2) / (launched
    /// + 1).
    public static final class Last extends Baseline {
        /// Knows nothing yet.
        public Last() {
            super("last");
        }

        @Override
        double[] weights(List<ClassMonth> known, YearMonth month, int launched) {
            return binomial(launched, known.subList(known.size() - 1, known.size()));
        }
    }

    /// Binomial with the share of all earlier months of the class together.
    public static final class Pooled extends Baseline {
        /// Knows nothing yet.
        public Pooled() {
            super("pooled");
        }

        @Override
        double[] weights(List<ClassMonth> known, YearMonth month, int launched) {
            return binomial(launched, known);
        }
    }

    private static double[] binomial(int launched, List<ClassMonth> months) {
        double stopped = 0;
        double of = 0;
        for (ClassMonth m : months) {
            stopped += m.stopped();
            of += m.launched();
        }
        return new Binomial(launched, (stopped + 0.5) / (of + 1)).law().toArray(launched + 1);
    }

    /// Beta-binomial with months that fade: α = 1/2 + Σ 0.85^age x stopped, β likewise with those
    /// that came through; the age of a month in calendar months, that of the last month 1.
    public static final class Forgetting extends Baseline {
        /// Knows nothing yet.
        public Forgetting() {
            super("forgetting");
        }

        @Override
        double[] weights(List<ClassMonth> known, YearMonth month, int launched) {
            double alpha = 0.5;
            double beta = 0.5;
            for (ClassMonth m : known) {
                double age = (double) ChronoUnit.MONTHS.between(m.month(), month);
                double weight = StrictMath.pow(KEPT, age);
                alpha += weight * m.stopped();
                beta += weight * (m.launched() - m.stopped());
            }
            return new BetaBinomial(launched, alpha, beta).probabilities();
        }
    }
}
