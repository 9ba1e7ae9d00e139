package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import parapet.scenario.Made;
import parapet.study.rows.DriverRow;
import parapet.study.rows.InputRow;
import parapet.study.rows.OutcomeRow;
import parapet.tables.Rows;

class DriversTest {
    private final Setup setup = Memory.setup(Made.scenario(), 1, null);
    private final String metric = setup.metricsOfStudy().availability();

    /// Rankings of y = 3 a + b + e, with a, b uniform on 0..1, e normal of the variance of b, and
    /// inputs c0.. that have no effect; or of e alone.
    private Rows ranked(int draws, long seed, double factor, int idle) {
        var random = new Random(seed);
        var outcomes = new Outcomes(setup);
        var rows = new Rows();
        for (int draw = 0; draw < draws; draw++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double y = factor * (3 * a + b) + random.nextGaussian() * Math.sqrt(1 / 12.0);
            rows.add(new InputRow(draw, "a", a, ""));
            rows.add(new InputRow(draw, "b", b, ""));
            rows.add(new InputRow(draw, "constant", 4.0, ""));
            for (int c = 0; c < idle; c++) {
                rows.add(new InputRow(draw, "c" + c, random.nextDouble(), ""));
            }
            for (String key : setup.metrics().keySet()) {
                for (String plan : new String[] {"baseline", "depot"}) {
                    rows.add(new OutcomeRow(plan, draw, 0, key, key.equals(metric) ? y : 1.0));
                }
            }
        }
        outcomes.add(rows);
        var found = new Rows();
        new Drivers(setup, outcomes).post(found);
        return found;
    }

    private static DriverRow row(Rows rows, String quantity) {
        return rows.of(DriverRow.class).stream()
                .filter(r -> r.quantity().equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    /// Shares 9/11 and 1/11; five classes see 24/25 of the effect of an input that acts linearly.
    /// With n = 2000 the standard errors are about 0.008 and 0.012; an estimate that forgot the
    /// correction or the classes' loss of 1/25 (0.033) would be seen for a.
    @Test
    void aLinearModelGivesItsShares() {
        Rows rows = ranked(2000, 1, 1, 3);
        DriverRow a = row(rows, "a");
        DriverRow b = row(rows, "b");
        assertThat(a.rank()).isEqualTo(1);
        assertThat(b.rank()).isEqualTo(2);
        assertThat(a.share()).as("a").isCloseTo(0.96 * 9 / 11, within(0.03));
        assertThat(b.share()).as("b").isCloseTo(0.96 / 11, within(0.04));
        assertThat(a.correlation()).isCloseTo(Math.sqrt(9 / 11.0), within(0.03));
        assertThat(a.high() - a.low())
                .as("3 times the distance of the middles of the outer fifths")
                .isCloseTo(3 * 0.8, within(0.15));
        for (String idle : new String[] {"c0", "c1", "c2"}) {
            assertThat(row(rows, idle).share()).as(idle).isLessThan(row(rows, idle).noise());
        }
        assertThat(rows.of(DriverRow.class)).noneMatch(r -> r.quantity().equals("constant"));
        assertThat(rows.of(DriverRow.class))
                .as("answers without spread have no drivers")
                .allMatch(r -> r.metric().equals(metric));
    }

    /// 400 rankings of 7 inputs without effect: in at most 5 of 100 any lies above `noise`. 20 are
    /// expected, 1 sd = 4.4; a right rule fails for 1 seed in 100 000, one of 10 of 100 is caught
    /// with probability 0.5, one level for every input alone (30 of 100) always.
    @Test
    void inputsWithoutEffectStayBelowTheNoise() {
        int above = 0;
        for (long seed = 0; seed < 400; seed++) {
            Rows rows = ranked(40, 1000 + seed, 0, 5);
            if (rows.of(DriverRow.class).stream()
                    .filter(r -> r.plan().equals("baseline"))
                    .anyMatch(r -> r.share() > r.noise())) {
                above++;
            }
        }
        assertThat(above).as("rankings with a false driver, of 400").isBetween(3, 39);
    }

    @Test
    void fewDrawsGiveNoRanking() {
        assertThat(ranked(19, 1, 1, 0).of(DriverRow.class)).isEmpty();
        assertThat(ranked(20, 1, 1, 0).of(DriverRow.class)).isNotEmpty();
    }
}
