/// Closed forms of engagement: what a raid leaves when one thing at a time matters, rounds, looks,
/// layers, channels, patience, readiness.
///
/// Read first: [parapet.engage.exact.ShootLookShoot] (rounds and looks),
/// [parapet.engage.exact.ChannelLoss] (all channels busy),
/// [parapet.engage.exact.ReadinessToLeakers] (why a mean of readiness is not enough).
///
/// Rounds are independent and kills are seen perfectly and at once, unless a class says otherwise.
/// They hold the simulation of [parapet.engage.Battle] to account and answer small questions in
/// microseconds.
@NullMarked
package parapet.engage.exact;

import org.jspecify.annotations.NullMarked;
