package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parapet.evidence.Quantity;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.programme.ProgrammeInput;
import parapet.quantity.Calendar;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.Catalogue;
import parapet.scenario.DatedChange;
import parapet.scenario.Made;
import parapet.scenario.Paths;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;
import parapet.scenario.Support;
import parapet.sim.Audit;
import parapet.study.rows.DeliveryRow;
import parapet.study.rows.DowntimeRow;
import parapet.study.rows.MoneyRow;
import parapet.study.rows.OutcomeRow;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.SustainInput;
import parapet.sustain.Sustainment;
import parapet.tables.Rows;

/// In 100 random small scenarios unit-days, parts, money and units are conserved from the evidence
/// to the result tables. The name of a failing case is the seed that makes it again.
class ConservationTest {
    /// Causes that may lie before the first simulated day: contracts that are history by then.
    private static final Set<MoneyCause> PAID_BEFORE =
            Set.of(MoneyCause.ADVANCE, MoneyCause.DELIVERY, MoneyCause.SPARES, MoneyCause.MISSILES);

    static List<Long> seeds() {
        return new Random(20_260_101).longs(100, 0, 1_000_000).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostAndNothingIsMade(long seed) {
        PlannedScenario plan = random(new Random(seed));
        Setup setup = Memory.setup(plan.scenario(), List.of(plan), 1, null, Made.AS_OF);
        for (int draw = 0; draw < 2; draw++) {
            Case c = setup.realiser().realise(plan, draw);
            var streams = new Streams(seed, draw, 0);
            var ledger = new Ledger();
            c.outlays()
                    .forEach(o ->
                            ledger.post(o.tick(), o.cause(), o.about(), o.currency(), o.amount()));
            List<Delivery> deliveries =
                    Deliveries.deliver(c.programme(), streams, ledger, c.endTick());
            ReadinessHistory history =
                    Sustainment.simulate(c.sustain(), deliveries, streams, ledger, Audit.FULL);
            var rows = new Rows();
            new Tally(
                            c,
                            0,
                            setup.grid(),
                            setup.metricsOfStudy(),
                            deliveries,
                            history,
                            ledger,
                            new SkyFacts())
                    .post(rows);
            unitDays(c, deliveries, rows);
            parts(history);
            missiles(c, history);
            money(c, deliveries, ledger, rows);
            deliveries(plan.scenario(), c, rows);
        }
    }

    private static void unitDays(Case c, List<Delivery> deliveries, Rows rows) {
        double since =
                deliveries.stream()
                        .mapToDouble(d -> Math.max(0, c.endTick() - Math.max(0, d.due())))
                        .sum();
        double posted = rows.of(DowntimeRow.class).stream().mapToDouble(r -> r.days()).sum();
        assertThat(posted).as("unit-days").isCloseTo(since / Calendar.DAY, within(1e-6));
        double late =
                deliveries.stream()
                        .mapToDouble(d ->
                                Math.max(
                                        0,
                                        Math.min(c.endTick(), d.arrived()) - Math.max(0, d.due())))
                        .sum();
        double notDelivered =
                rows.of(DowntimeRow.class).stream()
                        .filter(r -> r.state().equals("not-delivered"))
                        .mapToDouble(r -> r.days())
                        .sum();
        assertThat(notDelivered).as("days late").isCloseTo(late / Calendar.DAY, within(1e-6));
    }

    /// No stock falls below nothing, and of what is to be given away only what is there is.
    private static void missiles(Case c, ReadinessHistory history) {
        var stocks = new int[c.sustain().units().size()][history.missileKinds().size()];
        var left = new int[history.missileKinds().size()];
        long first =
                c.sustain().additions().stream()
                        .filter(a -> a.count() < 0)
                        .mapToLong(SustainInput.Addition::tick)
                        .min()
                        .orElse(Long.MAX_VALUE);
        boolean empty = history.missileChanges() == 0 || first < history.missileTick(0);
        for (int i = 0; i < history.missileChanges(); i++) {
            stocks[history.missileUnit(i)][history.missileKind(i)] += history.missileChange(i);
            assertThat(stocks[history.missileUnit(i)][history.missileKind(i)])
                    .as("missiles of a unit")
                    .isNotNegative();
            left[history.missileKind(i)] += history.missileChange(i);
            empty |= left[history.missileKind(i)] == 0;
        }
        long asked =
                c.sustain().additions().stream()
                        .filter(a -> a.count() < 0 && a.tick() < c.endTick())
                        .mapToLong(a -> -a.count())
                        .sum();
        assertThat(history.missilesShort()).isBetween(0L, asked);
        assertThat(history.missilesShort() == 0 || empty)
                .as("short only of what has run out")
                .isTrue();
    }

    private static void parts(ReadinessHistory history) {
        for (ReadinessHistory.PartCount p : history.parts()) {
            assertThat(p.brought() + p.received())
                    .as("parts")
                    .isEqualTo(
                            p.working()
                                    + p.mending()
                                    + p.shelf()
                                    + p.shipped()
                                    + p.loop()
                                    + p.scrapped()
                                    + p.withdrawn()
                                    + p.stranded());
            assertThat(p.failures()).isGreaterThanOrEqualTo(p.removals());
        }
    }

    private static void money(Case c, List<Delivery> deliveries, Ledger ledger, Rows rows) {
        double usd = 0;
        for (Ledger.Entry e : ledger.entries()) {
            boolean before = PAID_BEFORE.contains(e.cause());
            assertThat(e.tick())
                    .as("tick of %s, %s", e.cause(), e.about())
                    .isBetween(before ? Long.MIN_VALUE : 0L, c.endTick() - 1);
            usd += c.rates().convert(e.amount(), e.currency(), "USD", e.tick());
        }
        double posted =
                rows.of(MoneyRow.class).stream()
                        .filter(r -> r.currency().equals("USD"))
                        .mapToDouble(r -> r.amount())
                        .sum();
        assertThat(posted).as("money").isCloseTo(usd, within(1e-9 * (1 + usd)));
        boolean all = deliveries.stream().allMatch(d -> d.arrived() < c.endTick());
        if (all) {
            for (ProgrammeInput.Contract k : c.programme().contracts()) {
                if (k.signedTick() == Long.MAX_VALUE || k.cancelledTick() != Long.MAX_VALUE) {
                    continue; // an option that is not taken, or a contract that may end early
                }
                String id = k.id();
                double paid =
                        ledger.entries().stream()
                                .filter(e -> e.about().equals(id))
                                .mapToDouble(Ledger.Entry::amount)
                                .sum();
                double share = k.deliveries().isEmpty() ? 0.15 : 1;
                assertThat(paid).as("price of " + id).isCloseTo(share * 900e6, within(1.0));
            }
        }
    }

    private static void deliveries(Scenario s, Case c, Rows rows) {
        int units =
                s.programme().contracts().values().stream()
                        .mapToInt(k -> k.deliveries().size())
                        .sum();
        assertThat(rows.of(DeliveryRow.class)).hasSize(units);
        assertThat(c.sustain().units()).hasSize(units);
        for (OutcomeRow r : rows.of(OutcomeRow.class)) {
            assertThat(r.value()).as(r.metric()).isFinite().isGreaterThanOrEqualTo(0);
        }
    }

    // ---------------------------------------------------------------- random scenarios

    private static PlannedScenario random(Random random) {
        Scenario s = Made.scenario();
        s = Paths.with(s, "catalogue", catalogue(random));
        s = Paths.with(s, "support", support(random, s.catalogue()));
        s = Paths.with(s, "programme", programme(random));
        var dated = new ArrayList<DatedChange>();
        if (random.nextBoolean()) {
            dated.add(
                    new DatedChange(
                            when("change", random),
                            "support.sites.depot.shop.places",
                            Made.count("more", random.nextInt(4))));
        }
        if (random.nextInt(3) == 0) {
            dated.add(
                    new DatedChange(when("closing", random), "support.sites.depot.active", false));
        }
        return Made.plan("baseline", s, dated.toArray(DatedChange[]::new));
    }

    /// A day from a year before the start to two years after the end.
    private static Quantity when(String key, Random random) {
        return Made.day(key, Made.START.plusDays(random.nextInt(7 * 365) - 365L));
    }

    private static Catalogue catalogue(Random random) {
        var parts = new LinkedHashMap<String, Catalogue.Part>();
        var slots = new LinkedHashMap<String, Catalogue.Slot>();
        var spares = new LinkedHashMap<String, Catalogue.Spares>();
        for (int p = 0; p < 1 + random.nextInt(3); p++) {
            String id = "p" + p;
            double mtbf = Measures.DAY_SEC * (10 + random.nextInt(400));
            Catalogue.Part part =
                    Made.part(id, Made.between(id + ".mtbf", Dimension.DURATION, mtbf, 2 * mtbf));
            part = Paths.with(part, "condemnedShare", Made.share(id + ".c", random.nextDouble()));
            part =
                    Paths.with(
                            part,
                            "fieldRepairShare",
                            Made.share(id + ".f", random.nextInt(3) / 2.0));
            part = Paths.with(part, "fieldRepairTime", Made.days(id + ".ft", random.nextInt(3)));
            parts.put(id, part);
            int count = 1 + random.nextInt(4);
            int full = 1 + random.nextInt(count);
            slots.put(
                    "slot" + p,
                    new Catalogue.Slot(
                            id,
                            count,
                            full,
                            random.nextInt(full + 1),
                            Made.share(id + ".operating", random.nextInt(4) / 3.0),
                            null));
            spares.put(id, new Catalogue.Spares(Made.count(id + ".spares", random.nextInt(3))));
        }
        var tasks = new LinkedHashMap<String, Catalogue.Task>();
        if (random.nextBoolean()) {
            tasks.put(
                    "overhaul",
                    new Catalogue.Task(
                            "Overhaul",
                            random.nextBoolean()
                                    ? Made.days("every", 200 + random.nextInt(400))
                                    : null,
                            random.nextBoolean() ? when("task-from", random) : null,
                            Made.days("grace", random.nextInt(200)),
                            true,
                            Map.of(
                                    random.nextBoolean() ? "maker" : "depot",
                                    new Catalogue.TaskSite(
                                            1,
                                            Made.days("away", 90),
                                            Made.usd("task.price", 5e6)))));
        }
        var type =
                new Catalogue.UnitType(
                        "Squadron",
                        slots,
                        spares,
                        Map.of("long", new Catalogue.Load(Made.count("load", random.nextInt(9)))),
                        Map.of(),
                        tasks,
                        Made.usd("unit.yearlyCost", 1e6));
        return new Catalogue(parts, Made.catalogue().missiles(), Map.of("squadron", type));
    }

    private static Support support(Random random, Catalogue catalogue) {
        var sites = new LinkedHashMap<String, Support.Site>();
        List<List<String>> shops =
                List.of(List.of(), List.of("maker"), List.of("depot"), List.of("depot", "maker"));
        sites.put(
                "base",
                Made.site(
                        "base",
                        true,
                        random.nextInt(4) == 0 ? null : "maker",
                        shops.get(random.nextInt(4)),
                        null,
                        null));
        sites.put(
                "maker",
                Made.site(
                        "maker",
                        true,
                        null,
                        random.nextBoolean() ? List.of() : List.of("maker"),
                        null,
                        random.nextInt(4) == 0
                                ? null
                                : Made.shop("maker", random.nextInt(5), Made.days("m", 100))));
        sites.put(
                "depot",
                Made.site(
                        "depot",
                        random.nextBoolean(),
                        "maker",
                        List.of(),
                        random.nextInt(4) == 0 ? null : when("depot.opens", random),
                        Made.shop("depot", 1 + random.nextInt(3), Made.days("d", 60))));
        String part = catalogue.parts().keySet().iterator().next();
        sites.computeIfPresent(
                "depot",
                (id, site) ->
                        Paths.with(
                                site,
                                "stock",
                                Map.of(
                                        part,
                                        new Catalogue.Spares(
                                                Made.count("stock", random.nextInt(4))))));
        var links = new LinkedHashMap<String, Support.Link>();
        links.put(
                "road",
                new Support.Link("base", "maker", Made.days("road", 45), Made.share("rs", 0.5)));
        links.put(
                "near",
                new Support.Link("base", "depot", Made.days("near", 3), Made.share("ns", 0)));
        var disruptions = new LinkedHashMap<String, Support.Disruption>();
        if (random.nextBoolean()) {
            disruptions.put(
                    "closed",
                    new Support.Disruption(
                            "Closed",
                            true,
                            when("closed.from", random),
                            Made.perYear("chance", random.nextDouble()),
                            Made.days("lasts", 30 + random.nextInt(400)),
                            List.of("road"),
                            random.nextBoolean() ? List.of("first") : List.of()));
        }
        var production = new LinkedHashMap<String, Support.Production>();
        if (random.nextBoolean()) {
            production.put(
                    "local",
                    new Support.Production(
                            true,
                            when("starts", random),
                            Made.share("first", 0.1),
                            Made.perYear("growth", 0.2),
                            Made.share("most", 0.8),
                            Made.days("lead", 100),
                            Made.share("price", 0.9)));
        }
        return new Support(sites, links, production, disruptions);
    }

    private static Programme programme(Random random) {
        var contracts = new LinkedHashMap<String, Programme.Contract>();
        for (int k = 0; k < random.nextInt(3); k++) {
            boolean second = k > 0 && random.nextBoolean();
            var deliveries = new LinkedHashMap<String, Programme.Delivery>();
            for (int u = 0; u < random.nextInt(4); u++) { // a contract without units included
                String id = "c" + k + "u" + u;
                deliveries.put(
                        id,
                        second
                                ? Made.delivery(id, null, null, Made.days(id, random.nextInt(900)))
                                : Made.delivery(
                                        id,
                                        random.nextBoolean() ? when(id + ".due", random) : null,
                                        when(id + ".arrives", random),
                                        null));
            }
            String id = k == 0 ? "first" : "second";
            contracts.put(id, Made.contract(id, second ? "first" : null, deliveries));
        }
        var purchases = new LinkedHashMap<String, Programme.Purchase>();
        if (random.nextBoolean()) {
            purchases.put(
                    "parts",
                    new Programme.Purchase(
                            "Parts",
                            true,
                            null,
                            Made.day("parts.on", Made.START.plusDays(random.nextInt(1400))),
                            Made.days("parts.every", 300),
                            1 + random.nextInt(3),
                            Made.days("parts.lead", random.nextInt(400)),
                            Made.usd("parts.budget", 20e6),
                            "base",
                            Map.of("p0", new Programme.Share(Made.share("p0.share", 0.7))),
                            Map.of("long", new Catalogue.Load(Made.count("more-missiles", 5)))));
        }
        return shared(contracts, purchases, new Random(random.nextLong()));
    }

    /// The same with causes, gates, options, cancellations and units that follow others.
    private static Programme shared(
            Map<String, Programme.Contract> contracts,
            Map<String, Programme.Purchase> purchases,
            Random random) {
        Programme.Contract first = contracts.get("first");
        if (first != null && random.nextBoolean()) {
            first = Paths.with(first, "chance", Made.share("first.chance", 0.5));
        }
        if (first != null && random.nextBoolean()) {
            var cancelled =
                    new Programme.Cancellation(
                            Made.share("cancel", 0.5), when("first.cancelled", random));
            first = Paths.with(first, "cancelled", cancelled);
        }
        if (first != null) {
            contracts.put("first", first);
        }
        Programme.Contract second = contracts.get("second");
        if (second != null
                && first != null
                && first.deliveries().containsKey("c0u0")
                && second.deliveries().containsKey("c1u1")) {
            Programme.Delivery follows =
                    new Programme.Delivery(
                            "c1u1",
                            "squadron",
                            "base",
                            null,
                            null,
                            null,
                            "c0u0",
                            Made.days("c1u1.by", random.nextInt(200)));
            contracts.put("second", Paths.with(second, "deliveries.c1u1", follows));
        }
        var causes = new LinkedHashMap<String, Programme.Cause>();
        for (int i = random.nextInt(3); i > 0; i--) {
            causes.put(
                    "cause" + i,
                    new Programme.Cause(
                            "",
                            true,
                            Made.share("cause" + i, 0.5),
                            random.nextBoolean() ? null : when("from" + i, random),
                            Made.days("slip" + i, random.nextInt(400)),
                            Made.share("lateness" + i, 1.5 * random.nextDouble()),
                            List.copyOf(contracts.keySet()),
                            List.of(),
                            List.of("works")));
        }
        var gates = new LinkedHashMap<String, Programme.Gate>();
        if (random.nextBoolean()) {
            gates.put(
                    "works",
                    new Programme.Gate(
                            "",
                            true,
                            when("works", random),
                            random.nextBoolean()
                                    ? Programme.Before.SERVICE
                                    : Programme.Before.DEPLOYMENT,
                            List.of("base"),
                            List.of()));
        }
        var fired = Map.of("long", new Catalogue.Load(Made.count("fired", random.nextInt(40))));
        var withdrawals =
                random.nextBoolean()
                        ? Map.<String, Programme.Withdrawal>of()
                        : Map.of(
                                "firing",
                                new Programme.Withdrawal(
                                        "",
                                        true,
                                        when("firing", random),
                                        Made.days("firing.every", 200),
                                        1 + random.nextInt(9),
                                        fired));
        return new Programme(contracts, purchases, causes, gates, withdrawals);
    }
}
