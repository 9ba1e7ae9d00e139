package parapet.sustain.decide;

import java.util.Arrays;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.sustain.exact.SupplyMethod;

/// The workshop of one item at a time: the law of each base's pipeline under a depot stock, unit by
/// unit, and from it the best split of every number of units and the hull of these.
///
/// Scratch arrays, reused from item to item, so that nothing is allocated once they have grown. A
/// base's law is walked upwards from its start: probability p(k), tail P(X > k) and
/// owed E[(X - k)+] by
///
///     p(k+1) = p(k) (a + k b) / (k + 1),   a = m²/v, b = 1 - m/v   (a = m, b = 0: Poisson)
///     tail(k+1) = tail(k) - p(k+1),        owed(k+1) = owed(k) - tail(k)
///
/// Where p(0) would underflow, the walk begins at a k with p still below 1e-150, and below it the
/// tail is 1. Tails and owed are differences, so their error is absolute: below 1e-15 a step.
final class ItemCurve {
    private static final double UNDERFLOW = -590;
    private static final double STEP = 1e100;

    private final Portfolio f;
    private final SupplyMethod method;
    private final double residual;
    private final int m;

    // the walk of each base
    private final double[] p;
    private final double[] tail;
    private final double[] owed;
    private final double[] a;
    private final double[] b;
    private final int[] level;
    private final int[] skip;
    private final double[][] table;
    private final int[] heap;
    private int heaped;

    // the depot: mean and second moment of its backorders, probability of a shortage
    private double[] owedAtDepot = new double[64];
    private double[] secondAtDepot = new double[64];
    private int depotReached;
    private DiscreteLaw depotLaw = DiscreteLaw.certain(0);

    // best backorders for each number of added units, and the depot stock that gives them
    double[] best = new double[64];
    private int[] bestDepot = new int[64];
    int most;

    /// The hull: units added, from 0 on rising; depot stock; backorders.
    int vertices;

    int[] added = new int[64];
    int[] depot = new int[64];
    double[] backorders = new double[64];

    /// Backorders left at the end of the curve.
    double leftAtEnd;

    /// A workshop.
    ///
    /// @param residual share of the first backorders at which a curve ends
    ItemCurve(Portfolio f, SupplyMethod method, double residual) {
        this.f = f;
        this.method = method;
        this.residual = residual;
        this.m = f.bases;
        p = new double[m + 1];
        tail = new double[m + 1];
        owed = new double[m + 1];
        a = new double[m + 1];
        b = new double[m + 1];
        level = new int[m + 1];
        skip = new int[m + 1];
        table = new double[m + 1][];
        heap = new int[m];
    }

    /// Makes the hull of an item.
    void solve(int item) {
        int first = f.heldDepot[item];
        startDepot(item);
        double start = startBases(item, first, f.held);
        double goal = StrictMath.max(1e-9, residual * start);
        most = -1;
        int end = Integer.MAX_VALUE;
        for (int s0 = first; s0 - first <= end; s0++) {
            double total = s0 == first ? start : startBases(item, s0, f.held);
            makeHeap();
            int n = s0 - first;
            record(n, total, s0);
            while (total > goal && n < end && heaped > 0) {
                int top = heap[0];
                if (tail[top] <= 0) {
                    break;
                }
                total -= tail[top];
                advance(top);
                siftDown(0);
                n++;
                record(n, total, s0);
            }
            if (total <= goal || heaped == 0 || tail[heap[0]] <= 0) {
                end = StrictMath.min(end, n);
            }
            if (depotOwed(s0) <= 0.25 * goal) {
                break;
            }
        }
        most = StrictMath.min(most, end);
        leftAtEnd = StrictMath.max(0, best[most]);
        hull();
    }

    /// Allocates `units` more units than held over the bases, for a depot stock.
    ///
    /// @param into stocks of the bases, from index `item * bases` on
    void allocate(int item, int depotStock, int units, int[] into) {
        startDepot(item);
        startBases(item, depotStock, f.held);
        makeHeap();
        int from = item * m;
        System.arraycopy(f.held, from, into, from, m);
        for (int n = 0; n < units; n++) {
            int top = heap[0];
            into[from + top]++;
            advance(top);
            siftDown(0);
        }
    }

