/// Places on the earth and what lies between them: points, geodesics, ellipsoid coordinates, the
/// effective earth of refracted rays.
///
/// Azimuths count from true north, clockwise, in radians; latitudes and longitudes are geodetic on
/// WGS-84.
///
/// Read first: [GeoPoint], [Geodesics] (distances and directions), [EffectiveEarth] (horizon and
/// beams over a smooth earth).
///
/// Geodesics come from GeographicLib, the library of the author of the algorithms, because nearly
/// opposite points are hard to get right. A spherical earth was left out: it is off by up to 0.5 %
/// of the distance, 2 km at the reach of a long-range radar.
@NullMarked
package parapet.geo;

import org.jspecify.annotations.NullMarked;
