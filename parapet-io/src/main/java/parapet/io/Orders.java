package parapet.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parapet.scenario.DatedChange;

/// The orders in which the dated changes of a plan may come. A day may be uncertain, so one that is
/// written later can come first.
final class Orders {
    private static final int MOST = 6;

    private Orders() {}

    /// Which changes may have come while others have not: each set by the numbers of its changes,
    /// the earliest first.
    ///
    /// All such sets up to six changes; of more, only those of the order of their earliest days, of
    /// their latest days, and each by itself.
    static Set<Set<Integer>> between(List<DatedChange> changes, Evidence evidence) {
        int n = changes.size();
        double[] least = new double[n];
        double[] most = new double[n];
        for (int i = 0; i < n; i++) {
            @Nullable Bounds day = Bounds.of(changes.get(i).on(), evidence);
            least[i] = day == null ? Double.NEGATIVE_INFINITY : day.least();
            most[i] = day == null ? Double.POSITIVE_INFINITY : day.most();
        }
        List<Integer> order =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> least[i]))
                        .toList();
        var sets = new LinkedHashSet<Set<Integer>>();
        if (n <= MOST) {
            for (int some = 1; some < (1 << n) - 1; some++) {
                var come = new LinkedHashSet<Integer>();
                for (int i : order) {
                    if ((some >> i & 1) == 1) {
                        come.add(i);
                    }
                }
                if (possible(come, n, least, most)) {
                    sets.add(come);
                }
            }
            return sets;
        }
        firsts(order, sets);
        firsts(order.stream().sorted(Comparator.comparingDouble(i -> most[i])).toList(), sets);
        order.forEach(i -> sets.add(Set.of(i)));
        sets.removeIf(come -> !possible(come, n, least, most));
        return sets;
    }

    private static void firsts(List<Integer> order, Set<Set<Integer>> into) {
        var come = new ArrayList<Integer>();
        for (int i : order.subList(0, order.size() - 1)) {
            come.add(i);
            into.add(new LinkedHashSet<>(come));
        }
    }

    /// Whether none that has come is certainly later than, or on the day of, one that has not.
    private static boolean possible(Set<Integer> come, int n, double[] least, double[] most) {
        for (int i : come) {
            for (int j = 0; j < n; j++) {
                if (!come.contains(j) && least[i] >= most[j]) {
                    return false;
                }
            }
        }
        return true;
    }
}
