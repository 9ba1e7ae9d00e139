package parapet.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Draw;
import parapet.evidence.Evidence;
import parapet.evidence.Quantity;
import parapet.programme.MoneyCause;
import parapet.programme.ProgrammeInput;
import parapet.programme.Rates;
import parapet.quantity.Calendar;
import parapet.quantity.Currencies;
import parapet.quantity.Measures;
import parapet.quantity.Span;
import parapet.sustain.SustainInput;

/// Builds contracts and purchases from a scenario and the values of a draw.
final class ProgrammeBuilder {
    private final Scenario scenario;
    private final Evidence evidence;
    private final Draw draw;
    private final Calendar calendar;
    private final Rates rates;
    private final Map<String, List<long[]>> disruptions;
    private final MoneyBuilder money;
    private final Happenings happenings;

    ProgrammeBuilder(
            Scenario scenario,
            Evidence evidence,
            Draw draw,
            Calendar calendar,
            Rates rates,
            Map<String, List<long[]>> disruptions,
            MoneyBuilder money,
            Happenings happenings) {
        this.scenario = scenario;
        this.evidence = evidence;
        this.draw = draw;
        this.calendar = calendar;
        this.rates = rates;
        this.disruptions = disruptions;
        this.money = money;
        this.happenings = happenings;
    }

    /// The contracts that exist in this plan, in an order in which none comes before the one it
    /// waits for.
    Map<String, Programme.Contract> active() {
        var active = new LinkedHashMap<String, Programme.Contract>();
        scenario.programme().contracts().forEach((id, c) -> add(active, id, c));
        return active;
    }

    private void add(
            Map<String, Programme.Contract> active, String id, Programme.@Nullable Contract c) {
        if (c == null || !c.active() || active.containsKey(id)) {
            return;
        }
        if (c.after() != null) {
            add(active, c.after(), scenario.programme().contracts().get(c.after()));
        }
        active.put(id, c);
    }

    ProgrammeInput input() {
        Map<String, Programme.Contract> active = active();
        var ids = List.copyOf(active.keySet());
        var contracts = new ArrayList<ProgrammeInput.Contract>();
        active.forEach((id, c) ->
                contracts.add(contract(id, c, c.after() == null ? -1 : ids.indexOf(c.after()))));
        var purchases = new ArrayList<ProgrammeInput.Purchase>();
        scenario.programme()
                .purchases()
                .forEach((id, p) -> {
                    for (long on : lots(id, p)) {
                        purchases.add(
                                new ProgrammeInput.Purchase(
                                        id,
                                        on,
                                        on + Calendar.ticks(draw.value(p.leadTime())),
                                        spent(p, on),
                                        spentIn(p),
                                        p.missiles().isEmpty()
                                                ? MoneyCause.SPARES
                                                : MoneyCause.MISSILES));
                    }
                });
        return new ProgrammeInput(contracts, purchases, happenings.causes(), happenings.gates());
    }

    /// The days on which a purchase is made; none where it is not.
    private List<Long> lots(String id, Programme.Purchase p) {
        return happenings.made(id, p) ? rhythm(p.on(), p.every(), p.times()) : List.of();
    }

    /// The days on which something happens that comes back.
    private List<Long> rhythm(Quantity on, @Nullable Quantity every, int times) {
        long first = calendar.tickOfEpochDay(draw.value(on));
        long step = Calendar.ticks(Realiser.value(draw, every, 0));
        return LongStream.range(0, times).map(i -> first + i * step).boxed().toList();
    }

    private ProgrammeInput.Contract contract(String id, Programme.Contract c, int after) {
        long signed = calendar.tickOfEpochDay(draw.value(c.signed()));
        boolean exists = happenings.signed(id, c);
        // what was promised comes as promised: nothing holds it up, nothing cancels it
        Quantity cancelled =
                c.basis() == Programme.Basis.PROMISED ? null : happenings.cancelled(id, c);
        var planned = new ArrayList<ProgrammeInput.Planned>();
        c.deliveries()
                .forEach((unit, d) ->
                        planned.add(
                                exists
                                        ? planned(id, unit, d, c.basis(), after >= 0 ? 0 : signed)
                                        : ProgrammeInput.Planned.never(unit)));
        long advance = Calendar.ticks(draw.value(c.advanceAfter()));
        String priced = currency(c.price());
        String settlement = c.settlement() == null ? priced : c.settlement();
        return new ProgrammeInput.Contract(
                id,
                exists ? signed : Long.MAX_VALUE,
                after,
                rates.convert(draw.value(c.price()), priced, settlement, signed),
                settlement,
                draw.value(c.advance()),
                !exists ? Long.MAX_VALUE : after >= 0 ? advance : signed + advance,
                draw.value(c.paymentStuck()),
                draw.value(c.paymentStuckTime()),
                draw.value(c.lossInTransit()),
                draw.value(c.replacementTime()),
                draw.value(c.deployment()),
                closed(id),
                planned,
                milestones(c, signed, after >= 0),
                money.of(c, signed),
                cancelled == null
                        ? Long.MAX_VALUE
                        : calendar.tickOfEpochDay(draw.value(cancelled)));
    }

