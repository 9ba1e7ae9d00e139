package parapet.study;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import parapet.scenario.Made;
import parapet.scenario.Paths;
import parapet.scenario.Study;
import parapet.stats.Weights;
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
        return ranked(draws, seed, factor, idle, false);
    }

    /// @param weighed whether draws weigh as much as their a, so that a has the density 2a
    private Rows ranked(int draws, long seed, double factor, int idle, boolean weighed) {
        var random = new Random(seed);
        var outcomes = new Outcomes(setup);
        var rows = new Rows();
        for (int draw = 0; draw < draws; draw++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double y = factor * (3 * a + b) + random.nextGaussian() * Math.sqrt(1 / 12.0);
            rows.add(new InputRow(draw, "a", a, "", "a"));
            rows.add(new InputRow(draw, "b", b, "", "b"));
            rows.add(new InputRow(draw, "constant", 4.0, "", "constant"));
            for (int c = 0; c < idle; c++) {
                rows.add(new InputRow(draw, "c" + c, random.nextDouble(), "", "c" + c));
            }
            for (String key : setup.metrics().keySet()) {
                for (String plan : new String[] {"baseline", "depot"}) {
                    rows.add(new OutcomeRow(plan, draw, 0, key, key.equals(metric) ? y : 1.0));
                }
            }
        }
        outcomes.add(rows);
        if (weighed) {
            outcomes.weigh(Weights.of(outcomes.inputs().getOrDefault("a", new double[draws])));
        }
        var found = new Rows();
        new Drivers(setup, outcomes, new StationInputs(setup, Map.of())).post(found);
        return found;
    }

    /// Under the density 2a the variance of 3a is 9/18, that of b and e 1/12 each: shares 3/4 and
    /// 1/8 where draws alike have 9/11 and 1/11. Effective draws (1/2)²/(1/3) = 3/4 of all.
    @Test
    void sharesAreThoseOfTheWeighedDraws() {
        Rows rows = ranked(8000, 3, 1, 1, true);
        assertThat(row(rows, "a").share()).isCloseTo(0.75, within(0.02));
        assertThat(row(rows, "b").share()).isCloseTo(0.125, within(0.02));
        assertThat(row(rows, "a").noise())
                .isCloseTo(row(ranked(6000, 3, 1, 1), "a").noise(), within(2e-4));
    }

    /// An input without an effect exceeds the noise in 5 of 100 rankings with weighed draws too: at
    /// most 29 of 300, which a right level passes but for 1 in 4,000.
    @Test
    void noiseIsThatOfTheEffectiveDraws() {
        int exceeded = 0;
        for (long seed = 1; seed <= 300; seed++) {
            Rows rows = ranked(80, seed, 0, 5, true);
            exceeded +=
                    rows.of(DriverRow.class).stream().anyMatch(r -> r.share() > r.noise()) ? 1 : 0;
        }
        assertThat(exceeded).isBetween(2, 29);
    }

    private static DriverRow row(Rows rows, String quantity) {
        return rows.of(DriverRow.class).stream()
                .filter(r -> r.quantity().equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    /// Shares 9/11 and 1/11. With n = 2000 the standard errors are about 0.007 and 0.012; means of
    /// fifths alone would miss 1/25 of an effect that goes straight (0.033) and be seen for a.
    @Test
    void aLinearModelGivesItsShares() {
        Rows rows = ranked(2000, 1, 1, 3);
        DriverRow a = row(rows, "a");
        DriverRow b = row(rows, "b");
        assertThat(a.rank()).isEqualTo(1);
        assertThat(b.rank()).isEqualTo(2);
        assertThat(a.share()).as("a").isCloseTo(9.0 / 11, within(0.025));
        assertThat(b.share()).as("b").isCloseTo(1.0 / 11, within(0.04));
        assertThat(a.correlation()).isCloseTo(Math.sqrt(9 / 11.0), within(0.03));
        assertThat(requireNonNull(a.high()) - requireNonNull(a.low()))
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

    /// y = x, nothing else: the share is 1 exactly, whatever the law of x. Means of fifths alone
    /// would give 0.96 for an even law, 0.90 for a normal one, 0.42 for a lognormal one of 1.2 and
    /// 0.8 for a coin.
    @Test
    void anAnswerThatIsItsInputIsExplainedWholly() {
        var random = new Random(7);
        List<Supplier<Double>> laws =
                List.of(
                        random::nextDouble,
                        random::nextGaussian,
                        () -> Math.exp(1.2 * random.nextGaussian()),
                        () -> random.nextBoolean() ? 3.0 : 1.0,
                        () -> Math.max(random.nextDouble(), random.nextDouble()));
        for (Supplier<Double> law : laws) {
            var x = new double[100];
            Arrays.setAll(x, i -> law.get());
            DriverRow row = row(ranked(x, x), "x");
            assertThat(row.share()).isCloseTo(1.0, within(1e-9));
        }
    }

    /// y = x² with x even on -1..1 has no slope at all. The means of fifths are the integrals of
    /// x²; their share of the variance of 4/45 is 0.8064 in closed form: what bends within a fifth
    /// is missed, as said. n = 4000: standard error below 0.006.
    @Test
    void aBentAnswerIsSeenByTheMeansOfFifths() {
        var random = new Random(11);
        var x = new double[4000];
        Arrays.setAll(x, i -> 2 * random.nextDouble() - 1);
        double[] y = Arrays.stream(x).map(v -> v * v).toArray();
        double share = 0;
        for (int k = 0; k < 5; k++) {
            double a = -1 + 0.4 * k;
            double b = a + 0.4;
            double mean = (b * b * b - a * a * a) / 3 / 0.4;
            share += (mean - 1 / 3.0) * (mean - 1 / 3.0) / 5 / (4 / 45.0);
        }
        assertThat(row(ranked(x, y), "x").share()).isCloseTo(share, within(0.02));
    }

    private Rows ranked(double[] x, double[] y) {
        var outcomes = new Outcomes(setup);
        var rows = new Rows();
        for (int draw = 0; draw < x.length; draw++) {
            rows.add(new InputRow(draw, "x", x[draw], "", "x"));
            for (String key : setup.metrics().keySet()) {
                for (String plan : new String[] {"baseline", "depot"}) {
                    rows.add(
                            new OutcomeRow(plan, draw, 0, key, key.equals(metric) ? y[draw] : 1.0));
                }
            }
        }
        outcomes.add(rows);
        var found = new Rows();
        new Drivers(setup, outcomes, new StationInputs(setup, Map.of())).post(found);
        return found;
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

    /// Twenty draws, an input x of 0..19, a coin c of 0 and 1 by halves, and y = x; depot 3 y. All
    /// by hand: the means of fifths are 1.5, 5.5, 9.5, 13.5 and 17.5, which leaves 640 of 665
    /// between fifths; the coin adds 2 · 2 / 1 within the third. Ranks of the coin are 4.5 and
    /// 14.5: correlation 500 / √(500 · 665). Two inputs: F(0.975; 5, 14) = 3.663 of the tables.
    @Test
    void twentyDrawsByHand() {
        Setup compared =
                Memory.setup(
                        Paths.with(
                                Made.scenario(),
                                "study.comparisons",
                                Map.of(
                                        "more",
                                        new Study.Comparison(
                                                "What is more?",
                                                Study.Topic.OTHER,
                                                "depot",
                                                "baseline",
                                                Made.days("none", 0)))),
                        1,
                        null);
        var outcomes = new Outcomes(compared);
        var rows = new Rows();
        for (int draw = 0; draw < 20; draw++) {
            rows.add(new InputRow(draw, "x", (double) draw, "", "x"));
            rows.add(new InputRow(draw, "c", draw < 10 ? 0.0 : 1.0, "", "c"));
            rows.add(new InputRow(draw, "mtbf", 1.0, "", "mtbf"));
            for (String key : compared.metrics().keySet()) {
                boolean asked = key.equals(metric);
                rows.add(new OutcomeRow("baseline", draw, 0, key, asked ? draw : 1.0));
                rows.add(new OutcomeRow("depot", draw, 0, key, asked ? 3.0 * draw : 1.0));
            }
        }
        outcomes.add(rows);
        var found = new Rows();
        new Drivers(compared, outcomes, new StationInputs(compared, Map.of())).post(found);
        List<DriverRow> all = found.of(DriverRow.class);
        assertThat(all)
                .extracting(DriverRow::plan)
                .containsExactly(
                        "baseline", "baseline", "depot minus baseline", "depot minus baseline");
        assertThat(all).extracting(DriverRow::quantity).containsExactly("x", "c", "x", "c");
        assertThat(all).extracting(DriverRow::rank).containsExactly(1, 2, 1, 2);
        DriverRow x = all.getFirst();
        assertThat(x.share()).isCloseTo(1, within(1e-12));
        assertThat(x.correlation()).isCloseTo(1, within(1e-12));
        assertThat(x.low()).isCloseTo(1.5, within(1e-12));
        assertThat(x.high()).isCloseTo(17.5, within(1e-12));
        DriverRow c = all.get(1);
        double chance = 5 / 19.0;
        assertThat(c.share()).isCloseTo((644 / 665.0 - chance) / (1 - chance), within(1e-12));
        assertThat(c.correlation()).isCloseTo(500 / Math.sqrt(500 * 665), within(1e-12));
        double critical = 5 * 3.663 / (5 * 3.663 + 14);
        assertThat(c.noise()).isCloseTo((critical - chance) / (1 - chance), within(2e-4));
        assertThat(all.get(2).low()).as("3 y less y").isCloseTo(3, within(1e-12));
        assertThat(all.get(2).high()).isCloseTo(35, within(1e-12));
    }
}
