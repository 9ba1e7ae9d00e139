/// How targets fly: lanes over the ground, heights and times along them, ballistic arcs, standard
/// atmosphere.
///
/// Read first: [Lane] (a way over the ground), [Flight] (a class of target on a lane),
/// [BallisticArc] (how high and how long a ballistic target flies).
@NullMarked
package parapet.flight;

import org.jspecify.annotations.NullMarked;
