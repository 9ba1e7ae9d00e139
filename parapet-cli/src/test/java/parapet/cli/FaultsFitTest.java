package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The deliberate faults of `bench/faults` change one line each of the code as it is now; whether
/// they are caught is what that script tries.
class FaultsFitTest {
    @Test
    void everyFaultFitsOneLine() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
        Process fits =
                new ProcessBuilder("sh", root.resolve("bench/faults").toString(), "--fits")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(fits.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(fits.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).isEmpty();
        assertThat(fits.exitValue()).isZero();
    }
}
