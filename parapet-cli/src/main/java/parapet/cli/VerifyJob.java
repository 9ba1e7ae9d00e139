package parapet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.verification.Case;
import parapet.verification.CaseResult;
import parapet.verification.Cases;
import parapet.verification.Comparison;
import parapet.verification.Report;
import parapet.verification.Value;
import parapet.verification.Verifier;

/// Computed against expected, case by case.
final class VerifyJob {
    private VerifyJob() {}

    static int verify(Options.Verify options, Console console) {
        List<Case> cases;
        Path file = options.cases();
        if (file == null) {
            cases = Cases.carried();
        } else {
            Cases.Read read = Cases.read(file);
            if (!read.problems().isEmpty()) {
                TextFile shown = TextFile.of(file.toString(), "");
                console.problems(
                        read.problems().stream()
                                .map(p ->
                                        Diagnostic.error(
                                                new Place(
                                                        shown,
                                                        p.line(),
                                                        p.column(),
                                                        p.line(),
                                                        p.column() + 1),
                                                p.message()))
                                .toList(),
                        true);
                return 2;
            }
            cases = read.cases();
        }
        Report report;
        try (Console.Progress progress = console.progress("Verifying", cases.size(), 0)) {
            report =
                    file == null
                            ? Verifier.run(cases, progress::at)
                            : Verifier.run(cases, file, progress::at);
        }
        if (console.format() == Format.TEXT) {
            text(report, console);
            console.line(report.summary());
        } else {
            console.table(table(report));
            console.result("summary", report.summary());
            console.result("failed", report.failed());
            console.result("notComputed", report.notComputed());
        }
        boolean failed = report.failed() > 0 || (options.strict() && report.notComputed() > 0);
        return failed ? 1 : 0;
    }

    private static void text(Report report, Console console) {
        var kinds = new TreeMap<String, int[]>();
        for (CaseResult r : report.results()) {
            kinds.computeIfAbsent(r.reference().model(), k -> new int[3])[r.status().ordinal()]++;
            if (r.status() == CaseResult.Status.FAILED) {
                console.line(
                        "FAILED  "
                                + r.reference().id()
                                + (r.message().isEmpty() ? "" : "  " + r.message()));
                for (Comparison c : r.comparisons()) {
                    if (!c.passed()) {
                        console.line(
                                "        %s: computed %s, expected %s, difference %.3g, allowed %.3g"
                                        .formatted(
                                                c.output(),
                                                shown(c.computed()),
                                                shown(c.expected()),
                                                c.difference(),
                                                c.allowed()));
                    }
                }
            }
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        kinds.forEach((kind, n) -> rows.add(List.of(kind, n[0], n[1], n[2])));
        console.table(QueryResult.of(List.of("kind", "passed", "failed", "not computed"), rows));
    }

    private static QueryResult table(Report report) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (CaseResult r : report.results()) {
            if (r.comparisons().isEmpty()) {
                rows.add(
                        List.of(
                                r.reference().id(),
                                word(r.status()),
                                "",
                                "",
                                "",
                                "",
                                "",
                                r.message()));
            }
            for (Comparison c : r.comparisons()) {
                rows.add(
                        List.of(
                                r.reference().id(),
                                c.passed() ? "passed" : "failed",
                                c.output(),
                                shown(c.computed()),
                                shown(c.expected()),
                                c.difference(),
                                c.allowed(),
                                r.message()));
            }
        }
        return QueryResult.of(
                List.of(
                        "case",
                        "verdict",
                        "output",
                        "computed",
                        "expected",
                        "difference",
                        "allowed",
                        "message"),
                rows);
    }

    private static String shown(@Nullable Value value) {
        return value == null ? "nothing" : value.text();
    }

    private static String word(CaseResult.Status status) {
        return switch (status) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case NOT_COMPUTED -> "not computed";
        };
    }
}
