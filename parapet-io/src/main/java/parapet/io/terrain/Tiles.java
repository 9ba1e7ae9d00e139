package parapet.io.terrain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parapet.terrain.GridTerrain;

/// Tiles cut from one grid such as those of Copernicus and of SRTM, made to answer between their
/// outermost centres as the one grid would.
///
/// Each tile takes the cells around it from its neighbours, as copies, and ends at their centres on
/// the sides where it has any.
final class Tiles {
    private static final double SAME_STEP = 1e-6;
    private static final double ON_LATTICE = 1e-3;

    private Tiles() {}

    /// A tile on the lattice of its grid: its first row and column, counted from those of the first
    /// tile.
    private record Placed(GridTerrain grid, long row, long column) {
        long endRow() {
            return row + grid.layout().rows();
        }

        long endColumn() {
            return column + grid.layout().columns();
        }

        boolean holds(long r, long c) {
            return r >= row && r < endRow() && c >= column && c < endColumn();
        }

        double at(long r, long c) {
            return grid.cellHeightM((int) (r - row), (int) (c - column));
        }
    }

    private record Lattice(long rowStep, long columnStep, long rowPhase, long columnPhase) {}

    /// The same sheets in the same order, joined where they touch.
    static List<GridTerrain> joined(List<GridTerrain> sheets) {
        var groups = new HashMap<Lattice, List<Integer>>();
        for (int i = 0; i < sheets.size(); i++) {
            groups.computeIfAbsent(lattice(sheets.get(i).layout()), k -> new ArrayList<>()).add(i);
        }
        var joined = new ArrayList<>(sheets);
        for (List<Integer> group : groups.values()) {
            if (group.size() > 1) {
                join(sheets, group, joined);
            }
        }
        return joined;
    }

    private static Lattice lattice(GridTerrain.Layout at) {
        return new Lattice(
                step(at.rowStepDeg()),
                step(at.columnStepDeg()),
                phase((90 - at.northDeg()) / at.rowStepDeg()),
                phase((at.westDeg() + 180) / at.columnStepDeg()));
    }

    /// Equal for steps that differ by rounding only.
    private static long step(double degrees) {
        return Math.round(StrictMath.log(degrees) / SAME_STEP);
    }

    private static long phase(double cells) {
        double part = cells - Math.floor(cells);
        return Math.round(part / ON_LATTICE) % Math.round(1 / ON_LATTICE);
    }

    private static void join(List<GridTerrain> sheets, List<Integer> group, List<GridTerrain> to) {
        var placed = new ArrayList<Placed>();
        var byCorner = new HashMap<Long, List<Placed>>();
        GridTerrain.Layout first = sheets.get(group.getFirst()).layout();
        long tall = 1;
        long wide = 1;
        for (int i : group) {
            GridTerrain.Layout at = sheets.get(i).layout();
            tall = Math.max(tall, at.rows());
            wide = Math.max(wide, at.columns());
        }
        for (int i : group) {
            GridTerrain.Layout at = sheets.get(i).layout();
            var p =
                    new Placed(
                            sheets.get(i),
                            Math.round((first.northDeg() - at.northDeg()) / at.rowStepDeg()),
                            Math.round((at.westDeg() - first.westDeg()) / at.columnStepDeg()));
            placed.add(p);
            byCorner.computeIfAbsent(
                            bin(Math.floorDiv(p.row(), tall), Math.floorDiv(p.column(), wide)),
                            k -> new ArrayList<>())
                    .add(p);
        }
        for (int k = 0; k < placed.size(); k++) {
            to.set(
                    group.get(k),
                    withEdges(placed.get(k), near(placed.get(k), byCorner, tall, wide)));
        }
    }

    private static long bin(long row, long column) {
        return (row << 32) | (column & 0xffff_ffffL);
    }

    private static List<Placed> near(
            Placed p, Map<Long, List<Placed>> byCorner, long tall, long wide) {
        var near = new ArrayList<Placed>();
        for (long r = Math.floorDiv(p.row(), tall) - 1; r <= Math.floorDiv(p.endRow(), tall); r++) {
            for (long c = Math.floorDiv(p.column(), wide) - 1;
                    c <= Math.floorDiv(p.endColumn(), wide);
                    c++) {
                for (Placed other : byCorner.getOrDefault(bin(r, c), List.of())) {
                    if (other.row() != p.row() || other.column() != p.column()) {
                        near.add(other);
                    }
                }
            }
        }
        return near;
    }

    private static GridTerrain withEdges(Placed p, List<Placed> near) {
        GridTerrain.Layout at = p.grid().layout();
        int top = touches(near, p.row() - 1, p.column(), p.row() - 1, p.endColumn() - 1) ? 1 : 0;
        int bottom = touches(near, p.endRow(), p.column(), p.endRow(), p.endColumn() - 1) ? 1 : 0;
        int left = touches(near, p.row(), p.column() - 1, p.endRow() - 1, p.column() - 1) ? 1 : 0;
        int right = touches(near, p.row(), p.endColumn(), p.endRow() - 1, p.endColumn()) ? 1 : 0;
        if (top + bottom + left + right == 0) {
            return p.grid();
        }
        int rows = at.rows() + top + bottom;
        int columns = at.columns() + left + right;
        float[] heights = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                heights[r * columns + c] =
                        (float) height(p, near, p.row() - top + r, p.column() - left + c);
            }
        }
        var layout =
                new GridTerrain.Layout(
                        at.northDeg() + top * at.rowStepDeg(),
                        at.westDeg() - left * at.columnStepDeg(),
                        at.rowStepDeg(),
                        at.columnStepDeg(),
                        rows,
                        columns);
        return Sheet.grid(layout, heights)
                .endingAtCentres(top == 1, left == 1, bottom == 1, right == 1);
    }

    private static boolean touches(List<Placed> near, long r0, long c0, long r1, long c1) {
        return near.stream()
                .anyMatch(n ->
                        n.row() <= r1 && n.endRow() > r0 && n.column() <= c1 && n.endColumn() > c0);
    }

    /// A cell of the tile or of a neighbour; the nearest of its own where none has it.
    private static double height(Placed p, List<Placed> near, long r, long c) {
        if (p.holds(r, c)) {
            return p.at(r, c);
        }
        for (Placed n : near) {
            if (n.holds(r, c)) {
                return n.at(r, c);
            }
        }
        return p.at(
                Math.clamp(r, p.row(), p.endRow() - 1),
                Math.clamp(c, p.column(), p.endColumn() - 1));
    }
}
