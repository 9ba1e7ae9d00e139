package parapet.sustain.exact;

import java.util.NavigableSet;
import java.util.TreeSet;
import parapet.stats.Require;

/// Readiness over an interval: the chance that enough units are at work all through it, and the time
/// that they are not.
///
/// On the chain of [OpeningTransient], the k in repair; the states with fewer than `needed` at work
/// are made absorbing. Changes inside the interval act on their instant: who then falls short has
/// failed the interval. Exact for exponential times, with a truncation error below 1e-12.
///
///     P(whole) = P(min over the interval of the number at work ≥ needed)
///     E[time below] = ∫ P(number at work < needed) dt
public final class FleetInterval {
    private FleetInterval() {}

    /// How the fleet stands when the interval begins.
    public sealed interface Start {
        /// As it has come to be since time 0, when all was serviceable.
        record Grown() implements Start {}

        /// The long run of the fleet, spares and shop in force at that time.
        record LongRun() implements Start {}

        /// A known state.
        ///
        /// @param units in repair, 0 or more
        record InRepair(int units) implements Start {
            public InRepair {
                Require.atLeast("units in repair", units, 0);
            }
        }
    }

    /// The fleet over an interval.
    ///
    /// @param probabilityAtStart P(enough at work when it begins)
    /// @param probabilityWhole P(enough at work all through it)
    /// @param expectedTimeBelow mean time in the interval with too few at work
    public record Result(
            double probabilityAtStart, double probabilityWhole, double expectedTimeBelow) {}

    /// The fleet over an interval.
    ///
    /// @param from start of the interval, 0 or more
    /// @param to its end, `from` or more
    /// @param needed units at work, 0 or more; more than the fleet has is never reached
    public static Result solve(
            OpeningTransient.Plan plan, Start start, double from, double to, int needed) {
        Require.notNegative("start of the interval", from);
        Require.notNegative("length of the interval", to - from);
        Require.atLeast("needed units", needed, 0);
        var stops = new TreeSet<Double>();
        plan.fleet().forEach(s -> stops.add(s.fromTime()));
        plan.spares().forEach(s -> stops.add(s.fromTime()));
        plan.repair().forEach(s -> stops.add(s.fromTime()));
        stops.add(from);
        stops.add(to);
        var all = starting(plan, start, from, stops);
        var kept = all.clone();
        double atStart = keepReady(kept, plan, from, needed);
        double below = 0;
        double whole = atStart;
        double now = from;
        for (double stop : stops.subSet(from, false, to, true)) {
            var passage = chain(plan, now, all.length).sojourn(all, stop - now);
            for (int k = 0; k < all.length; k++) {
                below += isReady(plan, now, k, needed) ? 0 : passage.time()[k];
            }
            all = passage.law();
            kept = absorbing(plan, now, kept, needed, stop - now);
            now = stop;
            whole = keepReady(kept, plan, now, needed);
        }
        return new Result(atStart, whole, below);
    }

    private static double[] starting(
            OpeningTransient.Plan plan, Start start, double from, NavigableSet<Double> stops) {
        var p = new double[mostUnits(plan) + 1];
        switch (start) {
            case Start.Grown() -> {
                p[0] = 1;
                double now = 0;
                for (double stop : stops.headSet(from, true)) {
                    p = chain(plan, now, p.length).after(p, stop - now);
                    now = stop;
                }
            }
            case Start.LongRun() -> p = chain(plan, from, p.length).stationary();
            case Start.InRepair(int units) ->
                    p[Require.between("units in repair", units, 0, p.length - 1)] = 1;
        }
        return p;
    }

    private static boolean isReady(OpeningTransient.Plan plan, double time, int k, int needed) {
        int units = Steps.at(plan.fleet(), OpeningTransient.CountStep::fromTime, time).units();
        int spares = Steps.at(plan.spares(), OpeningTransient.CountStep::fromTime, time).units();
        return atWork(units, units + spares, k) >= needed;
    }

    /// Drops what falls short; returns what is left.
    private static double keepReady(
            double[] p, OpeningTransient.Plan plan, double time, int needed) {
        double left = 0;
        for (int k = p.length - 1; k >= 0; k--) {
            if (!isReady(plan, time, k, needed)) {
                p[k] = 0;
            }
            left += p[k];
        }
        return left;
    }

    private static double[] absorbing(
            OpeningTransient.Plan plan, double from, double[] kept, int needed, double time) {
        int ready = 0; // states 0..ready-1 have enough at work; state `ready` absorbs
        while (ready < kept.length && isReady(plan, from, ready, needed)) {
            ready++;
        }
        double mass = 0;
        for (double x : kept) {
            mass += x;
        }
        if (ready == 0 || mass == 0) {
            return new double[kept.length];
        }
        var start = new double[kept.length];
        for (int k = 0; k < kept.length; k++) {
            start[k] = kept[k] / mass;
        }
        var law = chain(plan, from, kept.length, ready).after(start, time);
        var after = new double[kept.length];
        for (int k = 0; k < ready; k++) {
            after[k] = law[k] * mass;
        }
        return after;
    }

    /// The chain of the number in repair, with the plan in force at a time.
    private static MarkovChain chain(OpeningTransient.Plan plan, double time, int states) {
        return chain(plan, time, states, states);
    }

    /// The same with the states from `absorbing` on left by nobody.
    private static MarkovChain chain(
            OpeningTransient.Plan plan, double time, int states, int absorbing) {
        int units = Steps.at(plan.fleet(), OpeningTransient.CountStep::fromTime, time).units();
        int all =
                units + Steps.at(plan.spares(), OpeningTransient.CountStep::fromTime, time).units();
        OpeningTransient.RepairStep shop =
                Steps.at(plan.repair(), OpeningTransient.RepairStep::fromTime, time);
        var chain = new MarkovChain(states);
        for (int k = 0; k + 1 < states && k < absorbing; k++) {
            chain.add(k, k + 1, atWork(units, all, k) * plan.failureRate());
            if (k + 1 < absorbing) {
                chain.add(k + 1, k, shop.places().busy(k + 1) / shop.meanRepairTime());
            }
        }
        return chain;
    }

    private static int atWork(int units, int all, int inRepair) {
        return StrictMath.max(0, StrictMath.min(units, all - inRepair));
    }

    private static int mostUnits(OpeningTransient.Plan plan) {
        int fleet = 0;
        for (OpeningTransient.CountStep s : plan.fleet()) {
            fleet = StrictMath.max(fleet, s.units());
        }
        int spares = 0;
        for (OpeningTransient.CountStep s : plan.spares()) {
            spares = StrictMath.max(spares, s.units());
        }
        return fleet + spares;
    }
}
