package parapet.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {
    @ParameterizedTest
    @CsvSource({
        "INR, crore INR, 1e7, rupees",
        "USD, million USD, 1e6, dollars",
        "PLN, million PLN, 1e6, zlotys",
        "JPY, billion JPY, 1e9, yen",
        "XQZ, million XQZ, 1e6, XQZ",
    })
    void totalsFollowTheCustom(String code, String unit, double factor, String many) {
        Currencies.Currency c = Currencies.of(code);
        assertThat(c.unit()).isEqualTo(unit);
        assertThat(c.totals().factor()).isEqualTo(factor);
        assertThat(Currencies.factor(unit)).isEqualTo(factor);
        assertThat(c.many()).isEqualTo(many);
    }

    @ParameterizedTest
    @CsvSource({
        "4.03e11, INR, '40,300 crore INR'",
        "1.5e5, INR, '1.5 lakh INR'",
        "5.43e9, USD, '5.43 billion USD'",
        "2.5e6, XQZ, '2.5 million XQZ'",
        "8e12, JPY, '8 trillion JPY'",
        "12, PLN, '12 PLN'",
        "0, PLN, '0 PLN'",
    })
    void amountsAreToldByTheCustom(double amount, String code, String text) {
        assertThat(Show.text(amount, Dimension.MONEY, code)).isEqualTo(text);
        assertThat(Measures.read(text, Dimension.MONEY).span()).isEqualTo(Span.of(amount, code));
    }

    @Test
    void aMultiplierBelongsToItsCurrency() {
        assertThat(Currencies.factor("crore PLN")).isNaN();
        assertThat(Currencies.factor("crore")).isNaN();
        assertThat(Currencies.factor("million pln")).isNaN();
        assertThat(Currencies.of("INR").spoken(2e12).name()).isEqualTo("lakh crore");
        assertThatThrownBy(() -> Currencies.of("zl")).hasMessageContaining("(zl)");
    }

    @Test
    void theReportingCurrencyComesFirstAndNoneTwice() {
        assertThat(Currencies.shown("PLN", List.of("USD", "PLN", "EUR", "USD")))
                .containsExactly("PLN", "USD", "EUR");
    }
}
