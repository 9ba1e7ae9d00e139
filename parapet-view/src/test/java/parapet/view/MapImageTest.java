package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import parapet.view.map.Lattice;
import parapet.view.map.MapDrawing;
import parapet.view.map.MapImage;
import parapet.view.map.Png;
import parapet.view.map.Relief;

class MapImageTest {
    private static final int[] COLOURS = {0x00000000, 0xc8a6cfe8, 0xd03b8cc4, 0xe0084081};

    /// Cells of 0.5° by 0.25° from 20° to 30° north and 70° to 80° east, in a shuffled order.
    private static Lattice lattice() {
        double[] latitudes = new double[20 * 40];
        double[] longitudes = new double[20 * 40];
        for (int i = 0; i < latitudes.length; i++) {
            int shuffled = (i * 37) % latitudes.length;
            int row = shuffled / 40;
            latitudes[i] = 20.25 + 0.5 * row;
            longitudes[i] = 70.125 + 0.25 * (shuffled % 40);
        }
        return Lattice.of(latitudes, longitudes);
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void findsTheGridOfItsCells() {
        Lattice lattice = lattice();
        assertThat(lattice.rows()).isEqualTo(20);
        assertThat(lattice.columns()).isEqualTo(40);
        assertThat(lattice.latitudeStepDeg()).isCloseTo(0.5, within(1e-12));
        assertThat(lattice.longitudeStepDeg()).isCloseTo(0.25, within(1e-12));
        assertThat(lattice.topDeg()).isCloseTo(30, within(1e-9));
        assertThat(lattice.leftDeg()).isCloseTo(70, within(1e-9));
        assertThat(lattice.index(30.01, 75)).isEqualTo(-1);
        assertThat(lattice.index(25, 80.01)).isEqualTo(-1);
        assertThat(lattice.index(29.99, 70.01)).isZero();
        assertThat(lattice.index(20.01, 79.99)).isEqualTo(20 * 40 - 1);
    }

    @Test
    void stepsThatAreNotDecimalKeepTheirCells() {
        double[] latitudes = new double[241];
        for (int i = 0; i < latitudes.length; i++) {
            latitudes[i] = 18 + i / 12.0; // 5 arc-minutes
        }
        Lattice lattice = Lattice.of(latitudes, latitudes);
        assertThat(lattice.rows()).isEqualTo(241);
        for (int i = 0; i < latitudes.length; i++) {
            assertThat(lattice.row(latitudes[i])).isEqualTo(240 - i);
            assertThat(lattice.column(latitudes[i])).isEqualTo(i);
        }
    }

    /// Twenty places at random: the colour of the pixel that an independent reader of PNG finds at
    /// the share of width and height where the place lies is the colour of the class of its cell.
    @Test
    void thePixelOfAPlaceHasTheColourOfItsCell() throws IOException {
        Lattice lattice = lattice();
        MapImage image = new MapImage(lattice);
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 40; column++) {
                image.put(29.75 - 0.5 * row, 70.125 + 0.25 * column, (row * 7 + column) % 4);
            }
        }
        BufferedImage decoded = decode(image.png(COLOURS));
        assertThat(decoded.getWidth()).isEqualTo(40);
        assertThat(decoded.getHeight()).isEqualTo(20);
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            double latitude = 20 + 10 * random.nextDouble();
            double longitude = 70 + 10 * random.nextDouble();
            int x = (int) ((longitude - 70) / 10 * decoded.getWidth());
            int y = (int) ((30 - latitude) / 10 * decoded.getHeight());
            int row = (int) Math.floor((30 - latitude) / 0.5);
            int column = (int) Math.floor((longitude - 70) / 0.25);
            int of = (row * 7 + column) % 4;
            assertThat(image.at(latitude, longitude)).isEqualTo(of);
            assertThat(decoded.getRGB(x, y))
                    .as("pixel (%d, %d) of %.3f N %.3f E", x, y, latitude, longitude)
                    .isEqualTo(COLOURS[of]);
        }
    }

    @Test
    void theDrawingPutsPlacesWhereTheImageHasThem() {
        MapDrawing drawing = new MapDrawing(lattice(), List.of());
        double wide = drawing.x(80) - drawing.x(70);
        double high = drawing.y(20) - drawing.y(30);
        // true to scale in the middle: a degree north is 1 / cos 25° of a degree east
        assertThat(high / wide).isCloseTo(1 / Math.cos(Math.toRadians(25)), within(1e-9));
        assertThat((drawing.x(72.5) - drawing.x(70)) / wide).isCloseTo(0.25, within(1e-12));
        assertThat((drawing.y(27) - drawing.y(30)) / high).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void cellsAreAsLargeAsOnTheSphere() {
        double sum = 0;
        Lattice lattice = lattice();
        for (int row = 0; row < lattice.rows(); row++) {
            sum += lattice.areaKm2(row) * lattice.columns();
        }
        // R² Δλ (sin 30° − sin 20°), R = 6371 km
        double exact =
                6371.0
                        * 6371.0
                        * Math.toRadians(10)
                        * (Math.sin(Math.toRadians(30)) - Math.sin(Math.toRadians(20)));
        assertThat(sum / exact).isCloseTo(1, within(1e-5));
    }

    @Test
    void namesAndAreasAreWrittenSafely() {
        MapImage bound = new MapImage(lattice());
        bound.put(29.75, 70.125, 1);
        bound.put(29.75, 70.375, 1);
        MapDrawing drawing =
                new MapDrawing(
                        lattice(),
                        List.of(new MapDrawing.Place("<i>\"&", 25, 75, true, false, "</svg>")));
        assertThat(drawing.area(bound)).startsWith("M38 4h").hasSizeLessThan(40);
        assertThat(drawing.svg("a \"label\"", ""))
                .contains("&lt;i&gt;&quot;&amp;")
                .contains("aria-label=\"a &quot;label&quot;\"")
                .containsOnlyOnce("</svg>")
                .contains(">72° E<")
                .contains(">20° N<")
                .contains(" km<");
    }

    @Test
    void pngIsReadByAnother() throws IOException {
        int[] argb = new int[256];
        byte[] pixels = new byte[97 * 61];
        Random random = new Random(2);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | random.nextInt(1 << 24);
        }
        random.nextBytes(pixels);
        BufferedImage decoded = decode(Png.indexed(97, 61, pixels, argb));
        for (int i = 0; i < pixels.length; i++) {
            assertThat(decoded.getRGB(i % 97, i / 97)).isEqualTo(argb[pixels[i] & 0xff]);
        }
        assertThatThrownBy(() -> Png.indexed(2, 1, new byte[] {0, 3}, new int[] {1, 2, 3}))
                .hasMessage("The pixel (3) must be below the number of colours (3).");
        assertThatThrownBy(() -> Png.indexed(2, 2, new byte[3], argb))
                .hasMessageContaining("The pixels (3) must be columns (2) times rows (2)");
    }

    @Test
    void slopesToTheLightAreBrighterThanThoseAway() {
        Lattice lattice = lattice();
        double[] ground = new double[lattice.size()];
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 40; column++) {
                ground[row * 40 + column] =
                        column < 4 ? 0 : 2000 - 90 * Math.abs(column - 22) - 0.0 * row;
            }
        }
        ground[19 * 40 + 39] = Double.NaN;
        MapImage relief = Relief.of(lattice, ground);
        assertThat(relief.at(10, 1)).as("sea").isEqualTo(1);
        assertThat(relief.at(19, 39)).as("no cell").isZero();
        assertThat(relief.at(10, 15)).as("west").isGreaterThan(relief.at(10, 29));
        assertThat(Relief.light()).hasSameSizeAs(Relief.dark());
    }
}
