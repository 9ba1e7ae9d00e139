package parapet.engage;

import java.util.List;
import parapet.flight.Flight;
import parapet.flight.Lane;

/// A raid: an input that stresses a defence.
///
/// @param id name
/// @param lanes ways to the defended assets
/// @param flights how each class flies each lane, `flights[class][lane]`; null where none does
/// @param views each lane from each site, `views[site][lane]`
/// @param threats the targets of one night
/// @param nights how often the same raid comes, 1 or more; between two nights launchers are
///   reloaded from what is left and what is supplied
public record Raid(
        String id,
        List<Lane> lanes,
        Flight[][] flights,
        LaneView[][] views,
        List<Threat> threats,
        int nights) {
    public Raid {
        lanes = List.copyOf(lanes);
        threats = List.copyOf(threats);
        if (nights < 1) {
            throw new IllegalArgumentException(
                    "The nights (%d) of raid (%s) must be 1 or more.".formatted(nights, id));
        }
    }

    /// The same raid, coming so often.
    public Raid nights(int number) {
        return new Raid(id, lanes, flights, views, threats, number);
    }
}
