package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChainsTest {
    /// 5,000 parts at 500 sites, each link told again as it was put in.
    @Test
    void linksOfManyPartsAndSitesAreToldApart() {
        var chains = new Chains();
        int last = Reason.values().length - 1;
        var nodes = new int[5000];
        for (int part = 0; part < nodes.length; part++) {
            nodes[part] = chains.with(0, last, part % 500, part);
        }
        for (int part = 0; part < nodes.length; part++) {
            assertThat(chains.part(nodes[part])).isEqualTo(part);
            assertThat(chains.site(nodes[part])).isEqualTo(part % 500);
            assertThat(chains.reason(nodes[part])).isEqualTo(last);
            assertThat(chains.with(0, last, part % 500, part)).isEqualTo(nodes[part]);
        }
        assertThat(chains.site(chains.with(0, 0, -1, -1))).isEqualTo(-1);
        assertThat(chains.part(chains.with(0, 0, -1, -1))).isEqualTo(-1);
        assertThatThrownBy(() -> chains.with(0, 0, 0, 1 << 24))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(16777216)");
    }
}
