package parapet.engage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How a fire unit spends its rounds on one threat, and which threat comes first.
///
/// @param roundsAtLook rounds fired at each look: `[1, 1]` is shoot-look-shoot, `[2]` a salvo of
///   two and no second chance
/// @param order which threat is engaged first when several could be
public record Doctrine(int[] roundsAtLook, Order order) {
    /// Which threat comes first.
    public enum Order {
        /// The one that reaches the end of its lane first.
        URGENT_FIRST,
        /// The one that could be engaged first.
        FIRST_COME
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Doctrine(int[] looks, Order first)
                && Arrays.equals(roundsAtLook, looks)
                && order == first;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(roundsAtLook) + order.hashCode();
    }

    public Doctrine {
        if (roundsAtLook.length == 0) {
            throw new IllegalArgumentException("A doctrine has at least one look.");
        }
        for (int n : roundsAtLook) {
            if (n < 1) {
                throw new IllegalArgumentException(
                        "The rounds fired at a look (%d) must be 1 or more.".formatted(n));
            }
        }
    }
}
