package parapet.sustain;

import java.util.Arrays;
import parapet.programme.Delivery;

/// Writes what each unit is at each moment, and why it is not full, into the [ReadinessHistory].
///
/// A unit is looked at again only when one of its own slots has changed, or when anything has
/// happened to a kind of part of which its chain of causes speaks; and only before time goes on.
final class UnitLog {
    private static final int NONE = -1;

    private final Run run;
    private final Fleet fleet;
    private final boolean[] unitChanged;
    private final boolean[] partChanged;
    private boolean anyChanged;

    private final long[] from;
    private final UnitState[] state;
    private final int[] reason;
    private final int[] site;
    private final int[] part;
    private final int[] lastWritten;

    /// The chain of causes that holds the unit, 0 for none, and since when.
    private final int[] chain;

    private final long[] chainFrom;

    /// How many links of chains that hold units speak of a part.
    private final int[] watched;

    UnitLog(Run run, Fleet fleet) {
        this.run = run;
        this.fleet = fleet;
        int n = fleet.units;
        unitChanged = new boolean[n];
        partChanged = new boolean[run.parts];
        from = new long[n];
        state = new UnitState[n];
        Arrays.fill(state, UnitState.FULL);
        reason = filled(n);
        site = filled(n);
        part = filled(n);
        lastWritten = filled(n);
        chain = new int[n];
        chainFrom = new long[n];
        watched = new int[run.parts];
    }

    private static int[] filled(int n) {
        int[] a = new int[n];
        Arrays.fill(a, NONE);
        return a;
    }

    /// Writes the way from the due date to service.
    void deliver(int unit, Delivery d) {
        long t = Math.max(d.due(), 0);
        long last = d.cancelled();
        t = way(unit, t, Math.min(last, d.ready()), UnitState.NOT_DELIVERED, Reason.MAKER_LATE);
        t =
                way(
                        unit,
                        t,
                        Math.min(last, d.released()),
                        UnitState.NOT_DELIVERED,
                        Reason.COMMON_CAUSE);
        t = way(unit, t, Math.min(last, d.paid()), UnitState.NOT_DELIVERED, Reason.PAYMENT_STUCK);
        t = way(unit, t, Math.min(last, d.sent()), UnitState.NOT_DELIVERED, Reason.SUPPLY_CLOSED);
        t =
                way(
                        unit,
                        t,
                        Math.min(last, d.arrived()),
                        UnitState.NOT_DELIVERED,
                        Reason.LOST_IN_TRANSIT);
        if (last != Long.MAX_VALUE) {
            way(unit, t, run.endTick, UnitState.NOT_DELIVERED, Reason.CANCELLED);
            return;
        }
        t = way(unit, t, d.begun(), UnitState.DEPLOYING, Reason.AWAITING_GATE);
        t = way(unit, t, d.deployed(), UnitState.DEPLOYING, Reason.DEPLOYING);
        way(unit, t, d.inService(), UnitState.DEPLOYING, Reason.AWAITING_GATE);
    }

    private long way(int unit, long start, long end, UnitState what, Reason why) {
        long until = Math.min(end, run.endTick);
        if (until > start) {
            run.history.add(unit, start, until, what, why.ordinal(), NONE, NONE);
            return until;
        }
        return start;
    }

    void enter(int unit) {
        from[unit] = run.now;
        unitChanged(unit);
    }

    void unitChanged(int unit) {
        unitChanged[unit] = true;
        anyChanged = true;
    }

    void partChanged(int kind) {
        if (watched[kind] > 0) {
            partChanged[kind] = true;
            anyChanged = true;
        }
    }

    void settle() {
        if (!anyChanged) {
            return;
        }
        for (int u = 0; u < fleet.units; u++) {
            if (fleet.inService[u] && (unitChanged[u] || chainChanged(u))) {
                judge(u);
                unitChanged[u] = false;
            }
        }
        Arrays.fill(partChanged, false);
        anyChanged = false;
    }

