package parapet.io.terrain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parapet.io.results.RunException;
import parapet.scenario.Sky;
import parapet.terrain.FlatTerrain;
import parapet.terrain.GridTerrain;
import parapet.terrain.Mosaic;
import parapet.terrain.Terrain;

/// Terrain from files.
///
/// | file | read as |
/// |---|---|
/// | `N28E077.hgt` | SRTM, 1 or 3 arc-seconds |
/// | any with a header beside it, `x.hdr` or `x.tif.hdr`, that begins with `ENVI` | ENVI raw |
/// | `.tif`, `.tiff` | GeoTIFF |
///
/// A file is read whole; its heights must fit into an eighth of the memory of the program.
public final class Terrains {
    private Terrains() {}

    /// The terrain of some files, the finest first, and below them the one that Parapet carries.
    ///
    /// @param folder where the names start
    /// @param names files, relative to the folder
    /// @throws RunException if a file cannot be read or is of another form
    public static Terrain load(Path folder, List<String> names) {
        var sheets = new ArrayList<GridTerrain>();
        for (String name : names) {
            sheets.add(read(folder.resolve(name)));
        }
        sheets.sort(Comparator.comparingDouble(GridTerrain::cellSpacingRad));
        var parts = new ArrayList<Terrain>(sheets);
        parts.add(byDefault());
        return new Mosaic(parts);
    }

    /// The ground below a sky: its own elevation files, elsewhere the terrain that comes with the
    /// product; flat when nothing is asked about the sky.
    ///
    /// @param folder folder of the scenario
    /// @param sky the sky; null when the scenario has none
    /// @throws RunException if a file cannot be read or is of another form
    public static Terrain under(Path folder, @Nullable Sky sky) {
        return sky == null
                ? new FlatTerrain(0)
                : sky.terrain().isEmpty() ? byDefault() : load(folder, sky.terrain());
    }

    /// The files that are read for some names: those named, and the header or data beside them.
    ///
    /// @throws RunException if a header is named without its data
    public static List<Path> files(Path folder, List<String> names) {
        var files = new LinkedHashSet<Path>();
        for (String name : names) {
            Path file = folder.resolve(name);
            Path header = EnviReader.header(file);
            files.add(file);
            if (Files.isRegularFile(header)) {
                files.add(header.equals(file) ? EnviReader.data(file) : header);
            }
        }
        return List.copyOf(files);
    }

    /// The terrain that Parapet carries: ETOPO5, 5 arc-minutes, 60 to 100° E and 0 to 40° N; sea
    /// elsewhere. Too coarse for any claim about low heights.
    public static Terrain byDefault() {
        return CarriedTerrain.etopo5();
    }

    /// Reads one file.
    ///
    /// @throws RunException if it cannot be read or is of another form
    public static GridTerrain read(Path file) {
        String name = file.getFileName().toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw RunException.input(
                        "%s: there is no such file of terrain".formatted(file),
                        "Name .hgt, GeoTIFF or ENVI files, relative to the folder %s."
                                .formatted(file.toAbsolutePath().getParent()));
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".hgt")) {
                return HgtReader.read(file);
            }
            Path header = EnviReader.header(file);
            if (Files.isRegularFile(header)) {
                return EnviReader.read(
                        lower.endsWith(".hdr") ? EnviReader.data(file) : file, header);
            }
            if (lower.endsWith(".tif") || lower.endsWith(".tiff")) {
                return GeoTiffReader.read(file);
            }
            throw RunException.input(
                    "%s: expected a file of terrain: .hgt, .tif, or ENVI with a header %s beside it"
                            .formatted(file, header.getFileName()),
                    Bytes.CONVERT);
        } catch (IOException e) {
            throw RunException.input(
                    "%s: cannot be read: %s".formatted(file, e.getMessage()),
                    "See whether the file is whole and may be read by you.");
        } catch (IllegalArgumentException e) { // a grid that cannot be, such as latitudes above 90
            throw RunException.input("%s: %s".formatted(file, e.getMessage()), Bytes.CONVERT);
        }
    }
}
