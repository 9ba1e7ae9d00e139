package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.radar.Radar;

/// Which link of the chain of geometry breaks: reach, horizon, terrain, power.
final class ReasonTest {
    private static final double FLIES_M = 1_000;

    /// A target 1 000 m high over flat ground, a round of 40 km, and what the site has in view: the
    /// lowest heights over the terrain and on a smooth earth within 40 km; beyond, all is in view.
    private static @Nullable Reason fails(
            double terrainM, double smoothM, double roundM, Radar radar) {
        Lane lane = Skies.lane("l", 100e3, 100);
        LaneView all = Skies.view(lane, 100e3, 0, 0);
        double[] lowest = all.lowestM().clone();
        double[] smooth = all.lowestM().clone();
        for (int i = 0; i < lane.size(); i++) {
            if (all.eastM()[i] <= 45e3) {
                lowest[i] = terrainM;
                smooth[i] = smoothM;
            }
        }
        var view = new LaneView(all.eastM(), all.northM(), 0, lowest, smooth);
        var unit =
                new FireUnit(
                        "u",
                        0,
                        0,
                        radar,
                        1,
                        0,
                        Timing.fixed(0),
                        List.of(new Magazine(0, 1, 1, 0)),
                        new Doctrine(new int[] {1}, Doctrine.Order.FIRST_COME));
        BattleInput in =
                Skies.radial(
                        List.of(Skies.round("m", 0, roundM, 1, 1)),
                        List.of(unit),
                        true,
                        List.of(new Threat(0, 0, 0)));
        var flight = Flight.level(lane, 250, FLIES_M, false);
        var raid =
                new Raid(
                        "r",
                        List.of(lane),
                        new Flight[][] {{flight}, {flight}},
                        new LaneView[][] {{view}},
                        in.raid().threats(),
                        1);
        return Battlefield.of(in.against(raid)).fails(0, 0, 0);
    }

    @Test
    void theFirstLinkThatBreaksIsNamed() {
        Radar strong = Skies.eye();
        Radar weak = Skies.radar(500, 1, 1, 1);
        assertThat(fails(0, 0, 40e3, strong)).isNull();
        assertThat(fails(0, 0, 900, strong)).isEqualTo(Reason.OUT_OF_REACH);
        assertThat(fails(2_000, 2_000, 40e3, strong)).isEqualTo(Reason.BEHIND_HORIZON);
        assertThat(fails(2_000, 500, 40e3, strong)).isEqualTo(Reason.BEHIND_TERRAIN);
        assertThat(fails(500, 500, 40e3, weak)).isEqualTo(Reason.TOO_FAINT);
        assertThat(fails(500, 2_000, 40e3, strong)).isNull(); // a mast on a mountain sees more
        assertThat(fails(2_000, 2_000, 60e3, strong)).isNull(); // reaches where all is in view
    }

    @Test
    void keysAreReadBack() {
        assertThat(Arrays.stream(Reason.values()).map(r -> Reason.of(r.key())))
                .containsExactly(Reason.values());
        assertThat(Reason.BEHIND_TERRAIN.key()).isEqualTo("behind-terrain");
        assertThat(Reason.BEHIND_HORIZON.label()).isEqualTo("behind the horizon");
    }
}
