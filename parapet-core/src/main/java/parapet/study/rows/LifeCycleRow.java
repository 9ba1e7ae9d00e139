package parapet.study.rows;

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
        @Col("million US dollars, at the rate of the day of each payment") double usd,
        @Col("crore rupees, likewise") double inr,
        @Col("million roubles, likewise") double rub,
        @Col("in the reporting currency, likewise") double reporting,
        @Col("that, in money of the day `money.pricesOf`") double real,
        @Col("unit of the last two") String unit) {}
