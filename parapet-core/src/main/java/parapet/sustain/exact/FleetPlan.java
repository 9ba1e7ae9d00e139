package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import parapet.stats.Law;
import parapet.stats.Require;

/// A fleet on the first day and the milestones that change it, each on a date that may be
/// uncertain. Dates of different milestones are independent; what a milestone does later than on
/// its date, such as the delivery that follows a payment, moves with it.
///
/// @param start what holds from time 0
/// @param milestones in any order, names unique; edits of the same instant apply in this order
public record FleetPlan(DatedFleet.Support start, List<Milestone> milestones) {
    private static final int MOST_DATES = 4;

    public FleetPlan {
        milestones = List.copyOf(milestones);
        var names = new LinkedHashSet<String>();
        for (Milestone m : milestones) {
            if (!names.add(m.name())) {
                throw new IllegalArgumentException(
                        "Two milestones have the name (%s).".formatted(m.name()));
            }
        }
    }

    /// One change of the numbers of a fleet.
    public sealed interface Edit {
        /// Units that come (or, below 0, go).
        record Units(int more) implements Edit {}

        /// Spare units that come (or, below 0, go).
        record Spares(int more) implements Edit {}

        /// A shop in place of the one before.
        record Shop(int places, double meanRepairTime) implements Edit {}

        /// Another failure rate of a unit at work.
        record Failures(double rate) implements Edit {}

        /// Another share of failures condemned, another time to replace them.
        record Procurement(double condemnedShare, double meanTime) implements Edit {}
    }

    /// An edit, some time after its milestone.
    ///
    /// @param lag 0 or more
    public record Effect(double lag, Edit edit) {
        public Effect {
            Require.notNegative("lag of an effect", lag);
        }
    }

    /// Something that happens on a date.
    ///
    /// @param name unique in the plan
    /// @param date law of its time; a date before 0 counts as 0
    /// @param effects what it does
    public record Milestone(String name, Law date, List<Effect> effects) {
        public Milestone {
            effects = List.copyOf(effects);
        }

        /// One edit on a certain date.
        public static Milestone on(double date, String name, Edit edit) {
            return new Milestone(name, new Law.Fixed(date), List.of(new Effect(0, edit)));
        }
    }

    /// What an expectation over the date laws came to.
    ///
    /// @param value the expected values, in the order of the function's results
    /// @param error how far the rule with half the points is away, an upper estimate of the error
    /// @param solves plans that were solved
    public record Expected(List<Double> value, List<Double> error, int solves) {
        public Expected {
            value = List.copyOf(value);
            error = List.copyOf(error);
        }
    }

    /// Something that follows from the dates of all milestones.
    @FunctionalInterface
    public interface OfDates {
        /// One or more numbers.
        ///
        /// @param dates one a milestone, in the order of the plan
        double[] at(double[] dates);
    }

    /// The same plan with one milestone later (or, below 0, earlier).
    public FleetPlan slipped(String milestone, double by) {
        var moved = new ArrayList<>(milestones);
        int i = indexOf(milestone);
        Milestone m = moved.get(i);
        moved.set(i, new Milestone(m.name(), DateQuadrature.shifted(m.date(), by), m.effects()));
        return new FleetPlan(start, moved);
    }

    /// Index of a milestone by name.
    public int indexOf(String milestone) {
        for (int i = 0; i < milestones.size(); i++) {
            if (milestones.get(i).name().equals(milestone)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "The plan has no milestone (%s); it has %s."
                        .formatted(milestone, milestones.stream().map(Milestone::name).toList()));
    }

    /// The steps of the fleet when the dates are known.
    ///
    /// @param dates one a milestone, in the order of the plan
    public List<DatedFleet.Step> steps(double... dates) {
        record Dated(double time, Edit edit) {}
        var edits = new ArrayList<Dated>();
        for (int i = 0; i < milestones.size(); i++) {
            for (Effect e : milestones.get(i).effects()) {
                edits.add(new Dated(StrictMath.max(0, dates[i] + e.lag()), e.edit()));
            }
        }
        edits.sort(Comparator.comparingDouble(Dated::time));
        var steps = new ArrayList<DatedFleet.Step>();
        steps.add(new DatedFleet.Step(0, start));
        for (Dated e : edits) {
            DatedFleet.Step last = steps.getLast();
            var next = new DatedFleet.Step(e.time(), apply(last.support(), e.edit()));
            if (last.fromTime() == e.time()) {
                steps.removeLast();
            }
            steps.add(next);
        }
        return List.copyOf(steps);
    }

    private static DatedFleet.Support apply(DatedFleet.Support s, Edit edit) {
        int units = s.units();
        int spares = s.spares();
        int places = s.places();
        double repair = s.meanRepairTime();
        double rate = s.failureRate();
        double condemned = s.condemnedShare();
        double procurement = s.meanProcurementTime();
        switch (edit) {
            case Edit.Units(int more) -> units += more;
            case Edit.Spares(int more) -> spares += more;
            case Edit.Shop(int count, double time) -> {
                places = count;
                repair = time;
            }
            case Edit.Failures(double to) -> rate = to;
            case Edit.Procurement(double share, double time) -> {
                condemned = share;
                procurement = time;
            }
        }
        return new DatedFleet.Support(units, spares, places, repair, rate, condemned, procurement);
    }

    /// Expected values of numbers that follow from the dates.
    ///
    /// Between the ends of the date laws, the other dates and `horizon` the numbers are smooth in
    /// each date, and Gauss-Legendre rules are exact to many digits there; see [DateQuadrature]. At
    /// most four dates may be uncertain.
    ///
    /// @param horizon where numbers may have a kink, such as the end of the time looked at
    /// @param points of the rule on each piece, 2 or more, even; the error is told by half of them
    public Expected expected(double horizon, int points, OfDates numbers) {
        long uncertain = milestones.stream().filter(m -> !(m.date() instanceof Law.Fixed)).count();
        if (uncertain > MOST_DATES) {
            throw new IllegalArgumentException(
                    "The plan has (%d) uncertain dates; up to (%d) are integrated."
                            .formatted(uncertain, MOST_DATES));
        }
        return DateQuadrature.expected(this, horizon, points, numbers);
    }

    /// Ready unit-time from 0 to the horizon, expected over the date laws, with 8 points a piece.
    public Expected readyUnitTime(double horizon) {
        return expected(
                horizon,
                8,
                dates -> new double[] {DatedFleet.over(steps(dates), 0, horizon).readyUnitTime()});
    }
}
