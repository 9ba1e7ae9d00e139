/// A published record of attacks by month, and forecasts of it judged out of sample.
///
/// Read first: [parapet.record.MonthlyRecord] (what was launched and stopped),
/// [parapet.record.Forecaster] (what a forecast may know), [parapet.record.Scoreboard] (how
/// forecasts are judged).
///
/// What is judged is the share of the claims of one side. It holds what was attacked, with what
/// decoys, and what was counted: it is no single-shot kill probability and belongs to no weapon.
///
/// Design history: where the scores of the other classes always weighed 0.3 of the own, Kh-101,
/// whose months scatter less than those of any other class, was forecast worse than by last month's
/// share; where they weighed nothing, forecasts of records without any drift and scatter were too
/// wide. Now the weight is averaged by past score too.
@NullMarked
package parapet.record;

import org.jspecify.annotations.NullMarked;
