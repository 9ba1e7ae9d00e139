package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.Require;
import parapet.sustain.exact.ClosedFleet;
import parapet.sustain.exact.RepairPlaces;

/// How many repair places a small fleet is worth: the closed fleet for each number of places.
///
/// A queue of few units is bounded, so also a shop that is offered more than it can do has an
/// answer. Exponential times; see [ClosedFleet].
public final class PlacesChoice {
    private PlacesChoice() {}

    /// One number of places.
    ///
    /// @param places c
    /// @param yearlyCost of all places
    /// @param meanUp units at work
    /// @param availability meanUp / units
    /// @param use share of the time that a place works
    public record Row(
            int places, double yearlyCost, double meanUp, double availability, double use) {}

    /// 1 to `most` places.
    ///
    /// @param fleet its places are ignored
    /// @param yearlyCostPerPlace 0 or more
    public static List<Row> rows(ClosedFleet.Fleet fleet, int most, double yearlyCostPerPlace) {
        Require.notNegative("yearlyCostPerPlace", yearlyCostPerPlace);
        var rows = new ArrayList<Row>();
        for (int c = 1; c <= Require.between("most places", most, 1, 10_000); c++) {
            var r =
                    ClosedFleet.solve(
                            new ClosedFleet.Fleet(
                                    fleet.units(),
                                    fleet.spares(),
                                    fleet.meanTimeBetweenFailures(),
                                    fleet.meanRepairTime(),
                                    new RepairPlaces(c)));
            rows.add(
                    new Row(
                            c,
                            c * yearlyCostPerPlace,
                            r.meanUp(),
                            r.availability(),
                            r.repairPlaceUse()));
        }
        return List.copyOf(rows);
    }

    /// The row that is worth most when a unit at work is worth `valueOfUnitYear` a year; the fewest
    /// places of equals.
    public static Row best(List<Row> rows, double valueOfUnitYear) {
        Row best = rows.getFirst();
        for (Row r : rows) {
            if (valueOfUnitYear * r.meanUp() - r.yearlyCost()
                    > valueOfUnitYear * best.meanUp() - best.yearlyCost()) {
                best = r;
            }
        }
        return best;
    }

    /// Fewest places with an availability; the last row if none has it.
    public static Row fewest(List<Row> rows, double availability) {
        for (Row r : rows) {
            if (r.availability() >= availability) {
                return r;
            }
        }
        return rows.getLast();
    }
}
