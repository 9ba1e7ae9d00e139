package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SayTest {
    @Test
    void numbersHaveThreeSignificantDigits() {
        assertThat(Say.number(1234567)).isEqualTo("1,230,000");
        assertThat(Say.number(-0.012345)).isEqualTo("−0.0123");
        assertThat(Say.number(0)).isEqualTo("0");
        assertThat(Say.number(Double.NaN)).isEqualTo("–");
        assertThat(Say.number(Double.POSITIVE_INFINITY)).isEqualTo("never");
    }

    @Test
    void rupeesAreCountedInCrore() {
        assertThat(Say.money(403e9, "INR")).isEqualTo("40,300 crore rupees");
        assertThat(Say.money(1.25e12, "INR")).isEqualTo("1.25 lakh crore rupees");
        assertThat(Say.money(5.43e9, "USD")).isEqualTo("5.43 billion dollars");
        assertThat(Say.money(850e6, "USD")).isEqualTo("850 million dollars");
        assertThat(Say.indian(1234567)).isEqualTo("12,30,000");
        assertThat(Say.indian(-9990)).isEqualTo("−9,990");
    }

    @Test
    void rangesSayTheUnitOnce() {
        assertThat(Say.range(1e9, 2.5e9, "USD")).isEqualTo("1 to 2.5 billion dollars");
        assertThat(Say.range(0.5, 0.5, "share")).isEqualTo("50 %");
        assertThat(Say.differenceRange(0.01, 0.025, "share")).isEqualTo("+1 to +2.5 points");
        assertThat(Say.measure(2031.4, "year")).isEqualTo("2031");
    }

    @Test
    void keysBecomeWords() {
        assertThat(Say.words("mro-opening")).isEqualTo("MRO opening");
        assertThat(Say.anchor("q", "a b/c")).isEqualTo("q-a_b_c");
    }
}
