package parapet.sustain;

import java.util.Arrays;

/// What came of one replication: for every unit the intervals of its states with their reasons,
/// stocks of missiles, and counts for the conservation checks. Intervals of one unit follow each
/// other without a gap from its due date (or tick 0, whichever is later) to the end.
public final class ReadinessHistory {
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
        return UnitState.values()[state[i]];
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
}
