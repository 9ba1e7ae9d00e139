package parapet.programme;

import java.util.List;

/// Money at different times, brought to one time.
///
/// A payment of 1 at time t years is worth (1+d)^-t now, d the discount rate a year. Rates are
/// shares (0.08, not 8), above -1. No taxes, no inflation beyond what is given.
public final class PresentValue {
    private PresentValue() {}

    /// When the payments of a yearly stream fall.
    public enum Timing {
        /// At 0, 1, 2, ...
        BEGIN,
        /// At 0.5, 1.5, 2.5, ...
        MID,
        /// At 1, 2, 3, ...
        END,
        /// Spread evenly.
        CONTINUOUS
    }

    /// One payment.
    ///
    /// @param year time t in years, 0 or more
    /// @param amount in its currency
    public record Payment(double year, double amount) {
        public Payment {
            if (!(year >= 0 && year < Double.POSITIVE_INFINITY) || !Double.isFinite(amount)) {
                throw new IllegalArgumentException(
                        "The payment (%s) at year (%s) must be finite, the year 0 or more."
                                .formatted(amount, year));
            }
        }
    }

    /// Present value of a yearly stream.
    ///
    ///     Σ_t a (1+e)^t / (1+d)^t,   or   ∫_0^years a ((1+e)/(1+d))^t dt  when continuous
    ///
    /// @param amountPerYear a, in money of time 0
    /// @param years 0 to 10 000; a whole number of payments unless continuous
    /// @param discountRate d
    /// @param escalationRate e
    public static double ofStream(
            double amountPerYear,
            double years,
            double discountRate,
            double escalationRate,
            Timing timing) {
        if (!(years >= 0 && years <= 10_000)) {
            throw new IllegalArgumentException(
                    "The number of years (%s) must lie in 0..10000.".formatted(years));
        }
        if (timing != Timing.CONTINUOUS && years != StrictMath.rint(years)) {
            throw new IllegalArgumentException(
                    "The number of yearly payments (%s) must be whole.".formatted(years));
        }
        double logFactor =
                StrictMath.log1p(rate("escalationRate", escalationRate))
                        - StrictMath.log1p(rate("discountRate", discountRate));
        if (timing == Timing.CONTINUOUS) {
            double x = logFactor * years;
            return amountPerYear * years * (x == 0 ? 1 : StrictMath.expm1(x) / x);
        }
        double first =
                switch (timing) {
                    case BEGIN, CONTINUOUS -> 0;
                    case MID -> 0.5;
                    case END -> 1;
                };
        double sum = 0;
        for (int k = 0; k < years; k++) {
            sum += StrictMath.exp(logFactor * (first + k));
        }
        return amountPerYear * sum;
    }

    /// Present value of dated payments.
    ///
    /// @param payments in one currency
    /// @param discountRate of that currency
    public static double ofPayments(List<Payment> payments, double discountRate) {
        double logFactor = -StrictMath.log1p(rate("discountRate", discountRate));
        double sum = 0;
        for (Payment payment : payments) {
            sum += payment.amount() * StrictMath.exp(logFactor * payment.year());
        }
        return sum;
    }

    /// Present value in domestic money of dated payments in foreign money.
    ///
    ///     Σ amount x exchange (1+g)^t / (1+d)^t
    ///
    /// @param payments in foreign money
    /// @param exchangeRate domestic money for one unit of foreign money at time 0, more than 0
    /// @param exchangeGrowth g, growth of that rate a year
    /// @param discountRate d, of domestic money
    public static double ofForeignPayments(
            List<Payment> payments,
            double exchangeRate,
            double exchangeGrowth,
            double discountRate) {
        if (!(exchangeRate > 0 && exchangeRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The exchangeRate (%s) must be more than 0.".formatted(exchangeRate));
        }
        double logFactor =
                StrictMath.log1p(rate("exchangeGrowth", exchangeGrowth))
                        - StrictMath.log1p(rate("discountRate", discountRate));
        double sum = 0;
        for (Payment payment : payments) {
            sum += payment.amount() * exchangeRate * StrictMath.exp(logFactor * payment.year());
        }
        return sum;
    }

    /// Equal year-end payments worth `presentAmount` now.
    ///
    ///     a = P d / (1 - (1+d)^-n),   P/n for d = 0
    ///
    /// @param presentAmount P
    /// @param years n, 1 or more
    /// @param discountRate d
    public static double annualEquivalent(double presentAmount, int years, double discountRate) {
        if (years < 1) {
            throw new IllegalArgumentException(
                    "The number of years (%d) must be 1 or more.".formatted(years));
        }
        double d = rate("discountRate", discountRate);
        return d == 0
                ? presentAmount / years
                : presentAmount * d / -StrictMath.expm1(-years * StrictMath.log1p(d));
    }

    /// Rate at which yearly flows are worth nothing.
    ///
    /// The value Σ f_t (1+i)^-t is searched for one change of sign between i = -0.99 and 1000, by
    /// halving, to the last bits. Flows whose signs change once have one such rate; flows whose
    /// signs change more often may have several or none and are refused.
    ///
    /// @param flowsByYear the first at time 0; signs change exactly once
    public static double internalRateOfReturn(double... flowsByYear) {
        int changes = 0;
        double last = 0;
        for (double flow : flowsByYear) {
            if (!Double.isFinite(flow)) {
                throw new IllegalArgumentException("The flow (%s) must be finite.".formatted(flow));
            }
            if (flow != 0) {
                changes += last * flow < 0 ? 1 : 0;
                last = StrictMath.signum(flow);
            }
        }
        if (changes != 1) {
            throw new IllegalArgumentException(
                    "The flows change their sign (%d) times; one rate of return needs exactly one change."
                            .formatted(changes));
        }
        double low = -0.99;
        double high = 1000;
        double atLow = valueAt(flowsByYear, low);
        if (atLow * valueAt(flowsByYear, high) > 0) {
            throw new IllegalArgumentException("The rate of return lies outside -0.99..1000.");
        }
        for (int i = 0; i < 200; i++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (valueAt(flowsByYear, middle) * atLow > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double valueAt(double[] flows, double rate) {
        double sum = 0;
        for (int t = flows.length - 1; t >= 0; t--) {
            sum = sum / (1 + rate) + flows[t];
        }
        return sum;
    }

    private static double rate(String name, double x) {
        if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be more than -1.".formatted(name, x));
        }
        return x;
    }
}
