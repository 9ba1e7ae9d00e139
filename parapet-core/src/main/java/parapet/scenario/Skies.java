package parapet.scenario;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The skies of one draw, each made once: plans that differ in contracts, sites or money alone have
/// the same batteries, radars and raids. On one thread.
public final class Skies {
    private record Key(
            Sky sky,
            List<List<Object>> owners,
            List<SkyOwners.Standing> standings,
            int together,
            SkyGeometry geometry) {}

    private final Map<Key, SkyCase> made = new HashMap<>();

    /// None yet.
    public Skies() {}

    /// The sky of some owners, made by `maker` when no plan of this draw had the same.
    SkyCase of(Sky sky, SkyOwners force, SkyGeometry geometry, Supplier<SkyCase> maker) {
        return made.computeIfAbsent(
                new Key(
                        sky,
                        force.owners().stream().map(Skies::parts).toList(),
                        force.standings(),
                        force.together(),
                        geometry),
                k -> maker.get());
    }

    /// The parts of an owner, of which one is an array that equals only itself.
    private static List<Object> parts(SkyCase.Owner o) {
        return List.of(
                o.id(),
                o.unit(),
                o.group(),
                o.full(),
                o.degraded(),
                Arrays.stream(o.load()).boxed().toList(),
                o.ready(),
                o.fromTick());
    }
}
