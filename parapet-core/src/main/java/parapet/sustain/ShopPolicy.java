package parapet.sustain;

import org.jspecify.annotations.Nullable;

/// How a shop takes its work.
///
/// @param hours when it works
/// @param inductionsPerSec greatest rate of repairs begun, evenly spaced: the next begins at least
///   1/rate after the last; infinite for no limit
/// @param priority which waiting part is begun next
/// @param rank `rank[part]` for a fixed order, the least first; parts past its end come last
/// @param work `work[part]` what is different for a part; null, or past the end, for as usual
public record ShopPolicy(
        WorkTime hours,
        double inductionsPerSec,
        Priority priority,
        int[] rank,
        @Nullable Work[] work) {
    /// Always open, first come first served, all parts alike.
    public static final ShopPolicy PLAIN =
            new ShopPolicy(
                    WorkTime.ALWAYS,
                    Double.POSITIVE_INFINITY,
                    Priority.FIRST_COME,
                    new int[0],
                    new Work[0]);

    /// Which part of the queue is begun next; the oldest of equals.
    public enum Priority {
        /// The one that came first.
        FIRST_COME,
        /// The one whose kind is most wanting at the site to which it will return: requests that
        /// wait there less spares on the shelf.
        MOST_NEEDED,
        /// The one whose kind comes first in a list.
        FIXED_ORDER
    }

    /// What is different about the repair of one part.
    ///
    /// @param repairSec mean time on a place
    /// @param scatter standard deviation over mean
    /// @param repairShare share that can be repaired here
    /// @param priceShare price of a repair as a share of the part's price
    /// @param materialShare share that first waits for material
    /// @param materialSec mean of that wait (exponential)
    public record Work(
            double repairSec,
            double scatter,
            double repairShare,
            double priceShare,
            double materialShare,
            double materialSec) {}

    @Nullable Work work(int part) {
        return part < work.length ? work[part] : null;
    }

    int rank(int part) {
        return part < rank.length ? rank[part] : Integer.MAX_VALUE;
    }
}
