package parapet.io.made;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.text.Diagnostic;
import parapet.scenario.Case;
import parapet.scenario.Realiser;
import parapet.terrain.FlatTerrain;

/// Walks every key that a plan may set: another valid value must change the input of some engine,
/// or be refused.
public final class Walk {
    private static final int TRIES = 20;

    /// What came of the tries of one key.
    public static final class Outcome {
        int honoured;
        int refused;
        int ignored;
        String example = "";

        @Override
        public String toString() {
            return "honoured %d, refused %d, ignored %d  %s"
                    .formatted(honoured, refused, ignored, example);
        }
    }

    private final Path folder;
    private final boolean dated;
    private final Map<String, Outcome> kinds = new TreeMap<>();

    public Walk(Path folder, boolean dated) {
        this.folder = folder;
        this.dated = dated;
    }

    /// The outcomes by kind of key.
    public Map<String, Outcome> kinds() {
        return kinds;
    }

    private boolean wanted(@Nullable Outcome o) {
        return o == null || (o.honoured < 1 && (o.ignored < TRIES || o.refused < TRIES));
    }

    /// Walks the keys of an invented scenario that are still wanted.
    public void over(long seed) throws IOException {
        var world = new Invented(seed);
        world.tree.put("plans", new LinkedHashMap<>(Map.of("baseline", new LinkedHashMap<>())));
        if (world.tree.get("study") instanceof Map<?, ?> study) {
            study.remove("comparisons");
            study.remove("news");
            study.remove("observations");
            study.remove("reference");
        }
        world.write(folder);
        if (ScenarioReader.read(folder).errors() > 0) {
            return;
        }
        var tried = new LinkedHashMap<String, Changes.Place>();
        var values = new LinkedHashMap<String, Object>();
        var seen = new HashSet<String>();
        for (Changes.Place p : Changes.places(world.tree)) {
            if (dated && !p.path().startsWith("support.") && !p.path().startsWith("catalogue.")) {
                continue;
            }
            if (p.path().startsWith("sky.") && world.ids("sky.raids").isEmpty()) {
                continue; // nothing would fly
            }
            if (wanted(kinds.get(p.kind())) && seen.add(p.kind())) {
                Object other = Changes.other(world, p);
                if (other == null && p.optional() && p.now() != null) {
                    tried.put("p" + tried.size(), p);
                } else if (other != null) {
                    values.put("p" + tried.size(), other);
                    tried.put("p" + tried.size(), p);
                }
            }
        }
        var refused = new HashSet<String>();
        while (refused.addAll(refused(world, tried, values, refused))) {
            // a problem that several plans have is told once
        }
        for (String id : refused) {
            note(requireNonNull(tried.get(id))).refused++;
        }
        ReadResult read = read(world, tried, values, refused);
        if (read.errors() > 0) {
            throw new IllegalStateException(
                    "seed "
                            + seed
                            + ": "
                            + read.diagnostics().stream().filter(Diagnostic::isError).findFirst());
        }
        var scenario = read.scenarioOrThrow();
        var realiser =
                new Realiser(
                        Realiser.evidence(scenario, Realiser.lastDay(scenario)),
                        5,
                        new FlatTerrain(500));
        Case before = realiser.realise(read.plan("baseline"), 0);
        for (var e : tried.entrySet()) {
            if (refused.contains(e.getKey())) {
                continue;
            }
            Outcome o = note(e.getValue());
            Case after = realiser.realise(read.plan(e.getKey()), 0);
            boolean shown =
                    e.getValue().kind().equals("programme.contracts.*.caution"); // in table `plans`
            boolean ignored =
                    !shown && Same.content(before, after, "plan", "inputs", "maker", "content");
            if (dated && !ignored) {
                Case fromTheStart = realiser.realise(read.plan("start-" + e.getKey()), 0);
                ignored = Same.content(after, fromTheStart, "plan", "inputs", "maker", "content");
            }
            if (ignored) {
                o.ignored++;
                o.example = seed + " " + e.getValue().path() + " = " + values.get(e.getKey());
            } else {
                o.honoured++;
            }
        }
    }

    private Outcome note(Changes.Place p) {
        return kinds.computeIfAbsent(p.kind(), k -> new Outcome());
    }

    private Set<String> refused(
            Invented world,
            Map<String, Changes.Place> tried,
            Map<String, Object> values,
            Set<String> without)
            throws IOException {
        ReadResult all = read(world, tried, values, without);
        List<String> lines = Invented.text(world.tree).lines().toList();
        var refused = new HashSet<String>();
        for (Diagnostic d : all.diagnostics()) {
            if (d.isError()) {
                String plan = d.message().replaceAll("(?s).*\\(in plan \"([^\"]+)\"\\)$", "$1");
                for (int line = d.line() - 1; plan.equals(d.message()) && line >= 0; line--) {
                    String text = lines.get(line);
                    if (text.matches("  (start-)?p\\d+:.*")) {
                        plan = text.strip().replaceAll(":.*", "");
                    }
                }
                refused.add(plan.replace("start-", ""));
            }
        }
        return refused;
    }

    private ReadResult read(
            Invented world,
            Map<String, Changes.Place> tried,
            Map<String, Object> values,
            Set<String> without)
            throws IOException {
        var plans = new LinkedHashMap<String, Object>();
        plans.put("baseline", new LinkedHashMap<>());
        tried.forEach((id, p) -> {
            if (!without.contains(id)) {
                plans.put(id, plan(p, values.get(id), dated));
                if (dated) {
                    plans.put("start-" + id, plan(p, values.get(id), false));
                }
            }
        });
        world.tree.put("plans", plans);
        world.write(folder);
        return ScenarioReader.read(folder);
    }

    private static Map<String, Object> plan(Changes.Place p, @Nullable Object to, boolean dated) {
        var change = new LinkedHashMap<String, @Nullable Object>();
        if (dated) {
            change.put("on", "2025-02-10");
        }
        change.put("set", p.path());
        change.put("to", to);
        return new LinkedHashMap<>(Map.of("changes", new ArrayList<>(List.of(change))));
    }
}
