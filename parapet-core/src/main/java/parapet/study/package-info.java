/// The study: plans x draws x replications, estimates with intervals, and the rows of the result
/// tables.
///
/// Read first: [ResultTable] (what a run leaves behind, column by column).
@NullMarked
package parapet.study;

import org.jspecify.annotations.NullMarked;
