package parapet.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// A few targets and what became of them, battery by battery: two that got through and one that was
/// stopped of every raid.
final class ThreatTable {
    private final Results results;

    ThreatTable(Results results) {
        this.results = results;
    }

    List<Block> blocks() {
        List<Row> rows =
                results.ask(
                        """
                        with t as (select raid, threat, any_value(fate) as fate, sum(fired) as fired from threats group by raid, threat),
                          r as (select *, row_number() over (partition by raid, fate order by fired desc, threat) as place from t)
                        select threats.* from threats join r using (raid, threat) where r.place <= case when r.fate = 'leaked' then 2 else 1 end
                        order by raid, threats.fate desc, threat, battery
                        """);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<Row>> byThreat = new LinkedHashMap<>();
        for (Row row : rows) {
            byThreat.computeIfAbsent(
                            row.text("raid") + "\n" + row.text("threat"), k -> new ArrayList<>())
                    .add(row);
        }
        List<Table.Row> table = new ArrayList<>();
        for (List<Row> of : byThreat.values()) {
            Row one = of.getFirst();
            table.add(
                    new Table.Row(
                            "",
                            true,
                            "",
                            List.of(
                                    new Cell(
                                            new Text.Builder()
                                                    .strong(one.text("threat") + " " + fate(one))
                                                    .build(),
                                            "%s, “%s”, %s%s"
                                                    .formatted(
                                                            results.nameOf(
                                                                    "target", one.text("target")),
                                                            results.nameOf(
                                                                    "raid", one.text("raid")),
                                                            Say.day(one.date("day")),
                                                            one.text("lane").isEmpty()
                                                                    ? ""
                                                                    : ", on the way "
                                                                            + one.text("lane")),
                                            ""))));
            of.forEach(row -> table.add(row(row)));
        }
        return List.of(
                new Block.Heading("threats", "What became of single targets"),
                new Block.Paragraph(
                        Text.of(
                                "Every target of the first night keeps its story: for each battery the link at which the chain to a shot broke. The command prints it for any of them:"),
                        false),
                new Block.Code(
                        "./parapet why out/%s %s"
                                .formatted(
                                        results.info.scenario(), rows.getFirst().text("threat"))),
                new Block.Grid(
                        new Table(
                                "threat-table",
                                "Two targets that got through and one that was stopped, of each raid, in the first battle of the reference plan; minutes since the raid began",
                                List.of(
                                        Column.words("Battery"),
                                        Column.words("Where its chain broke"),
                                        Column.number("Track from"),
                                        Column.number("Could fire"),
                                        Column.number("Rounds fired")),
                                table),
                        byThreat.size() > 4,
                        false));
    }

    private static String fate(Row row) {
        String when = "after %s min".formatted(Say.number(row.number("endMin")));
        return row.text("fate").equals("leaked")
                ? "got through " + when
                : "was stopped %s%s"
                        .formatted(when, row.text("by").isEmpty() ? "" : " by " + row.text("by"));
    }

    private static Table.Row row(Row row) {
        String reason =
                !row.text("reason").isEmpty()
                        ? row.text("reason")
                        : row.text("battery").equals(row.text("by"))
                                ? "stopped it"
                                : "nothing: it was stopped before";
        return Table.Row.of(
                Cell.of(Say.words(row.text("battery"))),
                Cell.of(reason),
                Cell.of(Say.number(row.number("trackMin"))),
                Cell.of(
                        Double.isNaN(row.number("opensMin"))
                                ? "never"
                                : Say.range(row.number("opensMin"), row.number("closesMin"), "")),
                Cell.of(Integer.toString(row.integer("fired"))));
    }
}
