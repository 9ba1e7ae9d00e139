package parapet.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The customs of currencies: how each is called, which words may stand between an amount and it,
/// and in what unit large amounts are told. The only place where a currency is named; a code that
/// is not in the table is as good as any other and follows the common custom.
public final class Currencies {
    /// The currency against which exchange rates are quoted: so many units of another for one of
    /// it.
    public static final String PIVOT = "USD";

    /// Another currency, for the examples of the reference pages.
    public static final String EXAMPLE = "EUR";

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Multiplier NONE = new Multiplier("", 1);
    private static final Multiplier THOUSAND = new Multiplier("thousand", 1e3);
    private static final Multiplier LAKH = new Multiplier("lakh", 1e5);
    private static final Multiplier MILLION = new Multiplier("million", 1e6);
    private static final Multiplier CRORE = new Multiplier("crore", 1e7);
    private static final Multiplier BILLION = new Multiplier("billion", 1e9);
    private static final Multiplier LAKH_CRORE = new Multiplier("lakh crore", 1e12);
    private static final Multiplier TRILLION = new Multiplier("trillion", 1e12);
    private static final List<Multiplier> COMMON = List.of(THOUSAND, MILLION, BILLION, TRILLION);
    private static final Map<String, Currency> TABLE = table();

    /// A word between an amount and its currency.
    ///
    /// @param name the word, empty for none
    /// @param factor what it multiplies the amount by
    public record Multiplier(String name, double factor) {}

    /// The customs of one currency.
    ///
    /// @param code three letters, as in ISO 4217 or made up
    /// @param one the word for one unit of it; the code where none is known
    /// @param many the word for several
    /// @param multipliers words that may stand between an amount and it, from small to large
    /// @param shown those of them in which amounts stand in tables, from small to large
    /// @param spoken those of them in which amounts are told in sentences, from small to large
    /// @param totals the one in which sums of a whole programme are told
    /// @param decimals digits after the point of a plain amount
    /// @param pairs whether digits above the thousands are grouped by two, as in 1,50,000
    public record Currency(
            String code,
            String one,
            String many,
            List<Multiplier> multipliers,
            List<Multiplier> shown,
            List<Multiplier> spoken,
            Multiplier totals,
            int decimals,
            boolean pairs) {
        public Currency {
            multipliers = List.copyOf(multipliers);
            shown = List.copyOf(shown);
            spoken = List.copyOf(spoken);
        }

        /// The unit in which sums of a whole programme are told, such as `million PLN`.
        public String unit() {
            return totals.name + " " + code;
        }

        /// The multiplier by which an amount of this size stands in a table; its name is empty for
        /// small ones.
        public Multiplier multiplier(double size) {
            return last(shown, size);
        }

        /// The multiplier by which an amount of this size is told in a sentence; its name is empty
        /// for small ones.
        public Multiplier spoken(double size) {
            return last(spoken, size);
        }

        private static Multiplier last(List<Multiplier> rising, double size) {
            Multiplier best = NONE;
            for (Multiplier m : rising) {
                if (Math.abs(size) >= m.factor) {
                    best = m;
                }
            }
            return best;
        }

        /// The unit in which an amount of this size stands in a table, such as `billion PLN` or
        /// `PLN`.
        public String unit(double size) {
            String name = multiplier(size).name;
            return name.isEmpty() ? code : name + " " + code;
        }

        /// The multipliers in words: "thousand, million, billion, trillion".
        public String multiplierNames() {
            return multipliers.stream().map(Multiplier::name).collect(Collectors.joining(", "));
        }
    }

    private Currencies() {}

