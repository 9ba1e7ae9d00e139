package parapet.view.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parapet.view.doc.Answer;
import parapet.view.doc.Scale;
import parapet.view.doc.Text;
import parapet.view.figure.Trust;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Metric;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Which package stops most of the first raid, with batteries and raids placed as in the scenario:
/// what question 3 tells where no family of raids was compared.
final class FirstRaid {
    private final Results results;
    private final SkyNumbers sky;
    private final List<String> packages;
    private final String raid;
    private final @Nullable Difference stops;

    /// @param packages plans, the reference first
    FirstRaid(Results results, List<String> packages) {
        this.results = results;
        this.sky = new SkyNumbers(results);
        this.packages = packages;
        List<String> raids = sky.raids();
        List<LocalDate> dates = sky.dates();
        this.raid = raids.isEmpty() ? "" : raids.getFirst();
        this.stops =
                dates.isEmpty()
                        ? null
                        : sky.metric("leaked", raid, dates.getLast())
                                .map(m -> best(results, packages, m.key(), false))
                                .orElse(null);
    }

    /// What the answer rests on; empty where no package clearly stops more.
    Optional<Trust.Rests> rests() {
        return Optional.ofNullable(stops).map(d -> new Trust(results).of(asked(d)));
    }

    /// The answer of the first screen; empty where no package clearly stops more.
    Optional<Answer> answer() {
        if (stops == null) {
            return Optional.empty();
        }
        double most = sky.threats(raid);
        return Optional.of(
                Asked.answer(
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
                        rests().orElse(Trust.Rests.NOTHING),
                        "one raid, one placing: put either elsewhere and the order may turn"));
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

    /// The answer of the section, on a day.
    Text text(LocalDate date) {
        Metric units = sky.ready(date);
        Difference stands = units == null ? null : best(results, packages, units.key(), true);
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
        if (stands != null) {
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
        return text.isEmpty()
                ? Text.of(
                        "No package differs clearly from the reference, neither in targets stopped nor in %s ready."
                                .formatted(results.units()))
                : text.say(
                                ". Put the batteries or the aim of the raid elsewhere, and the order of the packages can turn over.")
                        .build();
    }

    /// The package that is an option and whose difference to the reference is best and clear of
    /// zero.
    private static @Nullable Difference best(
            Results results, List<String> packages, String metric, boolean more) {
        Difference best = null;
        for (String plan : packages) {
            Difference d = results.toReference(plan, metric);
            Results.Plan of = results.plans.get(plan);
            if (d != null
                    && of != null
                    && of.option()
                    && d.clear()
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
