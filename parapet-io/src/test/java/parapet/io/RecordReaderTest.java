package parapet.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;
import parapet.record.ClassMonth;
import parapet.record.MonthlyRecord;

class RecordReaderTest {
    private static final String HEAD = "class,month,nights,launched,shot_down,lost_otherwise\n";

    private static MonthlyRecord good(String text) {
        RecordReader.Read read = RecordReader.read("r.csv", text);
        assertThat(read.diagnostics()).isEmpty();
        return requireNonNull(read.record());
    }

    @Test
    void stoppedIsShotDownOrLostAtMostLaunched() {
        MonthlyRecord record = good(HEAD + "a,2024-02,3,\"1,500\",900,700\nb,2024-01,2,5,2,1\n\n");
        assertThat(record.rows())
                .containsExactly(
                        new ClassMonth("b", YearMonth.of(2024, 1), 2, 5, 3),
                        new ClassMonth("a", YearMonth.of(2024, 2), 3, 1500, 1500));
        assertThat(record.kinds()).isEmpty();
    }

    @Test
    void columnsInAnyOrderAndSomeLeftOut() {
        MonthlyRecord record =
                good("sep=;\nmonth;launched;shot_down;kind;class;\n2024-01;5;2;cruise;a;\n");
        assertThat(record.rows())
                .containsExactly(new ClassMonth("a", YearMonth.of(2024, 1), 0, 5, 2));
        assertThat(record.kinds()).containsEntry("a", "cruise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a,2024-1,1,5,2,0 | r.csv:2:3: error: this is not a month | a year and a month such as 2024-01
                    a,Jan-24,1,5,2,0 | r.csv:2:3: error: this is not a month | found "Jan-24"
                    a,2024-13,1,5,2,0 | r.csv:2:3: error: this is not a month | found "2024-13"
                    a,2024-01,1,-5,2,0 | r.csv:2:13: error: launched is not a count | a whole number from 0
                    a,2024-01,1,5.5,2,0 | r.csv:2:13: error: launched is not a count | found "5.5"
                    a,2024-01,1,1e9,2,0 | r.csv:2:13: error: launched is not a count | to 1,000,000
                    a,2024-01,1,5,"1,5",0 | r.csv:2:15: error: shot_down is not a count | write 1.5
                    a,2024-01,1,5,,0 | r.csv:2:1: error: the row has no shot_down | a whole number
                    a,2024-01,32,5,2,0 | r.csv:2:11: error: 2024-01 has 31 nights | found 32
                    ,2024-01,1,5,2,0 | r.csv:2:1: error: the row has no class | class
                    all,2024-01,1,5,2,0 | r.csv:2:1: error: no class may be called "all" | together
                    a,2024-01,1,5,2 | r.csv:2:15: error: the row has 5 cells, the table 6 columns | quotes
                    """)
    void whatIsWrongIsToldWithPlaceAndCure(String row, String head, String more) {
        RecordReader.Read read = RecordReader.read("r.csv", HEAD + row + "\n");
        assertThat(read.record()).isNull();
        assertThat(Diagnostics.render(read.diagnostics())).startsWith(head).contains(more);
    }

    @Test
    void aMonthTwiceIsToldWithTheFirst() {
        RecordReader.Read read =
                RecordReader.read("r.csv", HEAD + "a,2024-01,1,5,2,0\na,2024-01,1,6,2,0\n");
        assertThat(Diagnostics.render(read.diagnostics()))
                .startsWith("r.csv:3:3: error: \"a\" has the month 2024-01 twice")
                .contains("first given on line 2");
    }

    @Test
    void columnsThatAreMissingOrUnknown() {
        RecordReader.Read read =
                RecordReader.read("r.csv", "class,month,launched,shotdown\na,2024-01,5,2\n");
        assertThat(Diagnostics.render(read.diagnostics()))
                .contains("the column \"shot_down\" is missing")
                .contains("unknown column \"shotdown\"; did you mean \"shot_down\"?");
    }

    @Test
    void moreShotDownThanLaunchedIsAWarning() {
        RecordReader.Read read = RecordReader.read("r.csv", HEAD + "a,2024-01,1,5,7,0\n");
        assertThat(requireNonNull(read.record()).rows().getFirst().stopped()).isEqualTo(5);
        List<Diagnostic> warnings = read.diagnostics();
        assertThat(warnings).hasSize(1);
        assertThat(Diagnostics.render(warnings)).contains("r.csv:2:15: warning:", "7 of 5");
    }

    @Test
    void anEmptyRecordAndTwoKinds() {
        assertThat(RecordReader.read("r.csv", HEAD).record()).isNull();
        String kinds =
                """
                class,month,launched,shot_down,kind
                a,2024-01,5,2,x
                a,2024-02,5,2,y
                """;
        assertThat(Diagnostics.render(RecordReader.read("r.csv", kinds).diagnostics()))
                .contains("r.csv:3:15: error: \"a\" is of two kinds");
    }
}
