/// Texts with positions: YAML and CSV files become one kind of tree in which every value knows
/// where it was written, and problems are shown at that place.
///
/// Read first: [Tree] (what a file says), [Place] (where it says it), [Diagnostic] (what is wrong
/// there).
@NullMarked
package parapet.io.text;

import org.jspecify.annotations.NullMarked;
