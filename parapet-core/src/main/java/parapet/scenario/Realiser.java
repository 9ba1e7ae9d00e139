package parapet.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Draw;
import parapet.evidence.Evidence;
import parapet.evidence.Grade;
import parapet.evidence.Quantity;
import parapet.evidence.RateHistory;
import parapet.evidence.Weighing;
import parapet.programme.Accounting;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.programme.Rates;
import parapet.quantity.Calendar;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.sustain.SustainInput;
import parapet.terrain.FlatTerrain;
import parapet.terrain.Terrain;

/// Makes Cases: one plan under one draw. Safe for many threads; equal arguments give equal Cases.
public final class Realiser {
    private static final long YEAR = Math.round(Measures.DAYS_PER_YEAR * Calendar.DAY);
    private static final long QUARTER = YEAR / 4;

    private final Evidence evidence;
    private final long seed;
    private final Function<Sky, Terrain> terrain;
    private final Map<Quantity, Weighing> weighings = new ConcurrentHashMap<>();
    private final Map<List<Object>, SkyGeometry> geometries = new ConcurrentHashMap<>();

    /// A realiser for all plans of a scenario.
    ///
    /// @param evidence what is known
    /// @param seed seed of the study
    /// @param terrain the ground below the sky of a plan
    public Realiser(Evidence evidence, long seed, Function<Sky, Terrain> terrain) {
        this.evidence = evidence;
        this.seed = seed;
        this.terrain = terrain;
    }

    /// A realiser for all plans of a scenario over one ground.
    public Realiser(Evidence evidence, long seed, Terrain terrain) {
        this(evidence, seed, sky -> terrain);
    }

    /// A realiser for questions that do not touch the sky.
    public Realiser(Evidence evidence, long seed) {
        this(evidence, seed, sky -> new FlatTerrain(0));
    }

    /// The evidence of a scenario as of a day.
    public static Evidence evidence(Scenario scenario, LocalDate asOf) {
        var rates = new HashMap<String, RateHistory>();
        scenario.money()
                .rates()
                .forEach((currency, rate) -> {
                    RateHistory history =
                            RateHistory.of(scenario.claims(), rate.series(), currency, asOf);
                    if (history != null) {
                        rates.put(currency, history);
                    }
                });
        return new Evidence(scenario.claims(), weights(scenario.study()), rates, asOf);
    }

    /// The day up to which the evidence of a scenario reaches: its `asOf`, else the latest day on
    /// which a claim about anything but an exchange rate became known.
    public static LocalDate lastDay(Scenario scenario) {
        LocalDate asOf = scenario.asOf();
        if (asOf != null) {
            return asOf;
        }
        return scenario.claims().values().stream()
                .filter(c -> c.dimension() != Dimension.EXCHANGE)
                .map(Claim::knownOn)
                .filter(d -> d != null)
                .max(Comparator.naturalOrder())
                .orElse(scenario.start());
    }

    private static Map<Grade, Double> weights(Study study) {
        var weights =
                new HashMap<Grade, Double>(
                        Map.of(Grade.A, 8.0, Grade.B, 4.0, Grade.C, 2.0, Grade.D, 0.0));
        study.weights()
                .forEach((grade, weight) -> {
                    if (weight.weight().basis() instanceof Quantity.Stated(var span)) {
                        weights.put(Grade.valueOf(grade), span.typical());
                    }
                });
        return weights;
    }

    /// The evidence in use.
    public Evidence evidence() {
        return evidence;
    }

    /// Lanes and views of a scenario with a sky, made once.
    public SkyGeometry geometry(Scenario scenario) {
        return geometries.computeIfAbsent(
                SkyGeometry.key(scenario),
                k ->
                        new SkyGeometry(
                                scenario,
                                terrain.apply(Objects.requireNonNull(scenario.sky())),
                                q -> weigh(q).law().mean()));
    }

    /// One plan under one draw.
    public Case realise(PlannedScenario planned, int draw) {
        return realise(planned, draw, new Skies());
    }

    /// One plan under one draw beside others.
    ///
    /// @param skies the skies that other plans have under the same draw; the inputs of a sky stand
    ///   in the Case for which it was made
    public Case realise(PlannedScenario planned, int draw, Skies skies) {
        return new Work(planned, draw).make(skies);
    }

    /// How the claims about a quantity are weighed.
    public Weighing weigh(Quantity quantity) {
        return weighings.computeIfAbsent(quantity, evidence::weigh);
    }

    /// The values of one draw, without any plan: for hindcasts and explanations.
    public Draw draw(int draw) {
        return new Draw(evidence, new Streams(seed, draw, -1), weighings);
    }

