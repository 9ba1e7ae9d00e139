package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// A small closed fleet whose units, spares, repair places, repair time, failure rate and share
/// condemned change on dates: its law on a day and its ready unit-days over a horizon.
///
/// State (k, m): k units in repair or waiting for it, m on order in place of condemned ones. With N
/// wanted units, Y spares, c places,
///
///     at work  a = max(0, min(N, N + Y - k - m))
///     (k, m) -> (k+1, m)      a λ (1 - q)         a unit fails and will be repaired
///     (k, m) -> (k, m+1)      a λ q               it is condemned and ordered anew
///     (k, m) -> (k-1, m)      min(k, c) / R       a repair ends
///     (k, m) -> (k, m-1)      m / L               a new one comes
///
/// solved by uniformization between two changes, with a truncation error below 1e-12 in total
/// variation; the ready unit-days are the integral of the mean at work, summed in the same series
/// and not sampled [Jensen 1953]. All times exponential. At time 0 everything is serviceable. A new
/// shop takes over all work in hand at its own rate and the queue is kept; new units and spares
/// arrive serviceable; when the fleet shrinks, serviceable units leave.
///
/// Cost: rates x time x states; N + Y + 1 states without condemnation, (N+Y+1)(N+Y+2)/2 with it.
public final class DatedFleet {
    /// As many places as there are units.
    public static final int AMPLE = Integer.MAX_VALUE;

    private static final int MOST_STATES = 100_000;

    private DatedFleet() {}

    /// The fleet and its support while nothing changes.
    ///
    /// @param units wanted units N, 0 or more
    /// @param spares Y, 0 or more
    /// @param places repair places c; 0 for a closed shop, [#AMPLE] for no queue
    /// @param meanRepairTime R, more than 0
    /// @param failureRate λ of a unit at work, 0 or more, per unit of time
    /// @param condemnedShare q of the failures, 0..1
    /// @param meanProcurementTime L, more than 0; infinite if condemned units are never replaced
    public record Support(
            int units,
            int spares,
            int places,
            double meanRepairTime,
            double failureRate,
            double condemnedShare,
            double meanProcurementTime) {
        public Support {
            Require.between("number of units", units, 0, MOST_STATES);
            Require.between("number of spares", spares, 0, MOST_STATES);
            Require.atLeast("number of repair places", places, 0);
            Require.positive("meanRepairTime", meanRepairTime);
            Require.notNegative("failureRate", failureRate);
            Require.share("condemnedShare", condemnedShare);
            if (!(meanProcurementTime > 0)) {
                throw new IllegalArgumentException(
                        "The meanProcurementTime (%s) must be more than 0."
                                .formatted(meanProcurementTime));
            }
        }

        /// A fleet of which nothing is condemned.
        public static Support repairing(
                int units, int spares, int places, double meanRepairTime, double failureRate) {
            return new Support(units, spares, places, meanRepairTime, failureRate, 0, 1);
        }

        private int all() {
            return units + spares;
        }

        private int atWork(int out) {
            return StrictMath.max(0, StrictMath.min(units, all() - out));
        }
    }

    /// What holds from a time on, that instant included.
    ///
    /// @param fromTime 0 or more
    public record Step(double fromTime, Support support) {
        public Step {
            Require.notNegative("fromTime of a step", fromTime);
        }
    }

    /// The fleet at a time.
    ///
    /// @param time the time asked for
    /// @param units wanted units N
    /// @param up law of the number at work
    /// @param meanInRepair mean in repair or waiting for it
    /// @param meanWaiting mean waiting for a place: the backlog
    /// @param meanOnOrder mean on order
    public record State(
            double time,
            int units,
            DiscreteLaw up,
            double meanInRepair,
            double meanWaiting,
            double meanOnOrder) {
        /// Mean at work.
        public double meanUp() {
            return up.mean();
        }

        /// P(at least `neededUnits` at work).
        public double probabilityAtLeast(int neededUnits) {
            return neededUnits <= 0 ? 1 : up.survival(neededUnits - 1);
        }
    }

