package parapet.io;

import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.scenario.RaidFamily;
import parapet.scenario.Sky;
import parapet.scenario.Study;

/// What the shape of the language cannot say about what stresses a defence: waves and families.
final class StressChecks {
    private static final int MOST_NIGHTS = 60;
    private static final int MOST_RELEASED = 50;
    private static final double MOST_REACH_M = 1_000_000;
    private static final double LONGEST_WAVE_SEC = 30 * 86_400;

    private StressChecks() {}

    static void record(@Nullable Record record, Evidence evidence, SkyChecks.Problems problems) {
        switch (record) {
            case Sky.Wave w -> aim(w, problems);
            case Sky.Target t -> {
                if (t.release() != null && t.arc() != null) {
                    problems.report(
                            "release",
                            "a ballistic target releases nothing",
                            "leave out arc, or release");
                }
            }
            case Study.Holds h -> {
                level("stopped", h.stopped(), "80 %", evidence, problems);
                level("kept", h.kept(), "80 %", evidence, problems);
            }
            case RaidFamily f -> family(f, evidence, problems);
            case RaidFamily.Part p -> {
                if (most(p.distance(), evidence) > MOST_REACH_M) {
                    problems.report("distance", "they begin more than 1000 km out", null);
                }
                if (most(p.after(), evidence) + most(p.within(), evidence) > LONGEST_WAVE_SEC) {
                    problems.report(
                            "within", "they may begin later than 30 days after their raid", null);
                }
            }
            case RaidFamily.Front f -> {
                if (f.assets().isEmpty()) {
                    problems.report(
                            "assets",
                            "nothing lies within reach of this side",
                            "name some of sky.assets");
                }
            }
            case Sky s -> {
                for (String id : s.families().keySet()) {
                    if (s.raids().containsKey(id)) {
                        problems.report(
                                "families",
                                "\"%s\" is the id of a raid and of a family".formatted(id),
                                "give the family another id");
                    }
                }
                attacked(s, evidence, problems);
                releases(s, evidence, problems);
                RaidSizeChecks.sky(s, evidence, problems);
            }
            case null, default -> {}
        }
    }

    /// A level is a yardstick of the study, not an uncertain number.
    static void level(
            String key,
            Quantity level,
            String example,
            Evidence evidence,
            SkyChecks.Problems problems) {
        Bounds bounds = Bounds.of(level, evidence);
        if (bounds != null && bounds.least() != bounds.most()) {
            problems.report(
                    key,
                    "a level of the study is one number, no range",
                    "write one number, such as " + example);
        }
    }

    private static void aim(Sky.Wave w, SkyChecks.Problems problems) {
        if ((w.toward() == null) == (w.aim() == null)) {
            problems.report(
                    w.toward() == null ? "aim" : "toward",
                    w.toward() == null
                            ? "the wave is aimed at nothing"
                            : "the wave is aimed at a region and at an asset",
                    "give aim, one of sky.assets, or toward, one of sky.places");
        }
    }

    private static void family(RaidFamily f, Evidence evidence, SkyChecks.Problems problems) {
        if (f.nights() > MOST_NIGHTS) {
            problems.report(
                    "nights",
                    "nights (%d) is more than %d".formatted(f.nights(), MOST_NIGHTS),
                    null);
        }
        if (f.mix().isEmpty()
                || f.mix().values().stream()
                        .noneMatch(p -> StationChecks.sure(p.weight(), evidence))) {
            problems.report(
                    "mix",
                    "the family may bring nothing",
                    "give one class a weight that is more than 0 in every draw");
        }
        if (f.fronts().isEmpty()
                || f.fronts().values().stream()
                        .noneMatch(p -> StationChecks.sure(p.weight(), evidence))) {
            problems.report(
                    "fronts",
                    "the family may come from nowhere",
                    "give one side a weight that is more than 0 in every draw");
        } else if (f.sides() > f.fronts().size()) {
            problems.report(
                    "sides",
                    "sides (%d) is more than the sides that there are (%d)"
                            .formatted(f.sides(), f.fronts().size()),
                    null);
        }
    }

    /// Every side of a family must have an asset that it would choose.
    private static void attacked(Sky s, Evidence evidence, SkyChecks.Problems problems) {
        s.families()
                .forEach((id, family) ->
                        family.fronts()
                                .forEach((side, front) -> {
                                    boolean any =
                                            front.assets().entrySet().stream()
                                                    .anyMatch(e -> {
                                                        var asset = s.assets().get(e.getKey());
                                                        return asset == null
                                                                || switch (family.aims()) {
                                                                    case EVEN -> true;
                                                                    case IMPORTANCE ->
                                                                            StationChecks.sure(
                                                                                    asset
                                                                                            .importance(),
                                                                                    evidence);
                                                                    case OWN ->
                                                                            StationChecks.sure(
                                                                                    e.getValue()
                                                                                            .weight(),
                                                                                    evidence);
                                                                };
                                                    });
                                    if (!any && !front.assets().isEmpty()) {
                                        problems.report(
                                                "families",
                                                "family \"%s\": nothing on side \"%s\" is sure to be worth an attack"
                                                        .formatted(id, side),
                                                "give one of its assets an importance (or a weight, for `own` aims) that is more than 0 in every draw");
                                    }
                                }));
    }

    /// What is released flies on by itself, and the release lies on the way.
    private static void releases(Sky s, Evidence evidence, SkyChecks.Problems problems) {
        s.targets()
                .forEach((id, target) -> {
                    Sky.Release release = target.release();
                    if (release == null) {
                        return;
                    }
                    String path = "sky.targets." + id + ".release";
                    Sky.Target released = s.targets().get(release.target());
                    if (released != null && released.release() != null) {
                        problems.report(
                                path + ".target",
                                "\"%s\" is released and releases something itself"
                                        .formatted(release.target()),
                                "name a class that flies on to the end");
                    }
                    if (most(release.count(), evidence) > MOST_RELEASED) {
                        problems.report(
                                path + ".count",
                                "more than %d are released by one".formatted(MOST_RELEASED),
                                null);
                    }
                    double far = most(release.distance(), evidence);
                    s.raids()
                            .forEach((raid, r) ->
                                    r.waves()
                                            .forEach((wave, w) -> {
                                                if (w.target().equals(id)
                                                        && least(w.distance(), evidence) <= far) {
                                                    late(
                                                            "sky.raids." + raid + ".waves." + wave,
                                                            problems);
                                                }
                                            }));
                    s.families()
                            .forEach((family, f) -> {
                                RaidFamily.Part part = f.mix().get(id);
                                if (part != null && least(part.distance(), evidence) <= far) {
                                    late("sky.families." + family + ".mix." + id, problems);
                                }
                            });
                });
    }

    private static void late(String path, SkyChecks.Problems problems) {
        problems.report(
                path + ".distance",
                "they begin no farther out than they release what they carry",
                "let them begin farther out, or release nearer");
    }

    private static double least(Quantity q, Evidence evidence) {
        Bounds bounds = Bounds.of(q, evidence);
        return bounds == null ? Double.POSITIVE_INFINITY : bounds.least();
    }

    private static double most(Quantity q, Evidence evidence) {
        Bounds bounds = Bounds.of(q, evidence);
        return bounds == null ? 0 : bounds.most();
    }
}
