package parapet.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;
import parapet.quantity.Measures;
import parapet.view.Results.Difference;
import parapet.view.doc.Block;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Table;

/// What holds the units up, cause behind cause, and what a plan takes away of it.
final class ChainTable {
    /// Days a year of each chain under the plans $1 (before) and $2 (after), over $3 years; bases
    /// are taken together as `*`.
    @Sql(
            """
            with r as (select plan, count(distinct (draw, replication)) as n from downtime group by plan),
              c as (select c.plan, regexp_replace(chain, '^([^:]+: no spare) at [^,;]+', '\\1 at *') as chain, sum(days) / any_value(n) / $3 as days
                    from chains c join r on r.plan = c.plan where coming and c.plan in ($1, $2) group by c.plan, 2),
              a as (select chain, days from c where plan = $1),
              b as (select chain, days from c where plan = $2)
            select coalesce(a.chain, b.chain) as chain, coalesce(a.days, 0) as before, coalesce(b.days, 0) as after
            from a full join b on a.chain = b.chain
            order by greatest(before, after) desc, chain
            """)
    private record Held(String chain, double before, double after) {}

    private static final int MOST = 12;
    private static final String ANY_BASE = "*";
    private static final String NEXT = " → ";
    private static final Pattern PLACE = Pattern.compile(" (?:at|from) (\\S+)$");

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
        List<Held> rows = results.query.rows(Held.class, against, plan, years());
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
                "What holds the %ss up, cause behind cause: %s-days a year without a part"
                        .formatted(results.unit, results.unit);
        return List.of(
                new Block.Grid(new Table("chains", title, columns, shown), false, false),
                Block.quiet(
                        "Means over all runs and bases, after the as-of date. Every day is in exactly one chain; the result table “chains” holds all of them for every plan."));
    }

    /// The time to which the chains belong, years.
    private double years() {
        LocalDate from =
                results.info.asOf().isAfter(results.info.frame().start())
                        ? results.info.asOf()
                        : results.info.frame().start();
        long days = ChronoUnit.DAYS.between(from, results.info.frame().end()) + 1;
        return Math.max(1, days) / Measures.DAYS_PER_YEAR;
    }

    /// A chain with the names of parts and sites where the result table has their keys; there it
    /// reads `part: cause at site, cause at site; sub-part: cause`. Names may hold commas, so an
    /// arrow leads from cause to cause.
    private String named(String chain) {
        return Arrays.stream(chain.split("; "))
                .map(this::namedPart)
                .collect(Collectors.joining(NEXT));
    }

    private String namedPart(String text) {
        int colon = text.indexOf(": ");
        String part = colon < 0 ? "" : results.nameOf("part", text.substring(0, colon)) + ": ";
        return part
                + Arrays.stream(text.substring(colon < 0 ? 0 : colon + 2).split(", "))
                        .map(this::namedCause)
                        .collect(Collectors.joining(NEXT));
    }

    private String namedCause(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.find()) {
            return text;
        }
        String site = place.group(1);
        String name = site.equals(ANY_BASE) ? "base" : results.nameOf("site", site);
        return text.substring(0, place.start(1)) + name;
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
