package parapet.sustain.exact;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Lists of dated steps: each holds from its time on, that instant included, until the next.
final class Steps {
    private Steps() {}

    static <S> void requireOrder(String name, List<S> steps, ToDoubleFunction<S> fromTime) {
        if (steps.isEmpty() || fromTime.applyAsDouble(steps.getFirst()) != 0) {
            throw new IllegalArgumentException(
                    "The steps of (%s) must start at time 0.".formatted(name));
        }
        for (int i = 1; i < steps.size(); i++) {
            double before = fromTime.applyAsDouble(steps.get(i - 1));
            double here = fromTime.applyAsDouble(steps.get(i));
            if (!(here > before)) {
                throw new IllegalArgumentException(
                        "The steps of (%s) must rise in time; (%s) follows (%s)."
                                .formatted(name, here, before));
            }
        }
    }

    static <S> S at(List<S> steps, ToDoubleFunction<S> fromTime, double time) {
        S held = steps.getFirst();
        for (S step : steps) {
            if (fromTime.applyAsDouble(step) <= time) {
                held = step;
            }
        }
        return held;
    }
}
