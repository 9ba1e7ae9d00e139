package parapet.scenario;

import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;

/// A change of a plan that holds from a day on, its value already of the type of its place.
///
/// @param on the day
/// @param path where the value goes, as in [Paths]
/// @param value the new value; null takes an optional value or the entry of a table away
public record DatedChange(Quantity on, String path, @Nullable Object value) {}
