/// Files for other tools: GeoTIFF and GeoPackage for geographic information systems, CSV for
/// spreadsheets.
///
/// Read first: [RunExport] (a run becomes files), [GeoTiff] and [GeoPackage] (the two formats),
/// [Outlines] (cells become polygons).
///
/// *Design history.* Writers of the Java image libraries were weighed first: they need the desktop
/// module and know no geographic keys. A GeoTIFF as needed here is one page of tags.
@NullMarked
package parapet.export;

import org.jspecify.annotations.NullMarked;
