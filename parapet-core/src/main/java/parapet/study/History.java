package parapet.study;

import java.util.List;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.sim.Audit;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Sustainment;

/// What becomes of a Case in one replication before any raid: deliveries, money, readiness.
///
/// @param ledger all money
/// @param deliveries what was delivered when
/// @param readiness who was ready with what, each day
record History(Ledger ledger, List<Delivery> deliveries, ReadinessHistory readiness) {
    static History of(Case c, Streams streams, Audit audit) {
        var ledger = new Ledger(c.accounting().prices());
        c.outlays()
                .forEach(
                        o -> ledger.post(o.tick(), o.cause(), o.about(), o.currency(), o.amount()));
        var deliveries = Deliveries.deliver(c.programme(), streams, ledger, c.endTick());
        return new History(
                ledger,
                deliveries,
                Sustainment.simulate(c.sustain(), deliveries, streams, ledger, audit));
    }
}
