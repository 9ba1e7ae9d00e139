package parapet.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import parapet.geo.GeoPoint;
import parapet.radar.CoverageMap;
import parapet.radar.SkyGrid;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Programme;
import parapet.scenario.QuantityNames;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.SkyGeometry;
import parapet.scenario.Support;
import parapet.stats.Estimate;
import parapet.stats.Weights;
import parapet.study.rows.ForceRow;
import parapet.study.rows.NameRow;
import parapet.study.rows.PlaceRow;
import parapet.study.rows.SharingRow;
import parapet.study.rows.SkyCellRow;
import parapet.tables.Rows;

/// Summary rows about sky and raids: places, the map, raids after real ones, and how battles were
/// shared.
final class SkyRows {
    private static final double CONFIDENCE = 0.95;

    private final Setup setup;
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Map<String, HashSet<String>> fought = new HashMap<>();
    private final Map<String, Map<Integer, List<Double>>> differences = new HashMap<>();
    private final Analogues analogues = new Analogues();
    private final Flips flips = new Flips();

    SkyRows(Setup setup) {
        this.setup = setup;
    }

    /// Takes the rows of one chunk.
    void add(Rows rows) {
        flips.add(rows);
        for (ForceRow row : rows.of(ForceRow.class)) {
            asked.merge(row.raid(), 1, Integer::sum);
            fought.computeIfAbsent(row.raid(), k -> new HashSet<>())
                    .add(row.draw() + "/" + row.battle());
            Integer alone = row.alone();
            if (alone != null) {
                differences
                        .computeIfAbsent(row.raid(), k -> new TreeMap<>())
                        .computeIfAbsent(row.draw(), k -> new ArrayList<>())
                        .add(row.shared() - (double) alone);
            }
        }
        analogues.add(rows);
    }

    /// Posts the summary rows.
    ///
    /// @param weights of the draws; how battles were shared, and the map of typical ranges, are
    ///   about the draws as they were run
    void post(Rows rows, Weights weights) {
        Sky sky = setup.scenario().sky();
        if (sky == null) {
            return;
        }
        names(sky, rows);
        PlannedScenario reference =
                setup.plans().stream()
                        .filter(p -> p.id().equals(setup.reference()))
                        .findFirst()
                        .orElse(null);
        if (reference != null) {
            places(reference.scenario(), rows);
            map(reference, rows);
        }
        analogues.post(setup.realiser(), sky, rows, weights);
        sharing(rows);
        flips.post(rows, weights);
        flips.postStations(rows, weights);
    }

    /// Normal quantile of 80 %: a true mean so many standard errors beyond the half-width is told
    /// from zero with that probability.
    private static final double POWER_80 = 0.8416;

    private static void names(Sky sky, Rows rows) {
        sky.raids()
                .forEach((id, raid) ->
                        rows.add(
                                new NameRow(
                                        "raid",
                                        id,
                                        raid.name(),
                                        raid.about().strip(),
                                        raid.nights(),
                                        !raid.defendedBy().isEmpty())));
        sky.families()
                .forEach((id, family) ->
                        rows.add(
                                new NameRow(
                                        "raid",
                                        id,
                                        family.name(),
                                        family.about().strip(),
                                        family.nights(),
                                        false)));
        sky.assets()
                .forEach((id, a) -> rows.add(new NameRow("asset", id, a.name(), "", null, false)));
        sky.targets()
                .forEach((id, t) -> rows.add(new NameRow("target", id, t.name(), "", null, false)));
        sky.rounds()
                .forEach((id, r) -> rows.add(new NameRow("round", id, r.name(), "", null, false)));
    }

