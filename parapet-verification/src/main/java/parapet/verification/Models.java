package parapet.verification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Which model of the product computes which kind of case.
///
/// An adaptor converts keys and units and calls the model; it never computes. A new kind is one
/// line in a table and one adaptor.
public final class Models {
    private static final SequencedMap<String, Model> TABLE = table();

    private Models() {}

    private static SequencedMap<String, Model> table() {
        var t = new LinkedHashMap<String, Model>();
        SparesModels.addTo(t);
        QueueModels.addTo(t);
        ReadinessModels.addTo(t);
        MaintenanceModels.addTo(t);
        MoneyModels.addTo(t);
        FleetModels.addTo(t);
        SkyModels.addTo(t);
        TerrainModels.addTo(t);
        BattleModels.addTo(t);
        return Collections.unmodifiableSequencedMap(t);
    }

    /// Kinds that are computed by one model; those of [Chains] go through a whole run instead.
    public static SequencedSet<String> kinds() {
        return TABLE.sequencedKeySet();
    }

    /// Outputs of a case of a computed kind.
    ///
    /// @throws IllegalArgumentException if the case does not say what the model needs
    static SequencedMap<String, Value> compute(Case one) {
        Model model = TABLE.get(one.model());
        if (model == null) {
            throw new IllegalArgumentException("unknown kind \"%s\"".formatted(one.model()));
        }
        String method = method(model, one.method());
        return model.adaptor().compute(new Inputs(one.inputs()), method).values();
    }

    private static String method(Model model, @Nullable String method) {
        boolean mayMiss = model.methods().isEmpty() || model.methods().contains("");
        if (mayMiss && method == null) {
            return "";
        }
        if (method != null && model.methods().contains(method)) {
            return method;
        }
        throw new IllegalArgumentException(
                "expected %s; found method %s"
                        .formatted(
                                model.methods().isEmpty()
                                        ? "no method"
                                        : "one of the methods "
                                                + model.methods().stream()
                                                        .filter(m -> !m.isEmpty())
                                                        .toList(),
                                method == null ? "nothing" : "\"" + method + "\""));
    }
}
