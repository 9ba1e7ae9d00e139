package parapet.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parapet.geo.GeoPoint;

/// Floors over real relief beside the truth, and beside `gdal_viewshed` where it is installed.
///
/// `-Dparapet.himalaya=FILE.bil` names SRTM30 as ENVI int16, 1875 x 877 cells, with its header
/// beside it. Without it there is no test, rather than a skipped one. `bench/sky-floor` runs it and
/// shows the tables of docs/models/coverage.md from `target/sky-floor.txt`.
class RealReliefTest {
    private static final double RADIUS_M = 6_371_000 * 4.0 / 3;
    private static final int ROWS = 877;
    private static final int COLUMNS = 1875;
    private static final double CELL_DEG = 8.3333337680e-03;
    private static final double FINE_DEG = 30.0 / 3600;
    private static final GeoPoint SILIGURI = GeoPoint.ofDegrees(26.70, 88.43);
    private static final GeoPoint MOUNTAINS = GeoPoint.ofDegrees(29.5, 80.2);
    private static final double GRID_M = 900;
    private static final int TARGETS = 2000;
    private static final Path MEASURED = Path.of("target", "sky-floor.txt");

    private record Sheet(GridTerrain terrain, Relief relief, double cellDeg) {
        static Sheet read(Path file) throws IOException {
            var layout =
                    new GridTerrain.Layout(
                            31.54166362 - CELL_DEG / 2,
                            78.31668014 + CELL_DEG / 2,
                            CELL_DEG,
                            CELL_DEG,
                            ROWS,
                            COLUMNS);
            short[] metres = new short[ROWS * COLUMNS];
            ByteBuffer.wrap(Files.readAllBytes(file))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(metres);
            float[] heights = new float[metres.length];
            for (int i = 0; i < metres.length; i++) {
                heights[i] = metres[i];
            }
            return new Sheet(
                    GridTerrain.ofWholeMetres(layout, metres, Short.MIN_VALUE),
                    new Relief(layout, heights),
                    CELL_DEG);
        }

        Marched truth() {
            return new Marched(relief::at, cellDeg);
        }
    }

    @TestFactory
    Stream<DynamicTest> realRelief() throws IOException {
        String file = System.getProperty("parapet.himalaya", "");
        if (file.isEmpty()) {
            return Stream.empty();
        }
        var sheet = Sheet.read(Path.of(file));
        var madeUp = new Relief(new GridTerrain.Layout(31, 76, FINE_DEG, FINE_DEG, 481, 481), 7);
        return Stream.of(
                DynamicTest.dynamicTest(
                        "made up",
                        () ->
                                floor(
                                        new Sheet(madeUp.terrain(), madeUp, FINE_DEG),
                                        GeoPoint.ofDegrees(28.9, 78.1),
                                        220e3,
                                        0.95)),
                DynamicTest.dynamicTest("siliguri 250", () -> floor(sheet, SILIGURI, 250e3, 0.88)),
                DynamicTest.dynamicTest("siliguri 540", () -> floor(sheet, SILIGURI, 540e3, 0.82)),
                DynamicTest.dynamicTest("mountains", () -> floor(sheet, MOUNTAINS, 250e3, 0.75)),
                DynamicTest.dynamicTest("gdal 250", () -> peer(sheet, Path.of(file), 250e3)),
                DynamicTest.dynamicTest("gdal 540", () -> peer(sheet, Path.of(file), 540e3)));
    }

