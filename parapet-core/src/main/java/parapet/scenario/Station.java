package parapet.scenario;

import parapet.evidence.Quantity;
import parapet.quantity.Dimension;

/// Where batteries stand, when it is more than one place: alternatives with weights are an
/// uncertainty and belong to the draw, the same for all plans; a rule is a choice of the defender
/// and belongs to the plan.
public final class Station {
    private Station() {}

    /// One of several places, of which a draw takes one.
    public record Alternative(
            @Key(
                            value = "Its weight among the alternatives",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1",
                            example = "3")
                    Quantity weight) {}

    /// How a defender chooses.
    ///
    /// An asset is covered when a battery of the same type stands no farther from it than the
    /// greatest range of its rounds. Of several that a rule would take alike, the first in the
    /// order of the scenario is taken.
    public enum Rule {
        /// At the asset of most value among those covered by the fewest of its type.
        MOST_VALUABLE,
        /// Over the regions of the assets, one after the other.
        SPREAD,
        /// Where the units of the plan stand, one after the other.
        BESIDE
    }
}
