package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import parapet.sustain.Reason;
import parapet.sustain.UnitState;

class SpellTest {
    @Test
    void everyCauseOfManyPartsAndSitesComesBack() {
        int[] parts = {-1, 0, 1022, 1023, 1099, 4999, 1_000_000};
        int[] sites = {-1, 0, 499, 1023, 200_000};
        for (int year : new int[] {0, 2018, 2040, 8000}) {
            for (int part : parts) {
                for (int site : sites) {
                    for (int reason = -1; reason < Reason.values().length; reason++) {
                        int state = (reason + 1) % UnitState.values().length;
                        long key = Spell.in(year, Spell.of(state, reason, part, site));
                        assertThat(Spell.fiscalYear(key)).isEqualTo(year);
                        assertThat(Spell.state(key)).isEqualTo(state);
                        assertThat(Spell.reason(key)).isEqualTo(reason);
                        assertThat(Spell.part(key)).isEqualTo(part);
                        assertThat(Spell.site(key)).isEqualTo(site);
                    }
                }
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Spell.of(0, 0, 1 << 20, 0)).hasMessageContaining("1048577");
        assertThatThrownBy(() -> Spell.of(0, 0, 0, 1 << 18)).hasMessageContaining("262145");
        assertThatThrownBy(() -> Spell.in(8192, 0)).hasMessageContaining("8192");
    }
}
