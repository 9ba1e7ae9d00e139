package parapet.record;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import parapet.stats.BetaBinomial;

/// The share stopped of each class drifts from month to month; months and nights scatter more than
/// chance; how much of each is weighed by how well it forecast before.
///
///     logit share:   x(t) = x(t-1) + N(0, drift² months)     one chain for each class
///     stopped:       beta-binomial, mean 1/(1+exp(-x)), correlation of month and night
///     settings:      drift x month x night, each with weight ∝ exp(own score + c x other scores)
///     common:        c of 0, 0.1, 0.3, 1, each with weight ∝ exp(score of all classes under it)
///     score:         sum of log predictive probabilities of earlier months
///
/// A class that is new starts from those of its kind (weight 0.7, their logit widened by a standard
/// deviation of 1) and from any share alike (0.3). Where the way of counting changes, the logit
/// takes a further step of standard deviation 1. The distribution of x is held on a grid
/// ([ShareGrid]) and filtered exactly there: no chance is drawn.
///
/// Nights of the month that is forecast are not known: they are those of nights as large as before.
/// Without any known nights a month is taken as one night. [`docs/models/score.md`]
public final class Statistical implements Forecaster {
    /// How much the classes may have in common: weights of another class's score, beside 1 for its
    /// own.
    private static final double[] COMMON = {0, 0.1, 0.3, 1};

    private static final double KIN_WEIGHT = 0.7;
    private static final double KIN_VARIANCE = 1;
    private static final double BREAK_VARIANCE = 1;

    /// Weight of any share alike in every month: a setting that held for certain what did not come
    /// begins anew, at a loss of score.
    private static final double SURPRISE = 1e-9;

    private static final double[] EVEN = ShareGrid.even();

    /// Points and settings that weigh less are left out of a forecast.
    private static final double NEGLIGIBLE = 1e-9;

    private final Kinds kinds;
    private final ShareGrid grid = new ShareGrid();
    private final SortedMap<String, ClassState> states = new TreeMap<>();
    private final double[] commonScores = new double[COMMON.length];

    /// Knows nothing but what is known beforehand.
    public Statistical(Kinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "statistical";
    }

    @Override
    public Forecast forecast(String targetClass, YearMonth month, int launched) {
        double[][] shares = shares(targetClass, month);
        double[] weights = weights(targetClass);
        double nights =
                ClassState.expectedNights(states.get(targetClass), launched, month.lengthOfMonth());
        var sum = new double[launched + 1];
        for (int s = 0; s < weights.length; s += Setting.DRIFT_COUNT) {
            double correlation = Setting.ALL.get(s).correlation(launched, nights);
            for (int point = 0; point < ShareGrid.POINTS; point++) {
                double weight = 0;
                for (int drift = 0; drift < Setting.DRIFT_COUNT; drift++) {
                    weight += weights[s + drift] * shares[s + drift][point];
                }
                if (weight > NEGLIGIBLE) {
                    add(sum, weight, law(launched, point, correlation).probabilities());
                }
            }
        }
        return Forecast.of(sum);
    }

