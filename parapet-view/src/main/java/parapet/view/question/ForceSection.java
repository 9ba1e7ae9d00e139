package parapet.view.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parapet.view.doc.Answer;
import parapet.view.doc.Block;
import parapet.view.doc.Scale;
import parapet.view.doc.Section;
import parapet.view.doc.Text;
import parapet.view.figure.Comparisons;
import parapet.view.figure.CoveredSky;
import parapet.view.figure.FlipTable;
import parapet.view.figure.PackageTable;
import parapet.view.figure.Parts;
import parapet.view.figure.SkyMaps;
import parapet.view.figure.Trust;
import parapet.view.figure.ValueFigure;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Question 3: what else the money would buy, and what each choice gives.
public final class ForceSection {
    private final Results results;
    private final SkyNumbers sky;
    private final List<String> packages;
    private final FlipTable flips;
    private final Trust trust;
    private final List<FlipTable.Winner> winners;

    private final FirstRaid firstRaid;

    /// What the first choice of force does to readiness; null where none is asked.
    private final @Nullable Difference ready;

    public ForceSection(Results results) {
        this.results = results;
        this.sky = new SkyNumbers(results);
        this.packages = sky.packages();
        this.flips = new FlipTable(results);
        this.trust = new Trust(results);
        this.winners = flips.winners();
        this.firstRaid = new FirstRaid(results, packages);
        this.ready = new Comparisons(results, "force").leading("ready-unit-years");
    }

    /// The answer of the first screen.
    public Answer answer() {
        if (!winners.isEmpty()) {
            return kept(sky.dates().getLast());
        }
        if (!flips.isEmpty()) {
            return Asked.answer(
                    results,
                    "3",
                    "force",
                    "No package clearly keeps more value than the reference in every family of raids.",
                    "",
                    Scale.NONE,
                    Trust.Rests.NOTHING,
                    flips.flipping(results.reference));
        }
        return firstRaid.answer().orElseGet(this::readiness);
    }

    private Answer kept(LocalDate date) {
        FlipTable.Winner best = winners.getFirst();
        String lead =
                "“%s” keeps more value in %s of raids"
                        .formatted(results.planName(best.plan()), wins(best));
        String second =
                winners.size() < 2
                        ? ""
                        : "; “%s” in %s"
                                .formatted(
                                        results.planName(winners.get(1).plan()),
                                        wins(winners.get(1)));
        String turns =
                winners.stream()
                        .filter(w -> !w.turns().isEmpty())
                        .findFirst()
                        .map(w ->
                                "“%s” flips; value kept, points: %s"
                                        .formatted(results.planName(w.plan()), w.turns()))
                        .orElse(flips.flipping(best.plan()));
        return Asked.answer(
                results,
                "3",
                "force",
                Asked.shortest(lead + second + ".", lead + "."),
                "more than “%s” in %s of %s, family by family, in %s"
                        .formatted(
                                results.planName(results.reference),
                                wins(best),
                                Say.count(flips.members(), "raid drawn", "raids drawn"),
                                Say.month(date)),
                Scale.band(
                        0,
                        100,
                        best.least(),
                        best.mean(),
                        best.most(),
                        "0 %",
                        "100 %",
                        "%s of the raids drawn, on a scale from 0 to 100 %%".formatted(wins(best))),
                rests(best, date),
                turns);
    }

    private static String wins(FlipTable.Winner of) {
        String low = Long.toString(Math.round(of.least()));
        String high = Long.toString(Math.round(of.most()));
        return (low.equals(high) ? low : low + "–" + high) + " %";
    }

    private Trust.Rests rests(FlipTable.Winner best, LocalDate date) {
        return flips.families().stream()
                .flatMap(f -> sky.metric("kept", f, date).stream())
                .flatMap(m ->
                        results.differences.stream()
                                .filter(d ->
                                        d.comparison().equals(best.comparison())
                                                && d.metric().equals(m.key())))
                .findFirst()
                .map(trust::of)
                .orElse(Trust.Rests.NOTHING);
    }