    /// The fleet over a horizon.
    ///
    /// @param from its begin
    /// @param to its end
    /// @param timeUp `timeUp[u]` expected time with exactly u units at work; the sum is `to - from`
    /// @param failures expected number of failures
    /// @param condemned expected number of units condemned
    public record Horizon(
            double from, double to, List<Double> timeUp, double failures, double condemned) {
        public Horizon {
            timeUp = List.copyOf(timeUp);
        }

        /// Ready unit-time, ∫ E[units at work] dt.
        public double readyUnitTime() {
            double sum = 0;
            for (int u = timeUp.size() - 1; u > 0; u--) {
                sum += u * timeUp.get(u);
            }
            return sum;
        }

        /// Expected time with fewer than `neededUnits` at work.
        public double timeBelow(int neededUnits) {
            double sum = 0;
            for (int u = 0; u < StrictMath.min(neededUnits, timeUp.size()); u++) {
                sum += timeUp.get(u);
            }
            return sum;
        }
    }

    /// The fleet at several times, in one sweep.
    ///
    /// @param steps in rising order of time, the first at 0
    /// @param times 0 or more, in any order
    /// @return one state a time, in the order given
    public static List<State> at(List<Step> steps, double... times) {
        Steps.requireOrder("fleet", steps, Step::fromTime);
        var stops = new TreeSet<Double>();
        for (double time : times) {
            stops.add(Require.notNegative("time", time));
        }
        double end = stops.isEmpty() ? 0 : stops.last();
        steps.forEach(s -> stops.add(s.fromTime()));
        var states = new States(steps);
        var reached = new TreeMap<Double, State>();
        double[] p = states.serviceable();
        double now = 0;
        for (double stop : stops.headSet(end, true)) {
            Support here = Steps.at(steps, Step::fromTime, now).support();
            p = states.chain(here).after(p, stop - now);
            now = stop;
            reached.put(stop, states.state(Steps.at(steps, Step::fromTime, now).support(), now, p));
        }
        var results = new ArrayList<State>(times.length);
        for (double time : times) {
            State one = reached.get(time);
            if (one == null) {
                throw new IllegalStateException("The time (%s) was not reached.".formatted(time));
            }
            results.add(one);
        }
        return List.copyOf(results);
    }

    /// The fleet over a horizon, exactly.
    ///
    /// @param steps in rising order of time, the first at 0
    /// @param from 0 or more
    /// @param to not before `from`
    public static Horizon over(List<Step> steps, double from, double to) {
        Steps.requireOrder("fleet", steps, Step::fromTime);
        Require.notNegative("begin of the horizon", from);
        Require.notNegative("length of the horizon", to - from);
        var stops = new TreeSet<Double>();
        stops.add(from);
        stops.add(to);
        steps.forEach(s -> stops.add(s.fromTime()));
        var states = new States(steps);
        double[] p = states.serviceable();
        var timeUp = new double[states.mostUnits + 1];
        double failures = 0;
        double condemned = 0;
        double now = 0;
        for (double stop : stops.headSet(to, true)) {
            Support here = Steps.at(steps, Step::fromTime, now).support();
            MarkovChain.Sojourn stay = states.chain(here).sojourn(p, stop - now);
            p = stay.law();
            if (now >= from) {
                double fell = states.addTimeUp(here, stay.time(), timeUp) * here.failureRate();
                failures += fell;
                condemned += fell * here.condemnedShare();
            }
            now = stop;
        }
        var list = new ArrayList<Double>();
        for (double x : timeUp) {
            list.add(x);
        }
        return new Horizon(from, to, list, failures, condemned);
    }

