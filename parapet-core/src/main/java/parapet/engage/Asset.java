package parapet.engage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Something that is defended, at region grain.
///
/// @param id name
/// @param value what it is worth beside the other assets, notional points, 0 or more
/// @param vulnerability chance that one leaker of a class that was aimed at it harms it, by class,
///   each in 0..1; a hard asset has small ones
public record Asset(String id, double value, double[] vulnerability) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Asset(String name, double worth, double[] chances)
                && id.equals(name)
                && Double.compare(value, worth) == 0
                && Arrays.equals(vulnerability, chances);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id.hashCode() + Double.hashCode(value)) + Arrays.hashCode(vulnerability);
    }

    public Asset {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The value (%s) of asset (%s) must be 0 or more.".formatted(value, id));
        }
        for (double chance : vulnerability) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException(
                        "The vulnerability (%s) of asset (%s) must lie in 0..1."
                                .formatted(chance, id));
            }
        }
    }
}
