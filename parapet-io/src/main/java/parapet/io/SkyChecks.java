package parapet.io;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Span;
import parapet.scenario.Catalogue;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.Support;

/// What the shape of the language cannot say about sky and raids: keys that must fit each other,
/// the grain of places, and sizes that a machine can hold.
final class SkyChecks {
    private static final double HALF_DEGREE = Math.PI / 360;
    private static final int MOST_LANES = 60;
    private static final int MOST_NIGHTS = 60;
    private static final int MOST_BATTERIES = 64;
    private static final int MOST_LAUNCHERS = 200;
    private static final int MOST_POSTS = 1000;
    private static final double MOST_REACH_M = 1_000_000;
    private static final int MOST_LOOKS = 64;
    private static final int MOST_KINDS = 32;
    private static final double LONGEST_WAVE_SEC = 30 * 86_400;
    private static final double LEAST_FALSE_ALARM = 1e-15;
    private static final double SUREST = 1 - 1e-9;

    /// Reports a problem: the key it is about, the problem, and a note or null.
    interface Problems {
        void report(String key, String problem, @Nullable String note);
    }

    private SkyChecks() {}

    static void record(@Nullable Record record, Evidence evidence, Problems problems) {
        StationChecks.record(record, evidence, problems);
        StressChecks.record(record, evidence, problems);
        switch (record) {
            case Sky.Place p -> place(p, problems);
            case Sky.RadarType r -> {
                if (r.of() < r.confirm()) {
                    problems.report(
                            "of",
                            "of (%d) is less than confirm (%d)".formatted(r.of(), r.confirm()),
                            "a track needs `confirm` detections within `of` looks");
                }
                limit("of", r.of(), MOST_LOOKS, problems);
                limit("confirm", r.confirm(), MOST_LOOKS, problems);
                radar(r, evidence, problems);
            }
            case Sky.Target t -> {
                Quantity arc = t.arc();
                if (arc != null && most(arc, evidence) > 3_500_000) {
                    problems.report("arc", "the arc is longer than 3500 km", null);
                }
                slow(t.speed(), evidence, problems);
            }
            case Sky.Round r -> slow(r.speed(), evidence, problems);
            case Sky.Battery b -> {
                if (b.launchers().size() > MOST_KINDS) {
                    problems.report(
                            "launchers",
                            "%d kinds of round in one battery are more than %d"
                                    .formatted(b.launchers().size(), MOST_KINDS),
                            "make two types of battery of it");
                }
                if (b.launchers().isEmpty()) {
                    problems.report("launchers", "the battery has no launchers", null);
                }
                limit("salvo", b.salvo(), 16, problems);
                limit("looks", b.looks(), 16, problems);
            }
            case Sky.Launchers l -> {
                limit("count", l.count(), MOST_LAUNCHERS, problems);
                limit("each", l.each(), MOST_LAUNCHERS, problems);
            }
            case Sky.Group g -> {
                if (most(g.count(), evidence) > MOST_BATTERIES) {
                    problems.report(
                            "count",
                            "more than %d batteries in one group".formatted(MOST_BATTERIES),
                            "make two groups of it");
                }
            }
            case Catalogue.Batteries b -> {
                limit("count", b.count(), MOST_BATTERIES, problems);
                if (b.degraded() > b.count()) {
                    problems.report(
                            "degraded",
                            "degraded (%d) is more than count (%d)"
                                    .formatted(b.degraded(), b.count()),
                            "a degraded unit fights with fewer batteries than a full one");
                }
            }
            case Sky.Raid r -> {
                limit("nights", r.nights(), MOST_NIGHTS, problems);
                if (!r.reported().isEmpty() && r.defendedBy().isEmpty()) {
                    problems.report(
                            "reported",
                            "what was reported of a real raid is compared with a defence of its own, and none is named",
                            "add defendedBy: the groups that stand for those who defended");
                }
            }
            case Sky.Wave w -> {
                limit("lanes", w.lanes(), MOST_LANES, problems);
                if (most(w.distance(), evidence) > MOST_REACH_M) {
                    problems.report("distance", "the wave begins more than 1000 km out", null);
                }
                if (most(w.after(), evidence) + most(w.within(), evidence) > LONGEST_WAVE_SEC) {
                    problems.report(
                            most(w.after(), evidence) > most(w.within(), evidence)
                                    ? "after"
                                    : "within",
                            "the wave may begin later than 30 days after its raid",
                            "make a raid of its own of it, or let it come for several `nights`");
                }
            }
            case Sky s -> {
                if (most(s.reach()) > MOST_REACH_M) {
                    problems.report("reach", "the sky reaches farther than 1000 km", null);
                }
                if (most(s.refraction()) > 20 || least(s.refraction()) < 0.3) {
                    problems.report(
                            "refraction",
                            "the effective earth factor is not between 0.3 and 20",
                            "usual values lie between 1 and 2; 1.33 is the standard");
                }
            }
            case Scenario s -> owners(s, problems);
            case null, default -> {}
        }
    }

