package parapet.cli;

import java.util.HashMap;
import java.util.Map;
import parapet.io.results.Query;
import parapet.io.results.Sql;

/// What people call the raids, targets and units of a run.
final class WhyNames {
    private final Map<String, String> names = new HashMap<>();

    WhyNames(Query query) {
        query.rows(Name.class).forEach(n -> names.put(n.kind() + "/" + n.key(), n.name()));
        query.rows(UnitName.class).forEach(u -> names.put("unit/" + u.unit(), u.name()));
    }

    @Sql("SELECT kind, key, name FROM names WHERE kind IN ('raid', 'target')")
    private record Name(String kind, String key, String name) {}

    @Sql("SELECT DISTINCT unit, name FROM units")
    private record UnitName(String unit, String name) {}

    String raid(String key) {
        return names.getOrDefault("raid/" + key, key);
    }

    String target(String key) {
        return names.getOrDefault("target/" + key, key);
    }

    /// A unit or group.
    String owner(String key) {
        return names.getOrDefault("unit/" + key, key);
    }
}
