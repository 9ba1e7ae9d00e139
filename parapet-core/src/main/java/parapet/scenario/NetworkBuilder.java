package parapet.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.quantity.Currencies;
import parapet.random.Streams;
import parapet.sustain.Network;
import parapet.sustain.SustainInput;
import parapet.sustain.TaskPolicy;

/// Builds the support network of each phase from the scenario in force and the values of a draw.
///
/// The order of parts, types and sites is that of the last version of the scenario; what an earlier
/// version does not know yet stands closed or empty.
final class NetworkBuilder {
    private final Draw draw;
    private final Calendar calendar;
    private final Map<String, Long> opens;
    private final Map<String, List<long[]>> disruptions;
    private final Scenario last;
    private final Map<String, Integer> parts;
    private final Map<String, Integer> types;
    private final Map<String, Integer> sites;
    private final FailureLaws failures;
    private final PolicyBuilder policies;

    NetworkBuilder(
            Scenario last,
            Draw draw,
            Streams streams,
            Calendar calendar,
            long end,
            Map<String, Long> opens,
            Map<String, List<long[]>> disruptions) {
        this.last = last;
        this.draw = draw;
        this.calendar = calendar;
        this.opens = opens;
        this.disruptions = disruptions;
        this.parts = index(last.catalogue().parts());
        this.types = index(last.catalogue().units());
        this.sites = index(last.support().sites());
        this.failures = new FailureLaws(draw, streams);
        this.policies = new PolicyBuilder(draw, calendar, end, parts, sites);
    }

    private static Map<String, Integer> index(Map<String, ?> table) {
        var index = new LinkedHashMap<String, Integer>();
        table.keySet().forEach(id -> index.put(id, index.size()));
        return index;
    }

    /// Index of a site.
    int site(String id) {
        return at(sites, id);
    }

    /// Number of parts.
    int partCount() {
        return parts.size();
    }

    /// Index of a part.
    int part(String id) {
        return at(parts, id);
    }

    private static int at(Map<String, Integer> index, String id) {
        Integer i = index.get(id);
        if (i == null) {
            throw new IllegalArgumentException(
                    "The key (%s) is not known in this phase.".formatted(id));
        }
        return i;
    }

    /// The units of the active contracts.
    List<SustainInput.Unit> units(Map<String, Programme.Contract> contracts) {
        var units = new ArrayList<SustainInput.Unit>();
        contracts
                .values()
                .forEach(c ->
                        c.deliveries()
                                .forEach((id, d) ->
                                        units.add(
                                                new SustainInput.Unit(
                                                        id,
                                                        at(types, d.type()),
                                                        at(sites, d.base())))));
        return units;
    }

    /// The network at `tick`, when `scenario` is in force.
    Network at(long tick, Scenario scenario) {
        var partList = new ArrayList<Network.Part>();
        last.catalogue()
                .parts()
                .forEach((id, fallback) ->
                        partList.add(
                                part(id, scenario.catalogue().parts().getOrDefault(id, fallback))));
        var typeList = new ArrayList<Network.UnitType>();
        last.catalogue()
                .units()
                .forEach((id, fallback) ->
                        typeList.add(
                                type(
                                        id,
                                        scenario.catalogue().units().getOrDefault(id, fallback),
                                        scenario)));
        var siteList = new ArrayList<Network.Site>();
        last.support()
                .sites()
                .forEach((id, fallback) ->
                        siteList.add(
                                site(
                                        id,
                                        scenario.support().sites().getOrDefault(id, fallback),
                                        tick)));
        return new Network(
                partList, typeList, siteList, links(scenario, tick), production(scenario));
    }

    private Network.Part part(String id, Catalogue.Part p) {
        var inside = new ArrayList<Network.Inside>();
        p.inside()
                .forEach((sub, i) ->
                        inside.add(new Network.Inside(at(parts, sub), draw.value(i.share()))));
        return new Network.Part(
                id,
                failures.law(id, p),
                p.clock() == Catalogue.Clock.CALENDAR,
                draw.value(p.fieldRepairShare()),
                draw.value(p.fieldRepairTime()),
                draw.value(p.condemnedShare()),
                draw.value(p.noFaultShare()),
                draw.value(p.noFaultTime()),
                inside,
                new Network.Life(
                        Realiser.value(draw, p.serviceLife(), Double.POSITIVE_INFINITY),
                        p.overhauled(),
                        Realiser.value(draw, p.shelfLife(), Double.POSITIVE_INFINITY)),
                draw.value(p.procurementTime()),
                p.lastOrder() == null
                        ? Long.MAX_VALUE
                        : calendar.tickOfEpochDay(draw.value(p.lastOrder())),
                draw.value(p.price()),
                currency(p.price()));
    }

