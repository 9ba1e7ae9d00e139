package parapet.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs the benchmarks and writes the table of rates, ratios and answers to `bench.md` in the
/// folder that is the first argument; what JMH says goes to `jmh.log` there. The second argument
/// holds, in one string, `--quick` or not and patterns of names.
public final class Report {
    private static final String KIT = "kit";

    private Report() {}

    /// One benchmark with one set of parameters in one kit.
    ///
    /// @param rates work per CPU second of each iteration, sorted
    /// @param answer the answer, the same in all forks
    /// @param error standard error of that mean; 0 for checksums
    /// @param exact what the answer should be on average; 0 for checksums
    private record Row(
            String name,
            String kit,
            List<Double> rates,
            double answer,
            double error,
            double exact) {
        static Row of(RunResult result) {
            var parameters = result.getParams();
            var name = new StringBuilder(simple(parameters.getBenchmark()));
            for (String key : parameters.getParamsKeys()) {
                if (!key.equals(KIT)) {
                    name.append(' ').append(key).append(' ').append(parameters.getParam(key));
                }
            }
            var rates = new ArrayList<Double>();
            double answer = 0;
            double error = 0;
            double exact = 0;
            for (var fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    rates.add(1e9 * score(iteration, "work") / score(iteration, "cpuNanos"));
                    answer = score(iteration, "answer");
                    error = score(iteration, "error");
                    exact = score(iteration, "exact");
                }
            }
            rates.sort(null);
            String kit =
                    parameters.getParamsKeys().contains(KIT) ? parameters.getParam(KIT) : "PARAPET";
            return new Row(name.toString(), kit, rates, answer, error, exact);
        }

        private static double score(IterationResult iteration, String counter) {
            return requireNonNull(iteration.getSecondaryResults().get(counter), counter).getScore();
        }

        private static String simple(String benchmark) {
            String[] parts = benchmark.split("\\.", -1);
            return parts[parts.length - 2].replace("Benchmark", "");
        }

        boolean ours() {
            return kit.equals("PARAPET") || kit.equals("ENGINE");
        }

        double median() {
            return rates.get(rates.size() / 2);
        }
    }

    /// Runs and writes.
    ///
    /// @param arguments folder of the output; options and patterns
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path folder = Path.of(arguments[0]);
        var words = arguments.length > 1 ? List.of(arguments[1].trim().split(" +")) : List.of("");
        boolean quick = words.contains("--quick");
        var options =
                new OptionsBuilder()
                        .forks(quick ? 1 : 2)
                        .warmupIterations(quick ? 2 : 3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(quick ? 3 : 5)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .jvmArgsAppend("-Xmx2g", "-XX:+UseParallelGC")
                        .output(folder.resolve("jmh.log").toString());
        words.stream().filter(w -> !w.isEmpty() && !w.startsWith("--")).forEach(options::include);
        Files.write(folder.resolve("bench.md"), table(new Runner(options.build()).run()));
    }

    private static List<String> table(Collection<RunResult> results) {
        var groups = new TreeMap<String, List<Row>>();
        for (RunResult result : results) {
            Row row = Row.of(result);
            groups.computeIfAbsent(row.name(), _ -> new ArrayList<>()).add(row);
        }
        var lines = new ArrayList<String>();
        lines.add(
                "| benchmark | kit | per CPU second | least..greatest | times the best peer | answer |");
        lines.add("|---|---|---|---|---|---|");
        groups.forEach((name, rows) -> {
            double peer =
                    rows.stream()
                            .filter(r -> !r.ours())
                            .mapToDouble(Row::median)
                            .max()
                            .orElse(Double.NaN);
            rows.forEach(row -> lines.add(line(row, peer)));
        });
        return lines;
    }

    private static String line(Row row, double peer) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s..%s | %s | %s |",
                row.name(),
                row.kit().toLowerCase(Locale.ROOT),
                rate(row.median()),
                rate(row.rates().getFirst()),
                rate(row.rates().getLast()),
                Double.isNaN(peer) ? "-" : String.format(Locale.ROOT, "%.2f", row.median() / peer),
                answer(row));
    }

    private static String rate(double perSecond) {
        return perSecond >= 1e4
                ? String.format(Locale.ROOT, "%.2f M", perSecond / 1e6)
                : String.format(Locale.ROOT, perSecond >= 10 ? "%.1f" : "%.3f", perSecond);
    }

    /// A checksum, or a mean with its 95 % interval beside the exact value.
    private static String answer(Row row) {
        return row.exact() == 0
                ? Long.toHexString(Math.round(row.answer()))
                : String.format(
                        Locale.ROOT,
                        "%.4f ± %.4f, exact %.4f",
                        row.answer(),
                        1.96 * row.error(),
                        row.exact());
    }
}
