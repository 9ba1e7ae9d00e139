package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Budgets.
@Table(
        value = "budgets",
        doc =
                "The money granted for a fiscal year beside what every plan spends in it, over all runs")
public record BudgetRow(
        @Col("key of the plan") String plan,
        @Col("calendar year in which the fiscal year begins") int fiscalYear,
        @Col("name of the fiscal year") String name,
        @Col("currency of the grant, and of all amounts of the row") String currency,
        @Col("money granted") double budget,
        @Col("unit of all amounts of the row") String unit,
        @Col("mean money spent") double mean,
        @Col("5 % of the runs spend less") double p05,
        @Col("50 %") double p50,
        @Col("95 %") double p95,
        @Col("share of the runs that spend more than the budget") double shareOver) {}
