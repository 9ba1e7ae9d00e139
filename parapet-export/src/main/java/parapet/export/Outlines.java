package parapet.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Outlines of a set of cells: polygons with holes, whose sides are sides of cells.
///
/// Cells that share a side belong to one polygon; those that share a corner only do not. A ring
/// touches itself nowhere and others at corners only, so the polygons are valid simple features
/// [OGC06103, 6.1]. Outer rings run counterclockwise seen with north up, holes clockwise; the first
/// corner is repeated at the end.
///
/// Cost: one step for each side between the set and the rest.
final class Outlines {
    // directions: west to east, south to north, east to west, north to south; left is one more
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, -1, 0, 1};

    private final boolean[] in;
    private final int rows;
    private final int columns;
    private final int[] label;

    /// Sides not yet walked, by their first corner: bits of directions.
    private final Map<Integer, Integer> sides = new LinkedHashMap<>();

    /// A polygon: its outer ring and its holes, each a list of corners `{column, row}` counted from
    /// the north-western corner of the grid.
    record Polygon(List<int[]> outer, List<List<int[]>> holes) {}

    private Outlines(boolean[] in, int rows, int columns) {
        this.in = in;
        this.rows = rows;
        this.columns = columns;
        label = new int[in.length];
    }

    /// The outlines of the cells that are in, `in[row * columns + column]`.
    static List<Polygon> of(boolean[] in, int rows, int columns) {
        return new Outlines(in, rows, columns).trace();
    }

    private boolean has(int row, int column) {
        return row >= 0
                && row < rows
                && column >= 0
                && column < columns
                && in[row * columns + column];
    }

    private List<Polygon> trace() {
        int labels = labels();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (has(row, column)) {
                    sidesOf(row, column);
                }
            }
        }
        List<List<List<int[]>>> outers = new ArrayList<>();
        List<List<List<int[]>>> holes = new ArrayList<>();
        for (int i = 0; i < labels; i++) {
            outers.add(new ArrayList<>());
            holes.add(new ArrayList<>());
        }
        while (!sides.isEmpty()) {
            for (List<int[]> ring : simple(walk(sides.keySet().iterator().next()))) {
                int of = labelAt(ring) - 1;
                (doubleArea(ring) > 0 ? outers : holes).get(of).add(straight(ring));
            }
        }
        var polygons = new ArrayList<Polygon>();
        for (int i = 0; i < labels; i++) {
            polygons.add(new Polygon(outers.get(i).getFirst(), holes.get(i)));
        }
        return polygons;
    }

    /// Numbers the sets of cells that hang together by sides, from 1.
    private int labels() {
        int labels = 0;
        var open = new ArrayDeque<Integer>();
        for (int start = 0; start < in.length; start++) {
            if (!in[start] || label[start] > 0) {
                continue;
            }
            label[start] = ++labels;
            open.add(start);
            while (!open.isEmpty()) {
                int cell = open.remove();
                for (int d = 0; d < DX.length; d++) {
                    int row = cell / columns + DY[d];
                    int column = cell % columns + DX[d];
                    int next = row * columns + column;
                    if (has(row, column) && label[next] == 0) {
                        label[next] = labels;
                        open.add(next);
                    }
                }
            }
        }
        return labels;
    }

    /// Sides towards cells that are not in, with the cell on the left.
    private void sidesOf(int row, int column) {
        if (!has(row + 1, column)) {
            side(column, row + 1, 0);
        }
        if (!has(row, column + 1)) {
            side(column + 1, row + 1, 1);
        }
        if (!has(row - 1, column)) {
            side(column + 1, row, 2);
        }
        if (!has(row, column - 1)) {
            side(column, row, 3);
        }
    }

    private int corner(int x, int y) {
        return y * (columns + 1) + x;
    }

    private void side(int x, int y, int direction) {
        sides.merge(corner(x, y), 1 << direction, (a, b) -> a | b);
    }

    /// Walks sides from a corner, at a fork to the left, back to the first; corners without the
    /// last.
    private List<int[]> walk(int start) {
        var way = new ArrayList<int[]>();
        int at = start;
        int direction = Integer.numberOfTrailingZeros(sides.getOrDefault(at, 0));
        do {
            int open = sides.getOrDefault(at, 0) & ~(1 << direction);
            if (open == 0) {
                sides.remove(at);
            } else {
                sides.put(at, open);
            }
            int x = at % (columns + 1);
            int y = at / (columns + 1);
            way.add(new int[] {x, y});
            at = corner(x + DX[direction], y + DY[direction]);
            direction = next(sides.getOrDefault(at, 0), direction);
        } while (direction >= 0);
        return way;
    }

    /// The direction to go on in: left, straight, right; -1 when the way is closed.
    private static int next(int open, int direction) {
        for (int turn : new int[] {1, 0, 3}) {
            int to = (direction + turn) % 4;
            if ((open >> to & 1) == 1) {
                return to;
            }
        }
        return -1;
    }

    /// Cuts a closed way where it meets itself.
    private List<List<int[]>> simple(List<int[]> way) {
        List<List<int[]>> rings = new ArrayList<>();
        var current = new ArrayList<int[]>();
        var place = new HashMap<Integer, Integer>();
        for (int[] corner : way) {
            int key = corner(corner[0], corner[1]);
            Integer before = place.get(key);
            if (before != null) {
                List<int[]> loop = current.subList(before, current.size());
                rings.add(new ArrayList<>(loop));
                loop.forEach(c -> place.remove(corner(c[0], c[1])));
                loop.clear();
            }
            place.put(key, current.size());
            current.add(corner);
        }
        rings.add(current);
        return rings;
    }

    private int labelAt(List<int[]> ring) {
        int[] a = ring.get(0);
        int[] b = ring.get(1);
        // the cell to the left of the first side
        int row = b[0] > a[0] ? a[1] - 1 : b[0] < a[0] ? a[1] : Math.min(a[1], b[1]);
        int column = b[1] < a[1] ? a[0] - 1 : b[1] > a[1] ? a[0] : Math.min(a[0], b[0]);
        return label[row * columns + column];
    }

    private static long doubleArea(List<int[]> ring) {
        long sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            int[] a = ring.get(i);
            int[] b = ring.get((i + 1) % ring.size());
            sum += (long) b[0] * a[1] - (long) a[0] * b[1]; // rows go south
        }
        return sum;
    }

    /// Without corners on straight lines, closed.
    private static List<int[]> straight(List<int[]> ring) {
        var kept = new ArrayList<int[]>();
        int n = ring.size();
        for (int i = 0; i < n; i++) {
            int[] before = ring.get((i + n - 1) % n);
            int[] at = ring.get(i);
            int[] after = ring.get((i + 1) % n);
            boolean straightOn =
                    (before[0] == at[0] && at[0] == after[0])
                            || (before[1] == at[1] && at[1] == after[1]);
            if (!straightOn) {
                kept.add(at);
            }
        }
        kept.add(kept.getFirst());
        return kept;
    }
}
