package parapet.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.geo.EffectiveEarth;
import parapet.radar.CoverageMap;
import parapet.radar.SkyGrid;
import parapet.scenario.PlannedScenario;
import parapet.scenario.SkyCase;
import parapet.scenario.SkyGeometry;

/// The sky over a plan with typical inputs: the ranges of radars and rounds are the means of the
/// first draws of the study, [#MOST_DRAWS] at most. Who is ready is asked afterwards, as bits in
/// the order of the owners.
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
        /// Mountains.
        TERRAIN,
        /// The curve of the earth.
        HORIZON
    }

    private final SkyCase sky;
    private final CoverageMap seen;
    private final CoverageMap reached;
    private final int draws;

    private SkyMap(SkyCase sky, List<double[][]> ranges, SkyCase.Coverage of, int draws) {
        this.sky = sky;
        this.draws = draws;
        seen = CoverageMap.of(of.views(), ranges.get(0));
        reached = CoverageMap.of(of.views(), ranges.get(1));
    }

    /// The sky over a plan; null when the scenario names no covering class, or nobody stands
    /// anywhere.
    public static @Nullable SkyMap of(Setup setup, PlannedScenario plan) {
        int draws = Math.min(setup.options().draws(), MOST_DRAWS);
        SkyCase sky = setup.realiser().realise(plan, 0).sky();
        SkyCase.Coverage coverage = sky == null ? null : sky.coverage();
        if (sky == null || coverage == null || coverage.views().isEmpty()) {
            return null;
        }
        int owners = coverage.views().size();
        var seen = new double[owners][SkyGeometry.HEIGHTS_M.size()];
        var reached = new double[owners][SkyGeometry.HEIGHTS_M.size()];
        for (int draw = 0; draw < draws; draw++) {
            SkyCase one = setup.realiser().realise(plan, draw).sky();
            SkyCase.Coverage of = one == null ? null : one.coverage();
            for (int o = 0; of != null && o < owners; o++) {
                for (int h = 0; h < seen[o].length; h++) {
                    seen[o][h] += of.seenM()[o][h] / draws;
                    reached[o][h] += of.reachedM()[o][h] / draws;
                }
            }
        }
        return new SkyMap(sky, List.of(seen, reached), coverage, draws);
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

    /// The units that the plan gets, as bits; no groups.
    public long units() {
        long bits = 0;
        for (int o = 0; o < sky.owners().size(); o++) {
            SkyCase.Owner owner = sky.owners().get(o);
            bits |= !owner.group() && owner.unit() >= 0 ? 1L << o : 0;
        }
        return bits;
    }

    /// What keeps the best site from seeing a cell: power alone, before terrain, before the
    /// horizon; empty when one sees it or it is beyond the reach of all.
    public String edge(long sites, int height, int cell) {
        if ((seen.mask(height, cell) & sites) != 0) {
            return "";
        }
        Limit best = null;
        for (long left = sites; left != 0; left &= left - 1) {
            Limit limit = limit(Long.numberOfTrailingZeros(left), height, cell);
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
    public Map<Limit, Double> outlineKm(long sites, int height) {
        var lengths = new EnumMap<Limit, Double>(Limit.class);
        SkyGrid grid = seen.sky();
        double rowKm =
                Math.toRadians((grid.window().northDeg() - grid.window().southDeg()) / grid.rows())
                        * EARTH_RADIUS_KM;
        double columnKm =
                Math.toRadians((grid.window().eastDeg() - grid.window().westDeg()) / grid.columns())
                        * EARTH_RADIUS_KM;
        for (int cell = 0; cell < grid.cells(); cell++) {
            long by = seen.mask(height, cell) & sites;
            if (by == 0) {
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
            Map<Limit, Double> lengths, long by, long sites, int height, int beyond, double km) {
        if ((seen.mask(height, beyond) & sites) != 0) {
            return;
        }
        Limit nearest = Limit.HORIZON;
        for (long left = by; left != 0; left &= left - 1) {
            Limit limit = limit(Long.numberOfTrailingZeros(left), height, beyond);
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
        };
    }
}
