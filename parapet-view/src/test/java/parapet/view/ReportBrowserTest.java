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
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
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
import java.util.regex.Pattern;
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

    @Test
    void isAccessibleAndQuiet() {
        isAccessible(report, ColorScheme.LIGHT, 390);
        isAccessible(empty, ColorScheme.LIGHT, 1280);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isAccessibleAndQuietInBothThemesAtThreeWidths(ColorScheme scheme) {
        for (int width : List.of(1280, 800, 390)) {
            for (Path file : List.of(report, empty)) {
                isAccessible(file, scheme, width);
            }
        }
    }

    private void isAccessible(Path file, ColorScheme scheme, int width) {
        List<String> troubles = new ArrayList<>();
        Page page = page(file, scheme, width, troubles);
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        noViolation(page);
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    private static void noViolation(Page page) {
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(found)
                .as(() ->
                        found.stream()
                                .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
                                .toList()
                                .toString())
                .isEmpty();
    }

    @Test
    void everyChartIsDrawnWhenItsFoldOpens() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1280, troubles);
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        page.waitForCondition(() ->
                page.evaluate(
                                "[...document.querySelectorAll('.chart')].every(c => c.querySelector('svg'))")
                        .equals(true));
        page.selectOption("[data-all=in]", "USD");
        assertThat(page.innerText("#money-figure-chart-0")).contains("million USD");
        String month = page.textContent("#states-table tbody tr:first-child td:first-child");
        page.selectOption("[data-all=a]", "five-more");
        assertThat(page.textContent("#states-table tbody tr:last-child")).contains("10");
        assertThat(page.textContent("#states-table tbody tr:first-child td:first-child"))
                .as("what is as for the first plan is held once")
                .isEqualTo(month)
                .matches("[A-Z][a-z]{2} \\d{4}");
        page.selectOption("[data-all=at]", "2028-03-31");
        page.selectOption("[data-all=raid]", "few-fast");
        assertThat(page.textContent("#hours figcaption")).contains("Few fast");
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    /// A choice fills tables anew: links stay links, and a range of one number is one number.
    @Test
    void tablesFilledAnewReadAsBefore() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1280, troubles);
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        page.selectOption("select[data-figure=tornado]", "cost-inr");
        assertThat(page.getAttribute("#driver-table tbody tr:first-child a", "href"))
                .isEqualTo("#q-base-availability");
        page.selectOption("[data-all=a]", "settle-rouble");
        page.selectOption("[data-all=b]", "settle-rupee");
        assertThat(page.innerText("#compare-table tbody tr:first-child td:last-child"))
                .as("both stand ready alike")
                .isEqualTo("0 points\n0 points, better in 50 %");
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    /// What is chosen lives in the address beside the section: one link shows the same again.
    @Test
    void theAddressKeepsSectionPlansAndTheme() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1280, troubles);
        page.click("nav a[href='#q3']");
        page.selectOption("[data-all=a]", "five-more");
        page.click("#theme");
        assertThat(page.url()).endsWith("#q3&a=five-more&theme=dark");
        String title = page.textContent("#picture figcaption");
        assertThat(title).as("the finding follows the plan").contains("Five more squadrons");
        assertThat(page.getAttribute("#picture-chart", "aria-label"))
                .as("and so does the text alternative")
                .isEqualTo(title);
        Page again = page.context().newPage();
        again.navigate(page.url());
        again.waitForFunction("document.documentElement.dataset.ready === 'yes'");
        assertThat(again.inputValue("[data-all=a]")).isEqualTo("five-more");
        assertThat(again.textContent("#picture figcaption")).isEqualTo(title);
        assertThat(again.evaluate("document.documentElement.dataset.theme")).isEqualTo("dark");
        assertThat(again.textContent("#compare-table thead")).contains("Five more squadrons");
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    /// From each answer of the first screen to a claim or the reason of an assumption: one click
    /// opens what it rests on.
    @Test
    void aClaimIsAtMostTwoClicksAway() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1200, troubles);
        int rests =
                ((Number) page.evaluate("document.querySelectorAll('.answer .rests a').length"))
                        .intValue();
        assertThat(rests).isEqualTo(5);
        int shown = 0;
        for (int i = 0; i < rests; i++) {
            page.evaluate("scrollTo(0, 0)");
            page.locator(".answer .rests a").nth(i).click();
            String id = (String) page.evaluate("location.hash.slice(1).split('&')[0]");
            assertThat(page.isVisible("#" + id)).isTrue();
            assertThat(page.evaluate("document.getElementById('" + id + "').open")).isEqualTo(true);
            String text = page.innerText("#" + id);
            if (text.contains("no inputs are ranked")) {
                continue; // the made tables rank inputs for readiness and money alone
            }
            assertThat(text).containsAnyOf("grade ", "our assumption");
            shown++;
        }
        assertThat(shown).isPositive();
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    /// A file for programs: numbers without signs of print, named with unit, plan and digest.
    @Test
    void csvIsNumericAndNamesPlanUnitAndDigest() throws IOException {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1280, troubles);
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        page.selectOption("[data-all=a]", "five-more");
        var download = page.waitForDownload(() -> page.click("[data-csv=states-table]"));
        assertThat(download.suggestedFilename()).isEqualTo("states-table-five-more.csv");
        List<String> lines =
                Files.readAllLines(download.path(), StandardCharsets.UTF_8).stream().toList();
        assertThat(lines.getFirst())
                .contains("Fully ready [squadrons],Fully ready low [squadrons]")
                .contains(",plan,scenario,version,digest,draws");
        for (String line : lines.subList(1, lines.size())) {
            assertThat(line)
                    .contains("Five more squadrons")
                    .contains("8f3c1d0e5b7a42969d1f")
                    .doesNotContain("\u2212")
                    .doesNotContain(" to ");
        }
        assertThat(lines.getFirst().split(",", -1)).doesNotHaveDuplicates();
        var paired = page.waitForDownload(() -> page.click("[data-csv=choices-repair]"));
        assertThat(Files.readString(paired.path()))
                .doesNotContain("\u25b2")
                .doesNotContain("\u2212");
        var picture = page.waitForDownload(() -> page.click("[data-svg=states-chart]"));
        assertThat(picture.suggestedFilename()).isEqualTo("states-chart-five-more.svg");
        assertThat(Files.readString(picture.path()))
                .startsWith("<svg")
                .contains("8f3c1d0e5b7a42969d1f");
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    /// The first screen is one screen at 1200 by 800, and the page keeps within its lengths.
    @Test
    void theFirstScreenIsOneScreenAndThePageIsShort() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1200, troubles);
        assertThat(number(page, "document.querySelector('.first').getBoundingClientRect().bottom"))
                .isLessThanOrEqualTo(800);
        assertThat(number(page, "document.documentElement.scrollHeight / 900"))
                .as("screens")
                .isLessThanOrEqualTo(20);
        assertThat(number(page, VISIBLE_WORDS)).isLessThanOrEqualTo(4000);
        page.context().close();
    }

    private static final String VISIBLE_WORDS =
            """
            (() => {
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              let words = 0;
              while (walk.nextNode()) {
                const e = walk.currentNode.parentElement;
                if (/SCRIPT|STYLE|OPTION/.test(e.tagName) || !e.checkVisibility()) continue;
                let open = true;
                for (let up = e; up; up = up.parentElement) {
                  if (up.tagName === 'DETAILS' && !up.open && !(e.closest('summary') && e.closest('summary').parentElement === up)) open = false;
                }
                if (open) words += walk.currentNode.textContent.split(/\\s+/).filter(Boolean).length;
              }
              return words;
            })()
            """;

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    /// Paper has the first screen on its first page, what the answers rest on, and says what it
    /// leaves out; at most 15 pages.
    @Test
    void paperHasTheEvidenceAndSaysWhatItLeavesOut() throws IOException {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1200, troubles);
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
        long pages =
                Pattern.compile("/Type\\s*/Page[^s]")
                        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count();
        assertThat(pages).isBetween(1L, 15L);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.isVisible("#why-5-table")).isTrue();
        assertThat(page.innerText("footer")).contains("On paper all folded tables are left out");
        assertThat(page.isVisible("#evidence-table")).isFalse();
        noViolation(page);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    private static final String STOPS =
            """
            window.stops = [...document.querySelectorAll('a[href],button,select,input,summary,[tabindex="0"]')]
              .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}));
            stops.length
            """;

    private static final String SHOWN =
            """
            (() => {
              const e = document.activeElement;
              const style = getComputedStyle(e);
              const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              const box = e.getBoundingClientRect();
              const seen = box.bottom > 0 && box.top < innerHeight;
              return marked && seen ? stops.indexOf(e) : -2;
            })()
            """;

    /// With the tab key alone one comes to everything that can be used, in the order of the page;
    /// what has the focus is marked and in view; and one comes out again at the end.
    @Test
    void theTabKeyComesToEverythingInOrder() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1280, troubles);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        int stops = (int) number(page, STOPS);
        assertThat(stops).isGreaterThan(50);
        for (int i = 0; i < stops; i++) {
            page.keyboard().press("Tab");
            assertThat(number(page, SHOWN)).as("stop %d of %d", i, stops).isEqualTo(i);
        }
        page.keyboard().press("Tab");
        assertThat(
                        page.evaluate(
                                "document.activeElement === document.body || stops.indexOf(document.activeElement) === 0"))
                .isEqualTo(true);
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    /// Every figure has a heading, and its chart is read point by point with the keys.
    @Test
    void figuresAreHeadingsAndChartsAreReadByKeys() {
        List<String> troubles = new ArrayList<>();
        Page page = page(report, ColorScheme.LIGHT, 1280, troubles);
        assertThat(page.evaluate("document.querySelectorAll('figure').length"))
                .isEqualTo(
                        page.evaluate(
                                "document.querySelectorAll('figure figcaption :is(h2,h3)').length"));
        page.focus("#states-chart");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> page.textContent("#told").contains("Fully ready"));
        Object names =
                page.evaluate(
                        "(() => { const n = [...document.querySelectorAll('button')].map(b => b.textContent); return n.length - new Set(n).size; })()");
        assertThat(((Number) names).intValue()).as("buttons of one name").isZero();
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
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
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
