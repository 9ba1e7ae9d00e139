package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.LifeCycleCost] asks of the tables.
public final class LifeCycleCostRows {
    private LifeCycleCostRows() {}

    @Sql(
            """
            select plan, cause, sum(amount) as total, sum(real) as real, any_value(unit) as unit
            from life_cycle where currency = $1 group by plan, cause order by total desc, cause
            """)
    public record Total(
            String plan, String cause, double total, @Sql.OrNaN double real, String unit) {}
}
