package parapet.study.rows;

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
        @Col("currency in which it is paid") String currency,
        @Col("amount in that currency") double amount,
        @Col("the same in US dollars at the rate of the day") double usd,
        @Col("the same in rupees at the rate of the day") double inr,
        @Col("the same in roubles at the rate of the day") double rub,
        @Col("the same in the reporting currency at the rate of the day") double reporting,
        @Col("that, in money of the day `money.pricesOf`") double real) {}
