package parapet.sustain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What came of one replication: for every unit the intervals of its states with their reasons,
/// stocks of missiles, and counts. Intervals of one unit follow each other without a gap from its
/// due date (or tick 0, whichever is later) to the end; those of different units are mixed in the
/// order in which they were closed.
public final class ReadinessHistory {
    private static final UnitState[] STATES = UnitState.values();
    private static final Reason[] REASONS = Reason.values();

    /// What happened to the parts of one kind, and where they are at the end. Always
    ///
    ///     brought + received + exchanged
    ///       = working + mending + shelf + shipped + loop + scrapped + withdrawn + stranded + fittedInside
    ///
    /// Sub-parts inside other parts are not counted; they come into the count when they are taken
    /// out as the fault of a repair, and leave it when a good one is put in.
    ///
    /// @param failures failures
    /// @param fieldRepairs failures mended on the spot
    /// @param removals failures that took the part out
    /// @param ordered new parts ordered for scrapped ones and for higher stock
    /// @param brought installed in units and spare parts that came with units, sites and additions
    /// @param received ordered parts that have come
    /// @param retired installed items taken out at the end of their life
    /// @param exchanged faulty ones taken out of parts in a shop
    /// @param fittedInside good ones put into parts in a shop
    /// @param working installed and working
    /// @param mending installed and being mended or fitted
    /// @param shelf on shelves
    /// @param shipped on the way from supplier to base
    /// @param loop failed or repaired, between removal and shelf
    /// @param scrapped condemned
    /// @param withdrawn taken off the shelf by a lower stock target
    /// @param stranded failed where nobody repairs them
    public record PartCount(
            int failures,
            int fieldRepairs,
            int removals,
            int ordered,
            int brought,
            int received,
            int retired,
            int exchanged,
            int fittedInside,
            int working,
            int mending,
            int shelf,
            int shipped,
            int loop,
            int scrapped,
            int withdrawn,
            int stranded) {}

    private final List<String> missileKinds = new ArrayList<>();
    private int missileSize;
    private long missilesShort;
    private long[] missileTick = new long[64];
    private int[] missileUnit = new int[64];
    private int[] missileKind = new int[64];
    private int[] missileChange = new int[64];

    private List<PartCount> parts = List.of();
    private int[] repairs = new int[0];
    private int[] failures = new int[0];
    private long events;

    private final Chains chains = new Chains();
    private int chainSize;
    private int[] chainUnit = new int[256];
    private int[] chain = new int[256];
    private long[] chainFrom = new long[256];
    private long[] chainTo = new long[256];

    private int size;
    private int[] unit = new int[1024];
    private long[] from = new long[1024];
    private long[] to = new long[1024];
    private byte[] state = new byte[1024];
    private byte[] reason = new byte[1024];
    private short[] site = new short[1024];
    private short[] part = new short[1024];

    /// Appends one interval; joined to the unit's last one by the engine, not here.
    ///
    /// @param unit index of the unit
    /// @param from first tick
    /// @param to tick after the last, more than `from`
    /// @param state what the unit is
    /// @param reason ordinal of the [Reason], -1 when the state is full
    /// @param site index of the site where the missing part (or the unit, for tasks) is, -1 when
    ///   none
    /// @param part index of the missing part, -1 when none
    void add(int unit, long from, long to, UnitState state, int reason, int site, int part) {
        if (size == this.unit.length) {
            int more = 2 * size;
            this.unit = Arrays.copyOf(this.unit, more);
            this.from = Arrays.copyOf(this.from, more);
            this.to = Arrays.copyOf(this.to, more);
            this.state = Arrays.copyOf(this.state, more);
            this.reason = Arrays.copyOf(this.reason, more);
            this.site = Arrays.copyOf(this.site, more);
            this.part = Arrays.copyOf(this.part, more);
        }
        this.unit[size] = unit;
        this.from[size] = from;
        this.to[size] = to;
        this.state[size] = (byte) state.ordinal();
        this.reason[size] = (byte) reason;
        this.site[size] = (short) site;
        this.part[size] = (short) part;
        size++;
    }

    Chains chains() {
        return chains;
    }

    /// A unit that waits for a part was held by one chain of causes.
    void addChain(int ofUnit, long start, long end, int node) {
        if (chainSize == chain.length) {
            int more = 2 * chainSize;
            chainUnit = Arrays.copyOf(chainUnit, more);
            chain = Arrays.copyOf(chain, more);
            chainFrom = Arrays.copyOf(chainFrom, more);
            chainTo = Arrays.copyOf(chainTo, more);
        }
        chainUnit[chainSize] = ofUnit;
        chain[chainSize] = node;
        chainFrom[chainSize] = start;
        chainTo[chainSize] = end;
        chainSize++;
    }

    /// One link of a cause chain.
    ///
    /// @param reason what is wanting
    /// @param site where, -1 for nowhere
    /// @param part which part, -1 for none
    public record Cause(Reason reason, int site, int part) {}

    /// Number of intervals during which a unit was not full for want of a part, each with one
    /// chain; they add up to the time of all intervals whose [Reason] lies behind a missing spare.
    public int chainCount() {
        return chainSize;
    }

    /// Unit of chain interval `i`.
    public int chainUnit(int i) {
        return chainUnit[i];
    }

    /// First tick of chain interval `i`.
    public long chainFrom(int i) {
        return chainFrom[i];
    }

