package parapet.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.scenario.Key;

/// Writes the reference page of the scenario language in Markdown: every key with its meaning, what
/// may stand there, range, default and example.
public final class ReferencePage {
    private final StringBuilder out = new StringBuilder();
    private final Set<String> sections = new LinkedHashSet<>();

    private ReferencePage() {}

    /// The page as text, ending with a line feed.
    public static String write() {
        return new ReferencePage().page();
    }

    /// The meaning of a key as a sentence.
    static String meaning(Field f) {
        return f.key().value() + ".";
    }

    private String page() {
        out.append(
                """
                # The scenario language

                *This page is generated from the record headers of `parapet.scenario`; change it there.*

                A scenario is a folder with `scenario.yaml`. Any table in it (ids and what stands under each) may instead be the name of
                a CSV file of the folder, whose first column is `id` and whose other columns are keys (`shop.repairTime` for a key inside
                another; lists are parted by `;`; an empty cell is an absent key). Any part may instead be the name of a YAML file. A
                record with a single key may be written as its value: `radar: 2` for `radar: {count: 2}`. The folder `scenarios/full`
                uses every key once.

                ## Quantities

                | written | means |
                |---|---|
                | `10 month`, `6..10..18 month`, `6..18 month` | a value or range (least, most likely, greatest), stated without a source |
                | `{assume: 6..18 month, because: TEXT}` | an assumption with its reason; always grade D |
                | `{assume: ..., because: TEXT, knownFrom: 2024-05, before: 3..6 month}` | an assumption whose reason was known from a day (last day of a month or year): on an earlier day (`--as-of`, hindcast) `before` holds; without `before` the value holds all the same and is marked as hindsight |
                | `{claims: KEY}` | what the claims with `of` = KEY say; `law: mixture` (default), `triangular`, `uniform` or `best`; `use: [IDS]` for some claims only; `scale: NUMBER` multiplies each; `at: DAY` converts amounts in other currencies at the rate of that day |
                | `{foretold: KEY, slip: {...}}` | a date from its forecasts and the law of their errors |
                | `{later: DATE, by: DURATION}` | a date, some time later |

                """);
        out.append(
                """
                The decimal sign is the point. Digits may stand in groups of three, parted by commas, spaces, apostrophes or underscores
                (`1,500`, `1 500`), or in Indian groups by commas (`1,00,000`); a comma anywhere else is an error that shows what to write.
                What lies beyond the greatest value of its measure is an error too, and so is a whole number above 1,000,000.

                """);
        out.append("| measure | written as | units | at most |\n|---|---|---|---|\n");
        for (Dimension d : Dimension.values()) {
            if (d != Dimension.TEXT) {
                out.append(
                        "| %s | %s | %s | %s |\n"
                                .formatted(d.label(), d.expected(), units(d), d.mostWords()));
            }
        }
        out.append(
                """

                A month is a twelfth of a mean year of 365.2425 days. A fiscal year runs from April to March. Mach 1 is 340.294 m/s, the
                speed of sound at sea level. A period such as `2026-05` as a date means any of its days.

                """);
        section("scenario.yaml", "", Shapes.scenario());
        out.append("## `slip` of a foretold date\n\n");
        table(Shapes.slipKeys());
        return out.toString().stripTrailing() + "\n";
    }

    private static String units(Dimension d) {
        List<String> units = Measures.units(d);
        if (!units.isEmpty()) {
            return "`" + String.join("`, `", units) + "`";
        }
        return switch (d) {
            case MONEY ->
                    "the code of a currency, three capital letters, after one of "
                            + Currencies.multiplierHelp();
            case EXCHANGE -> "two currencies";
            default -> "";
        };
    }

    private void section(String title, String path, Shape.Group g) {
        if (!sections.add(title)) {
            return;
        }
        out.append("## ").append(path.isEmpty() ? title : "`" + path + "`").append("\n\n");
        table(g.fields());
        for (Field f : g.fields()) {
            String inner = path.isEmpty() ? f.name() : path + "." + f.name();
            switch (f.shape()) {
                case Shape.Group group -> section(inner, inner, group);
                case Shape.TableOf t -> section(inner + ".ID", inner + ".ID", t.entry());
                case Shape.ListOf l when l.element() instanceof Shape.Group group ->
                        section(inner, inner + "[]", group);
                case Shape.Evidence e -> columns(inner, e);
                default -> {}
            }
        }
    }

    private void table(List<Field> fields) {
        out.append(
                "| key | meaning | written as | when absent | example |\n|---|---|---|---|---|\n");
        for (Field f : fields) {
            out.append(
                    "| `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    f.name(),
                                    cell(meaning(f)),
                                    cell(kind(f)),
                                    cell(absent(f)),
                                    code(f.key().example())));
        }
        out.append('\n');
    }

    private void columns(String path, Shape.Evidence e) {
        out.append("## `")
                .append(path)
                .append(".ID`\n\n| column | meaning | words | example |\n|---|---|---|---|\n");
        out.append("| `id` | Name of the %s; required. | | |\n".formatted(e.noun()));
        for (Shape.Column c : e.columns()) {
            String words =
                    c.choices().isEmpty() ? "" : "`" + String.join("`, `", c.choices()) + "`";
            out.append(
                    "| `%s` | %s. | %s | %s |\n"
                            .formatted(c.name(), cell(c.means()), words, code(c.example())));
        }
        out.append('\n');
    }

    private static String kind(Field f) {
        Key key = f.key();
        String range = key.range() == Key.Range.ANY ? "" : ", " + key.range().words();
        String in = key.in().isEmpty() ? "" : ", an id of `" + key.in() + "`";
        return switch (f.shape()) {
            case Shape.Words _ -> key.in().isEmpty() ? "text" : "an id of `" + key.in() + "`";
            case Shape.Whole _ -> "whole number" + range;
            case Shape.Decimal _ -> "number" + range;
            case Shape.Switch _ -> "`true` or `false`";
            case Shape.Choice c -> "`" + String.join("` or `", c.words()) + "`";
            case Shape.Day _ -> "day";
            case Shape.Measure _ ->
                    key.dimension().label()
                            + range
                            + (key.currency().isEmpty() ? "" : ", used in " + key.currency());
            case Shape.Anything _ -> "whatever may stand at the path";
            case Shape.Group _ -> "keys";
            case Shape.ListOf l -> "list of " + items(l.element(), !key.in().isEmpty()) + in;
            case Shape.TableOf t ->
                    "table of "
                            + plural(t.entry().noun())
                            + (key.in().isEmpty() ? "" : " by id of `" + key.in() + "`");
            case Shape.Evidence e -> "table of " + plural(e.noun());
        };
    }

    private static String items(Shape element, boolean named) {
        return switch (element) {
            case Shape.Day _ -> "days";
            case Shape.Group g -> plural(g.noun());
            default -> named ? "ids" : "words";
        };
    }

    private static String plural(String noun) {
        return noun.endsWith("s")
                ? noun
                : noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    private static String absent(Field f) {
        if (!f.key().sameAs().isEmpty()) {
            return f.key().sameAs().equals("id") ? "its id" : "as `" + f.key().sameAs() + "`";
        }
        if (!f.key().otherwise().isBlank()) {
            return "`" + f.key().otherwise() + "`";
        }
        return f.optional()
                ? (f.shape() instanceof Shape.Group && !f.nullable() ? "all defaults" : "none")
                : "**required**";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        var escaped = new ArrayList<String>(List.of(text.split("\\|", -1)));
        return String.join("\\|", escaped);
    }
}
