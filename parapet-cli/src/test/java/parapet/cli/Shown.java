package parapet.cli;

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
}
