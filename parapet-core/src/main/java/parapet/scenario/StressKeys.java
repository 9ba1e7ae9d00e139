package parapet.scenario;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which keys of the language stress a defence, by the mark [Stress] of their declarations.
public final class StressKeys {
    private static final List<String> TABLES = new ArrayList<>();

    static {
        for (RecordComponent c : Sky.class.getRecordComponents()) {
            if (c.isAnnotationPresent(Stress.class)) {
                TABLES.add("sky." + c.getName());
            }
        }
    }

    private static final Pattern MARKED =
            Pattern.compile("sky\\.targets\\.[^.]+\\.release(\\..*)?");

    private StressKeys() {}

    /// The marked tables, such as `sky.raids`.
    public static List<String> tables() {
        return List.copyOf(TABLES);
    }

    /// Whether a key lies in a marked table, or is what a class of target releases.
    ///
    /// @param key path of a key, such as `sky.raids.mixed.nights`
    public static boolean marks(String key) {
        return MARKED.matcher(key).matches()
                || TABLES.stream().anyMatch(t -> key.equals(t) || key.startsWith(t + "."));
    }

    /// Whether a quantity is an input of the defender: neither its key nor any of the places where
    /// it is used is marked or says what flies in.
    ///
    /// @param quantity key of a quantity, such as `night-decoys`
    /// @param usedAt the places where it is used
    public static boolean ofDefender(String quantity, Collection<String> usedAt) {
        return Stream.concat(Stream.of(quantity), usedAt.stream())
                .noneMatch(place -> marks(place) || place.startsWith("sky.targets."));
    }
}
