package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.view.chart.BandDots;
import parapet.view.chart.BandLines;
import parapet.view.chart.FanChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.CoveredSkyRows.Spread;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// The sky over which the ready units see and reach: over the dates for one plan, and all packages
/// side by side.
public final class CoveredSky {
    private final Results results;
    private final Parts parts;
    private final SkyNumbers sky;

    /// Quantiles of an area by kind and date.
    private record Area(String plan, int heightM, String kind, LocalDate day, double[] quantiles) {}

    public CoveredSky(Results results) {
        this.results = results;
        this.parts = new Parts(results);
        this.sky = new SkyNumbers(results);
    }

    public List<Block> blocks() {
        List<Area> areas = areas();
        if (areas.isEmpty()) {
            return List.of(Block.quiet("The run holds no covered sky."));
        }
        List<String> plans =
                sky.packages().stream()
                        .filter(plan -> areas.stream().anyMatch(a -> a.plan.equals(plan)))
                        .toList();
        List<Integer> heights = areas.stream().map(Area::heightM).sorted().distinct().toList();
        Figure.Choice height =
                new Figure.Choice(
                        "Height",
                        false,
                        heights.stream()
                                .map(h ->
                                        new Figure.Option(
                                                Integer.toString(h), SkyNumbers.height(h)))
                                .toList());
        return List.of(overDates(areas, plans, height), sideBySide(areas, plans, height));
    }

