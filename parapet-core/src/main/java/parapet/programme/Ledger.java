package parapet.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Money by date, currency and cause. Grows during one replication, on one thread.
public final class Ledger {
    /// One payment.
    ///
    /// @param tick when it is paid
    /// @param cause why
    /// @param about key of the contract, site, part or unit it is paid for
    /// @param currency in which it is paid
    /// @param amount in units of the currency, 0 or more
    public record Entry(
            long tick, MoneyCause cause, String about, String currency, double amount) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<MoneyCause, Escalation> prices;

    /// A ledger in which every amount stays as it is posted.
    public Ledger() {
        this(Map.of());
    }

    /// A ledger for prices that rise.
    ///
    /// @param prices how prices rise, by cause; amounts of these causes are posted at base prices
    public Ledger(Map<MoneyCause, Escalation> prices) {
        this.prices = prices;
    }

    /// Posts a payment; an amount of 0 leaves no trace. Where the price of the cause rises, the
    /// amount is that of the base day, and what is entered is that of `tick`.
    public void post(long tick, MoneyCause cause, String about, String currency, double amount) {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(
                    "The amount (%s %s) for (%s) must be a number of 0 or more."
                            .formatted(amount, currency, about));
        }
        if (amount > 0) {
            Escalation rise = prices.get(cause);
            double entered = rise == null ? amount : amount * rise.factor(tick);
            entries.add(new Entry(tick, cause, about, currency, entered));
        }
    }

    /// All entries in the order of posting.
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }
}
