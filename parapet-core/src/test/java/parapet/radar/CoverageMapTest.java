package parapet.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import parapet.geo.GeoPoint;
import parapet.terrain.FlatTerrain;
import parapet.terrain.GridTerrain;
import parapet.terrain.LowestVisibleHeight;
import parapet.terrain.SkyFloor;
import parapet.terrain.Terrain;

class CoverageMapTest {
    private static final double RADIUS_M = 6_371_000 * 4.0 / 3;
    private static final Terrain SEA = new FlatTerrain(0);
    private static final BitSet ALL = sites(0, 1, 2);

    private static BitSet sites(int... sites) {
        var some = new BitSet();
        Arrays.stream(sites).forEach(some::set);
        return some;
    }

    private static double[][] ranges(int sites, double... rangesM) {
        double[][] all = new double[sites][];
        Arrays.fill(all, rangesM);
        return all;
    }

    private static SiteView view(
            SkyGrid sky, Terrain terrain, double lat, double lon, double reachM) {
        return SiteView.of(
                sky,
                terrain,
                SkyFloor.around(terrain, GeoPoint.ofDegrees(lat, lon), 30, RADIUS_M, reachM));
    }

    @Test
    void cellsAddUpToTheZoneOfTheEllipsoid() { // total surface of WGS-84: 510 065 621.724 km²
        var sky = SkyGrid.over(new SkyGrid.Window(-90, 90, -180, 180), 1, SEA, 1000);
        double sum = 0;
        for (int cell = 0; cell < sky.cells(); cell++) {
            sum += sky.areaKm2(cell);
        }
        assertThat(sum).isCloseTo(510_065_621.724, within(0.01));
    }

    @Test
    void aPointIsInTheCellWhoseMiddleIsNearest() {
        var sky = SkyGrid.over(new SkyGrid.Window(12, 28, 62, 78), 0.1, SEA, 1000);
        for (int cell = 0; cell < sky.cells(); cell++) {
            GeoPoint middle = sky.centre(cell);
            assertThat(sky.cellOf(middle)).isEqualTo(cell);
            assertThat(
                            sky.cellOf(
                                    GeoPoint.ofDegrees(
                                            middle.latitudeDeg() + 0.049,
                                            middle.longitudeDeg() - 0.049)))
                    .isEqualTo(cell);
        }
        assertThat(sky.cellOf(GeoPoint.ofDegrees(28, 62))).as("a corner").isZero();
        assertThat(sky.cellOf(GeoPoint.ofDegrees(27.9, 62)))
                .as("on a border the one to the south")
                .isEqualTo(sky.columns());
        assertThat(sky.cellOf(GeoPoint.ofDegrees(28.001, 70))).isEqualTo(-1);
        assertThat(sky.cellOf(GeoPoint.ofDegrees(20, 78.001))).isEqualTo(-1);
    }

    @Test
    void aSiteReachesNoFurtherThanItsView() {
        var sky = SkyGrid.over(new SkyGrid.Window(12, 28, 62, 78), 0.1, SEA, 1000);
        var map = CoverageMap.of(List.of(view(sky, SEA, 20, 70, 300e3)), ranges(1, 900e3));
        for (int cell = 0; cell < sky.cells(); cell++) {
            GeoPoint p = sky.centre(cell);
            double d = Geodesic.WGS84.Inverse(20, 70, p.latitudeDeg(), p.longitudeDeg()).s12;
            assertThat(map.inReach(0, cell)).isEqualTo(d <= 300e3);
        }
    }

