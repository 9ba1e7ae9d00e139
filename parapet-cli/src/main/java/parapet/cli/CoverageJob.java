package parapet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parapet.export.RunExport;
import parapet.export.SkyRasters;
import parapet.io.ReadResult;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.radar.CoverageMap;
import parapet.radar.SkyGrid;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.SkyCase;
import parapet.scenario.SkyGeometry;
import parapet.study.SkyMap;

/// The sky of a plan alone: areas, what ends the view, the lowest height over each place.
final class CoverageJob {
    private static final List<String> SECTIONS = List.of("areas", "edges", "places");
    private static final List<SkyMap.Limit> LIMITS =
            List.of(
                    SkyMap.Limit.TERRAIN,
                    SkyMap.Limit.HORIZON,
                    SkyMap.Limit.POWER,
                    SkyMap.Limit.UNKNOWN,
                    SkyMap.Limit.REACH);
    private static final int MOST_FOLD = 3;

    private final SkyQuestion question;
    private final SkyMap map;
    private final List<String> ready;
    private final BitSet sites;

    private CoverageJob(SkyQuestion question, SkyMap map, List<String> ready) {
        this.question = question;
        this.map = map;
        this.ready = ready;
        sites = map.posts(owner -> ready.contains(owner.id()));
    }

    static int coverage(Options.Coverage options, Console console) {
        Sections.check(options.section(), SECTIONS);
        ReadResult read = Scenarios.read(options.who().scenario(), options.who().sets(), console);
        if (read.scenario() == null) {
            return 2;
        }
        int draws = Math.min(SkyMap.MOST_DRAWS, read.scenarioOrThrow().study().draws());
        SkyQuestion question = SkyQuestion.of(options.who(), read, draws);
        Sky sky = question.sky();
        String target = options.of() == null ? sky.covering() : options.of();
        if (target == null) {
            throw RunException.input(
                    "The scenario names no target for which covered sky is counted.",
                    "Give --of TARGET, or `covering` in its sky. Targets: "
                            + String.join(", ", sky.targets().keySet()));
        }
        SkyQuestion.known("target", target, sky.targets().keySet());
        GroundNotes.tell(question.ground(), console);
        console.note("Working out what each site sees.");
        SkyMap map = SkyMap.of(question.setup(), covering(question.plan(), target));
        if (map == null) {
            throw RunException.input(
                    "Nobody stands anywhere in this sky.",
                    "Give bases a `place` and types of unit their `batteries`, or add groups.");
        }
        List<String> ready = question.ready(map.sky(), options.who().ready(), units(map));
        var job = new CoverageJob(question, map, ready);
        Sections answer = job.answer(target);
        answer.show(console, options.section());
        Path out = options.out();
        if (out != null) {
            Path file =
                    out.resolve(
                            "%s-%s-sky.tif"
                                    .formatted(
                                            Options.name(options.who().scenario()),
                                            question.plan().id()));
            RunExport.Written written = RunExport.geoTiff(SkyRasters.of(map, job.sites), file);
            String said = "Map      " + written.file() + "   " + written.holds();
            if (console.format() == Format.TEXT) {
                console.line("");
                console.line(said);
            } else {
                console.note(said);
            }
        }
        return 0;
    }

    /// The same plan with another class of target to be covered.
    private static PlannedScenario covering(PlannedScenario plan, String target) {
        Scenario s = plan.scenario();
        Sky sky = Objects.requireNonNull(s.sky());
        if (target.equals(sky.covering())) {
            return plan;
        }
        var other =
                new Sky(
                        sky.terrain(),
                        sky.refraction(),
                        sky.reach(),
                        target,
                        sky.sharedPicture(),
                        sky.coordinatedFire(),
                        sky.places(),
                        sky.radars(),
                        sky.targets(),
                        sky.rounds(),
                        sky.batteries(),
                        sky.groups(),
                        sky.depot(),
                        sky.assets(),
                        sky.raids(),
                        sky.families());
        var scenario =
                new Scenario(
                        s.schema(),
                        s.title(),
                        s.about(),
                        s.start(),
                        s.end(),
                        s.asOf(),
                        s.assumptions(),
                        s.sources(),
                        s.claims(),
                        s.money(),
                        s.catalogue(),
                        s.support(),
                        s.programme(),
                        other,
                        s.study(),
                        s.plans());
        return new PlannedScenario(plan.id(), plan.plan(), scenario, plan.dated());
    }

    private static List<String> units(SkyMap map) {
        return map.sky().owners().stream()
                .filter(owner -> !owner.group() && owner.comes())
                .map(SkyCase.Owner::id)
                .toList();
    }

    private Sections answer(String target) {
        Sky.Target of = Objects.requireNonNull(question.sky().targets().get(target));
        var answer =
                new Sections(
                        "Sky of plan %s against %s, ready: %s; mean ranges of %d draws."
                                .formatted(
                                        question.planName(),
                                        of.name(),
                                        ready.isEmpty() ? "nobody" : String.join(", ", ready),
                                        map.draws()));
        answer.add("areas", "Area covered by at least so many sites, thousand km2", areas());
        answer.add(
                "edges",
                "What ends the view: share of the outline of the sky that is seen, %",
                edges());
        answer.add(
                "places",
                "Over the places: lowest height seen, m above ground, and sites that see each height",
                places());
        notes(answer);
        return answer;
    }

