package parapet.sustain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.programme.Delivery;

/// Units, their slots and the holes in them: an item that does not work is a hole from its failure
/// until it is mended or replaced. What each unit is at each moment is written by the [UnitLog],
/// when the next item fails is kept by [Wear].
///
/// Flat arrays over all slots of all units and a pool of holes, because this is the heart of the
/// run.
final class Fleet {
    private static final int NONE = -1;

    private final Run run;
    final int units;
    private final @Nullable Delivery[] delivery;
    final int[] base;
    final int[] type;
    final boolean[] inService;
    final int[] firstSlot;
    private final UnitLog log;

    final int[] slotUnit;
    final int[] slotPart;
    final int[] working;
    final int[] count;
    final int[] full;
    final int[] degraded;
    private final Wear wear;
    final int[] failed;
    final int[] oldest;
    private final int[] youngest;

    private int free = NONE;
    private int used;
    private int[] next = new int[64];
    private int[] prev = new int[64];
    private int[] slot = new int[64];
    private int[] cell = new int[64];
    private boolean[] waits = new boolean[64];

    /// Age of the item that fills the hole; not a number when it is the same one, mended.
    private double[] fittedAge = new double[64];

    private long[] began = new long[64];
    private long[] key = new long[64];
    private double[] fitSec = new double[64];

    Fleet(Run run, List<Delivery> deliveries) {
        this.run = run;
        List<SustainInput.Unit> all = run.input.units();
        units = all.size();
        delivery = new Delivery[units];
        base = new int[units];
        type = new int[units];
        inService = new boolean[units];
        firstSlot = new int[units + 1];
        Map<String, Delivery> byKey = new HashMap<>();
        for (Delivery d : deliveries) {
            byKey.put(d.unit(), d);
        }
        for (int u = 0; u < units; u++) {
            delivery[u] = byKey.get(all.get(u).id());
            base[u] = all.get(u).base();
            type[u] = all.get(u).type();
            firstSlot[u + 1] = firstSlot[u] + run.network.types().get(type[u]).slots().size();
        }
        int n = firstSlot[units];
        slotUnit = new int[n];
        slotPart = new int[n];
        working = new int[n];
        count = new int[n];
        full = new int[n];
        degraded = new int[n];
        failed = new int[n];
        oldest = new int[n];
        youngest = new int[n];
        Arrays.fill(oldest, NONE);
        Arrays.fill(youngest, NONE);
        wear = new Wear(run, this);
        log = new UnitLog(run, this);
    }

    /// Writes the deliveries and awaits the beginning of service.
    void schedule() {
        for (int u = 0; u < units; u++) {
            Delivery d = delivery[u];
            if (d != null && Math.max(d.due(), 0) < run.endTick) {
                log.deliver(u, d);
                run.at(Math.max(d.inService(), 0), Run.SERVICE, u);
            }
        }
    }

    /// The unit begins its service, with everything working and its spare parts.
    void enter(int unit) {
        Delivery d = delivery[unit];
        if (d == null) {
            throw new IllegalStateException("The unit (%d) has no delivery.".formatted(unit));
        }
        Network.UnitType kind = run.network.types().get(type[unit]);
        inService[unit] = true;
        String id = run.input.units().get(unit).id();
        for (int i = 0; i < kind.slots().size(); i++) {
            Network.Slot place = kind.slots().get(i);
            int s = firstSlot[unit] + i;
            slotUnit[s] = unit;
            slotPart[s] = place.part();
            count[s] = place.count();
            working[s] = place.count();
            run.tally.brought[place.part()] += place.count();
            describe(s, place);
        }
        wear.enter(unit, id);
        log.enter(unit);
        for (int p = 0; p < run.parts; p++) {
            if (kind.spares()[p] > 0) {
                run.stock.add(base[unit], p, kind.spares()[p]);
            }
        }
        run.missiles.enter(unit, d.arrived());
        run.tasks.enter(unit, d.inService());
    }

    private void describe(int s, Network.Slot place) {
        full[s] = place.full();
        degraded[s] = place.degraded();
    }

