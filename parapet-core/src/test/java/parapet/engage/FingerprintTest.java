package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.flight.Flight;
import parapet.radar.Radar;

/// Inputs of battles that differ in any number have different fingerprints.
class FingerprintTest {
    private static BattleInput with(BattleInput in, Radar radar) {
        var sensors = new ArrayList<>(in.sensors());
        Sensor s = sensors.getFirst();
        sensors.set(0, new Sensor(s.id(), s.owner(), s.site(), radar));
        return new BattleInput(
                in.classes(),
                in.interceptors(),
                in.owners(),
                in.sites(),
                sensors,
                in.fireUnits(),
                in.assets(),
                in.sharedPicture(),
                in.coordinatedFire(),
                in.raid());
    }

    private static Radar range(Radar r, double rangeM) {
        return new Radar(
                r.id(),
                r.frequencyHz(),
                rangeM,
                r.referenceCrossSectionM2(),
                r.referenceProbability(),
                r.falseAlarmProbability(),
                r.swerlingCase(),
                r.pulses(),
                r.instrumentedRangeM(),
                r.antennaHeightM(),
                r.scanPeriodSec(),
                r.confirmHits(),
                r.confirmLooks(),
                r.trackCapacity());
    }

    /// The two halves of the bits of a double changed alike leave its hash code of 32 bits as it
    /// was.
    @Test
    void radarsWithTheSameHashCodeDiffer() {
        BattleInput in = Skies.random(3);
        Radar radar = in.sensors().getFirst().radar();
        long bits = Double.doubleToLongBits(radar.referenceRangeM());
        Radar twin = range(radar, Double.longBitsToDouble(bits ^ 1L ^ 1L << 32));
        assertThat(twin).isNotEqualTo(radar).hasSameHashCodeAs(radar);
        assertThat(with(in, twin).fingerprint()).isNotEqualTo(in.fingerprint());
        assertThat(with(in, radar).fingerprint()).isEqualTo(in.fingerprint());
    }

    @Test
    void flightsThatDifferInOnePointDiffer() {
        BattleInput in = Skies.random(3);
        Flight[][] flights = in.raid().flights().clone();
        for (int c = 0; c < flights.length; c++) {
            flights[c] = flights[c].clone();
            for (int l = 0; l < flights[c].length; l++) {
                Flight f = flights[c][l];
                if (f != null && f.seaM().length > 2) {
                    double[] sea = f.seaM().clone();
                    sea[1] += 1;
                    flights[c][l] = new Flight(f.timeSec(), sea, f.groundM());
                }
            }
        }
        Raid r = in.raid();
        Raid other = new Raid(r.id(), r.lanes(), flights, r.views(), r.threats(), r.nights());
        assertThat(in.against(other).fingerprint()).isNotEqualTo(in.fingerprint());
    }

    /// Assets, aims, decoys, shares that fail or are jammed, and both switches.
    @Test
    void everyNewNumberCounts() {
        BattleInput in = Skies.random(3);
        TargetClass c = in.classes().getFirst();
        var jammed = new TargetClass(c.id(), c.radarCrossSectionM2(), c.price(), 0.1, 0);
        var fails = new TargetClass(c.id(), c.radarCrossSectionM2(), c.price(), 0, 0.1);
        var asset = new Asset("x", 1, new double[2]);
        BattleInput one = Skies.defending(in, c, asset);
        Threat t = in.raid().threats().getFirst();
        var aimed = new Threat(t.targetClass(), t.lane(), t.startSec(), 0, false);
        var decoy = new Threat(t.targetClass(), t.lane(), t.startSec(), -1, true);
        var all =
                List.of(
                        in,
                        Skies.defending(in, jammed),
                        Skies.defending(in, fails),
                        one,
                        Skies.defending(in, c, new Asset("y", 1, new double[2])),
                        Skies.defending(in, c, new Asset("x", 2, new double[2])),
                        Skies.defending(in, c, new Asset("x", 1, new double[] {0, 0.1})),
                        one.against(Skies.raid(in.raid(), List.of(t))),
                        one.against(Skies.raid(in.raid(), List.of(aimed))),
                        one.against(Skies.raid(in.raid(), List.of(decoy))),
                        Skies.switched(in, true, true),
                        Skies.switched(in, true, false),
                        Skies.switched(in, false, true),
                        Skies.switched(in, false, false));
        long distinct = all.stream().mapToLong(BattleInput::fingerprint).distinct().count();
        assertThat(distinct).isEqualTo(all.size() - 1); // the switches of `in` are among the four
    }
}
