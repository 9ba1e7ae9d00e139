package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// Where to repair one unit: at its bases, at a depot, or not at all, with the spares each asks
/// for.
///
/// Removals M = bases x removals a base and year x years; a repair uses a sub-unit of expected cost
/// e. Repair costs: base = bases x test set + M (labour + e); depot = test set + M (labour + e + 2
/// x shipping one way); discard = M x unit cost. Each base then holds the least s with 1 -
/// EBO(s)/systems ≥ target, Poisson pipeline of removals x turnaround. No discounting.
///
/// Choosing by repair cost first and buying spares after can be much dearer than the joint choice
/// [Basten et al. 2015].
public final class RepairLevel {
    private RepairLevel() {}

    /// Where the unit is repaired.
    public enum Option {
        /// At each base.
        BASE,
        /// At one depot.
        DEPOT,
        /// Nowhere; a new one is bought.
        DISCARD
    }

    /// A repair shop.
    ///
    /// @param testSetCost 0 or more, for one test set
    /// @param labourCostPerRepair 0 or more
    /// @param shipCostOneWay 0 or more; 0 for a base
    /// @param turnaround mean time until a spare is back, in years, 0 or more
    public record Shop(
            double testSetCost,
            double labourCostPerRepair,
            double shipCostOneWay,
            double turnaround) {
        public Shop {
            Require.notNegative("testSetCost", testSetCost);
            Require.notNegative("labourCostPerRepair", labourCostPerRepair);
            Require.notNegative("shipCostOneWay", shipCostOneWay);
            Require.notNegative("turnaround", turnaround);
        }
    }

    /// A kind of sub-unit.
    ///
    /// @param share probability that a repair uses it, 0..1
    /// @param cost 0 or more
    public record SubUnit(double share, double cost) {
        public SubUnit {
            Require.share("sub-unit share", share);
            Require.notNegative("sub-unit cost", cost);
        }
    }

    /// The question.
    ///
    /// @param bases 1 or more
    /// @param systemsPerBase 1 or more
    /// @param removalsPerBaseYear 0 or more
    /// @param years 0 or more
    /// @param unitCost 0 or more
    /// @param subUnits what a repair uses up; their shares sum to 1, to 1e-9
    /// @param availabilityTarget 0 or more, below 1
    /// @param base shop of a base
    /// @param depot shop of the depot
    /// @param discardTurnaround time to buy a new unit, in years, 0 or more
    public record Question(
            int bases,
            int systemsPerBase,
            double removalsPerBaseYear,
            double years,
            double unitCost,
            List<SubUnit> subUnits,
            double availabilityTarget,
            Shop base,
            Shop depot,
            double discardTurnaround) {
        public Question {
            Require.atLeast("number of bases", bases, 1);
            Require.atLeast("systemsPerBase", systemsPerBase, 1);
            Require.notNegative("removalsPerBaseYear", removalsPerBaseYear);
            Require.notNegative("years", years);
            Require.notNegative("unitCost", unitCost);
            subUnits = List.copyOf(subUnits);
            double shares = 0;
            for (SubUnit subUnit : subUnits) {
                shares += subUnit.share();
            }
            if (!(StrictMath.abs(shares - 1) <= 1e-9)) {
                throw new IllegalArgumentException(
                        "The shares of the sub-units sum to (%s) and must sum to 1."
                                .formatted(shares));
            }
            Require.notNegative("discardTurnaround", discardTurnaround);
            if (!(availabilityTarget >= 0 && availabilityTarget < 1)) {
                throw new IllegalArgumentException(
                        "The availabilityTarget (%s) must lie in [0, 1)."
                                .formatted(availabilityTarget));
            }
        }
    }

    /// One option.
    ///
    /// @param option which
    /// @param repairCost over all years, without spares
    /// @param sparesPerBase least number that meets the target
    /// @param totalCost repair and spares
    public record Costing(Option option, double repairCost, int sparesPerBase, double totalCost) {}

    /// All options, in the order base, depot, discard.
    public static List<Costing> compare(Question q) {
        double removals = q.bases() * q.removalsPerBaseYear() * q.years();
        var list = new ArrayList<Costing>();
        for (Option option : Option.values()) {
            double repair =
                    switch (option) {
                        case BASE ->
                                q.bases() * q.base().testSetCost()
                                        + removals * perRepair(q.base(), q);
                        case DEPOT -> q.depot().testSetCost() + removals * perRepair(q.depot(), q);
                        case DISCARD -> removals * q.unitCost();
                    };
            double turnaround =
                    switch (option) {
                        case BASE -> q.base().turnaround();
                        case DEPOT -> q.depot().turnaround();
                        case DISCARD -> q.discardTurnaround();
                    };
            int spares = spares(q, turnaround);
            list.add(
                    new Costing(
                            option, repair, spares, repair + q.bases() * spares * q.unitCost()));
        }
        return List.copyOf(list);
    }

    /// Cheapest option, the first of equals.
    ///
    /// @param withSpares whether spares count
    public static Option cheapest(List<Costing> costings, boolean withSpares) {
        Costing best = costings.getFirst();
        for (Costing c : costings) {
            if (cost(c, withSpares) < cost(best, withSpares)) {
                best = c;
            }
        }
        return best.option();
    }

    private static double cost(Costing c, boolean withSpares) {
        return withSpares ? c.totalCost() : c.repairCost();
    }

    private static double perRepair(Shop shop, Question q) {
        double subUnits = 0;
        for (SubUnit subUnit : q.subUnits()) {
            subUnits += subUnit.share() * subUnit.cost();
        }
        return shop.labourCostPerRepair() + subUnits + 2 * shop.shipCostOneWay();
    }

    private static int spares(Question q, double turnaround) {
        var pipeline = new Poisson(q.removalsPerBaseYear() * turnaround).law();
        int s = 0;
        while (1 - pipeline.expectedExcess(s) / q.systemsPerBase() < q.availabilityTarget()) {
            s++;
        }
        return s;
    }
}
