package parapet.sustain;

import parapet.random.Streams;

/// What chance is asked for on behalf of parts, one name for each purpose: the engine draws by
/// these names and [Controls] looks at the same draws again, so each is written once.
final class Purposes {
    /// Stream of the hazard of a slot.
    static final String FAILURE = "sustain.failure";

    /// Stream of the keys of what comes of its failures.
    static final String OUTCOME = "sustain.outcome";

    /// Whether a shop can mend it.
    static final long ABLE = Streams.entity("sustain.able");

    /// Whether a failure is mended on the spot.
    static final long FIELD = Streams.entity("sustain.field");

    /// Time of work on the unit.
    static final long MEND = Streams.entity("sustain.mend");

    /// Whether a part is condemned.
    static final long CONDEMN = Streams.entity("sustain.condemn");

    /// Whether its repair waits for material.
    static final long LACK = Streams.entity("sustain.lack");

    /// How long it waits.
    static final long MATERIAL = Streams.entity("sustain.material");

    /// Time on a place of a shop.
    static final long REPAIR = Streams.entity("sustain.repair");

    /// Which sub-part is the fault.
    static final long CAUSE = Streams.entity("sustain.cause");

    /// Whether no fault is found.
    static final long SOUND = Streams.entity("sustain.sound");

    /// Whether a new part is made locally.
    static final long LOCAL = Streams.entity("sustain.local");

    /// Time from order to part.
    static final long PROCURE = Streams.entity("sustain.procure");

    /// Age of a new part on a shelf.
    static final long SHELF = Streams.entity("sustain.shelf");

    /// Time of transport.
    static final long TRANSPORT = Streams.entity("sustain.transport");

    private Purposes() {}
}
