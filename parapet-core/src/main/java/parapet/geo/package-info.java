/// Places on the earth and what lies between them: points, geodesics, ellipsoid coordinates, the
/// effective earth of refracted rays.
///
/// Azimuths count from true north, clockwise, in radians; latitudes and longitudes are geodetic on
/// WGS-84.
///
/// Read first: [GeoPoint].
@NullMarked
package parapet.geo;

import org.jspecify.annotations.NullMarked;
