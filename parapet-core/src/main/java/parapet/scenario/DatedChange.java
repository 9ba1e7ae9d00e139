package parapet.scenario;

import parapet.evidence.Quantity;

/// A change that holds from a day on.
///
/// @param on the day
/// @param path path of the key
/// @param value its new value, bound to the type at that path
public record DatedChange(Quantity on, String path, Object value) {}
