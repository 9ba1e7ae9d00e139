package parapet.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import parapet.programme.ProgrammeInput.Cause;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Gate;
import parapet.programme.ProgrammeInput.Planned;
import parapet.programme.ProgrammeInput.Purchase;
import parapet.quantity.Calendar;
import parapet.random.Sampler;
import parapet.random.Streams;

/// From contracts to units in the country, and the money paid for them. A pure function of its
/// arguments except for what it posts to the ledger.
///
/// A unit that follows another carries the causes that held up that one; they do not hold it up a
/// second time.
///
/// Payments and losses have a stream for each unit and always take the same count of numbers from
/// it, so that plans which differ elsewhere share them.
public final class Deliveries {
    private final ProgrammeInput input;
    private final Streams streams;
    private final Map<String, int[]> places = new HashMap<>();
    private final @Nullable Came[][] come;
    private final boolean[][] waiting;
    private final long[] signed;
    private final boolean[] known;
    private final boolean[] open;

    /// What came of a delivery, and which causes held it up.
    private record Came(Delivery delivery, Set<Integer> causes) {}

    private Deliveries(ProgrammeInput input, Streams streams) {
        int n = input.contracts().size();
        this.input = input;
        this.streams = streams;
        this.signed = new long[n];
        this.known = new boolean[n];
        this.open = new boolean[n];
        this.come = new Came[n][];
        this.waiting = new boolean[n][];
        for (int i = 0; i < n; i++) {
            List<Planned> planned = input.contracts().get(i).deliveries();
            come[i] = new Came[planned.size()];
            waiting[i] = new boolean[planned.size()];
            for (int j = 0; j < planned.size(); j++) {
                places.put(planned.get(j).unit(), new int[] {i, j});
            }
        }
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
        var all = new ArrayList<Delivery>();
        for (int i = 0; i < input.contracts().size(); i++) {
            List<Delivery> own = work.all(i);
            Contract contract = input.contracts().get(i);
            Payments.post(
                    contract, Payments.of(contract, work.signed(i), own, streams), ledger, endTick);
            all.addAll(own);
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

    private List<Delivery> all(int index) {
        int n = input.contracts().get(index).deliveries().size();
        return IntStream.range(0, n).mapToObj(j -> came(index, j).delivery()).toList();
    }

    /// The day of signature: after the last arrival of the contract that it waits for.
    private long signed(int index) {
        if (known[index]) {
            return signed[index];
        }
        Contract contract = input.contracts().get(index);
        if (open[index]) {
            throw new IllegalArgumentException(
                    "The contract (%s) waits for itself through its (after) chain or a unit that follows one of its own."
                            .formatted(contract.id()));
        }
        open[index] = true;
        signed[index] = contract.signedTick();
        if (contract.after() >= 0) {
            long last = signed(contract.after());
            for (Delivery delivery : all(contract.after())) {
                last = Math.max(last, delivery.arrived());
            }
            signed[index] = Math.max(signed[index], last);
        }
        known[index] = true;
        return signed[index];
    }

    private Came came(int index, int place) {
        Came already = come[index][place];
        if (already != null) {
            return already;
        }
        if (waiting[index][place]) {
            throw new IllegalArgumentException(
                    "The units of contract (%s) follow each other in a circle."
                            .formatted(input.contracts().get(index).id()));
        }
        waiting[index][place] = true;
        Contract contract = input.contracts().get(index);
        long origin = contract.after() >= 0 ? signed(index) : 0;
        Came now = deliver(index, contract, contract.deliveries().get(place), origin);
        come[index][place] = now;
        return now;
    }

    /// The delivery that another follows, null when it follows none.
    private @Nullable Came before(Planned planned) {
        if (planned.follows().isEmpty()) {
            return null;
        }
        int[] at = places.get(planned.follows());
        if (at == null) {
            throw new IllegalArgumentException(
                    "The unit (%s) follows a unit (%s) that no contract delivers."
                            .formatted(planned.unit(), planned.follows()));
        }
        return came(at[0], at[1]);
    }

    private Came deliver(int index, Contract contract, Planned planned, long origin) {
        Came before = before(planned);
        long from = before == null ? origin : before.delivery().arrived();
        long made = Calendar.later(from, planned.readyTick());
        long due =
                planned.dueTick() != Planned.AS_MUCH_LATER
                        ? Calendar.later(origin, planned.dueTick())
                        : before == null
                                ? made
                                : Calendar.later(before.delivery().due(), planned.readyTick());
        long ready = made;
        long released = made;
        var causes = new HashSet<Integer>();
        if (!planned.settled()) {
            double lateness = 1;
            long slip = 0;
            for (int c : planned.causes()) {
                Cause cause = input.causes().get(c);
                boolean carried = before != null && before.causes().contains(c);
                if (made >= cause.fromTick() || carried) {
                    causes.add(c);
                    slip += carried ? 0 : cause.slip();
                    lateness *= carried ? 1 : cause.lateness();
                }
            }
            if (lateness != 1 && made > due && made != Long.MAX_VALUE) {
                ready = Math.max(from, Calendar.later(due, Math.round((made - due) * lateness)));
            }
            released = Calendar.later(ready, slip);
        }
        if (before != null) {
            causes.addAll(before.causes()); // they go on down the chain
        }
        due = Math.min(due, released);
        long paid = released;
        long sent = released;
        long arrived = released;
        if (!planned.settled()) {
            paid =
                    delayed(
                            released,
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
        long begun = opened(planned, false, arrived);
        long deployed = Calendar.later(begun, Calendar.ticks(contract.deploymentSec()));
        var delivery =
                new Delivery(
                        index,
                        planned.unit(),
                        due,
                        ready,
                        released,
                        paid,
                        sent,
                        arrived,
                        begun,
                        deployed,
                        opened(planned, true, deployed),
                        Long.MAX_VALUE);
        return new Came(
                planned.settled() ? delivery : delivery.cancelledOn(contract.cancelledTick()),
                Set.copyOf(causes));
    }

    /// The tick from which all gates of one kind are open.
    private long opened(Planned planned, boolean beforeService, long tick) {
        long last = tick;
        for (int g : planned.gates()) {
            Gate gate = input.gates().get(g);
            if (gate.beforeService() == beforeService) {
                last = Math.max(last, gate.opensTick());
            }
        }
        return last;
    }

    private static long delayed(
            long tick, UniformRandomProvider random, double chance, double meanSec) {
        double u = Streams.open(random);
        double delay = Sampler.exponential(random);
        return u < chance ? Calendar.later(tick, Calendar.ticks(meanSec * delay)) : tick;
    }
}
