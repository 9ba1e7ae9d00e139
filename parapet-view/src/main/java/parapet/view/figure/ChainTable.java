package parapet.view.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.sustain.Reason;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.read.ChainTableRows.Held;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.words.Say;

/// What holds the units up, cause behind cause, and what a plan takes away of it.
public final class ChainTable {
    private static final int MOST = 12;
    private static final String ANY_BASE = "*";
    private static final String NEXT = " → ";

    private final Results results;

    public ChainTable(Results results) {
        this.results = results;
    }

    /// The longest chains of the reference plan, beside them those of the leading comparison.
    ///
    /// @param leading the comparison whose plans are shown, null for the reference plan alone
    public List<Block> blocks(@Nullable Difference leading) {
        String against = leading == null ? results.reference : leading.against();
        String plan = leading == null ? results.reference : leading.plan();
        boolean coming = results.time.goesOn();
        List<Held> rows =
                results.rows(Held.class, against, plan, results.time.yearsAhead(), coming);
        if (rows.isEmpty()) {
            return List.of(Block.quiet("No unit waited for a part."));
        }
        boolean both = !plan.equals(against);
        List<Table.Row> shown = new ArrayList<>();
        double otherBefore = 0;
        double otherAfter = 0;
        for (int i = 0; i < rows.size(); i++) {
            Held row = rows.get(i);
            if (i < MOST) {
                shown.add(row(named(row.chain()), row.before(), row.after(), both));
            } else {
                otherBefore += row.before();
                otherAfter += row.after();
            }
        }
        if (rows.size() > MOST) {
            String others = "%d other chains".formatted(rows.size() - MOST);
            shown.add(row(others, otherBefore, otherAfter, both));
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("From the unit to the last cause"));
        columns.add(Column.number(results.planName(against)));
        if (both) {
            columns.add(Column.number(results.planName(plan)));
            columns.add(Column.number("Change"));
        }
        String title =
                "What holds the %s up, cause behind cause: %s-days a year without a part"
                        .formatted(results.units(), results.unit);
        return List.of(
                new Block.Grid(new Table("chains", title, columns, shown), false),
                Block.quiet(
                        "Means over all runs and bases%s. Every day is in exactly one chain; the result table “chains” holds all of them for every plan."
                                .formatted(coming ? ", from the as-of date on" : "")));
    }

    /// A chain in words: a part is named where it is another one than that of the link before.
    private String named(String chain) {
        var words = new ArrayList<String>();
        String part = "";
        for (String link : chain.split("\n", -1)) {
            String[] of = link.split("\t", -1);
            Reason reason = Reason.of(of[0]);
            boolean other = !of[1].isEmpty() && !of[1].equals(part);
            part = of[1].isEmpty() ? part : of[1];
            words.add(
                    (other ? results.nameOf("part", part) + ": " : "")
                            + reason.inChain()
                            + place(reason, of[2]));
        }
        return String.join(NEXT, words);
    }

    private String place(Reason reason, String site) {
        if (site.isEmpty()) {
            return "";
        }
        return (reason == Reason.SPARE_ON_THE_WAY ? " from " : " at ")
                + (site.equals(ANY_BASE) ? "base" : results.nameOf("site", site));
    }

    private static Table.Row row(String chain, double before, double after, boolean both) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(chain));
        cells.add(Cell.of(Say.number(before)));
        if (both) {
            cells.add(Cell.of(Say.number(after)));
            cells.add(Cell.of(Say.difference(after - before, "")));
        }
        return new Table.Row("", false, "", cells);
    }
}
