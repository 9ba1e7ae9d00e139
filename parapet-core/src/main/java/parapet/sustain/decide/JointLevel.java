package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.stats.Require;

/// Where to repair several items that share test equipment, jointly with the spares each choice asks
/// for: least cost for a level of backorders.
///
///     min  Σ resources  +  Σ_j repairs_j(level_j)  +  Σ_j price_j n_j   with  Σ_j EBO_j ≤ target
///
/// An item repaired at its bases has a pipeline of rate x turnaround at each; one repaired at the
/// depot or the maker, or bought anew, is owed by the depot for the turnaround, which may hold stock,
/// and travels to the base for `shipYears`. Equipment costs its price at every base, or once at the
/// depot; the maker has his own. No discounting, no shared queues.
///
/// Method: a price λ on a backorder splits the problem into items; what remains, which equipment to
/// buy, is solved by branch and bound. Every λ gives a lower bound
///
///     L(λ) = min (cost + λ (EBO - target)) ≤ optimum
///
/// and, with spares bought anew for its levels, a plan; [Answer#gap] is what lies between the best
/// of both. [#enumerate] tries all levels and all stocks: exact, for a few items.
public final class JointLevel {
    private static final int MOST_RESOURCES = 12;
    private static final int STEPS = 50;

    private JointLevel() {}

    /// Where an item is repaired.
    public enum Level {
        /// At each base.
        BASE,
        /// At the depot.
        DEPOT,
        /// At the maker's plant.
        MAKER,
        /// Nowhere; a new one is bought.
        DISCARD
    }

    /// Test equipment.
    ///
    /// @param id name
    /// @param costPerSite over all years, 0 or more
    public record Resource(String id, double costPerSite) {
        public Resource {
            Require.notNegative("costPerSite", costPerSite);
        }
    }

    /// One way to deal with a removed item.
    ///
    /// @param level where
    /// @param costPerRemoval repair with freight, or price of a new one, 0 or more
    /// @param turnaroundYears from removal to stock, 0 or more
    /// @param resources numbers of the equipment needed at that site; ignored for maker and discard
    public record Choice(
            Level level, double costPerRemoval, double turnaroundYears, List<Integer> resources) {
        public Choice {
            Require.notNegative("costPerRemoval", costPerRemoval);
            Require.notNegative("turnaroundYears", turnaroundYears);
            resources = List.copyOf(resources);
        }
    }

    /// An item.
    ///
    /// @param id name
    /// @param price of a spare, more than 0
    /// @param removalsPerBaseYear 0 or more
    /// @param freeHoles holes of a base that do not hurt, 0 or more
    /// @param choices one or more
    public record Item(
            String id,
            double price,
            double removalsPerBaseYear,
            int freeHoles,
            List<Choice> choices) {
        public Item {
            Require.positive("price", price);
            Require.notNegative("removalsPerBaseYear", removalsPerBaseYear);
            Require.atLeast("freeHoles", freeHoles, 0);
            choices = List.copyOf(choices);
            Require.atLeast("number of choices", choices.size(), 1);
        }
    }

    /// The question.
    ///
    /// @param bases equal bases, 1 or more
    /// @param years over which repairs are paid, 0 or more
    /// @param shipYears from depot to base, 0 or more
    /// @param resources equipment, at most 12
    /// @param items one or more
    /// @param target backorders allowed, over all items and bases, more than 0
    public record Question(
            int bases,
            double years,
            double shipYears,
            List<Resource> resources,
            List<Item> items,
            double target) {
        public Question {
            Require.between("number of bases", bases, 1, 10_000);
            Require.notNegative("years", years);
            Require.notNegative("shipYears", shipYears);
            resources = List.copyOf(resources);
            Require.between("number of resources", resources.size(), 0, MOST_RESOURCES);
            items = List.copyOf(items);
            Require.atLeast("number of items", items.size(), 1);
            Require.positive("target", target);
        }
    }

    /// An answer.
    ///
    /// @param levels by item
    /// @param resourceCost of equipment
    /// @param repairCost of all removals
    /// @param sparesCost of all stocks
    /// @param backorders left
    /// @param bound no plan costs less
    public record Answer(
            List<Level> levels,
            double resourceCost,
            double repairCost,
            double sparesCost,
            double backorders,
            double bound) {
        public Answer {
            levels = List.copyOf(levels);
        }

        /// Cost of all.
        public double cost() {
            return resourceCost + repairCost + sparesCost;
        }

        /// How much a better plan could save at most, as a share of the cost.
        public double gap() {
            return cost() == 0 ? 0 : StrictMath.max(0, 1 - bound / cost());
        }
    }

    /// The joint choice, by Lagrange with a bound.
    public static Answer solve(Question q) {
        var table = new LevelTable(q);
        double bound = 0;
        var seen = new LinkedHashMap<List<Integer>, Answer>();
        double low = 0;
        double high = table.highestPrice();
        for (int step = 0; step < STEPS; step++) {
            double lambda =
                    step == 0 ? high : StrictMath.sqrt(StrictMath.max(low, 1e-9 * high) * high);
            var split = table.split(lambda);
            bound = StrictMath.max(bound, split.value() - lambda * q.target());
            seen.computeIfAbsent(split.choices(), table::withSpares);
            if (split.backorders() > q.target()) {
                low = lambda;
            } else {
                high = lambda;
            }
        }
        return best(seen, bound);
    }

    /// Levels by repair and equipment alone, then the spares that these levels ask for.
    public static Answer levelFirst(Question q) {
        var table = new LevelTable(q);
        return table.withSpares(table.cheapestRepair());
    }

    /// The joint choice by trying all levels and all stocks.
    ///
    /// @throws IllegalArgumentException if there are more than 100 000 combinations of levels
    public static Answer enumerate(Question q) {
        var table = new LevelTable(q);
        double combinations = 1;
        for (Item item : q.items()) {
            combinations *= item.choices().size();
        }
        if (combinations > 100_000) {
            throw new IllegalArgumentException(
                    "There are (%.0f) combinations of levels, too many to try all.%nMaybe use solve."
                            .formatted(combinations));
        }
        Answer best = null;
        for (int c = 0; c < combinations; c++) {
            var choices = new ArrayList<Integer>();
            int rest = c;
            for (Item item : q.items()) {
                choices.add(rest % item.choices().size());
                rest /= item.choices().size();
            }
            Answer answer = table.exactly(choices);
            if (best == null || answer.cost() < best.cost()) {
                best = answer;
            }
        }
        if (best == null) {
            throw new IllegalStateException("No combination was tried.");
        }
        return withBound(best, best.cost());
    }

    private static Answer best(Map<List<Integer>, Answer> seen, double bound) {
        Answer best = seen.values().iterator().next();
        for (Answer a : seen.values()) {
            best = a.cost() < best.cost() ? a : best;
        }
        return withBound(best, StrictMath.min(bound, best.cost()));
    }

    private static Answer withBound(Answer a, double bound) {
        return new Answer(
                a.levels(),
                a.resourceCost(),
                a.repairCost(),
                a.sparesCost(),
                a.backorders(),
                bound);
    }
}