    private static void floor(Sheet sheet, GeoPoint site, double reachM, double within10M)
            throws IOException {
        double[] seconds = new double[5];
        SkyFloor floor = SkyFloor.around(sheet.terrain, site, 30, RADIUS_M, reachM);
        for (int i = 0; i < seconds.length; i++) {
            long began = cpuNanos();
            floor = SkyFloor.around(sheet.terrain, site, 30, RADIUS_M, reachM);
            seconds[i] = (cpuNanos() - began) / 1e9;
        }
        Arrays.sort(seconds);
        var e = Marched.Errors.of(sheet.truth(), floor, 3000, 3);
        show(
                String.format(
                        Locale.ROOT,
                        "floor  %.2f N %.2f E  %3.0f km | bias %.1f | rms %.1f | median %.1f | 95 %% %.1f | worst %.0f | within 10 m %.1f %% | CPU s %.2f",
                        site.latitudeDeg(),
                        site.longitudeDeg(),
                        reachM / 1e3,
                        e.biasM(),
                        e.rmseM(),
                        e.medianM(),
                        e.p95M(),
                        e.mostM(),
                        100 * e.within10M(),
                        seconds[2]));
        assertThat(e.within10M()).as("%s", e).isGreaterThan(within10M);
        assertThat(e.rmseM()).as("%s", e).isLessThan(35);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// Lowest heights at the centres of cells of an azimuthal equidistant grid around the site,
    /// from `gdal_viewshed`, from the floor, and in truth.
    private static void peer(Sheet sheet, Path file, double reachM) throws Exception {
        if (!installed()) {
            show("gdal_viewshed is not installed");
            return;
        }
        Path folder = Files.createTempDirectory("viewshed");
        long half = (long) Math.ceil(reachM / GRID_M) * (long) GRID_M;
        String edge = Long.toString(half);
        String plane =
                "+proj=aeqd +lat_0=%s +lon_0=%s +datum=WGS84 +units=m"
                        .formatted(SILIGURI.latitudeDeg(), SILIGURI.longitudeDeg());
        Path dem = folder.resolve("dem.tif");
        Path out = folder.resolve("viewshed.tif");
        command(
                "",
                "gdalwarp -q -r bilinear -ot Float32 -tr 900 900 -wo INIT_DEST=0 -te -%1$s -%1$s %1$s %1$s -t_srs"
                        .formatted(edge),
                plane,
                file.toAbsolutePath().toString(),
                dem.toString());
        command(
                "",
                "gdal_viewshed -q -oz 30 -tz 0 -md 0 -cc 0.75 -om GROUND -ox 0 -oy 0",
                dem.toString(),
                out.toString());
        var random = new SplittableRandom(9);
        double[] x = new double[TARGETS];
        double[] y = new double[TARGETS];
        var points = new StringBuilder();
        for (int i = 0; i < TARGETS; i++) {
            double distance = (reachM - GRID_M) * Math.sqrt(random.nextDouble(0.001, 1));
            double azimuth = random.nextDouble(2 * Math.PI);
            x[i] = (Math.floor(distance * Math.sin(azimuth) / GRID_M) + 0.5) * GRID_M;
            y[i] = (Math.floor(distance * Math.cos(azimuth) / GRID_M) + 0.5) * GRID_M;
            points.append("%s %s%n".formatted(x[i], y[i]));
        }
        String[] grounds =
                command(points.toString(), "gdallocationinfo -valonly -geoloc", dem.toString())
                        .split("\n");
        String[] above =
                command(points.toString(), "gdallocationinfo -valonly -geoloc", out.toString())
                        .split("\n");
        var floor = SkyFloor.around(sheet.terrain, SILIGURI, 30, RADIUS_M, reachM);
        double[] theirs = new double[TARGETS];
        double[] ours = new double[TARGETS];
        for (int i = 0; i < TARGETS; i++) {
            double azimuth = Math.atan2(x[i], y[i]);
            double distance = Math.hypot(x[i], y[i]);
            double truth =
                    sheet.truth()
                            .lowestHeightM(
                                    SILIGURI, 30, RADIUS_M, Math.toDegrees(azimuth), distance);
            theirs[i] =
                    Double.parseDouble(grounds[i].strip())
                            + Double.parseDouble(above[i].strip())
                            - truth;
            ours[i] = floor.lowestHeightM(azimuth, distance) - truth;
        }
        double them = spread("gdal_viewshed", reachM, theirs);
        double us = spread("Parapet      ", reachM, ours);
        assertThat(us).as("root mean square beside %s", them).isLessThan(them / 5);
    }

    private static double spread(String who, double reachM, double[] errors) throws IOException {
        double[] sizes = Arrays.stream(errors).map(Math::abs).sorted().toArray();
        double rms = Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElse(0));
        show(
                String.format(
                        Locale.ROOT,
                        "peer   %s %3.0f km | rms %.1f | median %.1f | 95 %% %.0f | within 10 m %.0f %%",
                        who,
                        reachM / 1e3,
                        rms,
                        sizes[sizes.length / 2],
                        sizes[sizes.length * 95 / 100],
                        100.0 * Arrays.stream(sizes).filter(e -> e <= 10).count() / sizes.length));
        return rms;
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("gdal_viewshed", "--version").start().waitFor() >= 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Runs a program on some input; the first text holds the program and its plain arguments.
    private static String command(String input, String plain, String... more) throws Exception {
        Process process =
                new ProcessBuilder(
                                Stream.concat(Arrays.stream(plain.split(" ")), Arrays.stream(more))
                                        .toList())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var writer =
                Thread.ofVirtual()
                        .start(() -> {
                            try (var in = process.getOutputStream()) {
                                in.write(input.getBytes(StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                process.destroy();
                            }
                        });
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        writer.join();
        assertThat(process.waitFor()).as("%s", plain).isZero();
        return said;
    }

    /// Adds a line to what is measured.
    private static void show(String line) throws IOException {
        Files.writeString(
                MEASURED, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
