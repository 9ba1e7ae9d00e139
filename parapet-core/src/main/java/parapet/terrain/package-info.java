/// The ground: elevation models and what a place on them can see.
///
/// Read first: [Terrain] (heights of the ground), [Sight] (the lowest height in view from a site).
@NullMarked
package parapet.terrain;

import org.jspecify.annotations.NullMarked;
