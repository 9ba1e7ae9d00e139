package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No currency is named in main code but in the one table of their customs.
class CurrencySourceTest {
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(USD|INR|RUB|EUR|PLN|GBP|JPY|CNY|CHF|usd|inr|rub|eur|pln)\\b"
                            + "|\\b([Cc]rores?|[Ll]akhs?|[Rr]upees?|[Rr]oubles?|[Dd]ollars?)\\b");
    private static final String TABLE = "Currencies.java";

    /// Files that still name one. No file is added here.
    private static final Set<String> STILL =
            Set.of(
                    "parapet/study/Drivers.java",
                    "parapet/study/LifeCycle.java",
                    "parapet/study/Metrics.java",
                    "parapet/study/Outcomes.java",
                    "parapet/study/Summary.java",
                    "parapet/study/Tally.java",
                    "parapet/study/rows/LifeCycleRow.java",
                    "parapet/study/rows/MoneyRow.java",
                    "parapet/view/MoneyFigure.java");

    @Test
    void noCurrencyIsNamedInMainCode() throws IOException {
        var naming = new TreeSet<String>();
        int read = 0;
        for (Path file : sources()) {
            read++;
            String text = Files.readString(file);
            String path = file.toString().replace('\\', '/');
            String name = path.substring(path.indexOf("/java/") + "/java/".length());
            if (!name.endsWith(TABLE) && NAMED.matcher(text).find() && !STILL.contains(name)) {
                naming.add(name);
            }
        }
        assertThat(read).as("files read").isGreaterThan(300);
        assertThat(naming).as("files that name a currency").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        Path top = Path.of("..").toAbsolutePath().normalize();
        var all = new ArrayList<Path>();
        try (Stream<Path> modules = Files.list(top)) {
            for (Path module : modules.sorted().toList()) {
                Path main = module.resolve("src/main/java");
                if (Files.isDirectory(main)) {
                    try (Stream<Path> files = Files.walk(main)) {
                        files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
                    }
                }
            }
        }
        return all;
    }
}