    /// One realisation in the making.
    private final class Work {
        private final PlannedScenario planned;
        private final Draw draw;
        private final int number;
        private final Streams streams;
        private final Calendar calendar;
        private final long end;
        private final Rates rates;

        Work(PlannedScenario planned, int number) {
            this.planned = planned;
            this.number = number;
            this.streams = new Streams(seed, number, -1);
            this.draw = new Draw(evidence, streams, weighings);
            this.calendar = new Calendar(planned.scenario().start());
            this.end = calendar.tick(planned.scenario().end().plusDays(1));
            this.rates = rates(planned.scenario().money());
        }

        Case make(Skies skies) {
            Scenario start = planned.scenario();
            NavigableMap<Long, Scenario> versions = versions(start);
            Scenario last = versions.lastEntry().getValue();
            Map<String, List<long[]>> disruptions = disruptions(last);
            var opens = new LinkedHashMap<String, Long>();
            last.support()
                    .sites()
                    .forEach((id, site) -> {
                        if (site.opens() != null) {
                            opens.put(id, calendar.tickOfEpochDay(draw.value(site.opens())));
                        }
                    });
            var networks =
                    new NetworkBuilder(last, draw, streams, calendar, end, opens, disruptions);
            var boundaries = new TreeSet<Long>(versions.keySet());
            opens.values().forEach(boundaries::add);
            versions.values().forEach(version -> boundaries.addAll(networks.seasons(version)));
            disruptions
                    .values()
                    .forEach(periods ->
                            periods.forEach(p -> {
                                boundaries.add(p[0]);
                                boundaries.add(p[1]);
                            }));
            var phases = new ArrayList<SustainInput.Phase>();
            phases.add(
                    new SustainInput.Phase(0, networks.at(0, versions.floorEntry(0L).getValue())));
            for (long tick : boundaries.subSet(0L, false, end, false)) {
                phases.add(
                        new SustainInput.Phase(
                                tick, networks.at(tick, versions.floorEntry(tick).getValue())));
            }
            var money = new MoneyBuilder(start.money(), draw, calendar, streams, end);
            Accounting accounting = money.accounting();
            var happenings = new Happenings(start.programme(), draw, streams, calendar);
            var contracts =
                    new ProgrammeBuilder(
                            start, evidence, draw, calendar, rates, disruptions, money, happenings);
            var additions = new ArrayList<>(contracts.additions(networks));
            additions.addAll(networks.lastTimeBuys());
            var sustain =
                    new SustainInput(end, phases, networks.units(contracts.active()), additions);
            var outlays = new ArrayList<>(outlays(last, opens));
            outlays.addAll(networks.lastTimeMoney(end));
            SkyCase skyCase = last.sky() == null ? null : sky(last, last.sky(), sustain, skies);
            return new Case(
                    planned.id(),
                    number,
                    calendar,
                    end,
                    contracts.input(),
                    sustain,
                    outlays,
                    rates,
                    accounting,
                    skyCase,
                    draw.taken());
        }

        private SkyCase sky(Scenario last, Sky sky, SustainInput sustain, Skies skies) {
            SkyGeometry geometry = geometry(last);
            var force =
                    new SkyOwners(last, sky, draw, streams, calendar, geometry, sustain.units());
            return skies.of(
                    sky,
                    force,
                    geometry,
                    () -> new SkyBuilder(sky, draw, streams, force, geometry).build());
        }

        /// The scenario from each day on which a dated change begins to hold.
        private NavigableMap<Long, Scenario> versions(Scenario start) {
            record Dated(long tick, DatedChange change) {}
            var dated = new ArrayList<Dated>();
            for (DatedChange change : planned.dated()) {
                dated.add(
                        new Dated(
                                Math.max(0, calendar.tickOfEpochDay(draw.value(change.on()))),
                                change));
            }
            dated.sort(Comparator.comparingLong(Dated::tick));
            var versions = new TreeMap<Long, Scenario>();
            versions.put(0L, start);
            Scenario now = start;
            for (Dated d : dated) {
                now = Paths.with(now, d.change.path(), d.change.value());
                if (d.tick < end) {
                    versions.put(d.tick, now);
                }
            }
            return versions;
        }

        /// Periods during which each disruption lasts, by its key.
        private Map<String, List<long[]>> disruptions(Scenario scenario) {
            var all = new LinkedHashMap<String, List<long[]>>();
            scenario.support()
                    .disruptions()
                    .forEach((id, disruption) -> {
                        var periods = new ArrayList<long[]>();
                        if (disruption.active()) {
                            UniformRandomProvider random = streams.at("scenario.disruption", id);
                            double perSec = draw.value(disruption.chance());
                            var lasts =
                                    weighings
                                            .computeIfAbsent(disruption.lasts(), evidence::weigh)
                                            .law();
                            long tick = calendar.tickOfEpochDay(draw.value(disruption.from()));
                            while (perSec > 0 && tick < end) {
                                double wait = -StrictMath.log(Streams.open(random)) / perSec;
                                double length = lasts.at(Streams.open(random));
                                if (wait > 1e10) {
                                    break;
                                }
                                long from = tick + Calendar.ticks(wait);
                                tick = from + Math.max(1, Calendar.ticks(length));
                                if (from < end) {
                                    periods.add(new long[] {from, tick});
                                }
                            }
                        }
                        all.put(id, List.copyOf(periods));
                    });
            return all;
        }

