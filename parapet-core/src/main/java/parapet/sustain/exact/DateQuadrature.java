package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import parapet.stats.Law;
import parapet.stats.Require;

/// Expectations over independent uncertain dates: nested Gauss-Legendre rules, cut at every date
/// where the function may have a kink (ends and mode of the law, effects of the dates already
/// chosen, time 0 and the horizon).
///
///     E f(T) = Σ_pieces Σ_i w_i g(t_i) f(t_i),   g the density             [Press 2007, ch. 4.6]
///
/// The error told is the difference to the rule with half of the points. A date that has only a few
/// possible values, or one, costs one evaluation each and has no error.
final class DateQuadrature {
    private static final double MOST_SOLVES = 200_000;

    /// A chosen date and its probability.
    private record Node(double date, double weight) {}

    private final FleetPlan plan;
    private final double horizon;
    private final Node[] rule;
    private final FleetPlan.OfDates numbers;
    private double[] sum = new double[0];
    private int solves;

    private DateQuadrature(FleetPlan plan, double horizon, int points, FleetPlan.OfDates numbers) {
        this.plan = plan;
        this.horizon = horizon;
        this.rule = rule(points);
        this.numbers = numbers;
    }

    static FleetPlan.Expected expected(
            FleetPlan plan, double horizon, int points, FleetPlan.OfDates numbers) {
        if (points < 2 || points % 2 != 0) {
            throw new IllegalArgumentException(
                    "The number of points (%d) must be even and 2 or more.".formatted(points));
        }
        var fine = new DateQuadrature(plan, horizon, points, numbers);
        fine.choose(0, new double[plan.milestones().size()], 1);
        var coarse = new DateQuadrature(plan, horizon, points / 2, numbers);
        boolean certain = plan.milestones().stream().allMatch(m -> m.date() instanceof Law.Fixed);
        if (!certain) {
            coarse.choose(0, new double[plan.milestones().size()], 1);
        }
        var value = new ArrayList<Double>();
        var error = new ArrayList<Double>();
        for (int i = 0; i < fine.sum.length; i++) {
            value.add(fine.sum[i]);
            error.add(certain ? 0 : StrictMath.abs(fine.sum[i] - coarse.sum[i]));
        }
        return new FleetPlan.Expected(value, error, fine.solves + coarse.solves);
    }

    private void choose(int milestone, double[] dates, double weight) {
        if (milestone == dates.length) {
            if (++solves > MOST_SOLVES) {
                throw new IllegalArgumentException(
                        "The uncertain dates ask for more than (%.0f) plans."
                                .formatted(MOST_SOLVES));
            }
            double[] here = numbers.at(dates.clone());
            if (sum.length == 0) {
                sum = new double[here.length];
            }
            for (int i = 0; i < here.length; i++) {
                sum[i] += weight * here[i];
            }
            return;
        }
        NavigableSet<Double> kinks = kinks(milestone, dates);
        for (Node node : nodes(plan.milestones().get(milestone).date(), kinks)) {
            dates[milestone] = node.date();
            choose(milestone + 1, dates, weight * node.weight());
        }
    }

    /// Dates of a milestone at which one of its effects meets an effect of another, or an end.
    private NavigableSet<Double> kinks(int milestone, double[] dates) {
        var there = new ArrayList<Double>(List.of(0.0, horizon));
        for (int i = 0; i < plan.milestones().size(); i++) {
            FleetPlan.Milestone other = plan.milestones().get(i);
            Double date =
                    i < milestone
                            ? Double.valueOf(dates[i])
                            : other.date() instanceof Law.Fixed(double value) && i != milestone
                                    ? Double.valueOf(value)
                                    : null;
            if (date != null) {
                other.effects().forEach(e -> there.add(date + e.lag()));
            }
        }
        var kinks = new TreeSet<Double>();
        for (FleetPlan.Effect own : plan.milestones().get(milestone).effects()) {
            there.forEach(t -> kinks.add(t - own.lag()));
        }
        kinks.addAll(List.of(0.0, horizon));
        return kinks;
    }

    private List<Node> nodes(Law law, NavigableSet<Double> kinks) {
        var nodes = new ArrayList<Node>();
        switch (law) {
            case Law.Fixed(double value) -> nodes.add(new Node(value, 1));
            case Law.Uniform(double low, double high) -> {
                if (low == high) {
                    nodes.add(new Node(low, 1));
                } else {
                    pieces(low, high, kinks, _ -> 1 / (high - low), nodes);
                }
            }
            case Law.Triangular(double low, double mode, double high) -> {
                if (low == high) {
                    nodes.add(new Node(low, 1));
                } else {
                    double top = 2 / (high - low);
                    pieces(low, mode, kinks, t -> top * (t - low) / (mode - low), nodes);
                    pieces(mode, high, kinks, t -> top * (high - t) / (high - mode), nodes);
                }
            }
            case Law.Mixture(List<Law.Mixture.Part> parts) -> {
                double total = parts.stream().mapToDouble(Law.Mixture.Part::weight).sum();
                for (Law.Mixture.Part part : parts) {
                    for (Node node : nodes(part.law(), kinks)) {
                        nodes.add(new Node(node.date(), node.weight() * part.weight() / total));
                    }
                }
            }
        }
        return nodes;
    }

    private void pieces(
            double low,
            double high,
            NavigableSet<Double> kinks,
            DoubleUnaryOperator density,
            List<Node> nodes) {
        if (low == high) {
            return;
        }
        var ends = new ArrayList<Double>();
        ends.add(low);
        ends.addAll(kinks.subSet(low, false, high, false));
        ends.add(high);
        for (int i = 1; i < ends.size(); i++) {
            double middle = (ends.get(i - 1) + ends.get(i)) / 2;
            double half = (ends.get(i) - ends.get(i - 1)) / 2;
            for (Node n : rule) {
                double date = middle + half * n.date();
                nodes.add(new Node(date, half * n.weight() * density.applyAsDouble(date)));
            }
        }
    }

    /// The Gauss-Legendre rule on -1..1, roots by Newton's method.
    private static Node[] rule(int points) {
        Require.between("points", points, 1, 64);
        var rule = new Node[points];
        for (int i = 0; i < points; i++) {
            double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (points + 0.5));
            double slope = 1;
            for (int round = 0; round < 100; round++) {
                double p = 1;
                double before = 0;
                for (int k = 0; k < points; k++) {
                    double older = before;
                    before = p;
                    p = ((2 * k + 1) * x * before - k * older) / (k + 1);
                }
                slope = points * (x * p - before) / (x * x - 1);
                double step = p / slope;
                x -= step;
                if (StrictMath.abs(step) < 1e-15) {
                    break;
                }
            }
            rule[i] = new Node(x, 2 / ((1 - x * x) * slope * slope));
        }
        return rule;
    }

    /// The law of a date that is later by `by`.
    static Law shifted(Law law, double by) {
        return switch (law) {
            case Law.Fixed(double value) -> new Law.Fixed(value + by);
            case Law.Uniform(double low, double high) -> new Law.Uniform(low + by, high + by);
            case Law.Triangular(double low, double mode, double high) ->
                    new Law.Triangular(low + by, mode + by, high + by);
            case Law.Mixture(List<Law.Mixture.Part> parts) ->
                    new Law.Mixture(
                            parts.stream()
                                    .map(p ->
                                            new Law.Mixture.Part(p.weight(), shifted(p.law(), by)))
                                    .toList());
        };
    }
}