    /// The network has changed.
    void phaseChanged() {
        for (int u = 0; u < units; u++) {
            if (inService[u]) {
                List<Network.Slot> places = run.network.types().get(type[u]).slots();
                for (int i = 0; i < places.size(); i++) {
                    describe(firstSlot[u] + i, places.get(i));
                }
                wear.phaseChanged(u);
                log.unitChanged(u);
            }
        }
        for (int p = 0; p < run.parts; p++) {
            log.partChanged(p);
        }
    }

    /// The unit goes away, comes back, or is grounded.
    void refresh(int unit) {
        wear.refresh(unit);
        log.unitChanged(unit);
        run.swaps.consider(base[unit]);
    }

    void partChanged(int part) {
        log.partChanged(part);
    }

    /// Brings the intervals up to date before time goes on.
    void settle() {
        log.settle();
    }

    /// Ends the intervals of all units.
    void close() {
        log.close();
    }

    /// An item has failed, or has come to the end of its life.
    void fail(long what) {
        int cell = wear.fail(what);
        if (cell < 0) {
            return;
        }
        int s = wear.slot(cell);
        int part = slotPart[s];
        Network.Part kind = run.part[part];
        boolean retired = wear.retired(cell);
        long failure = wear.outcome(cell);
        failed[s]++;
        working[s]--;
        wear.goOn(cell);
        int hole = open(s, cell, failure);
        log.unitChanged(slotUnit[s]);
        if (retired) {
            run.tally.retired[part]++;
            remove(hole, !kind.life().overhauled(), true);
        } else {
            run.tally.failures[part]++;
            if (run.uniform(failure, Purposes.FIELD) < kind.fieldRepairShare()) {
                run.tally.fieldRepairs[part]++;
                mend(hole, kind.fieldRepairSec());
            } else {
                remove(hole, run.uniform(failure, Purposes.CONDEMN) < kind.condemnedShare(), false);
            }
        }
        run.swaps.consider(base[slotUnit[s]]);
    }

    /// The item leaves the unit and the hole asks for another.
    private void remove(int hole, boolean condemned, boolean overhaul) {
        int s = slot[hole];
        int part = slotPart[s];
        int site = base[slotUnit[s]];
        run.tally.removals[part]++;
        waits[hole] = true;
        fittedAge[hole] = 0;
        run.stock.request(site, part, hole);
        run.shops.removed(site, part, key[hole], condemned, overhaul);
        run.helpers.seek(site, part);
    }

    /// A spare part is at hand for the hole.
    void fit(int hole) {
        waits[hole] = false;
        log.unitChanged(slotUnit[slot[hole]]);
        mend(hole, run.part[slotPart[slot[hole]]].fieldRepairSec());
    }

    /// A good part is moved from a slot of another unit into the hole, which moves there.
    void swap(int hole, int donor) {
        int part = slotPart[donor];
        int from = wear.takeOut(donor);
        int left = open(donor, from, key[hole]);
        int site = base[slotUnit[donor]];
        working[donor]--;
        waits[left] = true;
        fittedAge[left] = 0;
        fittedAge[hole] = wear.age(from);
        run.stock.takeOver(site, part, hole, left);
        waits[hole] = false;
        log.unitChanged(slotUnit[donor]);
        log.unitChanged(slotUnit[slot[hole]]);
        mend(hole, run.site[site].policy().moveSec());
    }

    /// Fills the holes of a unit that wait for parts, with parts from outside, and makes all others
    /// as new.
    void renew(int unit) {
        wear.renew(unit);
        for (int s = firstSlot[unit]; s < firstSlot[unit + 1]; s++) {
            int hole = oldest[s];
            while (hole != NONE) {
                int after = next[hole];
                if (waits[hole]) {
                    waits[hole] = false;
                    run.tally.brought[slotPart[s]]++;
                    run.stock.cancel(base[unit], slotPart[s], hole);
                    restore(hole);
                }
                hole = after;
            }
        }
    }

    /// The unit is lost: what it waits for is no longer wanted.
    void giveUp(int unit) {
        for (int s = firstSlot[unit]; s < firstSlot[unit + 1]; s++) {
            for (int hole = oldest[s]; hole != NONE; hole = next[hole]) {
                if (waits[hole]) {
                    run.stock.cancel(base[unit], slotPart[s], hole);
                }
            }
        }
    }

