package parapet.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.programme.ProgrammeInput;
import parapet.quantity.Calendar;
import parapet.random.Streams;

/// What deliveries share in one draw: the causes of slip that happen, and the gates they wait for.
///
/// Whether a cause happens is drawn once, from a stream of its own name, so that plans share it: a
/// cause with a higher chance happens in every draw in which one with a lower chance would.
final class SharedCauses {
    private final List<ProgrammeInput.Cause> causes = new ArrayList<>();
    private final List<ProgrammeInput.Gate> gates = new ArrayList<>();
    private final List<Programme.Cause> happened = new ArrayList<>();
    private final List<Programme.Gate> standing = new ArrayList<>();

    SharedCauses(Programme programme, Draw draw, Streams streams, Calendar calendar) {
        programme
                .causes()
                .forEach((id, c) -> {
                    if (c.active()
                            && streams.uniform("scenario.cause", id) < draw.value(c.chance())) {
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
                    boolean held = happened.get(c).gates().contains(e.getKey());
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
