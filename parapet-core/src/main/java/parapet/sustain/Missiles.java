package parapet.sustain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;

/// Missiles by unit, kind and age. A lot is withdrawn at the end of its life, or recertified once
/// and withdrawn later. Missiles bought beside the units are spread evenly over the units in
/// service that can fire them; those given away or fired in training are taken evenly from them,
/// the oldest first.
final class Missiles {
    /// Missiles that came to one unit on one day.
    private static final class Lot {
        final int unit;
        final int kind;
        int count;
        boolean extended;

        Lot(int unit, int kind, int count) {
            this.unit = unit;
            this.kind = kind;
            this.count = count;
        }
    }

    private final Run run;
    private final List<Lot> lots = new ArrayList<>();

    /// Missiles that wait for the first unit, by index of the kind in the history.
    private int[] pending = new int[4];

    Missiles(Run run) {
        this.run = run;
        for (Network.UnitType type : run.network.types()) {
            for (Network.Missile missile : type.missiles()) {
                run.history.missileKind(missile.id());
            }
        }
    }

    private List<Network.Missile> kinds(int unit) {
        return run.network.types().get(run.fleet.type[unit]).missiles();
    }

    void enter(int unit, long arrived) {
        List<Network.Missile> kinds = kinds(unit);
        for (int k = 0; k < kinds.size(); k++) {
            int index = run.history.missileKind(kinds.get(k).id());
            add(unit, k, kinds.get(k).count(), arrived);
            if (index < pending.length && pending[index] > 0) {
                add(unit, k, pending[index], run.now);
                pending[index] = 0;
            }
        }
    }

    private void add(int unit, int kind, int count, long born) {
        if (count == 0) {
            return;
        }
        Network.Missile missile = kinds(unit).get(kind);
        var lot = new Lot(unit, kind, count);
        long end = Calendar.laterSec(born, missile.lifeSec());
        if (end < run.now && missile.extensionSec() > 0) {
            // Recertified on the way to service, or before the story begins.
            recertify(lot, missile, end);
            end = Calendar.laterSec(end, missile.extensionSec());
        }
        if (end < run.now) {
            return;
        }
        change(lot, count);
        run.at(end, Run.MISSILES, lots.size());
        lots.add(lot);
    }

    private void change(Lot lot, int by) {
        int index = run.history.missileKind(kinds(lot.unit).get(lot.kind).id());
        run.history.addMissiles(run.now, lot.unit, index, by);
    }

    /// A lot has reached the end of its life.
    void age(int index) {
        Lot lot = lots.get(index);
        if (lot.count == 0) {
            return; // all of it has left
        }
        Network.Missile missile = kinds(lot.unit).get(lot.kind);
        if (!lot.extended && missile.extensionSec() > 0) {
            recertify(lot, missile, run.now);
            run.at(Calendar.laterSec(run.now, missile.extensionSec()), Run.MISSILES, index);
        } else {
            change(lot, -lot.count);
            lot.count = 0;
        }
    }

    /// Paid for on that day, unless it lies before the story.
    private void recertify(Lot lot, Network.Missile missile, long tick) {
        lot.extended = true;
        if (tick >= 0) {
            run.ledger.post(
                    tick,
                    MoneyCause.RECERTIFICATION,
                    missile.id(),
                    missile.currency(),
                    lot.count * missile.extensionPrice());
        }
    }

    /// Missiles arrive from a purchase.
    void arrive(String id, int count) {
        int n = 0;
        for (int u = 0; u < run.fleet.units; u++) {
            if (run.fleet.inService[u] && kindOf(u, id) >= 0) {
                n++;
            }
        }
        if (n == 0) {
            int index = run.history.missileKind(id);
            if (index >= pending.length) {
                pending = Arrays.copyOf(pending, 2 * index);
            }
            pending[index] += count;
            return;
        }
        int turn = 0;
        for (int u = 0; u < run.fleet.units; u++) {
            int kind = kindOf(u, id);
            if (run.fleet.inService[u] && kind >= 0) {
                add(u, kind, count / n + (turn++ < count % n ? 1 : 0), run.now);
            }
        }
    }

    /// Missiles leave: one each in turn from every unit in service that has some, then from those
    /// that wait for a first unit, until all that are asked for, or all there are, are taken.
    void leave(String id, int count) {
        int index = run.history.missileKind(id);
        var left = new int[run.fleet.units];
        int holders = 0;
        for (Lot lot : lots) {
            if (kinds(lot.unit).get(lot.kind).id().equals(id) && lot.count > 0) {
                holders += left[lot.unit] == 0 ? 1 : 0;
                left[lot.unit] += lot.count;
            }
        }
        int open = count;
        var taken = new int[run.fleet.units];
        while (open > 0 && holders > 0) {
            int each = Math.max(1, open / holders);
            for (int u = 0; u < left.length; u++) {
                int some = Math.min(Math.min(each, open), left[u]);
                taken[u] += some;
                left[u] -= some;
                open -= some;
                holders -= some > 0 && left[u] == 0 ? 1 : 0;
            }
        }
        for (Lot lot : lots) {
            if (kinds(lot.unit).get(lot.kind).id().equals(id)) {
                int some = Math.min(lot.count, taken[lot.unit]);
                if (some > 0) {
                    change(lot, -some);
                    lot.count -= some;
                    taken[lot.unit] -= some;
                }
            }
        }
        int stored = index < pending.length ? Math.min(open, pending[index]) : 0;
        if (stored > 0) {
            pending[index] -= stored;
        }
        run.history.lackMissiles(open - stored);
    }

    private int kindOf(int unit, String id) {
        List<Network.Missile> kinds = kinds(unit);
        for (int k = 0; k < kinds.size(); k++) {
            if (kinds.get(k).id().equals(id)) {
                return k;
            }
        }
        return -1;
    }
}
