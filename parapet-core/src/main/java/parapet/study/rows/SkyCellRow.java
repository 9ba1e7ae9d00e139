package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// The sky as a map.
@Table(
        value = "sky",
        doc =
                "What the units of the reference plan would see if all were ready, cell by cell, with typical inputs")
public record SkyCellRow(
        @Col(value = "latitude of the middle of the cell", unit = "degree") double latitude,
        @Col(value = "longitude of the middle of the cell", unit = "degree") double longitude,
        @Col(value = "height of the ground", unit = "m") double ground,
        @Col(
                        value =
                                "lowest height above the ground that any unit sees; null beyond reach",
                        unit = "m")
                @Nullable Double lowest,
        @Col("sites that see a target of the scenario's covering class at 100 m above the ground")
                int sites100,
        @Col("the same at 1 km") int sites1000,
        @Col("the same at 10 km") int sites10000,
        @Col(
                        "whether the figures below 1 km are smooth-earth bounds, because terrain data are too coarse")
                boolean bound,
        @Col(
                        "what keeps the best site from seeing it at 100 m: terrain, horizon, power, unknown (ground); empty when seen or out of question")
                String edge100,
        @Col("the same at 1 km") String edge1000,
        @Col("the same at 10 km") String edge10000) {}
