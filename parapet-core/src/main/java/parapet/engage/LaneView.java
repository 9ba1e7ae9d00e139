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
        double[] eastM, double[] northM, double siteM, double[] lowestM, double[] smoothLowestM) {}