    private QueryResult areas() {
        var rows = new ArrayList<List<@Nullable Object>>();
        areas("seen", map.seen(), rows);
        areas("reached", map.reached(), rows);
        return QueryResult.of(
                List.of("kind", "heightM", "one", "two", "three", "upperBoundPercent", "unknown"),
                rows);
    }

    private void areas(String kind, CoverageMap of, List<List<@Nullable Object>> rows) {
        for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
            var row = new ArrayList<@Nullable Object>();
            row.add(kind);
            row.add(SkyGeometry.HEIGHTS_M.get(h));
            for (int fold = 1; fold <= MOST_FOLD; fold++) {
                row.add(Math.round(of.areaKm2(h, sites, fold)) / 1000.0);
            }
            row.add(percent(of.boundAreaKm2(h, sites, 1), of.areaKm2(h, sites, 1)));
            row.add(Math.round(of.unknownAreaKm2(h, sites)) / 1000.0);
            rows.add(row);
        }
    }

    private static double percent(double part, double whole) {
        return whole > 0 ? Math.round(1000 * part / whole) / 10.0 : 0;
    }

    private QueryResult edges() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
            Map<SkyMap.Limit, Double> km = map.outlineKm(sites, h);
            var row = new ArrayList<@Nullable Object>();
            row.add(SkyGeometry.HEIGHTS_M.get(h));
            for (SkyMap.Limit limit : LIMITS) {
                row.add(share(km, limit));
            }
            rows.add(row);
        }
        return QueryResult.of(
                List.of("heightM", "terrain", "horizon", "power", "unknown", "map"), rows);
    }

    private static double share(Map<SkyMap.Limit, Double> km, SkyMap.Limit limit) {
        double all = km.values().stream().mapToDouble(d -> d).sum();
        return percent(km.getOrDefault(limit, 0.0), all);
    }

    private QueryResult places() {
        SkyGeometry geometry = question.setup().realiser().geometry(question.plan().scenario());
        SkyGrid grid = map.seen().sky();
        float[] lowest = map.seen().lowestHeightM(sites);
        var rows = new ArrayList<List<@Nullable Object>>();
        question.sky()
                .places()
                .forEach((id, place) -> {
                    int cell = grid.cellOf(geometry.point(place));
                    var row = new ArrayList<@Nullable Object>();
                    row.add(id);
                    row.add(place.name());
                    row.add(
                            cell >= 0 && Float.isFinite(lowest[cell])
                                    ? Math.round(lowest[cell])
                                    : null);
                    for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
                        row.add(cell < 0 ? null : map.seen().count(h, cell, sites));
                    }
                    rows.add(row);
                });
        var columns = new ArrayList<>(List.of("place", "name", "lowestM"));
        SkyGeometry.HEIGHTS_M.forEach(height -> columns.add("sites" + height));
        return QueryResult.of(columns, rows);
    }

    private void notes(Sections answer) {
        for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
            double unknown = map.seen().unknownAreaKm2(h, sites);
            if (unknown > 0) {
                answer.note(
                        String.format(
                                Locale.ROOT,
                                "At %d m, %.3f thousand km2 are unknown: the files of terrain have no data there or on the way,"
                                        + " and the ground that is known hides nothing. They are not counted as seen.",
                                SkyGeometry.HEIGHTS_M.get(h),
                                unknown / 1000));
            }
        }
        for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
            double bound = map.seen().boundAreaKm2(h, sites, 1);
            if (bound > 0) {
                answer.note(
                        String.format(
                                Locale.ROOT,
                                "At %d m, %.0f %% of the area seen is that of a smooth earth: terrain data are"
                                        + " coarser than 30 arc-seconds there; mountains hide more, and a mast"
                                        + " on a mountain may see beyond it.",
                                SkyGeometry.HEIGHTS_M.get(h),
                                percent(bound, map.seen().areaKm2(h, sites, 1))));
            }
        }
        for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
            double share = share(map.outlineKm(sites, h), SkyMap.Limit.REACH);
            if (share > 0) {
                answer.note(
                        String.format(
                                Locale.ROOT,
                                "At %d m, %.0f %% of the outline is where the map ends (sky.reach), not the view:"
                                        + " the area seen is at least this large.",
                                SkyGeometry.HEIGHTS_M.get(h),
                                share));
            }
        }
        answer.note(
                "A mean of ranges is not the mean of areas; `parapet run` computes areas draw by draw (table covered).");
        List<String> left =
                map.sky().existing().stream().filter(id -> !ready.contains(id)).toList();
        if (!left.isEmpty()) {
            answer.note(
                    "Of the plan, not counted here: %s; --ready names who is."
                            .formatted(String.join(", ", left)));
        }
        var late =
                map.sky().owners().stream()
                        .filter(o -> o.group() && ready.contains(o.id()) && o.fromTick() > 0)
                        .map(SkyCase.Owner::id)
                        .toList();
        if (!late.isEmpty()) {
            answer.note(
                    "Counted as ready although they exist only from a later day on: "
                            + String.join(", ", late)
                            + ".");
        }
    }
}
