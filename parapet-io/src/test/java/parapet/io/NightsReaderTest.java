package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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

    /// The open record's nights hold as many targets as its months, class by class and year by
    /// year.
    @Test
    void nightsAndMonthsOfTheOpenRecordAgree() {
        Path records = ExamplesTest.ROOT.resolve("parapet-io/src/test/resources/records");
        NightsReader.Read nights = NightsReader.read(records.resolve("ukraine-nights.csv"));
        RecordReader.Read months = RecordReader.read(records.resolve("ukraine-monthly.csv"));
        assertThat(nights.diagnostics()).isEmpty();
        for (String one : List.of("kh-101", "iskander-m-kn-23", "one-way-drone")) {
            int byNight =
                    Objects.requireNonNull(nights.nights()).stream()
                            .filter(g -> g.targetClass().equals(one))
                            .mapToInt(NightGroup::launched)
                            .sum();
            int byMonth =
                    Objects.requireNonNull(months.record()).rows().stream()
                            .filter(r -> r.targetClass().equals(one))
                            .mapToInt(r -> r.launched())
                            .sum();
            assertThat(byNight).as(one).isEqualTo(byMonth);
        }
    }
}
