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
import parapet.view.figure.SkyMaps;
import parapet.view.figure.Trust;
import parapet.view.figure.ValueFigure;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Metric;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Question 3: what else the money would buy, and what each choice gives.
public final class ForceSection {
    private final Results results;
    private final SkyNumbers sky;
    private final List<String> packages;
    private final FlipTable flips;
    private final Trust trust;

    public ForceSection(Results results) {
        this.results = results;
        this.sky = new SkyNumbers(results);
        this.packages = sky.packages();
        this.flips = new FlipTable(results);
        this.trust = new Trust(results);
    }

    /// The answer of the first screen.
    public Answer answer() {
        List<LocalDate> dates = sky.dates();
        List<FlipTable.Winner> winners = flips.winners();
        if (!winners.isEmpty()) {
            return kept(dates.getLast(), winners);
        }
        if (dates.isEmpty() || packages.size() < 2) {
            return readiness();
        }
        List<String> raids = sky.raids();
        Difference stops = raids.isEmpty() ? null : stops(raids.getFirst(), dates.getLast());
        if (stops == null) {
            return readiness();
        }
        String raid = raids.getFirst();
        double most = sky.threats(raid);
        return Asked.answer(
                results,
                "3",
                "force",
                Asked.shortest(
                        "“%s” stops %s more targets of “%s” than the reference, where the scenario puts both."
                                .formatted(
                                        results.planName(stops.plan()),
                                        SkyNumbers.count(-stops.mean()),
                                        results.nameOf("raid", raid)),
                        "“%s” stops %s more targets than the reference."
                                .formatted(
                                        results.planName(stops.plan()),
                                        SkyNumbers.count(-stops.mean()))),
                "%s targets (%s)%s"
                        .formatted(
                                SkyNumbers.count(-stops.mean()),
                                SkyNumbers.countRange(-stops.p95(), -stops.p05()),
                                price(stops.plan())),
                most > 0
                        ? Scale.band(
                                0,
                                most,
                                -stops.p95(),
                                -stops.mean(),
                                -stops.p05(),
                                "0",
                                SkyNumbers.count(most),
                                "%s of %s targets"
                                        .formatted(
                                                SkyNumbers.count(-stops.mean()),
                                                SkyNumbers.count(most)))
                        : Scale.NONE,
                trust.of(asked(stops)),
                "one raid, one placing: put either elsewhere and the order may turn");
    }

    /// A difference to the reference as the scenario asks for it, where it does.
    private Difference asked(Difference d) {
        return results.differences.stream()
                .filter(o ->
                        !o.comparison().equals("reference")
                                && o.plan().equals(d.plan())
                                && o.against().equals(d.against())
                                && o.metric().equals(d.metric()))
                .findFirst()
                .orElse(d);
    }

    private Answer kept(LocalDate date, List<FlipTable.Winner> winners) {
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
                "in %s of %s, family by family, against “%s”, in %s"
                        .formatted(
                                wins(best),
                                Say.count(flips.members(), "raid drawn", "raids drawn"),
                                results.planName(results.reference),
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

    /// Without a sky: what the choice of force does to readiness.
    private Answer readiness() {
        Difference d = new Comparisons(results, "force").leading("ready-unit-years");
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
                        "“%s” gives %s ready %s-years; what it would stop is not answered: the scenario has no sky."
                                .formatted(
                                        results.planName(d.plan()),
                                        Say.difference(d.mean(), ""),
                                        results.unit),
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
            blocks.add(trust.block("why-3", "the order of the packages", why()));
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
            tables.add(SkyNumbers.legend());
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

    private Trust.Rests why() {
        List<LocalDate> dates = sky.dates();
        List<FlipTable.Winner> winners = flips.winners();
        if (!winners.isEmpty()) {
            return rests(winners.getFirst(), dates.getLast());
        }
        List<String> raids = sky.raids();
        Difference stops = raids.isEmpty() ? null : stops(raids.getFirst(), dates.getLast());
        return stops == null ? Trust.Rests.NOTHING : trust.of(asked(stops));
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
        if (!flips.isEmpty()) {
            List<Text> answers = new ArrayList<>(flips.answers());
            winnersStand().ifPresent(answers::add);
            return answers;
        }
        return placed(dates.getLast());
    }

    /// How the packages that win are placed, as their authors say.
    private Optional<Text> winnersStand() {
        List<String> rules =
                flips.winners().stream()
                        .limit(2)
                        .map(w -> results.plans.get(w.plan()))
                        .filter(plan -> plan != null && !plan.about().isEmpty())
                        .map(plan -> "“%s”: %s".formatted(plan.name(), plan.about()))
                        .toList();
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("Where they stand decides. " + String.join(" ", rules)));
    }

    private List<Text> placed(LocalDate date) {
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
                            ": %s targets fewer (± %s of the simulation) get through “%s” in %s than with the reference%s"
                                    .formatted(
                                            SkyNumbers.count(-stops.mean()),
                                            SkyNumbers.count(stops.half()),
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
                    ": %s (± %s of the simulation)%s"
                            .formatted(
                                    Say.difference(stands.mean(), ""),
                                    Say.number(stands.half()),
                                    same ? "" : price(stands.plan())));
        }
        return List.of(
                text.isEmpty()
                        ? Text.of(
                                "No package differs clearly from the reference, neither in targets stopped nor in %s ready."
                                        .formatted(results.units()))
                        : text.say(
                                        ". Put the batteries or the aim of the raid elsewhere, and the order of the packages can turn over.")
                                .build());
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
}
