package parapet.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The validation page, in Markdown: one table for each kind of model, then what is not computed.
public final class ValidationPage {
    private static final int LONGEST_LIST = 3;
    private static final String NOT_VALIDATED =
            """

            ## Not validated

            The cases above show that equations are computed rightly, and that small scenarios come out as they must.
            They do not show that the equations describe a real fleet or a real fight.

            | subject | what stands behind it instead |
            |---|---|
            | readiness of a real unit | nothing public to compare with; failure and repair data are assumptions of grade D or come from other systems |
            | the fight of a raid in full | closed forms, dense sampling and properties within its own tests (`BattleClosedFormTest`, `CrossingsTest`, `BattleTest`), and the small scenarios above; kill probabilities and coordination of real batteries are not public |
            | the choice of shop, the posting of downtime to one cause | rules of this program, checked for conservation and by stories of single units |
            | weights of the grades A to D, and the mixture of claims | a judgement; they can be changed in a scenario |
            | the law of forecast errors | one contract and a prior; the hindcast of a run shows how it would have done |
            | delivery shocks, stuck payments, sanctions, losses in transit | assumptions with reasons in the scenario |
            | prices and exchange rates to come | assumptions; a random walk around a drift |

            """;

    private ValidationPage() {}

    /// Page of a report; ends with a line break.
    public static String render(Report report) {
        Map<String, List<CaseResult>> byKind = new LinkedHashMap<>();
        Map<String, Integer> missing = new LinkedHashMap<>();
        for (CaseResult r : report.results()) {
            String kind = r.reference().model();
            if (r.status() == CaseResult.Status.NOT_COMPUTED) {
                missing.merge(kind, 1, Integer::sum);
            } else {
                byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(r);
            }
        }
        var page = new StringBuilder();
        page.append("# Validation\n\n").append(report.summary()).append(".\n\n");
        page.append(
                """
                *This page is generated from the reference cases by `parapet.verification.ValidationPage`; do not edit it
                by hand.* `./parapet verify` computes the same cases. Above each table stands which code its cases hold:
                what runs use, or a reference model that stands beside it. Small scenarios (`chain.*`) go the whole way,
                from files through simulation, battle, sky and money to the result tables; the other cases call one model.
                A number passes when it differs from the reference by no more than the tolerance. Of a long list the
                element furthest out is shown, its place counted from 0. What the models are:
                [how the models work](models/README.md).
                """);
        byKind.forEach((kind, results) -> table(page, kind, results));
        page.append(NOT_VALIDATED);
        if (missing.isEmpty()) {
            page.append("Every kind of case given is computed.\n");
        } else {
            page.append("No model computes these kinds yet:\n\n| kind | cases |\n|---|---|\n");
            missing.forEach(
                    (kind, n) -> page.append("| `%s` | %d |\n".formatted(escaped(kind), n)));
        }
        return page.toString();
    }

    private static void table(StringBuilder page, String kind, List<CaseResult> results) {
        page.append("\n## ").append(kind).append("\n\n");
        String held = Held.words(kind);
        if (!held.isEmpty()) {
            page.append(held).append("\n\n");
        }
        page.append(
                """
                | case | output | source | theirs | ours | difference | tolerance | verdict |
                |---|---|---|---|---|---|---|---|
                """);
        for (CaseResult r : results) {
            String name = "%s (`%s`)".formatted(r.reference().title(), r.reference().id());
            String source = r.reference().source();
            if (r.comparisons().isEmpty()) {
                row(page, name, "", source, "", r.message(), "", "", "FAIL");
            }
            for (Comparison c : r.comparisons()) {
                row(
                        page,
                        name,
                        c.output(),
                        source,
                        shown(c.expected(), c.worst()),
                        shown(c.computed(), c.worst()),
                        difference(c),
                        tolerance(c, r.reference().tolerance()),
                        c.passed() ? "pass" : "FAIL");
            }
        }
    }

    private static String tolerance(Comparison c, Tolerance tolerance) {
        String width = number("%.1e", c.allowed());
        return tolerance.because().isEmpty()
                ? width
                : "%s (%s)".formatted(width, tolerance.because());
    }

    private static void row(StringBuilder page, String... cells) {
        page.append('|');
        for (String cell : cells) {
            page.append(' ').append(escaped(cell)).append(" |");
        }
        page.append('\n');
    }

    private static String shown(@Nullable Value value, int worst) {
        return switch (value) {
            case null -> "not computed";
            case Value.Num(double x) -> number("%.9g", x);
            case Value.Listing(List<Value> list) when list.size() > LONGEST_LIST && worst >= 0 ->
                    "[%d of %d] %s".formatted(worst, list.size(), shown(list.get(worst), -1));
            case Value.Listing(List<Value> list) ->
                    String.join("; ", list.stream().map(v -> shown(v, -1)).toList());
            default -> value.text();
        };
    }

    /// A difference far below the tolerance is rounding, which may vary between machines.
    private static String difference(Comparison c) {
        return c.difference() < c.allowed() / 100
                ? "< 1 % of tolerance"
                : number("%.1e", c.difference());
    }

    private static String number(String format, double x) {
        if (Double.isNaN(x)) {
            return "";
        }
        return x == StrictMath.rint(x) && StrictMath.abs(x) < 1e9
                ? Long.toString((long) x)
                : String.format(Locale.ROOT, format, x);
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace("\n", " ");
    }
}
