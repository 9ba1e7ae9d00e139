package parapet.sustain.exact;

import java.util.List;
import java.util.TreeSet;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// The pipeline on a date, of a growing open fleet and a repair time that changes.
///
/// Removals are Poisson of rate ρ N(u), also while units are down (an open fleet), from an empty
/// pipeline at time 0. A removal keeps the repair law in force at its own time; nothing is recalled
/// when a nearer shop opens. The pipeline at t is Poisson with
///
///     mean = ∫_0^t ρ N(u) P(repair of a removal at u lasts longer than t-u) du
///                                                          [Crawford 1981, RAND R-2750]
///
/// integrated in closed form piece by piece. Small fleets that stop failing: [OpeningTransient].
public final class NonstationaryPipeline {
    private NonstationaryPipeline() {}

    /// Law of the repair time.
    public enum TurnaroundLaw {
        /// Always the mean.
        FIXED,
        /// Exponential.
        EXPONENTIAL
    }

    /// A mean repair time that holds for removals from a time on.
    ///
    /// @param fromTime 0 or more
    /// @param mean 0 or more
    public record TurnaroundStep(double fromTime, double mean) {
        public TurnaroundStep {
            Require.notNegative("fromTime of a step", fromTime);
            Require.notNegative("mean turnaround", mean);
        }
    }

    /// The plan.
    ///
    /// @param fleet units at work, steps in rising order of time, the first at 0
    /// @param turnaround mean repair times, likewise
    /// @param law of the repair time
    /// @param removalsPerUnit ρ, 0 or more, per unit and unit of time
    public record Plan(
            List<OpeningTransient.CountStep> fleet,
            List<TurnaroundStep> turnaround,
            TurnaroundLaw law,
            double removalsPerUnit) {
        public Plan {
            fleet = List.copyOf(fleet);
            turnaround = List.copyOf(turnaround);
            Require.notNegative("removalsPerUnit", removalsPerUnit);
            Steps.requireOrder("fleet", fleet, OpeningTransient.CountStep::fromTime);
            Steps.requireOrder("turnaround", turnaround, TurnaroundStep::fromTime);
        }
    }

    /// Mean of the Poisson pipeline at a time.
    ///
    /// @param time t, 0 or more
    public static double mean(Plan plan, double time) {
        Require.notNegative("time", time);
        var edges = new TreeSet<Double>();
        plan.fleet().forEach(s -> edges.add(s.fromTime()));
        plan.turnaround().forEach(s -> edges.add(s.fromTime()));
        edges.add(time);
        double sum = 0;
        double from = 0;
        for (double edge : edges.headSet(time, true)) {
            int units = Steps.at(plan.fleet(), OpeningTransient.CountStep::fromTime, from).units();
            double m = Steps.at(plan.turnaround(), TurnaroundStep::fromTime, from).mean();
            sum += units * plan.removalsPerUnit() * remaining(plan.law(), m, from, edge, time);
            from = edge;
        }
        return sum;
    }

    /// Law of the pipeline at a time.
    public static DiscreteLaw at(Plan plan, double time) {
        return new Poisson(mean(plan, time)).law();
    }

    /// Integral over u from a to b of P(repair > t-u).
    private static double remaining(TurnaroundLaw law, double mean, double a, double b, double t) {
        return switch (law) {
            case FIXED -> StrictMath.max(0, b - StrictMath.max(a, t - mean));
            case EXPONENTIAL ->
                    mean == 0
                            ? 0
                            : -mean
                                    * StrictMath.exp(-(t - b) / mean)
                                    * StrictMath.expm1(-(b - a) / mean);
        };
    }
}
