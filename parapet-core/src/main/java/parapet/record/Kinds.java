package parapet.record;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is known of a record beforehand: which classes are of a kind, and when its way of counting
/// changed.
///
/// @param kindOf kind of each class; a class that is not here is a kind of its own
/// @param breaks months from which a kind is counted otherwise than before
public record Kinds(Map<String, String> kindOf, List<Break> breaks) {
    /// The kind of class whose counting changed twice.
    private static final String DRONE = "drone";

    public Kinds {
        kindOf = Map.copyOf(kindOf);
        breaks = List.copyOf(breaks);
    }

    /// A change of the way of counting.
    ///
    /// @param kind the kind that is counted otherwise
    /// @param from first month counted so
    public record Break(String kind, YearMonth from) {}

    /// What is known of the open record of attacks on Ukraine: the kinds of its classes, and that
    /// from October 2024 to July 2025 drones lost otherwise were counted apart.
    public static Kinds known() {
        return new Kinds(
                Map.ofEntries(
                        Map.entry("one-way-drone", DRONE),
                        Map.entry("kh-101", "cruise"),
                        Map.entry("kalibr", "cruise"),
                        Map.entry("iskander-k", "cruise"),
                        Map.entry("kh-59-69", "cruise"),
                        Map.entry("iskander-m-kn-23", "ballistic"),
                        Map.entry("kinzhal", "ballistic"),
                        Map.entry("kh-22-32", "supersonic"),
                        Map.entry("p-800", "supersonic"),
                        Map.entry("zircon", "supersonic"),
                        Map.entry("s-300-400-ground", "ground-attack")),
                List.of(
                        new Break(DRONE, YearMonth.of(2024, 10)),
                        new Break(DRONE, YearMonth.of(2025, 8))));
    }

    /// The same with what a record itself says of the kinds of its classes.
    ///
    /// @param told kind of each class that has one
    public Kinds with(Map<String, String> told) {
        var all = new HashMap<>(kindOf);
        all.putAll(told);
        return new Kinds(all, breaks);
    }

    /// The kind of a class.
    String of(String targetClass) {
        return kindOf.getOrDefault(targetClass, targetClass);
    }

    /// Whether the counting of a class changed after one month and not later than another.
    boolean changed(String targetClass, YearMonth after, YearMonth until) {
        return breaks.stream()
                .anyMatch(b ->
                        b.kind().equals(of(targetClass))
                                && b.from().isAfter(after)
                                && !b.from().isAfter(until));
    }
}
