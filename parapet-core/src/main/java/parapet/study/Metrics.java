package parapet.study;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Show;
import parapet.scenario.Money;
import parapet.scenario.Noun;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.SkyGeometry;
import parapet.scenario.Study;
import parapet.study.Metric.Said;
import parapet.sustain.UnitState;

/// The metrics of a study, fixed by its dates.
final class Metrics {
    /// Key of the year by which a dearer plan has paid for itself.
    static final String BREAK_EVEN = "break-even-year";

    /// Kinds that a statement of the news may ask for on a day of its own.
    private static final List<String> OF_ANY_DAY = List.of("promised", "delivered");

    private static final String READY_YEARS = "ready-unit-years";

    private final Map<String, Metric> all = new LinkedHashMap<>();
    private final List<Metric> summed = new ArrayList<>();
    private final List<String> currencies;
    private final List<String> booked;
    private final List<LocalDate> dates;
    private final List<LocalDate[]> windows = new ArrayList<>();
    private final LocalDate asOf;
    private final List<LocalDate> raidDates;
    private final Study study;

    Metrics(Scenario scenario, LocalDate asOf) {
        this.asOf = asOf;
        this.study = scenario.study();
        LocalDate end = scenario.end();
        var days = new TreeSet<LocalDate>();
        scenario.study().dates().stream()
                .filter(d -> d.isAfter(scenario.start()) && !d.isAfter(end))
                .forEach(days::add);
        days.add(end);
        dates = List.copyOf(days);
        for (int i = 1; i < dates.size(); i++) {
            windows.add(new LocalDate[] {dates.get(i - 1), dates.get(i)});
        }
        windows.add(new LocalDate[] {scenario.start(), end});
        if (asOf.isAfter(scenario.start()) && asOf.isBefore(end)) {
            // It may be one of them already; it is the last all the same.
            windows.removeIf(w -> w[0].equals(asOf) && w[1].equals(end));
            windows.add(new LocalDate[] {asOf, end});
        }
        currencies = scenario.money().shown();
        booked = booked(scenario.money());
        Noun noun = scenario.catalogue().noun();
        dates.forEach(d -> units(noun, d).forEach(this::add));
        study.news().values().stream()
                .map(Study.Statement::metric)
                .filter(Objects::nonNull)
                .forEach(key -> ofItsDay(scenario, key));
        windows.forEach(w -> shares(noun.plural(), w[0], w[1]));
        currencies.forEach(currency -> money(currency, end));
        String reporting = scenario.money().reporting();
        String unit = Currencies.of(reporting).unit();
        add(
                Metric.of(
                                "real-cost",
                                Said.less("Money spent in all, in money of the base day", unit),
                                t -> t.real(reporting))
                        .toldIn(reporting));
        add(
                Metric.of(
                                "present-value",
                                Said.less("Present value of all money", unit),
                                t -> t.present(reporting))
                        .toldIn(reporting));
        add(
                Metric.of(
                        "last-arrival",
                        Said.less(
                                "Arrival of the last %s of the plan".formatted(noun.one()), "year"),
                        Tallied::lastArrival));
        if (!scenario.programme().withdrawals().isEmpty()) {
            add(
                    Metric.of(
                            "missiles-short",
                            Said.less(
                                    "Missiles to be given away or fired in training that were not there",
                                    "missiles"),
                            Tallied::missilesShort));
        }
        raidDates =
                scenario.sky() == null
                        ? List.of()
                        : scenario.study().raidDates().stream()
                                .filter(d -> !d.isBefore(scenario.start()) && !d.isAfter(end))
                                .distinct()
                                .sorted()
                                .toList();
        Sky sky = scenario.sky();
        if (sky != null) {
            for (LocalDate d : raidDates) {
                covered(sky, d);
                sky.raids()
                        .forEach((id, raid) -> {
                            if (raid.defendedBy().isEmpty()) {
                                raid(id, raid.name(), raid.nights(), d, valued(sky, raid));
                            }
                        });
                sky.families()
                        .forEach((id, family) -> raid(id, family.name(), family.nights(), d, true));
            }
        }
        currencies.forEach(currency -> ratios(noun.one(), currency));
        summed.add(
                Metric.of(
                                BREAK_EVEN,
                                Said.less(
                                        "Year in which the plan has cost no more in all than the other, in the draws in which it ever does",
                                        "year"),
                                null)
                        .toldIn(reporting));
    }

    /// Currencies in which money is counted: those shown, and those of budgets.
    private static List<String> booked(Money money) {
        var all = new LinkedHashSet<String>(money.shown());
        money.budgets().values().forEach(b -> all.add(currency(b, money.reporting())));
        return List.copyOf(all);
    }

    /// The currency in which a budget is granted.
    static String currency(Money.Budget budget, String otherwise) {
        return Objects.requireNonNullElse(budget.amount().currency(), otherwise);
    }

