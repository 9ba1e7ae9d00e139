package parapet.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandingTest {
    /// Of what needs both, each class and the better ones have no more than either.
    @Test
    void whatNeedsBothIsAsGoodAsTheWeaker() {
        var a = new Standing(0.5, 0.3, 0.2);
        var b = new Standing(0.6, 0.1, 0.3);
        Standing both = a.with(b);
        assertThat(both.record()).isCloseTo(0.5, within(1e-12));
        assertThat(both.analogy()).isCloseTo(0.2, within(1e-12));
        assertThat(both.judgement()).isCloseTo(0.3, within(1e-12));
        assertThat(b.with(a)).isEqualTo(both);
        assertThat(a.with(Standing.JUDGEMENT)).isEqualTo(Standing.JUDGEMENT);
        assertThat(a.with(new Standing(1, 0, 0)).analogy()).isCloseTo(0.3, within(1e-12));
    }
}