    private static Map<String, Currency> table() {
        var t = new LinkedHashMap<String, Currency>();
        t.put(
                "INR",
                new Currency(
                        "INR",
                        "rupee",
                        "rupees",
                        List.of(THOUSAND, LAKH, MILLION, CRORE, BILLION, LAKH_CRORE),
                        List.of(LAKH, CRORE),
                        List.of(LAKH, CRORE, LAKH_CRORE),
                        CRORE,
                        2,
                        true));
        common(t, "USD", "dollar", "dollars");
        common(t, "RUB", "rouble", "roubles");
        common(t, "EUR", "euro", "euros");
        common(t, "PLN", "zloty", "zlotys");
        common(t, "GBP", "pound", "pounds");
        common(t, "CHF", "franc", "francs");
        common(t, "CNY", "yuan", "yuan");
        common(t, "UAH", "hryvnia", "hryvnias");
        common(t, "TRY", "lira", "liras");
        common(t, "CZK", "koruna", "korunas");
        common(t, "SEK", "krona", "kronor");
        common(t, "NOK", "krone", "kroner");
        common(t, "DKK", "krone", "kroner");
        common(t, "RON", "leu", "lei");
        common(t, "ILS", "shekel", "shekels");
        common(t, "SAR", "riyal", "riyals");
        common(t, "AED", "dirham", "dirhams");
        small(t, "JPY", "yen", "yen");
        small(t, "KRW", "won", "won");
        small(t, "VND", "dong", "dong");
        return t;
    }

    private static void common(Map<String, Currency> table, String code, String one, String many) {
        table.put(code, common(code, one, many));
    }

    private static Currency common(String code, String one, String many) {
        List<Multiplier> shown = List.of(THOUSAND, MILLION, BILLION);
        return new Currency(code, one, many, COMMON, shown, shown, MILLION, 2, false);
    }

    /// A currency whose unit buys little: no hundredths, sums in billions.
    private static void small(Map<String, Currency> table, String code, String one, String many) {
        table.put(code, new Currency(code, one, many, COMMON, COMMON, COMMON, BILLION, 0, false));
    }

    /// Whether `text` is a code: three capital letters.
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /// The customs of the currency with this code.
    ///
    /// @throws IllegalArgumentException if `code` is no three capital letters
    public static Currency of(String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException(
                    "The currency (%s) must be three capital letters.".formatted(code));
        }
        Currency known = TABLE.get(code);
        return known != null ? known : common(code, code, code);
    }

    /// Every word that may stand between an amount and some currency, from small to large.
    public static List<String> multiplierNames() {
        var all = new ArrayList<Multiplier>(COMMON);
        TABLE.values().forEach(c -> all.addAll(c.multipliers));
        return all.stream()
                .distinct()
                .sorted((a, b) -> Double.compare(a.factor, b.factor))
                .map(Multiplier::name)
                .toList();
    }

    /// The words that may stand before every currency, then those of currencies with a custom of
    /// their own: "thousand, million, billion, trillion; with ABC thousand, lakh, ...".
    public static String multiplierHelp() {
        var help = new StringBuilder(common("", "", "").multiplierNames());
        TABLE.values().stream()
                .filter(c -> !c.multipliers.equals(COMMON))
                .forEach(c ->
                        help.append("; with ")
                                .append(c.code)
                                .append(' ')
                                .append(c.multiplierNames()));
        return help.toString();
    }

    /// The factor of a unit of money such as `crore INR` or `PLN`; NaN when it is none, or when the
    /// currency has no such multiplier.
    public static double factor(String unit) {
        int cut = unit.lastIndexOf(' ');
        String code = unit.substring(cut + 1);
        if (!isCode(code)) {
            return Double.NaN;
        }
        String name = cut < 0 ? "" : unit.substring(0, cut).strip();
        if (name.isEmpty()) {
            return 1;
        }
        for (Multiplier m : of(code).multipliers) {
            if (m.name.equals(name)) {
                return m.factor;
            }
        }
        return Double.NaN;
    }

    /// The currencies in which money is shown: the reporting one first, then the others, none
    /// twice.
    public static List<String> shown(String reporting, List<String> alsoIn) {
        var all = new LinkedHashSet<String>();
        all.add(reporting);
        all.addAll(alsoIn);
        return List.copyOf(all);
    }

    /// An amount as an example for messages, such as `300 million PLN` or `30 crore INR`.
    public static String example(double amount, String code) {
        return Show.text(amount, Dimension.MONEY, code);
    }
}
