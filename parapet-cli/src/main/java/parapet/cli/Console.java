package parapet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.io.results.Render;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;

/// All that is shown: results to the standard output, everything else to the standard error.
/// Colours only on a terminal and without `NO_COLOR`. May be used from several threads.
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean outTerminal;
    private final boolean errTerminal;
    private final Map<String, String> environment;
    private final LongSupplier nanos;
    private final Format format;
    private final boolean quiet;
    private final @Nullable Document document;

    private Console(
            PrintStream out,
            PrintStream err,
            boolean outTerminal,
            boolean errTerminal,
            Map<String, String> environment,
            LongSupplier nanos,
            Format format,
            boolean quiet,
            @Nullable Document document) {
        this.out = out;
        this.err = err;
        this.outTerminal = outTerminal;
        this.errTerminal = errTerminal;
        this.environment = environment;
        this.nanos = nanos;
        this.format = format;
        this.quiet = quiet;
        this.document = document;
    }

    /// The console of this process. The launcher says which of the two streams is a terminal.
    static Console ofProcess() {
        String terminals = System.getProperty("parapet.tty", "");
        return new Console(
                stream(new FileOutputStream(FileDescriptor.out)),
                stream(new FileOutputStream(FileDescriptor.err)),
                terminals.contains("out"),
                terminals.contains("err"),
                System.getenv(),
                System::nanoTime,
                Format.TEXT,
                false,
                null);
    }

    /// A console that writes elsewhere, for tests.
    static Console of(
            OutputStream out,
            OutputStream err,
            boolean terminal,
            Map<String, String> environment,
            LongSupplier nanos) {
        return new Console(
                stream(out),
                stream(err),
                terminal,
                terminal,
                environment,
                nanos,
                Format.TEXT,
                false,
                null);
    }

    private static PrintStream stream(OutputStream stream) {
        return new PrintStream(
                new java.io.BufferedOutputStream(stream, 1 << 14), false, StandardCharsets.UTF_8);
    }

    /// The same console with other options.
    Console with(Format format, boolean quiet) {
        return new Console(
                out, err, outTerminal, errTerminal, environment, nanos, format, quiet, document);
    }

    /// The same console, which keeps all that is shown for one JSON document.
    Console collecting() {
        return new Console(
                out,
                err,
                outTerminal,
                errTerminal,
                environment,
                nanos,
                Format.JSON,
                quiet,
                new Document());
    }

    /// Shows the document that was kept, if there is one.
    void finish(String command, int code) {
        Document kept = document;
        if (kept != null) {
            synchronized (this) {
                out.print(kept.text(command, code));
                out.flush();
            }
        }
    }

    /// A part of the result as data, for JSON alone.
    void result(String key, @Nullable Object value) {
        if (document != null) {
            document.result(key, value);
        }
    }

    /// Parts of the result as data, for JSON alone.
    void results(Map<String, ?> parts) {
        parts.forEach(this::result);
    }

    /// How results are to be shown.
    Format format() {
        return format;
    }

    /// Whether nothing but results and errors is to be shown.
    boolean quiet() {
        return quiet;
    }

    /// Whether the environment asks for stack traces.
    boolean stackTraces() {
        return "1".equals(environment.get("PARAPET_STACKTRACE"));
    }

    /// Whether results may be coloured.
    boolean colours() {
        String no = environment.get("NO_COLOR");
        return outTerminal && (no == null || no.isEmpty());
    }

    /// A result, as it is.
    synchronized void print(String text) {
        if (document != null) {
            text.lines().forEach(document::line);
            return;
        }
        out.print(text);
        out.flush();
    }

    /// A line of the result.
    synchronized void line(String text) {
        if (document != null) {
            document.line(text);
            return;
        }
        out.println(text);
        out.flush();
    }

    /// A table in the format asked for.
    void table(QueryResult table) {
        if (document != null) {
            document.result("rows", table);
            return;
        }
        print(
                switch (format) {
                    case TEXT -> Render.text(table);
                    case JSON -> Render.json(table);
                    case CSV -> Render.csv(table);
                });
    }

    /// A remark for the person at the terminal, not a result; nothing when quiet.
    synchronized void note(String text) {
        if (document != null) {
            if (!quiet) {
                document.note(text);
            }
        } else if (!quiet) {
            err.println(text);
            err.flush();
        }
    }

    /// What went wrong, also when quiet.
    ///
    /// @param problem one line
    /// @param cure what to do, one line or more; may be empty
    synchronized void error(String problem, String cure) {
        if (document != null) {
            document.error(problem, cure);
            return;
        }
        err.println(red("error: ") + problem);
        cure.lines().forEach(line -> err.println("  " + line));
        err.flush();
    }

    /// Problems with input: errors also when quiet, warnings not.
    ///
    /// @param all whether each warning is shown, not one of each kind
    synchronized void problems(List<Diagnostic> problems, boolean all) {
        List<Diagnostic> shown = problems.stream().filter(d -> d.isError() || !quiet).toList();
        if (document != null) {
            shown.forEach(document::problem);
        } else if (!shown.isEmpty()) {
            err.print(Diagnostics.render(all ? shown : Diagnostics.folded(shown)));
            err.flush();
        }
    }

    /// The trace of a failure.
    synchronized void trace(Throwable failure) {
        failure.printStackTrace(err);
        err.flush();
    }

    private String red(String text) {
        String no = environment.get("NO_COLOR");
        return errTerminal && (no == null || no.isEmpty())
                ? "\u001b[1;31m" + text + "\u001b[0m"
                : text;
    }

    /// Where a library writes results, such as help texts.
    PrintWriter outWriter() {
        if (document != null) {
            return new PrintWriter(new Lines(document));
        }
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /// Keeps the lines that a library writes.
    private static final class Lines extends Writer {
        private final Document document;
        private final StringBuilder line = new StringBuilder();

        Lines(Document document) {
            this.document = document;
        }

        @Override
        public void write(char[] text, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (text[i] == '\n') {
                    document.line(line.toString());
                    line.setLength(0);
                } else {
                    line.append(text[i]);
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            document.line(line.toString());
            line.setLength(0);
        }
    }

    /// Where a library writes remarks and errors.
    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /// Says something when the process is interrupted (Ctrl-C) before the answer is closed.
    Interruption onInterrupt(String message) {
        return new Interruption(() -> {
            synchronized (this) {
                err.println();
                err.println(message);
                err.flush();
            }
        });
    }

    /// The watch for an interruption.
    static final class Interruption implements AutoCloseable {
        private final Thread hook;

        private Interruption(Runnable what) {
            hook = new Thread(what, "interrupted");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending; the message is being shown.
            }
        }
    }

    /// Shows how far long work is: a line that renews itself on a terminal, a line for every tenth
    /// on a terminal that cannot do so and in continuous integration, nothing when piped or quiet.
    ///
    /// @param what the work, such as `readiness and money`
    /// @param total number of pieces
    /// @param done number of pieces that were there before, which cost no time
    Progress progress(String what, long total, long done) {
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean ci = "true".equals(environment.get("CI"));
        Progress.Style style =
                quiet
                        ? Progress.Style.NONE
                        : errTerminal && !dumb
                                ? Progress.Style.LIVE
                                : errTerminal || ci ? Progress.Style.TENTHS : Progress.Style.NONE;
        return new Progress(this, style, what, total, done, nanos);
    }

    private synchronized void live(String text) {
        err.print(text);
        err.flush();
    }

    /// How far a piece of long work is. May be used from several threads.
    static final class Progress implements AutoCloseable {
        private enum Style {
            LIVE,
            TENTHS,
            NONE
        }

        private static final int BAR = 20;
        private static final long RENEW_NANOS = 100_000_000;

        private final Console console;
        private final Style style;
        private final String what;
        private final long total;
        private final long before;
        private final LongSupplier nanos;
        private final long start;
        private long done;
        private long shownAt;
        private long shownTenth;
        private int width;

        private Progress(
                Console console,
                Style style,
                String what,
                long total,
                long done,
                LongSupplier nanos) {
            this.console = console;
            this.style = style;
            this.what = what;
            this.total = total;
            this.before = done;
            this.done = done;
            this.nanos = nanos;
            this.start = nanos.getAsLong();
            this.shownAt = start - RENEW_NANOS;
            this.shownTenth = total == 0 ? 0 : 10 * done / total;
            show();
        }

        /// One more piece is done.
        synchronized void step() {
            at(done + 1);
        }

        /// So many pieces are done, those from before included.
        synchronized void at(long pieces) {
            done = Math.min(pieces, total);
            show();
        }

        private void show() {
            switch (style) {
                case NONE -> {}
                case LIVE -> {
                    long now = nanos.getAsLong();
                    if (now - shownAt >= RENEW_NANOS || done == total) {
                        shownAt = now;
                        String line = line();
                        String pad = " ".repeat(Math.max(0, width - line.length()));
                        width = line.length();
                        console.live("\r" + line + pad);
                    }
                }
                case TENTHS -> {
                    long tenth = total == 0 ? 10 : 10 * done / total;
                    if (tenth > shownTenth) {
                        shownTenth = tenth;
                        console.live("%s: %s%n".formatted(what, share()));
                    }
                }
            }
        }

        private String line() {
            int full = total == 0 ? BAR : (int) (BAR * done / total);
            return "%s [%s%s] %s"
                    .formatted(what, "#".repeat(full), " ".repeat(BAR - full), share());
        }

        private String share() {
            long percent = total == 0 ? 100 : 100 * done / total;
            String left = "";
            if (done > before && done < total) {
                double perPiece = (double) (nanos.getAsLong() - start) / (done - before);
                left = ", " + words(Duration.ofNanos((long) (perPiece * (total - done)))) + " left";
            }
            return "%d %%%s".formatted(percent, left);
        }

        /// A duration for people.
        static String words(Duration time) {
            long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
            if (seconds < 90) {
                return seconds + " s";
            }
            if (seconds < 5400) {
                return Math.round(seconds / 60.0) + " min";
            }
            return String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
        }

        /// Ends the line.
        @Override
        public synchronized void close() {
            if (style == Style.LIVE) {
                console.live("\r" + " ".repeat(width) + "\r");
            }
        }
    }
}
