package parapet.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The skies of one draw, each made once: plans that differ in contracts, sites or money alone have
/// the same batteries, radars and raids. On one thread.
public final class Skies {
    private record Key(
            Sky sky,
            List<SkyCase.Owner> owners,
            List<SkyOwners.Standing> standings,
            int together,
            SkyGeometry geometry) {}

    private final Map<Key, SkyCase> made = new HashMap<>();

    /// None yet.
    public Skies() {}

    /// The sky of some owners, made by `maker` when no plan of this draw had the same.
    SkyCase of(Sky sky, SkyOwners force, SkyGeometry geometry, Supplier<SkyCase> maker) {
        return made.computeIfAbsent(
                new Key(sky, force.owners(), force.standings(), force.together(), geometry),
                k -> maker.get());
    }
}
