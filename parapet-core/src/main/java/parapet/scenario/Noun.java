package parapet.scenario;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people call a unit, as one and as many.
@Shorthand("one")
public record Noun(
        @Key(
                        value =
                                "One of them, as within a sentence; without it the key of the type where that is a plain"
                                        + " word, such as `battery`, else `unit`",
                        otherwise = " ",
                        example = "battery")
                String one,
        @Key(
                        value = "Several of them; without it made by the rules of English",
                        example = "batteries")
                @Nullable String many) {
    /// The noun where none is declared and the key is no word, or where types of unit differ in it.
    public static final Noun UNIT = new Noun("unit", null);

    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

    /// This noun; where none is declared, the key of the type if that is a plain word.
    Noun orKey(String key) {
        if (!one.isEmpty()) {
            return this;
        }
        return WORD.matcher(key).matches() ? new Noun(key, many) : new Noun(UNIT.one, many);
    }

    /// Several of them.
    public String plural() {
        if (many != null) {
            return many;
        }
        if (one.matches(".*[^aeiou]y")) {
            return one.substring(0, one.length() - 1) + "ies";
        }
        return one.matches(".*(s|x|z|ch|sh)") ? one + "es" : one + "s";
    }

    /// Whether both are said alike.
    boolean alike(Noun other) {
        return one.equals(other.one) && plural().equals(other.plural());
    }

    /// The word with a capital, as at the start of a sentence.
    public static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// A phrase with its indefinite article: `an aircraft`, `a drone`.
    public static String withArticle(String phrase) {
        return (phrase.matches("(?i)([aeio]|u(?!ni|s[eiu])|hour|honest).*") ? "an " : "a ")
                + phrase;
    }
}
