package parapet.view.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.RealRaidsRows.Analogue;
import parapet.view.read.RealRaidsRows.Shared;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// Raids made after public figures of real ones, beside what was reported of them; and what sharing
/// battles between equal states of the force changed. Nothing here is fitted.
public final class RealRaids {
    private final Results results;

    public RealRaids(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Analogue> rows = results.rows(Analogue.class);
        if (!rows.isEmpty()) {
            blocks.add(
                    new Block.Heading(
                            "real-raids", "Raids after real ones: computed beside reported"));
            blocks.add(
                    new Block.Paragraph(
                            Text.of(
                                    "These raids test little. The defenders are other systems than those of the programme, their number and stock are assumptions, and agreement does not show that the model is right."),
                            false));
            blocks.add(new Block.Points(rows.stream().map(this::misfit).toList()));
            blocks.add(figure(rows));
        }
        List<Shared> sharing = results.rows(Shared.class);
        if (!sharing.isEmpty()) {
            blocks.add(new Block.Heading("sharing", "What sharing battles changed"));
            blocks.addAll(shared(sharing));
        }
        return blocks;
    }

    private String label(Analogue row) {
        return "%s, %s"
                .formatted(
                        results.nameOf("raid", row.raid()), results.nameOf("target", row.target()));
    }

    private static String reported(Analogue row) {
        return Double.isFinite(row.reportedLow())
                ? Say.range(row.reportedLow(), row.reportedHigh(), "%")
                : "nothing reported";
    }

    private static String judged(Analogue row) {
        if (!Double.isFinite(row.reportedLow())) {
            return "cannot be judged";
        }
        if (row.decidedByInput()) {
            return "decided by the input: no round of the defence is used against this class";
        }
        if (!row.canFail()) {
            return "says nothing: the ranges are too wide to fail";
        }
        return row.agrees()
                ? "agrees: the model gives what was reported a chance of %s"
                        .formatted(Say.percent(row.probability()))
                : row.mean() > row.reportedHigh()
                        ? "the model stops more than reported"
                        : "the model stops less than reported";
    }

    private Text misfit(Analogue row) {
        String verdict = judged(row);
        return new Text.Builder()
                .say(label(row) + ": ")
                .strong(verdict)
                .say(
                        ", %s computed (9 of 10 draws: %s) against %s."
                                .formatted(
                                        Say.measure(row.mean(), "%"),
                                        Say.range(row.p05(), row.p95(), "%"),
                                        reported(row)))
                .build();
    }

    private Block figure(List<Analogue> rows) {
        BandDots chart =
                new BandDots("stopped, %", false, 0.0, rows.stream().map(this::dot).toList());
        long agree = rows.stream().filter(Analogue::agrees).count();
        long judged = rows.stream().filter(row -> row.inside() != null).count();
        String title =
                "None of these raids met the defence of this programme; of %s that can fail, %d agree"
                        .formatted(Say.count(judged, "comparison", "comparisons"), agree);
        return new Block.Chart(
                new Figure(
                        "real-raids-figure",
                        Map.of("", title),
                        Text.of(
                                "Dot: mean; bar: 9 of 10 draws; black line: the range reported, red where the model gives it a chance below 10 %. Defenders and raids are made after public figures; the model was not fitted to them. Reported shares come from the parties at war: they are claims, not measurements."),
                        List.of(),
                        List.of(
                                new Figure.Panel(
                                        "real-raids-chart",
                                        "",
                                        chart.height(),
                                        Map.of("", chart.option()))),
                        new Table(
                                "real-raids-table",
                                title,
                                List.of(
                                        Column.words("Raid"),
                                        Column.words("Class of target"),
                                        Column.number("Computed", "%"),
                                        Column.number("Reported", "%"),
                                        Column.words("Judged")),
                                rows.stream().map(this::row).toList()),
                        Map.of()));
    }

    private BandDots.Row dot(Analogue row) {
        boolean told = Double.isFinite(row.reportedLow());
        return BandDots.Row.of(
                label(row),
                new BandDots.Bar(
                        row.p05(),
                        row.mean(),
                        row.p95(),
                        told ? row.reportedLow() : null,
                        told ? row.reportedHigh() : null,
                        told && Boolean.FALSE.equals(row.inside()),
                        "var(--c1)",
                        "%s\ncomputed %s, 9 of 10 draws: %s\nreported: %s"
                                .formatted(
                                        label(row),
                                        Say.measure(row.mean(), "%"),
                                        Say.range(row.p05(), row.p95(), "%"),
                                        reported(row))));
    }

    private Table.Row row(Analogue row) {
        return Table.Row.of(
                Cell.of(results.nameOf("raid", row.raid())),
                Cell.of(results.nameOf("target", row.target())),
                Cell.of(Say.measure(row.mean(), "%"), Say.range(row.p05(), row.p95(), "%"))
                        .with(row.mean(), row.p05(), row.p95()),
                Cell.of(reported(row)),
                Cell.of(judged(row)));
    }

    private List<Block> shared(List<Shared> rows) {
        long asked = rows.stream().mapToLong(row -> row.asked()).sum();
        long fought = rows.stream().mapToLong(row -> row.fought()).sum();
        List<Table.Row> table =
                rows.stream()
                        .map(row ->
                                Table.Row.of(
                                        Cell.of(results.nameOf("raid", row.raid())),
                                        Cell.of("%,d".formatted(row.asked())),
                                        Cell.of("%,d".formatted(row.fought())),
                                        Cell.of(reused(row.asked(), row.fought())),
                                        Cell.of(error(row)),
                                        Cell.of(
                                                Double.isFinite(row.detectable())
                                                        ? Say.number(row.detectable())
                                                        : "–"),
                                        Cell.of("%,d".formatted(row.compared()))))
                        .toList();
        return List.of(
                new Block.Paragraph(
                        Text.of(
                                "%s met a raid; %s fought, the other %s used the outcome of an equal state. The error says what lumping the rounds into eighths changed, in pairs: the same battle with exact rounds and the same chance. Beside it the least error that would be found with probability 80 %%."
                                        .formatted(
                                                Say.count(
                                                        asked,
                                                        "state of the force",
                                                        "states of the force"),
                                                Say.count(fought, "battle was", "battles were"),
                                                reused(asked, fought))),
                        false),
                new Block.Grid(
                        new Table(
                                "sharing-table",
                                "How often an outcome was used again, and the error of it: targets that got through, lumped minus exact, with its 95 % interval",
                                List.of(
                                        Column.words("Raid"),
                                        Column.number("States asked"),
                                        Column.number("Battles fought"),
                                        Column.number("Used again"),
                                        Column.number("Error, targets"),
                                        Column.number("Found with 80 %, targets"),
                                        Column.number("States compared")),
                                table),
                        false));
    }

    private static String reused(long asked, long fought) {
        return asked > 0 ? Say.percent(1 - (double) fought / asked) : "–";
    }

    private static String error(Shared row) {
        double mean = row.difference();
        double half = row.halfWidth();
        return Double.isFinite(mean)
                ? "%s (%s)"
                        .formatted(
                                Say.signed(mean), Say.differenceRange(mean - half, mean + half, ""))
                : "–";
    }
}