    /// Without a sky, or where no package clearly stops more: what the choice of force does to
    /// readiness.
    private Answer readiness() {
        Difference d = ready;
        if (d == null) {
            return Asked.none(
                    results,
                    "3",
                    "force",
                    sky.dates().isEmpty()
                            ? "The scenario has no sky and compares no forces, so there is no answer."
                            : "The scenario compares no packages, so there is no answer.");
        }
        return Asked.answer(
                results,
                "3",
                "force",
                Asked.shortest(
                        "“%s” gives %s ready %s-years%s."
                                .formatted(
                                        results.planName(d.plan()),
                                        Say.difference(d.mean(), ""),
                                        results.unit,
                                        beside()),
                        "“%s” gives %s ready %s-years."
                                .formatted(
                                        results.planName(d.plan()),
                                        Say.difference(d.mean(), ""),
                                        results.unit)),
                "%s (%s) ready %s-years"
                        .formatted(
                                Say.difference(d.mean(), ""),
                                Say.differenceRange(d.p05(), d.p95(), ""),
                                results.unit),
                Scale.NONE,
                trust.of(d),
                Asked.turns(results, d));
    }

    /// What else is to be said of a choice of which readiness is told.
    private String beside() {
        if (sky.dates().isEmpty()) {
            return "; what it would stop is not answered: the scenario has no sky";
        }
        return sky.raids().isEmpty() || packages.size() < 2
                ? ""
                : "; no package clearly stops more than the reference";
    }

    /// The section.
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        List<LocalDate> dates = sky.dates();
        if (!dates.isEmpty()) {
            LocalDate last = dates.getLast();
            blocks.addAll(flips.blocks());
            if (flips.isEmpty()) {
                blocks.addAll(new ValueFigure(results, packages).blocks(last));
            }
        }
        why().ifPresent(blocks::add);
        if (!dates.isEmpty()) {
            LocalDate last = dates.getLast();
            if (!flips.isEmpty()) {
                blocks.add(
                        new Block.Fold(
                                "What more money buys",
                                new ValueFigure(results, packages).blocks(last)));
            }
            blocks.add(
                    new Block.Fold(
                            "Where they stand, and the sky they see",
                            new SkyMaps(results).blocks()));
            blocks.add(
                    new Block.Fold(
                            "The sky covered by who is ready", new CoveredSky(results).blocks()));
            List<Block> tables = new ArrayList<>();
            PackageTable numbers = new PackageTable(results, packages);
            dates.reversed().forEach(date -> tables.add(numbers.table(date)));
            tables.add(Parts.legend());
            blocks.add(new Block.Fold("The packages in numbers, by date", tables));
        }
        var comparisons = new Comparisons(results, "force");
        if (!comparisons.asked().isEmpty()) {
            blocks.add(new Block.Fold("Readiness and money of each choice", comparisons.blocks()));
        }
        return new Section(
                "q3",
                "3",
                results.question("force"),
                answers(dates, !comparisons.asked().isEmpty()),
                blocks);
    }

    /// What the answer of the first screen rests on.
    private Optional<Block> why() {
        String packaged = "the order of the packages";
        if (!winners.isEmpty()) {
            return why(packaged, rests(winners.getFirst(), sky.dates().getLast()));
        }
        if (!flips.isEmpty()) {
            return why(packaged, Trust.Rests.NOTHING);
        }
        Optional<Trust.Rests> stops = firstRaid.rests();
        if (stops.isPresent()) {
            return why(packaged, stops.get());
        }
        return ready == null ? Optional.empty() : why("the gain of the choice", trust.of(ready));
    }

    private Optional<Block> why(String of, Trust.Rests rests) {
        return Optional.of(trust.block("why-3", of, rests));
    }

    private List<Text> answers(List<LocalDate> dates, boolean asked) {
        if (dates.isEmpty()) {
            return asked
                    ? List.of(
                            Asked.noSky(),
                            Text.of(
                                    "What it does say, readiness and money, stands below: half of the answer."))
                    : List.of(Asked.noSky());
        }
        if (packages.size() < 2) {
            return List.of(
                    Text.of(
                            "The scenario compares no packages (study comparisons of the topic force), so this run says what sky is covered, not what would be better."));
        }
        if (!flips.isEmpty()) {
            List<Text> answers = new ArrayList<>(flips.answers());
            winnersStand().ifPresent(answers::add);
            return answers;
        }
        return List.of(firstRaid.text(dates.getLast()));
    }

    /// How the packages that win are placed, as their authors say.
    private Optional<Text> winnersStand() {
        List<String> rules =
                winners.stream()
                        .limit(2)
                        .map(w -> results.plans.get(w.plan()))
                        .filter(plan -> plan != null && !plan.about().isEmpty())
                        .map(plan -> "“%s”: %s".formatted(plan.name(), plan.about()))
                        .toList();
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("Where they stand decides. " + String.join(" ", rules)));
    }
}
