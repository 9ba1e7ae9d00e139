package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.read.Results;
import parapet.view.read.Results.Estimate;
import parapet.view.read.ShareFigureRows.Share;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// What is kept and stopped on the first night: by raid, and by class of target within a raid; of
/// the reference and of the plan with more close-in layers, where the scenario compares one.
public final class ShareFigure {
    private static final String ALL = "";

    private final Results results;
    private final SkyNumbers sky;
    private final List<String> plans;

    public ShareFigure(Results results) {
        this.results = results;
        this.sky = new SkyNumbers(results);
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(results.reference);
        wanted.addAll(sky.layers());
        this.plans = List.copyOf(wanted);
        plans.forEach(plan -> results.palette.of("plan", plan));
    }

    private List<BandDots.Kind> legend() {
        return plans.size() == 1
                ? List.of()
                : plans.stream()
                        .map(p -> new BandDots.Kind(results.planName(p), colour(p)))
                        .toList();
    }

    private String colour(String plan) {
        return results.palette.of("plan", plan);
    }

    /// Value kept (where the raid aims at assets), else the share stopped, of every raid.
    public List<Block> overview() {
        List<LocalDate> dates = sky.dates().reversed();
        if (dates.isEmpty() || sky.raids().isEmpty()) {
            return List.of();
        }
        var choice =
                new Figure.Choice(
                        "Date",
                        "at",
                        dates.stream()
                                .map(d -> new Figure.Option(d.toString(), Say.month(d)))
                                .toList());
        int bars = sky.raids().size() * plans.size();
        return List.of(
                new Variants("kept", List.of(choice))
                        .figure(
                                "Share of the value attacked that is left after the first night (of the targets that are stopped, where a raid aims at no asset). Bar: 9 of 10 draws; dot: mean. The spread holds who is ready on the day, what comes and where, and chance in the battle.",
                                List.of(
                                        new Variants.Panel(
                                                "", 78 + 12 * sky.raids().size() + 18 * bars)),
                                List.of(
                                        Column.words("Raid"),
                                        Column.words("Plan"),
                                        Column.number("Value kept", "%"),
                                        Column.number("Stopped", "%"),
                                        Column.number("Nights held, by value kept", "nights"),
                                        Column.number("Money fired for money shot down", "ratio")),
                                chosen -> overview(LocalDate.parse(chosen.getFirst()))));
    }

    private Variants.Drawn overview(LocalDate date) {
        List<BandDots.Row> rows = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        List<String> keeps = new ArrayList<>();
        List<String> stops = new ArrayList<>();
        for (String raid : sky.raids()) {
            List<BandDots.Bar> bars = new ArrayList<>();
            for (String plan : plans) {
                Estimate kept = sky.estimate(plan, "kept", raid, date);
                Estimate e = kept == null ? sky.estimate(plan, "stopped", raid, date) : kept;
                if (e == null) {
                    continue;
                }
                if (plan.equals(results.reference)) {
                    (kept == null ? stops : keeps).add(Say.number(Math.rint(e.mean())));
                }
                bars.add(
                        new BandDots.Bar(
                                e.low(),
                                e.mean(),
                                e.high(),
                                colour(plan),
                                "%s\n%s: %s, 9 of 10 draws %s"
                                        .formatted(
                                                results.nameOf("raid", raid),
                                                results.planName(plan),
                                                Say.measure(e.mean(), "%"),
                                                Say.range(e.low(), e.high(), "%"))));
                table.add(
                        Table.Row.of(
                                Cell.of(results.nameOf("raid", raid)),
                                Cell.of(results.planName(plan)),
                                cell(plan, "kept", raid, date),
                                cell(plan, "stopped", raid, date),
                                cell(plan, "nights-kept", raid, date),
                                cell(plan, "exchange", raid, date)));
            }
            if (!bars.isEmpty()) {
                rows.add(new BandDots.Row(results.nameOf("raid", raid), bars));
            }
        }
        String axis =
                stops.isEmpty() ? "kept, %" : keeps.isEmpty() ? "stopped, %" : "kept or stopped, %";
        return new Variants.Drawn(
                finding(date, keeps, stops),
                List.of(new BandDots(axis, false, 0.0, rows, legend()).option()),
                table);
    }

