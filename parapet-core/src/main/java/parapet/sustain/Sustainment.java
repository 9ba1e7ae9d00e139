package parapet.sustain;

import java.util.List;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.sim.Audit;

/// One replication of failures, repair, spare parts and readiness: a next-event simulation on one
/// thread. Between two events nothing changes.
///
/// The rules stand beside their subject: units in `Fleet`, failures in `Wear`, the explanation of
/// every state in `UnitLog`, shelves and orders in `Stock`, lots in `LotOrders`, help between sites
/// in `Helpers`, parts out of use and on order in `Pipeline`, their ways in `Dispatch`, shops in
/// `ShopFloor`, new parts in `Procurement`, goods that leave in `Freight`, crews in `CrewPool`,
/// parts taken from one unit for another in `PartSwaps`, overhauls in `TaskBoard`, missiles in
/// `Missiles`, and the checks in `Books`.
public final class Sustainment {
    private Sustainment() {}

    /// Simulates from tick 0 to the end of the input.
    ///
    /// @param deliveries when each unit comes, by key; units without one never come
    /// @param streams chance of this replication
    /// @param ledger takes what repairs, replacements, overhauls and running cost
    /// @param audit how strictly the run checks itself
    /// @throws IllegalArgumentException if the input contradicts itself
    /// @throws IllegalStateException if the audit finds parts or time missing
    public static ReadinessHistory simulate(
            SustainInput input,
            List<Delivery> deliveries,
            Streams streams,
            Ledger ledger,
            Audit audit) {
        return play(input, deliveries, streams, ledger, audit).history;
    }

    /// Simulates and keeps everything.
    static Run play(
            SustainInput input,
            List<Delivery> deliveries,
            Streams streams,
            Ledger ledger,
            Audit audit) {
        InputRules.check(input);
        var run = new Run(input, deliveries, streams, ledger);
        for (int i = 1; i < input.phases().size(); i++) {
            run.at(input.phases().get(i).fromTick(), Run.PHASE, i);
        }
        for (int i = 0; i < input.additions().size(); i++) {
            run.at(Math.max(0, input.additions().get(i).tick()), Run.ADDITION, i);
        }
        run.fleet.schedule();
        run.shops.clock.start();
        run.lots.reviewAll();
        while (true) {
            if (run.nextTick() > run.now) {
                run.fleet.settle(); // which may plan a task
            }
            if (run.nextTick() == Long.MAX_VALUE) {
                break;
            }
            apply(run, run.nextEvent());
            run.tally.events++;
            if (audit == Audit.FULL) {
                Books.checkParts(run);
            }
        }
        run.now = input.endTick();
        run.fleet.close();
        RunningCost.post(run);
        run.history.close(run.tally.events, Books.count(run), run.tally.repairs, run.fleet.failed);
        if (audit != Audit.OFF) {
            Books.checkParts(run);
            Books.checkTime(run, deliveries);
        }
        return run;
    }

    private static void apply(Run run, long event) {
        long what = event >>> Run.KIND_BITS;
        switch ((int) (event & ((1 << Run.KIND_BITS) - 1))) {
            case Run.FAILURE -> run.fleet.fail(what);
            case Run.RESTORED -> run.fleet.restore((int) what);
            case Run.ITEM -> run.shops.proceed((int) what);
            case Run.SHIPMENT -> run.stock.arrive((int) what);
            case Run.SERVICE -> run.fleet.enter((int) what);
            case Run.PHASE -> changePhase(run, (int) what);
            case Run.ADDITION -> add(run, run.input.additions().get((int) what));
            case Run.TASK_DUE -> run.tasks.fallDue(what);
            case Run.TASK_GRACE -> run.tasks.graceEnds(what);
            case Run.TASK_DONE -> run.tasks.finish((int) what);
            case Run.TASK_PLACE -> run.tasks.placeFrees();
            case Run.HOURS -> run.shops.hoursChange(what);
            case Run.INDUCTION -> run.shops.induct((int) what);
            case Run.DEPARTURE -> run.freight.depart((int) what);
            case Run.SHELF_LIFE -> run.stock.expire((int) what);
            case Run.MISSILES -> run.missiles.age((int) what);
            default -> throw new IllegalStateException("Unknown event (%d).".formatted(event));
        }
    }

    private static void changePhase(Run run, int phase) {
        Network old = run.network;
        run.enter(run.input.phases().get(phase).network());
        run.fleet.phaseChanged();
        run.helpers.phaseChanged();
        run.stock.phaseChanged(old);
        run.freight.phaseChanged();
        run.shops.phaseChanged(old);
        run.stock.serveAll();
        run.crews.phaseChanged();
        run.tasks.phaseChanged();
    }

    private static void add(Run run, SustainInput.Addition addition) {
        if (addition.site() < 0) {
            if (addition.count() < 0) {
                run.missiles.leave(addition.missile(), -addition.count());
            } else {
                run.missiles.arrive(addition.missile(), addition.count());
            }
            return;
        }
        for (int p = 0; p < addition.spares().length; p++) {
            if (addition.spares()[p] > 0) {
                run.stock.add(addition.site(), p, addition.spares()[p]);
            }
        }
    }
}
