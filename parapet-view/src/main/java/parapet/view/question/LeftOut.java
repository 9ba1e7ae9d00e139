package parapet.view.question;

import java.util.ArrayList;
import java.util.List;
import parapet.view.doc.Block;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.LeftOutRows.Facts;
import parapet.view.read.LeftOutRows.Warning;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// What the model leaves out of this run, in order of harm: made from what the run has, so that it
/// says no more of a scenario than holds for it.
public final class LeftOut {
    /// Most sentences.
    public static final int MOST = 10;

    private final Results results;
    private final List<String> all;

    public LeftOut(Results results) {
        this.results = results;
        this.all = results.first(Facts.class).map(this::all).orElse(List.of());
    }

    /// Those of the first screen, at most ten.
    public List<String> sentences() {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /// Those for which the first screen has no room.
    private List<String> others() {
        return all.subList(sentences().size(), all.size());
    }

    private List<String> all(Facts f) {
        var all = new ArrayList<String>();
        String units = results.units();
        if (f.raids()) {
            all.add("The defence loses nothing: no battery, radar or crew is hit.");
            all.add(
                    f.shortened() || f.jammed()
                            ? "Jamming is one stated share; no radar is blinded or deceived."
                            : "Nothing is jammed.");
            if (!f.decoys()) {
                all.add("No target is a decoy.");
            }
            all.add("Targets do not manoeuvre or react to what is fired.");
            all.add("Aircraft of the defence do not fight; nothing is hidden or moved.");
        } else {
            all.add("No raid comes: what the %s would stop is not asked.".formatted(units));
        }
        all.add(validated(f, units));
        if (f.raids()) {
            all.add("What a raid breaks does not lower readiness afterwards.");
        }
        if (f.nights() && !new SkyNumbers(results).supplied()) {
            all.add("No rounds are brought forward between nights.");
        }
        all.add("Crews are always there: training, errors and fatigue are left out.");
        if (f.coarse()) {
            all.add("Terrain is coarse: below 1 km mountains hide more than shown.");
        }
        if (f.places()) {
            all.add("Every place is a notional point of its region.");
        }
        if (!f.disrupted()) {
            all.add("War, politics and sanctions change nothing unless a plan says so.");
        }
        if (!f.raids()) {
            all.add("Money is what the programme pays: no salvage, no cost of damage.");
        }
        return List.copyOf(all);
    }

    private static String validated(Facts f, String units) {
        if (f.judged() > 0) {
            return "Readiness is judged by %s only.".formatted(figures(f.judged()));
        }
        return f.fitted() > 0
                ? "Readiness is fitted to %s; none is left to judge it."
                        .formatted(figures(f.fitted()))
                : "Readiness is not validated: no published figure of these %s.".formatted(units);
    }

    private static String figures(int n) {
        return Say.count(n, "published figure", "published figures");
    }

    /// All of it, with the warnings of the run.
    public Section section() {
        List<Warning> warnings = results.rows(Warning.class);
        List<Table.Row> rows =
                warnings.stream()
                        .map(row ->
                                Table.Row.of(
                                        Cell.of(results.quantity(row.subject())),
                                        Cell.of(row.warning()),
                                        Cell.of("%,d".formatted(row.count())).with(row.count())))
                        .toList();
        Text text =
                new Text.Builder()
                        .say(
                                "The first screen lists what the model leaves out%s. “In 9 of 10” says how far public figures and our assumptions together leave an answer open; ± only how precise the simulation is; what is left out is in neither. "
                                        .formatted(
                                                others().isEmpty()
                                                        ? ""
                                                        : "; what it has no room for stands below"))
                        .say(
                                rows.isEmpty()
                                        ? "No model left the range in which it is valid."
                                        : "%s of this run %s where evidence is thin or contradicts itself, or a model leaves its range."
                                                .formatted(
                                                        Say.count(
                                                                rows.size(), "warning", "warnings"),
                                                        rows.size() == 1 ? "says" : "say"))
                        .build();
        List<Block> blocks = new ArrayList<>();
        if (!others().isEmpty()) {
            blocks.add(new Block.Points(others().stream().map(Text::of).toList()));
        }
        if (!rows.isEmpty()) {
            blocks.add(
                    new Block.Fold(
                            "Warnings of this run",
                            List.of(
                                    new Block.Grid(
                                            new Table(
                                                    "warning-table",
                                                    "Warnings of this run",
                                                    List.of(
                                                            Column.words("Of"),
                                                            Column.words("What"),
                                                            Column.number("How often")),
                                                    rows),
                                            false))));
        }
        return new Section("limits", "", "How far to trust it", List.of(text), blocks);
    }
}
