package parapet.io;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.io.text.Words;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Quantities;
import parapet.scenario.Scenario;

/// Warnings about claims that no quantity uses.
final class ClaimLints {
    private ClaimLints() {}

    /// Claims of a key that no quantity uses. In a library of claims, where most are context, only
    /// those whose key is a slip of the pen away from one that is used.
    static void run(
            Scenario base,
            Map<String, PlannedScenario> plans,
            Evidence evidence,
            Consumer<Diagnostic> out) {
        Set<String> used = used(base, plans);
        var idle = new TreeSet<String>();
        var busy = new HashSet<String>();
        for (Claim c : evidence.claims().values()) {
            if (!c.of().isEmpty()) {
                (used.contains(c.of()) ? busy : idle).add(c.of());
            }
        }
        boolean library = idle.size() > busy.size();
        var said = new HashSet<String>();
        for (Claim c : evidence.claims().values()) {
            Place at = evidence.place(c.id(), false);
            String near = Words.slip(c.of(), used);
            if (idle.contains(c.of())
                    && (near != null || !library)
                    && at != null
                    && said.add(c.of())) {
                out.accept(unused(at, c, near == null ? Words.nearest(c.of(), used) : near));
            }
        }
    }

    /// A warning when no quantity uses the key of a claim, else null.
    static @Nullable Diagnostic unused(ReadResult read, Claim c) {
        Set<String> used = used(read.scenarioOrThrow(), read.plans());
        if (c.of().isEmpty() || used.contains(c.of())) {
            return null;
        }
        int colon = c.where().lastIndexOf(':');
        String line = c.where().substring(colon + 1);
        Place at =
                colon < 0 || !line.matches("\\d+")
                        ? Place.whole(c.where())
                        : new Place(
                                TextFile.of(c.where().substring(0, colon), ""),
                                Integer.parseInt(line),
                                1,
                                Integer.parseInt(line),
                                2);
        return unused(at, c, Words.nearest(c.of(), used));
    }

    /// The keys of claims that the scenario or any plan asks for, those of exchange rates among
    /// them.
    private static Set<String> used(Scenario base, Map<String, PlannedScenario> plans) {
        var used = new TreeSet<String>();
        used(Quantities.of(base), base, used);
        plans.values().forEach(p -> used(Quantities.of(p), p.scenario(), used));
        return used;
    }

    private static void used(Quantities quantities, Scenario scenario, Set<String> into) {
        for (Quantity q : quantities.byKey().values()) {
            switch (q.basis()) {
                case Quantity.Claimed c -> into.add(c.of());
                case Quantity.Foretold f -> into.add(f.of());
                case Quantity.Later _, Quantity.Stated _, Quantity.Assumed _ -> {}
            }
        }
        scenario.money().rates().values().forEach(rate -> into.add(rate.series()));
    }

    private static Diagnostic unused(Place at, Claim c, @Nullable String near) {
        return Diagnostic.warning(
                        at,
                        "claim \"%s\": no quantity uses %s%s"
                                .formatted(
                                        c.id(),
                                        Words.quoted(c.of()),
                                        near == null ? "" : "; did you mean \"" + near + "\"?"))
                .noting(
                        near == null
                                ? "write {claims: %s} where it should count, or leave its column `of` empty: it is then context only"
                                        .formatted(c.of())
                                : "write %s in the column `of`".formatted(near))
                .ofKind("keys of claims that no quantity uses");
    }
}
