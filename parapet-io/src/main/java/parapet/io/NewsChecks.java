package parapet.io;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.io.text.Words;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.scenario.Study;
import parapet.study.News;

/// What a statement of the news must hold: claims that exist, and a metric that a run measures with
/// the levels that bear the statement out, or a word why none judges it.
final class NewsChecks {
    private NewsChecks() {}

    /// Checks one statement by itself.
    static void statement(Study.Statement s, Evidence evidence, SkyChecks.Problems problems) {
        claims(s, evidence, problems);
        one("atLeast", s.atLeast(), evidence, problems);
        one("atMost", s.atMost(), evidence, problems);
        boolean levels = s.atLeast() != null || s.atMost() != null;
        if (s.metric() == null) {
            if (levels) {
                problems.report(
                        s.atLeast() == null ? "atMost" : "atLeast",
                        "a level without a metric",
                        "name the metric that must reach it, such as metric: delivered/2026-03-31");
            } else if (s.claims().isEmpty() && s.because().isBlank()) {
                problems.report(
                        "said",
                        "nothing judges it, and nothing says why",
                        "add metric with atLeast or atMost, or claims, or because");
            }
            if (s.plan() != null || s.against() != null) {
                problems.report(
                        s.plan() == null ? "against" : "plan",
                        "a plan without a metric",
                        "name the metric by which it is judged");
            }
        } else if (!levels) {
            problems.report(
                    "metric",
                    "no level says when the statement holds",
                    "add atLeast or atMost, in the unit of the metric");
        }
        Double least = number(s.atLeast());
        Double most = number(s.atMost());
        if (least != null && most != null && least > most) {
            problems.report(
                    "atMost", "atMost is less than atLeast", "no value could lie between them");
        }
        if (s.plan() != null && s.plan().equals(s.against())) {
            problems.report("against", "a plan is compared with itself", null);
        }
    }

    private static void one(
            String key, @Nullable Quantity level, Evidence evidence, SkyChecks.Problems problems) {
        if (level != null) {
            StressChecks.level(key, level, "5", evidence, problems);
        }
    }

    private static @Nullable Double number(@Nullable Quantity level) {
        return level != null && level.basis() instanceof Quantity.Stated(var span)
                ? (Double) span.typical()
                : null;
    }

    private static void claims(Study.Statement s, Evidence evidence, SkyChecks.Problems problems) {
        var before = new HashSet<String>();
        for (String claim : s.claims()) {
            if (!before.add(claim)) {
                problems.report("claims", "%s stands twice".formatted(Words.quoted(claim)), null);
            } else if (!evidence.knowsClaim(claim) && !evidence.doubtful(claim)) {
                problems.report(
                        "claims", "there is no claim %s".formatted(Words.quoted(claim)), null);
            }
        }
    }

    /// Checks the metrics of the statements against a scenario that is sound otherwise.
    ///
    /// @param problems takes the path of a key, what is wrong there, and a note
    static void metrics(Scenario s, SkyChecks.Problems problems) {
        if (s.study().news().isEmpty()) {
            return;
        }
        Set<String> known = News.metrics(s, Realiser.lastDay(s));
        s.study()
                .news()
                .forEach((id, statement) -> {
                    String path = "study.news." + id;
                    String metric = statement.metric();
                    if (metric != null && !known.contains(metric)) {
                        problems.report(
                                path + ".metric",
                                "statement \"%s\": no run measures %s%s"
                                        .formatted(
                                                id,
                                                Words.quoted(metric),
                                                Words.didYouMean(metric, known)),
                                "a metric is its kind and what it is about, as in the table `metrics` of a run; a day lies within the simulated time");
                    }
                    if (statement.plan() == null
                            && s.study().reference().equals(statement.against())) {
                        problems.report(
                                path + ".against",
                                "statement \"%s\": the reference is compared with itself"
                                        .formatted(id),
                                "name the plan, or another one against it");
                    }
                });
    }
}
