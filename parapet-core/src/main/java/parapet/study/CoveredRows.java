package parapet.study;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.radar.CoverageMap;
import parapet.radar.SiteView;
import parapet.scenario.Case;
import parapet.scenario.SkyCase;
import parapet.scenario.SkyGeometry;
import parapet.study.rows.CoveredRow;
import parapet.tables.Rows;

/// Rows of the sky that the ready force covers, in one draw. Maps are made once for each set of
/// ranges.
final class CoveredRows {
    /// Kind of sky that a search radar sees.
    static final String SEEN = "seen";

    /// Kind of sky that a round reaches while it is in view.
    static final String REACHED = "reached";

    private static final int[] FOLDS = {1, 2};

    private final int draw;
    private final Rows rows;
    private final Map<MapKey, CoverageMap> maps = new HashMap<>();

    /// What decides a map: the views, which are shared by all draws, and the ranges.
    private record MapKey(List<SiteView> views, String ranges) {}

    CoveredRows(int draw, Rows rows) {
        this.draw = draw;
        this.rows = rows;
    }

    /// Posts the areas that the force of a history covers on a day, and tells those of a single
    /// site to the facts.
    void post(Case c, SkyCase sky, int replication, LocalDate day, Forces forces, SkyFacts facts) {
        SkyCase.Coverage coverage = sky.coverage();
        if (coverage == null) {
            return;
        }
        BitSet ready = forces.readyPosts(coverage);
        cover(c, replication, day, SEEN, map(coverage.views(), coverage.seenM()), ready, facts);
        cover(
                c,
                replication,
                day,
                REACHED,
                map(coverage.sectorViews(), coverage.reachedM()),
                ready,
                facts);
    }

    private void cover(
            Case c,
            int replication,
            LocalDate day,
            String kind,
            @Nullable CoverageMap map,
            BitSet ready,
            SkyFacts facts) {
        for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
            for (int fold : FOLDS) {
                double area = map == null ? 0 : map.areaKm2(h, ready, fold) / 1000;
                rows.add(
                        new CoveredRow(
                                c.plan(),
                                draw,
                                replication,
                                day,
                                (double) SkyGeometry.HEIGHTS_M.get(h),
                                kind,
                                fold,
                                area));
                if (fold == 1) {
                    facts.covered(kind, SkyGeometry.HEIGHTS_M.get(h), day, area);
                }
            }
        }
    }

    /// The map of what is covered; null when nobody could cover anything.
    private @Nullable CoverageMap map(List<SiteView> views, double[][] rangesM) {
        if (views.isEmpty()) {
            return null;
        }
        var key = new MapKey(views, Arrays.deepToString(rangesM));
        return maps.computeIfAbsent(key, k -> CoverageMap.of(views, rangesM));
    }
}
