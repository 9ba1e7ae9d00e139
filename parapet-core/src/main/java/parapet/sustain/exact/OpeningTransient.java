package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// The closed fleet on a date, while units, spares and repair shops arrive: the face of
/// [DatedFleet] for plans given as three lists of steps, without condemnation.
///
/// Between two changes the number k in repair follows the birth-death chain of [ClosedFleet].
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
        var results = new ArrayList<Result>(times.length);
        for (DatedFleet.State s : DatedFleet.at(steps(plan), times)) {
            results.add(
                    new Result(
                            s.time(),
                            s.units(),
                            s.meanUp(),
                            s.meanInRepair(),
                            s.up().probability(s.units()),
                            s.up()));
        }
        return List.copyOf(results);
    }

    private static List<DatedFleet.Step> steps(Plan plan) {
        var edges = new TreeSet<Double>();
        plan.fleet().forEach(s -> edges.add(s.fromTime()));
        plan.spares().forEach(s -> edges.add(s.fromTime()));
        plan.repair().forEach(s -> edges.add(s.fromTime()));
        var steps = new ArrayList<DatedFleet.Step>();
        for (double edge : edges) {
            RepairStep shop = Steps.at(plan.repair(), RepairStep::fromTime, edge);
            steps.add(
                    new DatedFleet.Step(
                            edge,
                            DatedFleet.Support.repairing(
                                    Steps.at(plan.fleet(), CountStep::fromTime, edge).units(),
                                    Steps.at(plan.spares(), CountStep::fromTime, edge).units(),
                                    shop.places().count(),
                                    shop.meanRepairTime(),
                                    plan.failureRate())));
        }
        return steps;
    }
}