        private Rates rates(Money money) {
            var paths = new HashMap<String, NavigableMap<Long, Double>>();
            money.rates()
                    .forEach((currency, rate) -> {
                        RateHistory history =
                                RateHistory.of(
                                        planned.scenario().claims(),
                                        rate.series(),
                                        currency,
                                        evidence.asOf());
                        if (history == null) {
                            return;
                        }
                        var path = new TreeMap<Long, Double>();
                        history.steps()
                                .forEach((day, value) -> path.put(calendar.tick(day), value));
                        double drift = draw.value(rate.drift()) * Measures.YEAR_SEC;
                        double scatter = draw.value(rate.scatter());
                        UniformRandomProvider random = streams.at("scenario.rate", currency);
                        var normal = ZigguratSampler.NormalizedGaussian.of(random);
                        double value = history.on(history.lastDay());
                        LocalDate day =
                                evidence.asOf().isAfter(history.lastDay())
                                        ? evidence.asOf()
                                        : history.lastDay();
                        while (calendar.tick(day) < end) {
                            day = day.plusYears(1);
                            value *= StrictMath.exp(drift + scatter * normal.sample());
                            path.put(calendar.tick(day), value);
                        }
                        paths.put(currency, path);
                    });
            return new Rates(paths);
        }

        /// Opening money of sites: eight equal parts, one each quarter before the opening.
        private List<Ledger.Entry> outlays(Scenario scenario, Map<String, Long> opens) {
            var entries = new ArrayList<Ledger.Entry>();
            scenario.support()
                    .sites()
                    .forEach((id, site) -> {
                        Long opening = opens.get(id);
                        double amount =
                                site.active() && opening != null
                                        ? draw.value(site.investment())
                                        : 0;
                        for (long quarter = 1;
                                quarter <= 8 && amount > 0 && opening != null;
                                quarter++) {
                            long tick = Math.max(0, opening - quarter * 91L * Calendar.DAY);
                            if (tick < end) {
                                entries.add(
                                        new Ledger.Entry(
                                                tick,
                                                MoneyCause.INVESTMENT,
                                                id,
                                                currency(site.investment()),
                                                amount / 8));
                            }
                        }
                    });
            Sky sky = scenario.sky();
            if (sky != null) {
                sky.groups().forEach((id, group) -> layer(id, group, entries));
                sky.depot().forEach((id, supply) -> depot(id, supply, entries));
            }
            return entries;
        }

        private void layer(String id, Sky.Group group, List<Ledger.Entry> entries) {
            double price = group.active() ? draw.value(group.price()) : 0;
            Quantity from = group.from();
            long tick = from == null ? 0 : Math.max(0, calendar.tickOfEpochDay(draw.value(from)));
            if (price > 0 && tick < end) {
                entries.add(
                        new Ledger.Entry(
                                tick, MoneyCause.LAYERS, id, currency(group.price()), price));
            }
            double yearly = group.active() ? draw.value(group.yearlyCost()) : 0;
            String currency = currency(group.yearlyCost());
            for (long day = tick; yearly > 0 && day < end; day += QUARTER) {
                double share = (double) Math.min(QUARTER, end - day) / YEAR;
                entries.add(new Ledger.Entry(day, MoneyCause.LAYERS, id, currency, yearly * share));
            }
        }

        private void depot(String round, Sky.Supply supply, List<Ledger.Entry> entries) {
            double price = draw.value(supply.price()) * Math.round(draw.value(supply.held()));
            Quantity paid = supply.paid();
            long tick = paid == null ? 0 : Math.max(0, calendar.tickOfEpochDay(draw.value(paid)));
            if (price > 0 && tick < end) {
                entries.add(
                        new Ledger.Entry(
                                tick, MoneyCause.DEPOT, round, currency(supply.price()), price));
            }
        }

        private String currency(Quantity quantity) {
            String currency = draw.currency(quantity);
            return currency.isEmpty() ? Currencies.PIVOT : currency;
        }
    }

    /// The value of an optional quantity, or `otherwise`.
    static double value(Draw draw, @Nullable Quantity quantity, double otherwise) {
        return quantity == null ? otherwise : draw.value(quantity);
    }
}
