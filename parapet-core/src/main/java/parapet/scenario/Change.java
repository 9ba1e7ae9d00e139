package parapet.scenario;

import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;

/// An edit of any key of the baseline, from the start or from a day on.
///
/// Exactly one of `set` and `slip` is given.
public record Change(
        @Key(
                        value =
                                "Day from which the change holds; without it, from the start. Only keys of `support` and"
                                        + " `catalogue` can change later than the start",
                        dimension = Dimension.DATE)
                @Nullable Quantity on,
        @Key(
                        value = "Path of the key that gets a new value",
                        example = "support.sites.mro-north.opens")
                @Nullable String set,
        @Key("The new value, written as at that place") @Nullable Object to,
        @Key(value = "Path of a date that comes later", example = "support.sites.mro-north.opens")
                @Nullable String slip,
        @Key(
                        value = "By how much it comes later",
                        dimension = Dimension.DURATION,
                        example = "12 month")
                @Nullable Quantity by) {}