    /// Tick after the last of chain interval `i`.
    public long chainTo(int i) {
        return chainTo[i];
    }

    /// Number of the chain of interval `i`, equal for equal chains of this history.
    public int chain(int i) {
        return chain[i];
    }

    /// The links of a chain, from the unit down to the last cause.
    ///
    /// @param number see [#chain(int)]
    public List<Cause> causes(int number) {
        var causes = new ArrayList<Cause>();
        for (int node = number; node != 0; node = chains.parent(node)) {
            causes.addFirst(
                    new Cause(REASONS[chains.reason(node)], chains.site(node), chains.part(node)));
        }
        return causes;
    }

    /// Number of intervals.
    public int size() {
        return size;
    }

    /// Unit of interval `i`.
    public int unit(int i) {
        return unit[i];
    }

    /// First tick of interval `i`.
    public long from(int i) {
        return from[i];
    }

    /// Tick after the last of interval `i`.
    public long to(int i) {
        return to[i];
    }

    /// State during interval `i`.
    public UnitState state(int i) {
        return STATES[state[i]];
    }

    /// Ordinal of the [Reason] of interval `i`, -1 when full.
    public int reason(int i) {
        return reason[i];
    }

    /// Site of the reason of interval `i`, -1 when none.
    public int site(int i) {
        return site[i];
    }

    /// Part that is missing during interval `i`, -1 when none.
    public int part(int i) {
        return part[i];
    }

    /// Lengthens interval `i`.
    void extend(int i, long until) {
        to[i] = until;
    }

    /// Index of a kind of missile, new if it is not known yet.
    int missileKind(String id) {
        int known = missileKinds.indexOf(id);
        if (known >= 0) {
            return known;
        }
        missileKinds.add(id);
        return missileKinds.size() - 1;
    }

    void addMissiles(long tick, int ofUnit, int kind, int change) {
        if (missileSize == missileTick.length) {
            int more = 2 * missileSize;
            missileTick = Arrays.copyOf(missileTick, more);
            missileUnit = Arrays.copyOf(missileUnit, more);
            missileKind = Arrays.copyOf(missileKind, more);
            missileChange = Arrays.copyOf(missileChange, more);
        }
        missileTick[missileSize] = tick;
        missileUnit[missileSize] = ofUnit;
        missileKind[missileSize] = kind;
        missileChange[missileSize] = change;
        missileSize++;
    }

    void close(long allEvents, List<PartCount> counts, int[] repairsBySite, int[] failuresBySlot) {
        events = allEvents;
        parts = List.copyOf(counts);
        repairs = repairsBySite.clone();
        failures = failuresBySlot.clone();
    }

    void lackMissiles(int count) {
        missilesShort += count;
    }

    /// Missiles that were to be given away or fired in training and were not there.
    public long missilesShort() {
        return missilesShort;
    }

    /// Keys of the kinds of missile, in the order of their indices.
    public List<String> missileKinds() {
        return List.copyOf(missileKinds);
    }

    /// Number of changes of missile stocks; they are in the order of time.
    public int missileChanges() {
        return missileSize;
    }

    /// When change `i` happened.
    public long missileTick(int i) {
        return missileTick[i];
    }

    /// Unit of change `i`.
    public int missileUnit(int i) {
        return missileUnit[i];
    }

    /// Index of the kind of missile of change `i`, see [#missileKinds()].
    public int missileKind(int i) {
        return missileKind[i];
    }

    /// Missiles that came (positive) or were withdrawn (negative) in change `i`.
    public int missileChange(int i) {
        return missileChange[i];
    }

    /// Missiles of a kind that a unit has just after `tick`.
    public int missiles(int ofUnit, int kind, long tick) {
        int stock = 0;
        for (int i = 0; i < missileSize && missileTick[i] <= tick; i++) {
            if (missileUnit[i] == ofUnit && missileKind[i] == kind) {
                stock += missileChange[i];
            }
        }
        return stock;
    }

    /// Counts by part.
    public List<PartCount> parts() {
        return parts;
    }

    /// Repairs begun at a site.
    public int repairs(int ofSite) {
        return repairs[ofSite];
    }

    /// Failures of a slot; slots are numbered unit after unit in the order of the input.
    int failuresOfSlot(int slot) {
        return failures[slot];
    }

    /// Events that the engine handled.
    public long events() {
        return events;
    }

    /// A hash over all intervals, changes of missiles and counts: equal for equal histories.
    public long fingerprint() {
        long h = 0xCBF29CE484222325L;
        for (int i = 0; i < size; i++) {
            h = mix(h, unit[i], from[i], to[i]);
            h = mix(h, state[i], reason[i], (long) site[i] << 32 | (part[i] & 0xFFFFFFFFL));
        }
        for (int i = 0; i < missileSize; i++) {
            h =
                    mix(
                            h,
                            missileTick[i],
                            (long) missileUnit[i] << 32 | missileKind[i],
                            missileChange[i]);
        }
        for (PartCount count : parts) {
            h = mix(h, count.failures(), count.removals(), count.loop());
        }
        return h;
    }

    private static long mix(long hash, long a, long b, long c) {
        long h = (hash ^ a) * 0x9E3779B97F4A7C15L;
        h = (Long.rotateLeft(h, 29) ^ b) * 0xBF58476D1CE4E5B9L;
        h = (Long.rotateLeft(h, 31) ^ c) * 0x94D049BB133111EBL;
        return h ^ h >>> 32;
    }
}
