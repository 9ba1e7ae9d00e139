package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Currency;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// No currency is named in main code but in the one table of their customs, and no word of one
/// programme at all: what a unit is called is declared by its scenario.
class WordsSourceTest {
    private static final String CUSTOMS = "Currencies.java";

    /// Words of programs that are codes of currencies, too.
    private static final String NO_MONEY = "ALL|TOP";

    private static final Pattern CURRENCY =
            Pattern.compile(
                    "\\b(?!(?:"
                            + NO_MONEY
                            + ")\\b)(?:"
                            + Currency.getAvailableCurrencies().stream()
                                    .map(Currency::getCurrencyCode)
                                    .sorted()
                                    .collect(Collectors.joining("|"))
                            + ")\\b|\\b(?:usd|inr|rub|eur|pln|jpy|gbp)\\b"
                            + "|(?:Usd|Inr|Rub|Eur|Pln|Jpy|Gbp)(?![a-z])"
                            + "|(?i:crore|lakh|rupee|rouble|dollar|zloty)");
    private static final Pattern OF_ONE_PROGRAMME =
            Pattern.compile("(?i)squadron|\\bindia\\b|S-?400\\b|triumf");

    @Test
    void noCurrencyIsNamedInMainCode() throws IOException {
        var texts = MainSources.texts();
        assertThat(texts).as("files read").hasSizeGreaterThan(550);
        assertThat(MainSources.naming(texts, CURRENCY, CUSTOMS)).isEmpty();
    }

    @Test
    void noWordOfOneProgrammeStandsInMainCode() throws IOException {
        assertThat(MainSources.naming(MainSources.texts(), OF_ONE_PROGRAMME, "")).isEmpty();
    }

    @Test
    void theTableOfCustomsIsSeen() throws IOException {
        assertThat(MainSources.naming(MainSources.texts(), CURRENCY, ""))
                .isNotEmpty()
                .allMatch(at -> at.contains("/" + CUSTOMS + ":"));
    }
}
