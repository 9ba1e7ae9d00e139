package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// The closed fleet on a date, while units, spares and repair shops arrive.
///
/// Between two changes the number k in repair follows the birth-death chain of [ClosedFleet]; its
/// Kolmogorov equations are solved by uniformization, with a truncation error below 1e-12 in total
/// variation. At time 0 everything is serviceable. A new shop takes over all work in hand at its
/// own rate and the queue is kept; new units and spares arrive serviceable; when the fleet shrinks,
/// serviceable units leave. At work: min(N, N+Y-k), not below 0.
///
/// All times exponential. Each step list starts at time 0 and holds from its time on, that instant
/// included. Cost: rates x time x states.
public final class OpeningTransient {
    private static final int MOST_STATES = 100_000;

    private OpeningTransient() {}

    /// A number that holds from a time on.
    ///
    /// @param fromTime 0 or more
    /// @param units 0 or more
    public record CountStep(double fromTime, int units) {
        public CountStep {
            Require.notNegative("fromTime of a step", fromTime);
            Require.between("units of a step", units, 0, MOST_STATES);
        }
    }

    /// A repair shop that holds from a time on.
    ///
    /// @param fromTime 0 or more
    /// @param places repair places
    /// @param meanRepairTime more than 0
    public record RepairStep(double fromTime, RepairPlaces places, double meanRepairTime) {
        public RepairStep {
            Require.notNegative("fromTime of a step", fromTime);
            Require.positive("meanRepairTime", meanRepairTime);
        }
    }

    /// The whole plan.
    ///
    /// @param fleet wanted units N, steps in rising order of time, the first at 0
    /// @param spares spares Y, likewise
    /// @param repair shops, likewise
    /// @param failureRate of a unit at work, 0 or more, per unit of time
    public record Plan(
            List<CountStep> fleet,
            List<CountStep> spares,
            List<RepairStep> repair,
            double failureRate) {
        public Plan {
            fleet = List.copyOf(fleet);
            spares = List.copyOf(spares);
            repair = List.copyOf(repair);
            Require.notNegative("failureRate", failureRate);
            Steps.requireOrder("fleet", fleet, CountStep::fromTime);
            Steps.requireOrder("spares", spares, CountStep::fromTime);
            Steps.requireOrder("repair", repair, RepairStep::fromTime);
        }
    }

    /// The fleet at a time.
    ///
    /// @param time the time asked for
    /// @param units wanted units N at that time
    /// @param meanUp mean at work
    /// @param meanInRepair mean in repair or waiting for it
    /// @param probabilityAllUp P(N at work)
    /// @param up law of the number at work
    public record Result(
            double time,
            int units,
            double meanUp,
            double meanInRepair,
            double probabilityAllUp,
            DiscreteLaw up) {
        /// P(at least `neededUnits` at work).
        public double probabilityAtLeast(int neededUnits) {
            return up.survival(neededUnits - 1);
        }
    }

    /// The fleet at one time.
    ///
    /// @param time 0 or more
    public static Result at(Plan plan, double time) {
        return at(plan, new double[] {time}).getFirst();
    }

    /// The fleet at several times, in one sweep.
    ///
    /// @param times 0 or more, in any order
    /// @return one result a time, in the order given
    public static List<Result> at(Plan plan, double[] times) {
        var stops = new TreeSet<Double>();
        for (double time : times) {
            stops.add(Require.notNegative("time", time));
        }
        double end = stops.isEmpty() ? 0 : stops.last();
        plan.fleet().forEach(s -> stops.add(s.fromTime()));
        plan.spares().forEach(s -> stops.add(s.fromTime()));
        plan.repair().forEach(s -> stops.add(s.fromTime()));
        var laws = new TreeMap<Double, double[]>();
        var p = new double[mostUnits(plan) + 1];
        p[0] = 1;
        double now = 0;
        for (double stop : stops.headSet(end, true)) {
            p = chain(plan, now, p.length).after(p, stop - now);
            now = stop;
            laws.put(stop, p);
        }
        var results = new ArrayList<Result>(times.length);
        for (double time : times) {
            double[] law = laws.get(time);
            if (law == null) {
                throw new IllegalStateException("The time (%s) was not reached.".formatted(time));
            }
            results.add(result(plan, time, law));
        }
        return List.copyOf(results);
    }

    private static Result result(Plan plan, double time, double[] inRepair) {
        int units = Steps.at(plan.fleet(), CountStep::fromTime, time).units();
        int all = units + Steps.at(plan.spares(), CountStep::fromTime, time).units();
        var up = new double[units + 1];
        double meanInRepair = 0;
        for (int k = inRepair.length - 1; k >= 0; k--) {
            up[atWork(units, all, k)] += inRepair[k];
            meanInRepair += k * inRepair[k];
        }
        var law = DiscreteLaw.of(up);
        return new Result(time, units, law.mean(), meanInRepair, law.probability(units), law);
    }

    /// The chain of the number in repair, with the plan in force at a time.
    static MarkovChain chain(Plan plan, double time, int states) {
        return chain(plan, time, states, states);
    }

    /// The same with the states from `absorbing` on left by nobody.
    static MarkovChain chain(Plan plan, double time, int states, int absorbing) {
        int units = Steps.at(plan.fleet(), CountStep::fromTime, time).units();
        int all = units + Steps.at(plan.spares(), CountStep::fromTime, time).units();
        RepairStep shop = Steps.at(plan.repair(), RepairStep::fromTime, time);
        var chain = new MarkovChain(states);
        for (int k = 0; k + 1 < states && k < absorbing; k++) {
            chain.add(k, k + 1, atWork(units, all, k) * plan.failureRate());
            if (k + 1 < absorbing) {
                chain.add(k + 1, k, shop.places().busy(k + 1) / shop.meanRepairTime());
            }
        }
        return chain;
    }

    static int atWork(int units, int all, int inRepair) {
        return StrictMath.max(0, StrictMath.min(units, all - inRepair));
    }

    static int mostUnits(Plan plan) {
        int fleet = 0;
        for (CountStep s : plan.fleet()) {
            fleet = StrictMath.max(fleet, s.units());
        }
        int spares = 0;
        for (CountStep s : plan.spares()) {
            spares = StrictMath.max(spares, s.units());
        }
        return Require.between("number of units and spares", fleet + spares, 0, MOST_STATES);
    }
}
