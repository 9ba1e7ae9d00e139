package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.random.Streams;
import parapet.stats.Require;

/// Looks for inputs at which the answer of [JointLevel] changes, and for those at which choosing
/// the level of repair first costs most.
public final class LevelSearch {
    private LevelSearch() {}

    /// A question at which the two ways differ.
    ///
    /// @param number of the question among those tried
    /// @param question the question
    /// @param levelFirst level of repair first, then spares
    /// @param joint both together
    public record Found(
            int number,
            JointLevel.Question question,
            JointLevel.Answer levelFirst,
            JointLevel.Answer joint) {
        /// What choosing the level first costs more, as a share of the joint cost.
        public double loss() {
            return levelFirst.cost() / joint.cost() - 1;
        }
    }

    /// What came of a search.
    ///
    /// @param tried questions
    /// @param differ questions at which the ways differ
    /// @param worst the greatest loss
    public record Outcome(int tried, int differ, Found worst) {}

    /// Tries notional questions at random, each solved by enumeration: two items on three bases
    /// that share one test set, ranges as in [#question].
    public static Outcome search(long seed, int tries) {
        Require.atLeast("tries", tries, 1);
        int differ = 0;
        Found worst = null;
        for (int k = 0; k < tries; k++) {
            JointLevel.Question q = question(seed, k);
            var found = new Found(k, q, JointLevel.levelFirst(q), JointLevel.enumerate(q));
            differ += found.loss() > 1e-9 ? 1 : 0;
            if (worst == null || found.loss() > worst.loss()) {
                worst = found;
            }
        }
        if (worst == null) {
            throw new IllegalStateException("Nothing was tried.");
        }
        return new Outcome(tries, differ, worst);
    }

    /// A notional question: prices 10 to 500, 0.2 to 4 removals a base and year, ten years, a test
    /// set of 50 to 1000; a repair costs 2 to 10 % of the price at a base, 1 to 8 % at the depot, 5
    /// to 25 % at the maker; turnaround 0.02 to 0.1 years at a base, 0.05 to 0.4 at the depot, 0.5
    /// to 1.5 at the maker and for a new one; 0.1 to 1 backorders allowed.
    public static JointLevel.Question question(long seed, int number) {
        UniformRandomProvider r = new Streams(seed, 0, 0).at("decide.levels", number);
        var items = new ArrayList<JointLevel.Item>();
        for (int j = 0; j < 2; j++) {
            double price = 10 * StrictMath.pow(50, Streams.open(r));
            double rate = between(r, 0.2, 4);
            items.add(
                    new JointLevel.Item(
                            "item-" + (j + 1),
                            price,
                            rate,
                            0,
                            List.of(
                                    choice(
                                            JointLevel.Level.BASE,
                                            price * between(r, 0.02, 0.1),
                                            between(r, 0.02, 0.1)),
                                    choice(
                                            JointLevel.Level.DEPOT,
                                            price * between(r, 0.01, 0.08),
                                            between(r, 0.05, 0.4)),
                                    choice(
                                            JointLevel.Level.MAKER,
                                            price * between(r, 0.05, 0.25),
                                            between(r, 0.5, 1.5)),
                                    choice(
                                            JointLevel.Level.DISCARD,
                                            price,
                                            between(r, 0.5, 1.5)))));
        }
        return new JointLevel.Question(
                3,
                10,
                0.03,
                List.of(new JointLevel.Resource("test set", between(r, 50, 1000))),
                items,
                between(r, 0.1, 1));
    }

    private static JointLevel.Choice choice(JointLevel.Level level, double cost, double time) {
        boolean needs = level == JointLevel.Level.BASE || level == JointLevel.Level.DEPOT;
        return new JointLevel.Choice(level, cost, time, needs ? List.of(0) : List.of());
    }

    private static double between(UniformRandomProvider r, double low, double high) {
        return low + (high - low) * Streams.open(r);
    }

    /// Share of credible inputs at which the joint choice has the given levels.
    ///
    /// @param questions one for each credible input, all of the same weight
    public static double holds(List<JointLevel.Level> levels, List<JointLevel.Question> questions) {
        Require.atLeast("number of inputs", questions.size(), 1);
        int same = 0;
        for (JointLevel.Question q : questions) {
            same += JointLevel.solve(q).levels().equals(levels) ? 1 : 0;
        }
        return (double) same / questions.size();
    }

    /// Value of one input between `low` and `high` at which the levels chosen change, to one part
    /// in 1e6 of the range; not a number when both ends choose alike.
    ///
    /// @param family the question by the value of that input
    public static double crossover(
            DoubleFunction<JointLevel.Question> family, double low, double high) {
        var first = JointLevel.solve(family.apply(low)).levels();
        if (JointLevel.solve(family.apply(high)).levels().equals(first)) {
            return Double.NaN;
        }
        double a = low;
        double b = high;
        while (b - a > 1e-6 * (high - low)) {
            double middle = 0.5 * (a + b);
            if (JointLevel.solve(family.apply(middle)).levels().equals(first)) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return 0.5 * (a + b);
    }
}
