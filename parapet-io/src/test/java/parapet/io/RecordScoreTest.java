package parapet.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import parapet.random.Sampler;
import parapet.random.Streams;
import parapet.record.Baseline;
import parapet.record.ClassMonth;
import parapet.record.Forecaster;
import parapet.record.Kinds;
import parapet.record.MonthlyRecord;
import parapet.record.Scoreboard;
import parapet.record.Statistical;

/// Forecasts of the open record of attacks on Ukraine, and of synthetic records of known law.
class RecordScoreTest {
    private static final YearMonth FROM = YearMonth.of(2024, 1);
    private static final MonthlyRecord OPEN = open();

    private static MonthlyRecord open() {
        return requireNonNull(
                RecordReader.read(Path.of("src/test/resources/records/ukraine-monthly.csv"))
                        .record());
    }

    private static List<Forecaster> all() {
        return List.of(
                new Baseline.Last(),
                new Baseline.Pooled(),
                new Baseline.Forgetting(),
                new Statistical(Kinds.known()));
    }

    /// The scores of the baselines were computed independently.
    @Test
    void forecastsOfTheOpenRecord() {
        Scoreboard scored = Scoreboard.judge(OPEN, FROM, all());
        assertThat(scored.classMonths()).isEqualTo(137);
        assertThat(scored.classesWithEnough()).hasSize(9);
        assertThat(scored.mean("all", "last").crps()).isCloseTo(9.280, within(0.0005));
        assertThat(scored.mean("all", "pooled").crps()).isCloseTo(13.952, within(0.0005));
        assertThat(scored.mean("all", "forgetting").crps()).isCloseTo(12.247, within(0.0005));

        double[] most = {0.80, 0.97, 1};
        double[] mostGeometric = {0.78, 0.95, 0.98};
        for (int i = 0; i < 3; i++) {
            Scoreboard.Ratio ratio = scored.ratio("statistical", scored.forecasters().get(i));
            assertThat(ratio.perLaunched()).as(ratio.toString()).isLessThan(most[i]);
            assertThat(ratio.geometric()).as(ratio.toString()).isLessThan(mostGeometric[i]);
            assertThat(scored.mean("one-way-drone", "statistical").crps())
                    .isLessThan(scored.mean("one-way-drone", ratio.against()).crps());
        }
        long both =
                scored.classesWithEnough().stream()
                        .filter(c ->
                                List.of("last", "pooled").stream()
                                        .allMatch(f ->
                                                scored.mean(c, "statistical").crps()
                                                        < scored.mean(c, f).crps()))
                        .count();
        assertThat(both).isGreaterThanOrEqualTo(5);
        assertThat(scored.mean("all", "statistical").fairCoverage()).isBetween(0.84, 0.95);
    }

    /// The page of the model shows what is computed.
    @Test
    void thePageShowsTheseFigures() throws IOException {
        Scoreboard scored = Scoreboard.judge(OPEN, FROM, all());
        String page = Files.readString(Path.of("../docs/models/score.md"));
        for (String f : scored.forecasters().subList(0, 3)) {
            Scoreboard.Mean mean = scored.mean("all", f);
            Scoreboard.Ratio ratio = scored.ratio("statistical", f);
            assertThat(page)
                    .contains(
                            "| `%s` | %.3f | %.2f | %.2f | %.2f | %d of %d |"
                                    .formatted(
                                            f,
                                            mean.crps(),
                                            mean.fairCoverage(),
                                            ratio.perLaunched(),
                                            ratio.geometric(),
                                            ratio.better(),
                                            ratio.classes()));
        }
        Scoreboard.Mean mean = scored.mean("all", "statistical");
        assertThat(page)
                .contains(
                        "| `statistical` | %.3f | %.2f |"
                                .formatted(mean.crps(), mean.fairCoverage()));
    }

    /// Rows of later months, theirs and others, say nothing of an earlier one.
    @Test
    void laterMonthsChangeNoForecast() {
        YearMonth cut = YearMonth.of(2024, 8);
        var changed = new ArrayList<ClassMonth>();
        for (ClassMonth row : OPEN.rows()) {
            boolean later = !row.month().isBefore(cut);
            changed.add(
                    later
                            ? new ClassMonth(
                                    row.targetClass(),
                                    row.month(),
                                    1,
                                    3 * row.launched(),
                                    row.launched() - row.stopped())
                            : row);
        }
        changed.add(new ClassMonth("other", cut, 1, 500, 3));
        List<Scoreboard.Judged> before = judged(OPEN, cut);
        assertThat(before).hasSize(4 * 57);
        assertThat(judged(new MonthlyRecord(changed, Map.of()), cut)).isEqualTo(before);
    }

    private static List<Scoreboard.Judged> judged(MonthlyRecord record, YearMonth before) {
        return Scoreboard.judge(record, FROM, all()).judged().stream()
                .filter(j -> j.row().month().isBefore(before))
                .toList();
    }

    /// 20 records of the months, launches and nights of the open one, whose shares drift by 0.2 a
    /// month and scatter with correlations 0.05 of a month and 0.1 of a night. Of 2,740
    /// class-months the standard error of coverage is near 0.005.
    @Test
    void coverageIsFairWhereTheLawIsKnown() {
        double covered = 0;
        int months = 0;
        for (int n = 0; n < 20; n++) {
            Scoreboard scored =
                    Scoreboard.judge(
                            synthetic(n, 0.2, 0.05, 0.1),
                            FROM,
                            List.of(new Statistical(Kinds.known())));
            covered += scored.mean("all", "statistical").fairCoverage() * scored.classMonths();
            months += scored.classMonths();
        }
        assertThat(months).isEqualTo(2740);
        assertThat(covered / months).isBetween(0.87, 0.93);
    }

    private static MonthlyRecord synthetic(int n, double drift, double month, double night) {
        var rows = new ArrayList<ClassMonth>();
        var streams = new Streams(7, n, 0);
        for (String one : OPEN.rows().stream().map(ClassMonth::targetClass).distinct().toList()) {
            UniformRandomProvider random = streams.at("synthetic", one);
            double x = 1.5 * normal(random);
            for (ClassMonth row : OPEN.rows()) {
                if (row.targetClass().equals(one)) {
                    x += drift * normal(random);
                    rows.add(drawn(row, 1 / (1 + Math.exp(-x)), month, night, random));
                }
            }
        }
        return new MonthlyRecord(rows, Map.of());
    }

    private static ClassMonth drawn(
            ClassMonth row,
            double share,
            double month,
            double night,
            UniformRandomProvider random) {
        double p = beta(random, share, month);
        int stopped = 0;
        for (int k = 0; k < row.nights(); k++) {
            double q = beta(random, p, night);
            int size = row.launched() / row.nights() + (k < row.launched() % row.nights() ? 1 : 0);
            for (int i = 0; i < size; i++) {
                stopped += random.nextDouble() < q ? 1 : 0;
            }
        }
        return new ClassMonth(
                row.targetClass(), row.month(), row.nights(), row.launched(), stopped);
    }

    private static double normal(UniformRandomProvider random) {
        double r = Math.sqrt(-2 * Math.log(Streams.open(random)));
        return r * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /// A beta number of this mean and correlation, from two gamma numbers.
    private static double beta(UniformRandomProvider random, double mean, double correlation) {
        double size = 1 / correlation - 1;
        double a = Sampler.gamma(random, mean * size, 1 / Math.sqrt(mean * size));
        double b = Sampler.gamma(random, (1 - mean) * size, 1 / Math.sqrt((1 - mean) * size));
        return a + b == 0 ? mean : a / (a + b);
    }
}