    private List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        for (Spread row : results.query.rows(Spread.class, sky.packages())) {
            areas.add(
                    new Area(
                            row.plan(),
                            (int) Math.round(row.height()),
                            row.kind(),
                            row.day(),
                            row.quantiles()));
        }
        return areas;
    }

    private Block overDates(List<Area> areas, List<String> plans, Figure.Choice height) {
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        Figure.Choice choice = parts.planChoice(plans);
        for (Figure.Option plan : choice.options()) {
            for (Figure.Option of : height.options()) {
                Map<LocalDate, Map<String, double[]>> byDay = new TreeMap<>();
                for (Area area : areas) {
                    if (area.plan.equals(plan.key())
                            && Integer.toString(area.heightM).equals(of.key())) {
                        byDay.computeIfAbsent(area.day, k -> new LinkedHashMap<>())
                                .put(area.kind, area.quantiles);
                    }
                }
                List<FanChart.Band> bands = new ArrayList<>();
                for (String kind : List.of("seen", "reached")) {
                    if (byDay.values().stream().allMatch(m -> m.containsKey(kind))) {
                        bands.add(
                                new FanChart.Band(
                                        Say.words(kind),
                                        kind.equals("seen") ? "var(--ready)" : "var(--delivered)",
                                        false,
                                        bands(byDay, kind)));
                    }
                }
                String key = plan.key() + "|" + of.key();
                variants.put(
                        key,
                        new BandLines(
                                        "",
                                        "thousand km²",
                                        byDay.keySet().stream().map(Say::month).toList(),
                                        bands)
                                .option());
                List<Table.Row> rows = new ArrayList<>();
                byDay.forEach((day, kinds) ->
                        rows.add(
                                Table.Row.of(
                                        Cell.of(Say.month(day)),
                                        cell(kinds.get("seen")),
                                        cell(kinds.get("reached")))));
                tables.put(key, Parts.plain(rows));
                first = first.isEmpty() ? rows : first;
            }
        }
        String title = "Sky covered by the units that are ready, over the years";
        return new Block.Chart(
                new Figure(
                        "covered",
                        title,
                        Text.of(
                                "Area over which a target of the class the scenario counts is seen by a search radar, or could be engaged (within the reach of a round and in view), by who is ready on that day. Line: median; band: 9 of 10 runs. Who is ready changes from run to run, so the band is mostly readiness."),
                        List.of(choice, height),
                        List.of(new Figure.Panel("covered-chart", "", 340, title, variants)),
                        new Table(
                                "covered-table",
                                title + ", thousand km²: median, in brackets 9 of 10 runs",
                                List.of(
                                        Column.words("Date"),
                                        Column.number("Seen"),
                                        Column.number("Reached")),
                                first),
                        tables));
    }

    private static double[][] bands(Map<LocalDate, Map<String, double[]>> byDay, String kind) {
        double[][] bands = new double[5][byDay.size()];
        int column = 0;
        for (Map<String, double[]> kinds : byDay.values()) {
            double[] quantiles = kinds.getOrDefault(kind, new double[5]);
            for (int i = 0; i < 5; i++) {
                bands[i][column] = quantiles[i];
            }
            column++;
        }
        return bands;
    }

    private static Cell cell(double @Nullable [] quantiles) {
        return quantiles == null
                ? Cell.of("–")
                : Cell.of(Say.number(quantiles[2]), Say.range(quantiles[0], quantiles[4], ""));
    }

    private Block sideBySide(List<Area> areas, List<String> plans, Figure.Choice height) {
        LocalDate last =
                areas.stream()
                        .map(Area::day)
                        .max(LocalDate::compareTo)
                        .orElse(results.info.frame().end());
        Map<String, Map<String, Object>> seen = new LinkedHashMap<>();
        Map<String, Map<String, Object>> reached = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        int high = 0;
        for (Figure.Option of : height.options()) {
            Map<String, Map<String, double[]>> byPlan = new LinkedHashMap<>();
            plans.forEach(plan -> byPlan.put(plan, new LinkedHashMap<>()));
            for (Area area : areas) {
                Map<String, double[]> kinds = byPlan.get(area.plan);
                if (kinds != null
                        && area.day.equals(last)
                        && Integer.toString(area.heightM).equals(of.key())) {
                    kinds.put(area.kind, area.quantiles);
                }
            }
            BandDots chart = dots(byPlan, "seen");
            high = Math.max(high, chart.height());
            seen.put(of.key(), chart.option());
            reached.put(of.key(), dots(byPlan, "reached").option());
            List<Table.Row> rows = new ArrayList<>();
            byPlan.forEach((plan, kinds) ->
                    rows.add(
                            Table.Row.of(
                                    Cell.of(results.planName(plan)),
                                    cell(kinds.get("seen")),
                                    cell(kinds.get("reached")))));
            tables.put(of.key(), Parts.plain(rows));
            first = first.isEmpty() ? rows : first;
        }
        String title = "Sky covered by each package in %s".formatted(Say.month(last));
        return new Block.Chart(
                new Figure(
                        "covered-plans",
                        title,
                        Text.of(
                                "Dot: median; thick bar: 5 of 10 runs; thin bar: 9 of 10 runs. These are spreads of the runs of each plan; whether a difference is clear stands in the table of packages, where runs are paired."),
                        List.of(height),
                        List.of(
                                new Figure.Panel(
                                        "covered-seen", "Seen", high, title + ": seen", seen),
                                new Figure.Panel(
                                        "covered-reached",
                                        "Reached",
                                        high,
                                        title + ": reached",
                                        reached)),
                        new Table(
                                "covered-plans-table",
                                title + ", thousand km²: median, in brackets 9 of 10 runs",
                                List.of(
                                        Column.words("Package"),
                                        Column.number("Seen"),
                                        Column.number("Reached")),
                                first),
                        tables));
    }

    private BandDots dots(Map<String, Map<String, double[]>> byPlan, String kind) {
        List<BandDots.Row> rows = new ArrayList<>();
        byPlan.forEach((plan, kinds) -> {
            double[] q = kinds.get(kind);
            if (q != null) {
                rows.add(
                        new BandDots.Row(
                                results.planName(plan),
                                q,
                                null,
                                plan.equals(results.reference) ? "var(--muted)" : "var(--ready)",
                                "%s\nmedian %s thousand km²\n9 of 10 runs: %s"
                                        .formatted(
                                                results.planName(plan),
                                                Say.number(q[2]),
                                                Say.range(q[0], q[4], ""))));
            }
        });
        return new BandDots("thousand km²", false, 0.0, rows);
    }
}
