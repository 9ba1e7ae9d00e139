package parapet.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parapet.stats.BetaBinomial;
import parapet.stats.Binomial;

class ScoreboardTest {
    private static final YearMonth START = YearMonth.of(2024, 1);

    private static ClassMonth row(String name, int month, int launched, int stopped) {
        return new ClassMonth(name, START.plusMonths(month), 0, launched, stopped);
    }

    private static List<Forecaster> baselines() {
        return List.of(new Baseline.Last(), new Baseline.Pooled(), new Baseline.Forgetting());
    }

    /// By hand: after 3 of 4 and, two months later, 0 of 1, eight are launched a month on.
    @Test
    void baselinesFollowTheirFormulas() {
        for (Forecaster one : baselines()) {
            one.learn(List.of(row("a", 0, 4, 3)));
            one.learn(List.of(row("a", 2, 1, 0)));
            Forecast made = one.forecast("a", START.plusMonths(3), 8);
            double[] law =
                    switch (one.name()) {
                        case "last" -> new Binomial(8, 0.5 / 2).law().toArray(9);
                        case "pooled" -> new Binomial(8, 3.5 / 6).law().toArray(9);
                        default ->
                                new BetaBinomial(
                                                8,
                                                0.5 + 3 * Math.pow(0.85, 3),
                                                0.5 + Math.pow(0.85, 3) + 0.85)
                                        .probabilities();
                    };
            double sum = 0;
            for (int k = 0; k <= 8; k++) {
                sum += law[k];
                assertThat(made.cdf(k)).as(one.name()).isCloseTo(sum, within(1e-12));
            }
        }
    }

    /// A class counts from its second month with launches on; months without launches do not.
    @Test
    void aClassMonthCountsIfTheClassHasAnEarlierOne() {
        var record =
                new MonthlyRecord(
                        List.of(
                                row("b", 3, 5, 5),
                                row("b", 1, 0, 0),
                                row("b", 2, 5, 4),
                                row("a", 0, 3, 1),
                                row("a", 3, 2, 2),
                                row("a", 4, 2, 2)),
                        Map.of());
        Scoreboard all = Scoreboard.judge(record, null, baselines());
        assertThat(all.classMonths()).isEqualTo(3);
        assertThat(all.judged())
                .extracting(j -> j.row().targetClass() + j.row().month().getMonthValue())
                .containsExactly("a4", "a4", "a4", "a5", "a5", "a5", "b4", "b4", "b4");
        assertThat(Scoreboard.judge(record, START.plusMonths(4), baselines()).classMonths())
                .isEqualTo(1);
        assertThat(all.means().getLast().targetClass()).isEqualTo("all");
        assertThat(all.classesWithEnough()).isEmpty();
        assertThat(all.ratio("last", "pooled").geometric()).isNaN();
    }

    /// A forecaster that notes when it is asked and told.
    private static final class Noting implements Forecaster {
        final List<String> notes = new ArrayList<>();

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public Forecast forecast(String targetClass, YearMonth month, int launched) {
            notes.add("asked " + targetClass + " " + month);
            return Forecast.of(new Binomial(launched, 0.5).law().toArray(launched + 1));
        }

        @Override
        public void learn(List<ClassMonth> month) {
            notes.add("told " + month.getFirst().month());
        }
    }

    /// Every class of a month is asked for before anything of that month is told.
    @Test
    void aForecasterIsAskedBeforeItIsTold() {
        var noting = new Noting();
        var rows =
                List.of(row("b", 1, 4, 2), row("a", 0, 3, 1), row("a", 1, 2, 2), row("b", 0, 3, 3));
        Scoreboard.judge(new MonthlyRecord(rows, Map.of()), null, List.of(noting));
        assertThat(noting.notes)
                .containsExactly(
                        "told 2024-01", "asked a 2024-02", "asked b 2024-02", "told 2024-02");
    }

    /// What was judged from a later month on is the end of what is judged from the start.
    @Test
    void aLaterStartChangesNoForecast() {
        var rows = new ArrayList<ClassMonth>();
        for (int m = 0; m < 14; m++) {
            rows.add(row("a", m, 10 + m, 6 + m % 4));
        }
        var record = new MonthlyRecord(rows, Map.of());
        var models = List.of(new Baseline.Last(), new Statistical(Kinds.known()));
        var again = List.of(new Baseline.Last(), new Statistical(Kinds.known()));
        Scoreboard all = Scoreboard.judge(record, null, models);
        Scoreboard late = Scoreboard.judge(record, START.plusMonths(5), again);
        assertThat(all.judged()).endsWith(late.judged().toArray(Scoreboard.Judged[]::new));
        assertThat(all.ratio("statistical", "last").classes()).isEqualTo(1);
        assertThat(all.ratio("last", "last").geometric()).isEqualTo(1);
        assertThat(all.ratio("last", "last").perLaunched()).isEqualTo(1);
    }

    @Test
    void aMonthIsToldOnce() {
        assertThatThrownBy(() ->
                        new MonthlyRecord(List.of(row("a", 0, 3, 1), row("a", 0, 3, 1)), Map.of()))
                .hasMessageContaining("twice");
    }
}
