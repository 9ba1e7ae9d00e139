package parapet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The texts of main code, of all modules: Java, templates, scripts and styles.
final class MainSources {
    private static final Pattern READ = Pattern.compile(".*\\.(java|jte|js|css)");

    /// Keys of reference cases, which are data of published models.
    private static final Pattern KEY_OF_A_CASE =
            Pattern.compile(
                    "\"(squadrons|squadronAvailability|readySquadronDistribution"
                            + "|killsPerReadySquadron|meanReadySquadrons|exchangeInrPerUsd"
                            + "|amountMillionUsd|presentValueCrore)\"");

    private MainSources() {}

    /// The text of each file by its path below the top; keys of reference cases are left out.
    static SortedMap<String, String> texts() throws IOException {
        Path top = Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
        var texts = new TreeMap<String, String>();
        try (Stream<Path> modules = Files.list(top)) {
            for (Path module : modules.sorted().toList()) {
                Path main = module.resolve("src/main");
                if (Files.isDirectory(main)) {
                    read(top, main, texts);
                }
            }
        }
        return texts;
    }

    private static void read(Path top, Path main, SortedMap<String, String> texts)
            throws IOException {
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file : files.filter(f -> READ.matcher(f.toString()).matches()).toList()) {
                String name = top.relativize(file).toString().replace('\\', '/');
                String text = Files.readString(file);
                texts.put(
                        name,
                        name.startsWith("parapet-verification/")
                                ? KEY_OF_A_CASE.matcher(text).replaceAll("\"\"")
                                : text);
            }
        }
    }

    /// Where a pattern is found: path, line and what was found; but for one file.
    static List<String> naming(SortedMap<String, String> texts, Pattern pattern, String but) {
        var found = new TreeSet<String>();
        texts.forEach((name, text) -> {
            if (!name.endsWith("/" + but)) {
                int line = 0;
                for (String one : text.lines().toList()) {
                    line++;
                    var m = pattern.matcher(one);
                    while (m.find()) {
                        found.add("%s:%d: %s".formatted(name, line, m.group()));
                    }
                }
            }
        });
        return new ArrayList<>(found);
    }
}
