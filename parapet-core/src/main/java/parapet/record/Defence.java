package parapet.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parapet.engage.Battle;
import parapet.engage.BattleInput;
import parapet.engage.Battlefield;
import parapet.engage.ForceState;
import parapet.engage.HeldGeometry;
import parapet.engage.Picture;
import parapet.engage.Threat;
import parapet.random.KeyedRandom;
import parapet.random.Streams;
import parapet.sim.Audit;

/// A notional defence against which nights of a record's scale are fought, for each of a fixed set
/// of values of what is not known about it, see [Unknown].
///
/// The declared raid gives the lanes of each class, the assets at which they lead, and when its
/// targets begin; how many come is not taken from it. In a night of n targets of a class each is
/// aimed, by itself, at an asset a with a chance in proportion to
///
///     value(a) ^ max(0, 1 + selection · log2(n / 10)),    the power at most 4
///
/// so that larger nights go where value is; it comes on one of the declared lanes of its class there,
/// at any time at which the declared ones begin. No other class comes in that night. Each value of
/// the unknowns meets nights of its own, at least [#NIGHTS] and as many as hold [#TARGETS] targets.
/// For one thread.
public final class Defence {
    /// Values of the unknowns.
    public static final int PARTICLES = 192;

    /// What no single-shot kill probability exceeds.
    public static final double MOST_KILL = 0.97;

    static final int NIGHTS = 2;
    static final int TARGETS = 60;

    private static final double USUAL_SIZE = 10;
    private static final double MOST_POWER = 4;
    private static final long SEED = 11;
    private static final long PURPOSE = Streams.entity("record.night");

    private final BattleInput input;
    private final ForceState full;
    private final HeldGeometry geometry;
    private final Map<String, List<Way>> ways = new HashMap<>();
    private final Map<Night, double[]> shares = new HashMap<>();
    private long nightsFought;

    /// Nights of one scale.
    private record Night(String targetClass, int size) {}

    /// Where a class comes to one asset.
    ///
    /// @param value of the asset
    /// @param threats declared targets that are aimed at it
    private record Way(double value, List<Threat> threats) {
        /// When a target begins, s.
        ///
        /// @param u 0..1
        double startSec(double u) {
            double first = Double.POSITIVE_INFINITY;
            double last = 0;
            for (Threat t : threats) {
                first = Math.min(first, t.startSec());
                last = Math.max(last, t.startSec());
            }
            return first + (last - first) * u;
        }
    }

    /// A defence.
    ///
    /// @param input the defence and a declared raid
    /// @param full all of its batteries, fully loaded
    public Defence(BattleInput input, ForceState full) {
        this.input = input;
        this.full = full;
        this.geometry = new HeldGeometry(input);
        for (int c = 0; c < input.classes().size(); c++) {
            var byAsset = new TreeMap<Integer, List<Threat>>();
            for (Threat t : input.raid().threats()) {
                if (t.targetClass() == c) {
                    byAsset.computeIfAbsent(t.asset(), _ -> new ArrayList<>()).add(t);
                }
            }
            var of = new ArrayList<Way>();
            byAsset.forEach((asset, threats) ->
                    of.add(
                            new Way(
                                    asset == Threat.NO_ASSET
                                            ? 1
                                            : input.assets().get(asset).value(),
                                    threats)));
            ways.put(input.classes().get(c).id(), of);
        }
    }

    /// Whether the declared raid holds the class.
    public boolean knows(String targetClass) {
        return !ways.getOrDefault(targetClass, List.of()).isEmpty();
    }

    /// Nights fought so far.
    public long nightsFought() {
        return nightsFought;
    }

    /// Targets on which each share rests.
    ///
    /// @param size targets of a night
    static int fought(int size) {
        return nights(size) * size;
    }

    static int nights(int size) {
        return Math.max(NIGHTS, Math.ceilDiv(TARGETS, size));
    }

    /// Expected share stopped in a night, for each value of the unknowns: (stopped + 1/2) / (fought
    /// + 1).
    ///
    /// @param targetClass a class of the declared raid
    /// @param size targets of the night, 1 or more
    double[] shares(String targetClass, int size) {
        return shares.computeIfAbsent(new Night(targetClass, size), this::fight);
    }

    private double[] fight(Night night) {
        List<Way> to = ways.getOrDefault(night.targetClass(), List.of());
        if (to.isEmpty()) {
            throw new IllegalArgumentException(
                    "The class (%s) is not in the declared raid.".formatted(night.targetClass()));
        }
        var shares = new double[PARTICLES];
        for (int p = 0; p < PARTICLES; p++) {
            ForceState force = force(p);
            double[] chances = chances(to, Unknown.SELECTION.of(p), night.size());
            int stopped = 0;
            for (int n = 0; n < nights(night.size()); n++) {
                List<Threat> threats = threats(night, p, n, to, chances);
                Battlefield field = geometry.field(threats, Unknown.KILL.of(p), MOST_KILL);
                var streams = new Streams(SEED, p, n);
                var outcome =
                        Battle.fight(
                                field,
                                Picture.of(field, streams),
                                force,
                                streams,
                                false,
                                Audit.OFF);
                stopped += outcome.stopped(0, threats.getFirst().targetClass());
                nightsFought++;
            }
            shares[p] = (stopped + 0.5) / (fought(night.size()) + 1);
        }
        return shares;
    }

    /// The force of a particle. An owner has its part of the declared batteries, rounded by a
    /// number of its own.
    private ForceState force(int particle) {
        double density = Unknown.DENSITY.of(particle);
        double stock = Unknown.STOCK.of(particle);
        int owners = input.owners().size();
        var working = new int[owners];
        var rounds = new int[owners][];
        var chance = new KeyedRandom();
        for (int o = 0; o < owners; o++) {
            chance.at(Streams.entity(input.owners().get(o)), particle);
            double exact = density * full.working()[o];
            working[o] = (int) StrictMath.floor(exact + Streams.open(chance));
            working[o] = Math.min(working[o], full.working()[o]);
            rounds[o] = full.rounds()[o].clone();
            for (int i = 0; i < rounds[o].length; i++) {
                double each = stock * rounds[o][i] / Math.max(1, full.working()[o]);
                rounds[o][i] = (int) StrictMath.round(working[o] * each);
            }
        }
        return new ForceState(working, rounds);
    }

    /// Chance of each aim, summed up.
    private static double[] chances(List<Way> to, double selection, int size) {
        double doublings = StrictMath.log(size / USUAL_SIZE) / StrictMath.log(2);
        double power = Math.clamp(1 + selection * doublings, 0, MOST_POWER);
        var chances = new double[to.size()];
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            sum += StrictMath.pow(to.get(i).value(), power);
            chances[i] = sum;
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    /// The targets of a night.
    private static List<Threat> threats(
            Night night, int particle, int number, List<Way> to, double[] chances) {
        var threats = new ArrayList<Threat>();
        var random = new KeyedRandom();
        String name = night.targetClass() + '|' + night.size() + '|' + particle + '|' + number;
        random.at(Streams.entity(name), PURPOSE);
        for (int i = 0; i < night.size(); i++) {
            double aim = Streams.open(random);
            int at = 0;
            while (at < chances.length - 1 && aim > chances[at]) {
                at++;
            }
            Way way = to.get(at);
            int like = (int) (Streams.open(random) * way.threats().size());
            Threat declared = way.threats().get(like);
            threats.add(
                    new Threat(
                            declared.targetClass(),
                            declared.lane(),
                            way.startSec(Streams.open(random)),
                            declared.asset(),
                            false));
        }
        return threats;
    }
}
