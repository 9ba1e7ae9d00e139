package parapet.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.api.Studies;
import parapet.evidence.Claim;
import parapet.evidence.Quantity;
import parapet.evidence.Source;
import parapet.evidence.Weighing;
import parapet.io.ReadResult;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Show;
import parapet.quantity.Span;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Quantities;
import parapet.scenario.QuantityNames;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;

/// Where a number comes from: its claims, what became of each, the range used, who uses it.
final class ExplainJob {
    private final Scenario scenario;
    private final Realiser realiser;
    private final Quantities quantities;
    private final Map<String, String> names;
    private final Console console;

    private ExplainJob(
            Scenario scenario, Realiser realiser, Quantities quantities, Console console) {
        this.scenario = scenario;
        this.realiser = realiser;
        this.quantities = quantities;
        this.names = QuantityNames.of(scenario, quantities);
        this.console = console;
    }

    static int explain(Options.Explain options, Console console) {
        ReadResult read = Scenarios.read(options.scenario(), console);
        if (read.scenario() == null) {
            return 2;
        }
        Scenario scenario = read.scenarioOrThrow();
        LocalDate asOf = options.asOf() == null ? Realiser.lastDay(scenario) : options.asOf();
        Studies.checkRates(scenario, asOf);
        Quantities all = new Quantities(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (PlannedScenario plan : read.plans().values()) {
            all = all.and(Quantities.of(plan));
        }
        var job =
                new ExplainJob(
                        scenario, new Realiser(Realiser.evidence(scenario, asOf), 1), all, console);
        if (options.keys().isEmpty()) {
            job.list();
            return 0;
        }
        job.all(options.keys());
        return 0;
    }

    /// Every quantity with its range, for a start.
    private void list() {
        var rows = new ArrayList<List<@Nullable Object>>();
        quantities
                .byKey()
                .forEach((key, q) -> {
                    if (!(q.basis() instanceof Quantity.Later)) {
                        Weighing w = realiser.weigh(q);
                        rows.add(
                                List.of(
                                        names.getOrDefault(key, key),
                                        key,
                                        basis(q),
                                        range(w),
                                        String.valueOf(w.voices().size())));
                    }
                });
        console.table(
                QueryResult.of(List.of("name", "quantity", "basis", "range used", "claims"), rows));
        console.note("Explain one of them: parapet explain SCENARIO KEY");
    }

    /// The quantities that keys ask for, each explained once: several that stand on the same
    /// claims, law and range share one explanation, which lists where all of them are used.
    private void all(List<String> keys) {
        Map<Explained, List<String>> alike = new LinkedHashMap<>();
        for (String key : keys) {
            for (Quantity q : one(key)) {
                Quantity shown = milestone(q);
                List<String> places =
                        alike.computeIfAbsent(explained(shown), k -> new ArrayList<>());
                quantities.usedAt().getOrDefault(shown.key(), List.of()).stream()
                        .filter(place -> !places.contains(place))
                        .forEach(places::add);
            }
        }
        if (console.format() != Format.TEXT) {
            document(alike);
            return;
        }
        boolean first = true;
        for (Map.Entry<Explained, List<String>> entry : alike.entrySet()) {
            if (!first) {
                console.line("");
            }
            first = false;
            show(entry.getKey(), entry.getValue());
        }
    }

    /// The milestone that a quantity comes later than, or itself.
    private static Quantity milestone(Quantity q) {
        return q.basis() instanceof Quantity.Later(var milestone, var _, var _)
                ? milestone(milestone)
                : q;
    }

    /// What an explanation says, so that equal ones are told once.
    ///
    /// @param name what people call it
    /// @param key the key to write
    private record Explained(
            String name,
            String key,
            String basis,
            String range,
            String assumed,
            boolean settled,
            List<String> notes,
            QueryResult claims) {}

    private Explained explained(Quantity q) {
        Weighing w = realiser.weigh(q);
        String of = of(q);
        return new Explained(
                name(q),
                of.isEmpty() ? q.key() : of,
                basis(q),
                range(w),
                q.basis() instanceof Quantity.Assumed a ? because(a) : "",
                w.settled(),
                q.basis() instanceof Quantity.Assumed ? List.of() : List.copyOf(w.findings()),
                q.dimension() == Dimension.DATE ? forecasts(w) : claims(w));
    }

    /// What people call it; of a quantity on claims what its claims are called.
    private String name(Quantity q) {
        String of = of(q);
        return names.getOrDefault(of, names.getOrDefault(q.key(), of.isEmpty() ? q.key() : of));
    }

    private void document(Map<Explained, List<String>> alike) {
        if (console.format() == Format.CSV) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            var columns = new LinkedHashSet<String>();
            alike.keySet().forEach(e -> columns.addAll(e.claims().columns()));
            List<String> head = new ArrayList<>(List.of("quantity", "name"));
            head.addAll(columns);
            for (Explained e : alike.keySet()) {
                for (List<@Nullable Object> claim : e.claims().rows()) {
                    List<@Nullable Object> row = new ArrayList<>();
                    row.add(e.key());
                    row.add(e.name());
                    for (String column : columns) {
                        int at = e.claims().columns().indexOf(column);
                        row.add(at < 0 ? null : claim.get(at));
                    }
                    rows.add(row);
                }
            }
            console.table(QueryResult.of(head, rows));
            return;
        }
        List<Map<String, Object>> all = new ArrayList<>();
        alike.forEach((e, places) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("quantity", e.key());
            one.put("name", e.name());
            one.put("basis", e.basis());
            one.put("range", e.range());
            one.put("because", e.assumed());
            one.put("settled", e.settled());
            one.put("usedAt", places);
            one.put("notes", e.notes());
            one.put("claims", e.claims());
            all.add(one);
        });
        console.result("quantities", all);
    }

    private List<Quantity> one(String key) {
        List<Quantity> found = find(key);
        if (found.isEmpty()) {
            var known = new LinkedHashSet<>(quantities.byKey().keySet());
            scenario.claims().values().forEach(c -> known.add(c.of()));
            known.remove("");
            throw RunException.input(
                    "Nothing is known as \"" + key + "\"." + Suggest.didYouMean(key, known),
                    "Give the key of a quantity, of claims, of one claim, or a place such as"
                            + " programme.contracts; without a key every quantity is listed.");
        }
        return found;
    }

    /// Quantities with that key, with claims of that key or with that claim, or used below that
    /// place.
    private List<Quantity> find(String key) {
        var found = new ArrayList<Quantity>();
        Claim claim = scenario.claims().get(key);
        String of = claim == null ? key : claim.of();
        quantities
                .byKey()
                .forEach((name, q) -> {
                    boolean place =
                            quantities.usedAt().getOrDefault(name, List.of()).stream()
                                    .anyMatch(p -> p.equals(key) || p.startsWith(key + "."));
                    if (name.equals(key) || of(q).equals(of) || place) {
                        found.add(q);
                    }
                });
        if (found.isEmpty()
                && scenario.claims().values().stream().anyMatch(c -> c.of().equals(of))) {
            Claim any =
                    scenario.claims().values().stream()
                            .filter(c -> c.of().equals(of) && c.span() != null)
                            .findFirst()
                            .orElse(null);
            if (any != null) {
                found.add(
                        new Quantity(
                                of,
                                any.dimension(),
                                null,
                                new Quantity.Claimed(of, Quantity.LawRule.MIXTURE, List.of(), 1)));
            }
        }
        return found;
    }

    private static String because(Quantity.Assumed a) {
        return a.knownFrom() == null
                ? a.because()
                : "%s (known from %s)".formatted(a.because(), a.knownFrom());
    }

    private void show(Explained e, List<String> places) {
        console.line(e.name() + "  (" + e.basis() + ")");
        console.line("  key         " + e.key());
        console.line("  range used  " + e.range());
        if (!e.assumed().isEmpty()) {
            console.line("  assumed     grade D, because: " + e.assumed());
        }
        if (e.settled()) {
            console.line("  it has come; the forecasts stay beside it");
        }
        for (int i = 0; i < places.size(); i++) {
            console.line((i == 0 ? "  used at     " : "              ") + places.get(i));
        }
        if (places.isEmpty()) {
            console.line("  used at     nowhere in this scenario");
        }
        e.notes().forEach(note -> console.line("  note        " + note));
        if (!e.claims().rows().isEmpty()) {
            console.table(e.claims());
        }
    }

    private QueryResult claims(Weighing w) {
        String currency = w.currency() == null ? "" : w.currency();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Weighing.Voice v : w.voices()) {
            Claim c = v.claim();
            Span span = v.span();
            rows.add(
                    List.of(
                            c.id(),
                            c.text(),
                            span == null
                                    ? ""
                                    : spanText(
                                            span,
                                            c.dimension(),
                                            span.currency() == null ? currency : span.currency()),
                            c.grade().name(),
                            percent(v.share()),
                            (v.flagged() ? "FLAGGED: " : "") + (v.used() ? "used" : v.setAside()),
                            source(c)));
        }
        return QueryResult.of(
                List.of(
                        "claim",
                        "as published",
                        "in one unit",
                        "grade",
                        "weight",
                        "verdict",
                        "source"),
                rows);
    }

    private QueryResult forecasts(Weighing w) {
        String of = of(w.quantity());
        Span happened = realiser.evidence().happened(of);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Weighing.Voice v : w.voices()) {
            Claim c = v.claim();
            Span span = c.dimension() == Dimension.DATE ? c.span() : null;
            boolean foretold =
                    c.status() == Claim.Status.FORECAST || c.status() == Claim.Status.PROMISED;
            String error = "";
            if (happened != null && span != null && foretold) {
                double months = (happened.typical() - span.typical()) * 12 / Measures.DAYS_PER_YEAR;
                error = String.format(Locale.ROOT, "%+.1f", months);
            }
            rows.add(
                    List.of(
                            c.id(),
                            c.status().name().toLowerCase(Locale.ROOT),
                            c.madeOn() == null ? "" : c.madeOn().toString(),
                            c.text().replaceFirst(" date$", ""),
                            error,
                            c.grade().name(),
                            percent(v.share()),
                            v.used() ? "used" : v.setAside(),
                            source(c)));
        }
        return QueryResult.of(
                List.of(
                        "claim",
                        "status",
                        "made on",
                        "date named",
                        "error, months",
                        "grade",
                        "weight",
                        "verdict",
                        "source"),
                rows);
    }

    private String source(Claim c) {
        Source s = scenario.sources().get(c.source());
        String from = c.copiedFrom().isEmpty() ? "" : " (after " + c.copiedFrom() + ")";
        if (s == null) {
            return c.kind().name().toLowerCase(Locale.ROOT)
                    + (c.formula().isEmpty() ? "" : ": " + c.formula())
                    + from;
        }
        return s.publisher() + (s.dateText().isEmpty() ? "" : ", " + s.dateText()) + from;
    }

    private static String of(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Claimed claimed -> claimed.of();
            case Quantity.Foretold foretold -> foretold.of();
            case Quantity.Later(var of, var _, var _) -> of(of);
            case Quantity.Stated _, Quantity.Assumed _ -> "";
        };
    }

    private static String basis(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Claimed claimed ->
                    "claims, " + claimed.law().name().toLowerCase(Locale.ROOT);
            case Quantity.Foretold _ -> "milestone with forecasts";
            case Quantity.Assumed _ -> "assumption";
            case Quantity.Stated _ -> "stated in the scenario";
            case Quantity.Later _ -> "later than another";
        };
    }

    private static String range(Weighing w) {
        String currency = w.currency() == null ? "" : w.currency();
        Dimension d = w.quantity().dimension();
        if (w.law().low() == w.law().high()) {
            return Show.text(w.law().low(), d, currency);
        }
        return "%s to %s, mean %s"
                .formatted(
                        Show.text(w.law().low(), d, currency),
                        Show.text(w.law().high(), d, currency),
                        Show.text(w.law().mean(), d, currency));
    }

    private static String spanText(Span span, Dimension d, String currency) {
        return span.single()
                ? Show.text(span.low(), d, currency)
                : Show.text(span.low(), d, currency) + " to " + Show.text(span.high(), d, currency);
    }

    private static String percent(double share) {
        return share == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
