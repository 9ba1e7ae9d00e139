package parapet.verification;

import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import parapet.stats.DiscreteLaw;
import parapet.sustain.exact.Cannibalisation;
import parapet.sustain.exact.ClosedFleet;
import parapet.sustain.exact.FleetInterval;
import parapet.sustain.exact.IntervalAvailability;
import parapet.sustain.exact.KofN;
import parapet.sustain.exact.OpeningTransient;
import parapet.sustain.exact.RandomTransport;

/// Adaptors of the kinds about readiness: who is up, in the long run, on a day, over an interval.
final class ReadinessModels {
    private ReadinessModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put(
                "readiness.closed-fleet",
                new Model(List.of("exact", "open-pipeline"), ReadinessModels::closedFleet));
        t.put("readiness.k-of-n", Model.only(ReadinessModels::kOfN));
        t.put("readiness.opening-transient", Model.only(ReadinessModels::openingTransient));
        t.put("readiness.cannibalisation", Model.only(ReadinessModels::cannibalisation));
        t.put("readiness.interval", Model.only(ReadinessModels::interval));
        t.put("readiness.fleet-interval", Model.only(ReadinessModels::fleetInterval));
        t.put("readiness.random-transport", Model.only(ReadinessModels::randomTransport));
    }

    private static Outputs closedFleet(Inputs in, String method) {
        in.only(
                "units",
                "spares",
                "meanTimeBetweenFailuresHours",
                "meanRepairTimeHours",
                "repairPlaces",
                "neededUnits");
        var fleet =
                new ClosedFleet.Fleet(
                        in.whole("units"),
                        in.whole("spares"),
                        in.number("meanTimeBetweenFailuresHours"),
                        in.number("meanRepairTimeHours"),
                        QueueModels.places(in, "repairPlaces"));
        if (method.equals("open-pipeline")) {
            var open = ClosedFleet.openPipeline(fleet);
            return new Outputs()
                    .put("availability", open.availability())
                    .put("pipelineMean", open.pipelineMean());
        }
        var r = ClosedFleet.solve(fleet);
        var out =
                new Outputs()
                        .put("availability", r.availability())
                        .put("meanUp", r.meanUp())
                        .put("probabilityAllUp", r.probabilityAllUp())
                        .put("meanInRepair", r.meanInRepair())
                        .put("repairPlaceUse", r.repairPlaceUse());
        if (in.has("neededUnits")) {
            out.put("probabilityAtLeastNeeded", r.probabilityAtLeast(in.whole("neededUnits")));
        }
        return out;
    }

    private static Outputs kOfN(Inputs in) {
        in.only("squadrons", "blocks");
        var blocks =
                in.objects("blocks").stream()
                        .map(b -> {
                            b.only("count", "needed", "availability");
                            return new KofN.Block(
                                    b.whole("count"), b.whole("needed"), b.number("availability"));
                        })
                        .toList();
        int units = in.whole("squadrons");
        return new Outputs()
                .put("squadronAvailability", KofN.unitAvailability(blocks))
                .put("readySquadronDistribution", list(KofN.readyUnits(units, blocks), units + 1));
    }

    private static List<Double> list(DiscreteLaw law, int length) {
        return Arrays.stream(law.toArray(length)).boxed().toList();
    }

    static List<OpeningTransient.CountStep> countSteps(Inputs in, String key) {
        return in.objects(key).stream()
                .map(s -> {
                    s.only("fromDay", "units");
                    return new OpeningTransient.CountStep(s.number("fromDay"), s.whole("units"));
                })
                .toList();
    }

    private static OpeningTransient.Plan datedPlan(Inputs in) {
        var repair =
                in.objects("repair").stream()
                        .map(s -> {
                            s.only("fromDay", "places", "meanRepairTimeDays");
                            return new OpeningTransient.RepairStep(
                                    s.number("fromDay"),
                                    QueueModels.places(s, "places"),
                                    s.number("meanRepairTimeDays"));
                        })
                        .toList();
        return new OpeningTransient.Plan(
                countSteps(in, "fleet"),
                countSteps(in, "spares"),
                repair,
                in.number("failuresPerUnitDay"));
    }

    private static Outputs openingTransient(Inputs in) {
        in.only("fleet", "spares", "repair", "failuresPerUnitDay", "day", "neededUnits");
        var plan = datedPlan(in);
        var r = OpeningTransient.at(plan, in.number("day"));
        var out =
                new Outputs()
                        .put("meanUp", r.meanUp())
                        .put("meanInRepair", r.meanInRepair())
                        .put("probabilityAllUp", r.probabilityAllUp());
        if (in.has("neededUnits")) {
            out.put("probabilityAtLeastNeeded", r.probabilityAtLeast(in.whole("neededUnits")));
        }
        return out;
    }

    private static Outputs fleetInterval(Inputs in) {
        in.only(
                "fleet",
                "spares",
                "repair",
                "failuresPerUnitDay",
                "fromDay",
                "toDay",
                "neededUnits",
                "longRun",
                "inRepairAtStart");
        FleetInterval.Start start = new FleetInterval.Start.Grown();
        if (in.has("inRepairAtStart")) {
            start = new FleetInterval.Start.InRepair(in.whole("inRepairAtStart"));
        } else if (in.has("longRun") && in.flag("longRun")) {
            start = new FleetInterval.Start.LongRun();
        }
        var r =
                FleetInterval.solve(
                        datedPlan(in),
                        start,
                        in.number("fromDay"),
                        in.number("toDay"),
                        in.whole("neededUnits"));
        return new Outputs()
                .put("probabilityAtStart", r.probabilityAtStart())
                .put("probabilityWholeInterval", r.probabilityWhole())
                .put("expectedDaysBelow", r.expectedTimeBelow());
    }

    private static Outputs cannibalisation(Inputs in) {
        in.only("systems", "parts");
        var parts =
                in.objects("parts").stream()
                        .map(p -> {
                            p.only("perSystem", "pipelineMean", "stock");
                            return new Cannibalisation.Part(
                                    p.whole("perSystem"),
                                    p.number("pipelineMean"),
                                    p.whole("stock"));
                        })
                        .toList();
        var r = Cannibalisation.solve(in.whole("systems"), parts);
        return new Outputs()
                .put("probabilityDownAtMost", r.probabilityDownAtMost())
                .put("expectedDownFullCannibalisation", r.expectedDown())
                .put("availabilityFullCannibalisation", r.availability())
                .put("availabilityNoCannibalisation", r.availabilityWithout())
                .put("availabilityProductFormula", r.availabilityByProduct());
    }

    private static Outputs interval(Inputs in) {
        in.only("meanUpHours", "meanDownHours", "intervalHours");
        var r =
                IntervalAvailability.solve(
                        in.number("meanUpHours"),
                        in.number("meanDownHours"),
                        in.number("intervalHours"));
        return new Outputs()
                .put("pointAvailability", r.pointAvailability())
                .put("intervalAvailabilityMean", r.mean())
                .put("intervalAvailabilityStandardDeviation", r.standardDeviation())
                .put("probabilityNeverDown", r.probabilityNeverDown());
    }

    private static Outputs randomTransport(Inputs in) {
        in.only("sites", "returnTimeDays", "repairTimeDays", "depotSpares", "day");
        var sites =
                in.objects("sites").stream()
                        .map(s -> {
                            s.only("meanTimeBetweenFailuresDays", "shipTimeDays");
                            return new RandomTransport.Site(
                                    s.number("meanTimeBetweenFailuresDays"),
                                    s.number("shipTimeDays"));
                        })
                        .toList();
        var network =
                new RandomTransport.Network(
                        sites,
                        in.number("returnTimeDays"),
                        in.number("repairTimeDays"),
                        in.whole("depotSpares"));
        var r =
                in.has("day")
                        ? RandomTransport.at(network, in.number("day"))
                        : RandomTransport.longRun(network);
        return new Outputs()
                .put("siteAvailability", r.siteAvailability())
                .put("bothUp", r.bothUp())
                .put("depotBackorders", r.depotBackorders());
    }
}
