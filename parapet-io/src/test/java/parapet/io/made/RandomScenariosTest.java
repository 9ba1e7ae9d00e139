package parapet.io.made;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.evidence.Quantity;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.Chunks;
import parapet.study.ResultTable;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.tables.Rows;
import parapet.terrain.FlatTerrain;

/// What `check` passes, a run computes: random scenarios over all keys of the language go through
/// the reader, and those that it passes are run, all plans, with the usual self-checks. Equal
/// inputs give equal rows.
///
/// `-Dparapet.scenarios=5000` sets how many valid ones, `-Dparapet.scenarios.first=N` the first
/// seed. How often each key occurred goes to `target/keys.txt`; a scenario that fails is left,
/// shrunk, in `target/failing`.
class RandomScenariosTest {
    private static final int REPEATED = 10;

    /// Keys of the forms of a quantity.
    private static final List<String> FORMS =
            Stream.of(
                            "assume",
                            "because",
                            "knownFrom",
                            "before",
                            "claims",
                            "law",
                            "use",
                            "scale",
                            "at",
                            "foretold",
                            "slip",
                            "later",
                            "by")
                    .map(form -> "quantity." + form)
                    .toList();

    @TempDir Path folder;

    private final Map<String, Integer> keys = new TreeMap<>();

    @Test
    void whatCheckPassesRunComputes() throws IOException {
        int count = Integer.getInteger("parapet.scenarios", 150);
        long first = Long.getLong("parapet.scenarios.first", 1);
        int valid = 0;
        long seed = first;
        for (; valid < count; seed++) {
            assertThat(seed - first)
                    .as("scenarios for %d valid", valid)
                    .isLessThan(2L * valid + 50);
            var invented = new Invented(seed);
            invented.write(folder);
            ReadResult read = ScenarioReader.read(folder);
            if (read.errors() > 0) {
                continue;
            }
            valid++;
            occurred(invented);
            Throwable fault = fault(read, seed % REPEATED == 0);
            if (fault != null) {
                Path kept = shrunk(invented, fault);
                throw new AssertionError(
                        "seed %d, shrunk in %s:%n%s"
                                .formatted(
                                        seed,
                                        kept,
                                        Files.readString(kept.resolve("scenario.yaml"))),
                        fault);
            }
        }
        report(seed - first, valid);
        // A key that is rare among thousands is still there among a hundred; one that never comes
        // is not.
        int least = count >= 5000 ? 50 : count >= 100 ? 1 : 0;
        assertThat(keys)
                .as("occurrences of each key")
                .allSatisfy((key, n) -> assertThat(n).as(key).isGreaterThanOrEqualTo(least));
    }

    private static @Nullable Throwable fault(ReadResult read, boolean twice) {
        try {
            List<Record> once = rows(read);
            assertThat(once).isNotEmpty();
            if (twice) {
                assertThat(rows(read)).isEqualTo(once);
            }
            return null;
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            return e;
        }
    }

    private static List<Record> rows(ReadResult read) {
        Scenario scenario = read.scenarioOrThrow();
        var options =
                new Setup.Options(
                        scenario.study().seed(),
                        2,
                        2,
                        1,
                        null,
                        Realiser.lastDay(scenario),
                        Audit.NORMAL);
        var setup =
                new Setup(
                        scenario, List.copyOf(read.plans().values()), options, new FlatTerrain(0));
        for (Quantity q : setup.quantities().byKey().values()) {
            setup.realiser().weigh(q);
        }
        var chunks = new Held();
        int made = new StudyRunner(setup, chunks, 1, (_, _, _) -> {}).run(_ -> true);
        Rows summary = Summary.of(setup, chunks, made);
        var all = new ArrayList<Record>();
        for (int i = 0; i < made; i++) {
            add(requireNonNull(chunks.read(i)), all);
        }
        add(summary, all);
        return all;
    }

    private static void add(Rows rows, List<Record> all) {
        for (ResultTable table : ResultTable.values()) {
            all.addAll(rows.of(table.type().row()));
        }
    }