    /// What the reference keeps of what raids attack, and stops of those that aim at nothing.
    private String finding(LocalDate date, List<String> keeps, List<String> stops) {
        List<String> does = new ArrayList<>();
        if (!keeps.isEmpty()) {
            does.add("keeps %s %% of what is attacked".formatted(Say.listed(keeps)));
        }
        if (!stops.isEmpty()) {
            does.add("stops %s %% of the targets".formatted(Say.listed(stops)));
        }
        return does.isEmpty()
                ? "No raid comes on this day"
                : "In %s %s on average %s, raids in their order"
                        .formatted(
                                Say.month(date),
                                results.quoted(results.reference),
                                String.join(" and ", does));
    }

    private Cell cell(String plan, String kind, String raid, LocalDate date) {
        Estimate e = sky.estimate(plan, kind, raid, date);
        return e == null
                ? Cell.of("–")
                : Cell.of(Say.number(e.mean()), Say.range(e.low(), e.high(), ""))
                        .with(e.mean(), e.low(), e.high());
    }

    /// The share stopped by class of target.
    public List<Block> classes() {
        var frame = new RaidFrame<Share>(results, raid -> results.rows(Share.class, raid, plans));
        if (frame.isEmpty()) {
            return List.of();
        }
        long classes = frame.all().stream().map(Share::target).distinct().count();
        return List.of(
                new Variants("classes", List.of(frame.dates(), frame.raid()))
                        .figure(
                                "Bar: 9 of 10 draws; dot: mean, of the first night.",
                                List.of(
                                        new Variants.Panel(
                                                "",
                                                (int) (78 + classes * (12 + 18L * plans.size())))),
                                List.of(
                                        Column.words("Class of target"),
                                        Column.words("Plan"),
                                        Column.number("Targets, mean", "targets"),
                                        Column.number("Stopped", "%")),
                                chosen -> classes(frame, chosen)));
    }

    private Variants.Drawn classes(RaidFrame<Share> frame, List<String> chosen) {
        Set<String> classes = new LinkedHashSet<>();
        for (String plan : plans) {
            frame.of(plan, chosen.get(0), chosen.get(1)).forEach(s -> classes.add(s.target()));
        }
        if (classes.size() == 2) {
            classes.remove(ALL); // one class alone is all there is
        }
        List<BandDots.Row> rows = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        for (String target : classes) {
            List<BandDots.Bar> bars = new ArrayList<>();
            for (String plan : plans) {
                for (Share s : frame.of(plan, chosen.get(0), chosen.get(1))) {
                    if (s.target().equals(target)) {
                        bars.add(bar(plan, s));
                        table.add(
                                Table.Row.of(
                                        Cell.of(name(target)),
                                        Cell.of(results.planName(plan)),
                                        Cell.of(Say.number(s.threats())).with(s.threats()),
                                        RaidFigures.band(s)));
                    }
                }
            }
            rows.add(new BandDots.Row(name(target), bars));
        }
        Estimate all =
                sky.estimate(
                        results.reference,
                        "stopped",
                        chosen.get(1),
                        LocalDate.parse(chosen.get(0)));
        return new Variants.Drawn(
                "“%s”: %s of all targets are stopped on the first night, by class"
                        .formatted(
                                results.nameOf("raid", chosen.get(1)),
                                all == null ? "–" : Say.measure(all.mean(), "%")),
                List.of(new BandDots("stopped, %", false, 0.0, rows, legend()).option()),
                table);
    }

    private BandDots.Bar bar(String plan, Share s) {
        return new BandDots.Bar(
                s.low(),
                s.mean(),
                s.high(),
                colour(plan),
                "%s: %s\nmean %s %%\n9 of 10 draws: %s"
                        .formatted(
                                results.planName(plan),
                                name(s.target()),
                                Say.number(s.mean()),
                                Say.range(s.low(), s.high(), "%")));
    }

    private String name(String target) {
        return target.equals(ALL) ? "All targets" : results.nameOf("target", target);
    }
}
