package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void aTerminalSeesALineWithShareAndTimeLeft() {
        var shown = new Shown(true, Map.of());
        try (var progress = shown.console.progress("chunks", 10, 2)) {
            shown.nanos.addAndGet(4_000_000_000L);
            progress.step();
            shown.nanos.addAndGet(4_000_000_000L);
            progress.step();
        }
        assertThat(shown.err())
                .contains("\rchunks [####                ] 20 %")
                .contains("\rchunks [########            ] 40 %, 24 s left")
                .endsWith("\r");
        assertThat(shown.out()).isEmpty();
    }

    @Test
    void continuousIntegrationSeesTenthsAndAPipeNothing() {
        var ci = new Shown(false, Map.of("CI", "true"));
        var pipe = new Shown(false, Map.of());
        var quiet = new Shown(true, Map.of());
        for (Console console :
                new Console[] {ci.console, pipe.console, quiet.console.with(Format.TEXT, true)}) {
            try (var progress = console.progress("chunks", 1000, 0)) {
                for (int i = 0; i < 1000; i++) {
                    progress.step();
                }
            }
        }
        assertThat(ci.err().lines()).hasSize(10).last().asString().isEqualTo("chunks: 100 %");
        assertThat(pipe.err()).isEmpty();
        assertThat(quiet.err()).isEmpty();
    }

    @Test
    void coloursOnlyOnATerminalAndWithoutNoColor() {
        assertThat(errorOn(new Shown(true, Map.of()))).contains("\u001b[");
        assertThat(errorOn(new Shown(true, Map.of("NO_COLOR", "1"))))
                .isEqualTo("error: x%n  y%n".formatted());
        assertThat(errorOn(new Shown(false, Map.of()))).isEqualTo("error: x%n  y%n".formatted());
    }

    private static String errorOn(Shown shown) {
        shown.console.error("x", "y");
        return shown.err();
    }

    @Test
    void durationsForPeople() {
        assertThat(Console.Progress.words(Duration.ofSeconds(0))).isEqualTo("1 s");
        assertThat(Console.Progress.words(Duration.ofSeconds(89))).isEqualTo("89 s");
        assertThat(Console.Progress.words(Duration.ofMinutes(12))).isEqualTo("12 min");
        assertThat(Console.Progress.words(Duration.ofHours(3))).isEqualTo("3.0 h");
    }

    @Test
    void theWordThatWasMeant() {
        var known = java.util.List.of("run", "runs", "compare", "--fresh", "--format");
        assertThat(Suggest.nearest("rnu", known)).contains("run");
        assertThat(Suggest.nearest("--fresch", known)).contains("--fresh");
        assertThat(Suggest.nearest("comp", known)).contains("compare");
        assertThat(Suggest.nearest("--zzz", known)).isEmpty();
        assertThat(Suggest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
