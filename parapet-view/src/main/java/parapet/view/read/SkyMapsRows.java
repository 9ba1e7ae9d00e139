package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.SkyMaps] asks of the tables.
public final class SkyMapsRows {
    private SkyMapsRows() {}

    @Sql(
            """
            select latitude, longitude, ground, bound, sites100, sites1000, sites10000,
              edge100, edge1000, edge10000
            from sky
            """)
    public record SkyCell(
            double latitude,
            double longitude,
            @Sql.OrNaN double ground,
            boolean bound,
            int sites100,
            int sites1000,
            int sites10000,
            @Sql.OrEmpty String edge100,
            @Sql.OrEmpty String edge1000,
            @Sql.OrEmpty String edge10000) {
        public int sites(int height) {
            return switch (height) {
                case 100 -> sites100;
                case 1000 -> sites1000;
                default -> sites10000;
            };
        }

        public String edge(int height) {
            return switch (height) {
                case 100 -> edge100;
                case 1000 -> edge1000;
                default -> edge10000;
            };
        }
    }

    /// Sites and groups whose place is drawn.
    @Sql("select distinct station from stations")
    public record Drawn(String station) {}

    @Sql("select place, name, latitude, longitude, units, aim from places order by name")
    public record Region(
            String place,
            @Sql.OrEmpty String name,
            double latitude,
            double longitude,
            @Sql.OrEmpty String units,
            boolean aim) {}
}
