package parapet.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import parapet.quantity.Show;
import parapet.scenario.Noun;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.SkyGeometry;

/// The metrics of a study, fixed by its dates.
final class Metrics {
    private final Map<String, Metric> all = new LinkedHashMap<>();
    private final List<LocalDate> dates;
    private final List<LocalDate[]> windows = new ArrayList<>();
    private final LocalDate asOf;
    private final List<LocalDate> raidDates;

    Metrics(Scenario scenario, LocalDate asOf) {
        this.asOf = asOf;
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
            windows.add(new LocalDate[] {asOf, end});
        }
        Noun noun = scenario.catalogue().noun();
        String units = noun.plural();
        String years = noun.one() + "-years";
        String some = Noun.capital(units);
        String time = Noun.capital(years);
        for (LocalDate d : dates) {
            String day = Show.day(d);
            add("promised/" + d, some + " due by " + day, units, true);
            add("delivered/" + d, some + " in the country on " + day, units, true);
            add("ready/" + d, some + " ready in " + Show.month(d), units, true);
            add("promised-unit-years/" + d, time + " promised by " + day, years, true);
            add("delivered-unit-years/" + d, time + " delivered by " + day, years, true);
            add("ready-unit-years/" + d, time + " ready by " + day, years, true);
            add("lost-unit-years/" + d, time + " promised but not ready by " + day, years, false);
            add("missiles/" + d, "Missiles in service on " + day, "missiles", true);
        }
        for (LocalDate[] w : windows) {
            String span = w[0] + ".." + w[1];
            add(
                    "availability/" + span,
                    "Share of the time in service that %s are ready, %s".formatted(units, words(w)),
                    "%",
                    true);
            add(
                    "usable/" + span,
                    "Share of the time in service that %s are at least degraded, %s"
                            .formatted(units, words(w)),
                    "%",
                    true);
        }
        add("cost-usd", "Money spent in all", "million USD", false);
        add("cost-inr", "Money spent in all", "crore INR", false);
        add("future-cost-usd", "Money spent after " + Show.day(asOf), "million USD", false);
        add("future-cost-inr", "Money spent after " + Show.day(asOf), "crore INR", false);
        add("present-value-usd", "Present value of all money at the start", "million USD", false);
        add(
                "support-cost-inr",
                "Money spent on repair, parts, overhaul, sites and running",
                "crore INR",
                false);
        String unit = LifeCycle.unit(scenario.money().reporting());
        add("cost-rub", "Money spent in all", "million RUB", false);
        add("real-cost", "Money spent in all, in money of the base day", unit, false);
        add("present-value", "Present value of all money", unit, false);
        add(
                "last-arrival",
                "Arrival of the last %s of the plan".formatted(noun.one()),
                "year",
                false);
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
            raidDates.forEach(d -> sky(sky, d));
        }
    }

    private void sky(Sky sky, LocalDate d) {
        if (sky.covering() != null) {
            Sky.Target covering = sky.targets().get(sky.covering());
            String target =
                    covering == null ? sky.covering() : covering.name().toLowerCase(Locale.ROOT);
            for (String kind : List.of("seen", "reached")) {
                for (int height : SkyGeometry.HEIGHTS_M) {
                    add(
                            kind + "-" + height + "/" + d,
                            "Sky at %s m in which %s is %s, %s"
                                    .formatted(
                                            height,
                                            Noun.withArticle(target),
                                            kind.equals("seen") ? "seen" : "within reach",
                                            Show.day(d)),
                            "thousand km2",
                            true);
                }
            }
        }
        sky.raids()
                .forEach((id, raid) -> {
                    if (!raid.defendedBy().isEmpty()) {
                        return;
                    }
                    String of = raid.name() + ", " + Show.day(d);
                    add(
                            "leaked-" + id + "/" + d,
                            "Targets that get through: " + of,
                            "targets",
                            false);
                    add("stopped-" + id + "/" + d, "Share of targets stopped: " + of, "%", true);
                    add(
                            "fired-" + id + "/" + d,
                            "Rounds fired on the first night: " + of,
                            "rounds",
                            false);
                    add(
                            "nights-" + id + "/" + d,
                            "Nights before a target gets through for want of rounds, at most %d: %s"
                                    .formatted(raid.nights(), of),
                            "nights",
                            true);
                    add(
                            "exchange-" + id + "/" + d,
                            "Value of rounds fired over value of targets stopped: " + of,
                            "",
                            false);
                });
    }

    private static String words(LocalDate[] window) {
        return Show.day(window[0]) + " to " + Show.day(window[1]);
    }

    private void add(String key, String label, String unit, boolean higherIsBetter) {
        all.put(key, new Metric(key, label, unit, higherIsBetter));
    }

    /// The metrics in order.
    Map<String, Metric> all() {
        return all;
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
