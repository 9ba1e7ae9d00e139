package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.Parts] asks of the tables.
public final class PartsRows {
    private PartsRows() {}

    @Sql(
            """
            select quantity from drivers where plan = $1 and metric = $2 and share > noise
            order by rank limit 3
            """)
    public record Driver(String quantity) {}
}
