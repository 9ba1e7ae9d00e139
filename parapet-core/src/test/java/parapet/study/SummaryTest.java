package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import parapet.quantity.Measures;
import parapet.scenario.Made;
import parapet.scenario.Money;
import parapet.scenario.Paths;
import parapet.scenario.Scenario;
import parapet.scenario.Study;
import parapet.study.rows.BudgetRow;
import parapet.study.rows.DifferenceRow;
import parapet.study.rows.EstimateRow;
import parapet.study.rows.LifeCycleRow;
import parapet.study.rows.MoneyRow;
import parapet.study.rows.NameRow;
import parapet.study.rows.OutcomeRow;
import parapet.tables.Rows;

class SummaryTest {
    private static final int DRAWS = 30;

    private final Scenario scenario =
            Paths.with(
                    Made.scenario(),
                    "study.comparisons",
                    Map.of(
                            "slip",
                            new Study.Comparison(
                                    "What does a year cost?",
                                    Study.Topic.SLIP,
                                    "depot",
                                    "baseline",
                                    Made.days("slip-by", Measures.DAYS_PER_YEAR))));
    private final Setup setup = Memory.setup(scenario, 1, null);
    private final Memory memory = new Memory();
    private final Map<String, double[]> made = new java.util.TreeMap<>();

    /// Chunks with made-up outcomes, and money by plan, draw and year.
    private void fill(double[][][] money) {
        var random = new Random(17);
        for (int draw = 0; draw < DRAWS; draw++) {
            Rows rows = memory.kept.computeIfAbsent(draw / 2, k -> new Rows());
            for (int p = 0; p < 2; p++) {
                String plan = setup.plans().get(p).id();
                for (String metric : setup.metrics().keySet()) {
                    double value = 10 + random.nextGaussian() + 2 * p;
                    made.computeIfAbsent(plan + "/" + metric, k -> new double[DRAWS])[draw] = value;
                    rows.add(new OutcomeRow(plan, draw, 0, metric, value));
                }
                for (int y = 0; y < money[p][draw].length; y++) {
                    double amount = money[p][draw][y];
                    rows.add(
                            new MoneyRow(
                                    plan, draw, 0, 2026 + y, "Repairs", "USD", "USD", amount,
                                    amount));
                }
            }
        }
    }

