package parapet.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutlinesTest {
    private static boolean[] cells(String... rows) {
        boolean[] in = new boolean[rows.length * rows[0].length()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[0].length(); c++) {
                in[r * rows[0].length() + c] = rows[r].charAt(c) == '#';
            }
        }
        return in;
    }

    private static List<Outlines.Polygon> of(String... rows) {
        return Outlines.of(cells(rows), rows.length, rows[0].length());
    }

    private static String words(List<int[]> ring) {
        var words = new StringBuilder();
        ring.forEach(c -> words.append(c[0]).append(' ').append(c[1]).append(", "));
        return words.toString();
    }

    @Test
    void aRectangleHasFourCorners() {
        List<Outlines.Polygon> found = of("....", ".##.", "....");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().outer()).hasSize(5);
        assertThat(found.getFirst().holes()).isEmpty();
        assertThat(area(found.getFirst().outer())).isEqualTo(2);
    }

    @Test
    void aHoleIsAHoleAndAnIslandInItIsAnother() {
        List<Outlines.Polygon> found = of("#####", "#...#", "#.#.#", "#...#", "#####");
        assertThat(found).hasSize(2);
        assertThat(found.get(0).holes()).hasSize(1);
        assertThat(area(found.get(0).holes().getFirst())).isEqualTo(-9);
        assertThat(found.get(1).holes()).isEmpty();
    }

    @Test
    void cellsThatShareACornerAreTwoPolygons() {
        assertThat(of("#.", ".#")).hasSize(2);
        assertThat(of(".#", "#.")).hasSize(2);
    }

    @Test
    void aPocketThatOpensAtACornerOnlyIsAHole() {
        List<Outlines.Polygon> found = of("###", "#.#", "##.");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().holes()).as(words(found.getFirst().outer())).hasSize(1);
        assertThat(area(found.getFirst().holes().getFirst())).isEqualTo(-1);
    }

    /// Random sets: areas, rings that touch themselves nowhere, and every cell on the right side,
    /// by counting crossings of a ray. Seeds 1 to 200.
    @Test
    void randomSetsComeBack() {
        for (int seed = 1; seed <= 200; seed++) {
            var random = new SplittableRandom(seed);
            int rows = 1 + random.nextInt(12);
            int columns = 1 + random.nextInt(12);
            boolean[] in = new boolean[rows * columns];
            int count = 0;
            for (int i = 0; i < in.length; i++) {
                in[i] = random.nextInt(10) < 6;
                count += in[i] ? 1 : 0;
            }
            List<Outlines.Polygon> found = Outlines.of(in, rows, columns);
            long area = 0;
            var rings = new ArrayList<List<int[]>>();
            for (Outlines.Polygon p : found) {
                assertThat(area(p.outer())).as("seed %d", seed).isPositive();
                rings.add(p.outer());
                p.holes().forEach(h -> assertThat(area(h)).isNegative());
                rings.addAll(p.holes());
            }
            for (List<int[]> ring : rings) {
                area += area(ring);
                var corners = new HashSet<String>();
                ring.subList(1, ring.size()).forEach(c -> corners.add(c[0] + " " + c[1]));
                assertThat(corners).as("seed %d", seed).hasSize(ring.size() - 1);
            }
            assertThat(area).as("seed %d", seed).isEqualTo(count);
            for (int i = 0; i < in.length; i++) {
                assertThat(inside(rings, i % columns + 0.5, Math.floorDiv(i, columns) + 0.5))
                        .as("seed %d, cell %d", seed, i)
                        .isEqualTo(in[i]);
            }
        }
    }

    private static long area(List<int[]> ring) {
        long twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            twice += (long) ring.get(i + 1)[0] * ring.get(i)[1];
            twice -= (long) ring.get(i)[0] * ring.get(i + 1)[1];
        }
        return twice / 2;
    }

    private static boolean inside(List<List<int[]>> rings, double x, double y) {
        int crossings = 0;
        for (List<int[]> ring : rings) {
            for (int i = 0; i + 1 < ring.size(); i++) {
                int[] a = ring.get(i);
                int[] b = ring.get(i + 1);
                boolean spans = Math.min(a[1], b[1]) < y && y < Math.max(a[1], b[1]);
                crossings += spans && a[0] > x ? 1 : 0;
            }
        }
        return crossings % 2 == 1;
    }
}