    private List<ProgrammeInput.Milestone> milestones(
            Programme.Contract c, long signed, boolean waits) {
        var units = List.copyOf(c.deliveries().keySet());
        long known = calendar.tick(evidence.asOf());
        var milestones = new ArrayList<ProgrammeInput.Milestone>();
        c.milestones()
                .forEach((id, m) -> {
                    boolean onUnit =
                            m.when() == ProgrammeInput.When.ARRIVAL
                                    || m.when() == ProgrammeInput.When.SERVICE;
                    int unit = m.unit() == null ? units.size() - 1 : units.indexOf(m.unit());
                    if (onUnit && unit < 0) {
                        throw new IllegalArgumentException(
                                "The milestone (%s) waits for a unit (%s) that its contract does not deliver."
                                        .formatted(id, m.unit()));
                    }
                    long delay = Calendar.ticks(draw.value(m.after()));
                    Quantity date = m.date();
                    if (m.when() == ProgrammeInput.When.DATE) {
                        if (date == null) {
                            throw new IllegalArgumentException(
                                    "The milestone (%s) waits for a date that is not given.%nMaybe add `date`."
                                            .formatted(id));
                        }
                        delay += calendar.tickOfEpochDay(draw.value(date));
                    }
                    long day = m.when() == ProgrammeInput.When.SIGNATURE ? signed + delay : delay;
                    boolean settled = !onUnit && !waits && day <= known;
                    milestones.add(
                            new ProgrammeInput.Milestone(
                                    id,
                                    draw.value(m.share()),
                                    m.when(),
                                    onUnit ? unit : -1,
                                    delay,
                                    settled));
                });
        return milestones;
    }

    /// A delivery with its dates; a contract that waits for another counts them from its signature,
    /// a delivery that follows another from the arrival of that one.
    private ProgrammeInput.Planned planned(
            String contract,
            String unit,
            Programme.Delivery d,
            Programme.Basis basis,
            long signed) {
        Quantity arrives = d.arrives();
        boolean follows = d.follows() != null;
        long ready;
        boolean settled = false;
        if (follows) {
            ready = Calendar.ticks(Realiser.value(draw, d.by(), 0));
        } else if (arrives != null) {
            ready = calendar.tickOfEpochDay(draw.value(arrives));
            boolean later =
                    arrives.basis() instanceof Quantity.Later(var _, var _, boolean slipped)
                            && !slipped;
            settled = draw.settled(arrives) && !(later && ready > calendar.tick(evidence.asOf()));
        } else {
            ready = signed + Calendar.ticks(Realiser.value(draw, d.afterSigning(), 0));
        }
        long due =
                follows && d.due() == null ? ProgrammeInput.Planned.AS_MUCH_LATER : due(d, ready);
        List<Integer> gates = happenings.gatesOf(unit, d);
        if (basis == Programme.Basis.PROMISED) {
            return due == ProgrammeInput.Planned.AS_MUCH_LATER
                    ? new ProgrammeInput.Planned(
                            unit, due, ready, true, named(d.follows()), List.of(), gates)
                    : new ProgrammeInput.Planned(unit, due, due, true, "", List.of(), gates);
        }
        return new ProgrammeInput.Planned(
                unit,
                due,
                ready,
                settled,
                named(d.follows()),
                happenings.causesOf(contract, unit),
                gates);
    }

    private static String named(@Nullable String unit) {
        return unit == null ? "" : unit;
    }

    private long due(Programme.Delivery d, long otherwise) {
        Quantity due = d.due();
        if (due != null) {
            return calendar.tickOfEpochDay(draw.value(due));
        }
        Quantity arrives = d.arrives();
        return arrives == null ? otherwise : calendar.tickOfEpochDay(promised(arrives));
    }

