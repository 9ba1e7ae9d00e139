package parapet.cli;

import java.util.Locale;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Show;

/// How a command tells amounts of one currency: columns in the unit in which its sums are told by
/// custom, sentences in a unit of the size of the amount.
///
/// @param currency its code
record Amounts(String currency) {
    /// The unit of columns, such as `million` and its code.
    String unit() {
        return Currencies.of(currency).unit();
    }

    /// The name of a column: what it holds, the multiplier and the code; without a word before them
    /// those alone.
    String column(String what) {
        String totals = Currencies.of(currency).totals().name();
        return what.isEmpty()
                ? totals + currency
                : what
                        + totals.substring(0, 1).toUpperCase(Locale.ROOT)
                        + totals.substring(1)
                        + currency;
    }

    /// An amount in that unit, to three significant digits.
    double in(double amount) {
        return SustainJob.three(exact(amount));
    }

    /// An amount in that unit.
    double exact(double amount) {
        return amount / Currencies.of(currency).totals().factor();
    }

    /// An amount in a sentence, by its own size.
    String told(double amount) {
        return Show.text(amount, Dimension.MONEY, currency);
    }
}