    @Test
    void overTheSeaTheMapIsADiscOfTheHorizonOrOfTheRange() {
        var sky = SkyGrid.over(new SkyGrid.Window(12, 28, 62, 78), 0.05, SEA, 100, 1000, 10_000);
        var map =
                CoverageMap.of(
                        List.of(view(sky, SEA, 20, 70, 600e3)), ranges(1, 300e3, 300e3, 300e3));
        double low = RADIUS_M * (angle(30) + angle(100));
        double middle = RADIUS_M * (angle(30) + angle(1000));
        assertThat(map.areaKm2(0, ALL, 1)).isCloseTo(discKm2(low), within(discKm2(low) * 0.02));
        assertThat(map.areaKm2(1, ALL, 1))
                .isCloseTo(discKm2(middle), within(discKm2(middle) * 0.01));
        // Slant 300 km to 10 km of height is 299.6 km along the ground of the effective earth.
        assertThat(map.areaKm2(2, ALL, 1))
                .isCloseTo(discKm2(299.7e3), within(discKm2(299.7e3) * 0.01));
        assertThat(map.areaKm2(2, sites(), 1)).isZero();
        assertThat(map.areaKm2(2, ALL, 2)).isZero();
        assertThat(map.boundAreaKm2(0, ALL, 1)).isZero();
    }

    private static double angle(double heightM) {
        return Math.acos(RADIUS_M / (RADIUS_M + heightM));
    }

    private static double discKm2(double radiusM) {
        double mean = 6_371_007.2;
        return 4 * Math.PI * Math.pow(mean * Math.sin(radiusM / mean / 2), 2) / 1e6;
    }

    @Test
    void depthsOfThreeSitesAreThoseOfDiscsInThePlane() {
        var sky = SkyGrid.over(new SkyGrid.Window(16, 24, 66, 74), 0.025, SEA, 5000);
        double[][] places = {{20, 69.5}, {20, 70.5}, {20.8, 70}};
        var views = new ArrayList<SiteView>();
        var discs = new ArrayList<DiscAreas.Disc>();
        for (double[] p : places) {
            views.add(view(sky, SEA, p[0], p[1], 200e3));
            var g = Geodesic.WGS84.Inverse(20.2, 70, p[0], p[1]);
            double azimuth = Math.toRadians(g.azi1);
            discs.add(
                    new DiscAreas.Disc(
                            g.s12 / 1e3 * Math.sin(azimuth), g.s12 / 1e3 * Math.cos(azimuth), 120));
        }
        var map = CoverageMap.of(views, ranges(3, 120.1e3)); // slant of 120 km at 5 km, about
        double[] exact = DiscAreas.atLeast(discs);
        for (int k = 1; k <= 3; k++) {
            assertThat(map.areaKm2(0, ALL, k))
                    .isCloseTo(exact[k - 1], within(exact[k - 1] * 0.005));
        }
        assertThat(map.areaKm2(0, sites(0, 1), 1) + map.areaKm2(0, sites(0, 1), 2))
                .isCloseTo(map.areaKm2(0, sites(0), 1) + map.areaKm2(0, sites(1), 1), within(1e-6));
    }

    @Test
    void coarseTerrainAnswersLowHeightsByTheSmoothEarthAndSaysSo() {
        double step = 1.0 / 12;
        var layout = new GridTerrain.Layout(30, 70, step, step, 121, 121);
        var mountains = GridTerrain.ofMetres(layout, ridge(121, 70));
        var sky = SkyGrid.over(new SkyGrid.Window(22, 28, 72, 79), 0.1, mountains, 500, 3000);
        var view = view(sky, mountains, 25, 75, 250e3);
        var map = CoverageMap.of(List.of(view), ranges(1, 400e3, 400e3));
        double horizonM = RADIUS_M * (angle(30) + angle(500));
        double low = map.areaKm2(0, ALL, 1);
        assertThat(low).isCloseTo(discKm2(horizonM), within(discKm2(horizonM) * 0.02));
        assertThat(map.boundAreaKm2(0, ALL, 1)).isEqualTo(low);
        assertThat(map.boundAreaKm2(1, ALL, 1)).isZero();
        double farM =
                RADIUS_M * (angle(30) + angle(3000)); // the ridge hides a segment of this disc
        assertThat(map.areaKm2(1, ALL, 1)).isLessThan(0.8 * discKm2(farM));
    }