    /// Backorders under given stocks; afterwards [#owed(int)] and [#shortAt(int)] hold those of
    /// each base.
    double evaluate(int item, int depotStock, int[] stocks) {
        startDepot(item);
        return startBases(item, depotStock, stocks);
    }

    /// Backorders of a base beyond its free holes.
    double owed(int base) {
        return StrictMath.max(0, owed[base]);
    }

    /// Probability that a base has a backorder beyond its free holes.
    double shortAt(int base) {
        return StrictMath.max(0, tail[base]);
    }

    private void record(int n, double total, int s0) {
        if (n > most) {
            if (n >= best.length) {
                best = Arrays.copyOf(best, 2 * n);
                bestDepot = Arrays.copyOf(bestDepot, 2 * n);
            }
            most = n;
            best[n] = total;
            bestDepot[n] = s0;
        } else if (total < best[n]) {
            best[n] = total;
            bestDepot[n] = s0;
        }
    }

    /// Lower convex hull of the best backorders over the number of units.
    private void hull() {
        if (added.length <= most) {
            added = new int[best.length];
            depot = new int[best.length];
            backorders = new double[best.length];
        }
        vertices = 0;
        for (int n = 0; n <= most; n++) {
            double here = StrictMath.max(0, best[n]);
            while (vertices >= 2) {
                int k = vertices - 1;
                double before = (backorders[k - 1] - backorders[k]) * (n - added[k]);
                double after = (backorders[k] - here) * (added[k] - added[k - 1]);
                if (after < before) {
                    break;
                }
                vertices--;
            }
            if (vertices > 0 && here >= backorders[vertices - 1]) {
                continue;
            }
            added[vertices] = n;
            depot[vertices] = bestDepot[n];
            backorders[vertices] = here;
            vertices++;
        }
    }

    // --- the depot

    private void startDepot(int item) {
        double mean = f.depotMean[item];
        double c = f.spread[item];
        if (method == SupplyMethod.EXACT) {
            depotLaw = new Poisson(mean).law();
        }
        startLaw(m, mean, mean + c * c * mean * mean);
        owedAtDepot[0] = mean;
        secondAtDepot[0] = mean + (1 + c * c) * mean * mean;
        depotReached = 0;
    }

    /// Mean backorders of the depot with a stock.
    private double depotOwed(int s0) {
        reach(s0);
        return owedAtDepot[s0];
    }

    private void reach(int s0) {
        if (s0 + 2 >= owedAtDepot.length) {
            int n = 2 * (s0 + 2);
            owedAtDepot = Arrays.copyOf(owedAtDepot, n);
            secondAtDepot = Arrays.copyOf(secondAtDepot, n);
        }
        while (depotReached < s0) {
            int s = depotReached;
            double t = StrictMath.max(0, tail[m]);
            double o = owedAtDepot[s];
            secondAtDepot[s + 1] = StrictMath.max(0, secondAtDepot[s] - 2 * o + t);
            owedAtDepot[s + 1] = StrictMath.max(0, o - t);
            advance(m);
            depotReached++;
        }
    }

    // --- the bases

