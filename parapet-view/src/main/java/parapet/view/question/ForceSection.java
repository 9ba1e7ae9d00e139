package parapet.view.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parapet.view.doc.Block;
import parapet.view.doc.Page.KeyNumber;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.figure.Comparisons;
import parapet.view.figure.CoveredSky;
import parapet.view.figure.FlipTable;
import parapet.view.figure.Parts;
import parapet.view.figure.SkyMaps;
import parapet.view.figure.ValueFigure;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Question 3: what else the money would buy, and what each choice gives.
public final class ForceSection {
    private final Results results;
    private final Parts parts;
    private final SkyNumbers sky;
    private final List<String> packages;
    private final FlipTable flips;

    public ForceSection(Results results) {
        this.results = results;
        this.parts = new Parts(results);
        this.sky = new SkyNumbers(results);
        this.packages = sky.packages();
        this.flips = new FlipTable(results);
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        List<LocalDate> dates = sky.dates();
        if (!dates.isEmpty()) {
            LocalDate last = dates.getLast();
            blocks.addAll(flips.blocks());
            blocks.add(new Block.Heading("packages", "The packages against the reference"));
            blocks.add(packageTable(last, false));
            blocks.add(SkyNumbers.legend());
            dates.reversed().stream().skip(1).forEach(date -> blocks.add(packageTable(date, true)));
            blocks.addAll(new ValueFigure(results, packages).blocks(last));
            blocks.add(new Block.Heading("sky", "The sky they cover"));
            blocks.addAll(new CoveredSky(results).blocks());
            blocks.addAll(new SkyMaps(results).blocks());
        }
        var comparisons = new Comparisons(results, "force");
        if (!comparisons.asked().isEmpty()) {
            blocks.add(new Block.Heading("force", "Readiness and money of each choice"));
            blocks.addAll(comparisons.blocks());
        }
        return new Section(
                "q3",
                "3",
                results.question("force"),
                answers(dates, !comparisons.asked().isEmpty()),
                blocks);
    }

    private List<Text> answers(List<LocalDate> dates, boolean asked) {
        if (dates.isEmpty()) {
            return asked
                    ? List.of(
                            SkyNumbers.none(),
                            Text.of(
                                    "What it does say, readiness and money, stands below: half of the answer."))
                    : List.of(SkyNumbers.none());
        }
        if (packages.size() < 2) {
            return List.of(
                    Text.of(
                            "The scenario compares no packages (study comparisons of the topic force), so this run says what sky is covered, not what would be better."));
        }
        LocalDate date = dates.getLast();
        if (!flips.isEmpty()) {
            return flips.answers();
        }
        List<Text> answers = new ArrayList<>();
        List<String> raids = sky.raids();
        String raid = raids.isEmpty() ? "" : raids.getFirst();
        Metric ready = sky.ready(date);
        Difference stops = stops(raid, date);
        Difference stands = ready == null ? null : best(ready.key(), true);
        Text.Builder text = new Text.Builder();
        if (stops != null) {
            text.say(
                            "With batteries and raids placed as in the scenario, most targets are stopped by ")
                    .strong(results.quoted(stops.plan()))
                    .say(
                            ": %s targets fewer (95 %% interval %s) get through “%s” in %s than with the reference%s"
                                    .formatted(
                                            SkyNumbers.count(-stops.mean()),
                                            SkyNumbers.countRange(
                                                    -stops.mean() - stops.half(),
                                                    -stops.mean() + stops.half()),
                                            results.nameOf("raid", raid),
                                            Say.month(date),
                                            price(stops.plan())));
        }
        if (stands != null && ready != null) {
            boolean same = stops != null && stops.plan().equals(stands.plan());
            text.say(stops == null ? "Most " : "; most ")
                    .say("%s ready are given by ".formatted(results.units()));
            if (same) {
                text.say("the same plan");
            } else {
                text.strong(results.quoted(stands.plan()));
            }
            text.say(
                    ": %s (95 %% interval %s)%s"
                            .formatted(
                                    Say.difference(stands.mean(), ""),
                                    Say.differenceRange(
                                            stands.mean() - stands.half(),
                                            stands.mean() + stands.half(),
                                            ""),
                                    same ? "" : price(stands.plan())));
        }
        answers.add(
                text.isEmpty()
                        ? Text.of(
                                "No package differs clearly from the reference, neither in targets stopped nor in %s ready."
                                        .formatted(results.units()))
                        : text.say(
                                        ". The intervals are of the simulation alone; put the batteries or the aim of the raid elsewhere, and the order of the packages can turn over.")
                                .build());
        return answers;
    }