    private double[] of(String plan, String metric) {
        return made.getOrDefault(plan + "/" + metric, new double[0]);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /// Half-width of the 95 % interval by the textbook.
    private static double halfWidth(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        double t = TDistribution.of(values.length - 1.0).inverseSurvivalProbability(0.025);
        return t * Math.sqrt(sum / (values.length - 1) / values.length);
    }

    private static double[] minus(double[] a, double[] b) {
        var d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return d;
    }

    private static double[][][] flat(double first, double second) {
        var money = new double[2][DRAWS][2];
        for (int draw = 0; draw < DRAWS; draw++) {
            money[0][draw] = new double[] {first, first};
            money[1][draw] = new double[] {second, second};
        }
        return money;
    }

    private List<DifferenceRow> differences(String comparison) {
        return Summary.of(setup, memory, DRAWS / 2).of(DifferenceRow.class).stream()
                .filter(r -> r.comparison().equals(comparison))
                .toList();
    }

    private static DifferenceRow row(List<DifferenceRow> rows, String metric) {
        return rows.stream().filter(r -> r.metric().equals(metric)).findFirst().orElseThrow();
    }

    @Test
    void pairedDifferencesEqualTheDirectComputation() {
        fill(flat(5, 6));
        List<DifferenceRow> rows = differences("slip");
        for (String metric : setup.metrics().keySet()) {
            double[] d = minus(of("depot", metric), of("baseline", metric));
            DifferenceRow r = row(rows, metric);
            assertThat(r.n()).isEqualTo(DRAWS);
            assertThat(r.mean()).as(metric).isCloseTo(mean(d), within(1e-9));
            assertThat(r.halfWidth()).isCloseTo(halfWidth(d), within(1e-6));
            assertThat(r.perMonth()).isCloseTo(mean(d) / 12, within(1e-9));
            assertThat(r.perMonthHalfWidth()).isCloseTo(halfWidth(d) / 12, within(1e-6));
            long up = java.util.Arrays.stream(d).filter(x -> x > 0).count();
            boolean higher = setup.metrics().get(metric).higherIsBetter();
            assertThat(r.shareBetter())
                    .isCloseTo((higher ? up : DRAWS - up) / (double) DRAWS, within(1e-9));
            assertThat(r.topic()).isEqualTo("slip");
        }
        DifferenceRow reference = row(differences("reference"), "cost-usd");
        assertThat(reference.against()).isEqualTo("baseline");
        assertThat(reference.perMonth()).isNull();
    }

    @Test
    void breakEvenIsTheYearInWhichTheDearerPlanHasPaidForItself() {
        var money = flat(0, 0);
        var years = new ArrayList<Double>();
        for (int draw = 0; draw < DRAWS; draw++) {
            money[0][draw] = new double[] {100, 100, 100, 100, 100, 100};
            // 150 more at once, 50 less each later year: even in the fourth year, if it saves at
            // all
            money[1][draw] =
                    draw % 3 == 0
                            ? new double[] {250, 100, 100, 100, 100, 100}
                            : new double[] {250, 50, 50, 50, 50, 50};
            if (draw % 3 != 0) {
                years.add(2030.0); // fiscal year 2029 ends in March 2030
            }
        }
        fill(money);
        DifferenceRow r = row(differences("slip"), Metrics.BREAK_EVEN);
        assertThat(r.n()).isEqualTo(years.size());
        assertThat(r.mean()).isEqualTo(2030);
        assertThat(r.shareBetter()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void booksFromJanuaryCloseInTheirOwnYear() {
        var money = flat(0, 0);
        for (int draw = 0; draw < DRAWS; draw++) {
            money[0][draw] = new double[] {100, 100, 100, 100};
            money[1][draw] = new double[] {200, 50, 50, 50};
        }
        fill(money);
        Setup january =
                Memory.setup(Paths.with(scenario, "money.fiscalYear", Month.JANUARY), 1, null);
        List<DifferenceRow> rows =
                Summary.of(january, memory, DRAWS / 2).of(DifferenceRow.class).stream()
                        .filter(r -> r.comparison().equals("slip"))
                        .toList();
        // even by the end of the third year, 2028, which ends in December 2028
        assertThat(row(rows, Metrics.BREAK_EVEN).mean()).isEqualTo(2028);
    }

    @Test
    void partsAndSitesHaveTheirNames() {
        fill(flat(1, 1));
        Scenario named =
                Paths.with(
                        Paths.with(scenario, "catalogue.parts.radar.name", "Engagement radar"),
                        "support.sites.depot.name",
                        "Depot, north");
        assertThat(Summary.of(Memory.setup(named, 1, null), memory, DRAWS / 2).of(NameRow.class))
                .extracting(r -> r.kind() + " " + r.key() + ": " + r.name())
                .contains("part radar: Engagement radar", "site depot: Depot, north")
                .doesNotHaveDuplicates();
    }

    @Test
    void aPlanThatNeverPaysHasNoBreakEven() {
        fill(flat(100, 200));
        DifferenceRow r = row(differences("slip"), Metrics.BREAK_EVEN);
        assertThat(r.n()).isZero();
        assertThat(r.mean()).isNull();
        assertThat(r.shareBetter()).isZero();
    }

    @Test
    void thePriceOfReadinessIsExtraMoneyForExtraYears() {
        fill(flat(5, 6));
        String ready = "ready-unit-years/" + Made.END;
        double[] money = minus(of("depot", "cost-usd"), of("baseline", "cost-usd"));
        double[] years = minus(of("depot", ready), of("baseline", ready));
        DifferenceRow r = row(differences("slip"), Metrics.priceOfReadiness("USD"));
        assertThat(r.mean()).isCloseTo(mean(money) / mean(years), within(1e-9));
        // The interval by resampling: 95 % of the ratios of resampled draws lie within about it.
        var random = new Random(3);
        var ratios = new double[4000];
        for (int k = 0; k < ratios.length; k++) {
            double a = 0;
            double b = 0;
            for (int i = 0; i < DRAWS; i++) {
                int draw = random.nextInt(DRAWS);
                a += money[draw];
                b += years[draw];
            }
            ratios[k] = a / b;
        }
        java.util.Arrays.sort(ratios);
        double half = (ratios[3900] - ratios[100]) / 2;
        assertThat(r.halfWidth()).isCloseTo(half, within(0.25 * half));
    }

    @Test
    void estimatesEqualTheDirectComputation() {
        fill(flat(5, 6));
        for (EstimateRow r : Summary.of(setup, memory, DRAWS / 2).of(EstimateRow.class)) {
            if (r.metric().endsWith("-per-ready-unit-year")) {
                String code = r.metric().substring(0, 3);
                double[] cost = of(r.plan(), "cost-" + code);
                double[] ready = of(r.plan(), readyMetric());
                assertThat(r.mean()).isCloseTo(mean(cost) / mean(ready), within(1e-9));
                continue;
            }
            double[] values = of(r.plan(), r.metric()).clone();
            assertThat(r.mean()).isCloseTo(mean(values), within(1e-9));
            assertThat(r.halfWidth()).isCloseTo(halfWidth(values), within(1e-6));
            java.util.Arrays.sort(values);
            assertThat(r.p50()).isCloseTo((values[14] + values[15]) / 2, within(1e-9));
        }
    }

    private String readyMetric() {
        return "ready-unit-years/" + setup.metricsOfStudy().dates().getLast();
    }

    /// The made money of the two plans, in two years, is repeated by the table as means over the
    /// draws; a budget of 5 million dollars for 2027-28 is exceeded in the draws in which it is.
    @Test
    void lifeCycleCostIsTheMeanMoneyByYearAndCause() {
        double[][][] money = new double[2][DRAWS][];
        for (int draw = 0; draw < DRAWS; draw++) {
            money[0][draw] = new double[] {3e6, draw * 1e6};
            money[1][draw] = new double[] {draw * 1e6, 2e6};
        }
        Scenario granted =
                Paths.with(
                        scenario,
                        "money.budgets",
                        Map.of("2027-28", new Money.Budget(Made.usd("budget", 5e6))));
        Setup with = Memory.setup(granted, 1, null);
        fill(money);
        Rows rows = Summary.of(with, memory, DRAWS / 2);
        double average = (DRAWS - 1) / 2.0;
        assertThat(rows.of(LifeCycleRow.class))
                .filteredOn(r -> r.currency().equals("USD"))
                .extracting(r -> r.amount())
                .containsExactly(3.0, average, average, 2.0);
        assertThat(rows.of(LifeCycleRow.class))
                .filteredOn(r -> r.currency().equals("USD"))
                .extracting(r -> r.name())
                .startsWith("2026-27", "2027-28");
        assertThat(rows.of(BudgetRow.class))
                .extracting(r -> r.shareOver())
                .containsExactly((DRAWS - 6) / (double) DRAWS, 0.0);
        assertThat(rows.of(BudgetRow.class)).extracting(r -> r.budget()).containsOnly(5.0);
    }
}
