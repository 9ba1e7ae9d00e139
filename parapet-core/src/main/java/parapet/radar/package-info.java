/// What radars detect and what sky they cover.
///
/// Read first: [Radar] (a radar by its public figures), [Detection] (from signal-to-noise ratio to
/// probability), [DetectionCurve] (the same against range, from a table), [CoverageMap] (the sky
/// several sites cover), [SiteView] (what one site sees whatever its power).
///
/// [RadarEquation] is for radars whose power and gains are public; those of the reference case are
/// not, so [Radar] scales from one published range. [KnifeEdge] says how much gets behind a ridge.
///
/// The exact series of [Detection] stand where rules of thumb usually do; Albersheim's is kept to
/// be compared with.
@NullMarked
package parapet.radar;

import org.jspecify.annotations.NullMarked;
