package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parapet.io.results.Query;
import parapet.view.words.Say;

/// The report in a real browser: needs Chromium and Node on the search path, else it is skipped.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    private final Path report = Path.of("target", "browser-report.html").toAbsolutePath();
    private final Path empty = Path.of("target", "browser-empty.html").toAbsolutePath();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @BeforeAll
    void open() throws IOException {
        Optional<Path> chromium = onPath("chromium").or(() -> onPath("google-chrome"));
        Optional<Path> node = onPath("node");
        assumeTrue(chromium.isPresent() && node.isPresent(), "needs chromium and node");
        try (Query tables = Fixture.full();
                Query none = Query.empty()) {
            Report.write(tables, Fixture.info(), report);
            Report.write(none, Fixture.info(), empty);
        }
        Map<String, String> env = new HashMap<>(System.getenv());
        env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        env.put("PLAYWRIGHT_NODEJS_PATH", node.get().toString());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium.get())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    @AfterAll
    void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /// A page that fails the test on any word on the console and on any request but for the file.
    private Page page(Path file, ColorScheme scheme, int width, List<String> troubles) {
        if (browser == null) {
            throw new IllegalStateException("The browser is not open.");
        }
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setColorScheme(scheme)
                                .setViewportSize(width, 900));
        Page page = context.newPage();
        page.onConsoleMessage(message -> troubles.add(message.type() + ": " + message.text()));
        page.onPageError(troubles::add);
        String url = file.toUri().toString().replace("file:/tmp", "file:///tmp");
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith("blob:")) {
                troubles.add("asks for " + request.url());
            }
        });
        page.navigate(url);
        page.waitForFunction("document.documentElement.dataset.ready === 'yes'");
        return page;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isAccessibleAndQuietInBothThemes(ColorScheme scheme) {
        for (Path file : List.of(report, empty)) {
            List<String> troubles = new ArrayList<>();
            Page page = page(file, scheme, 1280, troubles);
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
            assertThat(found)
                    .as(() ->
                            found.stream()
                                    .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
                                    .toList()
                                    .toString())
                    .isEmpty();
            assertThat(troubles).isEmpty();
            page.context().close();
        }
    }

    @Test
    void everyChartIsDrawn() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1280, troubles);
        assertThat(page.evaluate("document.querySelectorAll('.chart').length"))
                .isEqualTo(page.evaluate("document.querySelectorAll('.chart svg').length"));
        page.selectOption("#money-figure select >> nth=1", "USD");
        assertThat(page.innerText("#money-chart")).contains("million USD");
        page.selectOption("#fan select", "five-more");
        assertThat(page.textContent("#fan-table tbody tr:last-child")).contains("10");
        page.check("#fan input[value=run]");
        page.selectOption("#covered select >> nth=1", "10000");
        page.selectOption("#covered select >> nth=0", "five-more");
        assertThat(page.textContent("#covered-table tbody tr:last-child")).contains("Mar 2035");
        page.selectOption("#why-mixed-two-sides select >> nth=0", "close-in-layer");
        page.selectOption("#hours-mixed-two-sides select >> nth=1", "2028-03-31");
        page.click("#theme");
        assertThat(page.url()).endsWith("#theme=dark");
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    /// The picture of a map is decoded by the browser, and of both themes one is shown.
    @Test
    void mapsAreShownInTheThemeOfTheReader() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            List<String> troubles = new ArrayList<>();
            Page page = page(report, scheme, 1280, troubles);
            boolean light = scheme == ColorScheme.LIGHT;
            for (int height : List.of(100, 1000, 10000)) {
                for (String theme : List.of("light", "dark")) {
                    Object wide =
                            page.evaluate(
                                    "document.querySelector('#seen-%d-%s').getBoundingClientRect().width"
                                            .formatted(height, theme));
                    assertThat(((Number) wide).doubleValue() > 100)
                            .as("%s map of %d m in the %s theme", theme, height, scheme)
                            .isEqualTo(theme.equals("light") == light);
                }
            }
            Object columns =
                    page.evaluate(
                            "new Promise(done => { const i = new Image(); i.onload = () => done(i.naturalWidth); i.onerror = () => done(-1); i.src = document.querySelector('#seen-100-light').getAttribute('href'); })");
            assertThat(((Number) columns).intValue()).isBetween(20, 200);
            assertThat(troubles).isEmpty();
            page.context().close();
        }
    }

    @Test
    void neverScrollsSidewaysOnAPhone() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 390, troubles);
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    @Test
    void filtersTheEvidenceAndOpensIt() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1280, troubles);
        String all = page.textContent("[data-filter] output");
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        page.fill("[data-filter] input[type=search]", "price");
        assertThat(page.textContent("[data-filter] output")).isNotEqualTo(all);
        var download = page.waitForDownload(() -> page.click("[data-csv=plan-table]"));
        assertThat(download.suggestedFilename()).isEqualTo("plan-table.csv");
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    /// The script and the program put the same numbers into the same words.
    @Test
    void theScriptShowsNumbersAsTheProgramDoes() throws IOException {
        String script =
                new String(
                        Objects.requireNonNull(Report.class.getResourceAsStream("report.js"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
        String number =
                script.substring(
                        script.indexOf("function number(value)"),
                        script.indexOf("function tipTable"));
        List<Double> values = new ArrayList<>();
        for (double digits : new double[] {1, 1.5, 2.345, 4.2, 9.994, 9.995, 9.996, 1.2345678}) {
            for (int power = -12; power <= 16; power++) {
                values.add(digits * Math.pow(10, power));
                values.add(-digits * Math.pow(10, power));
            }
        }
        values.add(0.0);
        Page page = page(empty, ColorScheme.LIGHT, 1200, new ArrayList<>());
        assertThat(
                        page.evaluate(
                                "(values) => { " + number + " return values.map(number); }",
                                values))
                .isEqualTo(values.stream().map(Say::number).toList());
    }
}
