package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs in `examples`, started from their sources as their first lines say.
class ExampleProgramsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();

    @TempDir Path folder;

    private String said(String name, String... words) throws IOException, InterruptedException {
        Path out = folder.resolve(name + ".out");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(ROOT.resolve("examples/" + name + ".java").toString());
        command.addAll(List.of(words));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    /// The example and the command come to one digest.
    @Test
    void aStudy() throws IOException, InterruptedException {
        Path scenario = ROOT.resolve("scenarios/first");
        String text = said("OneStudy", scenario.toString());
        assertThat(text).contains("with a depot +", "Deliveries drawn: 200", "Digest: ");
        var shown = new Shown();
        shown.good(
                "run",
                scenario,
                "--plan",
                "baseline",
                "--plan",
                "depot",
                "--out",
                folder.resolve("out"));
        String digest = shown.good("digest", folder.resolve("out/first")).substring(0, 64);
        assertThat(text).contains(digest);
    }

    @Test
    void twoEchelonsExactly() throws IOException, InterruptedException {
        assertThat(said("TwoEchelons")).contains("EXACT", "METRIC", "VARI_METRIC").hasLineCount(10);
    }

    @Test
    void theSkyOfOneRadar() throws IOException, InterruptedException {
        assertThat(said("OneRadar")).contains("to the north", "10000 m above the ground");
    }
}
