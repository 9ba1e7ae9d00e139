package parapet.sustain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// Limits of CPU time of one thread on a warm machine, at the sizes that the page names. The least
/// of three is taken; measured figures are a fifth of the limits and less.
class SparesSpeedTest {
    private static double cpuSeconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            least = Math.min(least, (threads.getCurrentThreadCpuTime() - start) / 1e9);
        }
        return least;
    }

    @Test
    void curvesOfManyItems() {
        for (int i = 0; i < 20; i++) {
            SparesCurve.of(RandomPortfolio.of(2, 1_000, 5, 0)); // warm
        }
        int[][] sizes = {{1_000, 5}, {10_000, 10}, {100_000, 20}};
        double[] limits = {0.15, 1, 15};
        for (int k = 0; k < sizes.length; k++) {
            var portfolio = RandomPortfolio.of(1, sizes[k][0], sizes[k][1], 0);
            assertThat(cpuSeconds(() -> SparesCurve.of(portfolio)))
                    .as("CPU seconds for %d items on %d bases", sizes[k][0], sizes[k][1])
                    .isLessThan(limits[k]);
        }
    }

    @Test
    void oneChangeIsSeenAtOnce() {
        var portfolio = RandomPortfolio.of(1, 10_000, 10, 0);
        var curve = SparesCurve.of(portfolio);
        var changed = portfolio.with(3, 2 * portfolio.price(3), 1.5);
        var plan = curve.plan(curve.at(curve.points() / 2));
        for (int i = 0; i < 20; i++) {
            curve.with(changed, 3);
            curve.backorders(plan);
        }
        assertThat(cpuSeconds(() -> curve.with(changed, 3))).as("item changed").isLessThan(0.05);
        assertThat(cpuSeconds(() -> curve.backorders(plan))).as("plan valued").isLessThan(0.05);
    }
}
