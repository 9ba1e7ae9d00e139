package parapet.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;

/// Cases that go the whole way: scenario files are read, run and written as result tables, and a
/// SELECT over these tables gives the outputs.
///
///     inputs: {scenario: FOLDER, sql: "SELECT ... AS ready"}    one row; a column is an output
///
/// What a case expects was computed otherwise: by a closed form, or by a program that shares no
/// code with the product. A scenario is run once for all cases in a row that name it. For one
/// thread; keeps its files in a temporary folder until it is closed.
final class Chains implements AutoCloseable {
    /// Kinds of case that are computed here.
    static final Set<String> KINDS =
            Set.of("chain.support", "chain.programme", "chain.money", "chain.battle", "chain.sky");

    private static final String INDEX = "chain/index.txt";

    /// Where scenarios lie; null for those carried here.
    private final @Nullable Path folder;

    private @Nullable Path work;
    private String current = "";
    private @Nullable Query tables;

    private Chains(@Nullable Path folder) {
        this.folder = folder;
    }

    /// Scenarios that this module carries.
    static Chains carried() {
        return new Chains(null);
    }

    /// Scenarios in folders beside a file of cases.
    static Chains beside(Path file) {
        return new Chains(file.toAbsolutePath().normalize().getParent());
    }

    /// Names of the scenarios carried, in the order of their list.
    static List<String> carriedScenarios() {
        return index().stream().map(List::getFirst).toList();
    }

    /// The list of scenarios carried: name, and its files besides `scenario.yaml`.
    private static List<List<String>> index() {
        return new String(bytes(INDEX), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.strip().split(" +")))
                .toList();
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Chains.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource (%s) is missing.".formatted(resource));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The outputs of a case.
    ///
    /// @throws IllegalArgumentException if the case does not say what is needed, or the scenario
    ///   cannot be read
    SequencedMap<String, Value> compute(Case one) {
        var in = new Inputs(one.inputs()).only("scenario", "sql");
        QueryResult result = tables(in.word("scenario")).run(in.word("sql"));
        if (result.rows().size() != 1) {
            throw new IllegalArgumentException(
                    "expected one row of the SELECT; found %d".formatted(result.rows().size()));
        }
        var values = new LinkedHashMap<String, Value>();
        for (String column : result.columns()) {
            Value value = value(result.column(column).getFirst());
            if (value != null) {
                values.put(column, value);
            }
        }
        return values;
    }

    private static @Nullable Value value(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case Number n -> new Value.Num(n.doubleValue());
            case Boolean b -> new Value.Flag(b);
            case List<?> list -> listing(list);
            default -> new Value.Word(cell.toString());
        };
    }

    private static Value listing(List<?> cells) {
        var values = new ArrayList<Value>();
        for (Object cell : cells) {
            Value value = value(cell);
            values.add(value == null ? new Value.Word("none") : value);
        }
        return new Value.Listing(values);
    }

    /// The tables of a scenario, run now unless it was the last one asked for.
    private Query tables(String scenario) {
        if (tables != null && scenario.equals(current)) {
            return tables;
        }
        leave();
        try {
            if (work == null) {
                work = Files.createTempDirectory("parapet-verify");
            }
            Path from =
                    folder == null
                            ? unpacked(scenario, work.resolve("scenario"))
                            : folder.resolve(scenario);
            tables = ChainRun.run(from, work.resolve("run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        current = scenario;
        return tables;
    }

    private static Path unpacked(String scenario, Path to) throws IOException {
        List<String> entry =
                index().stream()
                        .filter(line -> line.getFirst().equals(scenario))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "expected one of the scenarios %s at \"scenario\"; found %s"
                                                .formatted(carriedScenarios(), scenario)));
        Files.createDirectories(to);
        var files = new ArrayList<>(entry);
        files.set(0, "scenario.yaml");
        for (String file : files) {
            Files.write(to.resolve(file), bytes("chain/" + scenario + "/" + file));
        }
        return to;
    }

    /// Removes what the last scenario left.
    private void leave() {
        current = "";
        if (tables != null) {
            tables.close();
            tables = null;
        }
        if (work != null) {
            remove(work.resolve("scenario"));
            remove(work.resolve("run"));
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        leave();
        if (work != null) {
            remove(work);
            work = null;
        }
    }
}
