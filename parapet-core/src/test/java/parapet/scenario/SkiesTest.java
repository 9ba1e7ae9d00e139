package parapet.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Who counts as the same owner where plans share a sky.
class SkiesTest {
    /// As many rounds of each kind in all, of other missiles: the rounds of the one run out with
    /// another stock.
    @Test
    void ownersDifferByTheMissilesThatTheirRoundsAreMadeOf() {
        assertThat(owner("long", 8))
                .isEqualTo(owner("long", 8))
                .hasSameHashCodeAs(owner("long", 8));
        assertThat(owner("long", 8)).isNotEqualTo(owner("medium", 8));
        assertThat(owner("long", 8)).isNotEqualTo(owner("long", 9));
    }

    @Test
    void loadsDifferByTheirShares() {
        var one = new SkyCase.Load("long", new int[] {0, 0}, new double[] {0.5, 0.5});
        var other = new SkyCase.Load("long", new int[] {0, 0}, new double[] {1, 0});
        assertThat(one).isNotEqualTo(other);
    }

    private static SkyCase.Owner owner(String missile, int rounds) {
        var load = new SkyCase.Load(missile, new int[] {rounds, 0}, new double[] {1, 0});
        return new SkyCase.Owner("unit", 0, false, 1, 1, List.of(load), 1, 0);
    }
}
