package parapet.quantity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    5                    | COUNT    | 5
                    35 %                 | SHARE    | 0.35
                    2 week               | DURATION | 1209600
                    40,300 crore INR     | MONEY    | 403000000000
                    2.23 lakh crore INR  | MONEY    | 2230000000000
                    83.66 INR/USD        | EXCHANGE | 83.66
                    120 km               | LENGTH   | 120000
                    0.1 m2               | AREA     | 0.1
                    36 km/h              | SPEED    | 10
                    1970-01-11           | DATE     | 10
                    """)
    void readsEachDimension(String text, Dimension dimension, double value) {
        Span span = requireNonNull(Measures.read(text, dimension).span(), text);
        assertThat(span.typical()).isCloseTo(value, within(1e-9 * Math.abs(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    120           | DURATION | the bare number 120
                    10 bananas    | DURATION | unknown unit "bananas"
                    10 %          | DURATION | which is a share
                    10..5 month   | DURATION | do not rise
                    5 million     | MONEY    | currency
                    5 zillion USD | MONEY    | the multiplier "zillion", which USD does not have (it has: thousand, million, billion, trillion)
                    4.75 crore PLN | MONEY   | which PLN does not have (it has: thousand, million, billion, trillion)
                    3 lakh crore XQZ | MONEY | which XQZ does not have
                    5 pln         | MONEY    | code of a currency
                    1e308 crore INR | MONEY  | too large
                    2026-13       | DATE     | "2026-13"
                    2026..2025    | DATE     | ends before it begins
                    many          | COUNT    | does not start with a number
                    """)
    void saysWhatWasFound(String text, Dimension dimension, String found) {
        assertThat(Measures.read(text, dimension).problem()).contains(found);
    }

    @ParameterizedTest
    @EnumSource(value = Dimension.class, mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
    void writesWhatItReadsBack(Dimension dimension) {
        var random = new SplittableRandom(20261124);
        String currency =
                switch (dimension) {
                    case MONEY -> "INR";
                    case EXCHANGE -> "INR/USD";
                    default -> null;
                };
        for (int i = 0; i < 500; i++) {
            double low =
                    dimension == Dimension.DATE
                            ? LocalDate.of(2000, 1, 1).toEpochDay() + random.nextInt(9000)
                            : random.nextDouble() * Math.pow(10, random.nextInt(12) - 3);
            double high = random.nextBoolean() ? low : low + (int) (random.nextDouble() * 900);
            boolean hasMode = random.nextBoolean() && dimension != Dimension.DATE;
            double mode =
                    low == high
                            ? low
                            : hasMode ? low + (high - low) * random.nextDouble() : Double.NaN;
            var span = new Span(low, mode, high, currency);
            String text = Measures.write(span, dimension);
            Span back = requireNonNull(Measures.read(text, dimension).span(), text);
            assertThat(back.low()).as(text).isCloseTo(low, within(1e-12 * low));
            assertThat(back.high()).as(text).isCloseTo(high, within(1e-12 * high));
            assertThat(Double.isNaN(back.mode())).as(text).isEqualTo(Double.isNaN(mode));
            assertThat(back.currency()).isEqualTo(currency);
        }
    }

    @Test
    void knowsWhatUnitsMeasure() {
        assertThat(Measures.dimensionOf("crore INR")).isEqualTo(Dimension.MONEY);
        assertThat(Measures.dimensionOf("INR/USD")).isEqualTo(Dimension.EXCHANGE);
        assertThat(Measures.dimensionOf("month")).isEqualTo(Dimension.DURATION);
        assertThat(Measures.dimensionOf("Mach")).isEqualTo(Dimension.SPEED);
        assertThat(Measures.dimensionOf("date")).isEqualTo(Dimension.DATE);
        assertThat(Measures.dimensionOf("bananas")).isNull();
        assertThat(Measures.units(Dimension.LENGTH)).containsExactly("m", "km", "nmi");
    }
}
