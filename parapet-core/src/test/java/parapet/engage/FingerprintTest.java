package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
                in.sharedPicture(),
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
        assertThat(Skies.with(in, other).fingerprint()).isNotEqualTo(in.fingerprint());
    }
}
