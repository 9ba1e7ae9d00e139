package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.Results;
import parapet.view.read.ThreatTableRows.Story;
import parapet.view.words.Say;

/// A few targets and what became of them, battery by battery: one of each fate of every raid.
public final class ThreatTable {
    private final Results results;

    public ThreatTable(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<Story> rows = results.rows(Story.class);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<Story>> byThreat = new LinkedHashMap<>();
        for (Story row : rows) {
            byThreat.computeIfAbsent(row.raid() + "\n" + row.threat(), k -> new ArrayList<>())
                    .add(row);
        }
        List<Table.Row> table = new ArrayList<>();
        for (List<Story> of : byThreat.values()) {
            Story one = of.getFirst();
            table.add(
                    new Table.Row(
                            "",
                            true,
                            "",
                            List.of(
                                    new Cell(
                                            new Text.Builder()
                                                    .strong(one.threat() + " " + fate(one))
                                                    .build(),
                                            "%s, “%s”, %s%s"
                                                    .formatted(
                                                            results.nameOf("target", one.target()),
                                                            results.nameOf("raid", one.raid()),
                                                            Say.day(one.day()),
                                                            one.lane().isEmpty()
                                                                    ? ""
                                                                    : ", on the way " + one.lane()),
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
                                .formatted(results.info.scenario(), rows.getFirst().threat())),
                new Block.Grid(
                        new Table(
                                "threat-table",
                                "One target of each fate, of each raid, in the first battle of the reference plan; minutes since the raid began",
                                List.of(
                                        Column.words("Battery"),
                                        Column.words("Where its chain broke"),
                                        Column.number("Track from"),
                                        Column.number("Could fire"),
                                        Column.number("Rounds fired")),
                                table),
                        false));
    }

    private static String fate(Story row) {
        String when = "after %s min".formatted(Say.number(row.endMin()));
        return switch (row.fate()) {
            case "leaked" -> "got through " + when;
            case "jammed" ->
                    "was about to get through %s, and jamming made it miss".formatted(when);
            case "failed" -> "failed by itself on the way";
            case "turned-away" -> "released what it carried %s and turned away".formatted(when);
            case "not-released" -> "was never released";
            default ->
                    "was stopped %s%s".formatted(when, row.by().isEmpty() ? "" : " by " + row.by());
        };
    }

    private static Table.Row row(Story row) {
        String reason =
                !row.reasonLabel().isEmpty()
                        ? row.reasonLabel()
                        : row.battery().equals(row.by())
                                ? "stopped it"
                                : "nothing: it was stopped before";
        return Table.Row.of(
                Cell.of(Say.words(row.battery())),
                Cell.of(reason),
                Cell.of(Say.number(row.trackMin())),
                Cell.of(
                        Double.isNaN(row.opensMin())
                                ? "never"
                                : Say.range(row.opensMin(), row.closesMin(), "")),
                Cell.of(Integer.toString(row.fired())));
    }
}
