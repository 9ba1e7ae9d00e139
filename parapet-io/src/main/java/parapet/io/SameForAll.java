package parapet.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;

/// What all plans of a scenario are asked, and the uncertain stations that they share. Single keys
/// of these are refused by [PlanKeys]; here it is seen when a plan sets something whole that holds
/// one.
final class SameForAll {
    private SameForAll() {}

    /// The keys that a plan has changed.
    ///
    /// @param base the scenario as written
    /// @param plan the same with the changes of a plan
    static List<String> changed(Scenario base, Scenario plan) {
        var changed = new ArrayList<String>();
        entries(
                "support.sites",
                base.support().sites(),
                plan.support().sites(),
                "alternatives",
                s -> s.alternatives(),
                changed);
        Sky was = base.sky();
        Sky is = plan.sky();
        if (was == null || is == null) {
            differ("sky", was, is, changed);
            return changed;
        }
        differ("sky.covering", was.covering(), is.covering(), changed);
        differ("sky.raids", was.raids(), is.raids(), changed);
        differ("sky.families", was.families(), is.families(), changed);
        differ("sky.assets", was.assets(), is.assets(), changed);
        entries("sky.targets", was.targets(), is.targets(), "release", t -> t.release(), changed);
        entries(
                "sky.groups",
                was.groups(),
                is.groups(),
                "alternatives",
                g -> g.alternatives(),
                changed);
        return changed;
    }

    private static <T> void entries(
            String table,
            Map<String, T> was,
            Map<String, T> is,
            String key,
            Function<T, @Nullable Object> value,
            List<String> changed) {
        was.forEach((id, before) -> {
            T now = is.get(id);
            if (now != null) {
                differ(
                        "%s.%s.%s".formatted(table, id, key),
                        value.apply(before),
                        value.apply(now),
                        changed);
            }
        });
    }

    private static void differ(
            String key, @Nullable Object was, @Nullable Object is, List<String> changed) {
        if (!Objects.equals(was, is)) {
            changed.add(key);
        }
    }
}
