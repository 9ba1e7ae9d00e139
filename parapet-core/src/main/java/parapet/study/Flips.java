package parapet.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import parapet.stats.Estimate;
import parapet.study.rows.CrossedRow;
import parapet.study.rows.FlipRow;
import parapet.study.rows.StandRow;
import parapet.study.rows.StationRow;
import parapet.tables.Rows;

/// Sums the crossed design up: mean differences by comparison, family and kind of place, with
/// errors over draws, since the members of one draw share its inputs.
final class Flips {
    private static final double CONFIDENCE = 0.95;

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
    void post(Rows rows) {
        cells.forEach((cell, byDraw) -> {
            Estimate kept = estimate(byDraw, true);
            Estimate stopped = estimate(byDraw, false);
            long wins = count(byDraw, 1);
            long loses = count(byDraw, -1);
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
                            100.0 * wins / members,
                            100.0 * loses / members));
        });
    }

    /// Posts a row for each alternative: the members of the draws in which it stands there.
    void postStations(Rows rows) {
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
                    Estimate kept = estimate(of, true);
                    rows.add(
                            new StandRow(
                                    cell.comparison,
                                    cell.family,
                                    station,
                                    place,
                                    of.size(),
                                    100.0 * of.size() / byDraw.size(),
                                    kept.mean(),
                                    of.size() > 1 ? kept.halfWidth(CONFIDENCE) : null));
                });
            });
        });
    }

    private static Estimate estimate(SortedMap<Integer, List<CrossedRow>> byDraw, boolean kept) {
        return Estimate.of(
                byDraw.values().stream()
                        .mapToDouble(of ->
                                of.stream()
                                        .mapToDouble(r -> kept ? r.kept() : r.stopped())
                                        .average()
                                        .orElse(0))
                        .toArray());
    }

    private static long count(SortedMap<Integer, List<CrossedRow>> byDraw, int sign) {
        return byDraw.values().stream()
                .flatMap(List::stream)
                .filter(r -> Math.signum(r.kept()) == sign && Math.abs(r.kept()) > 1e-9)
                .count();
    }
}
