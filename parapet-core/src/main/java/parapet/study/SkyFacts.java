package parapet.study;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What sky and raids of one replication came to, by name: areas that the ready force covers, and
/// what came of each raid on each day.
final class SkyFacts {
    private final Map<Place, Double> areas = new HashMap<>();
    private final Map<Attack, Fought> fought = new HashMap<>();

    private record Place(String kind, int heightM, LocalDate day) {}

    private record Attack(String raid, LocalDate day) {}

    /// What came of a raid.
    ///
    /// @param leaked targets that got through on the first night
    /// @param stopped share of targets stopped on the first night, %
    /// @param fired rounds fired on the first night
    /// @param nightsStopped nights before one on which fewer are stopped than the study's level
    /// @param exchange value of rounds fired over value of targets shot down, over all nights
    /// @param kept value left after the first night of what was attacked, %
    /// @param keptAll value left after all nights, %
    /// @param nightsKept nights before one by whose end less value is kept than the study's level
    record Fought(
            double leaked,
            double stopped,
            double fired,
            double nightsStopped,
            double exchange,
            double kept,
            double keptAll,
            double nightsKept) {}

    void covered(String kind, int heightM, LocalDate day, double area) {
        areas.put(new Place(kind, heightM, day), area);
    }

    void fought(String raid, LocalDate day, Fought of) {
        fought.put(new Attack(raid, day), of);
    }

    /// Area covered by one site or more, thousand km2.
    double area(String kind, int heightM, LocalDate day) {
        return known(areas.get(new Place(kind, heightM, day)), kind, day);
    }

    Fought of(String raid, LocalDate day) {
        return known(fought.get(new Attack(raid, day)), raid, day);
    }

    private static <T> T known(@Nullable T value, String what, LocalDate day) {
        if (value == null) {
            throw new IllegalStateException(
                    "Nothing is known of (%s) on (%s) in this replication.".formatted(what, day));
        }
        return value;
    }
}