    private static final class Held implements Chunks {
        private final Map<Integer, Rows> kept = new ConcurrentHashMap<>();

        @Override
        public boolean has(int chunk) {
            return kept.containsKey(chunk);
        }

        @Override
        public void write(int chunk, Rows rows) {
            kept.put(chunk, rows);
        }

        @Override
        public @Nullable Rows read(int chunk) {
            return kept.get(chunk);
        }
    }

    // ---------------------------------------------------------------- a failing one

    /// The scenario with as much taken away as leaves the same kind of fault.
    private static Path shrunk(Invented invented, Throwable fault) throws IOException {
        Path kept = Path.of("target/failing").toAbsolutePath();
        boolean smaller = true;
        for (int round = 0; smaller && round < 4; round++) {
            smaller = smaller(invented, invented.tree, fault, kept);
        }
        invented.write(kept);
        return kept;
    }

    private static boolean smaller(
            Invented invented, Map<String, Object> at, Throwable fault, Path kept)
            throws IOException {
        boolean smaller = false;
        for (String key : List.copyOf(at.keySet())) {
            Object value = requireNonNull(at.remove(key));
            if (fails(invented, fault, kept)) {
                smaller = true;
                continue;
            }
            at.put(key, value);
            Map<String, Object> inner = Invented.at(at, key);
            smaller |= inner != null && smaller(invented, inner, fault, kept);
        }
        return smaller;
    }

    private static boolean fails(Invented invented, Throwable fault, Path kept) throws IOException {
        invented.write(kept);
        ReadResult read = ScenarioReader.read(kept);
        Throwable now = read.errors() > 0 ? null : fault(read, false);
        return now != null && now.getClass() == fault.getClass();
    }

    // ---------------------------------------------------------------- how often each key occurs

    private void occurred(Invented invented) {
        Set<String> found = new HashSet<>();
        walk(Shapes.scenario(), invented.tree, "", found);
        found.forEach(key -> keys.merge(key, 1, Integer::sum));
    }

    private static void walk(Shape shape, @Nullable Object value, String path, Set<String> found) {
        if (value instanceof Map<?, ?> m && shape instanceof Shape.Group g) {
            for (Field f : g.fields()) {
                if (m.containsKey(f.name())) {
                    String key = Invented.join(path, f.name());
                    found.add(key);
                    walk(f.shape(), m.get(f.name()), key, found);
                }
            }
        } else if (value instanceof String && shape instanceof Shape.Group g && g.only() != null) {
            found.add(Invented.join(path, requireNonNull(g.only()).name())); // the short form
        } else if (value instanceof Map<?, ?> m && shape instanceof Shape.TableOf t) {
            m.values().forEach(row -> walk(t.entry(), row, path, found));
        } else if (value instanceof Map<?, ?> m && shape instanceof Shape.Measure) {
            m.keySet().forEach(form -> found.add("quantity." + form));
        } else if (value instanceof List<?> l && shape instanceof Shape.ListOf items) {
            l.forEach(item -> walk(items.element(), item, path, found));
        }
    }

    private static void all(Shape shape, String path, Set<String> names) {
        switch (shape) {
            case Shape.Group g -> {
                for (Field f : g.fields()) {
                    String key = Invented.join(path, f.name());
                    names.add(key);
                    all(f.shape(), key, names);
                }
            }
            case Shape.TableOf t -> all(t.entry(), path, names);
            case Shape.ListOf l -> all(l.element(), path, names);
            default -> {}
        }
    }

    private void report(long count, int valid) throws IOException {
        Set<String> names = new HashSet<>(FORMS);
        all(Shapes.scenario(), "", names);
        names.forEach(name -> keys.putIfAbsent(name, 0));
        Files.createDirectories(Path.of("target"));
        try (var out =
                new PrintStream(Path.of("target/keys.txt").toFile(), StandardCharsets.UTF_8)) {
            out.printf("%d scenarios, %d valid and run%n", count, valid);
            keys.forEach((key, n) -> out.printf("%6d  %s%n", n, key));
        }
    }
}
