package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Regions of the map.
@Table(
        value = "places",
        doc = "The regions of the scenario and the notional points that stand for them")
public record PlaceRow(
        @Col("key of the place") String place,
        @Col("name shown to readers") String name,
        @Col(value = "latitude, to half a degree", unit = "degree") double latitude,
        @Col(value = "longitude, to half a degree", unit = "degree") double longitude,
        @Col("names of the units and groups that stand there, separated by a line break")
                String units,
        @Col("whether a raid is aimed at it") boolean aim) {}
