package parapet.record;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What the statistical forecaster believes of one class after a month: under each setting the
/// distribution of the share and the log score so far, and how large nights were. Changed by no one
/// once made.
///
/// @param month last month taken in
/// @param shares distribution of the share in that month, by setting and point
/// @param scores sum of log predictive probabilities of the months after the first, by setting
/// @param launched number launched in months whose nights are known
/// @param nights nights of these months
record ClassState(YearMonth month, double[][] shares, double[] scores, long launched, long nights) {
    /// Nights that so many launched would take if nights are as large as they were.
    ///
    /// @param state what is known; null for nothing, then it is one night
    /// @param most nights of the month
    static double expectedNights(@Nullable ClassState state, int launched, int most) {
        if (state == null || state.nights == 0) {
            return 1;
        }
        double nights = (double) launched * state.nights / state.launched;
        return StrictMath.max(1, StrictMath.min(nights, StrictMath.min(most, launched)));
    }
}
