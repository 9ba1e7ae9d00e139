package parapet.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import parapet.stats.Estimate;
import parapet.stats.Weights;
import parapet.study.rows.CrossedRow;
import parapet.study.rows.FlipRow;
import parapet.study.rows.StandRow;
import parapet.study.rows.StationRow;
import parapet.tables.Rows;

/// Sums the crossed design up: mean differences by comparison, family and kind of place, with
/// errors over draws, since the members of one draw share its inputs.
final class Flips {
    private static final double CONFIDENCE = 0.95;
    private static final double CLEAR = 1e-9;

    private record Cell(String comparison, String family, String kind) {}

    private final Map<Cell, TreeMap<Integer, List<CrossedRow>>> cells = new LinkedHashMap<>();
    private final Map<String, Map<Integer, String>> stations = new LinkedHashMap<>();

    /// Takes the rows of one chunk.
    void add(Rows rows) {
        for (StationRow row : rows.of(StationRow.class)) {
            stations.computeIfAbsent(row.station(), k -> new TreeMap<>())
                    .put(row.draw(), row.place());
        }
        for (CrossedRow row : rows.of(CrossedRow.class)) {
            cells.computeIfAbsent(
                            new Cell(row.comparison(), row.family(), row.kind()),
                            k -> new TreeMap<>())
                    .computeIfAbsent(row.draw(), k -> new ArrayList<>())
                    .add(row);
        }
    }

    /// Posts a row for each cell.
    ///
    /// @param weights of the draws
    void post(Rows rows, Weights weights) {
        cells.forEach((cell, byDraw) -> {
            Estimate kept = estimate(byDraw, true, weights);
            Estimate stopped = estimate(byDraw, false, weights);
            double all = count(byDraw, weights, r -> true);
            double wins = count(byDraw, weights, r -> r.kept() > CLEAR);
            double loses = count(byDraw, weights, r -> r.kept() < -CLEAR);
            int members = byDraw.values().stream().mapToInt(List::size).sum();
            boolean some = byDraw.size() > 1;
            rows.add(
                    new FlipRow(
                            cell.comparison,
                            cell.family,
                            cell.kind,
                            members,
                            kept.mean(),
                            some ? kept.halfWidth(CONFIDENCE) : null,
                            stopped.mean(),
                            some ? stopped.halfWidth(CONFIDENCE) : null,
                            100.0 * wins / all,
                            100.0 * loses / all));
        });
    }

    /// Posts a row for each alternative: the members of the draws in which it stands there.
    void postStations(Rows rows, Weights weights) {
        cells.forEach((cell, byDraw) -> {
            if (!cell.kind.equals(Crossed.ANY)) {
                return;
            }
            stations.forEach((station, places) -> {
                var byPlace = new TreeMap<String, TreeMap<Integer, List<CrossedRow>>>();
                byDraw.forEach((draw, of) -> {
                    String place = places.get(draw);
                    if (place != null) {
                        byPlace.computeIfAbsent(place, k -> new TreeMap<>()).put(draw, of);
                    }
                });
                byPlace.forEach((place, of) -> {
                    Estimate kept = estimate(of, true, weights);
                    rows.add(
                            new StandRow(
                                    cell.comparison,
                                    cell.family,
                                    station,
                                    place,
                                    of.size(),
                                    100.0 * count(of, weights) / count(byDraw, weights),
                                    kept.mean(),
                                    of.size() > 1 ? kept.halfWidth(CONFIDENCE) : null));
                });
            });
        });
    }

    private static Estimate estimate(
            SortedMap<Integer, List<CrossedRow>> byDraw, boolean kept, Weights weights) {
        int[] draws = byDraw.keySet().stream().mapToInt(Integer::intValue).toArray();
        return weights.only(draws)
                .estimate(
                        byDraw.values().stream()
                                .mapToDouble(of ->
                                        of.stream()
                                                .mapToDouble(r -> kept ? r.kept() : r.stopped())
                                                .average()
                                                .orElse(0))
                                .toArray());
    }

    /// Number of some members, each counted by the weight of its draw.
    private static double count(
            SortedMap<Integer, List<CrossedRow>> byDraw,
            Weights weights,
            Predicate<CrossedRow> asked) {
        double sum = 0;
        for (var of : byDraw.entrySet()) {
            sum += weights.relative(of.getKey()) * of.getValue().stream().filter(asked).count();
        }
        return sum;
    }

    /// Number of some draws, each counted by its weight.
    private static double count(SortedMap<Integer, List<CrossedRow>> byDraw, Weights weights) {
        return byDraw.keySet().stream().mapToDouble(weights::relative).sum();
    }
}