    private void mend(int hole, double meanSec) {
        if (meanSec == 0) {
            restore(hole);
        } else {
            fitSec[hole] = meanSec;
            run.crews.want(base[slotUnit[slot[hole]]], hole);
        }
    }

    /// A crew begins to work on the hole.
    void work(int hole) {
        int unit = slotUnit[slot[hole]];
        double sec = run.exponential(key[hole], Purposes.MEND, fitSec[hole]);
        run.afterWork(run.site[base[unit]].policy().crewHours(), sec, Run.RESTORED, hole);
        log.unitChanged(unit);
    }

    /// The item works again.
    void restore(int hole) {
        int s = slot[hole];
        if (prev[hole] == NONE) {
            oldest[s] = next[hole];
        } else {
            next[prev[hole]] = next[hole];
        }
        if (next[hole] == NONE) {
            youngest[s] = prev[hole];
        } else {
            prev[next[hole]] = prev[hole];
        }
        next[hole] = free;
        free = hole;
        working[s]++;
        wear.restore(cell[hole], fittedAge[hole]);
        log.unitChanged(slotUnit[s]);
        run.crews.restored(base[slotUnit[s]], hole);
        run.swaps.consider(base[slotUnit[s]]);
    }

    private int open(int s, int ofCell, long failure) {
        int hole = free;
        if (hole == NONE) {
            if (used == next.length) {
                int more = 2 * used;
                next = Arrays.copyOf(next, more);
                prev = Arrays.copyOf(prev, more);
                slot = Arrays.copyOf(slot, more);
                cell = Arrays.copyOf(cell, more);
                waits = Arrays.copyOf(waits, more);
                fittedAge = Arrays.copyOf(fittedAge, more);
                began = Arrays.copyOf(began, more);
                key = Arrays.copyOf(key, more);
                fitSec = Arrays.copyOf(fitSec, more);
            }
            hole = used++;
        } else {
            free = next[hole];
        }
        slot[hole] = s;
        cell[hole] = ofCell;
        waits[hole] = false;
        fittedAge[hole] = Double.NaN;
        began[hole] = run.now;
        key[hole] = failure;
        next[hole] = NONE;
        prev[hole] = youngest[s];
        if (youngest[s] == NONE) {
            oldest[s] = hole;
        } else {
            next[youngest[s]] = hole;
        }
        youngest[s] = hole;
        return hole;
    }

    boolean waits(int hole) {
        return waits[hole];
    }

    /// The hole of the same slot that began next, -1 for none.
    int after(int hole) {
        return next[hole];
    }

    long key(int hole) {
        return key[hole];
    }

    /// How badly the unit needs the hole filled: 2 while its slot keeps the unit down, 1 while it
    /// keeps it from being full, 0 otherwise.
    int urgency(int hole) {
        int s = slot[hole];
        return working[s] < degraded[s] ? 2 : working[s] < full[s] ? 1 : 0;
    }

    long began(int hole) {
        return began[hole];
    }

    /// Tick from which the unit serves within the simulated time, `endTick` if it never does.
    long servesFrom(int unit) {
        Delivery d = delivery[unit];
        return d == null ? run.endTick : Math.clamp(d.inService(), 0, run.endTick);
    }

    /// Holes of a unit on which a crew works, for the audit.
    int beingWorkedOn(int unit) {
        int n = 0;
        for (int s = firstSlot[unit]; s < firstSlot[unit + 1]; s++) {
            for (int hole = oldest[s]; hole != NONE; hole = next[hole]) {
                if (!waits[hole] && !run.crews.waits(hole)) {
                    n++;
                }
            }
        }
        return n;
    }

    /// Holes of a slot that wait for a part, or (`waiting` false) are being mended.
    int holes(int s, boolean waiting) {
        int n = 0;
        for (int hole = oldest[s]; hole != NONE; hole = next[hole]) {
            if (waits[hole] == waiting) {
                n++;
            }
        }
        return n;
    }
}
