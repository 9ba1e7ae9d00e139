package parapet.sustain;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.quantity.Calendar;
import parapet.random.Sampler;
import parapet.random.Streams;

/// When installed items fail or come to the end of their life. Items that do not age are counted by
/// slot, all others are followed one by one: each is a *cell* with an age on the clock of its part.
///
/// Failures follow accumulated hazard: each cell has a threshold of unit-exponential hazard that is
/// used up by its working items, so one number serves one failure, whatever changes in between:
/// rates, laws, units that go away and come back.
///
/// A new item and one that was exchanged begin at age 0; one that was mended on the spot goes on at
/// its age (minimal repair).
final class Wear {
    private static final int NONE = -1;
    private static final int CELL_BITS = 24;

    private final Run run;
    private final Fleet fleet;

    /// Cells of slot `s`: from `firstCell[s]` up to `firstCell[s + 1]`.
    private final int[] firstCell;

    private final int[] slot;
    private final boolean[] followed;
    private final int[] working;
    private final double[] need;
    private final double[] rate;
    private final long[] since;
    private final long[] version;
    private final UniformRandomProvider[] failures;
    private final UniformRandomProvider[] outcomes;

    /// Hazard of one item a tick of service, by slot; only for cells that are not followed.
    private final double[] itemRate;

    /// Only for cells that are followed: age at `since`, age at failure, age at the end of life,
    /// and the law in force.
    private final double[] age;

    private final double[] failAge;
    private final double[] lastAge;
    private final FailureLaw[] law;
    private final boolean[] calendar;
    private final double[] clockRate;

    Wear(Run run, Fleet fleet) {
        this.run = run;
        this.fleet = fleet;
        var follow = new boolean[run.parts];
        for (Network network : run.input.networks()) {
            for (int p = 0; p < run.parts; p++) {
                follow[p] |= network.parts().get(p).followed();
            }
        }
        int slots = fleet.firstSlot[fleet.units];
        firstCell = new int[slots + 1];
        for (int u = 0; u < fleet.units; u++) {
            for (int s = fleet.firstSlot[u]; s < fleet.firstSlot[u + 1]; s++) {
                Network.Slot place = place(u, s);
                firstCell[s + 1] = firstCell[s] + (follow[place.part()] ? place.count() : 1);
            }
        }
        int n = firstCell[slots];
        if (n >= 1 << CELL_BITS) {
            throw new IllegalArgumentException("There are too many (%d) items.".formatted(n));
        }
        slot = new int[n];
        followed = new boolean[n];
        for (int u = 0; u < fleet.units; u++) {
            for (int s = fleet.firstSlot[u]; s < fleet.firstSlot[u + 1]; s++) {
                Arrays.fill(slot, firstCell[s], firstCell[s + 1], s);
                Arrays.fill(followed, firstCell[s], firstCell[s + 1], follow[place(u, s).part()]);
            }
        }
        working = new int[n];
        need = new double[n];
        rate = new double[n];
        since = new long[n];
        version = new long[n];
        failures = new UniformRandomProvider[n];
        outcomes = new UniformRandomProvider[n];
        itemRate = new double[slots];
        age = new double[n];
        failAge = new double[n];
        lastAge = new double[n];
        law = new FailureLaw[n];
        calendar = new boolean[n];
        clockRate = new double[n];
    }

    private Network.Slot place(int unit, int s) {
        return run.network.types().get(fleet.type[unit]).slots().get(s - fleet.firstSlot[unit]);
    }

    /// The unit begins its service with new items.
    void enter(int unit, String id) {
        for (int s = fleet.firstSlot[unit]; s < fleet.firstSlot[unit + 1]; s++) {
            Network.Slot place = place(unit, s);
            describe(s, place);
            for (int c = firstCell[s]; c < firstCell[s + 1]; c++) {
                String name = id + "/" + place.id();
                if (followed[c]) {
                    name += "/" + (c - firstCell[s]);
                }
                long entity = Streams.entity(name);
                failures[c] = run.streams.at(Purposes.FAILURE, entity);
                outcomes[c] = run.streams.at(Purposes.OUTCOME, entity);
                working[c] = followed[c] ? 1 : place.count();
                need[c] = Sampler.exponential(failures[c]);
                since[c] = run.now;
                if (followed[c]) {
                    age[c] = 0;
                    failAge[c] = law[c].age(need[c]);
                }
                drive(c);
            }
        }
    }

