package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers in options are read as in files: the rows of `numbers.txt` once more.
class NumberOptionsTest {
    private final Shown shown = new Shown();

    /// One row: the characters, the number read or `-`, and the cure or `?`.
    record Row(String written, String number, String cure) {
        @Override
        public String toString() {
            return written;
        }
    }

    static Stream<Row> rows() throws IOException {
        String text =
                Files.readString(
                        Path.of(
                                System.getProperty("parapet.root", ".."),
                                "parapet-io/src/test/resources/numbers.txt"));
        List<String> lines =
                Pattern.compile("\\\\u([0-9A-F]{4})")
                        .matcher(text)
                        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)))
                        .lines()
                        .filter(l -> !l.startsWith("#"))
                        .toList();
        assertThat(lines).hasSizeGreaterThan(100);
        return lines.stream().map(l -> l.split(" \\| ", -1)).map(c -> new Row(c[0], c[1], c[2]));
    }

    private int run(ActionsRecorder recorder, String... args) {
        return Parapet.run(shown.console, recorder, args);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anOptionIsReadAsAFileIs(Row row) {
        var recorder = new ActionsRecorder();
        int code = run(recorder, "run", "x", "--half-width=" + row.written);
        boolean one = !row.number.equals("-") && !row.number.contains("..");
        assertThat(code).as(shown.err()).isEqualTo(one ? 0 : 2);
        if (one) {
            double number = Double.parseDouble(row.number);
            assertThat(((Options.Run) recorder.calls.getFirst()).halfWidth())
                    .isCloseTo(number, within(1e-9 * Math.abs(number)));
        } else {
            assertThat(shown.err()).contains("--half-width: expected a number");
        }
        if (!row.cure.equals("?") && !one && !row.number.contains("..")) {
            assertThat(shown.err()).contains("; write " + row.cure);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anAmountOfMoneyToo(Row row) {
        var recorder = new ActionsRecorder();
        int code =
                run(
                        recorder,
                        "sustain",
                        "x",
                        "--optimise",
                        "spares",
                        "--budget=" + row.written + " USD");
        boolean one =
                !row.number.equals("-")
                        && !row.number.contains("..")
                        && !row.number.startsWith("-");
        assertThat(code).as(shown.err()).isEqualTo(one ? 0 : 2);
        if (!row.cure.equals("?") && row.number.equals("-")) {
            assertThat(shown.err()).contains("; write " + row.cure + " USD");
        }
    }
}
