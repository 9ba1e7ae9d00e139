package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReplenishmentTest {
    @Test
    void lotsBringThePositionAboveTheReorderPoint() {
        var rule = Replenishment.lots(2, 4);
        assertThat(rule.order(3)).isZero();
        assertThat(rule.order(2)).isEqualTo(4);
        assertThat(rule.order(-1)).isEqualTo(4);
        assertThat(rule.order(-2)).isEqualTo(8);
    }

    @Test
    void oneOrderFillsUp() {
        var rule = Replenishment.upTo(2, 7);
        assertThat(rule.order(3)).isZero();
        assertThat(rule.order(2)).isEqualTo(5);
        assertThat(rule.order(-4)).isEqualTo(11);
    }

    @Test
    void nothingIsOrderedBeforeSomethingIsOwed() {
        var rule = Replenishment.lots(-1, 1);
        assertThat(rule.order(0)).isZero();
        assertThat(rule.order(-1)).isEqualTo(1);
    }
}
