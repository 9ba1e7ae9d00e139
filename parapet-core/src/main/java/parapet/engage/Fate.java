package parapet.engage;

import java.util.List;
import parapet.quantity.Calendar;
import parapet.random.KeyedRandom;
import parapet.random.Sampler;
import parapet.random.Streams;

/// What chance decides in a fight: which threats fail or are jammed, which rounds kill, and how
/// long a look after them takes. Every number depends on seed, draw, replication, threat, night,
/// fire unit and a count only, so that nothing that happens elsewhere changes it. For one thread.
final class Fate {
    private static final long NIGHT = 0xD1B54A32D192ED03L;
    private static final long COUNT = 0x9E6C63D0876A9A47L;
    private static final long FAILS = Streams.entity("engage.fails");
    private static final long JAMMED = Streams.entity("engage.jammed");
    private static final long ASSESSMENT = Streams.entity("engage.assessment");

    private final KeyedRandom chance = new KeyedRandom();
    private final long key;
    private final long[] threatKey;
    private final long[] unitKey;

    Fate(Battlefield field, List<FireUnit> units, Streams streams) {
        key = streams.at("engage.kill", 0).nextLong();
        threatKey = field.threatKey;
        unitKey = units.stream().mapToLong(u -> Streams.entity(u.id())).toArray();
    }

    /// Whether a threat fails by itself before anyone could see it.
    boolean fails(int threat, int night, double share) {
        return share > 0 && Streams.open(chance.at(key(threat, night), FAILS)) < share;
    }

    /// Whether jamming makes a threat miss that has reached the end of its lane.
    boolean jammed(int threat, int night, double share) {
        return share > 0 && Streams.open(chance.at(key(threat, night), JAMMED)) < share;
    }

    /// Whether a round kills.
    ///
    /// @param shot number of the round among all that this unit fires at this threat this night
    /// @param probability single-shot kill probability
    boolean kills(int threat, int night, int unit, int shot, double probability) {
        chance.at(key(threat, night), unitKey[unit] + shot * COUNT);
        return Streams.open(chance) < probability;
    }

    /// Ticks from an intercept to the look that frees the channel.
    ///
    /// @param look number of the look
    long assessment(int threat, int night, int unit, int look, Timing timing) {
        double sec = timing.meanSec();
        if (timing.exponential()) {
            chance.at(key(threat, night), (unitKey[unit] ^ ASSESSMENT) + look * COUNT);
            sec = Sampler.exponential(chance, sec);
        }
        return Calendar.ticks(sec);
    }

    private long key(int threat, int night) {
        return key + threatKey[threat] + night * NIGHT;
    }
}
