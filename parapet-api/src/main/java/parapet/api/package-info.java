/// The door for programmers: a study opened, plans chosen, draws run, results as records.
///
/// Read first: [ScenarioStudy]. What it returns, [StudyResults], holds the rows that `parapet run`
/// writes as tables ([parapet.study.rows]), with the same digest. The exact models are used by
/// themselves: [parapet.sustain.exact], [parapet.engage.exact], [parapet.radar], [parapet.terrain].
///
/// [ScenarioStudy], [StudyResults] and [ScenarioProblems] stay: a change of them is told in the
/// changelog. Everything else may change with any version.
@NullMarked
package parapet.api;

import org.jspecify.annotations.NullMarked;
