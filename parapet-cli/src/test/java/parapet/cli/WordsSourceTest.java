package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No word of one programme stands in main code: what a unit is called is declared by its scenario.
class WordsSourceTest {
    private static final Pattern SQUADRON = Pattern.compile("(?i)squadron");

    /// Keys of reference cases, which are data of published models.
    private static final Pattern KEY_OF_A_CASE =
            Pattern.compile(
                    "\"(squadrons|squadronAvailability|readySquadronDistribution"
                            + "|killsPerReadySquadron|meanReadySquadrons)\"");

    @Test
    void noSquadronStandsInMainCode() throws IOException {
        var naming = new ArrayList<String>();
        int read = 0;
        for (Path file : sources()) {
            read++;
            String text = Files.readString(file);
            if (file.toString().contains("parapet-verification")) {
                text = KEY_OF_A_CASE.matcher(text).replaceAll("\"\"");
            }
            if (SQUADRON.matcher(text).find()) {
                naming.add(String.valueOf(file.getFileName()));
            }
        }
        assertThat(read).as("files read").isGreaterThan(300);
        assertThat(naming).as("files that speak of squadrons").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        Path top = Path.of("..").toAbsolutePath().normalize();
        var all = new ArrayList<Path>();
        try (Stream<Path> modules = Files.list(top)) {
            for (Path module : modules.sorted().toList()) {
                for (String kind : List.of("java", "jte")) {
                    Path main = module.resolve("src/main").resolve(kind);
                    if (Files.isDirectory(main)) {
                        try (Stream<Path> files = Files.walk(main)) {
                            files.filter(Files::isRegularFile).forEach(all::add);
                        }
                    }
                }
            }
        }
        return all;
    }
}
