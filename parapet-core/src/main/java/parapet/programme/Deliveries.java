package parapet.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Planned;
import parapet.programme.ProgrammeInput.Purchase;
import parapet.quantity.Calendar;
import parapet.random.Sampler;
import parapet.random.Streams;

/// From contracts to units in the country, and the money paid for them. A pure function of its
/// arguments except for what it posts to the ledger.
///
/// Payments and losses have a stream for each unit and always take the same count of numbers from
/// it, so that plans which differ elsewhere share them.
public final class Deliveries {
    private final ProgrammeInput input;
    private final Streams streams;
    private final List<List<Delivery>> byContract;
    private final long[] signed;
    private final boolean[] open;

    private Deliveries(ProgrammeInput input, Streams streams) {
        int n = input.contracts().size();
        this.input = input;
        this.streams = streams;
        this.byContract = new ArrayList<>(Collections.nCopies(n, List.of()));
        this.signed = new long[n];
        this.open = new boolean[n];
    }

    /// Delivers all contracts of one replication.
    ///
    /// @param ledger takes the instalments of contracts and purchases before `endTick`
    /// @param endTick tick after the last simulated day; deliveries after it are returned all the
    ///   same
    /// @return one delivery for each planned unit, in the order of contracts and units
    public static List<Delivery> deliver(
            ProgrammeInput input, Streams streams, Ledger ledger, long endTick) {
        var work = new Deliveries(input, streams);
        int n = input.contracts().size();
        var done = new boolean[n];
        for (int i = 0; i < n; i++) {
            work.settle(i, done);
        }
        var all = new ArrayList<Delivery>();
        for (int i = 0; i < n; i++) {
            work.pay(i, ledger, endTick);
            all.addAll(work.byContract.get(i));
        }
        for (Purchase purchase : input.purchases()) {
            if (purchase.tick() < endTick) {
                ledger.post(
                        purchase.tick(),
                        purchase.cause(),
                        purchase.id(),
                        purchase.currency(),
                        purchase.amount());
            }
        }
        return List.copyOf(all);
    }

    private void settle(int index, boolean[] done) {
        if (done[index]) {
            return;
        }
        Contract contract = input.contracts().get(index);
        if (open[index]) {
            throw new IllegalArgumentException(
                    "The contract (%s) waits for itself through its (after) chain."
                            .formatted(contract.id()));
        }
        open[index] = true;
        signed[index] = contract.signedTick();
        if (contract.after() >= 0) {
            settle(contract.after(), done);
            long last = signed[contract.after()];
            for (Delivery delivery : byContract.get(contract.after())) {
                last = Math.max(last, delivery.arrived());
            }
            signed[index] = Math.max(signed[index], last);
        }
        long origin = contract.after() >= 0 ? signed[index] : 0;
        var deliveries = new ArrayList<Delivery>();
        for (Planned planned : contract.deliveries()) {
            deliveries.add(deliver(index, contract, planned, origin));
        }
        byContract.set(index, deliveries);
        done[index] = true;
    }

    private Delivery deliver(int index, Contract contract, Planned planned, long origin) {
        long ready = Calendar.later(origin, planned.readyTick());
        long due = Math.min(Calendar.later(origin, planned.dueTick()), ready);
        long paid = ready;
        long sent = ready;
        long arrived = ready;
        if (!planned.settled()) {
            paid =
                    delayed(
                            ready,
                            streams.at("programme.payment", planned.unit()),
                            contract.paymentStuckChance(),
                            contract.paymentStuckSec());
            sent = paid;
            for (long[] closed : contract.closed()) {
                if (sent >= closed[0] && sent < closed[1]) {
                    sent = closed[1];
                }
            }
            arrived =
                    delayed(
                            sent,
                            streams.at("programme.loss", planned.unit()),
                            contract.lossChance(),
                            contract.replacementSec());
        }
        long inService = Calendar.later(arrived, Calendar.ticks(contract.deploymentSec()));
        return new Delivery(index, planned.unit(), due, ready, paid, sent, arrived, inService);
    }

    private static long delayed(
            long tick, UniformRandomProvider random, double chance, double meanSec) {
        double u = Streams.open(random);
        double delay = Sampler.exponential(random);
        return u < chance ? Calendar.later(tick, Calendar.ticks(meanSec * delay)) : tick;
    }

    private void pay(int index, Ledger ledger, long endTick) {
        Contract contract = input.contracts().get(index);
        Payments.post(
                contract,
                Payments.of(contract, signed[index], byContract.get(index), streams),
                ledger,
                endTick);
    }
}
