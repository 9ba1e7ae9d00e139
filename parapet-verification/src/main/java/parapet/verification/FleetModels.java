package parapet.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import parapet.stats.Law;
import parapet.sustain.exact.DatedFleet;
import parapet.sustain.exact.FleetPlan;
import parapet.sustain.exact.FleetPlan.Edit;
import parapet.sustain.exact.PriceOfAMonth;

/// Adaptors of the kinds about fleets that change on dates.
final class FleetModels {
    private FleetModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put("readiness.ready-days", Model.only(FleetModels::readyDays));
        t.put("programme.month-price", Model.only(FleetModels::monthPrice));
    }

    private static DatedFleet.Support support(Inputs s) {
        return new DatedFleet.Support(
                s.whole("units"),
                s.whole("spares"),
                s.has("places") ? s.whole("places") : DatedFleet.AMPLE,
                s.number("meanRepairTimeDays"),
                s.number("failuresPerUnitDay"),
                s.number("condemnedShare", 0),
                s.number("meanProcurementTimeDays", 1));
    }

    private static Outputs readyDays(Inputs in) {
        in.only("steps", "fromDay", "toDay", "neededUnits");
        var steps =
                in.objects("steps").stream()
                        .map(s -> {
                            s.only(
                                    "fromDay",
                                    "units",
                                    "spares",
                                    "places",
                                    "meanRepairTimeDays",
                                    "failuresPerUnitDay",
                                    "condemnedShare",
                                    "meanProcurementTimeDays");
                            return new DatedFleet.Step(s.number("fromDay"), support(s));
                        })
                        .toList();
        double to = in.number("toDay");
        var over = DatedFleet.over(steps, in.number("fromDay", 0), to);
        DatedFleet.State end = DatedFleet.at(steps, to).getFirst();
        var out =
                new Outputs()
                        .put("readyUnitDays", over.readyUnitTime())
                        .put("failures", over.failures())
                        .put("meanUp", end.meanUp())
                        .put("meanInRepair", end.meanInRepair())
                        .put("meanWaiting", end.meanWaiting())
                        .put("meanOnOrder", end.meanOnOrder());
        if (in.has("neededUnits")) {
            out.put("daysBelowNeeded", over.timeBelow(in.whole("neededUnits")));
        }
        return out;
    }

    private static Outputs monthPrice(Inputs in) {
        in.only("start", "milestones", "milestone", "months", "horizonDays", "fixedMoney");
        Inputs start = in.object("start");
        start.only(
                "units",
                "spares",
                "places",
                "meanRepairTimeDays",
                "failuresPerUnitDay",
                "condemnedShare",
                "meanProcurementTimeDays");
        var plan =
                new FleetPlan(
                        support(start),
                        in.objects("milestones").stream().map(FleetModels::milestone).toList());
        var flows =
                in.objects("milestones").stream()
                        .map(m ->
                                new PriceOfAMonth.Flow(
                                        m.word("name"), m.number("once", 0), m.number("perDay", 0)))
                        .toList();
        var question =
                new PriceOfAMonth.Question(
                        plan, in.number("horizonDays"), flows, in.number("fixedMoney", 0), 0, 0, 0);
        List<PriceOfAMonth.Slip> curve =
                PriceOfAMonth.curve(question, in.word("milestone"), in.whole("months"));
        return new Outputs()
                .put("readyUnitDays", PriceOfAMonth.worth(question).readyUnitDays())
                .put(
                        "readyUnitDaysLost",
                        curve.stream().map(PriceOfAMonth.Slip::readyUnitDaysLost).toList())
                .put("moneyAdded", curve.stream().map(PriceOfAMonth.Slip::moneyAdded).toList())
                .put("worthLost", curve.stream().map(PriceOfAMonth.Slip::worthLost).toList());
    }

    private static FleetPlan.Milestone milestone(Inputs m) {
        m.only(
                "name",
                "day",
                "firstDay",
                "mostLikelyDay",
                "lastDay",
                "lagDays",
                "units",
                "spares",
                "places",
                "meanRepairTimeDays",
                "once",
                "perDay");
        Law date =
                m.has("day")
                        ? new Law.Fixed(m.number("day"))
                        : Law.of(
                                m.number("firstDay"),
                                m.has("mostLikelyDay") ? m.number("mostLikelyDay") : null,
                                m.number("lastDay"));
        double lag = m.number("lagDays", 0);
        var effects = new ArrayList<FleetPlan.Effect>();
        if (m.has("units")) {
            effects.add(new FleetPlan.Effect(lag, new Edit.Units(m.whole("units"))));
        }
        if (m.has("spares")) {
            effects.add(new FleetPlan.Effect(lag, new Edit.Spares(m.whole("spares"))));
        }
        if (m.has("meanRepairTimeDays")) {
            int places = m.has("places") ? m.whole("places") : DatedFleet.AMPLE;
            double time = m.number("meanRepairTimeDays");
            effects.add(new FleetPlan.Effect(lag, new Edit.Shop(places, time)));
        }
        return new FleetPlan.Milestone(m.word("name"), date, effects);
    }
}
