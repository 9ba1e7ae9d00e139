package parapet.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parapet.stats.Weights;

/// One uncertain input over the draws, sorted once and then asked what it explains of one answer
/// after another.
///
///     R = 1 - residual / total of  y = m_(class of x) + c x,   S = (R - b) / (1 - b),   b = r/(n-1)
///
/// a mean in each class and one slope within the classes, least squares by the weights of the draws, r
/// regressors beside the mean, n draws, where they are weighed their effective number; b
/// removes the share that r regressors explain by chance (adjusted R²). The classes of a number are
/// its fifths; those of a choice are its alternatives, without a slope.
final class Predictor {
    private static final int FIFTHS = 5;

    private final String key;
    private final int[] classes;
    private final double[] sizes;
    private final Weights weights;
    private final double[] within;
    private final double width;
    private final double @Nullable [] ranks;
    private final double rankSquares;
    private final int regressors;

    /// What an input explains.
    ///
    /// @param share share of the variance, less what chance explains; below 0 where it is less
    /// @param correlation rank correlation of input and answer; null for a choice
    /// @param low mean answer in the lowest fifth; null for a choice
    /// @param high mean answer in the highest fifth; null for a choice
    record Effect(
            double share,
            @Nullable Double correlation,
            @Nullable Double low,
            @Nullable Double high) {}

    private Predictor(
            String key,
            int[] classes,
            int count,
            double[] within,
            double width,
            double @Nullable [] ranks,
            Weights weights) {
        this.key = key;
        this.weights = weights;
        this.classes = classes;
        this.within = within;
        this.width = width;
        this.ranks = ranks;
        sizes = new double[count];
        for (int i = 0; i < classes.length; i++) {
            sizes[classes[i]] += weights.relative(i);
        }
        int classed = (int) Arrays.stream(sizes).filter(size -> size > 0).count();
        regressors = classed - 1 + (width > 0 ? 1 : 0);
        rankSquares = ranks == null ? 0 : product(ranks, weighed(ranks, weights));
    }

    /// A number.
    ///
    /// @param x its values by draw, not all equal
    /// @param weights of the draws; each fifth holds a fifth of them
    static Predictor number(String key, double[] x, Weights weights) {
        int n = x.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> x[i]).thenComparing(i -> i));
        var classes = new int[n];
        var sizes = new double[FIFTHS];
        var means = new double[FIFTHS];
        double sum = 0;
        for (int i : order) {
            sum += weights.relative(i);
            int k = Math.clamp((int) Math.ceil(FIFTHS * sum / n) - 1, 0, FIFTHS - 1);
            classes[i] = k;
            sizes[k] += weights.relative(i);
        }
        for (int i : order) {
            means[classes[i]] += weights.relative(i) * x[i] / sizes[classes[i]];
        }
        var within = new double[n];
        double width = 0;
        for (int i : order) {
            within[i] = x[i] - means[classes[i]];
            width += weights.relative(i) * within[i] * within[i];
        }
        boolean slope = width > 1e-12 * (n - 1.0) * variance(x);
        return new Predictor(
                key, classes, FIFTHS, within, slope ? width : 0, ranks(x, weights), weights);
    }

    /// A choice among alternatives, more than one of them taken.
    ///
    /// @param taken the alternative of each draw
    static Predictor choice(String key, List<String> taken, Weights weights) {
        List<String> known = taken.stream().distinct().sorted().toList();
        int[] classes = taken.stream().mapToInt(known::indexOf).toArray();
        return new Predictor(
                key, classes, known.size(), new double[classes.length], 0, null, weights);
    }

    String key() {
        return key;
    }

    /// Regressors beside the mean.
    int regressors() {
        return regressors;
    }

    /// What the input explains of an answer.
    Effect on(Answer answer) {
        var means = new double[sizes.length];
        double along = 0;
        for (int i = 0; i < classes.length; i++) {
            if (sizes[classes[i]] > 0) {
                means[classes[i]] += answer.weighed[i] / sizes[classes[i]];
            }
            along += within[i] * answer.weighed[i];
        }
        double explained = width > 0 ? along * along / width : 0;
        for (int k = 0; k < means.length; k++) {
            explained += sizes[k] * means[k] * means[k];
        }
        double chance = regressors() / (weights.effective() - 1.0);
        double share = (explained / answer.squares - chance) / (1 - chance);
        return ranks == null
                ? new Effect(share, null, null, null)
                : new Effect(
                        share,
                        correlation(ranks, answer),
                        answer.mean + means[0],
                        answer.mean + means[means.length - 1]);
    }

    /// The values of an answer by draw, not all equal.
    static final class Answer {
        private final double mean;
        private final double[] weighed;
        private final double squares;
        private final double[] ranks;
        private final double rankSquares;

        Answer(double[] y, Weights weights) {
            int[] draws = IntStream.range(0, y.length).toArray();
            mean =
                    Arrays.stream(draws).mapToDouble(i -> weights.relative(i) * y[i]).sum()
                            / y.length;
            double[] centred = Arrays.stream(y).map(v -> v - mean).toArray();
            weighed = weighed(centred, weights);
            squares = Arrays.stream(draws).mapToDouble(i -> weighed[i] * centred[i]).sum();
            double[] plain = ranks(y, weights);
            ranks = weighed(plain, weights);
            rankSquares = product(plain, ranks);
        }
    }

    private static double[] weighed(double[] values, Weights weights) {
        var weighed = new double[values.length];
        Arrays.setAll(weighed, i -> weights.relative(i) * values[i]);
        return weighed;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// Variance, with n - 1.
    static double variance(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return sum / Math.max(1, values.length - 1);
    }

    private double correlation(double[] ranks, Answer answer) {
        double squares = rankSquares * answer.rankSquares;
        return squares > 0 ? product(ranks, answer.ranks) / Math.sqrt(squares) : 0;
    }

    /// Ranks less their mean, ties at the mean of theirs; a draw counts as its weight.
    private static double[] ranks(double[] x, Weights weights) {
        Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        var ranks = new double[x.length];
        double below = 0;
        for (int i = 0; i < order.length; ) {
            int j = i;
            double tied = weights.relative(order[i]);
            while (j + 1 < order.length && x[order[j + 1]] == x[order[i]]) {
                j++;
                tied += weights.relative(order[j]);
            }
            for (int k = i; k <= j; k++) {
                ranks[order[k]] = below + (tied - 1) / 2 - (x.length - 1) / 2.0;
            }
            below += tied;
            i = j + 1;
        }
        return ranks;
    }
}
