/// The ground: elevation models and what a place on them can see.
///
/// Read first: [Terrain] (heights of the ground), [Sight] (the lowest height in view from a site),
/// [SkyFloor] (that height computed from terrain).
///
/// Design history: a raster of heights for every site, swept front by front on a plane grid, was
/// the first idea; floors in polar coordinates need no map projection and are read at any cell
/// (`docs/adr/0006`).
@NullMarked
package parapet.terrain;

import org.jspecify.annotations.NullMarked;
