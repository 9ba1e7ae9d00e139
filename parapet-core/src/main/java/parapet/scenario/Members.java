package parapet.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.random.Streams;

/// Makes members of raids and families in one draw.
///
/// A member depends on the declared raid or family, on the declared importance of assets and on
/// chance alone, never on a plan. Counts are whole numbers that add up to the size of the raid, by
/// the method of largest remainders (Hamilton's).
final class Members {
    /// Bearings of families are multiples of this, so that members share lanes.
    private static final double GRAIN_RAD = Math.toRadians(5);

    private final Sky sky;
    private final Draw draw;
    private final Streams streams;
    private final SkyGeometry geometry;
    private final List<String> targets;
    private final List<String> assets;

    Members(Sky sky, Draw draw, Streams streams, SkyGeometry geometry) {
        this.sky = sky;
        this.draw = draw;
        this.streams = streams;
        this.geometry = geometry;
        this.targets = List.copyOf(sky.targets().keySet());
        this.assets = List.copyOf(sky.assets().keySet());
    }

    /// A scripted raid.
    Member of(Sky.Raid raid) {
        var salvos = new ArrayList<Member.Salvo>();
        raid.waves()
                .forEach((id, wave) -> {
                    int count = (int) Math.round(draw.value(wave.count()));
                    double width = geometry.typical(wave.width());
                    double bearing = geometry.typical(wave.bearing());
                    String aim = wave.aim();
                    String place =
                            aim == null
                                    ? Objects.requireNonNull(wave.toward())
                                    : asset(aim).place();
                    salvos.add(
                            new Member.Salvo(
                                    id,
                                    targets.indexOf(wave.target()),
                                    count,
                                    (int) Math.round(count * draw.value(wave.decoys())),
                                    aim == null ? -1 : assets.indexOf(aim),
                                    place,
                                    IntStream.range(0, wave.lanes())
                                            .mapToObj(i ->
                                                    bearing
                                                            + ((i + 0.5) / wave.lanes() - 0.5)
                                                                    * width)
                                            .toList(),
                                    geometry.typical(wave.distance()),
                                    draw.value(wave.after()),
                                    draw.value(wave.within())));
                });
        return new Member(salvos, raid.nights(), draw.value(raid.radarRange()));
    }

    /// The member of a family in this draw.
    Member of(String id, RaidFamily family) {
        return Objects.requireNonNull(of(id, family, 0, asset -> true));
    }