    private Network.UnitType type(String id, Catalogue.UnitType t, Scenario scenario) {
        var slots = new ArrayList<Network.Slot>();
        t.slots()
                .forEach((slot, s) ->
                        slots.add(
                                new Network.Slot(
                                        slot,
                                        at(parts, s.part()),
                                        s.count(),
                                        s.full(),
                                        s.degraded(),
                                        clockRate(s))));
        var missiles = new ArrayList<Network.Missile>();
        t.missiles()
                .forEach((missile, load) -> {
                    Catalogue.Missile m = scenario.catalogue().missiles().get(missile);
                    if (m == null) {
                        return;
                    }
                    missiles.add(
                            new Network.Missile(
                                    missile,
                                    count(load.count()),
                                    draw.value(m.life()),
                                    draw.value(m.extension()),
                                    draw.value(m.extensionPriceShare()) * draw.value(m.price()),
                                    draw.value(m.price()),
                                    currency(m.price())));
                });
        var tasks = new ArrayList<Network.Task>();
        t.tasks().forEach((task, k) -> tasks.add(task(task, k)));
        return new Network.UnitType(
                id,
                slots,
                counts(t.spares()),
                missiles,
                tasks,
                draw.value(t.yearlyCost()),
                currency(t.yearlyCost()),
                Realiser.value(draw, t.operating(), 1));
    }

    private double clockRate(Catalogue.Slot s) {
        return s.uses() == null ? draw.value(s.operating()) : draw.value(s.uses());
    }

    private Network.Task task(String id, Catalogue.Task k) {
        var at = new ArrayList<Network.TaskSite>();
        k.at().forEach((site, where) ->
                at.add(
                        new Network.TaskSite(
                                at(sites, site),
                                where.places(),
                                draw.value(where.time()),
                                draw.value(where.price()),
                                currency(where.price()),
                                Realiser.value(
                                        draw, where.inductions(), Double.POSITIVE_INFINITY))));
        Catalogue.Findings findings = k.findings();
        return new Network.Task(
                id,
                Realiser.value(draw, k.every(), Double.POSITIVE_INFINITY),
                k.from() == null
                        ? Long.MIN_VALUE / 4
                        : calendar.tickOfEpochDay(draw.value(k.from())),
                draw.value(k.grace()),
                k.active(),
                at,
                new TaskPolicy(
                        Realiser.value(draw, k.everyUse(), Double.POSITIVE_INFINITY),
                        findings == null ? 0 : draw.value(findings.share()),
                        findings == null ? 0 : draw.value(findings.time()),
                        counts(k.parts()),
                        k.crews(),
                        k.renews(),
                        Realiser.value(draw, k.together(), 0),
                        Realiser.value(draw, k.lost(), 0)));
    }

    private Network.Site site(String id, Support.Site s, long tick) {
        Long opening = opens.get(id);
        boolean open = s.active() && (opening == null || tick >= opening);
        int[] repairsAt = s.repairsAt().stream().mapToInt(r -> at(sites, r)).toArray();
        return new Network.Site(
                id,
                open,
                s.supplier() == null ? -1 : at(sites, s.supplier()),
                repairsAt,
                counts(s.stock()),
                shop(s, open, opening == null ? 0 : opening),
                draw.value(s.yearlyCost()),
                currency(s.yearlyCost()),
                policies.site(s, tick));
    }

    private Network.Shop shop(Support.Site s, boolean open, long opening) {
        Support.Shop shop = s.shop();
        if (shop == null || !open) {
            return Network.Shop.NONE;
        }
        double places = draw.value(shop.places()) * (1 - draw.value(shop.otherWork()));
        return new Network.Shop(
                (int) Math.round(places),
                opening,
                draw.value(shop.repairTime()),
                draw.value(shop.scatter()),
                draw.value(shop.repairShare()),
                draw.value(shop.priceShare()),
                draw.value(shop.learningFactor()),
                draw.value(shop.learningTime()),
                draw.value(shop.materialShare()),
                draw.value(shop.materialTime()),
                policies.shop(s, shop));
    }

