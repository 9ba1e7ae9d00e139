/// The input language as data, read once from the record headers of `parapet.scenario`: the reader,
/// the JSON Schema, the reference page and the messages all use this model and nothing else.
///
/// Read first: [Shape] (what may stand in a place), [Field] (one key), [Shapes] (the language).
@NullMarked
package parapet.io.shape;

import org.jspecify.annotations.NullMarked;
