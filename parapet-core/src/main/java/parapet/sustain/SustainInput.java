package parapet.sustain;

import java.util.List;

/// Everything the sustainment engine needs for one plan under one draw.
///
/// @param endTick end of the simulated time
/// @param phases networks by the tick from which they hold; the first at 0, rising
/// @param units units that may come, in the order of the scenario
/// @param additions parts and missiles that arrive on a day
public record SustainInput(
        long endTick, List<Phase> phases, List<Unit> units, List<Addition> additions) {
    public SustainInput {
        phases = List.copyOf(phases);
        units = List.copyOf(units);
        additions = List.copyOf(additions);
        if (phases.isEmpty() || phases.getFirst().fromTick() != 0) {
            throw new IllegalArgumentException("The first phase must begin at tick 0.");
        }
    }

    /// The networks that ever hold before the end.
    List<Network> networks() {
        return phases.stream().filter(p -> p.fromTick() < endTick).map(Phase::network).toList();
    }

    /// The network that holds at a tick.
    public Network networkAt(long tick) {
        Network now = phases.getFirst().network();
        for (Phase phase : phases) {
            now = phase.fromTick() <= tick ? phase.network() : now;
        }
        return now;
    }

    /// A network and the tick from which it holds.
    public record Phase(long fromTick, Network network) {}

    /// A unit that may come; when it comes is told by its [parapet.programme.Delivery].
    ///
    /// @param id key in the scenario
    /// @param type index of its type
    /// @param base index of the site where it is based
    public record Unit(String id, int type, int base) {}

    /// Goods that arrive on a day: spare parts at a site, or missiles spread evenly over the units
    /// in service. Missiles may also leave: as many as asked for, or all there are.
    ///
    /// @param tick arrival
    /// @param site index of the site for spare parts, -1 for missiles
    /// @param spares `spares[part]` spare parts, empty for missiles
    /// @param missile key of the missile, empty for spare parts
    /// @param count number of missiles; below 0 they are taken from the units in service
    public record Addition(long tick, int site, int[] spares, String missile, int count) {}
}
