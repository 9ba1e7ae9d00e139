package parapet.stats;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The law of one uncertain input, drawn by inversion: one uniform number gives one value, so that
/// two plans that share the number share the value.
public sealed interface Law {
    /// The quantile at `u` in (0,1).
    double at(double u);

    /// The expected value.
    double mean();

    /// The least possible value.
    double low();

    /// The greatest possible value.
    double high();

    /// Always the same value.
    record Fixed(double value) implements Law {
        @Override
        public double at(double u) {
            return value;
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double low() {
            return value;
        }

        @Override
        public double high() {
            return value;
        }
    }

    /// Every value between `low` and `high` equally likely.
    record Uniform(double low, double high) implements Law {
        public Uniform {
            requireOrder(low, high);
        }

        @Override
        public double at(double u) {
            return low + u * (high - low);
        }

        @Override
        public double mean() {
            return (low + high) / 2;
        }
    }

    /// Triangular law with the peak at `mode`.
    ///
    ///     x(u) = a + sqrt(u (b-a)(c-a))            for u <= (c-a)/(b-a),   a low, b high, c mode
    ///     x(u) = b - sqrt((1-u)(b-a)(b-c))         otherwise
    record Triangular(double low, double mode, double high) implements Law {
        public Triangular {
            requireOrder(low, mode);
            requireOrder(mode, high);
        }

        @Override
        public double at(double u) {
            double width = high - low;
            if (width == 0) {
                return low;
            }
            return u * width <= mode - low
                    ? low + Math.sqrt(u * width * (mode - low))
                    : high - Math.sqrt((1 - u) * width * (high - mode));
        }

        @Override
        public double mean() {
            return (low + mode + high) / 3;
        }
    }

    /// One of several laws, chosen by weight. Parts are kept in the order of their means, so that a
    /// larger `u` gives a larger value as far as the parts do not overlap.
    record Mixture(List<Part> parts) implements Law {
        /// One law and its weight, more than 0.
        public record Part(double weight, Law law) {
            public Part {
                if (!(weight > 0)) {
                    throw new IllegalArgumentException(
                            "The weight (%s) must be more than 0.".formatted(weight));
                }
            }
        }

        public Mixture {
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("A mixture needs at least one part.");
            }
            parts = parts.stream().sorted(Comparator.comparingDouble(p -> p.law().mean())).toList();
        }

        @Override
        public double at(double u) {
            double total = 0;
            for (Part part : parts) {
                total += part.weight;
            }
            double before = 0;
            int last = parts.size() - 1;
            for (int i = 0; i < last; i++) {
                double share = parts.get(i).weight / total;
                if (u < before + share) {
                    return within(parts.get(i), (u - before) / share);
                }
                before += share;
            }
            return within(parts.get(last), (u - before) * total / parts.get(last).weight);
        }

        private static double within(Part part, double u) {
            return part.law.at(Math.min(Math.max(u, 0x1.0p-53), 1 - 0x1.0p-53));
        }

        @Override
        public double mean() {
            double total = 0;
            double sum = 0;
            for (Part part : parts) {
                total += part.weight;
                sum += part.weight * part.law.mean();
            }
            return sum / total;
        }

        @Override
        public double low() {
            return parts.stream().mapToDouble(p -> p.law.low()).min().orElseThrow();
        }

        @Override
        public double high() {
            return parts.stream().mapToDouble(p -> p.law.high()).max().orElseThrow();
        }
    }

    /// The law of a range: fixed when the ends meet, triangular when a mode is known, else uniform.
    static Law of(double low, @Nullable Double mode, double high) {
        if (low == high) {
            return new Fixed(low);
        }
        return mode == null || mode.isNaN()
                ? new Uniform(low, high)
                : new Triangular(low, mode, high);
    }

    private static void requireOrder(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "The bounds (%s) and (%s) must rise.".formatted(low, high));
        }
    }
}
