/// Failures, repair, spares, readiness: who is ready with what on each day, and why not.
///
/// Read first: [SustainInput] (what the engine needs, plain numbers), [Network] (how the fleet is
/// supported during one phase), [Sustainment] (the engine), [ReadinessHistory] (what comes of it).
///
/// The engine is next-event: between two events nothing changes. Changes with dates reach it as
/// *phases*, complete descriptions of the network that hold from a tick on, so that any field can
/// change over time without a kind of event of its own.
///
/// How sites, shops, links and tasks go about their work beside their plain numbers is told by
/// [SitePolicy], [ShopPolicy] and [TaskPolicy]; the plain ones change nothing.
///
/// *Design history.* Streams by site and part for repair and transport times were tried first: one
/// more failure anywhere moved every later repair of that part to another number. Now one key drawn
/// at the failure tells all that chance decides about it, whichever way the part takes.
@NullMarked
package parapet.sustain;

import org.jspecify.annotations.NullMarked;
