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
import parapet.view.words.Say;

/// What the model leaves out of this run, in order of harm: made from what the run has, so that it
/// says no more of a scenario than holds for it.
public final class LeftOut {
    /// Most sentences.
    public static final int MOST = 10;

    private final Results results;
    private final List<String> sentences;

    public LeftOut(Results results) {
        this.results = results;
        this.sentences = results.query.first(Facts.class).map(this::sentences).orElse(List.of());
    }

    /// At most ten sentences.
    public List<String> sentences() {
        return sentences;
    }

    private List<String> sentences(Facts f) {
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
        all.add(
                f.judged() == 0
                        ? "Readiness is not validated: no published figure of these %s."
                                .formatted(units)
                        : "Readiness is judged by %s only."
                                .formatted(
                                        Say.count(
                                                f.judged(),
                                                "published figure",
                                                "published figures")));
        if (f.raids()) {
            all.add("What a raid breaks does not lower readiness afterwards.");
        }
        if (f.nights() && !f.supplied()) {
            all.add("No rounds are brought forward between nights.");
        }
        all.add("Crews are always there: training, errors and fatigue are left out.");
        if (f.coarse()) {
            all.add("Terrain is coarse: below 1 km mountains hide more than shown.");
        }
        if (f.places()) {
            all.add("Every place is a notional point of its region.");
        }
        all.add("War, politics and sanctions change nothing unless a plan says so.");
        if (!f.raids()) {
            all.add("Money is what the programme pays: no salvage, no cost of damage.");
        }
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    /// All of it, with the warnings of the run.
    public Section section() {
        List<Warning> warnings = results.query.rows(Warning.class);
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
                                "The first screen lists what the model leaves out. “In 9 of 10” says how far public figures and our assumptions together leave an answer open; ± only how precise the simulation is; what is left out is in neither. ")
                        .say(
                                rows.isEmpty()
                                        ? "No model left the range in which it is valid."
                                        : "%s of this run %s where evidence is thin or contradicts itself, or a model leaves its range."
                                                .formatted(
                                                        Say.count(
                                                                rows.size(), "warning", "warnings"),
                                                        rows.size() == 1 ? "says" : "say"))
                        .build();
        return new Section(
                "limits",
                "",
                "How far to trust it",
                List.of(text),
                rows.isEmpty()
                        ? List.of()
                        : List.of(
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
                                                        false)))));
    }
}
