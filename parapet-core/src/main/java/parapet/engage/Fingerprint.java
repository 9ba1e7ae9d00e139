package parapet.engage;

import parapet.flight.Flight;
import parapet.radar.Radar;

/// A hash of 64 bits over the content of a battle input, every number of radars and flights
/// included: equal inputs have equal hashes, and different ones differ with a probability of 1 -
/// 2^-64 a pair. The views of sites are left out: they are large, and come from places and terrain
/// alone.
final class Fingerprint {
    private long hash = 0xCBF29CE484222325L;

    private Fingerprint() {}

    static long of(BattleInput input) {
        var f = new Fingerprint();
        for (TargetClass c : input.classes()) {
            f.text(c.id()).number(c.radarCrossSectionM2()).number(c.price());
            f.number(c.jammed()).number(c.fails());
        }
        for (Interceptor i : input.interceptors()) {
            f.text(i.id()).number(i.minimumRangeM()).number(i.minimumHeightM());
            f.number(i.maximumHeightM()).number(i.meanSpeedMps()).number(i.price());
            for (int c = 0; c < i.killProbability().length; c++) {
                f.number(i.maximumRangeM()[c]).number(i.killProbability()[c]);
            }
        }
        input.owners().forEach(f::text);
        input.sites().forEach(f::text);
        for (Sensor s : input.sensors()) {
            f.text(s.id()).whole(s.owner()).whole(s.battery()).whole(s.site()).radar(s.radar());
        }
        for (FireUnit u : input.fireUnits()) {
            f.text(u.id()).whole(u.owner()).whole(u.site()).radar(u.radar());
            f.whole(u.channels()).number(u.reactionSec()).number(u.assessment().meanSec());
            f.whole(u.assessment().exponential() ? 1 : 0);
            f.whole(u.doctrine().roundsAtLook().length).whole(u.magazines().size());
            for (int n : u.doctrine().roundsAtLook()) {
                f.whole(n);
            }
            f.whole(u.doctrine().order().ordinal());
            for (Magazine m : u.magazines()) {
                f.whole(m.interceptor()).whole(m.launchers()).whole(m.roundsPerLauncher());
                f.number(m.reloadSec());
            }
        }
        for (Asset a : input.assets()) {
            f.text(a.id()).number(a.value()).numbers(a.vulnerability());
        }
        f.whole(input.sharedPicture() ? 1 : 0);
        f.whole(input.coordinatedFire() ? 1 : 0).raid(input.raid());
        return f.hash;
    }

    private void raid(Raid raid) {
        text(raid.id()).whole(raid.nights());
        for (Flight[] flights : raid.flights()) {
            for (Flight flight : flights) {
                if (flight == null) {
                    whole(-1);
                } else {
                    numbers(flight.timeSec()).numbers(flight.seaM()).numbers(flight.groundM());
                }
            }
        }
        for (Threat t : raid.threats()) {
            whole(t.targetClass()).whole(t.lane()).number(t.startSec());
            whole(t.asset()).whole(t.decoy() ? 1 : 0);
        }
    }

    private Fingerprint radar(Radar r) {
        text(r.id()).number(r.frequencyHz()).number(r.referenceRangeM());
        number(r.referenceCrossSectionM2()).number(r.referenceProbability());
        number(r.falseAlarmProbability()).whole(r.swerlingCase()).whole(r.pulses());
        number(r.instrumentedRangeM()).number(r.antennaHeightM()).number(r.scanPeriodSec());
        return whole(r.confirmHits()).whole(r.confirmLooks()).whole(r.trackCapacity());
    }

    private Fingerprint numbers(double[] values) {
        whole(values.length);
        for (double value : values) {
            number(value);
        }
        return this;
    }

    private Fingerprint text(String text) {
        for (int i = 0; i < text.length(); i++) {
            whole(text.charAt(i));
        }
        return whole(text.length());
    }

    private Fingerprint number(double value) {
        return whole(Double.doubleToLongBits(value));
    }

    private Fingerprint whole(long value) {
        hash = Long.rotateLeft((hash ^ value) * 0x9E3779B97F4A7C15L, 31);
        return this;
    }
}
