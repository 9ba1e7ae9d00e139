package parapet.record;

import java.time.YearMonth;
import parapet.stats.Require;

/// Nights of like size, of one class and half-year: what a record says of them together.
///
/// @param targetClass name of the class
/// @param from first month of the half-year
/// @param nights number of nights, 1 or more
/// @param launched targets launched in them, nights or more
/// @param stopped of these shot down or lost otherwise, 0..launched
/// @param spread standard deviation of the share stopped over the nights (divisor nights - 1); not
///   a number where the record does not tell it
/// @param inverseSize mean over the nights of one over the targets launched: by it chance alone
///   scatters the share; at least nights / launched, which it is where nights are equal
public record NightGroup(
        String targetClass,
        YearMonth from,
        int nights,
        int launched,
        int stopped,
        double spread,
        double inverseSize) {
    public NightGroup {
        Require.atLeast("number of nights", nights, 1);
        Require.atLeast("number launched", launched, nights);
        Require.between("number stopped", stopped, 0, launched);
        if (!(inverseSize >= (double) nights / launched - 1e-9 && inverseSize <= 1)) {
            throw new IllegalArgumentException(
                    "The mean of one over the size (%s) must lie in (%s)..1."
                            .formatted(inverseSize, (double) nights / launched));
        }
    }

    /// Nights that are taken as equal.
    public NightGroup(
            String targetClass,
            YearMonth from,
            int nights,
            int launched,
            int stopped,
            double spread) {
        this(targetClass, from, nights, launched, stopped, spread, (double) nights / launched);
    }

    /// Mean number launched in a night.
    double size() {
        return (double) launched / nights;
    }

    /// Targets of each night when they are as equal as whole numbers can be.
    ///
    /// @param night 0..nights - 1
    int size(int night) {
        return launched / nights + (night < launched % nights ? 1 : 0);
    }

    /// The same nights, as equal as whole numbers can be, with another outcome.
    NightGroup made(int newStopped, double newSpread) {
        double inverse = 0;
        for (int n = 0; n < nights; n++) {
            inverse += 1.0 / size(n) / nights;
        }
        return new NightGroup(targetClass, from, nights, launched, newStopped, newSpread, inverse);
    }

    /// The same with another outcome.
    NightGroup with(int newStopped, double newSpread) {
        return new NightGroup(
                targetClass, from, nights, launched, newStopped, newSpread, inverseSize);
    }
}
