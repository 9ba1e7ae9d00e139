package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every relative link of every page leads to a file, and every anchor to a heading; every page can
/// be reached from the README.
class LinksTest {
    private static final Path ROOT =
            Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private static List<Path> pages() throws IOException {
        var pages = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(ROOT)) {
            files.filter(LinksTest::isPage).forEach(pages::add);
        }
        for (String folder : List.of("docs", "scenarios")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(LinksTest::isPage).forEach(pages::add);
            }
        }
        return pages.stream().sorted().toList();
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(withoutCode(Files.readString(page)))
                .results()
                .map(m -> m.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    private static String withoutCode(String text) {
        return text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
    }

    private static Set<String> anchors(Path page) throws IOException {
        var anchors = new HashSet<String>();
        for (String line : Files.readString(page).split("\n")) {
            if (line.matches("#+ .*")) {
                anchors.add(
                        line.replaceFirst("#+ ", "")
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                                .replace(' ', '-'));
            }
        }
        return anchors;
    }

    private static Path target(Path page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var broken = new TreeSet<String>();
        for (Path page : pages()) {
            for (String link : links(page)) {
                Path target = target(page, link);
                boolean there = Files.exists(target);
                int anchor = link.indexOf('#');
                if (there && anchor >= 0 && isPage(target)) {
                    there = anchors(target).contains(link.substring(anchor + 1));
                }
                if (!there) {
                    broken.add(ROOT.relativize(page) + ": " + link);
                }
            }
        }
        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    @Test
    void everyPageOfTheDocsIsReachedFromTheReadme() throws IOException {
        var reached = new TreeSet<Path>();
        var next = new ArrayList<Path>(List.of(ROOT.resolve("README.md")));
        while (!next.isEmpty()) {
            Path page = next.removeLast();
            if (reached.add(page) && isPage(page)) {
                for (String link : links(page)) {
                    next.add(target(page, link));
                }
            }
        }
        assertThat(pages()).as("pages reached").isSubsetOf(reached);
    }
}
