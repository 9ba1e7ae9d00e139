package parapet.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import parapet.programme.PresentValue;
import parapet.stats.DiscreteLaw;
import parapet.sustain.exact.AgeReplacement;
import parapet.sustain.exact.Cannibalisation;
import parapet.sustain.exact.ClosedFleet;
import parapet.sustain.exact.Engset;
import parapet.sustain.exact.Erlang;
import parapet.sustain.exact.FiniteDepot;
import parapet.sustain.exact.FleetInterval;
import parapet.sustain.exact.IntervalAvailability;
import parapet.sustain.exact.KofN;
import parapet.sustain.exact.LastTimeBuy;
import parapet.sustain.exact.LateralSupply;
import parapet.sustain.exact.MinMax;
import parapet.sustain.exact.NonstationaryPipeline;
import parapet.sustain.exact.OpeningTransient;
import parapet.sustain.exact.OptimalStock;
import parapet.sustain.exact.RandomTransport;
import parapet.sustain.exact.Renewals;
import parapet.sustain.exact.ReorderPoint;
import parapet.sustain.exact.RepairLevel;
import parapet.sustain.exact.RepairPlaces;
import parapet.sustain.exact.ShelfLife;
import parapet.sustain.exact.SingleSite;
import parapet.sustain.exact.SupplyMethod;
import parapet.sustain.exact.TwoEchelon;
import parapet.sustain.exact.TwoIndenture;

/// Adaptors of the kinds about spares, repair, queues, readiness, maintenance, repair level and
/// money.
final class SupportModels {
    private static final List<String> SUPPLY = List.of("exact", "metric", "two-moment");
    private static final double HOURS_PER_COSTING = 1000; // costs are asked per 1000 h
    private static final double DAYS_PER_YEAR = 365;
    private static final double MILLION_PER_CRORE = 10;