    private void places(Scenario scenario, Rows rows) {
        Sky sky = Objects.requireNonNull(scenario.sky());
        SkyGeometry geometry = setup.realiser().geometry(scenario);
        Set<String> apart = SkyGeometry.apart(scenario);
        sky.places()
                .forEach((id, place) -> {
                    if (apart.contains(id)) {
                        return;
                    }
                    var names = new ArrayList<String>();
                    for (Programme.Contract c : scenario.programme().contracts().values()) {
                        if (!c.active()) {
                            continue;
                        }
                        c.deliveries()
                                .forEach((unit, d) -> {
                                    Support.Site base = scenario.support().sites().get(d.base());
                                    if (base != null && id.equals(base.place())) {
                                        names.add(QuantityNames.named(d.name(), unit));
                                    } else if (base != null
                                            && base.alternatives().containsKey(id)) {
                                        names.add(
                                                QuantityNames.named(d.name(), unit) + " (perhaps)");
                                    }
                                });
                    }
                    sky.groups()
                            .forEach((group, g) -> {
                                if (g.active() && id.equals(g.place())) {
                                    names.add(QuantityNames.named(g.name(), group));
                                }
                            });
                    boolean aim =
                            sky.raids().values().stream()
                                            .anyMatch(r ->
                                                    r.defendedBy().isEmpty()
                                                            && r.waves().values().stream()
                                                                    .anyMatch(w ->
                                                                            SkyGeometry.place(
                                                                                            sky, w)
                                                                                    .equals(id)))
                                    || sky.families().values().stream()
                                            .flatMap(f -> f.fronts().values().stream())
                                            .flatMap(f -> f.assets().keySet().stream())
                                            .map(sky.assets()::get)
                                            .anyMatch(a -> a != null && a.place().equals(id));
                    GeoPoint p = geometry.point(place);
                    rows.add(
                            new PlaceRow(
                                    id,
                                    place.name(),
                                    p.latitudeDeg(),
                                    p.longitudeDeg(),
                                    String.join("\n", names),
                                    aim));
                });
    }

    /// The sky of the reference plan with the mean ranges of the draws that were run.
    private void map(PlannedScenario reference, Rows rows) {
        SkyMap of = SkyMap.of(setup, reference);
        if (of == null) {
            return;
        }
        CoverageMap map = of.seen();
        BitSet plan = of.units();
        SkyGrid grid = map.sky();
        float[] lowest = map.lowestHeightM(plan);
        for (int row = 0; row < grid.rows(); row += 2) {
            for (int column = 0; column < grid.columns(); column += 2) {
                int cell = row * grid.columns() + column;
                GeoPoint p = grid.centre(cell);
                rows.add(
                        new SkyCellRow(
                                round(p.latitudeDeg()),
                                round(p.longitudeDeg()),
                                (double) Math.round(grid.groundM(cell)),
                                Float.isFinite(lowest[cell])
                                        ? (double) Math.round(lowest[cell])
                                        : null,
                                map.count(0, cell, plan),
                                map.count(1, cell, plan),
                                map.count(2, cell, plan),
                                map.isBound(0, cell),
                                of.edge(plan, 0, cell),
                                of.edge(plan, 1, cell),
                                of.edge(plan, 2, cell)));
            }
        }
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1000) / 1000.0;
    }

    private void sharing(Rows rows) {
        asked.forEach((raid, times) -> {
            double[] byDraw =
                    differences.getOrDefault(raid, Map.of()).values().stream()
                            .mapToDouble(d -> d.stream().mapToDouble(x -> x).average().orElse(0))
                            .toArray();
            int compared =
                    differences.getOrDefault(raid, Map.of()).values().stream()
                            .mapToInt(List::size)
                            .sum();
            var estimate = byDraw.length < 2 ? null : Estimate.of(byDraw);
            rows.add(
                    new SharingRow(
                            raid,
                            times,
                            fought.getOrDefault(raid, new HashSet<>()).size(),
                            compared,
                            estimate == null ? null : estimate.mean(),
                            estimate == null ? null : estimate.halfWidth(CONFIDENCE),
                            estimate == null
                                    ? null
                                    : estimate.halfWidth(CONFIDENCE)
                                            + POWER_80 * estimate.standardError()));
        });
    }
}
