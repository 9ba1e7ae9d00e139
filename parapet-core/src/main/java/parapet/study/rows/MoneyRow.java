package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Money by fiscal year, cause and currency.
@Table(value = "money", doc = "Money spent in each fiscal year")
public record MoneyRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("calendar year in which the fiscal year begins") int fiscalYear,
        @Col("why it is spent, in words") String cause,
        @Col("currency in which it is paid") String paidIn,
        @Col(
                        "currency of the amount: each in which money is shown, and the one in which it is paid")
                String currency,
        @Col("amount in that currency, at the rate of the day of each payment") double amount,
        @Col("that, in money of the day `money.pricesOf`; null but in the reporting currency")
                @Nullable Double real) {}
