package parapet.io.results;

import java.util.Locale;
import parapet.study.ResultTable;
import parapet.tables.Column;

/// The reference page of the result tables, `docs/reference/results.md`, written from the one
/// declaration of the tables.
public final class ResultsReference {
    private ResultsReference() {}

    /// The page.
    public static String markdown() {
        var page = new StringBuilder();
        page.append(
                """
                # Result tables

                Every run leaves one Parquet file for each table in `tables/` of its folder, also when the table is
                empty. They open in `parapet query RUN SQL`, in the DuckDB command line and in Python or R:

                    ./parapet query out/first "SELECT plan, mean, halfWidth FROM estimates ORDER BY mean DESC"
                    duckdb -c "SELECT * FROM 'out/first/tables/estimates.parquet'"

                Rows stand in a fixed order, so that the digest of a run (`parapet digest RUN`) does not depend on
                threads, shards or interruptions. Names of columns that are also words of SQL (`of`, `first`, `last`)
                are written in double quotes. Types: text = VARCHAR, integer = BIGINT, number = DOUBLE, date = DATE,
                flag = BOOLEAN; any value may be null.

                This page is generated from the declaration of the tables; do not edit it by hand.

                | table | holds |
                |---|---|
                """);
        for (ResultTable table : ResultTable.values()) {
            page.append(
                    "| [`%s`](#%s) | %s |\n"
                            .formatted(table.table(), table.table(), cell(table.doc())));
        }
        for (ResultTable table : ResultTable.values()) {
            page.append("\n## ").append(table.table()).append("\n\n");
            page.append(table.doc()).append(".\n\n");
            page.append("| column | type | unit | holds |\n|---|---|---|---|\n");
            for (Column column : table.columns()) {
                page.append(
                        "| `%s` | %s | %s | %s |\n"
                                .formatted(
                                        column.name(),
                                        column.type().name().toLowerCase(Locale.ROOT),
                                        cell(column.unit()),
                                        cell(column.doc())));
            }
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
