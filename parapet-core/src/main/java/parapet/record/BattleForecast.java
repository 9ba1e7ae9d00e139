package parapet.record;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parapet.stats.BetaBinomial;

/// Forecasts by fighting: nights of the month's scale against a notional [Defence], whose few
/// unknowns are updated on earlier months.
///
///     P(y) = Σ over θ, ρn  w(θ, ρn) · beta-binomial(n, mean p(θ, n/k), correlation ρ + (1 - ρ) / (T + 2))
///     ρ    = ρn (n/k - 1) / (n - 1)
///     w(θ, ρn) ∝ Π over earlier months  P(y | θ, ρn)^(0.7^age),  of which 2 % stay even
///
/// with p the share stopped of T targets in the battles fought with the unknowns θ, and ρn, the
/// correlation of two targets of a night, 0.02, 0.1, 0.3 or 0.6. The nights k of a month are not
/// known when it is forecast: they are taken from earlier months of the class, as the mean of their
/// logarithm plus half of how much more is launched now.
///
/// How fast months fade, and these four, were set on 2022 and 2023. A class that the defence does
/// not know has even chances. For one thread and one record.
public final class BattleForecast implements Forecaster {
    /// Its name.
    public static final String NAME = "battle";

    private static final List<Setting> SCATTERS =
            List.of(
                    new Setting(0, 0, 0.02),
                    new Setting(0, 0, 0.1),
                    new Setting(0, 0, 0.3),
                    new Setting(0, 0, 0.6));

    private static final double KEPT = 0.7;
    private static final double EVEN = 0.02;

    /// Part of a month's weight that is left after one more month, for the number of nights.
    private static final double NIGHTS_KEPT = 0.7;

    private static final int MOST_NIGHTS = 31;

    /// A lesser shift of what is known of an unknown is not told.
    private static final double LEAST_SHIFT = 0.15;

    /// Kolmogorov's bound for a chance of 5 %, over the root of the number of values.
    private static final double KOLMOGOROV = 1.36;

    private final Defence defence;
    private final double kept;
    private final List<Setting> scatters;
    private final Map<String, Posterior> learnt = new TreeMap<>();
    private final Map<String, List<ClassMonth>> past = new HashMap<>();
    private final Pooled pooled = new Pooled();

    /// Knows nothing yet.
    public BattleForecast(Defence defence) {
        this(defence, KEPT, SCATTERS);
    }

    BattleForecast(Defence defence, double kept, List<Setting> scatters) {
        this.defence = defence;
        this.kept = kept;
        this.scatters = scatters;
    }

    /// What the months so far say of one unknown.
    ///
    /// @param targetClass class of target
    /// @param unknown what is not known
    /// @param mean of its value, weighed
    /// @param low its 5 % quantile
    /// @param high its 95 % quantile
    /// @param shift greatest distance of its distribution from that before any month, 0..1
    /// @param informed whether that is more than chance makes of so few values
    public record Informed(
            String targetClass,
            Unknown unknown,
            double mean,
            double low,
            double high,
            double shift,
            boolean informed) {}

