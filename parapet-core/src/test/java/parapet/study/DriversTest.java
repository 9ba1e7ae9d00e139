package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parapet.study.Memory.number;
import static parapet.study.Memory.text;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parapet.scenario.Made;

class DriversTest {
    private static final ResultTable T = ResultTable.DRIVERS;

    private final Setup setup = Memory.setup(Made.scenario(), 1, null);
    private final String metric = setup.metricsOfStudy().availability();

    /// Rankings of y = 3 a + b + e, with a, b uniform on 0..1, e normal of the variance of b, and
    /// inputs c0.. that have no effect; or of e alone.
    private Rows ranked(int draws, long seed, double factor, int idle) {
        var random = new Random(seed);
        var outcomes = new Outcomes(setup);
        var rows = new Rows();
        for (long draw = 0; draw < draws; draw++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double y = factor * (3 * a + b) + random.nextGaussian() * Math.sqrt(1 / 12.0);
            rows.add(ResultTable.INPUTS, draw, "a", a, "");
            rows.add(ResultTable.INPUTS, draw, "b", b, "");
            rows.add(ResultTable.INPUTS, draw, "constant", 4.0, "");
            for (int c = 0; c < idle; c++) {
                rows.add(ResultTable.INPUTS, draw, "c" + c, random.nextDouble(), "");
            }
            for (String key : setup.metrics().keySet()) {
                for (String plan : new String[] {"baseline", "depot"}) {
                    rows.add(
                            ResultTable.OUTCOMES,
                            plan,
                            draw,
                            0L,
                            key,
                            key.equals(metric) ? y : 1.0);
                }
            }
        }
        outcomes.add(rows);
        var found = new Rows();
        new Drivers(setup, outcomes).post(found);
        return found;
    }

    private static @Nullable Object[] row(Rows rows, String quantity) {
        return rows.of(T).stream()
                .filter(r -> text(T, r, "quantity").equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    /// Shares 9/11 and 1/11; five classes see 24/25 of the effect of an input that acts linearly.
    /// With n = 2000 the standard errors are about 0.008 and 0.012; an estimate that forgot the
    /// correction or the classes' loss of 1/25 (0.033) would be seen for a.
    @Test
    void aLinearModelGivesItsShares() {
        Rows rows = ranked(2000, 1, 1, 3);
        @Nullable Object[] a = row(rows, "a");
        @Nullable Object[] b = row(rows, "b");
        assertThat(number(T, a, "rank")).isEqualTo(1);
        assertThat(number(T, b, "rank")).isEqualTo(2);
        assertThat(number(T, a, "share")).as("a").isCloseTo(0.96 * 9 / 11, within(0.03));
        assertThat(number(T, b, "share")).as("b").isCloseTo(0.96 / 11, within(0.04));
        assertThat(number(T, a, "correlation")).isCloseTo(Math.sqrt(9 / 11.0), within(0.03));
        assertThat(number(T, a, "high") - number(T, a, "low"))
                .as("3 times the distance of the middles of the outer fifths")
                .isCloseTo(3 * 0.8, within(0.15));
        for (String idle : new String[] {"c0", "c1", "c2"}) {
            assertThat(number(T, row(rows, idle), "share"))
                    .as(idle)
                    .isLessThan(number(T, row(rows, idle), "noise"));
        }
        assertThat(rows.of(T)).noneMatch(r -> text(T, r, "quantity").equals("constant"));
        assertThat(rows.of(T))
                .as("answers without spread have no drivers")
                .allMatch(r -> text(T, r, "metric").equals(metric));
    }

    /// 400 rankings of 7 inputs without effect: in at most 5 of 100 any lies above `noise`. 20 are
    /// expected, 1 sd = 4.4; a right rule fails for 1 seed in 100 000, one of 10 of 100 is caught
    /// with probability 0.5, one level for every input alone (30 of 100) always.
    @Test
    void inputsWithoutEffectStayBelowTheNoise() {
        int above = 0;
        for (long seed = 0; seed < 400; seed++) {
            Rows rows = ranked(40, 1000 + seed, 0, 5);
            if (rows.of(T).stream()
                    .filter(r -> text(T, r, "plan").equals("baseline"))
                    .anyMatch(r -> number(T, r, "share") > number(T, r, "noise"))) {
                above++;
            }
        }
        assertThat(above).as("rankings with a false driver, of 400").isBetween(3, 39);
    }

    @Test
    void fewDrawsGiveNoRanking() {
        assertThat(ranked(19, 1, 1, 0).of(T)).isEmpty();
        assertThat(ranked(20, 1, 1, 0).of(T)).isNotEmpty();
    }
}
