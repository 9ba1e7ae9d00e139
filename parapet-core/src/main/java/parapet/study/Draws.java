package parapet.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/// Work that is done for each draw by itself, on some threads. What comes of it does not depend on
/// their number.
public final class Draws {
    private Draws() {}

    /// Does it for draws 0 .. draws - 1. Where one fails its failure is thrown, and those that were
    /// not begun are left out.
    ///
    /// @param threads 1 or more
    /// @param work a pure function of the draw
    /// @param progress told the number of draws done
    /// @return what came of each, in order
    public static <T> List<T> each(
            int draws, int threads, IntFunction<T> work, IntConsumer progress) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var futures = new ArrayList<Future<T>>();
            for (int d = 0; d < draws; d++) {
                int draw = d;
                futures.add(pool.submit(() -> work.apply(draw)));
            }
            try {
                var outcomes = new ArrayList<T>();
                for (Future<T> future : futures) {
                    outcomes.add(future.get());
                    progress.accept(outcomes.size());
                }
                return outcomes;
            } finally {
                futures.forEach(f -> f.cancel(false));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
