package parapet.programme;

import java.util.List;
import parapet.quantity.Calendar;

/// Contracts and purchases of one plan under one draw, in plain numbers. Times are ticks since the
/// scenario's start (negative before it), durations seconds, money in units of the named currency.
///
/// @param contracts in the order of the scenario
/// @param purchases in the order of the scenario
/// @param causes causes of slip that happen in this draw
/// @param gates what units wait for before they serve
public record ProgrammeInput(
        List<Contract> contracts, List<Purchase> purchases, List<Cause> causes, List<Gate> gates) {
    public ProgrammeInput {
        contracts = List.copyOf(contracts);
        purchases = List.copyOf(purchases);
        causes = List.copyOf(causes);
        gates = List.copyOf(gates);
    }

    /// Deliveries that share nothing and wait for nothing.
    public ProgrammeInput(List<Contract> contracts, List<Purchase> purchases) {
        this(contracts, purchases, List.of(), List.of());
    }

    /// The same with other contracts.
    public ProgrammeInput with(List<Contract> others) {
        return new ProgrammeInput(others, purchases, causes, gates);
    }

    /// A cause of slip that has happened.
    ///
    /// @param id key in the scenario
    /// @param fromTick what its maker has ready before is not touched
    /// @param slip ticks by which it holds up each delivery, 0 or more
    /// @param lateness factor on the time by which the maker is late, 0 or more
    public record Cause(String id, long fromTick, long slip, double lateness) {
        public Cause {
            if (slip < 0 || !(lateness >= 0)) {
                throw new IllegalArgumentException(
                        "The cause (%s) must have a slip (%d) and a factor (%s) of 0 or more."
                                .formatted(id, slip, lateness));
            }
        }
    }

    /// What units wait for.
    ///
    /// @param id key in the scenario
    /// @param opensTick day on which it opens
    /// @param beforeService whether only the service waits; else the deployment waits too
    public record Gate(String id, long opensTick, boolean beforeService) {}

    /// A contract for units.
    ///
    /// @param id key in the scenario
    /// @param signedTick day of signature, `Long.MAX_VALUE` if it is never signed
    /// @param after index of the contract that must be delivered in full first, -1 for none; this
    ///   one is then signed on the later of `signedTick` and the last arrival of that one
    /// @param price price at signature, in `currency`
    /// @param currency currency in which the price is fixed
    /// @param advanceShare share paid in advance, 0..1; what neither the advance nor a milestone
    ///   takes is paid evenly, on each arrival
    /// @param advanceTick day of the advance, counted from the signature when `after` is given
    /// @param paymentStuckChance chance that the payment for one delivery is stuck, 0..1
    /// @param paymentStuckSec mean delay by a stuck payment, s (exponential)
    /// @param lossChance chance of loss in transit, 0..1
    /// @param replacementSec mean delay by a loss, s (exponential)
    /// @param deploymentSec time from arrival to service, s
    /// @param closed closed periods of the supply line, as pairs of from and to ticks, rising; a
    ///   delivery that would leave the maker in one waits for its end
    /// @param deliveries units, in the order of the scenario
    /// @param milestones other parts of the price, in the order of the scenario
    /// @param escalation how the price rises up to the day on which each part of it is due
    /// @param cancelledTick day of cancellation, `Long.MAX_VALUE` for none: what has not arrived or
    ///   been paid by then never does or is
    public record Contract(
            String id,
            long signedTick,
            int after,
            double price,
            String currency,
            double advanceShare,
            long advanceTick,
            double paymentStuckChance,
            double paymentStuckSec,
            double lossChance,
            double replacementSec,
            double deploymentSec,
            List<long[]> closed,
            List<Planned> deliveries,
            List<Milestone> milestones,
            Escalation escalation,
            long cancelledTick) {
        public Contract {
            closed = List.copyOf(closed);
            deliveries = List.copyOf(deliveries);
            milestones = List.copyOf(milestones);
            for (Milestone m : milestones) {
                if (m.delivery() >= deliveries.size()) {
                    throw new IllegalArgumentException(
                            "The milestone (%s) of the contract (%s) waits for delivery (%d) of (%d)."
                                    .formatted(m.id(), id, m.delivery(), deliveries.size()));
                }
            }
        }

        /// The same contract with other deliveries and milestones.
        public Contract with(List<Planned> otherDeliveries, List<Milestone> otherMilestones) {
            return new Contract(
                    id,
                    signedTick,
                    after,
                    price,
                    currency,
                    advanceShare,
                    advanceTick,
                    paymentStuckChance,
                    paymentStuckSec,
                    lossChance,
                    replacementSec,
                    deploymentSec,
                    closed,
                    otherDeliveries,
                    otherMilestones,
                    escalation,
                    cancelledTick);
        }

        /// A contract of fixed price, paid in advance and on the arrivals.
        public Contract(
                String id,
                long signedTick,
                int after,
                double price,
                String currency,
                double advanceShare,
                long advanceTick,
                double paymentStuckChance,
                double paymentStuckSec,
                double lossChance,
                double replacementSec,
                double deploymentSec,
                List<long[]> closed,
                List<Planned> deliveries) {
            this(
                    id,
                    signedTick,
                    after,
                    price,
                    currency,
                    advanceShare,
                    advanceTick,
                    paymentStuckChance,
                    paymentStuckSec,
                    lossChance,
                    replacementSec,
                    deploymentSec,
                    closed,
                    deliveries,
                    List.of(),
                    Escalation.NONE,
                    Long.MAX_VALUE);
        }
    }

    /// What a milestone waits for.
    public enum When {
        /// The signature.
        SIGNATURE,
        /// A day.
        DATE,
        /// The arrival of a unit.
        ARRIVAL,
        /// The first day in service of a unit.
        SERVICE
    }

    /// A part of the price that is due when something has been reached.
    ///
    /// @param id key, unique in the contract
    /// @param share share of the price, 0..1
    /// @param when what it waits for
    /// @param delivery index of the unit it waits for, -1 for none
    /// @param delay ticks after that; for a day, the day itself
    /// @param settled whether it is known history, so that the payment cannot be stuck
    public record Milestone(
            String id, double share, When when, int delivery, long delay, boolean settled) {
        public Milestone {
            boolean waits = when == When.ARRIVAL || when == When.SERVICE;
            if (!(share >= 0 && share <= 1) || waits != delivery >= 0) {
                throw new IllegalArgumentException(
                        "The milestone (%s) must have a share (%s) of 0..1, and a unit (%d) only on arrival or service."
                                .formatted(id, share, delivery));
            }
        }
    }

    /// A unit to be delivered.
    ///
    /// @param unit key of the unit, unique in the scenario
    /// @param dueTick due date; for a contract with `after`, time since signature
    /// @param readyTick day on which the maker is ready to hand it over; for a contract with
    ///   `after`, time since signature
    /// @param settled whether the date is known history, so that no chance is added to it
    /// @param follows key of the unit, of any contract, after whose arrival this one is ready;
    ///   `readyTick` then counts from that arrival, and without a due date of its own
    ///   ([#AS_MUCH_LATER]) it is due as long after that one; empty for none
    /// @param causes indices of the causes that act on it
    /// @param gates indices of the gates that it waits for
    public record Planned(
            String unit,
            long dueTick,
            long readyTick,
            boolean settled,
            String follows,
            List<Integer> causes,
            List<Integer> gates) {
        /// The due date of a unit that follows another and has none of its own.
        public static final long AS_MUCH_LATER = Long.MIN_VALUE;

        public Planned {
            causes = List.copyOf(causes);
            gates = List.copyOf(gates);
        }

        /// A unit that comes by itself.
        public Planned(String unit, long dueTick, long readyTick, boolean settled) {
            this(unit, dueTick, readyTick, settled, "", List.of(), List.of());
        }

        /// A unit of a contract that is never signed.
        public static Planned never(String unit) {
            return new Planned(unit, Long.MAX_VALUE, Long.MAX_VALUE, false);
        }

        /// The same unit, ready later.
        public Planned later(long by) {
            return new Planned(
                    unit, dueTick, Calendar.later(readyTick, by), settled, follows, causes, gates);
        }
    }

    /// A single purchase of spare parts or missiles.
    ///
    /// @param id key in the scenario
    /// @param tick day of order and payment
    /// @param arrival day on which the goods arrive
    /// @param amount money spent, in `currency`
    /// @param currency currency
    /// @param cause [MoneyCause#SPARES] or [MoneyCause#MISSILES]
    public record Purchase(
            String id, long tick, long arrival, double amount, String currency, MoneyCause cause) {}
}
