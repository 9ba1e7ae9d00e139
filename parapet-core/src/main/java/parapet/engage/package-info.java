/// Raids against a defence: which threats are stopped, by what, and why the others got through.
///
/// The engine is next-event: geometry gives the instants at which a threat comes into view, into
/// reach and out of it; nothing is looked at in steps, except the looks of a radar, which are
/// events themselves. Everything that does not depend on who is ready is computed once for a raid.
///
/// Read first: [BattleInput] (who may fight, and the raid), [ForceState] (who is ready with what),
/// [RaidOutcome] (what came of it).
///
/// A raid is an input that stresses a defence. Nothing here searches, ranks or improves raids.
@NullMarked
package parapet.engage;

import org.jspecify.annotations.NullMarked;