    private Network.Link[][] links(Scenario scenario, long tick) {
        var links = new Network.Link[sites.size()][sites.size()];
        for (Network.Link[] row : links) {
            Arrays.fill(row, Network.Link.NONE);
        }
        scenario.support()
                .links()
                .forEach((id, link) -> {
                    int from = at(sites, link.from());
                    int to = at(sites, link.to());
                    var built =
                            new Network.Link(
                                    draw.value(link.time()),
                                    draw.value(link.scatter()),
                                    !closed(scenario, id, tick)
                                            && !policies.inSeason(link.closed(), tick),
                                    link.lot(),
                                    Realiser.value(draw, link.every(), 0));
                    links[from][to] = built;
                    links[to][from] = built;
                });
        return links;
    }

    private boolean closed(Scenario scenario, String link, long tick) {
        for (var entry : scenario.support().disruptions().entrySet()) {
            if (!entry.getValue().closes().contains(link)) {
                continue;
            }
            for (long[] period : disruptions.getOrDefault(entry.getKey(), List.of())) {
                if (tick >= period[0] && tick < period[1]) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The first active production holds; the language allows several so that plans can choose.
    private Network.Production production(Scenario scenario) {
        for (Support.Production p : scenario.support().production().values()) {
            if (p.active()) {
                return new Network.Production(
                        calendar.tickOfEpochDay(draw.value(p.starts())),
                        draw.value(p.first()),
                        draw.value(p.growth()),
                        draw.value(p.most()),
                        draw.value(p.leadTime()),
                        draw.value(p.priceShare()));
            }
        }
        return Network.Production.NONE;
    }

    private int[] counts(Map<String, Catalogue.Spares> spares) {
        var counts = new int[parts.size()];
        spares.forEach((part, s) -> counts[at(parts, part)] = count(s.count()));
        return counts;
    }

    private int count(Quantity quantity) {
        return (int) Math.round(draw.value(quantity));
    }

    /// The ticks at which a season of a site or link begins or ends.
    Set<Long> seasons(Scenario scenario) {
        return policies.seasons(scenario);
    }

    /// Parts bought once at a site, as they come.
    List<SustainInput.Addition> lastTimeBuys() {
        var additions = new ArrayList<SustainInput.Addition>();
        last.support()
                .sites()
                .forEach((id, site) ->
                        site.policies()
                                .forEach((part, policy) -> {
                                    Support.LastTimeBuy buy = policy.lastTimeBuy();
                                    Catalogue.Part item = last.catalogue().parts().get(part);
                                    if (buy != null && item != null && site.active()) {
                                        var counts = new int[parts.size()];
                                        counts[at(parts, part)] = count(buy.count());
                                        additions.add(
                                                new SustainInput.Addition(
                                                        calendar.tickOfEpochDay(
                                                                        draw.value(buy.on()))
                                                                + Calendar.ticks(
                                                                        draw.value(
                                                                                item
                                                                                        .procurementTime())),
                                                        at(sites, id),
                                                        counts,
                                                        "",
                                                        0));
                                    }
                                }));
        return additions;
    }

    /// What they cost, on the day of the order.
    List<Ledger.Entry> lastTimeMoney(long end) {
        var entries = new ArrayList<Ledger.Entry>();
        for (Support.Site site : last.support().sites().values()) {
            site.policies()
                    .forEach((part, policy) -> {
                        Support.LastTimeBuy buy = policy.lastTimeBuy();
                        Catalogue.Part item = last.catalogue().parts().get(part);
                        if (buy == null || item == null || !site.active()) {
                            return;
                        }
                        long on = calendar.tickOfEpochDay(draw.value(buy.on()));
                        double amount = count(buy.count()) * draw.value(item.price());
                        if (on >= 0 && on < end && amount > 0) {
                            entries.add(
                                    new Ledger.Entry(
                                            on,
                                            MoneyCause.SPARES,
                                            part,
                                            currency(item.price()),
                                            amount));
                        }
                    });
        }
        return entries;
    }

    private String currency(Quantity quantity) {
        String currency = draw.currency(quantity);
        return currency.isEmpty() ? Currencies.PIVOT : currency;
    }
}