    /// Takes over law, life and clock that hold now.
    private void describe(int s, Network.Slot place) {
        Network.Part part = run.part[place.part()];
        for (int c = firstCell[s]; c < firstCell[s + 1]; c++) {
            if (!followed[c]) {
                itemRate[s] =
                        part.calendar()
                                ? 1.0 / Calendar.SECOND / part.failure().mean()
                                : place.clockRate() / (part.failure().mean() * Calendar.SECOND);
                calendar[c] = part.calendar();
                continue;
            }
            if (law[c] != null && !law[c].equals(part.failure()) && working[c] > 0) {
                advance(c);
                double left = law[c].hazard(failAge[c]) - law[c].hazard(age[c]);
                failAge[c] = part.failure().age(part.failure().hazard(age[c]) + left);
            }
            law[c] = part.failure();
            lastAge[c] = part.life().service();
            calendar[c] = part.calendar();
            clockRate[c] = part.calendar() ? 1e-6 : place.clockRate() * 1e-6;
        }
    }

    /// The network has changed.
    void phaseChanged(int unit) {
        for (int s = fleet.firstSlot[unit]; s < fleet.firstSlot[unit + 1]; s++) {
            describe(s, place(unit, s));
            for (int c = firstCell[s]; c < firstCell[s + 1]; c++) {
                if (followed[c]) {
                    expect(c);
                }
                drive(c);
            }
        }
    }

    /// The unit goes away or comes back.
    void refresh(int unit) {
        for (int c = firstCell[fleet.firstSlot[unit]];
                c < firstCell[fleet.firstSlot[unit + 1]];
                c++) {
            drive(c);
        }
    }

    /// Carries hazard or age over to the rate of this moment.
    private void drive(int c) {
        boolean stopped = !calendar[c] && run.tasks.away(fleet.slotUnit[slot[c]]);
        double now = stopped ? 0 : working[c] * (followed[c] ? clockRate[c] : itemRate[slot[c]]);
        if (now != rate[c]) {
            advance(c);
            rate[c] = now;
            expect(c);
        }
    }

    private void advance(int c) {
        double used = rate[c] * (run.now - since[c]);
        if (followed[c]) {
            age[c] += used;
        } else {
            need[c] -= used;
        }
        since[c] = run.now;
    }

    /// Sets the next end of an item; events that were set before are stale by their version.
    private void expect(int c) {
        version[c]++;
        if (rate[c] > 0) {
            double left = followed[c] ? StrictMath.min(failAge[c], lastAge[c]) - age[c] : need[c];
            // The age stands at `since`, which is not now when only the law has changed.
            double wait = Math.max(0, left) / rate[c] - (run.now - since[c]);
            if (wait < run.endTick - run.now) {
                long what = (version[c] << CELL_BITS) | c;
                run.at(run.now + Math.round(Math.max(0, wait)), Run.FAILURE, what);
            }
        }
    }

    /// An item of a cell has come to its end.
    ///
    /// @return the cell, -1 if the event is stale
    int fail(long what) {
        int c = (int) (what & ((1 << CELL_BITS) - 1));
        if (what >>> CELL_BITS != version[c]) {
            return NONE;
        }
        working[c]--;
        if (followed[c]) {
            advance(c);
            rate[c] = 0;
            version[c]++;
        }
        return c;
    }

    /// Whether the item that has just failed had not failed but come to the end of its life.
    boolean retired(int c) {
        return followed[c] && lastAge[c] <= failAge[c];
    }

    /// A key of 64 bits that tells all that chance decides about the failure that just happened.
    long outcome(int c) {
        return outcomes[c].nextLong();
    }

    /// The other items of the cell go on towards their next failure.
    void goOn(int c) {
        if (!followed[c]) {
            need[c] = Sampler.exponential(failures[c]);
            since[c] = run.now;
            rate[c] = working[c] * itemRate[slot[c]];
            expect(c);
        }
    }

    /// A working item is taken out of a slot for use elsewhere.
    ///
    /// @return its cell
    int takeOut(int s) {
        int c = firstCell[s];
        while (working[c] == 0) {
            c++;
        }
        if (followed[c]) {
            advance(c);
        }
        working[c]--;
        drive(c);
        return c;
    }

    /// Age of the last item of a cell, 0 when it is not followed.
    double age(int c) {
        return age[c];
    }

    /// All working items of a unit are as new.
    void renew(int unit) {
        for (int s = fleet.firstSlot[unit]; s < fleet.firstSlot[unit + 1]; s++) {
            for (int c = firstCell[s]; c < firstCell[s + 1]; c++) {
                if (followed[c] && working[c] > 0) {
                    advance(c);
                    age[c] = 0;
                    need[c] = Sampler.exponential(failures[c]);
                    failAge[c] = law[c].age(need[c]);
                    expect(c);
                }
            }
        }
    }

    /// An item works again.
    ///
    /// @param fittedAge age of another item that was fitted; not a number when the same one was
    ///   mended
    void restore(int c, double fittedAge) {
        working[c]++;
        if (followed[c]) {
            if (!Double.isNaN(fittedAge)) {
                age[c] = fittedAge;
            }
            need[c] = Sampler.exponential(failures[c]);
            failAge[c] = law[c].age(law[c].hazard(age[c]) + need[c]);
            since[c] = run.now;
        }
        drive(c);
    }

    int slot(int c) {
        return slot[c];
    }
}
