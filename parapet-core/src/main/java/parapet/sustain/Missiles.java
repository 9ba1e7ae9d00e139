package parapet.sustain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;

/// Missiles by unit, kind and age. A lot is withdrawn at the end of its life, or recertified once
/// and withdrawn later. Missiles bought beside the units are spread evenly over the units in
/// service that can fire them.
final class Missiles {
    /// Missiles that came to one unit on one day.
    private static final class Lot {
        final int unit;
        final int kind;
        final int count;
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
        Network.Missile missile = kinds(lot.unit).get(lot.kind);
        if (!lot.extended && missile.extensionSec() > 0) {
            recertify(lot, missile, run.now);
            run.at(Calendar.laterSec(run.now, missile.extensionSec()), Run.MISSILES, index);
        } else {
            change(lot, -lot.count);
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