    /// Whether the defence can be met by a class.
    public boolean knows(String targetClass) {
        return defence.knows(targetClass);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Forecast forecast(String targetClass, YearMonth month, int launched) {
        Forecast made = made(targetClass, month, launched);
        pooled.asked(targetClass, month, made);
        return made;
    }

    private Forecast made(String targetClass, YearMonth month, int launched) {
        if (!defence.knows(targetClass)) {
            return Forecast.of(new BetaBinomial(launched, 1, 1).probabilities());
        }
        double nights = nights(targetClass, month, launched);
        double[] shares = shares(targetClass, launched, nights);
        List<Double> correlations = correlations(launched, nights);
        double[][] weights = weights(targetClass);
        var mixed = new double[launched + 1];
        for (int s = 0; s < weights.length; s++) {
            for (int p = 0; p < shares.length; p++) {
                double[] under =
                        BetaBinomial.of(launched, shares[p], correlations.get(s)).probabilities();
                for (int k = 0; k <= launched; k++) {
                    mixed[k] += weights[s][p] * under[k];
                }
            }
        }
        return Forecast.of(mixed);
    }

    @Override
    public void learn(List<ClassMonth> month) {
        for (ClassMonth row : month) {
            String targetClass = row.targetClass();
            pooled.came(row);
            if (defence.knows(targetClass)) {
                double nights =
                        row.nights() > 0
                                ? row.nights()
                                : nights(targetClass, row.month(), row.launched());
                learnt.computeIfAbsent(targetClass, _ -> posterior())
                        .learn(
                                row,
                                shares(targetClass, row.launched(), nights),
                                correlations(row.launched(), nights));
            }
            past.computeIfAbsent(targetClass, _ -> new ArrayList<>()).add(row);
        }
    }

    private Posterior posterior() {
        return new Posterior(kept, scatters.size());
    }

    /// What was forecast and came of each class over all months that were forecast.
    public List<Pooled.Whole> wholes() {
        return pooled.wholes();
    }

    /// What the months so far say of each unknown, by class.
    public List<Informed> informed() {
        var all = new ArrayList<Informed>();
        learnt.forEach((targetClass, posterior) -> {
            var weights = new double[Defence.PARTICLES];
            for (double[] row : posterior.weights(0)) {
                for (int p = 0; p < row.length; p++) {
                    weights[p] += row[p];
                }
            }
            for (Unknown unknown : Unknown.values()) {
                all.add(informed(targetClass, unknown, weights));
            }
        });
        return all;
    }

    private static Informed informed(String targetClass, Unknown unknown, double[] weights) {
        var at = new TreeMap<Double, Double>();
        double squares = 0;
        for (int p = 0; p < weights.length; p++) {
            at.put(unknown.quantile(p), weights[p]);
            squares += weights[p] * weights[p];
        }
        double mean = 0;
        double below = 0;
        double shift = 0;
        double low = Double.NaN;
        double high = Double.NaN;
        int number = 0;
        for (var one : at.entrySet()) {
            double value = unknown.value(one.getKey());
            below += one.getValue();
            number++;
            mean += one.getValue() * value;
            shift = Math.max(shift, Math.abs(below - (double) number / weights.length));
            low = Double.isNaN(low) && below >= 0.05 ? value : low;
            high = Double.isNaN(high) && below >= 0.95 - 1e-12 ? value : high;
        }
        // Weights that are worth n values scatter about even ones by so much.
        boolean informed = shift > KOLMOGOROV * StrictMath.sqrt(squares - 1.0 / weights.length);
        return new Informed(
                targetClass, unknown, mean, low, high, shift, informed && shift > LEAST_SHIFT);
    }

    /// Nights that are to be expected in a month.
    private double nights(String targetClass, YearMonth month, int launched) {
        double sum = 0;
        double nights = 0;
        double of = 0;
        for (ClassMonth m : past.getOrDefault(targetClass, List.of())) {
            if (m.nights() > 0) {
                double age = (double) ChronoUnit.MONTHS.between(m.month(), month);
                double weight = StrictMath.pow(NIGHTS_KEPT, age);
                sum += weight;
                nights += weight * StrictMath.log(m.nights());
                of += weight * StrictMath.log(m.launched());
            }
        }
        if (sum == 0) {
            return 1;
        }
        double logs = nights / sum + 0.5 * (StrictMath.log(launched) - of / sum);
        return Math.clamp(StrictMath.exp(logs), 1, Math.min(MOST_NIGHTS, launched));
    }

    private double[] shares(String targetClass, int launched, double nights) {
        return shares(targetClass, size(launched, nights));
    }

    /// Share stopped of a night of some size, by value of what is not known of the defence.
    double[] shares(String targetClass, int size) {
        return defence.shares(targetClass, size);
    }

    /// What is held of a class, by way of scattering and value of what is not known of the defence.
    double[][] weights(String targetClass) {
        return learnt.getOrDefault(targetClass, posterior()).weights(EVEN);
    }

    /// Whether a month of the class was learnt.
    boolean hasSeen(String targetClass) {
        return past.containsKey(targetClass);
    }

    /// Correlation of two targets of one night, with what the few targets fought leave open.
    ///
    /// @param scatter way of scattering, as in [#weights]
    double nightCorrelation(int scatter, int size) {
        return correlations(size, 1).get(scatter);
    }

    private static int size(int launched, double nights) {
        return Math.clamp(StrictMath.round(launched / nights), 1, launched);
    }

    private List<Double> correlations(int launched, double nights) {
        int fought = Defence.fought(size(launched, nights));
        return scatters.stream()
                .map(s -> s.correlation(launched, nights))
                .map(scattered -> scattered + (1 - scattered) / (fought + 2))
                .toList();
    }
}
