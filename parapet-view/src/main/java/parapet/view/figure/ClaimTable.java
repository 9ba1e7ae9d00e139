package parapet.view.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.ClaimTableRows.Claim;
import parapet.view.read.ClaimTableRows.Used;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// Every figure with all its claims: date, source and grade, and whether each was used.
public final class ClaimTable {
    /// Claims about one quantity.
    public record Group(String of, List<Claim> claims, boolean conflict, boolean flagged) {}

    private static List<Group> groups(List<Claim> claims) {
        Map<String, List<Claim>> byQuantity = new LinkedHashMap<>();
        for (Claim row : claims) {
            byQuantity.computeIfAbsent(row.of(), k -> new ArrayList<>()).add(row);
        }
        List<Group> groups = new ArrayList<>();
        byQuantity.forEach((of, rows) -> {
            double highest = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            boolean flagged = false;
            Set<String> units = new LinkedHashSet<>();
            for (Claim row : rows) {
                flagged |= row.flagged();
                if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
                    highest = Math.max(highest, row.low());
                    least = Math.min(least, row.high());
                    units.add(row.unit());
                }
            }
            boolean apart = highest > least && units.size() == 1 && !of.isEmpty();
            groups.add(new Group(of, rows, apart || flagged, flagged));
        });
        groups.sort(
                Comparator.comparing((Group g) -> !g.flagged)
                        .thenComparing(g -> !g.conflict)
                        .thenComparing(g -> g.of.isEmpty())
                        .thenComparing(Group::of));
        return groups;
    }

    private final Results results;
    private final List<Claim> claims;
    private final List<Group> groups;

    public ClaimTable(Results results) {
        this.results = results;
        this.claims = results.rows(Claim.class);
        this.groups = groups(claims);
    }

    public List<Claim> claims() {
        return claims;
    }

    public List<Group> groups() {
        return groups;
    }

    public List<Block> blocks() {
        if (groups.isEmpty()) {
            return List.of(Block.quiet("The scenario holds no claims."));
        }
        Map<String, List<Used>> used = new LinkedHashMap<>();
        for (Used row : results.rows(Used.class)) {
            used.computeIfAbsent(row.of(), k -> new ArrayList<>()).add(row);
        }
        List<Table.Row> rows = new ArrayList<>();
        for (Group group : groups) {
            String name = group.of.isEmpty() ? "Context, of no single figure" : Say.words(group.of);
            Text.Builder text = new Text.Builder().strong(name);
            if (group.flagged) {
                text.say(" — claims differ by a power of ten");
            } else if (group.conflict) {
                text.say(" — claims disagree");
            }
            rows.add(
                    new Table.Row(
                            Say.anchor("of", group.of),
                            true,
                            (group.conflict ? "conflict " : "") + "g-" + group.of,
                            List.of(
                                    new Cell(
                                            text.build(),
                                            used(group, used.getOrDefault(group.of, List.of())),
                                            group.flagged ? "flag" : ""))));
            for (Claim row : group.claims) {
                rows.add(claim(row, group));
            }
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "evidence-table",
                                "Every claim with its date, source and grade, and whether it was used",
                                List.of(
                                        Column.words("Claim"),
                                        Column.words("Value"),
                                        Column.words("Date"),
                                        Column.words("Source"),
                                        Column.words("Grade"),
                                        Column.words("Used")),
                                rows),
                        true));
    }

    /// What the run uses of a figure: its own range in the unit of its claims, and not one that is
    /// scaled for a single use.
    private static String used(Group group, List<Used> uses) {
        if (uses.isEmpty()) {
            return rates(group) ? "used as exchange rates" : "not used by a number of this run";
        }
        for (Used use : uses) {
            if (use.quantity().equals(group.of)) {
                return "used: %s to %s, mean %s"
                        .formatted(
                                told(use, use.low()),
                                told(use, use.high()),
                                told(use, use.typical()));
            }
        }
        return "used scaled, in %s: see the ranges"
                .formatted(Say.count(uses.size(), "place", "places"));
    }

    private static Table.Row claim(Claim row, Group group) {
        boolean assumption = row.assumption();
        String source =
                switch (row.kind()) {
                    case "assumption" -> "Assumption, no source";
                    case "derived" -> "Derived";
                    default -> row.publisher();
                };
        String detail =
                join(
                        row.title(),
                        row.published(),
                        row.formula().isEmpty() ? "" : "= " + row.formula(),
                        row.copiedFrom().isEmpty() ? "" : "copied from " + row.copiedFrom());
        double weight = row.weight();
        String use =
                !row.setAside().isEmpty()
                        ? "set aside"
                        : Double.isNaN(weight)
                                ? "not asked for"
                                : weight > 0 ? "in " + Say.percent(weight) + " of draws" : "no";
        String made = row.made() == null ? "" : "said " + Say.day(row.made());
        return new Table.Row(
                Say.anchor("e", row.claim()),
                false,
                "%s%s%sgrade-%s"
                        .formatted(
                                group.conflict ? "conflict " : "",
                                weight > 0 ? "used " : "",
                                assumption ? "assumption " : "",
                                row.grade()),
                List.of(
                        new Cell(Text.of(row.statement()), join(row.claim(), row.note()), ""),
                        new Cell(
                                Text.of(row.value() + (row.flagged() ? " ⚑" : "")),
                                row.status() + (row.flagged() ? ", a power of ten off" : ""),
                                row.flagged() ? "flag" : ""),
                        new Cell(
                                Text.of(
                                        row.asOfDay() == null
                                                ? made.isEmpty() ? "–" : made
                                                : Say.day(row.asOfDay())),
                                row.asOfDay() == null ? "" : made,
                                ""),
                        new Cell(page(source, row.address()), detail, assumption ? "pale" : ""),
                        Cell.of(row.grade()),
                        Cell.of(use, row.setAside())));
    }

    /// A source, with a link where it was seen.
    private static Text page(String source, String address) {
        return address.isEmpty()
                ? Text.of(source)
                : new Text.Builder().page(source, address).build();
    }

    private static String told(Used range, String value) {
        return Say.told(value, range.unit());
    }

    /// Whether claims of a group that no quantity stands on are used: those of exchange rates.
    private static boolean rates(Group group) {
        return group.claims.stream().anyMatch(claim -> claim.weight() > 0);
    }

    /// The filled ones of some texts.
    public static String join(String... parts) {
        List<String> filled = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                filled.add(part);
            }
        }
        return String.join(" · ", filled);
    }
}