    private SupportModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put("spares.single-site", Model.only(SupportModels::singleSite));
        t.put("spares.two-echelon", new Model(SUPPLY, SupportModels::twoEchelon));
        t.put("spares.optimal-stock", new Model(SUPPLY, SupportModels::optimalStock));
        t.put("spares.two-indenture", new Model(SUPPLY, SupportModels::twoIndenture));
        t.put(
                "spares.two-echelon-two-indenture",
                new Model(SUPPLY, SupportModels::indenturedNetwork));
        t.put("spares.nonstationary", Model.only(SupportModels::nonstationary));
        t.put("spares.lateral", Model.only(SupportModels::lateral));
        t.put("spares.reorder-point", Model.only(SupportModels::reorderPoint));
        t.put("spares.min-max", Model.only(SupportModels::minMax));
        t.put("spares.last-time-buy", Model.only(SupportModels::lastTimeBuy));
        t.put("spares.shelf-life", Model.only(SupportModels::shelfLife));
        t.put("repair.finite-depot", Model.only(SupportModels::finiteDepot));
        t.put("queue.erlang", Model.only(SupportModels::erlang));
        t.put("queue.engset", Model.only(SupportModels::engset));
        t.put(
                "readiness.closed-fleet",
                new Model(List.of("exact", "open-pipeline"), SupportModels::closedFleet));
        t.put("readiness.k-of-n", Model.only(SupportModels::kOfN));
        t.put("readiness.opening-transient", Model.only(SupportModels::openingTransient));
        t.put("readiness.cannibalisation", Model.only(SupportModels::cannibalisation));
        t.put("readiness.interval", Model.only(SupportModels::interval));
        t.put("readiness.fleet-interval", Model.only(SupportModels::fleetInterval));
        t.put("readiness.random-transport", Model.only(SupportModels::randomTransport));
        t.put("maintenance.age-replacement", Model.only(SupportModels::ageReplacement));
        t.put("maintenance.renewals", Model.only(SupportModels::renewals));
        t.put("lora.joint", Model.only(SupportModels::repairLevel));
        t.put("money.present-value", Model.only(SupportModels::presentValue));
        MoneyModels.addTo(t);
    }

    private static SupplyMethod supply(String method) {
        return switch (method) {
            case "exact" -> SupplyMethod.EXACT;
            case "metric" -> SupplyMethod.METRIC;
            case "two-moment" -> SupplyMethod.TWO_MOMENT;
            default -> throw new IllegalArgumentException("unknown method " + method);
        };
    }

    private static RepairPlaces places(Inputs in, String key) {
        return in.has(key) ? new RepairPlaces(in.whole(key)) : RepairPlaces.AMPLE;
    }

    private static Outputs singleSite(Inputs in) {
        in.only(
                "pipelineMean",
                "stock",
                "pipelineVariance",
                "demandPerDay",
                "repairTimeDays",
                "condemnedShare",
                "procurementTimeDays");
        DiscreteLaw law;
        if (in.has("pipelineVariance")) {
            law =
                    SingleSite.twoMomentPipeline(
                            in.number("pipelineMean"), in.number("pipelineVariance"));
        } else if (in.has("pipelineMean")) {
            law = SingleSite.pipeline(in.number("pipelineMean"), 1);
        } else if (in.has("condemnedShare")) {
            law =
                    SingleSite.pipelineWithCondemnation(
                            in.number("demandPerDay"),
                            in.number("repairTimeDays"),
                            in.number("condemnedShare"),
                            in.number("procurementTimeDays"));
        } else {
            law = SingleSite.pipeline(in.number("demandPerDay"), in.number("repairTimeDays"));
        }
        var r = SingleSite.measure(law, in.whole("stock"));
        return new Outputs()
                .put("pipelineMean", r.pipelineMean())
                .put("expectedBackorders", r.expectedBackorders())
                .put("backorderVariance", r.backorderVariance())
                .put("fillRate", r.fillRate())
                .put("readyRate", r.readyRate())
                .put("expectedOnHand", r.expectedOnHand())
                .put("secondOrderLoss", r.secondOrderLoss());
    }

    private static TwoEchelon.Depot depot(Inputs in, boolean stocked) {
        in.only("repairTimeYears", "stock", "repairPlaces");
        return new TwoEchelon.Depot(
                in.number("repairTimeYears"), places(in, "repairPlaces"), stock(in, stocked));
    }

    private static int stock(Inputs in, boolean stocked) {
        return stocked ? in.whole("stock") : 0;
    }

    private static List<TwoEchelon.Base> bases(Inputs in, boolean stocked) {
        return in.objects("bases").stream()
                .map(b -> {
                    b.only(
                            "demandPerYear",
                            "baseRepairShare",
                            "baseRepairTimeYears",
                            "orderAndShipTimeYears",
                            "stock");
                    return new TwoEchelon.Base(
                            b.number("demandPerYear"),
                            b.number("baseRepairShare"),
                            b.number("baseRepairTimeYears"),
                            b.number("orderAndShipTimeYears"),
                            stock(b, stocked));
                })
                .toList();
    }

    private static Outputs network(TwoEchelon.Result r) {
        var bases = r.bases();
        return new Outputs()
                .put("depotPipelineMean", r.depotPipelineMean())
                .put("depotBackorders", r.depotBackorders())
                .put("depotBackorderVariance", r.depotBackorderVariance())
                .put(
                        "basePipelineMean",
                        bases.stream().map(TwoEchelon.BaseResult::pipelineMean).toList())
                .put(
                        "basePipelineVariance",
                        bases.stream().map(TwoEchelon.BaseResult::pipelineVariance).toList())
                .put(
                        "baseBackorders",
                        bases.stream().map(TwoEchelon.BaseResult::backorders).toList())
                .put("baseFillRate", bases.stream().map(TwoEchelon.BaseResult::fillRate).toList())
                .put("totalBackorders", r.totalBackorders());
    }

    private static Outputs twoEchelon(Inputs in, String method) {
        in.only("depot", "bases");
        return network(
                TwoEchelon.solve(depot(in.object("depot"), true), bases(in, true), supply(method)));
    }

    private static Outputs optimalStock(Inputs in, String method) {
        in.only("budget", "items");
        var items = new ArrayList<OptimalStock.Item>();
        for (Inputs item : in.objects("items")) {
            item.only("costPerUnit", "depot", "bases", "pipelineMean");
            double cost = item.number("costPerUnit");
            items.add(
                    item.has("depot")
                            ? new OptimalStock.Network(
                                    cost, depot(item.object("depot"), false), bases(item, false))
                            : new OptimalStock.Single(cost, item.number("pipelineMean")));
        }
        double budget = in.number("budget");
        var r = OptimalStock.solve(items, budget, supply(method));
        var depotStock = new ArrayList<Integer>();
        var stock = new ArrayList<Integer>();
        for (int i = 0; i < items.size(); i++) {
            var allocation = r.allocations().get(i);
            switch (items.get(i)) {
                case OptimalStock.Network _ -> depotStock.add(allocation.depotStock());
                case OptimalStock.Single _ -> stock.add(allocation.baseStocks().getFirst());
            }
        }
        var out =
                new Outputs()
                        .put("minimumBackorders", r.backorders())
                        .put("depotStock", depotStock)
                        .put("stock", stock);
        if (items.size() == 1
                && items.getFirst() instanceof OptimalStock.Network network
                && network.costPerUnit() == 1
                && budget == StrictMath.rint(budget)) {
            out.put(
                    "oneAtATimeBackorders",
                    OptimalStock.oneAtATime(network, in.whole("budget"), supply(method)));
        }
        return out;
    }

    private static List<TwoIndenture.SubUnit> subUnits(Inputs in) {
        return in.objects("subUnits").stream()
                .map(s -> {
                    s.only("share", "repairTimeDays", "stock");
                    return new TwoIndenture.SubUnit(
                            s.number("share"), s.number("repairTimeDays"), s.whole("stock"));
                })
                .toList();
    }

    private static Outputs twoIndenture(Inputs in, String method) {
        in.only("demandPerDay", "diagnosisTimeDays", "stock", "subUnits");
        var r =
                TwoIndenture.solve(
                        in.number("demandPerDay"),
                        in.number("diagnosisTimeDays"),
                        subUnits(in),
                        in.whole("stock"),
                        supply(method));
        return new Outputs()
                .put("pipelineMean", r.pipelineMean())
                .put("expectedBackorders", r.expectedBackorders())
                .put("fillRate", r.fillRate())
                .put("pipelineVariance", r.pipelineVariance());
    }

    private static Outputs indenturedNetwork(Inputs in, String method) {
        in.only("depot", "bases");
        var depot = in.object("depot").only("diagnosisTimeDays", "stock", "subUnits");
        var bases =
                in.objects("bases").stream()
                        .map(b -> {
                            b.only("demandPerDay", "orderAndShipTimeDays", "stock");
                            return new TwoIndenture.Base(
                                    b.number("demandPerDay"),
                                    b.number("orderAndShipTimeDays"),
                                    b.whole("stock"));
                        })
                        .toList();
        return network(
                TwoIndenture.solveNetwork(
                        depot.number("diagnosisTimeDays"),
                        subUnits(depot),
                        depot.whole("stock"),
                        bases,
                        supply(method)));
    }

    private static List<OpeningTransient.CountStep> countSteps(Inputs in, String key) {
        return in.objects(key).stream()
                .map(s -> {
                    s.only("fromDay", "units");
                    return new OpeningTransient.CountStep(s.number("fromDay"), s.whole("units"));
                })
                .toList();
    }

    private static Outputs nonstationary(Inputs in) {
        in.only("fleet", "turnaround", "turnaroundLaw", "removalsPerUnitDay", "stock", "day");
        var turnaround =
                in.objects("turnaround").stream()
                        .map(s -> {
                            s.only("fromDay", "meanDays");
                            return new NonstationaryPipeline.TurnaroundStep(
                                    s.number("fromDay"), s.number("meanDays"));
                        })
                        .toList();
        var plan =
                new NonstationaryPipeline.Plan(
                        countSteps(in, "fleet"),
                        turnaround,
                        choice(NonstationaryPipeline.TurnaroundLaw.class, in, "turnaroundLaw"),
                        in.number("removalsPerUnitDay"));
        double day = in.number("day");
        var r = SingleSite.measure(NonstationaryPipeline.at(plan, day), in.whole("stock"));
        return new Outputs()
                .put("pipelineMean", NonstationaryPipeline.mean(plan, day))
                .put("expectedBackorders", r.expectedBackorders())
                .put("readyRate", r.readyRate());
    }

    static <E extends Enum<E>> E choice(Class<E> type, Inputs in, String key) {
        String word = in.word(key);
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "expected one of %s at \"%s\"; found \"%s\""
                        .formatted(
                                List.of(type.getEnumConstants()).stream()
                                        .map(SupportModels::name)
                                        .toList(),
                                key,
                                word));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Outputs lateral(Inputs in) {
        in.only("sites", "resupplyTimeDays", "lateral");
        var sites =
                in.objects("sites").stream()
                        .map(s -> {
                            s.only("demandPerDay", "stock");
                            return new LateralSupply.Site(
                                    s.number("demandPerDay"), s.whole("stock"));
                        })
                        .toList();
        var r = LateralSupply.solve(sites, in.number("resupplyTimeDays"), in.flag("lateral"));
        return new Outputs()
                .put("ownShare", r.stream().map(LateralSupply.Shares::own).toList())
                .put("lateralShare", r.stream().map(LateralSupply.Shares::lateral).toList())
                .put("emergencyShare", r.stream().map(LateralSupply.Shares::emergency).toList());
    }

    private static Outputs reorderPoint(Inputs in) {
        in.only(
                "demandPerDay",
                "leadTimeDays",
                "reorderPoint",
                "orderQuantity",
                "holdingCostPerUnitDay",
                "backorderCostPerUnitDay",
                "orderCost");
        var policy = new ReorderPoint.Policy(in.whole("reorderPoint"), in.whole("orderQuantity"));
        var r = ReorderPoint.solve(in.number("demandPerDay"), in.number("leadTimeDays"), policy);
        var out =
                new Outputs()
                        .put("expectedBackorders", r.expectedBackorders())
                        .put("fillRate", r.fillRate())
                        .put("expectedOnHand", r.expectedOnHand());
        if (in.has("holdingCostPerUnitDay")
                || in.has("backorderCostPerUnitDay")
                || in.has("orderCost")) {
            var costs =
                    new ReorderPoint.Costs(
                            in.number("holdingCostPerUnitDay"),
                            in.number("backorderCostPerUnitDay"),
                            in.number("orderCost"));
            out.put("costPerDay", r.costRate(costs));
        }
        return out;
    }

    private static Outputs minMax(Inputs in) {
        in.only(
                "demandMeanPerPeriod",
                "reorderLevel",
                "orderUpToLevel",
                "holdingCostPerUnitPeriod",
                "backorderCostPerUnitPeriod",
                "orderCost");
        var costs =
                new ReorderPoint.Costs(
                        in.number("holdingCostPerUnitPeriod"),
                        in.number("backorderCostPerUnitPeriod"),
                        in.number("orderCost"));
        return new Outputs()
                .put(
                        "costPerPeriod",
                        MinMax.costPerPeriod(
                                in.number("demandMeanPerPeriod"),
                                in.whole("reorderLevel"),
                                in.whole("orderUpToLevel"),
                                costs));
    }

    private static Outputs lastTimeBuy(Inputs in) {
        in.only("demandMean", "rateCoefficientOfVariation", "confidenceLevels", "stock");
        var demand =
                LastTimeBuy.demand(
                        in.number("demandMean"), in.number("rateCoefficientOfVariation"));
        var out = new Outputs();
        if (in.has("confidenceLevels")) {
            out.put(
                    "unitsToBuy",
                    in.numbers("confidenceLevels").stream()
                            .map(level -> LastTimeBuy.unitsToBuy(demand, level))
                            .toList());
        }
        if (in.has("stock")) {
            var r = SingleSite.measure(demand, in.whole("stock"));
            out.put("expectedShortage", r.expectedBackorders());
            out.put("probabilityEnough", r.readyRate());
        }
        return out;
    }

    private static Outputs shelfLife(Inputs in) {
        in.only("demandPerYear", "meanShelfLifeYears", "resupplyTimeYears", "stock");
        var r =
                ShelfLife.solve(
                        in.number("demandPerYear"),
                        in.number("meanShelfLifeYears"),
                        in.number("resupplyTimeYears"),
                        in.whole("stock"));
        return new Outputs()
                .put("fillRate", r.fillRate())
                .put("expectedBackorders", r.expectedBackorders())
                .put("expectedOnHand", r.expectedOnHand())
                .put("scrappedPerYear", r.scrapRate());
    }

    private static Outputs finiteDepot(Inputs in) {
        in.only("demandPerDay", "meanRepairTimeDays", "repairPlaces", "stock");
        var r =
                FiniteDepot.solve(
                        in.number("demandPerDay"),
                        in.number("meanRepairTimeDays"),
                        in.whole("repairPlaces"),
                        in.whole("stock"));
        return new Outputs()
                .put("pipelineMean", r.pipelineMean())
                .put("pipelineVariance", r.pipelineVariance())
                .put("expectedBackorders", r.expectedBackorders())
                .put("fillRate", r.fillRate())
                .put("waitProbability", r.waitProbability());
    }

    private static Outputs erlang(Inputs in) {
        in.only("servers", "offeredLoad", "arrivalsPerHour", "servicesPerHour");
        int servers = in.whole("servers");
        boolean timed = in.has("arrivalsPerHour") || in.has("servicesPerHour");
        double load =
                timed
                        ? Erlang.offeredLoad(
                                in.number("arrivalsPerHour"), in.number("servicesPerHour"))
                        : in.number("offeredLoad");
        var out = new Outputs().put("lossProbability", Erlang.lossProbability(servers, load));
        if (load < servers) { // else the waiting system has no long run
            double arrivals = timed ? in.number("arrivalsPerHour") : load;
            double services = timed ? in.number("servicesPerHour") : 1;
            var waiting = Erlang.waiting(servers, arrivals, services);
            out.put("waitProbability", waiting.waitProbability());
            out.put("emptyProbability", waiting.emptyProbability());
            if (timed) {
                out.put("meanWaitHours", waiting.meanWait());
                out.put("meanTimeInSystemHours", waiting.meanTimeInSystem());
            }
        }
        return out;
    }

    private static Outputs engset(Inputs in) {
        in.only("sources", "servers", "loadPerIdleSource");
        int sources = in.whole("sources");
        int servers = in.whole("servers");
        double load = in.number("loadPerIdleSource");
        return new Outputs()
                .put("timeCongestion", Engset.timeCongestion(sources, servers, load))
                .put("callCongestion", Engset.callCongestion(sources, servers, load));
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
                        places(in, "repairPlaces"));
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
        int squadrons = in.whole("squadrons");
        return new Outputs()
                .put("squadronAvailability", KofN.squadronAvailability(blocks))
                .put(
                        "readySquadronDistribution",
                        list(KofN.readySquadrons(squadrons, blocks), squadrons + 1));
    }

    private static List<Double> list(DiscreteLaw law, int length) {
        return Arrays.stream(law.toArray(length)).boxed().toList();
    }

    private static OpeningTransient.Plan datedPlan(Inputs in) {
        var repair =
                in.objects("repair").stream()
                        .map(s -> {
                            s.only("fromDay", "places", "meanRepairTimeDays");
                            return new OpeningTransient.RepairStep(
                                    s.number("fromDay"),
                                    places(s, "places"),
                                    s.number("meanRepairTimeDays"));
                        })
                        .toList();
        return new OpeningTransient.Plan(
                countSteps(in, "fleet"),
                countSteps(in, "spares"),
                repair,
                in.number("failuresPerUnitDay"));
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
                .put("cheapestWithoutSpares", name(RepairLevel.cheapest(costings, false)))
                .put("cheapestWithSpares", name(RepairLevel.cheapest(costings, true)));
    }

    private static Outputs presentValue(Inputs in) {
        var out = new Outputs();
        if (in.has("flowsByYear")) {
            in.only("flowsByYear");
            double[] flows =
                    in.numbers("flowsByYear").stream().mapToDouble(Double::doubleValue).toArray();
            return out.put("internalRateOfReturn", PresentValue.internalRateOfReturn(flows));
        }
        if (in.has("payments")) {
            in.only("payments", "exchangeInrPerUsd", "exchangeGrowthPerYear", "discountRate");
            var payments =
                    in.objects("payments").stream()
                            .map(p -> {
                                p.only("year", "amountMillionUsd");
                                return new PresentValue.Payment(
                                        p.number("year"), p.number("amountMillionUsd"));
                            })
                            .toList();
            double millionInr =
                    PresentValue.ofForeignPayments(
                            payments,
                            in.number("exchangeInrPerUsd"),
                            in.number("exchangeGrowthPerYear"),
                            in.number("discountRate"));
            return out.put("presentValueCrore", millionInr / MILLION_PER_CRORE);
        }
        if (in.has("presentAmount")) {
            in.only("presentAmount", "years", "discountRate");
            return out.put(
                    "annualEquivalent",
                    PresentValue.annualEquivalent(
                            in.number("presentAmount"),
                            in.whole("years"),
                            in.number("discountRate")));
        }
        in.only("amountPerYear", "years", "discountRate", "escalationRate", "timing");
        return out.put(
                "presentValue",
                PresentValue.ofStream(
                        in.number("amountPerYear"),
                        in.number("years"),
                        in.number("discountRate"),
                        in.number("escalationRate", 0),
                        choice(PresentValue.Timing.class, in, "timing")));
    }
}
