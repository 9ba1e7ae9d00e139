package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parapet.io.text.Diagnostics;
import parapet.record.ClassMonth;
import parapet.record.NightGroup;

class NightsReaderTest {
    private static final String HEADER =
            "class,half_year,nights,launched,shot_down,lost_otherwise,sd_of_nightly_share\n";

    private static List<NightGroup> nights(String rows) {
        NightsReader.Read read = NightsReader.read("nights.csv", HEADER + rows);
        assertThat(read.diagnostics()).isEmpty();
        return Objects.requireNonNull(read.nights());
    }

    private static List<String> problems(String text) {
        NightsReader.Read read = NightsReader.read("nights.csv", text);
        assertThat(read.nights()).isNull();
        return read.diagnostics().stream().map(d -> d.place().line() + " " + d.message()).toList();
    }

    /// Stopped is shot down or lost otherwise; the spread is told where it is that of the stopped.
    @Test
    void aRowIsNightsOfLikeSize() {
        assertThat(nights("a,2024H1,4,20,10,0,0.25\na,2024H2,4,20,10,5,0.25\na,2024H2,1,9,3,,\n"))
                .containsExactly(
                        new NightGroup("a", YearMonth.of(2024, 1), 4, 20, 10, 0.25),
                        new NightGroup("a", YearMonth.of(2024, 7), 4, 20, 15, Double.NaN),
                        new NightGroup("a", YearMonth.of(2024, 7), 1, 9, 3, Double.NaN));
    }

    @Test
    void everyProblemIsToldWhereItStands() {
        assertThat(
                        problems(
                                HEADER
                                        + "a,2024,1,2,1,0,\n,2024H1,1,2,1,0,\na,2024H1,3,2,1,0,\na,2024H1,1,2,x,0,1.5\n"))
                .containsExactly(
                        "2 this is not a half-year",
                        "3 the row has no class",
                        "4 something is launched in every night of a row",
                        "5 shot_down is not a count",
                        "5 sd_of_nightly_share is not a share");
        assertThat(problems("class,nights\na,1\n"))
                .containsExactly(
                        "1 the column \"half_year\" is missing",
                        "1 the column \"launched\" is missing",
                        "1 the column \"shot_down\" is missing");
    }

    /// Nights of all sizes add up to no more than the half-year has: 182 in the first of 2024, 184
    /// in a second one.
    @Test
    void moreNightsThanAHalfYearHasAreAWarning() {
        assertThat(nights("a,2024H1,100,100,1,0,\na,2024H1,82,82,1,0,\nb,2024H1,182,182,1,0,\n"))
                .hasSize(3);
        assertThat(nights("a,2023H2,184,184,1,0,\n")).hasSize(1);
        assertWarning(
                "a,2024H1,100,100,1,0,\na,2024H1,83,83,1,0,\na,2024H1,1,1,1,0,\n",
                "n.csv:3:10: warning: \"a\", 2024H1: more nights than the half-year has",
                "182 or fewer in all its rows; found 183");
        assertWarning("a,2023H1,182,182,1,0,\n", "n.csv:2:10: warning:", "181 or fewer");
        assertWarning("a,2023H2,185,185,1,0,\n", "n.csv:2:10: warning:", "184 or fewer");
    }

    @Test
    void moreShotDownThanLaunchedIsAWarning() {
        List<NightGroup> read =
                assertWarning(
                        "a,2024H2,2,5,7,0,\n",
                        "n.csv:2:14: warning: \"a\", 2024H2: more shot down than launched",
                        "7 of 5");
        assertThat(read.getFirst().stopped()).isEqualTo(5);
    }

    /// There is one warning, and the nights are read.
    private static List<NightGroup> assertWarning(String rows, String head, String more) {
        NightsReader.Read read = NightsReader.read("n.csv", HEADER + rows);
        assertThat(read.diagnostics()).hasSize(1);
        assertThat(Diagnostics.render(read.diagnostics())).startsWith(head).contains(more);
        return Objects.requireNonNull(read.nights());
    }

    /// The open record's nights hold as many targets as its months, class by class and half-year by
    /// half-year.
    @Test
    void nightsAndMonthsOfTheOpenRecordAgree() {
        Path records = ExamplesTest.ROOT.resolve("parapet-io/src/test/resources/records");
        NightsReader.Read nights = NightsReader.read(records.resolve("ukraine-nights.csv"));
        RecordReader.Read months = RecordReader.read(records.resolve("ukraine-monthly.csv"));
        assertThat(nights.diagnostics()).isEmpty();
        var byNight = new TreeMap<String, Integer>();
        for (NightGroup g : Objects.requireNonNull(nights.nights())) {
            byNight.merge(g.targetClass() + " " + g.from(), g.launched(), Integer::sum);
        }
        var byMonth = new TreeMap<String, Integer>();
        for (ClassMonth row : Objects.requireNonNull(months.record()).rows()) {
            YearMonth from = row.month().withMonth(row.month().getMonthValue() < 7 ? 1 : 7);
            byMonth.merge(row.targetClass() + " " + from, row.launched(), Integer::sum);
        }
        assertThat(byNight).isEqualTo(byMonth).hasSizeGreaterThan(40);
    }
}
