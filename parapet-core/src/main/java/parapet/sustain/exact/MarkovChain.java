package parapet.sustain.exact;

import java.util.Arrays;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;

/// Markov chain in continuous time with few states: its law in the long run and at a time, and the
/// time it spends in each state.
///
/// Mutable only while rates are added. The long run of up to 1000 states is found by the
/// elimination of Grassmann, Taksar and Heyman, which never subtracts and so keeps its digits
/// (O(n³)); that of more by sweeps of Gauss and Seidel in both directions until a sweep moves less
/// than 1e-13 of the mass. The law at a time and the time spent are found by uniformization (O(Λ t)
/// passes over the rates, Λ the greatest rate of leaving a state).
final class MarkovChain {
    private static final int MOST_STATES_ELIMINATED = 1_000;
    private static final int MOST_SWEEPS = 100_000;
    private static final double SETTLED = 1e-13;
    private static final double LONGEST_CHUNK = 1_000;
    private static final double MOST_WORK = 5e10;

    private final int states;
    private final double[] leaving;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private double[] rate = new double[64];
    private int size;

    MarkovChain(int states) {
        this.states = states;
        this.leaving = new double[states];
    }

    /// Adds a jump; rates of the same jump add up, rate 0 and jumps to itself are ignored.
    void add(int fromState, int toState, double jumpRate) {
        if (jumpRate == 0 || fromState == toState) {
            return;
        }
        if (size == rate.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            rate = Arrays.copyOf(rate, 2 * size);
        }
        from[size] = fromState;
        to[size] = toState;
        rate[size] = jumpRate;
        leaving[fromState] += jumpRate;
        size++;
    }

    /// Long-run law, for a chain in which every state can reach state 0 and be reached from it.
    double[] stationary() {
        return states <= MOST_STATES_ELIMINATED ? eliminated() : swept();
    }

    private double[] eliminated() {
        var q = new double[states][states];
        for (int i = 0; i < size; i++) {
            q[from[i]][to[i]] += rate[i];
        }
        for (int n = states - 1; n > 0; n--) {
            double out = 0;
            for (int j = 0; j < n; j++) {
                out += q[n][j];
            }
            for (int i = 0; i < n; i++) {
                if (q[i][n] > 0) {
                    q[i][n] /= out;
                    for (int j = 0; j < n; j++) {
                        q[i][j] += q[i][n] * q[n][j];
                    }
                }
            }
        }
        var p = new double[states];
        p[0] = 1;
        double sum = 1;
        for (int n = 1; n < states; n++) {
            for (int i = 0; i < n; i++) {
                p[n] += p[i] * q[i][n];
            }
            sum += p[n];
        }
        if (!(sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The rates of the chain differ too much for its long run; the least time is too far"
                            + " from the greatest.");
        }
        for (int i = 0; i < states; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /// Balance state by state: p_i = Σ_j p_j q_ji / leaving_i.
    private double[] swept() {
        var first = new int[states + 1];
        for (int e = 0; e < size; e++) {
            first[to[e] + 1]++;
        }
        for (int i = 0; i < states; i++) {
            first[i + 1] += first[i];
        }
        var fill = first.clone();
        var source = new int[size];
        var flow = new double[size];
        for (int e = 0; e < size; e++) {
            int at = fill[to[e]]++;
            source[at] = from[e];
            flow[at] = rate[e];
        }
        var p = new double[states];
        Arrays.fill(p, 1.0 / states);
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double moved = 0;
            for (int step = 0; step < states; step++) {
                int i = sweep % 2 == 0 ? step : states - 1 - step;
                double in = 0;
                for (int e = first[i]; e < first[i + 1]; e++) {
                    in += p[source[e]] * flow[e];
                }
                double now = in / leaving[i];
                moved += StrictMath.abs(now - p[i]);
                p[i] = now;
            }
            p = normalised(p);
            if (moved < SETTLED) {
                return p;
            }
        }
        throw new IllegalArgumentException(
                "The long run of (%d) states was not found; the rates of the chain differ too much."
                        .formatted(states));
    }

    /// Law after `time`, from the law `start`.
    ///
    ///     p(t) = Σ_k e^-Λt (Λt)^k / k!  start (I + Q/Λ)^k                         [Jensen 1953]
    ///
    /// Long times are done in chunks of Λt ≤ 1000; each cuts less than 1e-17 of the sum, so up to
    /// 10 000 chunks the truncation error stays below 1e-12 in total variation, and more work is
    /// refused.
    double[] after(double[] start, double time) {
        return sojourn(start, time).law();
    }

    /// Where the chain is after a time, and where it has been until then.
    ///
    /// @param law probability of each state at the end
    /// @param time expected time spent in each state; their sum is the time that went by
    record Sojourn(double[] law, double[] time) {}

    /// Law after `time`, and the expected time in each state until then.
    ///
    ///     ∫_0^t p(u) du = Σ_k P(J > k) / Λ  start (I + Q/Λ)^k,   J Poisson with mean Λt
    ///
    /// All terms are positive; the cut is that of [#after].
    Sojourn sojourn(double[] start, double time) {
        double greatest = 0;
        for (double x : leaving) {
            greatest = StrictMath.max(greatest, x);
        }
        double jumps = greatest * time;
        if (jumps == 0) {
            var still = start.clone();
            for (int i = 0; i < states; i++) {
                still[i] *= time;
            }
            return new Sojourn(start.clone(), still);
        }
        if (!(jumps <= 10_000 * LONGEST_CHUNK && jumps * (size + states) <= MOST_WORK)) {
            throw new IllegalArgumentException(
                    """
                    The time (%s) holds too many jumps (%s) of (%d) states to be solved.
                    Maybe the long-run model is meant.\
                    """
                            .formatted(time, jumps, states));
        }
        int chunks = StrictMath.max(1, (int) StrictMath.ceil(jumps / LONGEST_CHUNK));
        DiscreteLaw law = new Poisson(jumps / chunks).law();
        double[] weight = law.toArray(law.largest() + 1);
        double[] beyond = tails(weight);
        var p = start.clone();
        var spent = new double[states];
        for (int chunk = 0; chunk < chunks; chunk++) {
            var v = p;
            var sum = new double[states];
            for (int k = 0; k < weight.length; k++) {
                for (int i = 0; i < states; i++) {
                    sum[i] += weight[k] * v[i];
                    spent[i] += beyond[k] * v[i];
                }
                v = jump(v, greatest);
            }
            p = normalised(sum);
        }
        spent = normalised(spent);
        for (int i = 0; i < states; i++) {
            spent[i] *= time;
        }
        return new Sojourn(p, spent);
    }

    /// P(J > k) for each k, added from the small end.
    private static double[] tails(double[] p) {
        var tail = new double[p.length];
        for (int k = p.length - 2; k >= 0; k--) {
            tail[k] = tail[k + 1] + p[k + 1];
        }
        return tail;
    }

    private static double[] normalised(double[] p) {
        double sum = 0;
        for (double x : p) {
            sum += x;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private double[] jump(double[] v, double greatest) {
        var next = new double[states];
        for (int i = 0; i < states; i++) {
            next[i] = v[i] * (1 - leaving[i] / greatest);
        }
        for (int i = 0; i < size; i++) {
            next[to[i]] += v[from[i]] * rate[i] / greatest;
        }
        return next;
    }
}
