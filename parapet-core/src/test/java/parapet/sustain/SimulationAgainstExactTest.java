package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;
import parapet.stats.Estimate;
import parapet.stats.MeanEstimator;

/// The simulation against the exact value of eighteen networks (see [ExactNetworks]).
///
/// Each row must lie within |z| < 3.45: Bonferroni's share of a false alarm of 1 % for the whole
/// family (0.01/18 = 0.00056 each). A true mean that is 5.5 standard errors off is caught with
/// probability 0.98; the last column of the table says what part of the value that is. Besides, of
/// the plain 99 % intervals 0.18 are expected to miss; three or more miss once in 1 300 families.
final class SimulationAgainstExactTest {
    private static final double FAMILY = 3.45;
    private static final double PLAIN = 2.576;
    private static final long SEED = 4_096;
    private static final Path PAGE = Path.of("..", "docs", "models", "simulation-exact.md");

    /// A row and what the simulation says.
    record Result(ExactNetworks.Row row, Estimate simulated) {
        double z() {
            return (simulated.mean() - row.exact()) / simulated.standardError();
        }

        double caught() {
            return 5.5 * simulated.standardError() / row.exact();
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.5g | %.5g ± %.2g | %+.2f | %.1f %% |",
                    row.name(),
                    row.method(),
                    simulated.count(),
                    row.exact(),
                    simulated.mean(),
                    simulated.standardError(),
                    z(),
                    100 * caught());
        }
    }

    private static List<Result> results = List.of();

    @BeforeAll
    static void simulateAll() {
        results = ExactNetworks.all().stream().map(SimulationAgainstExactTest::simulate).toList();
    }

    private static Result simulate(ExactNetworks.Row row) {
        var mean = new MeanEstimator();
        for (int r = 0; r < row.replications(); r++) {
            var streams = new Streams(SEED, 0, r);
            mean.add(
                    row.measured()
                            .applyAsDouble(
                                    Sustainment.simulate(
                                            row.input(),
                                            row.deliveries(),
                                            streams,
                                            new Ledger(),
                                            Audit.NORMAL)));
        }
        return new Result(row, mean.estimate());
    }

    static List<Result> rows() {
        return results;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSimulationAgrees(Result result) {
        assertThat(result.z()).as("z of %s", result.row().name()).isBetween(-FAMILY, FAMILY);
        assertThat(result.caught()).as("share of the value that is caught").isLessThan(0.2);
    }

    @Test
    void fewMissThePlainInterval() {
        assertThat(results).hasSizeGreaterThanOrEqualTo(12);
        assertThat(results.stream().filter(r -> Math.abs(r.z()) > PLAIN).count()).isLessThan(3);
    }

    /// `mvn -pl parapet-core test -Dtest=SimulationAgainstExactTest -Dparapet.regenerate=true`
    /// writes the page anew.
    @Test
    void thePageShowsTheTable() throws IOException {
        var text = new StringBuilder();
        text.append(
                """
                # The simulation against exact networks

                **In short.** Where the mean is known exactly, the [simulation](sustain.md) must find it. Each row is a network with its exact value \
                (models: [sustain-exact.md](sustain-exact.md)), the mean of n independent replications with its standard error, and z, the difference \
                in standard errors. The page is written, and held, by the test `SimulationAgainstExactTest`; `bench/simulation-exact` runs it and \
                prints the table.

                The test fails at |z| of 3.45 or more: once in a hundred for the whole family if the simulation is right (Bonferroni). An error of the \
                size in the last column is caught with probability 0.98.

                | network and quantity | exact by | n | exact | simulated | z | error caught |
                |---|---|---|---|---|---|---|
                """);
        results.forEach(r -> text.append(r.line()).append('\n'));
        text.append(
                "\nOf %d rows %d lie within the plain 99 %% interval, |z| < 2.58.\n"
                        .formatted(
                                results.size(),
                                results.stream().filter(r -> Math.abs(r.z()) < PLAIN).count()));
        if (Boolean.getBoolean("parapet.regenerate")) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(text.toString());
    }
}
