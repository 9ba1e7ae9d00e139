package parapet.verification;

import java.util.SequencedMap;
import parapet.sustain.exact.AgeReplacement;
import parapet.sustain.exact.Renewals;
import parapet.sustain.exact.RepairLevel;

/// Adaptors of the kinds about planned maintenance and the level of repair.
final class MaintenanceModels {
    private static final double HOURS_PER_COSTING = 1000; // costs are asked per 1000 h
    private static final double DAYS_PER_YEAR = 365;

    private MaintenanceModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put("maintenance.age-replacement", Model.only(MaintenanceModels::ageReplacement));
        t.put("maintenance.renewals", Model.only(MaintenanceModels::renewals));
        t.put("lora.joint", Model.only(MaintenanceModels::repairLevel));
    }

    private static Outputs ageReplacement(Inputs in) {
        in.only("weibullShape", "weibullScaleHours", "plannedCost", "failureCost", "ageHours");
        var life =
                new AgeReplacement.Life(
                        in.number("weibullShape"),
                        in.number("weibullScaleHours"),
                        in.number("plannedCost"),
                        in.number("failureCost"));
        double best = AgeReplacement.bestAge(life);
        double age = in.number("ageHours", best);
        double runToFailure = AgeReplacement.runToFailureCostRate(life) * HOURS_PER_COSTING;
        return new Outputs()
                .put("bestAgeHours", best)
                .put(
                        "costPer1000Hours",
                        Double.isInfinite(age)
                                ? runToFailure
                                : AgeReplacement.costRate(life, age) * HOURS_PER_COSTING)
                .put("runToFailureCostPer1000Hours", runToFailure);
    }

    private static Outputs renewals(Inputs in) {
        in.only("weibullShape", "weibullScaleHours", "hours");
        return new Outputs()
                .put(
                        "expectedRenewals",
                        Renewals.expected(
                                in.number("weibullShape"),
                                in.number("weibullScaleHours"),
                                in.number("hours")));
    }

    private static RepairLevel.Shop shop(Inputs in) {
        in.only("testSetCost", "labourCostPerRepair", "shipCostOneWay", "turnaroundDays");
        return new RepairLevel.Shop(
                in.number("testSetCost"),
                in.number("labourCostPerRepair"),
                in.number("shipCostOneWay", 0),
                in.number("turnaroundDays") / DAYS_PER_YEAR);
    }

    private static Outputs repairLevel(Inputs in) {
        in.only(
                "bases",
                "systemsPerBase",
                "removalsPerBaseYear",
                "years",
                "unitCost",
                "availabilityTarget",
                "subUnits",
                "base",
                "depot",
                "discard");
        var subUnits =
                in.objects("subUnits").stream()
                        .map(s -> {
                            s.only("share", "cost");
                            return new RepairLevel.SubUnit(s.number("share"), s.number("cost"));
                        })
                        .toList();
        var costings =
                RepairLevel.compare(
                        new RepairLevel.Question(
                                in.whole("bases"),
                                in.whole("systemsPerBase"),
                                in.number("removalsPerBaseYear"),
                                in.number("years"),
                                in.number("unitCost"),
                                subUnits,
                                in.number("availabilityTarget"),
                                shop(in.object("base")),
                                shop(in.object("depot")),
                                in.object("discard").only("turnaroundDays").number("turnaroundDays")
                                        / DAYS_PER_YEAR));
        return new Outputs()
                .put("repairCost", costings.stream().map(RepairLevel.Costing::repairCost).toList())
                .put(
                        "sparesPerBase",
                        costings.stream().map(RepairLevel.Costing::sparesPerBase).toList())
                .put("totalCost", costings.stream().map(RepairLevel.Costing::totalCost).toList())
                .put("cheapestWithoutSpares", Inputs.word(RepairLevel.cheapest(costings, false)))
                .put("cheapestWithSpares", Inputs.word(RepairLevel.cheapest(costings, true)));
    }
}
