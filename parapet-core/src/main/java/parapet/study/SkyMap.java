package parapet.study;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parapet.geo.EffectiveEarth;
import parapet.radar.CoverageMap;
import parapet.radar.SkyGrid;
import parapet.scenario.PlannedScenario;
import parapet.scenario.SkyCase;
import parapet.scenario.SkyGeometry;

/// The sky over a plan with typical inputs: the ranges of radars and rounds are the means of the
/// first draws of the study, [#MOST_DRAWS] at most; units and groups stand where the first draw has
/// them. Who is ready is asked afterwards, as a set of posts.
///
/// A mean of ranges is not the mean of covered areas; that one is in the table `covered` of a run.
/// Immutable, for any thread.
public final class SkyMap {
    /// At most so many draws make the means.
    public static final int MOST_DRAWS = 50;

    private static final double EARTH_RADIUS_KM = EffectiveEarth.MEAN_RADIUS_M / 1000;

    /// What ends the view of a site.
    public enum Limit {
        /// The map of its sky: `reach` in the scenario, beyond which nothing is known.
        REACH,
        /// The power of its radar.
        POWER,
        /// Ground that is unknown.
        UNKNOWN,
        /// Mountains.
        TERRAIN,
        /// The curve of the earth.
        HORIZON
    }

    private final SkyCase sky;
    private final CoverageMap seen;
    private final CoverageMap reached;
    private final List<SkyCase.Post> posts;
    private final int draws;

    private SkyMap(SkyCase sky, List<double[][]> ranges, SkyCase.Coverage of, int draws) {
        this.sky = sky;
        this.draws = draws;
        posts = of.posts();
        seen = CoverageMap.of(of.views(), ranges.get(0));
        reached = CoverageMap.of(of.sectorViews(), ranges.get(1));
    }

    /// The sky over a plan; null when the scenario names no covering class, or nobody stands
    /// anywhere.
    public static @Nullable SkyMap of(Setup setup, PlannedScenario plan) {
        int draws = Math.min(setup.options().draws(), MOST_DRAWS);
        SkyCase sky = setup.realiser().realise(plan, 0).sky();
        SkyCase.Coverage coverage = sky == null ? null : sky.coverage();
        if (sky == null || coverage == null || coverage.posts().isEmpty()) {
            return null;
        }
        int posts = coverage.posts().size();
        var seen = new double[posts][SkyGeometry.HEIGHTS_M.size()];
        var reached = new double[posts][SkyGeometry.HEIGHTS_M.size()];
        for (int draw = 0; draw < draws; draw++) {
            SkyCase one = setup.realiser().realise(plan, draw).sky();
            SkyCase.Coverage of = one == null ? null : one.coverage();
            for (int p = 0; of != null && p < posts; p++) {
                int like = like(of.posts(), coverage.posts().get(p));
                for (int h = 0; h < seen[p].length; h++) {
                    seen[p][h] += of.seenM()[like][h] / draws;
                    reached[p][h] += of.reachedM()[like][h] / draws;
                }
            }
        }
        return new SkyMap(sky, List.of(seen, reached), coverage, draws);
    }

    /// The post in another draw, where the owner may stand elsewhere: that of the same radar at
    /// which the first battery of this one stands, which is the one whose own first battery is the
    /// last not after it.
    private static int like(List<SkyCase.Post> posts, SkyCase.Post wanted) {
        int like = -1;
        for (int p = 0; p < posts.size(); p++) {
            SkyCase.Post post = posts.get(p);
            if (post.owner() == wanted.owner()
                    && post.radar().equals(wanted.radar())
                    && post.battery() <= wanted.battery()) {
                like = p;
            }
        }
        if (like < 0) {
            throw new IllegalStateException(
                    "The owner (%d) has no radar (%s) in this draw."
                            .formatted(wanted.owner(), wanted.radar()));
        }
        return like;
    }

    /// Who could be ready.
    public SkyCase sky() {
        return sky;
    }

