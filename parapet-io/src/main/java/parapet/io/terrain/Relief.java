package parapet.io.terrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import parapet.terrain.GridTerrain;

/// The heights of one file, judged and mended:
///
/// 1. in a sheet that holds depths of the sea, the sea is its surface, see [Depths];
/// 2. a height outside -430..8,850 m is no data, there is no such ground;
/// 3. a cell more than 1,500 m above (below) all its neighbours is a spike (a hole), and a line at
///    which the ground steps throughout is a seam: counted and said, not changed;
/// 4. a void of at most 1.5 km each way, or 3 cells (at the edge of the file only so many), is
///    filled from its edges: each cell is the mean of the nearest known ones to the north, south,
///    west and east, by weights 1/distance, so a plane stays one. Larger voids stay unknown.
final class Relief {
    static final double LOWEST_M = -430;
    static final double HIGHEST_M = 8850;
    static final double SPIKE_M = 1500;

    private static final double SMALL_M = 1500;
    private static final int SMALL_CELLS = 3;
    private static final double DEGREE_M = 111_195;
    private static final double SEAM_M = 20;
    private static final double SEAM_FACTOR = 4;
    private static final int LEAST_SEAM_CELLS = 20;

    private final GridTerrain.Layout layout;
    private final int rows;
    private final int columns;
    private final float[] z;
    private final List<String> found = new ArrayList<>();

    Relief(GridTerrain.Layout layout, float[] heightsM) {
        this.layout = layout;
        rows = layout.rows();
        columns = layout.columns();
        z = heightsM;
    }

    /// Mends the heights in place.
    ///
    /// @return what was found, as parts of sentences
    List<String> judge() {
        int sea = Depths.toSurface(layout, z);
        if (sea > 0) {
            say(
                    "%,d cells of sea are taken at its surface, 0 m: the file holds depths"
                            .formatted(sea));
        }
        limits();
        neighbours();
        seams();
        voids();
        return found;
    }

    private void say(String sentence) {
        found.add(sentence);
    }

    private void limits() {
        int beyond = 0;
        for (int i = 0; i < z.length; i++) {
            if (z[i] < LOWEST_M || z[i] > HIGHEST_M) {
                z[i] = Float.NaN;
                beyond++;
            }
        }
        if (beyond > 0) {
            say("%,d heights outside -430 to 8,850 m are taken as no data".formatted(beyond));
        }
    }

    /// Spikes and holes.
    private void neighbours() {
        int spikes = 0;
        int holes = 0;
        int first = -1;
        for (int i = 0; i < z.length; i++) {
            int column = i % columns;
            float beside = column > 0 ? z[i - 1] : z[i + 1];
            if (Float.isNaN(z[i]) || Math.abs(z[i] - beside) <= SPIKE_M) {
                continue; // most cells; an unknown one beside it goes on
            }
            int sign = extreme(i / columns, column);
            if (sign != 0) {
                first = first < 0 ? i : first;
                spikes += sign > 0 ? 1 : 0;
                holes += sign < 0 ? 1 : 0;
            }
        }
        if (spikes + holes > 0) {
            say(
                    "%,d spikes and %,d holes of more than 1,500 m against all neighbours, the first at %.4f, %.4f; look at them"
                            .formatted(
                                    spikes,
                                    holes,
                                    latitude(first / columns),
                                    longitude(first % columns)));
        }
    }

