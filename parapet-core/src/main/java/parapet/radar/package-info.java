/// What radars detect and what sky they cover.
///
/// Read first: [Radar] (a radar by its public figures).
@NullMarked
package parapet.radar;

import org.jspecify.annotations.NullMarked;
