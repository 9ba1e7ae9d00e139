package parapet.programme;

import java.util.ArrayList;
import java.util.List;
import parapet.programme.ProgrammeInput.Contract;
import parapet.programme.ProgrammeInput.Milestone;
import parapet.quantity.Calendar;
import parapet.random.Sampler;
import parapet.random.Streams;

/// When the price of a contract is paid: the advance, the milestones, and the rest evenly on the
/// arrivals. What waits for a delivery moves with it; a dated milestone that lies ahead can be
/// stuck like the payment for a delivery, by the same chance and law, from a stream of its own. What
/// is left to arrivals by a contract without units is never paid, nor is what has not been paid when
/// a contract is cancelled.
///
///     amount = price · share · escalation(due),   Σ share = 1
public final class Payments {
    private static final double ROUNDING = 1e-9;

    private Payments() {}

    /// The instalments of a contract: advance, milestones as given, then arrivals.
    ///
    /// @param signed day of signature; for a contract that waits for another one, all its times are
    ///   counted from it
    /// @param deliveries what came of the deliveries of this contract
    public static List<Instalment> of(
            Contract contract, long signed, List<Delivery> deliveries, Streams streams) {
        long origin = contract.after() >= 0 ? signed : 0;
        var all = new ArrayList<Instalment>();
        double rest = 1 - contract.advanceShare();
        all.add(
                instalment(
                        contract,
                        "advance",
                        MoneyCause.ADVANCE,
                        Calendar.later(origin, contract.advanceTick()),
                        0,
                        contract.price() * contract.advanceShare()));
        for (Milestone m : contract.milestones()) {
            long due = due(contract, m, signed, deliveries);
            boolean canStick = m.delivery() < 0 && !m.settled();
            long stuck = canStick ? stuck(contract, m, streams) : 0;
            all.add(
                    instalment(
                            contract,
                            m.id(),
                            MoneyCause.MILESTONE,
                            due,
                            stuck,
                            contract.price() * m.share()));
            rest -= m.share();
        }
        if (rest < -ROUNDING) {
            throw new IllegalArgumentException(
                    "The advance and the milestones of the contract (%s) make (%s) of its price.%nMaybe lower the shares: together they may be 100 %% at most."
                            .formatted(contract.id(), 1 - rest));
        }
        double left = rest > ROUNDING ? contract.price() * rest : 0;
        if (left > 0 && deliveries.isEmpty()) {
            all.add(instalment(contract, "rest", MoneyCause.DELIVERY, Long.MAX_VALUE, 0, left));
        }
        for (Delivery d : left > 0 ? deliveries : List.<Delivery>of()) {
            double base = left / deliveries.size();
            all.add(instalment(contract, d.unit(), MoneyCause.DELIVERY, d.arrived(), 0, base));
        }
        return List.copyOf(all);
    }

    private static Instalment instalment(
            Contract contract,
            String milestone,
            MoneyCause cause,
            long due,
            long stuck,
            double base) {
        boolean never = due == Long.MAX_VALUE;
        double amount = never ? base : base * contract.escalation().factor(due);
        long paid = Calendar.later(due, stuck);
        long last = contract.cancelledTick();
        return new Instalment(
                milestone, cause, due, paid > last ? Long.MAX_VALUE : paid, base, amount);
    }

    private static long due(
            Contract contract, Milestone m, long signed, List<Delivery> deliveries) {
        long origin = contract.after() >= 0 ? signed : 0;
        return switch (m.when()) {
            case SIGNATURE -> Calendar.later(signed, m.delay());
            case DATE -> signed == Long.MAX_VALUE ? signed : Math.max(origin, m.delay());
            case ARRIVAL -> Calendar.later(deliveries.get(m.delivery()).arrived(), m.delay());
            case SERVICE -> Calendar.later(deliveries.get(m.delivery()).inService(), m.delay());
        };
    }

    private static long stuck(Contract contract, Milestone m, Streams streams) {
        var random = streams.at("programme.milestone", contract.id() + "/" + m.id());
        double u = Streams.open(random);
        double delay = Sampler.exponential(random);
        return u < contract.paymentStuckChance()
                ? Calendar.ticks(contract.paymentStuckSec() * delay)
                : 0;
    }

    /// Posts what is paid before `endTick` and checks that paid and unpaid make the price.
    static void post(Contract contract, List<Instalment> instalments, Ledger ledger, long endTick) {
        double paid = 0;
        double unpaid = 0;
        for (Instalment i : instalments) {
            if (i.paid() < endTick) {
                paid += i.base();
                ledger.post(i.paid(), i.cause(), contract.id(), contract.currency(), i.amount());
            } else {
                unpaid += i.base();
            }
        }
        if (Math.abs(paid + unpaid - contract.price()) > ROUNDING * contract.price()) {
            throw new IllegalStateException(
                    "Paid (%s) and unpaid (%s) do not make the price (%s) of the contract (%s)."
                            .formatted(paid, unpaid, contract.price(), contract.id()));
        }
    }
}