    /// Number of draws whose means are used.
    public int draws() {
        return draws;
    }

    /// What search radars see of the covering class.
    public CoverageMap seen() {
        return seen;
    }

    /// What a round can reach while it is in view.
    public CoverageMap reached() {
        return reached;
    }

    /// The posts of the units that the plan gets; no groups.
    public BitSet units() {
        return posts(owner -> !owner.group() && owner.comes());
    }

    /// The posts of some owners.
    public BitSet posts(Predicate<SkyCase.Owner> of) {
        var some = new BitSet();
        for (int p = 0; p < posts.size(); p++) {
            some.set(p, of.test(sky.owners().get(posts.get(p).owner())));
        }
        return some;
    }

    /// What keeps the best site from seeing a cell: power alone, before terrain, before the
    /// horizon; empty when one sees it or it is beyond the reach of all.
    public String edge(BitSet sites, int height, int cell) {
        if (seen.count(height, cell, sites) > 0) {
            return "";
        }
        Limit best = null;
        for (int site = sites.nextSetBit(0); site >= 0; site = sites.nextSetBit(site + 1)) {
            Limit limit = limit(site, height, cell);
            if (limit != Limit.REACH && (best == null || limit.compareTo(best) < 0)) {
                best = limit;
            }
        }
        return best == null ? "" : best.name().toLowerCase(Locale.ROOT);
    }

    /// How long the outline of the sky seen at a height is, by what ends the view there, km.
    ///
    /// The outline is made of the sides between a cell that is seen and one that is not. What ends
    /// the view there is what keeps the sites that see the one cell from seeing the other; of
    /// several, the one nearest to seeing it, in the order of [Limit].
    public Map<Limit, Double> outlineKm(BitSet sites, int height) {
        var lengths = new EnumMap<Limit, Double>(Limit.class);
        SkyGrid grid = seen.sky();
        double rowKm =
                Math.toRadians((grid.window().northDeg() - grid.window().southDeg()) / grid.rows())
                        * EARTH_RADIUS_KM;
        double columnKm =
                Math.toRadians((grid.window().eastDeg() - grid.window().westDeg()) / grid.columns())
                        * EARTH_RADIUS_KM;
        for (int cell = 0; cell < grid.cells(); cell++) {
            BitSet by = seen.covering(height, cell, sites);
            if (by.isEmpty()) {
                continue;
            }
            int column = cell % grid.columns();
            double wide = columnKm * StrictMath.cos(grid.centre(cell).latitudeRad());
            if (column > 0) {
                side(lengths, by, sites, height, cell - 1, rowKm);
            }
            if (column < grid.columns() - 1) {
                side(lengths, by, sites, height, cell + 1, rowKm);
            }
            if (cell >= grid.columns()) {
                side(lengths, by, sites, height, cell - grid.columns(), wide);
            }
            if (cell + grid.columns() < grid.cells()) {
                side(lengths, by, sites, height, cell + grid.columns(), wide);
            }
        }
        return lengths;
    }

    private void side(
            Map<Limit, Double> lengths,
            BitSet by,
            BitSet sites,
            int height,
            int beyond,
            double km) {
        if (seen.count(height, beyond, sites) > 0) {
            return;
        }
        Limit nearest = Limit.HORIZON;
        for (int site = by.nextSetBit(0); site >= 0; site = by.nextSetBit(site + 1)) {
            Limit limit = limit(site, height, beyond);
            nearest = limit.compareTo(nearest) < 0 ? limit : nearest;
        }
        lengths.merge(nearest, km, Double::sum);
    }

    private Limit limit(int site, int height, int cell) {
        if (!seen.inReach(site, cell)) {
            return Limit.REACH;
        }
        return switch (seen.edge(site, height, cell)) {
            case COVERED, POWER -> Limit.POWER;
            case TERRAIN -> Limit.TERRAIN;
            case HORIZON -> Limit.HORIZON;
            case UNKNOWN -> Limit.UNKNOWN;
        };
    }
}
