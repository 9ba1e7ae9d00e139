package parapet.io.made;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.quantity.Dimension;
import parapet.scenario.Key;

/// Changes of a plan: every path at which a plan may set a value in a given scenario, and other
/// values for it.
public final class Changes {
    private Changes() {}

    /// A place at which a plan may set a value.
    ///
    /// @param path its path
    /// @param kind its path with `*` for ids
    /// @param now what stands there, null for nothing
    public record Place(
            String path,
            String kind,
            Shape shape,
            Key key,
            boolean optional,
            int index,
            @Nullable Object now) {}

    /// Every such place, those of absent keys included.
    public static List<Place> places(Map<String, Object> tree) {
        var places = new ArrayList<Place>();
        for (Field f : Shapes.scenario().fields()) {
            if (List.of("money", "catalogue", "support", "programme", "sky").contains(f.name())
                    && f.shape() instanceof Shape.Group g
                    && tree.get(f.name()) instanceof Map<?, ?> m) {
                inside(g, m, f.name(), f.name(), 0, places);
            }
        }
        return places;
    }

    private static void inside(
            Shape.Group g, Map<?, ?> m, String path, String kind, int index, List<Place> places) {
        for (Field f : g.fields()) {
            String at = path + "." + f.name();
            String of = kind + "." + f.name();
            Object now = m.get(f.name());
            places.add(new Place(at, of, f.shape(), f.key(), f.optional(), index, now));
            if (f.shape() instanceof Shape.Group inner && now instanceof Map<?, ?> values) {
                inside(inner, values, at, of, index, places);
            } else if (f.shape() instanceof Shape.TableOf t && now instanceof Map<?, ?> rows) {
                int row = 0;
                for (Map.Entry<?, ?> e : rows.entrySet()) {
                    if (e.getValue() instanceof Map<?, ?> values) {
                        inside(t.entry(), values, at + "." + e.getKey(), of + ".*", row, places);
                    }
                    row++;
                }
            }
        }
    }

    /// Another value for a place; null when none is found.
    public static @Nullable Object other(Invented world, Place p) {
        if (p.shape() instanceof Shape.Switch) {
            String now = p.now() == null ? p.key().otherwise() : p.now().toString();
            return now.equals("true") ? "false" : "true";
        }
        if (p.kind().endsWith(".milestones.*.unit") && p.path().contains("contract")) {
            return p.path()
                    .replaceAll(".*(contract\\d+).*", "$1-unit" + (1 + world.random().nextInt(2)));
        }
        for (int attempt = 0; attempt < 12; attempt++) {
            Object value = world.value(p.shape(), p.key(), p.path(), p.index());
            String same = p.now() == null ? p.key().otherwise() : "";
            if (value != null && !value.equals(p.now()) && !value.equals(same)) {
                return value;
            }
        }
        return null;
    }

    /// A change of any kind.
    static Map<String, Object> any(Invented world) {
        List<Place> places = places(world.tree);
        int kind = world.random().nextInt(8);
        if (kind == 0) { // a date that stands there
            places.removeIf(p -> p.key().dimension() != Dimension.DATE || p.now() == null);
        } else if (kind == 1) { // what a unit is made of
            places.removeIf(p -> !p.kind().startsWith("catalogue.units."));
        }
        if (places.isEmpty()) {
            places = places(world.tree);
        }
        while (true) {
            Place p = world.pick(places);
            if (p.kind()
                    .matches(
                            ".*\\.(name|about|region|reported.*|noun.*)|money\\.(fiscal|report|also|budg).*|sky\\.(terrain|covering)|sky\\.(raids|families|assets).*|.*\\.(alternatives|release)\\b.*")) {
                continue; // always refused
            }
            var change = new LinkedHashMap<String, Object>();
            boolean date =
                    p.shape() instanceof Shape.Measure && p.key().dimension() == Dimension.DATE;
            if (date && p.now() != null && world.random().nextInt(2) == 0) {
                change.put("slip", p.path());
                change.put("by", 1 + world.random().nextInt(20) + " month");
                return change;
            }
            if ((kind == 1 || world.random().nextInt(3) == 0)
                    && (p.path().startsWith("support.") || p.path().startsWith("catalogue."))) {
                change.put("on", world.random().nextInt(3) == 0 ? world.date() : world.day());
            }
            change.put("set", p.path());
            if (p.optional() && p.now() != null && world.random().nextInt(5) == 0) {
                change.put("to", null);
                return change;
            }
            Object to = other(world, p);
            if (to != null) {
                change.put("to", to);
                return change;
            }
        }
    }
}