    /// The day on which a date was promised: time that its author adds is promised as well, the
    /// slip of a plan is not.
    private double promised(Quantity date) {
        return switch (date.basis()) {
            case Quantity.Later(var of, var _, boolean slipped) when slipped -> promised(of);
            case Quantity.Later(var of, var by, var _) ->
                    promised(of) + draw.value(by) / Measures.DAY_SEC;
            case Quantity.Foretold foretold -> {
                Span span = evidence.dueDate(foretold.of());
                yield span == null ? draw.value(date) : span.high();
            }
            case Quantity.Stated _, Quantity.Assumed _, Quantity.Claimed _ -> draw.value(date);
        };
    }

    private List<long[]> closed(String contract) {
        var periods = new ArrayList<long[]>();
        scenario.support()
                .disruptions()
                .forEach((id, d) -> {
                    if (d.holds().contains(contract)) {
                        periods.addAll(disruptions.getOrDefault(id, List.of()));
                    }
                });
        periods.sort(Comparator.comparingLong(p -> p[0]));
        return periods;
    }

    /// Goods bought outside contracts, as they reach the fleet, and missiles that leave it.
    List<SustainInput.Addition> additions(NetworkBuilder networks) {
        var additions = new ArrayList<SustainInput.Addition>();
        scenario.programme()
                .purchases()
                .forEach((id, p) -> {
                    for (long on : lots(id, p)) {
                        additions.addAll(lot(p, on, networks));
                    }
                });
        scenario.programme()
                .withdrawals()
                .forEach((id, w) -> {
                    for (long on :
                            w.active() ? rhythm(w.on(), w.every(), w.times()) : List.<Long>of()) {
                        if (on >= 0) {
                            missiles(w.missiles(), on, -1, additions);
                        }
                    }
                });
        return additions;
    }

    private List<SustainInput.Addition> lot(
            Programme.Purchase p, long on, NetworkBuilder networks) {
        var additions = new ArrayList<SustainInput.Addition>();
        long arrival = on + Calendar.ticks(draw.value(p.leadTime()));
        if (p.site() != null && !p.spares().isEmpty()) {
            var counts = new int[networks.partCount()];
            p.spares()
                    .forEach((part, share) -> {
                        Catalogue.Part item = scenario.catalogue().parts().get(part);
                        if (item != null) {
                            double price =
                                    rates.convert(
                                            draw.value(item.price()) * money.parts().factor(on),
                                            currency(item.price()),
                                            spentIn(p),
                                            on);
                            double money = spent(p, on) * draw.value(share.share());
                            counts[networks.part(part)] =
                                    (int) Math.floor(price > 0 ? money / price : 0);
                        }
                    });
            additions.add(
                    new SustainInput.Addition(arrival, networks.site(p.site()), counts, "", 0));
        }
        missiles(p.missiles(), arrival, 1, additions);
        return additions;
    }

    private void missiles(
            Map<String, Catalogue.Load> loads,
            long tick,
            int sign,
            List<SustainInput.Addition> additions) {
        loads.forEach((missile, load) ->
                additions.add(
                        new SustainInput.Addition(
                                tick,
                                -1,
                                new int[0],
                                missile,
                                sign * (int) Math.round(draw.value(load.count())))));
    }

    /// Money of a purchase: its budget, or the price of the missiles on the day of the order.
    private double spent(Programme.Purchase p, long on) {
        Quantity budget = p.budget();
        if (budget != null) {
            return draw.value(budget);
        }
        String currency = spentIn(p);
        double sum = 0;
        for (var e : p.missiles().entrySet()) {
            Catalogue.Missile missile = scenario.catalogue().missiles().get(e.getKey());
            if (missile != null) {
                sum +=
                        Math.round(draw.value(e.getValue().count()))
                                * rates.convert(
                                        draw.value(missile.price()) * money.parts().factor(on),
                                        currency(missile.price()),
                                        currency,
                                        on);
            }
        }
        return sum;
    }

    /// Currency of a purchase: that of its budget, or of the price of its first missile.
    private String spentIn(Programme.Purchase p) {
        Quantity budget = p.budget();
        if (budget != null) {
            return currency(budget);
        }
        for (String id : p.missiles().keySet()) {
            Catalogue.Missile missile = scenario.catalogue().missiles().get(id);
            if (missile != null) {
                return currency(missile.price());
            }
        }
        throw new IllegalStateException("A purchase has neither a budget nor a price.");
    }

    private String currency(Quantity quantity) {
        String currency = draw.currency(quantity);
        return currency.isEmpty() ? Currencies.PIVOT : currency;
    }
}
