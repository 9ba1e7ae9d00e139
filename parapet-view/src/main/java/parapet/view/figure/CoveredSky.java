package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.read.CoveredSkyRows.Spread;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// The sky that the units which are ready see and reach, by package.
public final class CoveredSky {
    private static final List<String> KINDS = List.of("seen", "reached");

    private final Results results;
    private final SkyNumbers sky;

    public CoveredSky(Results results) {
        this.results = results;
        this.sky = new SkyNumbers(results);
        results.palette.of("sky", "seen");
    }

    public List<Block> blocks() {
        List<Spread> areas = results.rows(Spread.class, sky.packages());
        if (areas.isEmpty()) {
            return List.of(Block.quiet("The run holds no covered sky."));
        }
        List<String> plans =
                sky.packages().stream()
                        .filter(plan -> areas.stream().anyMatch(a -> a.plan().equals(plan)))
                        .toList();
        Set<String> days = new LinkedHashSet<>();
        areas.reversed().forEach(a -> days.add(a.day().toString()));
        List<Figure.Option> heights =
                areas.stream()
                        .map(a -> (int) Math.round(a.height()))
                        .sorted()
                        .distinct()
                        .map(h -> new Figure.Option(Integer.toString(h), SkyNumbers.height(h)))
                        .toList()
                        .reversed();
        return List.of(
                new Variants(
                                "covered",
                                List.of(
                                        new Figure.Choice(
                                                "Date",
                                                "at",
                                                days.stream()
                                                        .sorted(Comparator.reverseOrder())
                                                        .map(d ->
                                                                new Figure.Option(
                                                                        d,
                                                                        Say.month(
                                                                                LocalDate.parse(
                                                                                        d))))
                                                        .toList()),
                                        new Figure.Choice("Height", "", heights)))
                        .figure(
                                "Area over which a target of the class the scenario counts is seen by a search radar, or could be engaged (within the reach of a round and in view), by who is ready on that day. Bar: 9 of 10 draws; dot: mean. Who is ready changes from draw to draw, so the band is mostly readiness.",
                                List.of(new Variants.Panel("", 78 + 48 * plans.size())),
                                List.of(
                                        Column.words("Package"),
                                        Column.number("Seen", "thousand km²"),
                                        Column.number("Reached", "thousand km²")),
                                chosen -> draw(areas, plans, chosen)));
    }

    private Variants.Drawn draw(List<Spread> areas, List<String> plans, List<String> chosen) {
        List<BandDots.Row> rows = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        for (String plan : plans) {
            List<BandDots.Bar> bars = new ArrayList<>();
            for (String kind : KINDS) {
                find(areas, plan, kind, chosen).ifPresent(a -> bars.add(bar(a)));
            }
            rows.add(new BandDots.Row(results.planName(plan), bars));
            table.add(
                    Table.Row.of(
                            Cell.of(results.planName(plan)),
                            cell(find(areas, plan, "seen", chosen)),
                            cell(find(areas, plan, "reached", chosen))));
        }
        String height = SkyNumbers.height(Integer.parseInt(chosen.get(1)));
        return new Variants.Drawn(
                "At %s in %s: %s"
                        .formatted(
                                height,
                                Say.month(LocalDate.parse(chosen.get(0))),
                                finding(
                                        plans.stream()
                                                .flatMap(p ->
                                                        find(areas, p, "seen", chosen).stream())
                                                .toList())),
                List.of(
                        new BandDots(
                                        "thousand km²",
                                        false,
                                        0.0,
                                        rows,
                                        KINDS.stream()
                                                .map(k ->
                                                        new BandDots.Kind(
                                                                Say.words(k),
                                                                results.palette.of("sky", k)))
                                                .toList())
                                .option()),
                table);
    }

    /// What the reference sees, and the package that sees most, where it sees more.
    private String finding(List<Spread> seen) {
        Optional<Spread> own =
                seen.stream().filter(a -> a.plan().equals(results.reference)).findFirst();
        Optional<Spread> most = seen.stream().max(Comparator.comparingDouble(Spread::mean));
        if (own.isEmpty() || most.isEmpty()) {
            return "what the reference sees is not known";
        }
        String area = Say.number(own.get().mean());
        String best = Say.number(most.get().mean());
        return "the reference sees %s thousand km², %s"
                .formatted(
                        area,
                        best.equals(area)
                                ? "no package more"
                                : "%s most, %s".formatted(results.quoted(most.get().plan()), best));
    }

    private static Optional<Spread> find(
            List<Spread> areas, String plan, String kind, List<String> chosen) {
        return areas.stream()
                .filter(a ->
                        a.plan().equals(plan)
                                && a.kind().equals(kind)
                                && a.day().toString().equals(chosen.get(0))
                                && Math.round(a.height()) == Long.parseLong(chosen.get(1)))
                .findFirst();
    }

    private BandDots.Bar bar(Spread a) {
        return new BandDots.Bar(
                a.low(),
                a.mean(),
                a.high(),
                results.palette.of("sky", a.kind()),
                "%s, %s\nmean %s thousand km²\n9 of 10 draws: %s"
                        .formatted(
                                results.planName(a.plan()),
                                a.kind(),
                                Say.number(a.mean()),
                                Say.range(a.low(), a.high(), "")));
    }

    private static Cell cell(Optional<Spread> area) {
        return area.map(RaidFigures::band).orElse(Cell.of("–"));
    }
}
