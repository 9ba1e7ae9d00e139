package parapet.io.shape;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Grade;
import parapet.evidence.Quantity;
import parapet.evidence.Source;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.scenario.Change;
import parapet.scenario.Key;
import parapet.scenario.Scenario;

/// The shape of the scenario language.
public final class Shapes {
    private static final Shape.Group SCENARIO = group(Scenario.class);
    private static final Field SHARE = slip("perMonthAhead", Dimension.SHARE);
    private static final Field RATE = slip("shockPerYear", Dimension.RATE);
    private static final Field SHOCK = slip("shock", Dimension.DURATION);

    private Shapes() {}

    /// The record that carries the keys of `slip` inside `{foretold: ...}`.
    private record SlipKeys(
            @Key(
                            value =
                                    "Months by which a forecast turns out wrong for each month it looks ahead",
                            dimension = Dimension.SHARE,
                            example = "10..30..60 %")
                    Quantity perMonthAhead,
            @Key(
                            value = "Yearly chance of a shock",
                            dimension = Dimension.RATE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 %/year",
                            example = "5 %/year")
                    Quantity shockPerYear,
            @Key(
                            value = "Delay that a shock adds once",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 month",
                            example = "6..12..24 month")
                    Quantity shock) {}

    /// The whole language.
    public static Shape.Group scenario() {
        return SCENARIO;
    }

    /// The keys of `slip` in a foretold date.
    public static List<Field> slipKeys() {
        return List.of(SHARE, RATE, SHOCK);
    }

    /// The keys of a change.
    public static List<Field> changeKeys() {
        return group(Change.class).fields();
    }

    private static Field slip(String name, Dimension dimension) {
        for (RecordComponent c : SlipKeys.class.getRecordComponents()) {
            Key key = c.getAnnotation(Key.class);
            if (c.getName().equals(name) && key != null && key.dimension() == dimension) {
                return new Field(name, new Shape.Measure(), false, key);
            }
        }
        throw new IllegalStateException("The key (%s) is not declared.".formatted(name));
    }

    /// A constant as it is written: lower case, words joined by hyphens.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Shape.Group group(Class<? extends Record> type) {
        var fields = new ArrayList<Field>();
        for (RecordComponent c : type.getRecordComponents()) {
            Key key = c.getAnnotation(Key.class);
            if (key == null) {
                throw new IllegalStateException(
                        "The component (%s) of (%s) has no @Key."
                                .formatted(c.getName(), type.getName()));
            }
            boolean nullable = c.getAnnotatedType().isAnnotationPresent(Nullable.class);
            fields.add(new Field(c.getName(), shape(c.getGenericType()), nullable, key));
        }
        return new Shape.Group(type, noun(type), List.copyOf(fields));
    }

    private static String noun(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static Shape shape(Type type) {
        if (type instanceof ParameterizedType p) {
            Type[] arguments = p.getActualTypeArguments();
            if (p.getRawType() == List.class) {
                return new Shape.ListOf(shape(arguments[0]));
            }
            if (p.getRawType() == Map.class && arguments[0] == String.class) {
                Shape entry = shape(arguments[1]);
                return switch (entry) {
                    case Shape.Group g -> new Shape.TableOf(g);
                    case Shape.Evidence e -> e;
                    default -> throw unknown(type);
                };
            }
        }
        if (type instanceof Class<?> c) {
            return ofClass(c);
        }
        throw unknown(type);
    }

    private static Shape ofClass(Class<?> c) {
        if (c == String.class) {
            return new Shape.Words();
        } else if (c == int.class || c == long.class) {
            return new Shape.Whole(c == long.class);
        } else if (c == double.class) {
            return new Shape.Decimal();
        } else if (c == boolean.class) {
            return new Shape.Switch();
        } else if (c == LocalDate.class) {
            return new Shape.Day();
        } else if (c == Quantity.class) {
            return new Shape.Measure();
        } else if (c == Object.class) {
            return new Shape.Anything();
        } else if (c == Source.class) {
            return sources();
        } else if (c == Claim.class) {
            return claims();
        } else if (c.isEnum()) {
            @SuppressWarnings("unchecked")
            var type = (Class<? extends Enum<?>>) c;
            return new Shape.Choice(type, words(type));
        } else if (c.isRecord()) {
            return group(c.asSubclass(Record.class));
        }
        throw unknown(c);
    }

    private static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Shapes::word).toList();
    }

    private static IllegalStateException unknown(Type type) {
        return new IllegalStateException(
                "The type (%s) has no shape.".formatted(type.getTypeName()));
    }

    private static List<String> grades() {
        return Arrays.stream(Grade.values()).map(Grade::name).toList();
    }

    private static Shape.Evidence sources() {
        return new Shape.Evidence(
                Source.class,
                "source",
                List.of(
                        column("publisher", "Who published it; required", "TASS"),
                        column(
                                "title",
                                "Its title, or a description in parentheses; required",
                                "Fourth battery delivered"),
                        column(
                                "date",
                                "Date of publication: day, month, year or range; its first day counts",
                                "2026-05-14"),
                        new Shape.Column(
                                "grade", "Usual grade of its claims; required", grades(), "B"),
                        column(
                                "address",
                                "Where it was seen on the web; empty when not recorded",
                                "https://example.org/fourth-battery"),
                        column("seen", "Day on which it was seen there", "2026-11-30"),
                        column("note", "Anything a reader should know", "quotes an official")));
    }

    private static Shape.Evidence claims() {
        return new Shape.Evidence(
                Claim.class,
                "claim",
                List.of(
                        column(
                                "of",
                                "Key of the quantity it speaks of; empty when it is context only",
                                "repair-time"),
                        column(
                                "statement",
                                "What is claimed, in words; required",
                                "A repair took 10 months"),
                        column(
                                "value",
                                "The number, span, date or words; empty when only a range is known",
                                "10"),
                        column("low", "Least value", "6"),
                        column("high", "Greatest value", "18"),
                        column(
                                "unit",
                                "Unit of value, low and high: a unit of measure, `count`, `date`, `text`, an amount of money"
                                        + " such as `million "
                                        + Currencies.PIVOT
                                        + "`, or a pair such as `"
                                        + Currencies.EXAMPLE
                                        + "/"
                                        + Currencies.PIVOT
                                        + "`; empty means `text`"
                                        + " when there is no value",
                                "month"),
                        new Shape.Column(
                                "status",
                                "Whether it happened (`actual`), was said to come (`forecast`), is due (`promised`),"
                                        + " intended (`announced`) or otherwise reported; `reported` when empty",
                                words(Claim.Status.class),
                                "reported"),
                        column(
                                "madeOn",
                                "For forecasts and promises, the day they were made; the first day of a period counts",
                                "2024-07"),
                        column(
                                "asOf",
                                "Date to which the value applies; the last day of a period counts",
                                "2024"),
                        column(
                                "source",
                                "Id of the source; may be empty for derived values and assumptions",
                                "s1"),
                        new Shape.Column(
                                "grade",
                                "Grade of the claim; the source's when empty",
                                grades(),
                                "B"),
                        new Shape.Column(
                                "kind",
                                "Who says it; `reported` when empty",
                                words(Claim.Kind.class),
                                "reported"),
                        column(
                                "copiedFrom",
                                "Id of the claim, or name of the publisher, from which it was copied",
                                "TASS"),
                        column("formula", "For derived values, how it was derived", "c1 / c2"),
                        column("note", "Anything a reader should know", "rounded in the article")));
    }

    private static Shape.Column column(String name, String means, String example) {
        return new Shape.Column(name, means, List.of(), example);
    }
}