    /// What the law of detection can answer.
    private static void radar(Sky.RadarType r, Evidence evidence, Problems problems) {
        Bounds alarm = Bounds.of(r.falseAlarm(), evidence);
        Bounds seen = Bounds.of(r.probability(), evidence);
        if (alarm != null && (alarm.least() < LEAST_FALSE_ALARM || alarm.most() >= 1)) {
            problems.report(
                    "falseAlarm",
                    "the probability of a false alarm must be 1e-15 or more, and less than 1",
                    "usual values lie between 1e-8 and 1e-4");
        } else if (seen != null
                && alarm != null
                && (seen.most() > SUREST || seen.least() <= alarm.most())) {
            problems.report(
                    "probability",
                    "the probability of one look must be more than `falseAlarm` and less than 100 %",
                    "usual values lie between 50 % and 90 %; no radar is sure of one look");
        }
        if (most(r.frequency(), evidence) > 1e12) {
            problems.report("frequency", "the frequency is more than 1000 GHz", null);
        }
        Bounds scan = Bounds.of(r.scan(), evidence);
        if (scan != null && (scan.least() < 0.01 || scan.most() > 86_400)) {
            problems.report(
                    "scan", "the time between two looks is not between 0.01 s and 1 day", null);
        }
    }

    private static void slow(Quantity speed, Evidence evidence, Problems problems) {
        Bounds bounds = Bounds.of(speed, evidence);
        if (bounds != null && bounds.least() < 1) {
            problems.report("speed", "the speed is less than 1 m/s", null);
        }
    }

    private static double most(Quantity q, Evidence evidence) {
        Bounds bounds = Bounds.of(q, evidence);
        return bounds == null ? 0 : bounds.most();
    }

    private static void place(Sky.Place p, Problems problems) {
        BiConsumer<String, Quantity> grain =
                (key, quantity) -> {
                    if (!(quantity.basis() instanceof Quantity.Stated(Span span))
                            || !span.single()) {
                        problems.report(
                                key,
                                "a place is a stated point",
                                "write a multiple of half a degree such as 31.5 deg; a place stands for a region");
                        return;
                    }
                    double halves = span.low() / HALF_DEGREE;
                    if (Math.abs(halves - Math.round(halves)) > 1e-6) {
                        problems.report(
                                key,
                                "%.4f deg is finer than half a degree"
                                        .formatted(Math.toDegrees(span.low())),
                                "places stand for regions: write a multiple of half a degree");
                    }
                    double limit = key.equals("latitude") ? Math.toRadians(70) : Math.PI;
                    if (Math.abs(span.low()) > limit) {
                        problems.report(
                                key,
                                "%.1f deg is out of range".formatted(Math.toDegrees(span.low())),
                                key.equals("latitude")
                                        ? "latitudes go from -70 to 70 deg"
                                        : "longitudes go from -180 to 180 deg");
                    }
                };
        grain.accept("latitude", p.latitude());
        grain.accept("longitude", p.longitude());
    }

    private static void owners(Scenario s, Problems problems) {
        Sky sky = s.sky();
        if (sky == null) {
            return;
        }
        int posts = 0;
        for (Sky.Group g : sky.groups().values()) {
            posts += g.apart() ? (int) Math.max(1, most(g.count())) : 1;
        }
        for (var contract : s.programme().contracts().values()) {
            for (var d : contract.deliveries().values()) {
                Support.Site base = s.support().sites().get(d.base());
                Catalogue.UnitType type = s.catalogue().units().get(d.type());
                posts +=
                        base == null || type == null || !base.apart()
                                ? 1
                                : type.batteries().values().stream()
                                        .mapToInt(Catalogue.Batteries::count)
                                        .sum();
            }
        }
        for (var contract : s.programme().contracts().values()) {
            for (String unit : contract.deliveries().keySet()) {
                if (sky.groups().containsKey(unit)) {
                    problems.report(
                            "sky",
                            "\"%s\" is the id of a delivery and of a group".formatted(unit),
                            "give the group another id");
                }
            }
        }
        if (posts > MOST_POSTS) {
            problems.report(
                    "sky",
                    "units and groups stand at %d posts, more than %d".formatted(posts, MOST_POSTS),
                    "put batteries of one place into one group");
        }
        fired(s, sky, problems);
        if (!s.study().raidDates().isEmpty() && sky.places().isEmpty()) {
            problems.report("sky", "there are raid dates but no places", null);
        }
    }

    /// A unit with several missiles must say which of them a launcher fires.
    private static void fired(Scenario s, Sky sky, Problems problems) {
        s.catalogue()
                .units()
                .forEach((unit, type) ->
                        type.batteries()
                                .keySet()
                                .forEach(id -> {
                                    Sky.Battery battery = sky.batteries().get(id);
                                    if (battery == null || type.missiles().isEmpty()) {
                                        return;
                                    }
                                    battery.launchers()
                                            .forEach((round, l) -> {
                                                if (l.fires(round, type.missiles().keySet())
                                                        == null) {
                                                    problems.report(
                                                            "sky.batteries.%s.launchers.%s"
                                                                    .formatted(id, round),
                                                            "which missile do the launchers \"%s\" of battery \"%s\" fire? Unit \"%s\" carries %s"
                                                                    .formatted(
                                                                            round,
                                                                            id,
                                                                            unit,
                                                                            String.join(
                                                                                    ", ",
                                                                                    type.missiles()
                                                                                            .keySet())),
                                                            "add missile: one of them, or give the missile the id of the round");
                                                }
                                            });
                                }));
    }

    private static void limit(String key, int value, int most, Problems problems) {
        if (value > most) {
            problems.report(key, "%s (%d) is more than %d".formatted(key, value, most), null);
        }
    }

    static double most(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated s -> s.span().high();
            case Quantity.Assumed a -> a.span().high();
            default -> 0;
        };
    }

    static double least(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated s -> s.span().low();
            case Quantity.Assumed a -> a.span().low();
            default -> 1;
        };
    }
}