    /// Another member of a family, aimed at some of its assets alone.
    ///
    /// @param number tells members of one draw apart; 0 is the one that the draw has
    /// @param may whether an asset may be attacked, by its index
    /// @return null when no front has such an asset
    @Nullable Member of(String id, RaidFamily family, int number, IntPredicate may) {
        UniformRandomProvider random = streams.at("scenario.member", id + "/" + number);
        int size = Math.max(1, (int) Math.round(draw.value(family.size())));
        double power = power(family, size);
        var open = new ArrayList<RaidFamily.Front>();
        var weights = new ArrayList<Double>();
        for (RaidFamily.Front front : family.fronts().values()) {
            boolean any =
                    front.assets().keySet().stream().anyMatch(a -> may.test(assets.indexOf(a)));
            open.add(front);
            weights.add(any ? draw.value(front.weight()) : 0);
        }
        double[] frontWeight = weights.stream().mapToDouble(w -> w).toArray();
        boolean[] from = choose(frontWeight, family.sides(), random);
        var parts = new ArrayList<RaidFamily.Part>(family.mix().values());
        var cells = new ArrayList<Member.Salvo>();
        var shares = new ArrayList<Double>();
        List<String> names = List.copyOf(family.fronts().keySet());
        List<String> classes = List.copyOf(family.mix().keySet());
        for (int f = 0; f < from.length; f++) {
            RaidFamily.Front front = open.get(f);
            double turn = Streams.open(random) - 0.5;
            UniformRandomProvider aiming = streams.at("scenario.aim", id + "/" + number + "/" + f);
            if (!from[f]) {
                continue;
            }
            List<Double> arc = arc(front, turn);
            double[] aim = aims(family, front, power, may);
            int spread = Math.max(1, (int) Math.round(draw.value(family.spread())));
            boolean[] at = choose(aim, spread, aiming);
            double inAll = sum(aim, at);
            List<String> aimed = List.copyOf(front.assets().keySet());
            for (int a = 0; a < at.length; a++) {
                if (!at[a]) {
                    continue;
                }
                for (int c = 0; c < parts.size(); c++) {
                    RaidFamily.Part part = parts.get(c);
                    shares.add(frontWeight[f] * aim[a] / inAll * draw.value(part.weight()));
                    cells.add(
                            new Member.Salvo(
                                    names.get(f) + "-" + aimed.get(a) + "-" + classes.get(c),
                                    targets.indexOf(classes.get(c)),
                                    0,
                                    0,
                                    assets.indexOf(aimed.get(a)),
                                    asset(aimed.get(a)).place(),
                                    arc,
                                    geometry.typical(part.distance()),
                                    draw.value(part.after()),
                                    draw.value(part.within())));
                }
            }
        }
        int[] counts = apportion(size, shares.stream().mapToDouble(s -> s).toArray());
        var salvos = new ArrayList<Member.Salvo>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                salvos.add(filled(cells.get(i), counts[i], parts.get(i % parts.size())));
            }
        }
        return salvos.isEmpty()
                ? null
                : new Member(salvos, family.nights(), draw.value(family.radarRange()));
    }

    private Member.Salvo filled(Member.Salvo s, int count, RaidFamily.Part part) {
        return new Member.Salvo(
                s.id(),
                s.targetClass(),
                count,
                (int) Math.round(count * draw.value(part.decoys())),
                s.asset(),
                s.place(),
                s.bearingsRad(),
                s.distanceM(),
                s.afterSec(),
                s.withinSec());
    }

    /// The power of importance: 1 for a raid of typical size, more by the selection with each
    /// doubling, never below 0.
    private double power(RaidFamily family, int size) {
        double doublings =
                StrictMath.log(size / Math.max(1, geometry.typical(family.size())))
                        / StrictMath.log(2);
        return Math.max(0, 1 + draw.value(family.selection()) * doublings);
    }

    private double[] aims(
            RaidFamily family, RaidFamily.Front front, double power, IntPredicate may) {
        var weights = new double[front.assets().size()];
        int i = 0;
        for (var entry : front.assets().entrySet()) {
            Quantity importance = asset(entry.getKey()).importance();
            weights[i++] =
                    !may.test(assets.indexOf(entry.getKey()))
                            ? 0
                            : switch (family.aims()) {
                                case IMPORTANCE -> StrictMath.pow(draw.value(importance), power);
                                case EVEN -> 1;
                                case OWN -> draw.value(entry.getValue().weight());
                            };
        }
        return weights;
    }

    private List<Double> arc(RaidFamily.Front front, double turn) {
        double arc = geometry.typical(front.arc());
        double room = Math.max(0, geometry.typical(front.width()) - arc);
        long middle = Math.round((geometry.typical(front.bearing()) + turn * room) / GRAIN_RAD);
        int half = (int) (arc / 2 / GRAIN_RAD + 1e-9);
        return IntStream.rangeClosed(-half, half).mapToObj(i -> (middle + i) * GRAIN_RAD).toList();
    }

    private DefendedAsset asset(String id) {
        DefendedAsset asset = sky.assets().get(id);
        if (asset == null) {
            throw new IllegalArgumentException("The asset (%s) is not known.".formatted(id));
        }
        return asset;
    }

    /// Chooses some without putting back, each next one in proportion to its weight; fewer when
    /// fewer have a weight.
    private static boolean[] choose(double[] weights, int wanted, UniformRandomProvider random) {
        var chosen = new boolean[weights.length];
        double left = Arrays.stream(weights).sum();
        for (int k = 0; k < wanted && left > 1e-12; k++) {
            double at = Streams.open(random) * left;
            int last = -1;
            for (int i = 0; i < weights.length; i++) {
                if (!chosen[i] && weights[i] > 0) {
                    last = i;
                    at -= weights[i];
                    if (at < 0) {
                        break;
                    }
                }
            }
            if (last < 0) {
                break;
            }
            chosen[last] = true;
            left -= weights[last];
        }
        return chosen;
    }

    private static double sum(double[] weights, boolean[] of) {
        double sum = 0;
        for (int i = 0; i < of.length; i++) {
            sum += of[i] ? weights[i] : 0;
        }
        return sum;
    }

    /// Whole numbers in proportion to shares that add up to `size`: the largest remainders are
    /// rounded up, the first of equal ones.
    static int[] apportion(int size, double[] shares) {
        double all = Arrays.stream(shares).sum();
        var counts = new int[shares.length];
        if (!(all > 0)) {
            return counts;
        }
        var rest = new double[shares.length];
        int left = size;
        for (int i = 0; i < shares.length; i++) {
            double exact = size * shares[i] / all;
            counts[i] = (int) exact;
            rest[i] = exact - counts[i];
            left -= counts[i];
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int i = 1; i < rest.length; i++) {
                most = rest[i] > rest[most] ? i : most;
            }
            counts[most]++;
            rest[most] = -1;
        }
        return counts;
    }
}