    @Test
    void fineTerrainAnswersLowHeightsItself() {
        double step = 1.0 / 120;
        var layout = new GridTerrain.Layout(26, 74, step, step, 241, 241);
        var mountains = GridTerrain.ofMetres(layout, ridge(241, 150));
        var sky =
                SkyGrid.over(new SkyGrid.Window(24.1, 25.9, 74.1, 75.9), 0.1, mountains, 300, 3000);
        var view = view(sky, mountains, 25, 75, 150e3);
        var map = CoverageMap.of(List.of(view), new double[][] {{70e3, 70e3}});
        assertThat(map.boundAreaKm2(0, ALL, 1)).isZero();
        int behind = 9 * sky.columns() + 15; // 75.65 E, behind the ridge at 75.25
        int before = 9 * sky.columns() + 5;
        int far = 9 * sky.columns(); // 74.15 E, 86 km
        assertThat(map.edge(0, 0, behind)).isEqualTo(Edge.TERRAIN);
        assertThat(map.edge(0, 0, before)).isEqualTo(Edge.COVERED);
        assertThat(map.edge(0, 1, far)).isEqualTo(Edge.POWER);
        assertThat(map.covering(0, before, ALL)).isEqualTo(sites(0));
        float[] lowest = map.lowestHeightM(ALL);
        assertThat(lowest[before]).isLessThan(50);
        assertThat(lowest[behind])
                .isGreaterThan(3000)
                .isCloseTo((float) view.lowestHeightM(behind), within(0.01f));
        assertThat(lowest[far])
                .isCloseTo(
                        (float) LowestVisibleHeight.smoothOnSphere(30, 85.8e3, RADIUS_M),
                        within(10f));
    }

    @Test
    void theCurveOfTheEarthIsAnEdgeOfItsOwn() {
        var sky = SkyGrid.over(new SkyGrid.Window(18, 22, 68, 72), 0.5, SEA, 100);
        var map = CoverageMap.of(List.of(view(sky, SEA, 20, 70, 400e3)), ranges(1, 300e3));
        assertThat(map.edge(0, 0, 0)).isEqualTo(Edge.HORIZON);
    }

    private static float[] ridge(int side, int column) {
        float[] heights = new float[side * side];
        for (int row = 0; row < side; row++) {
            heights[row * side + column] = 3000;
        }
        return heights;
    }

    @Test
    void wrongQuestionsAreRefused() {
        var sky = SkyGrid.over(new SkyGrid.Window(18, 22, 68, 72), 0.5, SEA, 100);
        var view = view(sky, SEA, 20, 70, 100e3);
        assertThatThrownBy(() -> CoverageMap.of(List.of(view), new double[][] {{1, 2}}))
                .hasMessageContaining("Site 0");
        var map = CoverageMap.of(List.of(view), ranges(1, 1e5));
        assertThatThrownBy(() -> map.areaKm2(0, ALL, 0)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> SkyGrid.over(sky.window(), 0.1, SEA, 5, 1))
                .hasMessageContaining("rise");
    }

    @Test
    void moreRangeOrMoreSitesNeverCoverLess() {
        var sky = SkyGrid.over(new SkyGrid.Window(16, 24, 66, 74), 0.2, SEA, 300, 2000);
        var views = List.of(view(sky, SEA, 20, 70, 400e3), view(sky, SEA, 21, 71.3, 400e3));
        var less = CoverageMap.of(views, ranges(2, 100e3, 150e3));
        var more = CoverageMap.of(views, ranges(2, 101e3, 390e3));
        for (int h = 0; h < 2; h++) {
            for (int cell = 0; cell < sky.cells(); cell++) {
                assertThat(less.count(h, cell, more.covering(h, cell, ALL)))
                        .isEqualTo(less.count(h, cell, ALL));
            }
            assertThat(more.areaKm2(h, ALL, 1))
                    .isGreaterThanOrEqualTo(more.areaKm2(h, sites(0), 1));
        }
        assertThat(more.distinctSets(1)).isEqualTo(3);
    }
}