    /// The key number of this question: what the package that stops most changes in the first raid.
    public Optional<KeyNumber> key() {
        if (!flips.isEmpty()) {
            return flips.key();
        }
        List<String> raids = sky.raids();
        List<LocalDate> dates = sky.dates();
        Difference stops =
                raids.isEmpty() || dates.isEmpty()
                        ? null
                        : stops(raids.getFirst(), dates.getLast());
        return stops == null
                ? Optional.empty()
                : Optional.of(
                        new KeyNumber(
                                "−" + SkyNumbers.count(-stops.mean()),
                                "targets that get through “%s” in %s: %s"
                                        .formatted(
                                                results.nameOf("raid", raids.getFirst()),
                                                Say.month(dates.getLast()),
                                                results.quoted(stops.plan())),
                                "%s (95 %% interval)%s"
                                        .formatted(
                                                Say.differenceRange(
                                                        stops.mean() - stops.half(),
                                                        stops.mean() + stops.half(),
                                                        ""),
                                                price(stops.plan())),
                                "q3"));
    }

    private @Nullable Difference stops(String raid, LocalDate date) {
        return sky.metric("leaked", raid, date).map(m -> best(m.key(), false)).orElse(null);
    }

    /// The package that is an option and whose difference to the reference is best and clear of
    /// zero.
    private @Nullable Difference best(String metric, boolean more) {
        Difference best = null;
        for (String plan : packages) {
            Difference d = results.toReference(plan, metric);
            Results.Plan of = results.plans.get(plan);
            if (d != null
                    && of != null
                    && of.option()
                    && Math.abs(d.mean()) > d.half()
                    && d.mean() > 0 == more
                    && (best == null || Math.abs(d.mean()) > Math.abs(best.mean()))) {
                best = d;
            }
        }
        return best;
    }

    private String price(String plan) {
        Metric cost = sky.cost();
        Difference d = cost == null ? null : results.toReference(plan, cost.key());
        if (d == null || cost == null) {
            return "";
        }
        String unit = cost.unit();
        return ", for %s %s"
                .formatted(Say.measure(Math.abs(d.mean()), unit), d.mean() < 0 ? "less" : "more");
    }

    private Block packageTable(LocalDate date, boolean folded) {
        List<Metric> shown = shown(date);
        List<Column> columns = new ArrayList<>(List.of(Column.words("Package")));
        shown.forEach(metric -> columns.add(Column.number(head(metric))));
        List<Table.Row> rows = new ArrayList<>();
        for (String plan : packages) {
            List<Cell> cells = new ArrayList<>();
            boolean reference = plan.equals(results.reference);
            cells.add(
                    new Cell(
                            new Text.Builder()
                                    .strong(ValueFigure.letter(packages, plan))
                                    .say("  " + results.planName(plan))
                                    .build(),
                            reference ? "the reference: its own numbers" : caution(plan),
                            reference || caution(plan).isEmpty() ? "" : "flag"));
            for (Metric metric : shown) {
                Estimate e = results.estimate(plan, metric.key());
                Difference d = results.toReference(plan, metric.key());
                cells.add(
                        reference
                                ? e == null ? Cell.of("–") : parts.estimate(e)
                                : d == null ? Cell.of("–") : difference(d));
            }
            rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
        }
        return new Block.Grid(
                new Table(
                        Say.anchor("packages", date.toString()),
                        (folded
                                        ? "The same packages in %s"
                                        : "Packages as differences to the reference, in %s: mean, below it its 95 %% interval; of the reference its own mean, below it where 9 of 10 draws lie")
                                .formatted(Say.month(date)),
                        columns,
                        rows),
                folded,
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
                : "Money from now on, " + metric.unit();
    }

    /// Difference with sign and arrow, below it its interval.
    private Cell difference(Difference d) {
        Metric metric = results.metric(d.metric());
        boolean clear = Math.abs(d.mean()) > d.half();
        boolean better = d.mean() > 0 == metric.higherIsBetter();
        String arrow = d.mean() > 0 ? " ▲" : d.mean() < 0 ? " ▼" : "";
        String unit = metric.unit();
        return new Cell(
                Text.of(Say.difference(d.mean(), unit) + arrow),
                Say.differenceRange(d.mean() - d.half(), d.mean() + d.half(), unit),
                d.mean() == 0 || !clear ? "" : better ? "better" : "worse");
    }
}