    /// Whether anything has happened to a part of which the unit's chain speaks.
    private boolean chainChanged(int unit) {
        Chains chains = run.history.chains();
        for (int node = chain[unit]; node != 0; node = chains.parent(node)) {
            int kind = chains.part(node);
            if (kind >= 0 && partChanged[kind]) {
                return true;
            }
        }
        return false;
    }

    private void judge(int unit) {
        hold(unit, cause(unit));
    }

    /// Finds out what the unit is.
    ///
    /// @return the chain of causes that holds it, 0 for none
    private int cause(int unit) {
        if (run.tasks.away(unit)) {
            become(
                    unit,
                    UnitState.AWAY,
                    run.tasks.reason(unit).ordinal(),
                    run.tasks.site(unit),
                    NONE);
            return 0;
        }
        int forFull = NONE;
        int forDegraded = NONE;
        for (int s = fleet.firstSlot[unit]; s < fleet.firstSlot[unit + 1]; s++) {
            if (fleet.working[s] < fleet.full[s]) {
                forFull = older(forFull, s);
                if (fleet.working[s] < fleet.degraded[s]) {
                    forDegraded = older(forDegraded, s);
                }
            }
        }
        if (forFull == NONE) {
            become(unit, UnitState.FULL, NONE, NONE, NONE);
            return 0;
        }
        int blocking = forDegraded == NONE ? forFull : forDegraded;
        UnitState what = forDegraded == NONE ? UnitState.DEGRADED : UnitState.DOWN;
        int hole = fleet.oldest[blocking];
        int kind = fleet.slotPart[blocking];
        if (fleet.waits(hole)) {
            run.stock.charge(fleet.base[unit], kind, hole);
            become(unit, what, run.stock.chargedReason, run.stock.chargedSite, kind);
            return run.stock.chargedChain;
        }
        Reason why = run.crews.waits(hole) ? Reason.NO_CREW : Reason.FIELD_REPAIR;
        become(unit, what, why.ordinal(), fleet.base[unit], kind);
        return 0;
    }

    private void hold(int unit, int by) {
        if (by != chain[unit]) {
            writeChain(unit);
            watch(chain[unit], -1);
            watch(by, 1);
            chain[unit] = by;
            chainFrom[unit] = run.now;
        }
    }

    private void watch(int last, int more) {
        Chains chains = run.history.chains();
        for (int node = last; node != 0; node = chains.parent(node)) {
            if (chains.part(node) >= 0) {
                watched[chains.part(node)] += more;
            }
        }
    }

    private void writeChain(int unit) {
        if (chain[unit] != 0 && run.now > chainFrom[unit]) {
            run.history.addChain(unit, chainFrom[unit], run.now, chain[unit]);
        }
    }

    /// Of two slots the one whose oldest hole began first, the first one on a tie.
    private int older(int a, int b) {
        return a == NONE || fleet.began(fleet.oldest[b]) < fleet.began(fleet.oldest[a]) ? b : a;
    }

    private void become(int unit, UnitState what, int why, int where, int kind) {
        if (what == state[unit]
                && why == reason[unit]
                && where == site[unit]
                && kind == part[unit]) {
            return;
        }
        run.tasks.operates(unit, what == UnitState.FULL || what == UnitState.DEGRADED);
        write(unit);
        from[unit] = run.now;
        state[unit] = what;
        reason[unit] = why;
        site[unit] = where;
        part[unit] = kind;
    }

    private void write(int unit) {
        if (run.now == from[unit]) {
            return;
        }
        int last = lastWritten[unit];
        if (last >= 0
                && run.history.state(last) == state[unit]
                && run.history.reason(last) == reason[unit]
                && run.history.site(last) == site[unit]
                && run.history.part(last) == part[unit]) {
            run.history.extend(last, run.now);
            return;
        }
        lastWritten[unit] = run.history.size();
        run.history.add(
                unit, from[unit], run.now, state[unit], reason[unit], site[unit], part[unit]);
    }

    /// Ends the intervals of all units; the clock stands at the end.
    void close() {
        for (int u = 0; u < fleet.units; u++) {
            if (fleet.inService[u]) {
                write(u);
                writeChain(u);
            }
        }
    }
}
