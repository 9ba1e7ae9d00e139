package parapet.sustain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import parapet.programme.Delivery;
import parapet.random.Sampler;
import parapet.random.Streams;

/// Units, their slots and the holes in them: an item that does not work is a hole from its failure
/// until it is mended or replaced. What each unit is at each moment is written by the [UnitLog].
///
/// Failures follow accumulated hazard: each slot has a threshold of unit-exponential hazard that
/// its working items use up at the rate of the moment, so one number serves one failure, whatever
/// changes in between.
///
/// Flat arrays over all slots of all units and a pool of holes, because this is the heart of the
/// run.
final class Fleet {
    private static final int NONE = -1;
    private static final int SLOT_BITS = 24;
    private static final long FIELD = Streams.entity("sustain.field");
    private static final long MEND = Streams.entity("sustain.mend");
    private static final long CONDEMN = Streams.entity("sustain.condemn");

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
    private final double[] itemRate;
    private final double[] rate;
    private final double[] need;
    private final long[] since;
    private final long[] version;
    private final UniformRandomProvider[] failures;
    private final UniformRandomProvider[] outcomes;
    final int[] failed;
    final int[] oldest;
    private final int[] youngest;

    private int free = NONE;
    private int used;
    private int[] next = new int[64];
    private int[] prev = new int[64];
    private int[] slot = new int[64];
    private boolean[] waits = new boolean[64];
    private long[] began = new long[64];
    private long[] key = new long[64];

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
        itemRate = new double[n];
        rate = new double[n];
        need = new double[n];
        since = new long[n];
        version = new long[n];
        failures = new UniformRandomProvider[n];
        outcomes = new UniformRandomProvider[n];
        failed = new int[n];
        oldest = new int[n];
        youngest = new int[n];
        Arrays.fill(oldest, NONE);
        Arrays.fill(youngest, NONE);
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
            long entity = Streams.entity(id + "/" + place.id());
            slotUnit[s] = unit;
            slotPart[s] = place.part();
            count[s] = place.count();
            working[s] = place.count();
            failures[s] = run.streams.at("sustain.failure", entity);
            outcomes[s] = run.streams.at("sustain.outcome", entity);
            need[s] = Sampler.exponential(failures[s]);
            since[s] = run.now;
            run.tally.brought[place.part()] += place.count();
            describe(s, place);
            drive(s);
        }
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
        itemRate[s] =
                place.operating() / (run.part[place.part()].meanTimeBetweenFailuresSec() * 1e6);
    }

    /// The network has changed.
    void phaseChanged() {
        for (int u = 0; u < units; u++) {
            if (inService[u]) {
                List<Network.Slot> places = run.network.types().get(type[u]).slots();
                for (int i = 0; i < places.size(); i++) {
                    describe(firstSlot[u] + i, places.get(i));
                    drive(firstSlot[u] + i);
                }
                log.unitChanged(u);
            }
        }
        for (int p = 0; p < run.parts; p++) {
            log.partChanged(p);
        }
    }

    /// The unit goes away, comes back, or is grounded.
    void refresh(int unit) {
        for (int s = firstSlot[unit]; s < firstSlot[unit + 1]; s++) {
            drive(s);
        }
        log.unitChanged(unit);
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

    /// Carries the hazard over to the rate of this moment.
    private void drive(int s) {
        int unit = slotUnit[s];
        double now = run.tasks.away(unit) ? 0 : working[s] * itemRate[s];
        if (now != rate[s]) {
            need[s] -= rate[s] * (run.now - since[s]);
            since[s] = run.now;
            rate[s] = now;
            expect(s);
        }
    }

    private void expect(int s) {
        version[s]++;
        if (rate[s] > 0) {
            double wait = Math.max(0, need[s]) / rate[s];
            if (wait < run.endTick - run.now) {
                long what = version[s] << SLOT_BITS | s;
                run.at(run.now + Math.round(wait), Run.FAILURE, what);
            }
        }
    }

    /// The hazard of a slot has reached its threshold.
    void fail(long what) {
        int s = (int) (what & ((1 << SLOT_BITS) - 1));
        if (what >>> SLOT_BITS != version[s]) {
            return;
        }
        int part = slotPart[s];
        Network.Part kind = run.part[part];
        long failure = outcomes[s].nextLong();
        failed[s]++;
        working[s]--;
        need[s] = Sampler.exponential(failures[s]);
        since[s] = run.now;
        rate[s] = working[s] * itemRate[s];
        expect(s);
        int hole = open(s, failure);
        run.tally.failures[part]++;
        log.unitChanged(slotUnit[s]);
        if (run.uniform(failure, FIELD) < kind.fieldRepairShare()) {
            run.tally.fieldRepairs[part]++;
            mend(hole);
        } else {
            run.tally.removals[part]++;
            waits[hole] = true;
            int site = base[slotUnit[s]];
            boolean condemned = run.uniform(failure, CONDEMN) < kind.condemnedShare();
            run.stock.request(site, part, hole);
            run.shops.removed(site, part, failure, condemned);
        }
    }

    /// A spare part is at hand for the hole.
    void fit(int hole) {
        waits[hole] = false;
        log.unitChanged(slotUnit[slot[hole]]);
        mend(hole);
    }

    private void mend(int hole) {
        double mean = run.part[slotPart[slot[hole]]].fieldRepairSec();
        if (mean == 0) {
            restore(hole);
        } else {
            run.after(run.exponential(key[hole], MEND, mean), Run.RESTORED, hole);
        }
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
        drive(s);
        log.unitChanged(slotUnit[s]);
    }

    private int open(int s, long failure) {
        int hole = free;
        if (hole == NONE) {
            if (used == next.length) {
                int more = 2 * used;
                next = Arrays.copyOf(next, more);
                prev = Arrays.copyOf(prev, more);
                slot = Arrays.copyOf(slot, more);
                waits = Arrays.copyOf(waits, more);
                began = Arrays.copyOf(began, more);
                key = Arrays.copyOf(key, more);
            }
            hole = used++;
        } else {
            free = next[hole];
        }
        slot[hole] = s;
        waits[hole] = false;
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

    long began(int hole) {
        return began[hole];
    }

    /// Tick from which the unit serves within the simulated time, `endTick` if it never does.
    long servesFrom(int unit) {
        Delivery d = delivery[unit];
        return d == null ? run.endTick : Math.clamp(d.inService(), 0, run.endTick);
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
