package parapet.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.programme.ProgrammeInput;
import parapet.quantity.Calendar;
import parapet.random.Streams;

/// What happens or not in one draw: causes of slip that deliveries share, options, cancellations
/// and purchases; and the gates that units wait for.
///
/// Whether a thing happens is drawn once, from a stream of its own name, so that plans share it:
/// one with a higher chance happens in every draw in which one with a lower chance would.
final class Happenings {
    private final List<ProgrammeInput.Cause> causes = new ArrayList<>();
    private final List<ProgrammeInput.Gate> gates = new ArrayList<>();
    private final List<Programme.Cause> happened = new ArrayList<>();
    private final List<Programme.Gate> standing = new ArrayList<>();

    private final Draw draw;
    private final Streams streams;

    Happenings(Programme programme, Draw draw, Streams streams, Calendar calendar) {
        this.draw = draw;
        this.streams = streams;
        programme
                .causes()
                .forEach((id, c) -> {
                    if (c.active() && happens("scenario.cause", id, c.chance())) {
                        Quantity from = c.from();
                        causes.add(
                                new ProgrammeInput.Cause(
                                        id,
                                        from == null
                                                ? Long.MIN_VALUE
                                                : calendar.tickOfEpochDay(draw.value(from)),
                                        Calendar.ticks(draw.value(c.slip())),
                                        draw.value(c.lateness())));
                        happened.add(c);
                    }
                });
        for (Map.Entry<String, Programme.Gate> e : programme.gates().entrySet()) {
            Programme.Gate gate = e.getValue();
            if (gate.active()) {
                long said = calendar.tickOfEpochDay(draw.value(gate.opens()));
                long opens = said;
                for (int c = 0; c < causes.size(); c++) {
                    boolean held =
                            happened.get(c).gates().contains(e.getKey())
                                    && !draw.settled(gate.opens());
                    if (held && said >= causes.get(c).fromTick()) {
                        opens = Calendar.later(opens, causes.get(c).slip());
                    }
                }
                gates.add(
                        new ProgrammeInput.Gate(
                                e.getKey(), opens, gate.before() == Programme.Before.SERVICE));
                standing.add(gate);
            }
        }
    }

    /// Whether a thing happens; without a chance it is certain.
    private boolean happens(String purpose, String id, @Nullable Quantity chance) {
        return chance == null || streams.uniform(purpose, id) < draw.value(chance);
    }

    /// Whether a contract is signed, as an option may not be.
    boolean signed(String contract, Programme.Contract c) {
        return happens("scenario.signed", contract, c.chance());
    }

    /// The day on which a contract is cancelled, null if it is not.
    @Nullable Quantity cancelled(String contract, Programme.Contract c) {
        Programme.Cancellation k = c.cancelled();
        return k != null && happens("scenario.cancelled", contract, k.chance()) ? k.on() : null;
    }

    /// Whether a purchase is made.
    boolean made(String purchase, Programme.Purchase p) {
        return p.active() && happens("scenario.purchase", purchase, p.chance());
    }

    /// The causes that happen.
    List<ProgrammeInput.Cause> causes() {
        return causes;
    }

    /// The gates of this plan.
    List<ProgrammeInput.Gate> gates() {
        return gates;
    }

    /// Indices of the causes that act on a delivery.
    List<Integer> causesOf(String contract, String unit) {
        var on = new ArrayList<Integer>();
        for (int c = 0; c < happened.size(); c++) {
            Programme.Cause cause = happened.get(c);
            if (cause.contracts().contains(contract) || cause.deliveries().contains(unit)) {
                on.add(c);
            }
        }
        return on;
    }

    /// Indices of the gates that a delivery waits for.
    List<Integer> gatesOf(String unit, Programme.Delivery delivery) {
        var before = new ArrayList<Integer>();
        for (int g = 0; g < standing.size(); g++) {
            Programme.Gate gate = standing.get(g);
            if (gate.sites().contains(delivery.base()) || gate.deliveries().contains(unit)) {
                before.add(g);
            }
        }
        return before;
    }
}
