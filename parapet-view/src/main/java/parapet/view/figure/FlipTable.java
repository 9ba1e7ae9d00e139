package parapet.view.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.scenario.PlaceKind;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.FlipTableRows.Flip;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Comparisons of packages over families of raids: how often each keeps more value, and by kind of
/// place where the sign flips. A comparison that flips is never told as one number.
public final class FlipTable {
    private static final String ANY = "any";

    private final Results results;
    private final Map<String, Map<String, Map<String, Flip>>> byFamily = new LinkedHashMap<>();

    public FlipTable(Results results) {
        this.results = results;
        List<String> order =
                results.differences.stream().map(d -> d.comparison()).distinct().toList();
        List<String> raids = new SkyNumbers(results).raids();
        List<Flip> rows =
                results.rows(Flip.class).stream()
                        .sorted(
                                Comparator.comparingInt((Flip f) -> raids.indexOf(f.family()))
                                        .thenComparingInt(f -> order.indexOf(f.comparison())))
                        .toList();
        for (Flip f : rows) {
            byFamily.computeIfAbsent(f.family(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(f.comparison(), k -> new LinkedHashMap<>())
                    .put(f.kind(), f);
        }
    }

    /// Whether there is anything to tell.
    public boolean isEmpty() {
        return byFamily.isEmpty();
    }

    /// Members of all families that were compared.
    public int members() {
        return byFamily.values().stream()
                .mapToInt(c ->
                        c.values().stream()
                                .map(kinds -> kinds.get(ANY))
                                .mapToInt(any -> any == null ? 0 : any.members())
                                .max()
                                .orElse(0))
                .sum();
    }

    /// The first comparison that flips, whatever the two plans, in words; that none does.
    ///
    /// @param named the plan of which the answer has just spoken
    public String flipping(String named) {
        for (Map<String, Map<String, Flip>> comparisons : byFamily.values()) {
            for (Map<String, Flip> kinds : comparisons.values()) {
                String flip = flip(kinds);
                if (flip != null) {
                    Flip any = kinds.values().iterator().next();
                    return "“%s” %s turns, points kept: %s"
                            .formatted(
                                    results.planName(any.plan()),
                                    any.against().equals(named)
                                            ? "instead"
                                            : "rather than “%s”"
                                                    .formatted(results.planName(any.against())),
                                    flip);
                }
            }
        }
        return "no flip stands out of chance";
    }

    /// The families that were compared.
    public List<String> families() {
        return List.copyOf(byFamily.keySet());
    }

    /// A package against the reference, over all families in the order of the scenario.
    ///
    /// @param plan the package
    /// @param comparison key of the comparison
    /// @param wins share of the members in which it keeps more, for each family, %
    /// @param turns where the sign flips, in words; empty where it does not
    public record Winner(String plan, String comparison, List<Double> wins, String turns) {
        /// The least share of members in which it keeps more, %.
        public double least() {
            return wins.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        }

        /// The greatest, %.
        public double most() {
            return wins.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        /// The mean over the families, %.
        public double mean() {
            return wins.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }
    }

    /// The packages that clearly keep more than the reference in every family; that which does so
    /// most often first.
    public List<Winner> winners() {
        var names = new LinkedHashMap<String, List<Map<String, Flip>>>();
        byFamily.values()
                .forEach(comparisons ->
                        comparisons.forEach((comparison, kinds) ->
                                names.computeIfAbsent(comparison, k -> new ArrayList<>())
                                        .add(kinds)));
        var winners = new ArrayList<Winner>();
        names.forEach((comparison, families) -> {
            var wins = new ArrayList<Double>();
            var turns = new ArrayList<String>();
            String plan = "";
            for (Map<String, Flip> kinds : families) {
                Flip any = kinds.get(ANY);
                if (any != null && any.against().equals(results.reference) && any.verdict() > 0) {
                    wins.add(any.wins());
                    plan = any.plan();
                    String flip = flip(kinds);
                    if (flip != null && turns.isEmpty()) {
                        turns.add(flip);
                    }
                }
            }
            Results.Plan of = results.plans.get(plan);
            if (wins.size() == byFamily.size() && of != null && of.option()) {
                winners.add(new Winner(plan, comparison, wins, String.join("", turns)));
            }
        });
        winners.sort(Comparator.comparingDouble(p -> -p.least()));
        return winners;
    }

    /// How often each package keeps more value than the reference, and what flips: one sentence for
    /// each family, two where something flips.
    public List<Text> answers() {
        var answers = new ArrayList<Text>();
        byFamily.forEach((family, comparisons) -> {
            var wins = new ArrayList<String>();
            var losses = new ArrayList<String>();
            var flips = new ArrayList<String>();
            int members = 0;
            for (Map<String, Flip> kinds : comparisons.values()) {
                Flip any = kinds.get(ANY);
                if (any == null || !any.against().equals(results.reference)) {
                    continue;
                }
                members = Math.max(members, any.members());
                if (any.verdict() != 0) {
                    boolean more = any.verdict() > 0;
                    (more ? wins : losses)
                            .add(
                                    "%s in %s (%s in %s)"
                                            .formatted(
                                                    results.quoted(any.plan()),
                                                    percent(more ? any.wins() : any.loses()),
                                                    more ? "less" : "more",
                                                    percent(more ? any.loses() : any.wins())));
                }
                String flip = flip(kinds);
                if (flip != null) {
                    flips.add("%s: %s".formatted(results.quoted(any.plan()), flip));
                }
            }
            String over =
                    "Over %,d members of “%s”".formatted(members, results.nameOf("raid", family));
            answers.add(
                    Text.of(
                            wins.isEmpty()
                                    ? over
                                            + " no package clearly keeps more value than the reference."
                                    : "%s, more of what is attacked is kept than with the reference by %s."
                                            .formatted(over, String.join(", ", wins))));
            if (!losses.isEmpty()) {
                answers.add(Text.of("Less is kept by %s.".formatted(String.join(", ", losses))));
            }
            if (!flips.isEmpty()) {
                answers.add(
                        Text.of(
                                "It depends on what is attacked for %s (points of value kept)."
                                        .formatted(String.join("; ", flips))));
            }
        });
        return answers;
    }

    private static String percent(double percent) {
        return Say.percent(Math.round(percent) / 100.0);
    }

    /// Where the sign flips, in words; null where it does not.
    private static @Nullable String flip(Map<String, Flip> kinds) {
        boolean more = kinds.values().stream().anyMatch(f -> f.sign() > 0);
        boolean less = kinds.values().stream().anyMatch(f -> f.sign() < 0);
        if (!more || !less) {
            return null;
        }
        var words = new ArrayList<String>();
        for (PlaceKind kind : PlaceKind.values()) {
            Flip f = kinds.get(kind.key());
            if (f != null && f.sign() != 0) {
                words.add("%s %s".formatted(f.difference(), kind.label()));
            }
        }
        return String.join(", ", words);
    }

    /// Every comparison with the reference by kind of place as a figure, and a table of all.
    public List<Block> blocks() {
        if (isEmpty()) {
            return List.of();
        }
        var families =
                new Figure.Choice(
                        "Family of raids",
                        "",
                        byFamily.keySet().stream()
                                .map(f -> new Figure.Option(f, results.nameOf("raid", f)))
                                .toList());
        int rows = byFamily.values().stream().mapToInt(c -> against(c).size()).max().orElse(0);
        return List.of(
                new Variants("flips", List.of(families))
                        .figure(
                                "Points of the value kept on the first night, plan minus reference; bars are the noise of the simulation (95 %), not a spread. Two plans meet the same members of a family, with the force that each has on the last raid date: attacked is what stands where a unit stands, what is within reach of one, or what no unit of the plan compared with reaches. Values, aims and sides are notional.",
                                List.of(new Variants.Panel("", 78 + 66 * rows)),
                                List.of(
                                        Column.words("Plan, against"),
                                        Column.number("Members"),
                                        Column.number("Keeps more in", "% of members"),
                                        Column.number("Keeps less in", "% of members"),
                                        Column.number("Anywhere", "points"),
                                        Column.number("At a station", "points"),
                                        Column.number("Behind one", "points"),
                                        Column.number("Out of reach", "points")),
                                chosen -> draw(chosen.getFirst())));
    }

    private List<Map<String, Flip>> against(Map<String, Map<String, Flip>> comparisons) {
        return comparisons.values().stream()
                .filter(kinds ->
                        kinds.values().iterator().next().against().equals(results.reference))
                .toList();
    }

    private Variants.Drawn draw(String family) {
        Map<String, Map<String, Flip>> comparisons = byFamily.getOrDefault(family, Map.of());
        var rows = new ArrayList<BandDots.Row>();
        var legend = new ArrayList<BandDots.Kind>();
        for (PlaceKind kind : PlaceKind.values()) {
            legend.add(new BandDots.Kind(kind.label(), colour(kind)));
        }
        for (Map<String, Flip> kinds : against(comparisons)) {
            var bars = new ArrayList<BandDots.Bar>();
            Flip first = kinds.values().iterator().next();
            for (PlaceKind kind : PlaceKind.values()) {
                Flip f = kinds.get(kind.key());
                if (f != null && Double.isFinite(f.kept())) {
                    double half = Double.isFinite(f.half()) ? f.half() : 0;
                    bars.add(
                            new BandDots.Bar(
                                    f.kept() - half,
                                    f.kept(),
                                    f.kept() + half,
                                    colour(kind),
                                    "%s\n%s: %s points"
                                            .formatted(
                                                    results.planName(f.plan()),
                                                    kind.label(),
                                                    f.difference())));
                }
            }
            if (!bars.isEmpty()) {
                rows.add(new BandDots.Row(results.planName(first.plan()), bars));
            }
        }
        List<String> flip =
                against(comparisons).stream()
                        .filter(kinds -> flip(kinds) != null)
                        .map(kinds -> results.planName(kinds.values().iterator().next().plan()))
                        .toList();
        return new Variants.Drawn(
                "“%s”: %s"
                        .formatted(
                                results.nameOf("raid", family),
                                flip.isEmpty()
                                        ? "what is attacked turns the sign of no package"
                                        : "what is attacked decides whether %s %s more or less than the reference"
                                                .formatted(
                                                        Say.listed(flip),
                                                        flip.size() == 1 ? "keeps" : "keep")),
                List.of(new BandDots("points of value kept", false, 0.0, rows, legend).option()),
                comparisons.values().stream().map(FlipTable.this::row).toList());
    }

    private String colour(PlaceKind kind) {
        return results.palette.of("place", kind.key());
    }

    private Table.Row row(Map<String, Flip> kinds) {
        Flip first = kinds.values().iterator().next();
        Flip any = kinds.get(ANY);
        boolean flips = flip(kinds) != null;
        return Table.Row.of(
                new Cell(
                        Text.of(results.planName(first.plan())),
                        "against " + results.planName(first.against()),
                        ""),
                Cell.of(any == null ? "–" : "%,d".formatted(any.members())),
                Cell.of(any == null ? "–" : Say.number(any.wins())),
                Cell.of(any == null ? "–" : Say.number(any.loses())),
                flips ? new Cell(Text.of("flips"), "see right", "flag") : cell(any),
                cell(kinds.get(PlaceKind.OWN_STATION.key())),
                cell(kinds.get(PlaceKind.BEHIND.key())),
                cell(kinds.get(PlaceKind.UNCOVERED.key())));
    }

    private static Cell cell(@Nullable Flip f) {
        return f == null
                ? Cell.of("–")
                : new Cell(
                                Text.of(Say.signed(f.kept())),
                                "± " + Say.number(f.half()),
                                f.sign() > 0 ? "better" : f.sign() < 0 ? "worse" : "")
                        .with(f.kept(), f.kept() - f.half(), f.kept() + f.half());
    }
}
