package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.Budgets] asks of the tables.
public final class BudgetsRows {
    private BudgetsRows() {}

    @Sql(
            """
            select plan, fiscalYear, name, currency, budget, unit, mean, p05, p95, shareOver
            from budgets order by fiscalYear
            """)
    public record Budget(
            String plan,
            int fiscalYear,
            String name,
            String currency,
            double budget,
            String unit,
            double mean,
            double p05,
            double p95,
            double shareOver) {}
}
