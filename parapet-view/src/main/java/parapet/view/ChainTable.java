package parapet.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.view.Results.Difference;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;

/// What holds the units up, cause behind cause, and what a plan takes away of it.
final class ChainTable {
    private static final int MOST = 12;

    private final Results results;

    ChainTable(Results results) {
        this.results = results;
    }

    /// The longest chains of the reference plan, beside them those of the leading comparison.
    ///
    /// @param leading the comparison whose plans are shown, null for the reference plan alone
    List<Block> blocks(@Nullable Difference leading) {
        String against = leading == null ? results.reference : leading.against();
        String plan = leading == null ? results.reference : leading.plan();
        List<Row> rows =
                results.ask(
                        """
                        with y as (select count(distinct fiscalYear) as y from downtime where fiscalYear > %d),
                          r as (select plan, count(distinct (draw, replication)) as n from downtime group by plan),
                          c as (select c.plan, regexp_replace(chain, '^([^:]+: no spare) at [^,;]+', '\\1 at base') as chain, sum(days) / any_value(n) / (select y from y) as days
                                from chains c join r on r.plan = c.plan where coming and c.plan in (%s, %s) group by c.plan, 2),
                          a as (select chain, days from c where plan = %s),
                          b as (select chain, days from c where plan = %s)
                        select coalesce(a.chain, b.chain) as chain, coalesce(a.days, 0) as before, coalesce(b.days, 0) as after
                        from a full join b on a.chain = b.chain
                        order by greatest(before, after) desc, chain
                        """
                                .formatted(
                                        results.info.asOf().getYear(),
                                        quote(against),
                                        quote(plan),
                                        quote(against),
                                        quote(plan)));
        if (rows.isEmpty()) {
            return List.of(DelaySection.quiet("No unit waited for a part."));
        }
        boolean both = !plan.equals(against);
        List<Table.Row> shown = new ArrayList<>();
        double otherBefore = 0;
        double otherAfter = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (i < MOST) {
                shown.add(row(row.text("chain"), row.number("before"), row.number("after"), both));
            } else {
                otherBefore += row.number("before");
                otherAfter += row.number("after");
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
                "What holds the %ss up, cause behind cause: %s-days a year without a part"
                        .formatted(results.unit, results.unit);
        return List.of(
                new Block.Grid(new Table("chains", title, columns, shown), false, false),
                DelaySection.quiet(
                        "Means over all runs and bases, after the as-of date. Every day is in exactly one chain; the result table “chains” holds all of them for every plan."));
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

    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
