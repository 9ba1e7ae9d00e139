package parapet.io.made;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;
import parapet.scenario.Catalogue;
import parapet.scenario.DefendedAsset;
import parapet.scenario.Key;
import parapet.scenario.Money;
import parapet.scenario.Programme;
import parapet.scenario.RaidFamily;
import parapet.scenario.Sky;
import parapet.scenario.Study;
import parapet.scenario.Support;

/// A random scenario over all keys of the language, made from its declarations: kinds of value,
/// ranges, defaults, examples and the tables in which ids must be found. [Mended] makes what the
/// declarations cannot say hold by and large; `check` has the last word.
///
/// A value is text, a map or a list, as it would stand in the file.
public final class Invented {
    /// The scenario, key by key.
    final Map<String, Object> tree = new LinkedHashMap<>();

    /// The claims, as lines of a table.
    final List<String> claims = new ArrayList<>();

    private static final List<String> CURRENCIES = List.of("USD", "PLN", "JPY", "INR", "XTS");
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private final SplittableRandom random;
    private final Map<String, List<String>> ids = new LinkedHashMap<>();
    private final double fullness;

    /// The scenario of a seed.
    public Invented(long seed) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 17);
        fullness = 0.15 + 0.5 * random.nextDouble();
        sizes();
        claims();
        tree.put("schema", "1");
        tree.put("title", "Invented " + seed);
        for (Field f : Shapes.scenario().fields()) {
            if (f.shape() instanceof Shape.Evidence) {
                tree.put(f.name(), f.name() + ".csv");
            } else if (f.name().equals("plans")) {
                tree.put("plans", new LinkedHashMap<>(Map.of("baseline", new LinkedHashMap<>())));
            } else if (!tree.containsKey(f.name()) && (!f.nullable() || random.nextInt(4) > 0)) {
                tree.put(f.name(), value(f.shape(), f.key(), f.name(), 0));
            }
        }
        tree.put("start", START.toString());
        tree.put("end", START.plusDays(600 + random.nextInt(3000)).toString());
        if (tree.containsKey("asOf")) {
            tree.put("asOf", START.plusDays(random.nextInt(1500)).toString());
        }
        plans();
    }

    private void sizes() {
        table("catalogue.parts", "part", 1 + random.nextInt(4));
        table("catalogue.missiles", "missile", random.nextInt(3));
        table("catalogue.units", "type", 1 + random.nextInt(2));
        table("support.sites", "site", 1 + random.nextInt(4));
        table("support.links", "link", random.nextInt(3));
        table("support.production", "made", random.nextInt(3));
        table("support.disruptions", "closure", random.nextInt(2));
        table("programme.contracts", "contract", random.nextInt(4));
        table("programme.purchases", "purchase", random.nextInt(3));
        table("programme.causes", "cause", random.nextInt(3));
        table("programme.gates", "gate", random.nextInt(3));
        int fired = ids("catalogue.missiles").isEmpty() ? 0 : random.nextInt(3);
        table("programme.withdrawals", "firing", fired);
        table("money.rates", "", 0);
        ids.put("money.rates", CURRENCIES.subList(1, 1 + random.nextInt(CURRENCIES.size())));
        table("money.indices", "index", random.nextInt(2));
        table("sky.places", "place", 1 + random.nextInt(4));
        table("sky.radars", "radar", 1 + random.nextInt(2));
        table("sky.targets", "target", 1 + random.nextInt(2));
        table("sky.rounds", "round", 1 + random.nextInt(2));
        table("sky.batteries", "battery", 1 + random.nextInt(2));
        table("sky.groups", "group", random.nextInt(3));
        table("sky.raids", "raid", random.nextInt(3));
        var plans = new ArrayList<>(List.of("baseline"));
        for (int i = random.nextInt(3); i > 0; i--) {
            plans.add("plan-" + i);
        }
        ids.put("plans", plans);
        table("sky.assets", "asset", random.nextInt(4));
        table("sky.families", "family", random.nextInt(3));
    }

    private void table(String path, String word, int count) {
        var names = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            names.add(word + i);
        }
        ids.put(path, names);
    }

    /// The ids of a table.
    List<String> ids(String table) {
        return ids.getOrDefault(table, List.of());
    }

    SplittableRandom random() {
        return random;
    }

    // ---------------------------------------------------------------- values

    /// A value that may stand at a place; null when there can be none.
    @Nullable Object value(Shape shape, Key key, String path, int index) {
        return switch (shape) {
            case Shape.Group g -> group(g, path, index);
            case Shape.TableOf t -> rows(t, key, path);
            case Shape.ListOf l -> list(l, key, path);
            case Shape.Measure _ -> quantity(key, path);
            case Shape.Words _ -> words(key, path);
            case Shape.Whole w -> w.wide() ? "" + random.nextInt(1000) : whole(key);
            case Shape.Decimal _ -> "" + (1 + random.nextInt(9)) / 4.0;
            case Shape.Switch _ -> random.nextInt(3) > 0 ? "true" : "false";
            case Shape.Choice c -> pick(c.words());
            case Shape.Day _ -> day();
            case Shape.Evidence _, Shape.Anything _ -> null;
        };
    }

    private Map<String, Object> group(Shape.Group g, String path, int index) {
        var made = new LinkedHashMap<String, Object>();
        for (Field f : g.fields()) {
            boolean wanted = !f.optional() || important(f) || random.nextDouble() < fullness;
            Object value = wanted ? value(f.shape(), f.key(), join(path, f.name()), index) : null;
            if (value != null) {
                made.put(f.name(), value);
            }
        }
        new Mended(this).mend(g.type(), made, index);
        return made;
    }

    /// Tables of the whole are always written; what hangs below them is mostly left out.
    private static boolean important(Field f) {
        return f.shape() instanceof Shape.TableOf t
                && List.of(
                                Catalogue.Part.class,
                                Catalogue.Missile.class,
                                Catalogue.UnitType.class,
                                Catalogue.Slot.class,
                                Support.Site.class,
                                Support.Link.class,
                                Support.Production.class,
                                Support.Disruption.class,
                                Money.Rate.class,
                                Money.Index.class,
                                Programme.Contract.class,
                                Programme.Delivery.class,
                                Programme.Purchase.class,
                                Programme.Cause.class,
                                Programme.Gate.class,
                                Programme.Withdrawal.class,
                                Sky.Place.class,
                                Sky.RadarType.class,
                                Sky.Target.class,
                                Sky.Round.class,
                                Sky.Battery.class,
                                Sky.Launchers.class,
                                Sky.Against.class,
                                Sky.Group.class,
                                Sky.Raid.class,
                                Catalogue.Batteries.class,
                                Catalogue.Load.class,
                                Sky.Wave.class,
                                DefendedAsset.class,
                                DefendedAsset.Hardness.class,
                                RaidFamily.class,
                                RaidFamily.Part.class,
                                RaidFamily.Front.class,
                                RaidFamily.Aim.class)
                        .contains(t.entry().type());
    }

    private Map<String, Object> rows(Shape.TableOf t, Key key, String path) {
        var rows = new LinkedHashMap<String, Object>();
        List<String> names = ids.get(path);
        if (names == null && !key.in().isEmpty()) {
            names = some(ids(key.in()));
        } else if (names == null && t.entry().type() == Study.Weight.class) {
            names = List.of("A", "B", "C", "D");
        } else if (names == null && path.equals("money.budgets")) {
            names = List.of("2026-27", "2028-29").subList(0, 1 + random.nextInt(2));
        } else if (names == null) {
            names = new ArrayList<>();
            String word = path.substring(path.lastIndexOf('.') + 1);
            boolean unit = t.entry().type() == Programme.Delivery.class;
            String stem = unit ? path.replaceAll(".*\\.(contract\\d+)\\..*", "$1") + "-unit" : word;
            for (int i = 1 + random.nextInt(unit ? 3 : 2); i > 0; i--) {
                names.add(stem + names.size());
            }
        }
        int index = 0;
        for (String name : names) {
            rows.put(name, group(t.entry(), join(path, name), index++));
        }
        return rows;
    }

    private @Nullable Object list(Shape.ListOf l, Key key, String path) {
        if (path.equals("sky.terrain")) {
            return List.of();
        }
        if (!key.in().isEmpty()) {
            var named = new ArrayList<Object>(some(ids(key.in())));
            if (random.nextBoolean()) {
                Collections.reverse(named);
            }
            return named;
        }
        if (path.equals("money.alsoIn")) {
            return new ArrayList<Object>(
                    some(CURRENCIES.subList(0, ids("money.rates").size() + 1)));
        }
        if (path.endsWith(".closed")) {
            return List.of(pick(List.of("11-15..03-31", "07-01..07-31", "02-29..03-01")));
        }
        var items = new ArrayList<Object>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            Object item = value(l.element(), key, path, 0);
            if (item != null && !items.contains(item)) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable Object words(Key key, String path) {
        if (!key.in().isEmpty()) {
            List<String> known = ids(key.in());
            return known.isEmpty() ? null : pick(known);
        }
        if (path.equals("money.reporting") || path.endsWith(".settlement")) {
            return currency();
        }
        if (path.endsWith(".series")) {
            return path.replaceAll(".*rates\\.(\\w+)\\..*", "$1-rate").toLowerCase(Locale.ROOT);
        }
        return pick(List.of("Some words", "Zażółć gęślą jaźń", "It's 5 % \\\"more\\\", or so"));
    }

    private String whole(Key key) {
        String like = key.otherwise().isEmpty() ? key.example() : key.otherwise();
        int about = like.matches("\\d+") ? Integer.parseInt(like) : 2;
        int most = Math.min(12, 2 * about + 1);
        int value = random.nextInt(most + 1);
        return "" + (key.range() == Key.Range.POSITIVE ? Math.max(1, value) : value);
    }

    String day() {
        return START.plusDays(random.nextInt(3200) - 100).toString();
    }

    String currency() {
        int n = ids("money.rates").size() + 1;
        return CURRENCIES.get(random.nextInt(n));
    }

    // ---------------------------------------------------------------- quantities

    private Object quantity(Key key, String path) {
        if (path.contains("sky.places.")) {
            return 30 + random.nextInt(5) / 2.0 + " deg";
        }
        int form = random.nextInt(12);
        if (form == 0 && key.currency().isEmpty() && claimed(key)) {
            return claims(key);
        }
        if (key.dimension() == Dimension.DATE && form < 6) {
            return date(form);
        }
        String text = measure(key, path);
        return form < 4 ? assumed(text, key, path) : text;
    }

    private Map<String, Object> assumed(String text, Key key, String path) {
        var made = new LinkedHashMap<String, Object>();
        made.put("assume", text);
        made.put("because", "notional");
        if (random.nextInt(4) == 0) {
            made.put("knownFrom", pick(List.of("2023", "2024-07", "2025-03-14")));
            if (random.nextBoolean()) {
                made.put("before", measure(key, path));
            }
        }
        return made;
    }

    /// A date in one of the forms that are more than a day.
    Object date() {
        return date(random.nextInt(6));
    }

    private Object date(int form) {
        var made = new LinkedHashMap<String, Object>();
        if (form < 3) {
            var slip = new LinkedHashMap<String, Object>();
            slip.put("perMonthAhead", "10..60 %");
            if (random.nextBoolean()) {
                slip.put("shockPerYear", "5 %/year");
                slip.put("shock", "6..12 month");
            }
            made.put("foretold", "some-date");
            made.put("slip", slip);
        } else if (form == 3) {
            made.put("claims", "some-date");
        } else {
            made.put("later", form == 4 ? date(1) : day());
            made.put("by", random.nextInt(9) + " month");
        }
        return made;
    }

    private static boolean claimed(Key key) {
        return switch (key.dimension()) {
            case SHARE, RATE, LENGTH -> true;
            case DURATION, MONEY -> key.range() != Key.Range.UNIT;
            default -> false;
        };
    }

    private Object claims(Key key) {
        var made = new LinkedHashMap<String, Object>();
        String of = "some-" + key.dimension().name().toLowerCase(Locale.ROOT);
        made.put("claims", of);
        if (random.nextInt(4) == 0) {
            made.put(
                    "use",
                    claims.stream()
                            .filter(line -> line.split(",")[1].equals(of))
                            .map(line -> (Object) line.split(",")[0])
                            .limit(1)
                            .toList());
        }
        if (random.nextBoolean()) {
            made.put("law", pick(List.of("mixture", "triangular", "uniform", "best")));
        }
        if (random.nextInt(3) == 0) {
            made.put("scale", "0.5");
        }
        if (random.nextInt(4) == 0) {
            made.put("at", "2025-03-01");
        }
        return made;
    }

    /// A measure near the default or the example of the key, within its range.
    private String measure(Key key, String path) {
        if (path.endsWith(".falseAlarm")) {
            return "0.00000" + (1 + random.nextInt(9));
        }
        if (key.dimension() == Dimension.DATE) {
            return random.nextInt(4) == 0
                    ? pick(List.of("2025..2026", "2027-03", "FY2025-26", "2024..2029"))
                    : day();
        }
        double about = about(key);
        double factor = StrictMath.exp(1.2 * (random.nextDouble() - 0.5) * 2);
        double value = about == 0 ? some(key.dimension()) * factor * 0.1 : about * factor;
        boolean zero = random.nextInt(8) == 0 && key.range() != Key.Range.POSITIVE;
        if (zero) {
            value = 0;
        }
        double most = key.range() == Key.Range.UNIT ? 1 : Double.MAX_VALUE;
        value = Math.min(value, most);
        double low = random.nextInt(3) > 0 ? value : value * (0.3 + 0.6 * random.nextDouble());
        String numbers =
                low == value ? number(value, key) : number(low, key) + ".." + number(value, key);
        if (low < value && random.nextBoolean()) {
            double likely = low + (value - low) * random.nextDouble();
            numbers = number(low, key) + ".." + number(likely, key) + ".." + number(value, key);
        }
        return (numbers + " " + unit(key)).strip();
    }

    private static double about(Key key) {
        for (String text : List.of(key.example(), key.otherwise())) {
            Span span = Measures.read(text, key.dimension()).span();
            if (span != null) {
                return span.typical();
            }
        }
        return some(key.dimension());
    }

    private static double some(Dimension dimension) {
        return switch (dimension) {
            case DURATION -> 90 * 86_400.0;
            case SHARE -> 0.3;
            case RATE -> 0.1 / Measures.YEAR_SEC;
            case MONEY -> 2e6;
            case COUNT -> 3;
            case LENGTH -> 50_000;
            case SPEED -> 300;
            case AREA -> 1;
            case FREQUENCY -> 3e9;
            case ANGLE -> 1;
            default -> 1;
        };
    }

    private String number(double inner, Key key) {
        double scale =
                switch (key.dimension()) {
                    case DURATION -> 3600;
                    case SHARE -> 0.01;
                    case RATE -> 0.01 / Measures.YEAR_SEC;
                    case FREQUENCY -> 1e9;
                    case MONEY -> 1e6;
                    case ANGLE -> Math.PI / 180;
                    default -> 1;
                };
        return BigDecimal.valueOf(inner / scale).round(new MathContext(4)).toPlainString();
    }

    private String unit(Key key) {
        return switch (key.dimension()) {
            case DURATION -> "h";
            case SHARE -> "%";
            case RATE -> "%/year";
            case FREQUENCY -> "GHz";
            case MONEY -> "million " + (key.currency().isEmpty() ? currency() : key.currency());
            case ANGLE -> "deg";
            case LENGTH -> "m";
            case SPEED -> "m/s";
            case AREA -> "m2";
            default -> "";
        };
    }

    private void claims() {
        claims.add(
                "id,of,statement,value,low,high,unit,status,madeOn,asOf,source,grade,kind,copiedFrom,formula,note");
        claims.add("d1,some-date,promised,2026-03,,,date,promised,2023-05-01,,s1,,reported,,,");
        claims.add("d2,some-date,foretold,2027-06,,,date,forecast,2023-07-01,,s2,B,,,,");
        if (random.nextInt(3) == 0) {
            claims.add("d3,some-date,came,2025-11-02,,,date,actual,,2023-12-01,s1,A,,,,");
        }
        claims.add("a1,some-share,said,12,5,20,%,,,2023-05,s1,,,,,a note");
        claims.add("a2,some-share,said,30,,,%,,,2023-06,s2,C,,a1,,");
        claims.add("b1,some-duration,said,9,,,month,,,2023-05,s1,,,,,");
        claims.add("b2,some-duration,said,,6,14,month,,,2023-06,s2,,derived,,a / b,");
        claims.add("e1,some-rate,said,4,,,%/year,,,2023-05,s1,,,,,");
        claims.add("e2,some-length,said,40,,,km,,,2023-05,s1,,,,,");
        claims.add("f1,some-money,said,3,,,million USD,,,2023-05,s1,,,,,");
        claims.add("f2,some-money,said,5,,,million " + currency() + ",,,2023-05,s2,D,,,,");
        for (String code : ids("money.rates")) {
            String key = code.toLowerCase(Locale.ROOT) + "-rate";
            for (int year = 2015; year < 2024; year += 1 + random.nextInt(3)) {
                claims.add(
                        "%s%d,%s,rate,%s,,,%s/USD,actual,,%d,s1,,,,,"
                                .formatted(
                                        key, year, key, 4 + random.nextInt(80) / 10.0, code, year));
            }
        }
    }

    // ---------------------------------------------------------------- plans

    private void plans() {
        var plans = new LinkedHashMap<String, Object>();
        for (String id : ids("plans")) {
            var plan = new LinkedHashMap<String, Object>();
            if (random.nextBoolean()) {
                plan.put("name", "Plan " + id);
            }
            if (random.nextInt(3) == 0) {
                plan.put("about", "Words.");
                plan.put("caution", "officials deny");
                plan.put("kind", random.nextBoolean() ? "option" : "reference-point");
            }
            if (!id.equals("baseline")) {
                if (random.nextInt(3) == 0) {
                    List<String> before = List.copyOf(plans.keySet());
                    plan.put("basedOn", pick(before));
                    if (random.nextBoolean()) {
                        plan.put("with", List.of("baseline"));
                    }
                }
                var changes = new ArrayList<Object>();
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    changes.add(Changes.any(this));
                }
                plan.put("changes", changes);
            }
            plans.put(id, plan);
        }
        tree.put("plans", plans);
    }

    // ---------------------------------------------------------------- help

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// Some of a list, in its order, one at least where there is one.
    <T> List<T> some(List<T> of) {
        var some = new ArrayList<T>();
        for (T t : of) {
            if (random.nextBoolean()) {
                some.add(t);
            }
        }
        if (some.isEmpty() && !of.isEmpty()) {
            some.add(pick(of));
        }
        return some;
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// The table at a path of ids and keys; null when it is not there.
    @SuppressWarnings("unchecked")
    static @Nullable Map<String, Object> at(Map<String, Object> tree, String... names) {
        Object at = tree;
        for (String name : names) {
            at = at instanceof Map<?, ?> m ? m.get(name) : null;
        }
        return at instanceof Map<?, ?> m ? (Map<String, Object>) m : null;
    }

    /// Writes the scenario into a folder.
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("scenario.yaml"), text(tree));
        Files.write(folder.resolve("claims.csv"), claims);
        Files.write(
                folder.resolve("sources.csv"),
                List.of(
                        "id,publisher,title,date,grade,address,seen,note",
                        "s1,The ministry,Letter,2023-05-02,A,,,",
                        "s2,A newspaper,Article,2023-07-02,B,https://example.org/a?b=c,2026-11-30,quotes an official"));
    }

    /// The scenario as YAML.
    static String text(Map<String, Object> tree) {
        var out = new StringBuilder();
        block(tree, "", out);
        return out.toString();
    }

    private static void block(Map<?, ?> map, String indent, StringBuilder out) {
        map.forEach((key, value) -> {
            out.append(indent).append(key).append(':');
            if (value instanceof Map<?, ?> m && !m.isEmpty() && indent.length() < 8) {
                out.append('\n');
                block(m, indent + "  ", out);
            } else {
                out.append(' ');
                flow(value, out);
                out.append('\n');
            }
        });
    }

    private static void flow(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> m -> {
                out.append('{');
                String comma = "";
                for (Map.Entry<?, ?> e : m.entrySet()) {
                    out.append(comma).append(e.getKey()).append(": ");
                    flow(e.getValue(), out);
                    comma = ", ";
                }
                out.append('}');
            }
            case List<?> l -> {
                out.append('[');
                String comma = "";
                for (Object item : l) {
                    out.append(comma);
                    flow(item, out);
                    comma = ", ";
                }
                out.append(']');
            }
            default -> {
                String text = requireNonNull(value.toString());
                boolean plain = text.matches("[A-Za-z0-9_.%/-][A-Za-z0-9_.%/ -]*");
                out.append(plain ? text : '"' + text.replace("\"", "'").replace("\\", "") + '"');
            }
        }
    }
}
