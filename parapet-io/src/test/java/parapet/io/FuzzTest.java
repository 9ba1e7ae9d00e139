package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;

/// Breaks the example scenarios at random. Whatever the bytes, the reader returns, every problem
/// has a place, and a scenario comes out only when there is no error.
///
/// `-Dparapet.fuzz=1000000` sets the number of cases, `-Dparapet.fuzz.first=N` the first of them; a
/// failing case is named by its number and can be run alone.
class FuzzTest {
    private static final List<String> SCENARIOS = List.of("first", "full", "first+india-s400");
    private static final List<String> ODD =
            List.of(
                    "",
                    "~",
                    "[]",
                    "{}",
                    "-",
                    ":",
                    "*a",
                    "&a",
                    "\"",
                    "'",
                    "|",
                    "<<",
                    "1e999",
                    "..",
                    "5..",
                    "NaN",
                    "\t",
                    "\u0000",
                    "\uFFFF",
                    "\u2028",
                    "\uD83D\uDE00",
                    "!!int",
                    "%",
                    "#",
                    "{assume: }",
                    "{claims: }",
                    "{later: {later: 2026, by: 1 year}, by: 1 year}",
                    "2026-02-30",
                    "9999-12-31",
                    "-5 %",
                    "places.csv",
                    "scenario.yaml",
                    "../x.csv",
                    "a.b",
                    "support.sites",
                    "support..",
                    "1,2,3",
                    "id,id",
                    "\uFEFF");

    @TempDir Path folder;

    @Test
    void nothingEscapesTheReader() throws IOException {
        long count = Long.getLong("parapet.fuzz", 2_000);
        long first = Long.getLong("parapet.fuzz.first", 0);
        var bases = new ArrayList<Map<String, byte[]>>();
        var disk = new ArrayList<Map<String, byte[]>>();
        for (String name : SCENARIOS) {
            Files.createDirectories(folder.resolve("s" + bases.size()));
            bases.add(base(name));
            disk.add(new HashMap<>());
        }
        for (long number = first; number < first + count; number++) {
            // the large tables take most of the time, so they have one case in a hundred
            int which = number % 100 == 7 ? 2 : (int) (number % 2);
            one(bases.get(which), disk.get(which), folder.resolve("s" + which), number);
        }
    }

    private static void one(
            Map<String, byte[]> base, Map<String, byte[]> disk, Path folder, long number)
            throws IOException {
        var random = new SplittableRandom(number);
        var files = new LinkedHashMap<>(base);
        int edits = 1 + random.nextInt(4);
        for (int i = 0; i < edits; i++) {
            var names = new ArrayList<>(files.keySet());
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = files.get(name);
            if (bytes != null) {
                files.put(name, mutated(bytes, random));
            }
        }
        for (var file : files.entrySet()) {
            if (!Arrays.equals(disk.put(file.getKey(), file.getValue()), file.getValue())) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
        try {
            check(ScenarioReader.read(folder));
        } catch (Throwable e) {
            throw new AssertionError("fuzz case " + number, e);
        }
    }

    private static void check(ReadResult result) {
        assertThat(result.ok()).isEqualTo(result.errors() == 0);
        for (Diagnostic d : result.diagnostics()) {
            int lines = d.place().file().lines().size();
            boolean whole = d.line() == 0 && d.column() == 0;
            if (!whole
                    && !(d.line() >= 1
                            && d.line() <= lines
                            && d.column() >= 1
                            && d.endColumn() > d.column())) {
                throw new AssertionError(
                        "position of "
                                + d.file()
                                + ":"
                                + d.line()
                                + ":"
                                + d.column()
                                + " "
                                + d.message());
            }
            if (d.message().isBlank()) {
                throw new AssertionError("message: " + d.message());
            }
        }
        Diagnostics.render(result.diagnostics());
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            byte[] copy = bytes.clone();
            for (int i = random.nextInt(3); i >= 0 && copy.length > 0; i--) {
                copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return copy;
        }
        var lines =
                new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(8)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(other, line);
            case 2 -> {
                lines.remove(at);
                lines.add(random.nextInt(lines.size() + 1), line);
            }
            case 3 -> lines.set(at, line.replaceFirst("(\\w)(\\w*):", "$2$1:"));
            case 4 -> lines.set(at, swapped(line, lines.get(other)));
            case 5 -> lines.set(at, " ".repeat(random.nextInt(4)) + line.stripLeading());
            case 6 -> {
                int cut = random.nextInt(line.length() + 1);
                lines.set(
                        at,
                        line.substring(0, cut)
                                + ODD.get(random.nextInt(ODD.size()))
                                + line.substring(cut));
            }
            default -> {
                int cut = Math.max(line.indexOf(':') + 1, line.indexOf(',') + 1);
                lines.set(at, line.substring(0, cut) + " " + ODD.get(random.nextInt(ODD.size())));
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String swapped(String line, String other) {
        int a = line.indexOf(": ");
        int b = other.indexOf(": ");
        return a < 0 || b < 0 ? other : line.substring(0, a) + other.substring(b);
    }

    private static Map<String, byte[]> base(String names) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (String name : names.split("\\+", -1)) {
            try (var list = Files.list(ExamplesTest.ROOT.resolve("scenarios").resolve(name))) {
                for (Path file : list.sorted().toList()) {
                    if (String.valueOf(file).matches(".*\\.(csv|yaml)")) {
                        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                    }
                }
            }
        }
        return files;
    }
}