    /// A metric of units on a day of its own, which a statement of the news asks for.
    private void ofItsDay(Scenario scenario, String key) {
        LocalDate day = day(key);
        if (day != null && day.isAfter(scenario.start()) && !day.isAfter(scenario.end())) {
            units(scenario.catalogue().noun(), day).stream()
                    .filter(m -> OF_ANY_DAY.contains(m.kind()))
                    .filter(m -> m.key().equals(key) && !all.containsKey(key))
                    .forEach(this::add);
        }
    }

    /// The day that a key ends with; null when it ends with none.
    private static @Nullable LocalDate day(String key) {
        try {
            return LocalDate.parse(key.substring(key.indexOf('/') + 1));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static List<Metric> units(Noun noun, LocalDate d) {
        String units = noun.plural();
        String years = noun.one() + "-years";
        String some = Noun.capital(units);
        String time = Noun.capital(years);
        String day = Show.day(d);
        return List.of(
                Metric.on(d, "promised", Said.more(some + " due by " + day, units), t -> t.due(d)),
                Metric.on(
                        d,
                        "delivered",
                        Said.more(some + " in the country on " + day, units),
                        t -> t.arrived(d)),
                Metric.on(
                        d,
                        "ready",
                        Said.more(some + " ready in " + Show.month(d), units),
                        t -> t.ready(d)),
                Metric.on(
                        d,
                        "promised-unit-years",
                        Said.more(time + " promised by " + day, years),
                        t -> t.promisedYears(d)),
                Metric.on(
                        d,
                        "delivered-unit-years",
                        Said.more(time + " delivered by " + day, years),
                        t -> t.deliveredYears(d)),
                Metric.on(
                        d,
                        READY_YEARS,
                        Said.more(time + " ready by " + day, years),
                        t -> t.readyYears(d)),
                Metric.on(
                        d,
                        "lost-unit-years",
                        Said.less(time + " promised but not ready by " + day, years),
                        t -> t.promisedYears(d) - t.readyYears(d)),
                Metric.on(
                        d,
                        "missiles",
                        Said.more("Missiles in service on " + day, "missiles"),
                        t -> t.missiles(d)));
    }

    private void shares(String units, LocalDate first, LocalDate last) {
        String when = Show.day(first) + " to " + Show.day(last);
        add(
                Metric.over(
                        first,
                        last,
                        "availability",
                        Said.more(
                                "Share of the time in service that %s are ready, %s"
                                        .formatted(units, when),
                                "%"),
                        t -> t.share(first, last, UnitState.FULL)));
        add(
                Metric.over(
                        first,
                        last,
                        "usable",
                        Said.more(
                                "Share of the time in service that %s are at least degraded, %s"
                                        .formatted(units, when),
                                "%"),
                        t -> t.share(first, last, UnitState.FULL, UnitState.DEGRADED)));
    }

    private void money(String currency, LocalDate end) {
        String unit = Currencies.of(currency).unit();
        add(
                Metric.in(
                        currency,
                        "cost",
                        Said.less("Money spent in all", unit),
                        t -> t.spent(currency)));
        add(
                Metric.in(
                                currency,
                                "future-cost",
                                Said.less("Money spent after " + Show.day(asOf), unit),
                                t -> t.spentLater(currency))
                        .during(asOf, end));
        add(
                Metric.in(
                        currency,
                        "support-cost",
                        Said.less(
                                "Money spent on repair, parts, overhaul, sites and running", unit),
                        t -> t.spentOnSupport(currency)));
    }

    private void ratios(String noun, String currency) {
        String unit = Currencies.of(currency).unit() + " per " + noun + "-year";
        summed.add(
                Metric.of(
                                "cost-per-extra-ready-unit-year",
                                Said.less(
                                        "Extra money for one extra ready %s-year".formatted(noun),
                                        unit),
                                null)
                        .toldIn(currency)
                        .named(priceOfReadiness(currency)));
        summed.add(
                Metric.of(
                                "cost-per-ready-unit-year",
                                Said.less(
                                        "All money for each ready %s-year, ratio of the means"
                                                .formatted(noun),
                                        unit),
                                null)
                        .toldIn(currency)
                        .named(readinessCost(currency)));
    }

    private void covered(Sky sky, LocalDate d) {
        if (sky.covering() == null) {
            return;
        }
        Sky.Target covering = sky.targets().get(sky.covering());
        String target =
                covering == null ? sky.covering() : covering.name().toLowerCase(Locale.ROOT);
        for (String kind : List.of(CoveredRows.SEEN, CoveredRows.REACHED)) {
            for (int height : SkyGeometry.HEIGHTS_M) {
                add(
                        Metric.at(
                                height,
                                d,
                                kind,
                                Said.more(
                                        "Sky at %s m in which %s is %s, %s"
                                                .formatted(
                                                        height,
                                                        Noun.withArticle(target),
                                                        kind.equals(CoveredRows.SEEN)
                                                                ? "seen"
                                                                : "within reach",
                                                        Show.day(d)),
                                        "thousand km2"),
                                t -> t.sky().area(kind, height, d)));
            }
        }
    }

    /// Whether a raid attacks anything that has a value.
    private static boolean valued(Sky sky, Sky.Raid raid) {
        return !sky.assets().isEmpty()
                && raid.waves().values().stream().anyMatch(w -> w.aim() != null);
    }

    /// A level of the study in words.
    private static String level(Quantity level) {
        return level.basis() instanceof Quantity.Stated(var span)
                ? Show.text(span.typical(), Dimension.SHARE, "")
                : "the level of the study";
    }

    private void raid(String id, String name, int nights, LocalDate d, boolean valued) {
        String of = name + ", " + Show.day(d);
        if (valued) {
            add(
                    Metric.of(
                            id,
                            d,
                            "kept",
                            Said.more(
                                    "Value kept on the first night, of what is attacked: " + of,
                                    "%"),
                            t -> t.sky().of(id, d).kept()));
            add(
                    Metric.of(
                            id,
                            d,
                            "kept-all-nights",
                            Said.more(
                                    "Value kept after %s, of what is attacked: %s"
                                            .formatted(
                                                    nights == 1 ? "the night" : nights + " nights",
                                                    of),
                                    "%"),
                            t -> t.sky().of(id, d).keptAll()));
            add(
                    Metric.of(
                            id,
                            d,
                            "nights-kept",
                            Said.more(
                                    "Nights before value kept falls below %s, at most %d: %s"
                                            .formatted(level(study.holds().kept()), nights, of),
                                    "nights"),
                            t -> t.sky().of(id, d).nightsKept()));
        }
        add(
                Metric.of(
                        id,
                        d,
                        "leaked",
                        Said.less("Targets that get through: " + of, "targets"),
                        t -> t.sky().of(id, d).leaked()));
        add(
                Metric.of(
                        id,
                        d,
                        "stopped",
                        Said.more("Share of targets stopped on the first night: " + of, "%"),
                        t -> t.sky().of(id, d).stopped()));
        add(
                Metric.of(
                        id,
                        d,
                        "fired",
                        Said.less("Rounds fired on the first night: " + of, "rounds"),
                        t -> t.sky().of(id, d).fired()));
        add(
                Metric.of(
                        id,
                        d,
                        "nights-stopped",
                        Said.more(
                                "Nights before fewer than %s are stopped, at most %d: %s"
                                        .formatted(level(study.holds().stopped()), nights, of),
                                "nights"),
                        t -> t.sky().of(id, d).nightsStopped()));
        add(
                Metric.of(
                        id,
                        d,
                        "exchange",
                        Said.less(
                                "Value of rounds fired over value of targets shot down: " + of, ""),
                        t -> t.sky().of(id, d).exchange()));
    }

    private void add(Metric metric) {
        if (all.putIfAbsent(metric.key(), metric) != null) {
            throw new IllegalStateException(
                    "The key (%s) stands for two metrics.".formatted(metric.key()));
        }
    }

    /// The metrics measured in each replication, in order.
    Map<String, Metric> all() {
        return all;
    }

    /// The metrics that only all replications together have.
    List<Metric> summed() {
        return summed;
    }

    /// Currencies in which money is shown, the reporting one first.
    List<String> currencies() {
        return currencies;
    }

    /// Currencies in which money is counted.
    List<String> booked() {
        return booked;
    }

    /// The currency of totals.
    String reporting() {
        return currencies.getFirst();
    }

    /// Key of the money spent in all in a currency.
    static String cost(String currency) {
        return "cost-" + currency.toLowerCase(Locale.ROOT);
    }

    /// Key of the ratio of extra money and extra readiness.
    static String priceOfReadiness(String currency) {
        return currency.toLowerCase(Locale.ROOT) + "-per-extra-ready-unit-year";
    }

    /// Key of the ratio of all money and all readiness.
    static String readinessCost(String currency) {
        return currency.toLowerCase(Locale.ROOT) + "-per-ready-unit-year";
    }

    /// The metric of all ready unit-years.
    String readyYears() {
        return READY_YEARS + "/" + dates.getLast();
    }

    List<LocalDate> dates() {
        return dates;
    }

    List<LocalDate[]> windows() {
        return windows;
    }

    /// Days on which raids come and covered sky is asked.
    List<LocalDate> raidDates() {
        return raidDates;
    }

    LocalDate asOf() {
        return asOf;
    }

    /// The metric by which a run decides that it is precise enough: availability over the whole
    /// time.
    String availability() {
        return "availability/" + windows.getLast()[0] + ".." + windows.getLast()[1];
    }
}
