/// Scenario folders in, checked scenarios out.
///
/// Read first: [ScenarioReader] (a folder becomes a scenario, its plans and every problem found),
/// `Binder` (one pass from a tree to records), [ReadResult].
///
/// *Design history.* Binding by Jackson with a JSON Schema check before it was weighed first: it
/// needs a second pass to find positions, knows no end of a value, and says the language twice. See
/// `docs/adr/0001-reading-scenarios.md`.
@NullMarked
package parapet.io;

import org.jspecify.annotations.NullMarked;
