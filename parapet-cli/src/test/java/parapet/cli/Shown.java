package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// A console that keeps what it shows.
final class Shown {
    final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    final AtomicLong nanos = new AtomicLong();
    final Console console;

    Shown() {
        this(false, Map.of());
    }

    Shown(boolean terminal, Map<String, String> environment) {
        console = Console.of(outBytes, errBytes, terminal, environment, nanos::get);
    }

    String out() {
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return errBytes.toString(StandardCharsets.UTF_8);
    }

    /// Runs a command; what it shows replaces what was shown before.
    ///
    /// @return its exit code
    int parapet(Object... words) {
        outBytes.reset();
        errBytes.reset();
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        return Parapet.run(console, new LiveActions(), arguments);
    }

    /// Runs a command that must succeed.
    ///
    /// @return its output
    String good(Object... words) {
        assertThat(parapet(words)).as("%s%n%s", out(), err()).isZero();
        return out();
    }

    /// Runs a command that must be refused with some words and nothing else.
    void wrong(String said, Object... words) {
        assertThat(parapet(words)).isEqualTo(2);
        assertThat(err()).contains(said).doesNotContain("\tat ");
        assertThat(out()).isEmpty();
    }
}
