/// The `parapet` command: options, help, exit codes, and the one class that prints.
///
/// Read first: [Parapet] (the way in), [Actions] (what the commands ask of the engines), [Console]
/// (all that is shown).
@NullMarked
package parapet.cli;

import org.jspecify.annotations.NullMarked;
