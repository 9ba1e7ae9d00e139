package parapet.view.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parapet.scenario.PlaceKind;
import parapet.view.doc.Block;
import parapet.view.doc.Page.KeyNumber;
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
                results.query.rows(Flip.class).stream()
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

    /// The families that were compared.
    public List<String> families() {
        return List.copyOf(byFamily.keySet());
    }

    /// The key number: the package that keeps more value than the reference most often, over all
    /// families, and how often; empty when none does.
    public Optional<KeyNumber> key() {
        var least = new LinkedHashMap<String, Flip>();
        var most = new LinkedHashMap<String, Flip>();
        byFamily.values()
                .forEach(comparisons ->
                        comparisons.forEach((comparison, kinds) -> {
                            Flip any = kinds.get(ANY);
                            if (any != null && any.against().equals(results.reference)) {
                                least.merge(
                                        comparison, any, (a, b) -> a.wins() <= b.wins() ? a : b);
                                most.merge(comparison, any, (a, b) -> a.wins() >= b.wins() ? a : b);
                            }
                        }));
        return least.values().stream()
                .max(Comparator.comparingDouble(Flip::wins))
                .filter(f -> f.wins() > f.loses())
                .map(f -> {
                    Flip upper = Objects.requireNonNull(most.get(f.comparison()));
                    String low = percent(f.wins());
                    String high = percent(upper.wins());
                    boolean flips =
                            byFamily.values().stream()
                                    .map(c -> c.get(f.comparison()))
                                    .anyMatch(k -> k != null && flip(k) != null);
                    return new KeyNumber(
                            low.equals(high) ? low : low.replace(" %", "") + " to " + high,
                            "of the members of %s in which %s keeps more than the reference"
                                    .formatted(
                                            Say.count(byFamily.size(), "family", "families")
                                                    + " of raids",
                                            results.quoted(f.plan())),
                            flips
                                    ? "it flips with what is attacked"
                                    : "nowhere clearly less, whatever is attacked",
                            "q3");
                });
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
                if (any.sign() != 0 && Math.max(any.wins(), any.loses()) >= 10) {
                    boolean more = any.sign() > 0;
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
            if (wins.isEmpty()) {
                answers.add(
                        Text.of(
                                "Over %d members of “%s” no package clearly keeps more value than the reference."
                                        .formatted(members, results.nameOf("raid", family))));
                return;
            }
            answers.add(
                    Text.of(
                            "Over %d members of “%s”, more of what is attacked is kept than with the reference by %s."
                                    .formatted(
                                            members,
                                            results.nameOf("raid", family),
                                            String.join(", ", wins))));
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

    /// A table for each family.
    public List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        if (isEmpty()) {
            return blocks;
        }
        blocks.add(new Block.Heading("flips", "Where the packages win, and where they do not"));
        blocks.add(
                Block.quiet(
                        "Two plans, with the force that each has on the last raid date, against the same members of a family. Numbers are points of the value kept on the first night, of what is attacked, with 95 % intervals over draws. “Anywhere” is the member that a draw has; the other columns have members of their own, aimed at assets where a unit stands, within reach of one, or out of reach of all units of the plan compared with. Values, aims and sides are notional."));
        byFamily.forEach((family, comparisons) -> {
            var rows = new ArrayList<Table.Row>();
            comparisons.values().forEach(kinds -> rows.add(row(kinds)));
            blocks.add(
                    new Block.Grid(
                            new Table(
                                    Say.anchor("flips", family),
                                    "Over members of “%s”"
                                            .formatted(results.nameOf("raid", family)),
                                    List.of(
                                            Column.words("Plan, against"),
                                            Column.number("Members"),
                                            Column.number("Keeps more in, %"),
                                            Column.number("Keeps less in, %"),
                                            Column.number("Anywhere"),
                                            Column.number("At a station"),
                                            Column.number("Behind one"),
                                            Column.number("Out of reach")),
                                    rows),
                            false,
                            false));
        });
        return blocks;
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
                        f.sign() > 0 ? "better" : f.sign() < 0 ? "worse" : "");
    }
}
