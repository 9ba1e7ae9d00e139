package parapet.terrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parapet.geo.GeoPoint;

/// Several sheets as one terrain: at every point the first that has data answers, so the finest
/// stands first. Where sheets cover a point and none has data the ground is unknown; where none
/// covers it, the terrain behind them answers.
///
/// Sheets are found by bins of a quarter degree, so that a thousand small ones cost a question what
/// one large one does. Nothing is blended: where a sheet ends the height may jump to that of the
/// next. Immutable, for any thread.
public final class Mosaic implements Terrain {
    private static final int BINS_PER_DEG = 4;
    private static final int ROWS = 180 * BINS_PER_DEG;
    private static final int COLUMNS = 360 * BINS_PER_DEG;
    private static final double BINS_PER_RAD = BINS_PER_DEG * 180 / Math.PI;
    private static final double SLACK = 1e-6;

    private final Terrain behind;
    private final int[][] listOfBin = new int[ROWS][];
    private final List<GridTerrain[]> lists =
            new ArrayList<>(List.<GridTerrain[]>of(new GridTerrain[0]));

    /// @param sheets the one that counts most first
    /// @param behind what answers where no sheet lies
    public Mosaic(List<GridTerrain> sheets, Terrain behind) {
        this.behind = behind;
        var longer = new HashMap<Long, Integer>(); // (list, sheet) to the list with that sheet
        for (int s = 0; s < sheets.size(); s++) {
            add(sheets.get(s), s, longer);
        }
    }

    private void add(GridTerrain sheet, int number, Map<Long, Integer> longer) {
        GridTerrain.Layout at = sheet.layout();
        double north = at.northDeg() + at.rowStepDeg() / 2;
        double south = at.northDeg() - (at.rows() - 0.5) * at.rowStepDeg();
        double west = at.westDeg() - at.columnStepDeg() / 2;
        double east = at.westDeg() + (at.columns() - 0.5) * at.columnStepDeg();
        int top = Math.clamp((long) Math.floor((90 - north) * BINS_PER_DEG - SLACK), 0, ROWS - 1);
        int bottom =
                Math.clamp((long) Math.floor((90 - south) * BINS_PER_DEG + SLACK), 0, ROWS - 1);
        int left = (int) Math.floor((west + 180) * BINS_PER_DEG - SLACK);
        int right = (int) Math.floor((east + 180) * BINS_PER_DEG + SLACK);
        right = Math.min(right, left + COLUMNS - 1);
        for (int row = top; row <= bottom; row++) {
            if (listOfBin[row] == null) {
                listOfBin[row] = new int[COLUMNS];
            }
            for (int column = left; column <= right; column++) {
                int bin = Math.floorMod(column, COLUMNS);
                int before = listOfBin[row][bin];
                long key = ((long) before << 32) | number;
                listOfBin[row][bin] = longer.computeIfAbsent(key, k -> longer(before, sheet));
            }
        }
    }

    private int longer(int list, GridTerrain sheet) {
        GridTerrain[] before = lists.get(list);
        GridTerrain[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = sheet;
        lists.add(after);
        return lists.size() - 1;
    }

    private GridTerrain[] near(double latitudeRad, double longitudeRad) {
        int row = (int) ((Math.PI / 2 - latitudeRad) * BINS_PER_RAD);
        int[] bins = listOfBin[Math.clamp(row, 0, ROWS - 1)];
        if (bins == null) {
            return lists.getFirst();
        }
        int column = (int) Math.floor((longitudeRad + Math.PI) * BINS_PER_RAD);
        return lists.get(bins[Math.floorMod(column, COLUMNS)]);
    }

    @Override
    public double heightM(GeoPoint point) {
        double z = knownHeightM(point.latitudeRad(), point.longitudeRad());
        return Double.isNaN(z) ? 0 : z;
    }

    @Override
    public double spacingRad(GeoPoint point) {
        boolean covered = false;
        for (GridTerrain sheet : near(point.latitudeRad(), point.longitudeRad())) {
            double spacing = sheet.spacingRad(point);
            if (spacing < Double.POSITIVE_INFINITY) {
                return spacing;
            }
            covered |= sheet.isUnknown(point.latitudeRad(), point.longitudeRad());
        }
        return covered ? Double.POSITIVE_INFINITY : behind.spacingRad(point);
    }

    @Override
    public double knownHeightM(double latitudeRad, double longitudeRad) {
        boolean covered = false;
        for (GridTerrain sheet : near(latitudeRad, longitudeRad)) {
            double z = sheet.knownHeightM(latitudeRad, longitudeRad);
            if (!Double.isNaN(z)) {
                return z;
            }
            covered |= sheet.isUnknown(latitudeRad, longitudeRad);
        }
        return covered ? Double.NaN : behind.knownHeightM(latitudeRad, longitudeRad);
    }

    @Override
    public boolean isUnknown(double latitudeRad, double longitudeRad) {
        boolean covered = false;
        for (GridTerrain sheet : near(latitudeRad, longitudeRad)) {
            if (!Double.isNaN(sheet.knownHeightM(latitudeRad, longitudeRad))) {
                return false;
            }
            covered |= sheet.isUnknown(latitudeRad, longitudeRad);
        }
        return covered || behind.isUnknown(latitudeRad, longitudeRad);
    }
}
