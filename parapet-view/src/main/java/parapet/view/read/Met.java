package parapet.view.read;

/// The states of the force that met a raid, as the beginning of a question in SQL.
final class Met {
    /// With the raid `$1` and the plans `$2`.
    static final String FORCES =
            "f as (select plan, day, draw, replication, battle from forces where raid = $1 and list_contains($2, plan))";

    private Met() {}
}
