package parapet.io;

import java.util.LinkedHashMap;
import java.util.Map;
import parapet.evidence.Quantity;
import parapet.scenario.RaidFamily;
import parapet.scenario.Sky;

/// How many targets a raid may bring: what is released counts beside what releases it.
final class RaidSizeChecks {
    private static final int MOST_TARGETS = 5000;
    private static final int MOST_OF_A_RAID = 100_000;

    private final Sky sky;
    private final Evidence evidence;
    private final SkyChecks.Problems problems;

    private RaidSizeChecks(Sky sky, Evidence evidence, SkyChecks.Problems problems) {
        this.sky = sky;
        this.evidence = evidence;
        this.problems = problems;
    }

    static void sky(Sky sky, Evidence evidence, SkyChecks.Problems problems) {
        var checks = new RaidSizeChecks(sky, evidence, problems);
        sky.raids().forEach(checks::raid);
        sky.families().forEach(checks::family);
    }

    private void raid(String id, Sky.Raid raid) {
        double all = 0;
        for (var wave : raid.waves().entrySet()) {
            Sky.Wave w = wave.getValue();
            double carriers = most(w.count()) * (1 - least(w.decoys()));
            double released = carriers * released(w.target());
            size(
                    "sky.raids.%s.waves.%s.count".formatted(id, wave.getKey()),
                    "wave \"%s\" of raid \"%s\"".formatted(wave.getKey(), id),
                    most(w.count()),
                    released,
                    "wave");
            all += most(w.count()) + released;
        }
        if (all > MOST_OF_A_RAID) {
            problems.report(
                    "sky.raids." + id,
                    "raid \"%s\" may have more than %d targets".formatted(id, MOST_OF_A_RAID),
                    "make several raids of it");
        }
    }

    private void family(String id, RaidFamily family) {
        double size = most(family.size());
        size(
                "sky.families." + id + ".size",
                "family \"%s\"".formatted(id),
                size,
                size * released(family),
                "night");
    }

    private void size(String key, String what, double come, double released, String in) {
        if (come + released > MOST_TARGETS) {
            boolean alone = come > MOST_TARGETS;
            problems.report(
                    key,
                    "%s: more than %d targets in one %s%s"
                            .formatted(
                                    what,
                                    MOST_TARGETS,
                                    in,
                                    alone ? "" : ", with what they release"),
                    alone ? null : "let fewer come, or release fewer");
        }
    }

    /// The most that one of a class may release.
    private double released(String target) {
        Sky.Target of = sky.targets().get(target);
        Sky.Release release = of == null ? null : of.release();
        return release == null ? 0 : most(release.count());
    }

    /// The most that may be released for one of a family: the greatest mean of what its classes
    /// release, by weights within their bounds. It is that of the greatest weights for all classes
    /// that release no less than one of them, and the least for the others.
    private double released(RaidFamily family) {
        Map<String, Double> releases = new LinkedHashMap<>();
        family.mix()
                .forEach((target, part) ->
                        releases.put(target, (1 - least(part.decoys())) * released(target)));
        double greatest = 0;
        for (double from : releases.values()) {
            double sum = 0;
            double weights = 0;
            for (var part : family.mix().entrySet()) {
                double one = releases.getOrDefault(part.getKey(), 0.0);
                Quantity law = part.getValue().weight();
                double weight = one >= from ? most(law) : least(law);
                sum += weight * one;
                weights += weight;
            }
            greatest = weights > 0 ? Math.max(greatest, sum / weights) : greatest;
        }
        return greatest;
    }

    private double most(Quantity q) {
        Bounds bounds = Bounds.of(q, evidence);
        return bounds == null ? 0 : bounds.most();
    }

    private double least(Quantity q) {
        Bounds bounds = Bounds.of(q, evidence);
        return bounds == null ? 0 : bounds.least();
    }
}
