package parapet.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import parapet.stats.DiscreteLaw;
import parapet.sustain.exact.LastTimeBuy;
import parapet.sustain.exact.LateralSupply;
import parapet.sustain.exact.MinMax;
import parapet.sustain.exact.NonstationaryPipeline;
import parapet.sustain.exact.OptimalStock;
import parapet.sustain.exact.ReorderPoint;
import parapet.sustain.exact.ShelfLife;
import parapet.sustain.exact.SingleSite;
import parapet.sustain.exact.SupplyMethod;
import parapet.sustain.exact.TwoEchelon;
import parapet.sustain.exact.TwoIndenture;

/// Adaptors of the kinds about spares: stock at one site, in a network, by a policy.
final class SparesModels {
    private static final List<String> SUPPLY = List.of("exact", "metric", "two-moment");

    private SparesModels() {}

    /// Adds the kinds of this class to the table of all kinds.
    static void addTo(SequencedMap<String, Model> t) {
        t.put("spares.single-site", Model.only(SparesModels::singleSite));
        t.put("spares.two-echelon", new Model(SUPPLY, SparesModels::twoEchelon));
        t.put("spares.optimal-stock", new Model(SUPPLY, SparesModels::optimalStock));
        t.put("spares.two-indenture", new Model(SUPPLY, SparesModels::twoIndenture));
        t.put(
                "spares.two-echelon-two-indenture",
                new Model(SUPPLY, SparesModels::indenturedNetwork));
        t.put("spares.nonstationary", Model.only(SparesModels::nonstationary));
        t.put("spares.lateral", Model.only(SparesModels::lateral));
        t.put("spares.reorder-point", Model.only(SparesModels::reorderPoint));
        t.put("spares.min-max", Model.only(SparesModels::minMax));
        t.put("spares.last-time-buy", Model.only(SparesModels::lastTimeBuy));
        t.put("spares.shelf-life", Model.only(SparesModels::shelfLife));
    }

    private static SupplyMethod supply(String method) {
        return switch (method) {
            case "exact" -> SupplyMethod.EXACT;
            case "metric" -> SupplyMethod.METRIC;
            case "two-moment" -> SupplyMethod.VARI_METRIC;
            default -> throw new IllegalArgumentException("unknown method " + method);
        };
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
                in.number("repairTimeYears"),
                QueueModels.places(in, "repairPlaces"),
                stock(in, stocked));
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
                        ReadinessModels.countSteps(in, "fleet"),
                        turnaround,
                        in.choice(NonstationaryPipeline.TurnaroundLaw.class, "turnaroundLaw"),
                        in.number("removalsPerUnitDay"));
        double day = in.number("day");
        var r = SingleSite.measure(NonstationaryPipeline.at(plan, day), in.whole("stock"));
        return new Outputs()
                .put("pipelineMean", NonstationaryPipeline.mean(plan, day))
                .put("expectedBackorders", r.expectedBackorders())
                .put("readyRate", r.readyRate());
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
}
