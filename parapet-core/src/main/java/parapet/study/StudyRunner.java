package parapet.study;

import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import parapet.quantity.Dimension;
import parapet.quantity.Show;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Skies;
import parapet.study.rows.InputRow;
import parapet.tables.Rows;

/// Runs a study chunk by chunk. A chunk is a few draws of all plans; it is a pure function of the
/// setup and its number, so that threads, shards and resumed runs give the same rows.
public final class StudyRunner {
    /// Draws in a chunk: small enough that a chunk holds a few seconds of work.
    public static final int DRAWS_PER_CHUNK = 2;

    /// Listens to the progress of a run.
    public interface Progress {
        /// Called after each chunk.
        ///
        /// @param done chunks finished, those found included
        /// @param of chunks wanted so far
        /// @param reused chunks that were found finished
        void chunk(int done, int of, int reused);
    }

    private final Setup setup;
    private final Chunks chunks;
    private final int threads;
    private final Progress progress;

    /// A runner.
    ///
    /// @param setup what to compute
    /// @param chunks where chunks are kept
    /// @param threads how many threads, 1 or more
    /// @param progress who listens
    public StudyRunner(Setup setup, Chunks chunks, int threads, Progress progress) {
        this.setup = setup;
        this.chunks = chunks;
        this.threads = threads;
        this.progress = progress;
    }

    /// Computes the chunks that this process is to compute and that are not there yet.
    ///
    /// @param mine which chunks are computed here; all for an unsharded run
    /// @return number of chunks that make the study
    public int run(IntPredicate mine) {
        Setup.Options options = setup.options();
        int round = chunksFor(options.draws());
        int most =
                options.halfWidth() == null
                        ? round
                        : Math.max(round, chunksFor(options.mostDraws()));
        int wanted = round;
        var reused = new AtomicInteger();
        var done = new AtomicInteger();
        compute(0, wanted, mine, done, reused, wanted);
        while (wanted < most && !preciseEnough(wanted)) {
            int next = Math.min(most, wanted + round);
            compute(wanted, next, mine, done, reused, next);
            wanted = next;
        }
        return wanted;
    }

    /// Number of chunks that hold `draws` draws.
    public static int chunksFor(int draws) {
        return (draws + DRAWS_PER_CHUNK - 1) / DRAWS_PER_CHUNK;
    }

    private void compute(
            int from, int to, IntPredicate mine, AtomicInteger done, AtomicInteger reused, int of) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var futures = new ArrayList<Future<?>>();
            for (int i = from; i < to; i++) {
                int chunk = i;
                if (!mine.test(chunk)) {
                    continue;
                }
                futures.add(
                        pool.submit(() -> {
                            if (chunks.has(chunk)) {
                                reused.incrementAndGet();
                            } else {
                                chunks.write(chunk, chunk(chunk));
                            }
                            progress.chunk(done.incrementAndGet(), of, reused.get());
                        }));
            }
            try {
                for (Future<?> future : futures) {
                    future.get();
                }
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(
                        "The run was interrupted; finished chunks are kept.", e);
            } catch (ExecutionException e) {
                pool.shutdownNow();
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /// Whether every plan's availability is known as precisely as asked, from the first `wanted`
    /// chunks in order.
    private boolean preciseEnough(int wanted) {
        Double target = setup.options().halfWidth();
        if (target == null) {
            return true;
        }
        var outcomes = new Outcomes(setup);
        var melding = new Melding(setup);
        for (int i = 0; i < wanted; i++) {
            Rows rows = chunks.read(i);
            if (rows == null) {
                return false;
            }
            outcomes.add(rows);
            melding.add(rows);
        }
        outcomes.weigh(melding.weights(outcomes.draws()));
        for (PlannedScenario plan : setup.plans()) {
            double[] values = outcomes.values(plan.id(), setup.metricsOfStudy().availability());
            if (outcomes.weights().estimate(values).halfWidth(0.95) > target) {
                return false;
            }
        }
        return true;
    }

    /// The rows of one chunk.
    public Rows chunk(int chunk) {
        var rows = new Rows();
        int from = chunk * DRAWS_PER_CHUNK;
        int to = from + DRAWS_PER_CHUNK;
        for (int draw = from; draw < to; draw++) {
            var inputs = new TreeMap<String, Double>();
            var battles = new Battles(setup, draw, rows);
            var skies = new Skies();
            for (PlannedScenario plan : setup.plans()) {
                Case c = setup.realiser().realise(plan, draw, skies);
                inputs.putAll(c.inputs());
                for (int replication = 0;
                        replication < setup.options().replications();
                        replication++) {
                    replicate(c, replication, battles, rows);
                }
            }
            battles.close();
            postInputs(rows, draw, inputs);
        }
        return rows;
    }

    private void replicate(Case c, int replication, Battles battles, Rows rows) {
        var streams = new Streams(setup.options().seed(), c.draw(), replication);
        History history = History.of(c, streams, setup.options().audit());
        Figures.post(setup, c, replication, history.readiness(), rows);
        new Tally(
                        c,
                        replication,
                        setup.grid(),
                        setup.metricsOfStudy(),
                        history.deliveries(),
                        history.readiness(),
                        history.ledger(),
                        battles.post(c, replication, history.readiness()))
                .post(rows);
    }

    private void postInputs(Rows rows, int draw, SortedMap<String, Double> inputs) {
        inputs.forEach((key, value) -> {
            var quantity = setup.quantities().byKey().get(key);
            if (quantity == null) {
                return;
            }
            var weighing = setup.realiser().weigh(quantity);
            String currency = weighing.currency() == null ? "" : weighing.currency();
            String unit = Show.unit(weighing.law().mean(), quantity.dimension(), currency);
            double shown = quantity.dimension() == Dimension.DATE ? value : Show.in(value, unit);
            rows.add(
                    new InputRow(
                            draw, key, shown, unit, setup.quantityNames().getOrDefault(key, key)));
        });
    }
}