    private static void add(double[] sum, double weight, double[] probabilities) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += weight * probabilities[k];
        }
    }

    /// The law of the number stopped, the share being anywhere in the cell of a point.
    private static BetaBinomial law(int launched, int point, double correlation) {
        return BetaBinomial.of(
                launched,
                ShareGrid.share(point),
                correlation + (1 - correlation) * ShareGrid.cellCorrelation(point));
    }

    @Override
    public void learn(List<ClassMonth> month) {
        var after = new ArrayList<ClassState>();
        for (ClassMonth row : month) {
            after.add(updated(row));
        }
        var gains = new double[COMMON.length];
        for (int i = 0; i < month.size(); i++) {
            ClassState before = states.get(month.get(i).targetClass());
            if (before != null) {
                addGains(gains, month.get(i).targetClass(), before, after.get(i));
            }
        }
        for (int c = 0; c < COMMON.length; c++) {
            commonScores[c] += gains[c];
        }
        for (int i = 0; i < month.size(); i++) {
            states.put(month.get(i).targetClass(), after.get(i));
        }
    }

    /// Adds the log predictive probability of a month under each weight of the other classes.
    private void addGains(double[] gains, String targetClass, ClassState before, ClassState after) {
        for (int c = 0; c < COMMON.length; c++) {
            double[] weights = weights(targetClass, COMMON[c]);
            double most = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < weights.length; s++) {
                most = StrictMath.max(most, after.scores()[s] - before.scores()[s]);
            }
            double sum = 0;
            for (int s = 0; s < weights.length; s++) {
                double gain = after.scores()[s] - before.scores()[s];
                sum += weights[s] * StrictMath.exp(gain - most);
            }
            gains[c] += StrictMath.log(StrictMath.max(sum, Double.MIN_NORMAL)) + most;
        }
    }

    /// What is believed of a class after a month; rests on what was believed before it alone.
    private ClassState updated(ClassMonth row) {
        ClassState before = states.get(row.targetClass());
        double[][] shares = shares(row.targetClass(), row.month());
        double[] scores = before == null ? new double[shares.length] : before.scores().clone();
        double nights =
                row.nights() > 0
                        ? row.nights()
                        : ClassState.expectedNights(
                                before, row.launched(), row.month().lengthOfMonth());
        for (int s = 0; s < shares.length; s += Setting.DRIFT_COUNT) {
            double correlation = Setting.ALL.get(s).correlation(row.launched(), nights);
            var likelihood = new double[ShareGrid.POINTS];
            double most = Double.NEGATIVE_INFINITY;
            for (int point = 0; point < ShareGrid.POINTS; point++) {
                likelihood[point] =
                        law(row.launched(), point, correlation).logLikelihood(row.stopped());
                most = StrictMath.max(most, likelihood[point]);
            }
            for (int point = 0; point < ShareGrid.POINTS; point++) {
                likelihood[point] = StrictMath.exp(likelihood[point] - most);
            }
            for (int same = s; same < s + Setting.DRIFT_COUNT; same++) {
                for (int point = 0; point < ShareGrid.POINTS; point++) {
                    shares[same][point] *= likelihood[point];
                }
                double predicted = ShareGrid.normalise(shares[same]);
                if (before != null) {
                    scores[same] += StrictMath.log(predicted) + most;
                }
            }
        }
        boolean told = row.nights() > 0;
        return new ClassState(
                row.month(),
                shares,
                scores,
                (before == null ? 0 : before.launched()) + (told ? row.launched() : 0),
                (before == null ? 0 : before.nights()) + (told ? row.nights() : 0));
    }

    /// Distribution of the share of a class in a month under each setting, from the months before.
    private double[][] shares(String targetClass, YearMonth month) {
        ClassState own = states.get(targetClass);
        var shares = new double[Setting.ALL.size()][];
        List<String> kin = own == null ? kin(targetClass) : List.of();
        for (int s = 0; s < shares.length; s++) {
            shares[s] = own == null ? start(kin, month, s) : moved(targetClass, month, s, 0);
        }
        return shares;
    }

    private List<String> kin(String targetClass) {
        return states.keySet().stream()
                .filter(other -> kinds.of(other).equals(kinds.of(targetClass)))
                .toList();
    }

    /// Where a new class starts.
    private double[] start(List<String> kin, YearMonth month, int setting) {
        double[] start = ShareGrid.even();
        if (kin.isEmpty()) {
            return start;
        }
        for (int point = 0; point < ShareGrid.POINTS; point++) {
            start[point] *= 1 - KIN_WEIGHT;
        }
        for (String other : kin) {
            double[] theirs = moved(other, month, setting, KIN_VARIANCE);
            for (int point = 0; point < ShareGrid.POINTS; point++) {
                start[point] += KIN_WEIGHT / kin.size() * theirs[point];
            }
        }
        return start;
    }

    /// The distribution of a class's share, moved on to a month.
    private double[] moved(String targetClass, YearMonth month, int setting, double more) {
        ClassState state = states.get(targetClass);
        if (state == null) {
            throw new IllegalArgumentException("The class (%s) is new.".formatted(targetClass));
        }
        double drift = Setting.ALL.get(setting).drift();
        double variance = drift * drift * ChronoUnit.MONTHS.between(state.month(), month) + more;
        if (kinds.changed(targetClass, state.month(), month)) {
            variance += BREAK_VARIANCE;
        }
        double[] moved = grid.spread(state.shares()[setting], variance);
        for (int point = 0; point < ShareGrid.POINTS; point++) {
            moved[point] += SURPRISE * EVEN[point];
        }
        ShareGrid.normalise(moved);
        return moved;
    }

    /// Weight of each setting for a class: the mean over how much the classes may have in common.
    private double[] weights(String targetClass) {
        double[] levels = exponentials(commonScores);
        var weights = new double[Setting.ALL.size()];
        for (int c = 0; c < levels.length; c++) {
            double[] under = weights(targetClass, COMMON[c]);
            for (int s = 0; s < weights.length; s++) {
                weights[s] += levels[c] * under[s];
            }
        }
        return weights;
    }

    /// Weight of each setting for a class.
    ///
    /// @param common weight of another class's score, beside 1 for its own
    private double[] weights(String targetClass, double common) {
        var scores = new double[Setting.ALL.size()];
        states.forEach((name, state) -> {
            double share = name.equals(targetClass) ? 1 : common;
            for (int s = 0; s < scores.length; s++) {
                scores[s] += share * state.scores()[s];
            }
        });
        return exponentials(scores);
    }

    /// Weights in proportion to the exponentials of scores.
    private static double[] exponentials(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = StrictMath.max(most, score);
        }
        var weights = new double[scores.length];
        double sum = 0;
        for (int s = 0; s < scores.length; s++) {
            weights[s] = StrictMath.exp(scores[s] - most);
            sum += weights[s];
        }
        for (int s = 0; s < scores.length; s++) {
            weights[s] /= sum;
        }
        return weights;
    }
}
