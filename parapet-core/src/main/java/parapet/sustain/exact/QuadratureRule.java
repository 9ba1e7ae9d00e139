package parapet.sustain.exact;

import java.util.Arrays;
import parapet.stats.Require;

/// Gauss quadrature of an uncertain factor of mean 1: a few values with weights that give the mean
/// of every polynomial up to degree 2n-1 exactly, n the number of values.
///
/// Made of the recurrence a_k, b_k of the orthogonal polynomials: values are the eigenvalues of the
/// symmetric tridiagonal matrix with diagonal a and off-diagonal √b, weights the squares of the
/// first components of the eigenvectors [Golub and Welsch 1969]
///
/// @param values rising, 0 or more
/// @param weights sum to 1
record QuadratureRule(double[] values, double[] weights) {
    private static final int MOST_SWEEPS = 200;

    /// A factor that is 1 for certain.
    static QuadratureRule certain() {
        return new QuadratureRule(new double[] {1}, new double[] {1});
    }

    /// Gamma law of mean 1; generalised Laguerre polynomials with α = k-1, a_j = 2j + k, b_j = j (j
    /// + k - 1), in units of 1/k, k = 1/cv².
    ///
    /// @param coefficientOfVariation 0 to 10
    /// @param points 1 to 100
    static QuadratureRule gamma(double coefficientOfVariation, int points) {
        Require.between("number of points", points, 1, 100);
        double cv = Require.notNegative("coefficientOfVariation", coefficientOfVariation);
        double scale = cv * cv;
        if (!(cv <= 10)) {
            throw new IllegalArgumentException(
                    "The coefficientOfVariation (%s) must lie in 0..10.".formatted(cv));
        }
        if (scale == 0) {
            return certain();
        }
        var a = new double[points];
        var b = new double[points];
        for (int j = 0; j < points; j++) {
            a[j] = 1 + 2 * j * scale;
            b[j] = j * scale * (1 + (j - 1) * scale); // b[0] is not used
        }
        return ofRecurrence(a, b);
    }

    /// Weighted mean of two independent factors, with at most `points` values.
    ///
    /// @param weight of the first, the rest that of the second, 0..1
    static QuadratureRule mean(
            QuadratureRule first, QuadratureRule second, double weight, int points) {
        int n = first.values.length * second.values.length;
        var x = new double[n];
        var w = new double[n];
        int k = 0;
        for (int i = 0; i < first.values.length; i++) {
            for (int j = 0; j < second.values.length; j++) {
                x[k] = weight * first.values[i] + (1 - weight) * second.values[j];
                w[k++] = first.weights[i] * second.weights[j];
            }
        }
        return ofDiscrete(x, w, points);
    }

    /// Recurrence by the procedure of Stieltjes, on the values themselves.
    private static QuadratureRule ofDiscrete(double[] x, double[] w, int points) {
        int n = x.length;
        var a = new double[points];
        var b = new double[points];
        var before = new double[n];
        var now = new double[n];
        Arrays.fill(now, 1); // orthonormal: Σ w now² = 1
        double root = 0;
        for (int k = 0; k < points; k++) {
            for (int i = 0; i < n; i++) {
                a[k] += w[i] * x[i] * now[i] * now[i];
            }
            if (k + 1 == points) {
                break;
            }
            var next = new double[n];
            double norm = 0;
            for (int i = 0; i < n; i++) {
                next[i] = (x[i] - a[k]) * now[i] - root * before[i];
                norm += w[i] * next[i] * next[i];
            }
            if (!(norm > 1e-24)) { // fewer values than points carry the whole law
                return ofRecurrence(Arrays.copyOf(a, k + 1), Arrays.copyOf(b, k + 1));
            }
            b[k + 1] = norm;
            root = StrictMath.sqrt(norm);
            for (int i = 0; i < n; i++) {
                next[i] /= root;
            }
            before = now;
            now = next;
        }
        return ofRecurrence(a, b);
    }

    /// Implicit QL on the tridiagonal matrix, carrying the first row of the eigenvectors.
    private static QuadratureRule ofRecurrence(double[] a, double[] b) {
        int n = a.length;
        double[] d = a.clone();
        var e = new double[n];
        for (int i = 1; i < n; i++) {
            e[i - 1] = StrictMath.sqrt(b[i]);
        }
        var z = new double[n];
        z[0] = 1;
        for (int l = 0; l < n; l++) {
            for (int sweep = 0; ; sweep++) {
                int m = l;
                while (m < n - 1
                        && StrictMath.abs(e[m])
                                > 1e-16 * (StrictMath.abs(d[m]) + StrictMath.abs(d[m + 1]))) {
                    m++;
                }
                if (m == l) {
                    break;
                }
                if (sweep == MOST_SWEEPS) {
                    throw new IllegalStateException("The quadrature did not converge.");
                }
                rotate(d, e, z, l, m);
            }
        }
        var order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(d[i], d[j]));
        var values = new double[n];
        var weights = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            values[i] = StrictMath.max(0, d[order[i]]);
            weights[i] = z[order[i]] * z[order[i]];
            sum += weights[i];
        }
        for (int i = 0; i < n; i++) {
            weights[i] /= sum;
        }
        return new QuadratureRule(values, weights);
    }

    private static void rotate(double[] d, double[] e, double[] z, int l, int m) {
        double g = (d[l + 1] - d[l]) / (2 * e[l]);
        double r = StrictMath.hypot(g, 1);
        g = d[m] - d[l] + e[l] / (g + StrictMath.copySign(r, g));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i];
            double h = c * e[i];
            r = StrictMath.hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * h;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - h;
            double zi = z[i + 1];
            z[i + 1] = s * z[i] + c * zi;
            z[i] = c * z[i] - s * zi;
        }
        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }
}
