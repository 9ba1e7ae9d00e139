package parapet.view.figure;

import java.time.LocalDate;
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
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// The packages in numbers: money, units ready, sky and raids, as differences to the reference.
public final class PackageTable {
    private final Results results;
    private final Parts parts;
    private final SkyNumbers sky;
    private final List<String> packages;

    /// @param packages plans, the reference first
    public PackageTable(Results results, List<String> packages) {
        this.results = results;
        this.parts = new Parts(results);
        this.sky = new SkyNumbers(results);
        this.packages = packages;
    }

    /// The packages on a day.
    public Block table(LocalDate date) {
        List<Metric> shown = shown(date);
        List<Column> columns = new ArrayList<>(List.of(Column.words("Package")));
        shown.forEach(metric -> columns.add(Column.number(head(metric), metric.unit())));
        List<Table.Row> rows = new ArrayList<>();
        for (String plan : packages) {
            List<Cell> cells = new ArrayList<>();
            boolean reference = plan.equals(results.reference);
            cells.add(
                    new Cell(
                            Text.of(results.planName(plan)),
                            reference ? "the reference: its own numbers" : caution(plan),
                            reference || caution(plan).isEmpty() ? "" : "flag"));
            for (Metric metric : shown) {
                Difference d = results.toReference(plan, metric.key());
                cells.add(
                        reference
                                ? parts.estimate(plan, metric)
                                : d == null ? Cell.of("–") : parts.noisy(d));
            }
            rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
        }
        return new Block.Grid(
                new Table(
                        Say.anchor("packages", date.toString()),
                        "Packages as differences to the reference, in %s: mean, below it ± the noise of the simulation; of the reference its own mean, below it where 9 of 10 draws lie"
                                .formatted(Say.month(date)),
                        columns,
                        rows),
                false);
    }

    private String caution(String plan) {
        Results.Plan of = results.plans.get(plan);
        return of == null || of.caution().isEmpty() ? "" : "Caution: " + of.caution();
    }

    private List<Metric> shown(LocalDate date) {
        List<Metric> shown = new ArrayList<>();
        Metric cost = sky.cost();
        if (cost != null) {
            shown.add(cost);
        }
        Metric ready = sky.ready(date);
        if (ready != null) {
            shown.add(ready);
        }
        sky.heights().forEach(height -> sky.seen(height, date).ifPresent(shown::add));
        sky.raids().forEach(raid -> sky.metric("leaked", raid, date).ifPresent(shown::add));
        return shown;
    }

    private String head(Metric metric) {
        Integer height = metric.height();
        if (height != null) {
            return "Sky seen at %s, thousand km²".formatted(SkyNumbers.height(height));
        }
        if (!metric.subject().isEmpty()) {
            return "Got through, “%s”".formatted(results.nameOf("raid", metric.subject()));
        }
        return metric.kind().equals("ready")
                ? Say.words(results.units()) + " ready, " + Say.month(metric.date())
                : (metric.kind().equals("future-cost") ? "Money from now on, " : "Money, ")
                        + metric.unit();
    }
}
