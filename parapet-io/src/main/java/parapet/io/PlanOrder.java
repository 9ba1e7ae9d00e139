package parapet.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.io.text.Diagnostic;
import parapet.io.text.Tree;
import parapet.io.text.Words;

/// The plans on which others are based, in the order in which their changes are made, and the keys
/// that two plans without an order between them both change.
final class PlanOrder {
    private final Tree.Mapping plans;

    PlanOrder(Tree.Mapping plans) {
        this.plans = plans;
    }

    /// The plans on which one is based, first `basedOn`, then `with`, each after those on which it
    /// is based itself and only once; null where they go in a circle.
    @Nullable List<String> before(String id) {
        var order = new LinkedHashSet<String>();
        return add(id, order, new HashSet<>())
                ? List.copyOf(order).subList(0, order.size() - 1)
                : null;
    }

    private boolean add(String id, Set<String> order, Set<String> open) {
        if (order.contains(id)) {
            return true;
        }
        if (!open.add(id)) {
            return false;
        }
        for (Tree.Scalar base : bases(id)) {
            if (!add(base.text(), order, open)) {
                return false;
            }
        }
        return order.add(id);
    }

    private List<Tree.Scalar> bases(String id) {
        Tree.Mapping row = plans.value(id) instanceof Tree.Mapping m ? m : null;
        var all = new ArrayList<>(TreeChecks.names(row, "basedOn"));
        all.addAll(TreeChecks.names(row, "with"));
        return all;
    }

    private record Changed(String plan, Tree.Scalar path, Tree.Mapping change) {
        /// Whether both are written alike.
        boolean same(Changed other) {
            return path.text().equals(other.path.text())
                    && Objects.equals(text("to"), other.text("to"))
                    && text("to") != null
                    && Objects.equals(text("on"), other.text("on"));
        }

        private @Nullable String text(String key) {
            return change.value(key) instanceof Tree.Scalar s ? s.text().strip() : null;
        }
    }

    private List<Changed> changes(String id) {
        var all = new ArrayList<Changed>();
        if (plans.value(id) instanceof Tree.Mapping row
                && row.value("changes") instanceof Tree.Sequence changes) {
            for (Tree item : changes.items()) {
                if (item instanceof Tree.Mapping change) {
                    for (String key : List.of("set", "slip")) {
                        if (change.value(key) instanceof Tree.Scalar path) {
                            all.add(new Changed(id, path, change));
                        }
                    }
                }
            }
        }
        return all;
    }

    /// Reports keys that two plans change of which neither is based on the other, unless both say
    /// the same or the plan that is based on both says what holds.
    void conflicts(String id, Consumer<Diagnostic> problems) {
        List<String> before = before(id);
        Tree.Mapping row = plans.value(id) instanceof Tree.Mapping m ? m : null;
        Tree with = row == null ? null : row.value("with");
        if (before == null || with == null) {
            return;
        }
        var settled = new HashSet<String>();
        changes(id).forEach(c -> settled.add(c.path().text().strip()));
        for (int i = 0; i < before.size(); i++) {
            for (int j = i + 1; j < before.size(); j++) {
                List<String> ofLater = before(before.get(j));
                if (ofLater == null || ofLater.contains(before.get(i))) {
                    continue;
                }
                for (Changed one : changes(before.get(i))) {
                    for (Changed two : changes(before.get(j))) {
                        String path = shared(one, two);
                        if (path != null && !one.same(two) && !settled.contains(path)) {
                            problems.accept(error(id, with, path, one, two));
                        }
                    }
                }
            }
        }
    }

    /// The longer of two paths when one lies within the other, null when neither does.
    private static @Nullable String shared(Changed one, Changed two) {
        String a = one.path().text().strip();
        String b = two.path().text().strip();
        return (a + ".").startsWith(b + ".") ? a : (b + ".").startsWith(a + ".") ? b : null;
    }

    private static Diagnostic error(String id, Tree with, String path, Changed one, Changed two) {
        return Diagnostic.error(
                        with.place(),
                        "plan %s: with: the plans %s and %s both change %s"
                                .formatted(
                                        Words.quoted(id),
                                        Words.quoted(one.plan()),
                                        Words.quoted(two.plan()),
                                        path))
                .finding(
                        "lines %d and %d"
                                .formatted(one.path().place().line(), two.path().place().line()))
                .noting(
                        "base one of them on the other, or set %s in this plan to what holds"
                                .formatted(path));
    }
}
