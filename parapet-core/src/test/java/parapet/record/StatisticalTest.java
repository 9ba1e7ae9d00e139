package parapet.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticalTest {
    private static final YearMonth START = YearMonth.of(2024, 1);

    private static Statistical told(Kinds kinds, ClassMonth... months) {
        var model = new Statistical(kinds);
        for (ClassMonth month : months) {
            model.learn(List.of(month));
        }
        return model;
    }

    private static ClassMonth row(String name, int month, int launched, int stopped) {
        return new ClassMonth(name, START.plusMonths(month), 1, launched, stopped);
    }

    private static Kinds kinds(String... pairs) {
        var kinds = new java.util.HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            kinds.put(pairs[i], pairs[i + 1]);
        }
        return new Kinds(kinds, List.of());
    }

    /// One launched and stopped, one more launched, any share alike before: 2/3 by Laplace's rule
    /// if nothing drifted; drift and scatter between months draw it towards one half.
    @Test
    void ruleOfSuccessionWithoutDriftBoundsIt() {
        Statistical model = told(kinds(), row("a", 0, 1, 1));
        double p = model.forecast("a", START.plusMonths(1), 1).mean();
        assertThat(p).isBetween(0.645, 2.0 / 3);
    }

    /// An even start is an even law of the share, cells and ends of the grid apart.
    @Test
    void anEvenStartIsAnEvenShare() {
        double[] even = ShareGrid.even();
        double below = 0;
        double mean = 0;
        for (int i = 0; i < ShareGrid.POINTS; i++) {
            below += ShareGrid.share(i) < 0.25 ? even[i] : 0;
            mean += even[i] * ShareGrid.share(i);
        }
        assertThat(below).isCloseTo(0.25, within(0.006)); // half a step of the grid there
        assertThat(mean).isCloseTo(0.5, within(1e-12));
    }

    /// A normal step adds its variance to that of the logit and keeps mass and mean.
    @Test
    void aStepAddsItsVariance() {
        var point = new double[ShareGrid.POINTS];
        point[160] = 1;
        double[] once = new ShareGrid().spread(point, 0.36);
        double[] twice = new ShareGrid().spread(once, 0.13);
        double mass = 0;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < ShareGrid.POINTS; i++) {
            double x = StrictMath.log(ShareGrid.share(i) / (1 - ShareGrid.share(i)));
            mass += twice[i];
            mean += x * twice[i];
            square += x * x * twice[i];
        }
        assertThat(mass).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(0, within(1e-12));
        assertThat(square).isCloseTo(0.49, within(1e-6));
        assertThat(new ShareGrid().spread(point, 0)).isEqualTo(point);
    }

    /// Two targets drawn at random from k equal nights of n share a night with probability (n/k -
    /// 1) / (n - 1).
    @Test
    void correlationCountsPairsOfANight() {
        var setting = new Setting(0, 0.1, 0.2);
        assertThat(setting.correlation(1, 1)).isZero();
        assertThat(setting.correlation(10, 10)).isEqualTo(0.1);
        assertThat(setting.correlation(10, 1)).isCloseTo(0.1 + 0.9 * 0.2, within(1e-15));
        assertThat(setting.correlation(10, 2)).isCloseTo(0.1 + 0.9 * 0.2 * 4 / 9, within(1e-15));
    }

    /// Long alike: the forecast is the share, and no wider than twice the binomial.
    @Test
    void aSteadyShareIsFound() {
        var months = new ClassMonth[30];
        for (int m = 0; m < months.length; m++) {
            months[m] = row("a", m, 100, 78 + m * 7 % 5); // 78 to 82
        }
        Forecast made = told(kinds(), months).forecast("a", START.plusMonths(30), 100);
        assertThat(made.mean()).isCloseTo(80, within(0.5));
        assertThat(made.cdf(71)).isLessThan(0.05);
        assertThat(made.cdf(88)).isGreaterThan(0.95);
    }

    /// Months that jump between nothing and all make a wide forecast.
    @Test
    void jumpsMakeItWide() {
        var months = new ClassMonth[16];
        for (int m = 0; m < months.length; m++) {
            months[m] = row("a", m, 10, m % 2 * 10);
        }
        Forecast made = told(kinds(), months).forecast("a", START.plusMonths(16), 10);
        assertThat(made.cdf(1)).isGreaterThan(0.12);
        assertThat(made.cdf(8)).isLessThan(0.88);
    }

    /// A share that was certain for years and then is another one is no end of the sum.
    @Test
    void aGreatSurpriseIsSurvived() {
        Statistical model = told(kinds(), months("a", 24, 5000, 4990));
        model.learn(List.of(row("a", 24, 5000, 5)));
        model.learn(List.of(row("a", 25, 100_000, 100)));
        double p = model.forecast("a", START.plusMonths(26), 1000).mean() / 1000;
        assertThat(p).isBetween(0.0003, 0.05);
    }

    /// A new class of a known kind starts near its kind, one of another kind does not.
    @Test
    void aNewClassStartsFromItsKind() {
        double[] means = new double[2];
        int i = 0;
        for (String kind : List.of("x", "y")) {
            Statistical model = told(kinds("old", "x", "new", kind), months("old", 12, 50, 2));
            model.learn(List.of(row("new", 12, 1, 0)));
            means[i++] = model.forecast("new", START.plusMonths(13), 100).mean();
        }
        assertThat(means[0]).isLessThan(20);
        assertThat(means[1]).isGreaterThan(25);
    }

    private static ClassMonth[] months(String name, int count, int launched, int stopped) {
        var months = new ClassMonth[count];
        for (int m = 0; m < count; m++) {
            months[m] = row(name, m, launched, stopped);
        }
        return months;
    }

    /// Where the way of counting changes the forecast widens, for the kind concerned alone.
    @Test
    void aChangeOfCountingWidensIt() {
        var breaks = List.of(new Kinds.Break("x", START.plusMonths(12)));
        double[] low = new double[2];
        int i = 0;
        for (String kind : List.of("x", "y")) {
            var kinds = new Kinds(Map.of("a", kind), breaks);
            Forecast made =
                    told(kinds, months("a", 12, 200, 160)).forecast("a", START.plusMonths(12), 200);
            low[i++] = made.cdf(140);
        }
        assertThat(low[0]).isGreaterThan(0.15);
        assertThat(low[1]).isLessThan(0.05);
    }

    /// Classes that are asked and told together know nothing of each other's month.
    @Test
    void aMonthIsLearntAtOnce() {
        var kinds = kinds("a", "x", "b", "x");
        var a = row("a", 1, 20, 2);
        var b = row("b", 1, 20, 18);
        double[] means = new double[2];
        int i = 0;
        for (List<ClassMonth> order : List.of(List.of(a, b), List.of(b, a))) {
            Statistical model = told(kinds, row("a", 0, 20, 3));
            model.learn(order);
            means[i++] = model.forecast("b", START.plusMonths(2), 20).mean();
        }
        assertThat(means[0]).isEqualTo(means[1]);
    }
}
