package parapet.record;

import java.util.ArrayList;
import java.util.List;

/// One way in which shares stopped may move and scatter.
///
/// @param drift standard deviation of the logit's step from one month to the next
/// @param month correlation of two targets of a month, whichever their nights
/// @param night further correlation of two targets of the same night
record Setting(double drift, double month, double night) {
    private static final double[] DRIFTS = {0, 0.1, 0.25, 0.6};
    private static final double[] MONTHS = {0, 0.02, 0.07, 0.25};
    private static final double[] NIGHTS = {0, 0.07, 0.25};

    /// Number of settings that differ in drift alone; they follow one another in [#ALL].
    static final int DRIFT_COUNT = DRIFTS.length;

    /// All settings.
    static final List<Setting> ALL = all();

    private static List<Setting> all() {
        var all = new ArrayList<Setting>();
        for (double month : MONTHS) {
            for (double night : NIGHTS) {
                for (double drift : DRIFTS) {
                    all.add(new Setting(drift, month, night));
                }
            }
        }
        return List.copyOf(all);
    }

    /// Correlation of two targets of a month drawn at random, when the nights are of equal size.
    ///
    ///     ρ = ρ_month + (1 - ρ_month) ρ_night (n/k - 1) / (n - 1)
    ///
    /// @param launched n, 1 or more
    /// @param nights k, any number; taken as within 1..n
    double correlation(int launched, double nights) {
        if (launched == 1) {
            return 0;
        }
        double k = StrictMath.max(1, StrictMath.min(nights, launched));
        return month + (1 - month) * night * (launched / k - 1) / (launched - 1);
    }
}
