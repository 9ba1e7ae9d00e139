/// What radars detect and what sky they cover.
///
/// Read first: [Radar] (a radar by its public figures), [CoverageMap] (the sky several sites
/// cover), [SiteView] (what one site sees whatever its power).
@NullMarked
package parapet.radar;

import org.jspecify.annotations.NullMarked;
