package parapet.view.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Option trees and their text. Numbers are rounded to five digits; what is not finite becomes
/// `null`, so that the text is always valid JSON; `<` is escaped, so that it can stand in a page.
public final class Json {
    private static final MathContext DIGITS = new MathContext(5);

    private Json() {}

    /// An ordered object.
    ///
    /// @param keysAndValues key, value, key, value and so on; pairs whose value is null are left
    ///   out
    public static Map<String, Object> object(@Nullable Object... keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "The keysAndValues (%d) must be pairs.".formatted(keysAndValues.length));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (keysAndValues[i] instanceof String key && value != null) {
                object.put(key, value);
            }
        }
        return object;
    }

    /// A list that may hold nulls, which an axis reads as gaps.
    public static List<@Nullable Object> array(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (Object value : values) {
            list.add(value);
        }
        return list;
    }

    /// Numbers in order.
    public static List<@Nullable Object> numbers(double[] values) {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    /// A number with so many significant digits.
    public static double digits(double value, int digits) {
        return Double.isFinite(value) && value != 0
                ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
                : value;
    }

    /// The tree as text.
    public static String write(@Nullable Object tree) {
        return JsonMapper.shared().writeValueAsString(clean(tree)).replace("<", "\\u003c");
    }

    private static @Nullable Object clean(@Nullable Object tree) {
        return switch (tree) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), clean(value)));
                yield copy;
            }
            case Iterable<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(value -> copy.add(clean(value)));
                yield copy;
            }
            case Double number -> number(number);
            case Integer number -> number;
            case Long number -> number;
            case Boolean flag -> flag;
            default -> tree.toString();
        };
    }

    private static @Nullable Object number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() <= 0 && rounded.abs().compareTo(BigDecimal.valueOf(1L << 53)) < 0
                ? (Object) rounded.longValueExact()
                : (Object) rounded;
    }
}
