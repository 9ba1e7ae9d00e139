/// Raids against a defence: which threats are stopped, by what, and why the others got through.
///
/// The engine is next-event: geometry gives the instants at which a threat comes into view, into
/// reach and out of it; nothing is looked at in steps, except the looks of a radar, which are
/// events themselves. Everything that does not depend on who is ready is computed once for a raid.
///
/// Read first: [BattleInput] (who may fight, and the raid), [ForceState] (who is ready with what),
/// [RaidOutcome] (what came of it).
///
/// Made once for a raid: [Battlefield]; once for a replication: [Picture]; then [Battle] for every
/// state of readiness. [Damage] says what the leakers do to the assets they were aimed at.
///
/// A raid is an input that stresses a defence. Nothing here searches, ranks or improves raids.
///
/// *Design history.* A unit that looked again, at every event, at all threats it could not engage
/// made a night of 460 threats cost 3 ms; threats looked at in vain are now parked until something
/// changes for them, which takes 1.3 ms. The rule that only one unit at a time engages a threat let
/// a far, weak battery spoil the fire of a near one (89 % stopped became 20 %); see [Battle]. The
/// geometry of 300 threats before 68 batteries took 4 times as long while every vertex of every
/// lane was crossed with every range, and every chance of detection was worked out beforehand.
@NullMarked
package parapet.engage;

import org.jspecify.annotations.NullMarked;
