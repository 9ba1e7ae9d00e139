package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.view.words.Say;

class SayTest {
    @Test
    void labelsThatDifferInTheirDatesShareATitle() {
        assertThat(Say.shared(List.of("Units ready in June 2026", "Units ready in May 2030")))
                .isEqualTo("Units ready");
        assertThat(Say.shared(List.of("Units due by 30 June 2026", "Units due by 31 May 2030")))
                .isEqualTo("Units due");
        assertThat(Say.shared(List.of("Share ready, 1 May 2018 to 2040", "Share ready, 1 June")))
                .isEqualTo("Share ready");
        assertThat(Say.shared(List.of("Money spent in all"))).isEqualTo("Money spent in all");
        assertThat(Say.shared(List.of("A", "B"))).isEqualTo("A");
    }

    @Test
    void numbersHaveThreeSignificantDigits() {
        assertThat(Say.number(1234567)).isEqualTo("1,230,000");
        assertThat(Say.number(-0.012345)).isEqualTo("−0.0123");
        assertThat(Say.number(0)).isEqualTo("0");
        assertThat(Say.number(Double.NaN)).isEqualTo("–");
        assertThat(Say.number(Double.POSITIVE_INFINITY)).isEqualTo("never");
    }

    @Test
    void amountsAreGroupedByTheCustomOfTheirCurrency() {
        assertThat(Say.measure(40300, "crore INR")).isEqualTo("40,300 crore INR");
        assertThat(Say.measure(1234567, "crore INR")).isEqualTo("12,30,000 crore INR");
        assertThat(Say.measure(1234567, "million PLN")).isEqualTo("1,230,000 million PLN");
        assertThat(Say.bare(5.43, "billion XYZ")).isEqualTo("5.43");
        assertThat(Say.pairs(-9990)).isEqualTo("−9,990");
    }

    @Test
    void rangesSayTheUnitOnce() {
        assertThat(Say.range(1, 2.5, "million USD")).isEqualTo("1 to 2.5 million USD");
        assertThat(Say.range(50, 50, "%")).isEqualTo("50 %");
        assertThat(Say.differenceRange(1, 2.5, "%")).isEqualTo("+1 to +2.5 points");
        assertThat(Say.measure(2031.4, "year")).isEqualTo("2031");
    }

    @Test
    void smallSharesStaySmall() {
        assertThat(Say.measure(0.42352, "%")).isEqualTo("0.424 %");
        assertThat(Say.range(0.097, 1.02, "%")).isEqualTo("0.097 to 1 %");
        assertThat(Say.measure(1.2e-4, "%")).isEqualTo("1.2e-4 %");
        assertThat(Say.tenths(0.00283)).isEqualTo("0.00283");
        assertThat(Say.tenths(3.14)).isEqualTo("3.1");
        assertThat(Say.difference(1e-16, "%")).as("equal sums").isEqualTo("0 points");
    }

    @Test
    void keysBecomeWords() {
        assertThat(Say.words("mro-opening")).isEqualTo("MRO opening");
        assertThat(Say.anchor("q", "a b/c")).isEqualTo("q-a_b_c");
    }
}
