package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Where units and groups stand in a draw.
@Table(
        value = "stations",
        doc =
                "The place that each draw gives to a site or group with alternatives, the same for all plans")
public record StationRow(
        @Col("draw") int draw,
        @Col("key of the site or group") String station,
        @Col("key of the place") String place) {}
