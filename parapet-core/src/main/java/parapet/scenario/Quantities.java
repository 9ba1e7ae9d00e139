package parapet.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Quantity;
import parapet.evidence.Source;

/// Every uncertain number of a scenario and the places where it is used.
///
/// @param byKey the quantities by key, in the order of the scenario
/// @param usedAt the places of each, in the order of the scenario
public record Quantities(Map<String, Quantity> byKey, Map<String, List<String>> usedAt) {

    /// The quantities of a scenario.
    public static Quantities of(Scenario scenario) {
        var found = new Quantities(new LinkedHashMap<>(), new LinkedHashMap<>());
        found.walk("", scenario);
        return found;
    }

    /// The quantities of a scenario and of its dated changes.
    public static Quantities of(PlannedScenario planned) {
        Quantities found = of(planned.scenario());
        for (DatedChange change : planned.dated()) {
            found.add(change.path() + " (day of change)", change.on());
            found.walk(change.path(), change.value());
        }
        return found;
    }

    /// These and others; for equal keys these hold, places are joined.
    public Quantities and(Quantities others) {
        var all = new Quantities(new LinkedHashMap<>(byKey), new LinkedHashMap<>());
        usedAt.forEach((key, places) -> all.usedAt.put(key, new ArrayList<>(places)));
        others.byKey.forEach(all.byKey::putIfAbsent);
        others.usedAt.forEach((key, places) -> {
            List<String> known = all.usedAt.computeIfAbsent(key, k -> new ArrayList<>());
            places.stream().filter(p -> !known.contains(p)).forEach(known::add);
        });
        return all;
    }

    private void walk(String path, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Quantity quantity -> add(path, quantity);
            case Claim _, Source _ -> {}
            case Plan _ -> {}
            case Map<?, ?> map ->
                    map.forEach((key, item) -> walk(join(path, String.valueOf(key)), item));
            case List<?> list -> list.forEach(item -> walk(path, item));
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    walk(join(path, component.getName()), get(record, component));
                }
            }
            default -> {}
        }
    }

    private void add(String path, Quantity quantity) {
        byKey.putIfAbsent(quantity.key(), quantity);
        List<String> places = usedAt.computeIfAbsent(quantity.key(), k -> new ArrayList<>());
        if (!places.contains(path)) {
            places.add(path);
        }
        switch (quantity.basis()) {
            case Quantity.Foretold(var _, var slip) -> {
                add(path + ".slip.perMonthAhead", slip.perMonthAhead());
                add(path + ".slip.shockPerYear", slip.shockPerYear());
                add(path + ".slip.shock", slip.shock());
            }
            case Quantity.Later(var of, var by, var _) -> {
                byKey.put(of.key(), of);
                add(path, of);
                add(path + ".by", by);
            }
            case Quantity.Stated _, Quantity.Assumed _, Quantity.Claimed _ -> {}
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static @Nullable Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "The key (%s) cannot be read.".formatted(component.getName()), e);
        }
    }
}
