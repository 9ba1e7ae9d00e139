package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Life-cycle cost.
@Table(
        value = "life_cycle",
        doc = "Life-cycle cost: money of every plan by fiscal year and cause, means over all runs")
public record LifeCycleRow(
        @Col("key of the plan") String plan,
        @Col("calendar year in which the fiscal year begins") int fiscalYear,
        @Col("name of the fiscal year, such as 2027-28") String name,
        @Col("why it is spent, in words") String cause,
        @Col("currency of the amount: each in which money is shown") String currency,
        @Col("mean amount, at the rate of the day of each payment") double amount,
        @Col("that, in money of the day `money.pricesOf`; null but in the reporting currency")
                @Nullable Double real,
        @Col("unit of both amounts") String unit) {}