    /// How long the backlog takes to fall: the time from `opening` until the mean number waiting is
    /// `share` of what it was at the opening, to 1e-6 of the time looked at.
    ///
    /// @param share such as 0.5 for half
    /// @param until last time looked at, after `opening`
    /// @return NaN if nothing waits at the opening, or the share is not reached
    public static double drainTime(List<Step> steps, double opening, double share, double until) {
        Require.share("share of the backlog", share);
        Require.positive("time looked at", until - opening);
        int grid = 256;
        var times = new double[grid + 1];
        for (int i = 0; i <= grid; i++) {
            times[i] = opening + (until - opening) * i / grid;
        }
        List<State> curve = at(steps, times);
        double goal = share * curve.getFirst().meanWaiting();
        if (!(curve.getFirst().meanWaiting() > 0)) {
            return Double.NaN;
        }
        for (int i = 1; i <= grid; i++) {
            if (curve.get(i).meanWaiting() <= goal) {
                double low = times[i - 1];
                double high = times[i];
                while (high - low > 1e-6 * (until - opening)) {
                    double middle = (low + high) / 2;
                    if (at(steps, middle).getFirst().meanWaiting() <= goal) {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                return high - opening;
            }
        }
        return Double.NaN;
    }

    /// The states of a plan in a row: all (k, m) with k + m ≤ the most units and spares ever had, m
    /// 0 where nothing is condemned.
    private static final class States {
        final int mostUnits;
        private final int most;
        private final boolean condemns;
        private final int count;

        States(List<Step> steps) {
            int units = 0;
            int all = 0;
            boolean ever = false;
            for (Step s : steps) {
                units = StrictMath.max(units, s.support().units());
                all = StrictMath.max(all, s.support().all());
                ever |= s.support().condemnedShare() > 0;
            }
            mostUnits = units;
            most = all;
            condemns = ever;
            double n = ever ? (all + 1.0) * (all + 2.0) / 2 : all + 1.0;
            if (n > MOST_STATES) {
                throw new IllegalArgumentException(
                        "The fleet of (%d) units and spares has (%.0f) states, more than (%d)."
                                .formatted(all, n, MOST_STATES));
            }
            count = (int) n;
        }

        double[] serviceable() {
            var p = new double[count];
            p[0] = 1;
            return p;
        }

        private int mostOnOrder(int inRepair) {
            return condemns ? most - inRepair : 0;
        }

        /// States with fewer than `inRepair` in repair come first.
        private int index(int inRepair, int onOrder) {
            return condemns
                    ? inRepair * (most + 1) - inRepair * (inRepair - 1) / 2 + onOrder
                    : inRepair;
        }

        MarkovChain chain(Support s) {
            var chain = new MarkovChain(count);
            for (int k = 0; k <= most; k++) {
                for (int m = 0; m <= mostOnOrder(k); m++) {
                    int here = index(k, m);
                    if (k + m < most) {
                        double failures = s.atWork(k + m) * s.failureRate();
                        chain.add(here, index(k + 1, m), failures * (1 - s.condemnedShare()));
                        if (condemns) {
                            chain.add(here, index(k, m + 1), failures * s.condemnedShare());
                        }
                    }
                    if (k > 0) {
                        double busy = StrictMath.min(k, s.places());
                        chain.add(here, index(k - 1, m), busy / s.meanRepairTime());
                    }
                    if (m > 0) {
                        chain.add(here, index(k, m - 1), m / s.meanProcurementTime());
                    }
                }
            }
            return chain;
        }

        State state(Support s, double time, double[] p) {
            var up = new double[s.units() + 1];
            double inRepair = 0;
            double waiting = 0;
            double onOrder = 0;
            for (int k = most; k >= 0; k--) {
                for (int m = mostOnOrder(k); m >= 0; m--) {
                    double here = p[index(k, m)];
                    up[s.atWork(k + m)] += here;
                    inRepair += k * here;
                    waiting += StrictMath.max(0, k - s.places()) * here;
                    onOrder += m * here;
                }
            }
            return new State(time, s.units(), DiscreteLaw.of(up), inRepair, waiting, onOrder);
        }

        /// Adds the time by number at work.
        ///
        /// @return the unit-time at work
        double addTimeUp(Support s, double[] time, double[] timeUp) {
            double sum = 0;
            for (int k = most; k >= 0; k--) {
                for (int m = mostOnOrder(k); m >= 0; m--) {
                    int up = s.atWork(k + m);
                    timeUp[up] += time[index(k, m)];
                    sum += up * time[index(k, m)];
                }
            }
            return sum;
        }
    }
}
