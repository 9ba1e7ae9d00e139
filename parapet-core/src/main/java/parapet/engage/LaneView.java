package parapet.engage;

/// One lane as seen from one site: where each vertex lies and what is the lowest height in view
/// there. Independent of the target that flies it.
///
/// @param eastM distance to the east of the site, m, by vertex (azimuth and ground distance)
/// @param northM distance to the north of the site, m
/// @param siteM height of the antenna above sea level, m
/// @param lowestM lowest height above sea level in view over the terrain, m
/// @param smoothLowestM lowest height above the ground in view on a smooth earth, m
public record LaneView(
        double[] eastM, double[] northM, double siteM, double[] lowestM, double[] smoothLowestM) {
    public LaneView {
        int n = eastM.length;
        if (northM.length != n || lowestM.length != n || smoothLowestM.length != n) {
            throw new IllegalArgumentException(
                    "The view of a lane has (%d), (%d), (%d) and (%d) values; they must be as many."
                            .formatted(n, northM.length, lowestM.length, smoothLowestM.length));
        }
        if (!Double.isFinite(siteM)) {
            throw new IllegalArgumentException("The siteM (%s) must be finite.".formatted(siteM));
        }
    }
}
