package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.quantity.Currencies;

/// A made-up programme in zloty (figures notional), through the real command; and the same one in
/// yen and in a currency that does not exist, with all its amounts and rates times a factor.
class ReportingCurrencyTest {
    @TempDir Path folder = Path.of("");

    private static final Path ROOT =
            Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
    private static final Path ZLOTY = ROOT.resolve("bench/show/cases/reporting-in-pln");
    private static final Path RESOURCES = ROOT.resolve("parapet-cli/src/test/resources");
    private static final Pattern AMOUNT = Pattern.compile("([\\d.]+) (million|billion) PLN");

    private final Shown shown = new Shown();

    private void wrong(List<String> said, Object... words) {
        assertThat(shown.parapet(words)).as("%s%n%s", shown.out(), shown.err()).isEqualTo(2);
        assertThat(shown.out() + shown.err()).contains(said).doesNotContain("\tat ");
    }

    /// The programme without its sky, in another currency: amounts and rates times `factor`.
    private Path programme(String code, double factor, String from, String to) throws IOException {
        Path made = Files.createDirectory(folder.resolve(code + folder.toFile().list().length));
        String text = Files.readString(ZLOTY.resolve("scenario.yaml"));
        text = text.substring(0, text.indexOf("\nsky:")) + text.substring(text.indexOf("\nstudy:"));
        text =
                text.replaceAll("(?m)^ +batteries: .*\n", "")
                        .replaceAll("(?m)^ +raidDates: .*\n", "")
                        .replaceAll("place: \\w+, ", "")
                        .replaceAll("drift: \\{[^}]*}", "drift: 0 %/year")
                        .replaceAll("scatter: \\{[^}]*}", "scatter: 0 %");
        assertThat(text).contains(from);
        text = AMOUNT.matcher(text.replace(from, to)).replaceAll(m -> amount(m, factor));
        var claims = new ArrayList<String>();
        for (String line : Files.readAllLines(ZLOTY.resolve("claims.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells.length > 6 && cells[6].equals("PLN/USD")) {
                cells[3] = Double.toString(Double.parseDouble(cells[3]) * factor);
                claims.add(String.join(",", cells).replace("PLN", code));
            } else {
                claims.add(line);
            }
        }
        Files.writeString(made.resolve("scenario.yaml"), text.replace("PLN", code));
        Files.write(made.resolve("claims.csv"), claims);
        Files.copy(ZLOTY.resolve("sources.csv"), made.resolve("sources.csv"));
        return made;
    }

    private static String amount(MatchResult m, double factor) {
        double plain = Double.parseDouble(m.group(1)) * factor;
        return "%s %s PLN".formatted(Double.toString(plain), m.group(2));
    }

    private Path programme(String code, double factor) throws IOException {
        return programme(code, factor, "reporting: PLN", "reporting: PLN");
    }

    @Test
    void evidenceBeforeTheFirstRateIsRefused() throws IOException {
        Path early = programme("PLN", 1, "asOf: 2026-01-31", "asOf: 2016-01-31");
        wrong(
                List.of(
                        "no exchange rate of PLN was known on 2016-01-31",
                        "the first is known on 2018-12-31",
                        "asOf: 2016-01-31"),
                "check",
                early);
        Path good = programme("PLN", 1);
        List<String> said =
                List.of(
                        "No exchange rate of PLN was known on 2016-01-31.",
                        "The first is known on 2018-12-31: choose that day or a later one");
        wrong(said, "run", good, "--as-of", "2016-01-31");
        wrong(said, "sustain", good, "--as-of", "2016-01-31");
        wrong(said, "explain", good, "phase1-price", "--as-of", "2016-01-31");
    }

    @Test
    void aCurrencyOfAPlanOrABudgetNeedsARate() throws IOException {
        Path plan =
                programme(
                        "PLN",
                        1,
                        "changes: [{set: support.sites.grudziadz.active, to: true}]",
                        "changes: [{set: support.sites.grudziadz.investment, to: 5 million CHF}]");
        wrong(List.of("there is no rate for \"CHF\"", "use one of PLN, USD"), "check", plan);
        Path budget = programme("PLN", 1, "12 billion PLN", "12 billion CHF");
        wrong(List.of("there is no rate for \"CHF\"", "use one of PLN, USD"), "check", budget);
        Path crore = programme("PLN", 1, "12 billion PLN", "4.75 crore PLN");
        wrong(
                List.of("which PLN does not have (it has: thousand, million, billion, trillion)"),
                "check",
                crore);
        Path bare = programme("PLN", 1, "12 billion PLN", "12 billion");
        wrong(List.of("such as 300 million PLN"), "check", bare);
    }

    @Test
    void aHindcastOfADayBeforeTheRatesIsMade() throws IOException {
        Path early =
                programme("PLN", 1, "  draws: 40\n", "  draws: 40\n  hindcasts: [2018-06-30]\n");
        shown.good("check", early);
    }

    /// Dollars paid on a day, in rupees: quotes of 70 (2020-01-01) and 80 (2023-01-01), then a year
    /// of 84 with a December of 90, and a year of 87 with a December of 95.
    @Test
    void aPaymentIsConvertedAtTheRateOfItsDay() {
        Path run = folder.resolve("run");
        shown.good("run", RESOURCES.resolve("rate-of-a-day"), "--out", run);
        String money =
                shown.good(
                        "query",
                        run.resolve("rate-of-a-day"),
                        "SELECT fiscalYear, sum(real) / 1e6 AS million FROM money WHERE draw = 0"
                                + " AND replication = 0 GROUP BY 1 HAVING sum(real) > 0 ORDER BY 1",
                        "--format",
                        "csv");
        assertThat(money.lines().skip(1).map(ReportingCurrencyTest::pair))
                .as(money)
                .containsExactly(
                        List.of(2020L, 59_500L), // 0.85 x 70 on 29 February 2020
                        List.of(2022L, 59_500L), // 0.85 x 70 on 31 December 2022
                        List.of(2023L, 68_000L), // 0.85 x 80 on 1 January 2023
                        List.of(2024L, 84_000L), // the year, in November 2024
                        List.of(2025L, 95_000L)); // the month, in December 2025
    }

    private static List<Long> pair(String line) {
        String[] cells = line.split(",", -1);
        return List.of(Long.parseLong(cells[0]), Math.round(1000 * Double.parseDouble(cells[1])));
    }

    /// What comes after the last known rate is drawn by the name of the currency, so it is fixed
    /// here.
    @Test
    void thePriceOfAMonthScalesWithTheCurrency() throws IOException {
        List<double[]> zloty = numbers("PLN", 1);
        List<double[]> yen = numbers("JPY", 100);
        List<double[]> made = numbers("XQZ", 10);
        assertThat(zloty).isNotEmpty();
        scales(zloty, yen, 100 / 1000.0); // sums of yen are told in billions
        scales(zloty, made, 10);
    }

    /// The same programme in another currency: what is no money is equal, to the last digit; money
    /// is the same where a unit buys as much as a zloty, and a hundred times as much where it buys
    /// a hundredth.
    @Test
    void theSameProgrammeInAnotherCurrency() throws IOException {
        Map<String, Figure> zloty = figures("PLN", 1);
        assertThat(zloty).hasSizeGreaterThan(60);
        same(zloty, figures("JPY", 1), 1);
        same(zloty, figures("XQZ", 1), 1);
        same(zloty, figures("XQZ", 100), 100);
        same(zloty, figures("JPY", 35), 35);
    }

    /// A figure in plain units of its currency.
    private record Figure(double mean, double halfWidth, double low, double high, boolean money) {
        List<Double> times(double factor) {
            double f = money ? factor : 1;
            return List.of(mean * f, halfWidth * f, low * f, high * f);
        }
    }

    private static void same(Map<String, Figure> one, Map<String, Figure> other, double factor) {
        assertThat(other.keySet()).isEqualTo(one.keySet());
        int money = 0;
        for (var entry : one.entrySet()) {
            List<Double> expected = entry.getValue().times(factor);
            List<Double> found = Objects.requireNonNull(other.get(entry.getKey())).times(1);
            double most = expected.stream().mapToDouble(Math::abs).max().orElse(0);
            for (int i = 0; i < expected.size(); i++) {
                double e = expected.get(i);
                assertThat(found.get(i))
                        .as(entry.getKey())
                        .isCloseTo(e, within(entry.getValue().money() ? 1e-9 * most : 0));
            }
            money += entry.getValue().money() && entry.getValue().mean() != 0 ? 1 : 0;
        }
        assertThat(money).as("amounts of money").isGreaterThan(20);
    }

    /// Estimates of all plans and differences to the reference, by name; currency left out of it.
    private Map<String, Figure> figures(String code, double factor) throws IOException {
        Path scenario = programme(code, factor, "  draws: 40\n", "  draws: 40\n  quickDraws: 3\n");
        Path out = folder.resolve("out" + folder.toFile().list().length);
        shown.good("run", scenario, "--quick", "--out", out);
        String rows =
                shown.good(
                        "query",
                        out.resolve(scenario.getFileName()),
                        """
                        SELECT 'of', plan, metric, unit, mean, halfWidth, p05, p95
                        FROM estimates JOIN metrics USING (metric)
                        UNION ALL SELECT 'more in', plan, metric, unit, mean, halfWidth, p05, p95
                        FROM differences JOIN metrics USING (metric) WHERE comparison = 'reference'
                        """,
                        "--format",
                        "csv");
        var all = new TreeMap<String, Figure>();
        for (String line : rows.lines().skip(1).toList()) {
            String[] c = line.split(",", -1);
            String unit = c[3].replaceFirst(" per .*", "");
            double of = Currencies.factor(unit);
            boolean money = Double.isFinite(of) && !unit.isEmpty();
            double times = money ? of : 1;
            String key =
                    String.join(" ", c[0], c[1], c[2]).replace(code.toLowerCase(Locale.ROOT), "");
            if (Stream.of(c).skip(4).noneMatch(String::isEmpty)) {
                all.put(
                        key,
                        new Figure(
                                times * Double.parseDouble(c[4]),
                                times * Double.parseDouble(c[5]),
                                times * Double.parseDouble(c[6]),
                                times * Double.parseDouble(c[7]),
                                money));
            }
        }
        return all;
    }

    /// Each number is the same or times the factor, to the digits printed.
    private static void scales(List<double[]> one, List<double[]> other, double factor) {
        assertThat(other).hasSameSizeAs(one);
        int money = 0;
        for (int row = 0; row < one.size(); row++) {
            assertThat(other.get(row)).hasSameSizeAs(one.get(row));
            for (int c = 0; c < one.get(row).length; c++) {
                double a = one.get(row)[c];
                double b = other.get(row)[c];
                if (Math.abs(a - b) > 1e-9 * Math.abs(a)) {
                    assertThat(b).isCloseTo(a * factor, within(0.011 * Math.abs(a * factor)));
                    money++;
                }
            }
        }
        assertThat(money).as("amounts of money").isPositive();
    }

    private List<double[]> numbers(String code, double factor) throws IOException {
        String text =
                shown.good(
                        "sustain",
                        programme(code, factor),
                        "--draws",
                        4,
                        "--slip",
                        "12",
                        "--worth",
                        String.format(Locale.ROOT, "%s million %s", 40 * factor, code),
                        "--format",
                        "csv");
        var rows = new ArrayList<double[]>();
        for (String line : text.lines().toList()) {
            double[] numbers =
                    Pattern.compile("(?<=^|,)-?\\d+(\\.\\d+)?(?=,|$)")
                            .matcher(line)
                            .results()
                            .mapToDouble(m -> Double.parseDouble(m.group()))
                            .toArray();
            if (numbers.length > 0) {
                rows.add(numbers);
            }
        }
        return rows;
    }
}
