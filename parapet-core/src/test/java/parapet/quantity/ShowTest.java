package parapet.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                    | 0
                    -0.0                 | 0
                    1                    | 1
                    -1                   | -1
                    0.42                 | 0.42
                    0.42352              | 0.424
                    0.1                  | 0.1
                    0.30000000000000004  | 0.3
                    0.05                 | 0.05
                    0.0123456            | 0.0123
                    0.0014               | 0.0014
                    0.0028               | 0.0028
                    0.001                | 0.001
                    0.0009994            | 9.99e-4
                    0.0009996            | 0.001
                    0.00012              | 1.2e-4
                    0.00001              | 1e-5
                    0.000001             | 1e-6
                    -0.000001            | -1e-6
                    0.00000123456        | 1.23e-6
                    1e-9                 | 1e-9
                    4.9e-324             | 4.94e-324
                    2.5                  | 2.5
                    2.345                | 2.35
                    9.995                | 9.99
                    9.996                | 10
                    12.5                 | 12.5
                    99.95                | 100
                    123.4                | 123
                    999.5                | 1,000
                    1234.6               | 1,230
                    -12345.6             | -12,300
                    40300                | 40,300
                    999999               | 1,000,000
                    5400000000           | 5,400,000,000
                    123456789012345      | 123,000,000,000,000
                    1e15                 | 1e15
                    1.2345e20            | 1.23e20
                    NaN                  | unknown
                    Infinity             | unlimited
                    -Infinity            | -unlimited
                    """)
    void keepsThreeDigits(double value, String text) {
        assertThat(Show.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    5        | DURATION | 5 s
                    0.2      | DURATION | 0.2 s
                    60       | DURATION | 60 s
                    90       | DURATION | 1.5 min
                    600      | DURATION | 10 min
                    3600     | DURATION | 1 h
                    5400     | DURATION | 1.5 h
                    86400    | DURATION | 24 h
                    864000   | DURATION | 10 day
                    3600000  | DURATION | 1,000 h
                    1e-6     | COUNT    | 1e-6
                    1024     | COUNT    | 1,024
                    1e-6     | SHARE    | 1e-4 %
                    0.0042   | SHARE    | 0.42 %
                    1500     | LENGTH   | 1,500 m
                    """)
    void chooses(double value, Dimension dimension, String text) {
        assertThat(Show.text(value, dimension, "")).isEqualTo(text);
    }

    @Test
    void numbersOfTablesKeepTheirDigitsHoweverSmall() {
        assertThat(Show.rounded(0.00123456, 4)).isEqualTo(0.001235);
        assertThat(Show.rounded(-1234.56, 4)).isEqualTo(-1235);
        assertThat(Show.rounded(0, 4)).isZero();
        assertThat(Show.rounded(Double.NaN, 4)).isNaN();
    }
}
