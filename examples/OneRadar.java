///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DEPS dev.parapet:parapet-io:0.1.0-SNAPSHOT

import java.util.BitSet;
import java.util.List;
import parapet.geo.EffectiveEarth;
import parapet.geo.GeoPoint;
import parapet.io.terrain.Terrains;
import parapet.radar.CoverageMap;
import parapet.radar.SiteView;
import parapet.radar.SkyGrid;
import parapet.terrain.SkyFloor;
import parapet.terrain.Terrain;

/// The sky that one notional radar sees over real ground, beside what a smooth earth would let it
/// see: area by height, and how low it sees to the north and to the south.
///
///     java -cp parapet.jar examples/OneRadar.java
class OneRadar {
    public static void main(String[] args) {
        Terrain ground = Terrains.byDefault(); // 5 arc-minutes: nothing is claimed below 1 km
        GeoPoint site = GeoPoint.ofDegrees(31.0, 76.5); // half a degree, a region and no place
        double reachM = 300e3;
        double mastM = 20;
        double earthM = EffectiveEarth.STANDARD.effectiveRadiusM();

        var floor = SkyFloor.around(ground, site, mastM, earthM, reachM);
        System.out.println("lowest height seen, m above the sea | to the north | to the south | smooth earth");
        for (int km = 50; km <= 300; km += 50) {
            System.out.printf(
                    "at %3d km                           | %12.0f | %12.0f | %12.0f%n",
                    km,
                    floor.lowestHeightM(0, km * 1e3),
                    floor.lowestHeightM(Math.PI, km * 1e3),
                    floor.smoothLowestHeightM(km * 1e3));
        }

        double[] heightsM = {1_000, 3_000, 10_000};
        var window = new SkyGrid.Window(27.5, 34.5, 72.5, 80.5);
        var sky = SkyGrid.over(window, 0.1, ground, heightsM);
        double[] rangeM = {reachM, reachM, reachM};
        var map =
                CoverageMap.of(
                        List.of(SiteView.of(sky, ground, floor)), new double[][] {rangeM});
        var ready = new BitSet();
        ready.set(0);
        double disc = Math.PI * reachM * reachM / 1e6;
        for (int h = 0; h < heightsM.length; h++) {
            double area = map.areaKm2(h, ready, 1);
            System.out.printf(
                    "%6.0f m above the ground: %,8.0f km2, %2.0f %% of the disc of %.0f km%n",
                    heightsM[h], area, 100 * area / disc, reachM / 1e3);
        }
    }
}
