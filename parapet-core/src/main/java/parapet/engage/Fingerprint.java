package parapet.engage;

import parapet.flight.Flight;

/// A hash over the numbers of a battle input: equal inputs have equal hashes, and different ones
/// differ with a probability of 1 - 2^-64 a pair. The views of sites are left out: they are large,
/// and come from places and terrain alone.
final class Fingerprint {
    private long hash = 0xCBF29CE484222325L;

    private Fingerprint() {}

    static long of(BattleInput input) {
        var f = new Fingerprint();
        for (TargetClass c : input.classes()) {
            f.text(c.id()).number(c.radarCrossSectionM2()).number(c.price());
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
            f.text(s.id()).whole(s.owner()).whole(s.site()).whole(s.radar().hashCode());
        }
        for (FireUnit u : input.fireUnits()) {
            f.text(u.id()).whole(u.owner()).whole(u.site()).whole(u.radar().hashCode());
            f.whole(u.channels()).number(u.reactionSec()).whole(u.assessment().hashCode());
            for (int n : u.doctrine().roundsAtLook()) {
                f.whole(n);
            }
            f.whole(u.doctrine().order().ordinal());
            for (Magazine m : u.magazines()) {
                f.whole(m.interceptor()).whole(m.launchers()).whole(m.roundsPerLauncher());
                f.number(m.reloadSec());
            }
        }
        f.whole(input.sharedPicture() ? 1 : 0).raid(input.raid());
        return f.hash;
    }

    private void raid(Raid raid) {
        text(raid.id()).whole(raid.nights());
        for (Flight[] flights : raid.flights()) {
            for (Flight flight : flights) {
                if (flight == null) {
                    continue;
                }
                int last = flight.seaM().length - 1;
                number(flight.durationSec()).number(flight.seaM()[0]).number(flight.seaM()[last]);
                number(flight.groundM()[last / 2]);
            }
        }
        for (Threat t : raid.threats()) {
            whole(t.targetClass()).whole(t.lane()).number(t.startSec());
        }
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
        long h = (hash ^ value) * 0x9E3779B97F4A7C15L;
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
        hash = h ^ h >>> 32;
        return this;
    }
}
