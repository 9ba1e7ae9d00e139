package parapet.view.figure;

import java.util.ArrayList;
import java.util.List;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Metric;
import parapet.view.read.Results.Plan;
import parapet.view.words.Say;

/// All plans side by side: readiness and money, each with its difference to the reference; and what
/// each plan is, in words.
public final class PlanTable {
    private final Results results;
    private final Parts parts;

    public PlanTable(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    public List<Block> blocks() {
        if (results.plans.isEmpty()) {
            return List.of(Block.quiet("The run holds no plan."));
        }
        List<Metric> shown = new ArrayList<>();
        results.last("ready-unit-years").ifPresent(shown::add);
        results.last("availability").ifPresent(shown::add);
        results.cost().ifPresent(shown::add);
        List<Column> columns = new ArrayList<>(List.of(Column.words("Plan")));
        for (Metric metric : shown) {
            columns.add(Column.number(results.head(metric), metric.unit()));
            columns.add(
                    Column.number(
                            "to reference", metric.unit().equals("%") ? "points" : metric.unit()));
        }
        List<Table.Row> rows = new ArrayList<>();
        results.plans.values().forEach(plan -> rows.add(row(plan, shown)));
        return List.of(
                new Block.Grid(
                        new Table(
                                "plan-table",
                                "All plans: mean over %s, below it where 9 of 10 draws lie; differences are paired with the reference on the same draws"
                                        .formatted(
                                                Say.count(results.info.draws(), "draw", "draws")),
                                columns,
                                rows),
                        false),
                Parts.legend());
    }

    private Table.Row row(Plan plan, List<Metric> shown) {
        List<Cell> cells = new ArrayList<>();
        Text.Builder name = new Text.Builder();
        if (plan.key().equals(results.reference)) {
            name.strong(plan.name()).say(" (reference)");
        } else {
            name.say(plan.name());
        }
        cells.add(
                new Cell(
                        name.build(),
                        plan.caution().isEmpty() ? "" : "Caution: " + plan.caution(),
                        plan.caution().isEmpty() ? "" : "flag"));
        for (Metric metric : shown) {
            cells.add(parts.estimate(plan.key(), metric));
            Difference d = results.toReference(plan.key(), metric.key());
            cells.add(d == null ? Cell.of("–") : parts.difference(d));
        }
        return new Table.Row(Say.anchor("plan", plan.key()), false, "", cells);
    }

    /// What each plan is.
    public List<Block> inWords() {
        List<Table.Row> rows = new ArrayList<>();
        results.plans
                .values()
                .forEach(plan ->
                        rows.add(
                                Table.Row.of(
                                        Cell.of(plan.name(), plan.caution()),
                                        Cell.of(plan.about()),
                                        Cell.of(plan.changes().replace("\n", "; ")))));
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Grid(
                                new Table(
                                        "plans-in-words",
                                        "The plans in words",
                                        List.of(
                                                Column.words("Plan"),
                                                Column.words("What it is"),
                                                Column.words("Changes")),
                                        rows),
                                false));
    }
}
