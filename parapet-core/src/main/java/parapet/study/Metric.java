package parapet.study;

/// A number that answers a question, one per replication.
///
/// @param key stable key, such as `ready-unit-years/2030-03-31`
/// @param label in words
/// @param unit unit for readers
/// @param higherIsBetter whether more is better
public record Metric(String key, String label, String unit, boolean higherIsBetter) {}
