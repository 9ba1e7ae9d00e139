package parapet.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One uncertain input over the draws, sorted once and then asked what it explains of one answer
/// after another.
///
///     R = 1 - residual / total of  y = m_(class of x) + c x,   S = (R - b) / (1 - b),   b = r/(n-1)
///
/// a mean in each class and one slope within the classes, r regressors beside the mean, n draws; b
/// removes the share that r regressors explain by chance (adjusted R²). The classes of a number are
/// its fifths; those of a choice are its alternatives, without a slope.
final class Predictor {
    private static final int FIFTHS = 5;

    private final String key;
    private final int[] classes;
    private final int[] sizes;
    private final double[] within;
    private final double width;
    private final double @Nullable [] ranks;

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
            double @Nullable [] ranks) {
        this.key = key;
        this.classes = classes;
        this.within = within;
        this.width = width;
        this.ranks = ranks;
        sizes = new int[count];
        for (int c : classes) {
            sizes[c]++;
        }
    }

    /// A number.
    ///
    /// @param x its values by draw, not all equal
    static Predictor number(String key, double[] x) {
        int n = x.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> x[i]).thenComparing(i -> i));
        var classes = new int[n];
        var within = new double[n];
        double width = 0;
        for (int k = 0; k < FIFTHS; k++) {
            int from = k * n / FIFTHS;
            int to = (k + 1) * n / FIFTHS;
            double mean = 0;
            for (int i = from; i < to; i++) {
                mean += x[order[i]] / (to - from);
            }
            for (int i = from; i < to; i++) {
                classes[order[i]] = k;
                within[order[i]] = x[order[i]] - mean;
                width += within[order[i]] * within[order[i]];
            }
        }
        boolean slope = width > 1e-12 * (n - 1.0) * variance(x);
        return new Predictor(key, classes, FIFTHS, within, slope ? width : 0, ranks(x));
    }

    /// A choice among alternatives, more than one of them taken.
    ///
    /// @param taken the alternative of each draw
    static Predictor choice(String key, List<String> taken) {
        List<String> known = taken.stream().distinct().sorted().toList();
        int[] classes = taken.stream().mapToInt(known::indexOf).toArray();
        return new Predictor(key, classes, known.size(), new double[classes.length], 0, null);
    }

    String key() {
        return key;
    }

    /// Regressors beside the mean.
    int regressors() {
        return sizes.length - 1 + (width > 0 ? 1 : 0);
    }

    /// What the input explains of an answer.
    Effect on(Answer answer) {
        var means = new double[sizes.length];
        double along = 0;
        for (int i = 0; i < classes.length; i++) {
            means[classes[i]] += answer.centred[i] / sizes[classes[i]];
            along += within[i] * answer.centred[i];
        }
        double explained = width > 0 ? along * along / width : 0;
        for (int k = 0; k < means.length; k++) {
            explained += sizes[k] * means[k] * means[k];
        }
        double chance = regressors() / (classes.length - 1.0);
        double share = (explained / answer.squares - chance) / (1 - chance);
        return ranks == null
                ? new Effect(share, null, null, null)
                : new Effect(
                        share,
                        correlation(ranks, answer.ranks),
                        answer.mean + means[0],
                        answer.mean + means[means.length - 1]);
    }

    /// The values of an answer by draw, not all equal.
    static final class Answer {
        private final double mean;
        private final double[] centred;
        private final double squares;
        private final double[] ranks;

        Answer(double[] y) {
            mean = Arrays.stream(y).sum() / y.length;
            centred = Arrays.stream(y).map(v -> v - mean).toArray();
            squares = Arrays.stream(centred).map(v -> v * v).sum();
            ranks = ranks(y);
        }
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

    private static double correlation(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }

    /// Ranks less their mean, ties at the mean of theirs.
    private static double[] ranks(double[] x) {
        Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        var ranks = new double[x.length];
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j + 1 < order.length && x[order[j + 1]] == x[order[i]]) {
                j++;
            }
            for (int k = i; k <= j; k++) {
                ranks[order[k]] = (i + j) / 2.0 - (x.length - 1) / 2.0;
            }
            i = j + 1;
        }
        return ranks;
    }
}
