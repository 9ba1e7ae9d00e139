package parapet.io.terrain;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;
import parapet.terrain.Mosaic;
import parapet.terrain.Terrain;

/// Terrain from files.
///
/// | file | read as |
/// |---|---|
/// | `N28E077.hgt`, also `.hgt.gz` and one in a `.zip` | SRTM tile |
/// | any with a header beside it, `x.hdr` or `x.tif.hdr`, that begins with `ENVI` | ENVI raw |
/// | `.tif`, `.tiff` | GeoTIFF |
///
/// Files are read whole; the heights of all must fit into half of the memory of the program.
public final class Terrains {
    private static final int SHARE_OF_MEMORY = 2;

    private Terrains() {}

    /// The terrain of some files, the finest first, and behind them the one that Parapet carries.
    ///
    /// @param folder where the names start
    /// @param names files, folders and patterns, relative to the folder
    /// @throws RunException if a file cannot be read or is of another form
    public static Terrain load(Path folder, List<String> names) {
        return mosaic(sheets(folder, names));
    }

    /// Some sheets, the finest first, as one terrain.
    static Terrain mosaic(List<Sheet> sheets) {
        List<GridTerrain> grids =
                sheets.stream()
                        .map(Sheet::grid)
                        .sorted(Comparator.comparingDouble(GridTerrain::cellSpacingRad))
                        .toList();
        return new Mosaic(Tiles.joined(grids), byDefault());
    }

    /// Reads the files that some names mean.
    ///
    /// @throws RunException if a file cannot be read or is of another form
    static List<Sheet> sheets(Path folder, List<String> names) {
        var sheets = new ArrayList<Sheet>();
        long bytes = 0;
        long most = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
        var problems = new ArrayList<RunException>();
        for (Path file : Sources.of(folder, names)) {
            Sheet sheet;
            try {
                sheet = sheet(file);
            } catch (RunException e) {
                problems.add(e);
                continue;
            }
            sheets.add(sheet);
            bytes += 2L * Float.BYTES * sheet.grid().layout().cells();
            if (bytes > most) {
                throw RunException.input(
                        "%s: with this file, number %,d, the heights take more than %,d bytes"
                                .formatted(file, sheets.size(), most),
                        "Name only the files within reach of the places, or give Java more memory.");
            }
        }
        if (problems.size() == 1) {
            throw problems.getFirst();
        }
        if (!problems.isEmpty()) { // all at once, each with its cure
            throw RunException.input(
                    problems.stream()
                            .map(e -> e.problem() + "\n  " + e.cure())
                            .collect(Collectors.joining("\n")),
                    "%d of the files of terrain cannot be used.".formatted(problems.size()));
        }
        return sheets;
    }

    /// The files that are read for some names: those named, and the header or data beside them.
    ///
    /// @throws RunException if a header is named without its data, or a name means no file
    public static List<Path> files(Path folder, List<String> names) {
        var files = new LinkedHashSet<Path>();
        for (Path file : Sources.of(folder, names)) {
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
        return sheet(file).grid();
    }

    /// Reads one file and judges it.
    ///
    /// @throws RunException if it cannot be read or is of another form
    static Sheet sheet(Path file) {
        String name = file.getFileName().toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw RunException.input(
                        "%s: there is no such file of terrain".formatted(file),
                        "Name .hgt, GeoTIFF or ENVI files, folders or patterns, relative to the folder %s."
                                .formatted(file.toAbsolutePath().getParent()));
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (HgtReader.reads(name)) {
                return HgtReader.read(file);
            }
            if (GeoTiffReader.begins(file)) {
                return GeoTiffReader.read(file);
            }
            Path header = EnviReader.header(file);
            if (Files.isRegularFile(header)) {
                return EnviReader.read(
                        lower.endsWith(".hdr") ? EnviReader.data(file) : file, header);
            }
            if (lower.endsWith(".tif") || lower.endsWith(".tiff")) {
                return GeoTiffReader.read(file);
            }
            if (lower.endsWith(".gz")) {
                throw RunException.input(
                        "%s: expected a file of terrain; of packed ones .hgt.gz and .zip with one .hgt are read"
                                .formatted(file),
                        "Unpack it: gunzip FILE");
            }
            throw RunException.input(
                    "%s: expected a file of terrain: .hgt, .tif, or ENVI with a header %s beside it"
                            .formatted(file, header.getFileName()),
                    Bytes.CONVERT);
        } catch (EOFException | ZipException e) {
            throw RunException.input(
                    "%s: the packed data are damaged or cut off: %s"
                            .formatted(file, e.getMessage()),
                    "Get the file again.");
        } catch (IOException e) {
            throw RunException.input(
                    "%s: cannot be read: %s".formatted(file, e.getMessage()),
                    "See whether the file is whole and may be read by you.");
        } catch (IllegalArgumentException e) { // a grid that cannot be, such as latitudes above 90
            throw RunException.input("%s: %s".formatted(file, e.getMessage()), Bytes.CONVERT);
        }
    }
}
