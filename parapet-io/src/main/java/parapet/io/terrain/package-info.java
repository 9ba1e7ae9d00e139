/// Files of terrain: SRTM, ENVI, GeoTIFF, and the sheet that Parapet carries.
///
/// Read first: [Terrains] (a folder of files as one terrain), [GeoTiffReader] (the only involved
/// format).
///
/// Design history: general readers of images were looked at and left out. Of five for Java, each
/// failed on one of the combinations in which elevation is sold, bring megabytes, or give values
/// without their place; the few forms that matter take some hundred lines.
@NullMarked
package parapet.io.terrain;

import org.jspecify.annotations.NullMarked;