    /// Starts the laws of all bases under a depot stock and walks them to their stocks.
    ///
    /// @return sum of the backorders
    private double startBases(int item, int s0, int[] stocks) {
        reach(s0 + 1);
        double c2 = f.spread[item] * f.spread[item];
        double mean = owedAtDepot[s0];
        double second = secondAtDepot[s0];
        double m0 = f.depotMean[item];
        double factor = // E[G B0] - E[B0]
                c2 == 0 || m0 == 0
                        ? 0
                        : (secondAtDepot[s0 + 1] + (s0 + 1) * owedAtDepot[s0 + 1]) / m0 - mean;
        DiscreteLaw excess = method == SupplyMethod.EXACT ? depotLaw.excess(s0) : depotLaw;
        double total = 0;
        for (int i = 0; i < m; i++) {
            int at = item * m + i;
            double own = f.own[at];
            double share = f.share[at];
            double mu = own + share * mean;
            if (method == SupplyMethod.EXACT) {
                startExact(i, own, share, excess);
            } else {
                double v =
                        method == SupplyMethod.METRIC
                                ? mu
                                : own
                                        + c2 * own * own
                                        + share * share * (second - mean * mean)
                                        + share * (1 - share) * mean
                                        + 2 * own * share * factor;
                startLaw(i, mu, v);
            }
            int to = stocks[at] + f.free[at];
            for (int k = 0; k < to && owed[i] > 0; k++) {
                advance(i);
            }
            total += StrictMath.max(0, owed[i]);
        }
        return total;
    }

    private void startExact(int i, double own, double share, DiscreteLaw excess) {
        DiscreteLaw law = new Poisson(own).law().plus(excess.thinned(share));
        table[i] = law.toArray(law.largest() + 2);
        level[i] = 0;
        skip[i] = 0;
        p[i] = law.probability(0);
        tail[i] = law.survival(0);
        owed[i] = law.mean();
    }

    /// Starts the law of mean `mu` and variance `v` at 0.
    private void startLaw(int i, double mu, double v) {
        level[i] = 0;
        owed[i] = mu;
        skip[i] = 0;
        if (mu <= 0) {
            p[i] = 1;
            tail[i] = 0;
            owed[i] = 0;
            return;
        }
        double x = v / mu - 1;
        double log;
        if (x > 1e-9) {
            log = -mu / x * StrictMath.log1p(x);
            b[i] = x / (1 + x);
            a[i] = mu / (1 + x);
        } else {
            log = -mu;
            b[i] = 0;
            a[i] = mu;
        }
        if (log > UNDERFLOW) {
            p[i] = StrictMath.exp(log);
            tail[i] = 1 - p[i];
        } else {
            climb(i, log);
        }
    }

    /// Finds the first level whose probability does not underflow.
    private void climb(int i, double logAtZero) {
        double log = logAtZero;
        double scaled = 1;
        int k = 0;
        while (log <= UNDERFLOW) {
            scaled *= (a[i] + k * b[i]) / (k + 1);
            k++;
            if (scaled >= STEP) {
                log += StrictMath.log(scaled);
                scaled = 1;
            }
        }
        skip[i] = k;
        p[i] = scaled * StrictMath.exp(log);
        tail[i] = 1;
    }

    /// One unit more at a base.
    private void advance(int i) {
        owed[i] -= tail[i];
        level[i]++;
        int k = level[i];
        if (k < skip[i]) {
            return;
        }
        double[] exact = i < m && method == SupplyMethod.EXACT ? table[i] : null;
        if (exact != null) {
            p[i] = k < exact.length ? exact[k] : 0;
        } else if (k > skip[i]) {
            p[i] *= (a[i] + (k - 1) * b[i]) / k;
        }
        tail[i] -= p[i];
        if (tail[i] < 1e-15) {
            tail[i] = 0;
        }
    }

    // --- the base that gains most, in a heap

    private void makeHeap() {
        heaped = 0;
        for (int i = 0; i < m; i++) {
            if (tail[i] > 0) {
                heap[heaped++] = i;
            }
        }
        for (int k = heaped / 2 - 1; k >= 0; k--) {
            siftDown(k);
        }
    }

    private void siftDown(int from) {
        int k = from;
        int base = heap[k];
        double gain = tail[base];
        while (true) {
            int child = 2 * k + 1;
            if (child >= heaped) {
                break;
            }
            if (child + 1 < heaped && greater(heap[child + 1], heap[child])) {
                child++;
            }
            double g = tail[heap[child]];
            if (g < gain || (g == gain && heap[child] > base)) {
                break;
            }
            heap[k] = heap[child];
            k = child;
        }
        heap[k] = base;
    }

    private boolean greater(int i, int j) {
        return tail[i] > tail[j] || (tail[i] == tail[j] && i < j);
    }
}