    /// 1 for a spike, -1 for a hole, 0 for neither.
    private int extreme(int row, int column) {
        float here = z[row * columns + column];
        int above = 0;
        int below = 0;
        int known = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                float other = z[r * columns + c];
                if ((r == row && c == column) || Float.isNaN(other)) {
                    continue;
                }
                known++;
                above += here - other > SPIKE_M ? 1 : 0;
                below += other - here > SPIKE_M ? 1 : 0;
            }
        }
        return known == 0 ? 0 : above == known ? 1 : below == known ? -1 : 0;
    }

    private void seams() {
        int across = seams(rows, columns, columns, 1);
        int down = seams(columns, rows, 1, columns);
        if (across + down > 0) {
            say(
                    "%d seams, lines at which the ground steps by more than 20 m on average and four times as much as beside them; look whether parts were joined wrongly"
                            .formatted(across + down));
        }
    }

    /// Lines between neighbouring rows (or columns) at which the mean step stands out.
    private int seams(int lines, int length, int lineStep, int cellStep) {
        if (length < LEAST_SEAM_CELLS || lines < 4) {
            return 0;
        }
        int seams = 0;
        double[] step = new double[lines - 1];
        for (int line = 0; line + 1 < lines; line++) {
            double sum = 0;
            int n = 0;
            for (int k = 0; k < length; k++) {
                int i = line * lineStep + k * cellStep;
                float rise = Math.abs(z[i + lineStep] - z[i]);
                if (!Float.isNaN(rise)) {
                    sum += rise;
                    n++;
                }
            }
            step[line] = n >= LEAST_SEAM_CELLS ? sum / n : Double.NaN;
        }
        for (int line = 1; line + 2 < lines; line++) {
            double beside = Math.max(step[line - 1], step[line + 1]);
            if (step[line] > SEAM_M && step[line] > SEAM_FACTOR * beside) {
                seams++;
            }
        }
        return seams;
    }

    private void voids() {
        var seen = new BitSet();
        int[] cells = new int[64];
        int filled = 0;
        int fills = 0;
        long left = 0;
        int large = 0;
        for (int start = 0; start < z.length; start++) {
            if (!Float.isNaN(z[start]) || seen.get(start)) {
                continue;
            }
            seen.set(start);
            cells[0] = start;
            int n = 1;
            int[] box = {rows, -1, columns, -1};
            for (int k = 0; k < n; k++) {
                cells = n + 8 > cells.length ? Arrays.copyOf(cells, 2 * cells.length) : cells;
                n = spread(cells[k], cells, n, seen, box);
            }
            int most = isSmall(box) ? fill(cells, n) : 0;
            filled += most;
            fills += most > 0 ? 1 : 0;
            left += n - most;
            large += most < n ? 1 : 0;
        }
        if (filled > 0) {
            say(
                    "%,d cells in %,d voids of at most 1.5 km or 3 cells are filled from their edges"
                            .formatted(filled, fills));
        }
        if (left > 0) {
            say(
                    "%,d cells in %,d larger voids stay unknown (%.1f %% of the file); data that fill them may be named after this file"
                            .formatted(left, large, 100.0 * left / z.length));
        }
    }

    /// Adds the unknown neighbours of a cell.
    private int spread(int cell, int[] cells, int n, BitSet seen, int[] box) {
        int row = cell / columns;
        int column = cell % columns;
        box[0] = Math.min(box[0], row);
        box[1] = Math.max(box[1], row);
        box[2] = Math.min(box[2], column);
        box[3] = Math.max(box[3], column);
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                int i = r * columns + c;
                if (Float.isNaN(z[i]) && !seen.get(i)) {
                    seen.set(i);
                    cells[n++] = i;
                }
            }
        }
        return n;
    }

    private boolean isSmall(int[] box) {
        int high = box[1] - box[0] + 1;
        int wide = box[3] - box[2] + 1;
        double north = layout.rowStepDeg() * DEGREE_M;
        double east =
                layout.columnStepDeg()
                        * DEGREE_M
                        * Math.abs(StrictMath.cos(Math.toRadians(latitude(box[0]))));
        boolean few = high <= SMALL_CELLS && wide <= SMALL_CELLS;
        boolean atEdge = box[0] == 0 || box[1] == rows - 1 || box[2] == 0 || box[3] == columns - 1;
        if (atEdge && !few) {
            return false; // it may go on in the next sheet
        }
        return (high <= SMALL_CELLS || high * north <= SMALL_M)
                && (wide <= SMALL_CELLS || wide * east <= SMALL_M);
    }

    private int fill(int[] cells, int n) {
        float[] values = new float[n];
        int filled = 0;
        for (int k = 0; k < n; k++) {
            values[k] = between(cells[k]);
            filled += Float.isNaN(values[k]) ? 0 : 1;
        }
        for (int k = 0; k < n; k++) {
            z[cells[k]] = values[k];
        }
        return filled;
    }

    private float between(int cell) {
        int row = cell / columns;
        int column = cell % columns;
        double sum = 0;
        double weights = 0;
        for (int way = 0; way < 4; way++) {
            int step = way < 2 ? columns : 1;
            boolean forward = way % 2 == 0;
            int room =
                    way < 2
                            ? (forward ? rows - 1 - row : row)
                            : (forward ? columns - 1 - column : column);
            for (int d = 1; d <= room; d++) {
                float other = z[forward ? cell + d * step : cell - d * step];
                if (!Float.isNaN(other)) {
                    sum += other / (double) d;
                    weights += 1.0 / d;
                    break;
                }
            }
        }
        return weights == 0 ? Float.NaN : (float) (sum / weights);
    }

    private double latitude(int row) {
        return layout.northDeg() - row * layout.rowStepDeg();
    }

    private double longitude(int column) {
        return layout.westDeg() + column * layout.columnStepDeg();
    }
}
