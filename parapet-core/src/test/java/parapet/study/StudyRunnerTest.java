package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parapet.scenario.Made;
import parapet.scenario.Paths;
import parapet.scenario.Scenario;
import parapet.study.rows.EstimateRow;
import parapet.tables.Rows;

class StudyRunnerTest {
    private final Setup setup = Memory.setup(Made.scenario(), 2, null);

    private static Memory run(Setup setup, int threads) {
        var memory = new Memory();
        int chunks =
                new StudyRunner(setup, memory, threads, (done, of, reused) -> {}).run(i -> true);
        assertThat(memory.kept).hasSize(chunks);
        return memory;
    }

    private static void assertSame(Memory memory, Memory other) {
        assertThat(memory.kept.keySet()).isEqualTo(other.kept.keySet());
        for (int chunk : memory.kept.keySet()) {
            assertThat(memory.list(chunk)).isEqualTo(other.list(chunk));
        }
    }

    @Test
    void rowsAreEqualForAnyNumberOfThreads() {
        Memory one = run(setup, 1);
        assertThat(one.kept).hasSize(4);
        assertSame(run(setup, 2), one);
        assertSame(run(setup, 3), one);
    }

    @Test
    void rowsAreEqualInAnyOrderOfChunksAndForShards() {
        Memory one = run(setup, 1);
        var backwards = new Memory();
        for (int chunk = 3; chunk >= 0; chunk--) {
            backwards.write(
                    chunk, new StudyRunner(setup, backwards, 1, (d, o, r) -> {}).chunk(chunk));
        }
        assertSame(backwards, one);
        var shards = new Memory();
        for (int shard : new int[] {2, 0, 1}) {
            Setup fresh = Memory.setup(Made.scenario(), 2, null);
            new StudyRunner(fresh, shards, 1, (d, o, r) -> {}).run(chunk -> chunk % 3 == shard);
        }
        assertSame(shards, one);
        assertThat(Memory.list(Summary.of(setup, shards, 4)))
                .isEqualTo(Memory.list(Summary.of(setup, one, 4)));
    }

    @Test
    void aDateOfTheStudyMayBeTheLastDayOfTheEvidence() {
        Scenario s = Paths.with(Made.scenario(), "study.dates", List.of(Made.AS_OF));
        Metrics metrics = Memory.setup(s, 1, null).metricsOfStudy();
        assertThat(metrics.dates()).containsExactly(Made.AS_OF, s.end());
        assertThat(metrics.availability()).isEqualTo("availability/" + Made.AS_OF + ".." + s.end());
    }

    @Test
    void finishedChunksAreNotComputedAgain() {
        Memory memory = run(setup, 1);
        Rows first = memory.kept.get(0);
        memory.kept.remove(2);
        var reports = new ArrayList<String>();
        new StudyRunner(
                        setup,
                        memory,
                        1,
                        (done, of, reused) -> reports.add(done + "/" + of + "/" + reused))
                .run(i -> true);
        assertThat(memory.kept.get(0)).isSameAs(first);
        assertThat(reports).containsExactly("1/4/1", "2/4/2", "3/4/2", "4/4/3");
    }

    @Test
    void aHalfWidthStopsAtAWholeRound() {
        Scenario scenario = Made.scenario(); // rounds of 8 draws (4 chunks), 32 draws at most
        double[] widths = new double[4];
        var all = new Memory();
        for (int round = 1; round <= 4; round++) {
            Setup longer = Memory.setup(Paths.with(scenario, "study.draws", 8 * round), 1, null);
            new StudyRunner(longer, all, 1, (d, o, r) -> {}).run(i -> true);
            Rows summary = Summary.of(longer, all, 4 * round);
            String metric = longer.metricsOfStudy().availability();
            widths[round - 1] =
                    summary.of(EstimateRow.class).stream()
                            .filter(r -> r.metric().equals(metric))
                            .mapToDouble(r -> r.halfWidth())
                            .max()
                            .orElseThrow();
        }
        for (double target : new double[] {1e-9, widths[1], widths[2] * 1.0001, 100}) {
            int expected = 4;
            for (int round = 4; round >= 1; round--) {
                expected = widths[round - 1] <= target ? round : expected;
            }
            for (int threads = 1; threads <= 2; threads++) {
                var counted = new AtomicInteger();
                var memory = new Memory();
                int chunks =
                        new StudyRunner(
                                        Memory.setup(scenario, 1, target),
                                        memory,
                                        threads,
                                        (d, o, r) -> counted.incrementAndGet())
                                .run(i -> true);
                assertThat(chunks).as("chunks for half-width %s", target).isEqualTo(4 * expected);
                assertThat(counted.get()).isEqualTo(chunks);
                memory.kept.forEach(
                        (chunk, rows) -> assertThat(Memory.list(rows)).isEqualTo(all.list(chunk)));
            }
        }
    }
}
