/// A published record of attacks by month, and forecasts of it judged out of sample.
///
/// Read first: [parapet.record.MonthlyRecord] (what was launched and stopped),
/// [parapet.record.Forecaster] (what a forecast may know), [parapet.record.Scoreboard] (how
/// forecasts are judged).
///
/// What is judged is the share of the claims of one side. It holds what was attacked, with what
/// decoys, and what was counted: it is no single-shot kill probability and belongs to no weapon.
///
/// Design history: weights of the settings that follow all classes alike made Kh-101 worse than
/// last month's share, whose months scatter less than those of any other class; now a class weighs
/// its own months ten times those of the others.
@NullMarked
package parapet.record;

import org.jspecify.annotations.NullMarked;
