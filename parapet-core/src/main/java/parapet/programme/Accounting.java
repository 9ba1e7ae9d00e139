package parapet.programme;

import java.util.EnumMap;
import java.util.Map;
import parapet.quantity.Calendar;
import parapet.quantity.FiscalYears;

/// How the money of a draw is counted.
///
/// @param reporting currency in which totals are shown first
/// @param fiscalYears the years of the books
/// @param discounting what later money is worth
/// @param inflation general rise of prices in the reporting currency, from the day of whose prices
///   real money is
/// @param prices how prices outside contracts rise, by cause; a cause that is absent does not
public record Accounting(
        String reporting,
        FiscalYears fiscalYears,
        Discounting discounting,
        Escalation inflation,
        Map<MoneyCause, Escalation> prices) {
    public Accounting {
        var copy = new EnumMap<MoneyCause, Escalation>(MoneyCause.class);
        copy.putAll(prices);
        prices = copy;
    }

    /// Value, on the base day of the discounting, of an amount paid at `tick`.
    public double presentValue(double amount, long tick, Calendar calendar) {
        return amount * discounting.factor(tick, calendar);
    }

    /// An amount in the reporting currency, paid at `tick`, in money of the base day.
    public double real(double amount, long tick) {
        return amount / inflation.factor(tick);
    }
}
