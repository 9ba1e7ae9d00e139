package parapet.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.io.text.Tree;
import parapet.io.text.YamlTree;
import parapet.scenario.DatedChange;
import parapet.scenario.Paths;
import parapet.scenario.Plan;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Scenario;

/// Reads a scenario folder: `scenario.yaml` and the files it names.
///
/// One call reports every problem of every file and every plan. Nothing is thrown for any content
/// of the folder.
public final class ScenarioReader {
    /// The file that every scenario folder has.
    public static final String MAIN = "scenario.yaml";

    private final Loader loader;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Evidence evidence = new Evidence(found::add);
    private final Shape.Group language = Shapes.scenario();

    private final List<String> sets;

    private ScenarioReader(Path folder, List<String> sets) {
        this.loader = new Loader(folder, found::add);
        this.sets = sets;
    }

    /// Reads the scenario in `folder`; the path of its `scenario.yaml` is understood too.
    public static ReadResult read(Path folder) {
        return read(folder, List.of());
    }

    /// Reads the scenario in `folder` with some keys set to other values.
    ///
    /// @param sets such as `sky.raids.mixed.nights=3`: the path of a key, and its value as it would
    ///   be written in the file. Any key may be set, also those that a plan cannot change
    public static ReadResult read(Path folder, List<String> sets) {
        Path name = folder.getFileName();
        Path parent = folder.getParent();
        if (name != null && name.toString().equals(MAIN) && Files.isRegularFile(folder)) {
            return new ScenarioReader(parent == null ? Path.of("") : parent, sets).read();
        }
        String shown = folder.toString();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return failure(
                    Diagnostic.error(Place.whole(shown), "this is a file, not a scenario folder")
                            .expecting("the folder that holds " + MAIN));
        }
        if (!Files.isDirectory(folder)) {
            return failure(
                    Diagnostic.error(Place.whole(shown), "there is no such folder")
                            .expecting("a folder that holds " + MAIN)
                            .noting("`parapet new DIR` makes a small scenario to start from"));
        }
        return new ScenarioReader(folder, sets).read();
    }

    private static ReadResult failure(Diagnostic d) {
        return new ReadResult(null, Map.of(), List.of(d));
    }

    private ReadResult read() {
        Tree tree = loader.yaml(MAIN);
        if (tree == null) {
            return result(null, Map.of());
        }
        if (!(tree instanceof Tree.Mapping written)) {
            found.add(
                    Diagnostic.error(tree.place(), "a scenario is not written so")
                            .expecting("keys and values, the first `schema: 1`")
                            .finding(Binder.describe(tree)));
            return result(null, Map.of());
        }
        if (!schema(written)) {
            return result(null, Map.of());
        }
        Where top = Where.top(first(written));
        if (written.value("assumptions") instanceof Tree.Scalar reason
                && !reason.text().isBlank()) {
            evidence.assume(written.place().file().name(), reason.text().strip());
        }
        Tree.Mapping root = set((Tree.Mapping) loader.expand(written, language));
        if (root.value("money") instanceof Tree.Mapping money
                && money.value("reporting") instanceof Tree.Scalar code) {
            evidence.reportingIn(code.text().strip());
        }
        var binder = new Binder(found::add, evidence, true, "");
        Record record = binder.group(language, root, top, "");
        new TreeChecks(binder).whole(root);
        Map<String, PlannedScenario> plans =
                plans(root, top, record instanceof Scenario s ? s : null);
        if (record instanceof Scenario scenario && sound()) {
            NewsChecks.metrics(
                    scenario,
                    (path, problem, note) -> {
                        Place at = binder.facts.places.getOrDefault(path, top.at());
                        found.add(Diagnostic.error(at, problem).noting(String.valueOf(note)));
                    });
        }
        if (record instanceof Scenario scenario && sound()) {
            new Lints(scenario, plans.values(), evidence, binder.facts, found::add).run();
            new MeantLints(scenario, plans, evidence, binder.facts, found::add).run();
            return result(scenario, Collections.unmodifiableMap(plans));
        }
        return result(null, Map.of());
    }

    private boolean sound() {
        return found.stream().noneMatch(Diagnostic::isError);
    }

    /// The scenario with the keys set that were asked for.
    private Tree.Mapping set(Tree.Mapping root) {
        Tree.Mapping now = root;
        for (String set : sets) {
            int at = set.indexOf('=');
            TextFile file = TextFile.of("--set", set);
            var place = new Place(file, 1, 1, 1, 1 + Math.max(1, at));
            if (at < 1) {
                found.add(
                        Diagnostic.error(place, "this sets nothing")
                                .expecting("KEY=VALUE, such as sky.reach=\"400 km\"")
                                .finding(set));
                continue;
            }
            Tree value = YamlTree.read(TextFile.of("--set", set.substring(at + 1)), found::add);
            if (value != null) {
                now =
                        new Edits(loader, found::add)
                                .set(
                                        now,
                                        new Tree.Scalar(place, set.substring(0, at), false),
                                        value);
            }
        }
        return now;
    }

    /// Where what is missing from the whole is reported: at the first key.
    private static Place first(Tree.Mapping root) {
        return root.entries().isEmpty() ? root.place() : root.entries().getFirst().key().place();
    }

    private ReadResult result(@Nullable Scenario scenario, Map<String, PlannedScenario> plans) {
        return new ReadResult(scenario, plans, Diagnostics.sorted(found));
    }

    private boolean schema(Tree.Mapping root) {
        Tree value = root.value("schema");
        String wanted = Integer.toString(Scenario.SCHEMA);
        if (value instanceof Tree.Scalar s && s.text().strip().equals(wanted)) {
            return true;
        }
        String cure = "write `schema: %s` as the first line".formatted(wanted);
        if (value == null) {
            Tree.Entry entry = root.entry("schema");
            Place at = entry != null ? entry.key().place() : first(root);
            found.add(Diagnostic.error(at, "schema is missing").noting(cure));
            return entry == null;
        }
        boolean number = value instanceof Tree.Scalar s && s.text().strip().matches("\\d{1,9}");
        if (!number) {
            found.add(
                    Diagnostic.error(value.place(), "schema is not the number of a version")
                            .finding(Binder.describe(value))
                            .noting(cure));
            return false;
        }
        boolean newer = Integer.parseInt(((Tree.Scalar) value).text().strip()) > Scenario.SCHEMA;
        found.add(
                Diagnostic.error(
                                value.place(),
                                newer
                                        ? "this scenario is written for a newer release"
                                        : "this scenario is written for an older release")
                        .expecting("version " + wanted)
                        .finding(Binder.describe(value))
                        .noting(
                                newer
                                        ? "install a release that reads this version"
                                        : "rewrite it by the reference page, then " + cure));
        return false;
    }

    // ---------------------------------------------------------------- plans

    private Map<String, PlannedScenario> plans(
            Tree.Mapping root, Where top, @Nullable Scenario base) {
        var planned = new LinkedHashMap<String, PlannedScenario>();
        if (!(root.value("plans") instanceof Tree.Mapping plans)) {
            return planned;
        }
        Set<List<Object>> said = new HashSet<>();
        found.forEach(d -> said.add(identity(d)));
        for (Tree.Entry e : plans.entries()) {
            String id = e.key().text();
            var order = new PlanOrder(plans);
            List<String> chain = order.before(id);
            if (chain == null) {
                continue;
            }
            var problems = new ArrayList<Diagnostic>();
            order.conflicts(id, problems::add);
            Plan known = base == null ? null : base.plans().get(id);
            PlannedScenario scenario = plan(root, plans, top, id, chain, known, problems);
            if (scenario != null && base != null) {
                planned.put(id, scenario);
                for (String key : SameForAll.changed(base, scenario.scenario())) {
                    problems.add(
                            Diagnostic.error(
                                            e.key().place(),
                                            "plan \"%s\": its changes touch \"%s\", which is the same for all plans"
                                                    .formatted(id, key))
                                    .noting(
                                            "set single keys of what holds it, and leave that one out"));
                }
            }
            for (Diagnostic d : problems) {
                if (said.add(identity(d))) {
                    boolean own = within(d.place(), plans.place());
                    found.add(own ? d : d.adding(" (in plan \"%s\")".formatted(id)));
                }
            }
        }
        return planned;
    }

    private static List<Object> identity(Diagnostic d) {
        return List.of(d.file(), d.line(), d.column(), d.message());
    }

    private static boolean within(Place inner, Place outer) {
        return inner.file().name().equals(outer.file().name())
                && inner.line() >= outer.line()
                && inner.line() <= outer.endLine();
    }

    private record Dated(String planId, int index, Tree on, Tree.Scalar path, Tree to) {}

    private @Nullable PlannedScenario plan(
            Tree.Mapping root,
            Tree.Mapping plans,
            Where top,
            String id,
            List<String> chain,
            @Nullable Plan plan,
            List<Diagnostic> problems) {
        var edits = new Edits(loader, problems::add);
        var dated = new ArrayList<Dated>();
        Tree.Mapping tree = root;
        var ids = new ArrayList<>(chain);
        ids.add(id);
        for (String each : ids) {
            if (!(plans.value(each) instanceof Tree.Mapping row)
                    || !(row.value("changes") instanceof Tree.Sequence changes)) {
                continue;
            }
            for (int i = 0; i < changes.items().size(); i++) {
                if (changes.items().get(i) instanceof Tree.Mapping change) {
                    tree = changed(tree, change, edits, each, i + 1, dated);
                }
            }
        }
        var binder = new Binder(problems::add, evidence, false, "");
        Record record = binder.group(language, tree, top, "");
        new TreeChecks(binder).whole(tree);
        List<DatedChange> later = dated(tree, top, dated, edits, problems);
        return plan != null && record instanceof Scenario s && !binder.failed() && !edits.failed()
                ? new PlannedScenario(id, plan, s, later)
                : null;
    }

    private static Tree.Mapping changed(
            Tree.Mapping tree,
            Tree.Mapping change,
            Edits edits,
            String planId,
            int index,
            List<Dated> dated) {
        Tree.Entry to = change.entry("to");
        Tree on = change.value("on");
        Tree by = change.value("by");
        if (change.value("set") instanceof Tree.Scalar path && to != null) {
            if (on == null) {
                return edits.set(tree, path, to.value());
            }
            dated.add(new Dated(planId, index, on, path, to.value()));
        } else if (change.value("slip") instanceof Tree.Scalar path && by != null && on == null) {
            return edits.slip(tree, path, by);
        }
        return tree;
    }

    /// Binds the dated changes, and checks that the scenario still holds together whichever of them
    /// have come.
    private List<DatedChange> dated(
            Tree.Mapping tree,
            Where top,
            List<Dated> dated,
            Edits edits,
            List<Diagnostic> problems) {
        var changes = new ArrayList<DatedChange>();
        Tree.Mapping after = tree;
        for (Dated d : dated) {
            after = edits.set(after, d.path, d.to);
            Edits.Target target = Edits.target(d.path);
            if (target == null || edits.failed()) {
                continue;
            }
            String suffix = "@%s.%d".formatted(d.planId, d.index);
            var binder = new Binder(_ -> {}, evidence, false, suffix);
            boolean away = d.to instanceof Tree.Scalar s && s.absent();
            Object value =
                    away
                            ? absent(after, top, d.path.text().strip())
                            : binder.value(
                                    target.shape(),
                                    target.key(),
                                    loader.expand(d.to, target.shape()),
                                    target.where());
            Object on = day(d, top, binder);
            if (!binder.failed() && on instanceof Quantity q) {
                changes.add(new DatedChange(q, d.path.text().strip(), value));
            }
        }
        if (dated.isEmpty()) {
            return changes;
        }
        if (holds(after, top, problems) && !edits.failed() && changes.size() == dated.size()) {
            for (Set<Integer> come : Orders.between(changes, evidence)) {
                if (!partly(tree, top, dated, come, problems)) {
                    break;
                }
            }
        }
        return changes;
    }

    /// Whether the scenario holds together.
    private boolean holds(Tree.Mapping tree, Where top, List<Diagnostic> problems) {
        int before = problems.size();
        var binder = new Binder(problems::add, evidence, false, "");
        binder.group(language, tree, top, "");
        new TreeChecks(binder).whole(tree);
        return problems.size() == before;
    }

    /// Whether it does when some of the dated changes have come and others have not.
    private boolean partly(
            Tree.Mapping tree,
            Where top,
            List<Dated> dated,
            Set<Integer> come,
            List<Diagnostic> problems) {
        var found = new ArrayList<Diagnostic>();
        var edits = new Edits(loader, found::add);
        Tree.Mapping now = tree;
        for (int i : come) {
            now = edits.set(now, dated.get(i).path, dated.get(i).to);
        }
        boolean holds = holds(now, top, found) && !edits.failed();
        String last =
                come.stream()
                        .map(i -> String.valueOf(dated.get(i).index))
                        .collect(Collectors.joining(", "));
        found.stream()
                .map(d ->
                        d.noting(
                                "so it is when of the dated changes of the plan only change %s has come; put them on one day, or in another order"
                                        .formatted(last)))
                .forEach(problems::add);
        return holds;
    }

    /// What holds at a path whose key was taken away: its default, an empty table, or nothing.
    private @Nullable Object absent(Tree.Mapping without, Where top, String path) {
        var binder = new Binder(_ -> {}, evidence, false, "");
        Record record = binder.group(language, without, top, "");
        return record == null || binder.failed() ? null : Paths.get(record, path);
    }

    private static @Nullable Object day(Dated d, Where top, Binder binder) {
        Where where = top.key("plans.%s.changes.%d.on".formatted(d.planId, d.index), d.on.place());
        for (var f : Shapes.changeKeys()) {
            if (f.name().equals("on")) {
                return binder.value(f.shape(), f.key(), d.on, where);
            }
        }
        throw new IllegalStateException("A change has no key (on).");
    }
}
