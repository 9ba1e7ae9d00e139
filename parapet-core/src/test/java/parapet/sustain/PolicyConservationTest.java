package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;

/// Nothing is lost and nothing depends on what does not matter, with all policies on.
final class PolicyConservationTest {
    /// Books after every event on 400 random networks: parts, positions of stock, crews, time.
    @Test
    void nothingIsEverLostWithAllPoliciesOn() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Streams(101, 0, seed).at("test.case", 0);
            SustainInput in = PolicyCases.with(Cases.random(random), random);
            List<Delivery> late = Cases.late(in, random);
            try {
                var streams = new Streams(7, 0, seed);
                var full = Sustainment.simulate(in, late, streams, new Ledger(), Audit.FULL);
                var off = Sustainment.simulate(in, late, streams, new Ledger(), Audit.OFF);
                assertThat(off.fingerprint()).isEqualTo(full.fingerprint());
                var phases = new ArrayList<>(in.phases());
                phases.add(new SustainInput.Phase(950 * Cases.DAY, phases.getLast().network()));
                var same = new SustainInput(in.endTick(), phases, in.units(), in.additions());
                var again = Sustainment.simulate(same, late, streams, new Ledger(), Audit.OFF);
                assertThat(again.fingerprint()).isEqualTo(full.fingerprint());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
