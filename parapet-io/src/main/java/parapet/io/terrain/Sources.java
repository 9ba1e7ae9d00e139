package parapet.io.terrain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import parapet.io.results.RunException;

/// The files of terrain that some names mean: a file is itself, a folder all files of terrain in it
/// and its folders to a depth of three, and a word with `*`, `?`, `[` or `{` all files that fit it,
/// `**` across folders.
final class Sources {
    private static final int DEPTH = 3;
    private static final int MOST_DEPTH = 8;
    private static final int HEADER_WORD = 4;

    private Sources() {}

    /// @param folder where the names start
    /// @throws RunException if a name means no file
    static List<Path> of(Path folder, List<String> names) {
        var files = new LinkedHashSet<Path>();
        for (String name : names) {
            List<Path> some = of(folder, name);
            if (some.isEmpty()) {
                throw RunException.input(
                        "%s: no file of terrain in \"%s\"".formatted(folder, name),
                        "Name .hgt, .hgt.gz, GeoTIFF or ENVI files, a folder of them or a pattern such as tiles/*.tif, relative to the folder %s."
                                .formatted(folder.toAbsolutePath()));
            }
            files.addAll(some);
        }
        return List.copyOf(files);
    }

    private static List<Path> of(Path folder, String name) {
        try {
            boolean pattern = name.matches(".*[*?\\[{].*");
            Path file = pattern ? null : folder.resolve(name);
            if (file != null && !Files.isDirectory(file)) {
                return List.of(file);
            }
            return file != null ? within(file) : fitting(folder, name);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw RunException.input(
                    "%s: \"%s\" cannot be listed: %s".formatted(folder, name, e.getMessage()),
                    "See whether the folder may be read by you.");
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw RunException.input(
                    "%s: \"%s\" is neither a file nor a pattern: %s"
                            .formatted(folder, name, e.getMessage()),
                    "Write a file, a folder, or a pattern such as tiles/*.tif.");
        }
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            return terrain(all.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private static List<Path> fitting(Path folder, String name) throws IOException {
        String plain = name.replace('\\', '/');
        int wild = 0;
        while ("*?[{".indexOf(plain.charAt(wild)) < 0) {
            wild++;
        }
        int slash = plain.lastIndexOf('/', wild);
        Path start = folder.resolve(plain.substring(0, Math.max(0, slash + (slash == 0 ? 1 : 0))));
        String rest = plain.substring(slash + 1);
        PathMatcher fits = FileSystems.getDefault().getPathMatcher("glob:" + rest);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        int depth = rest.contains("**") ? MOST_DEPTH : rest.split("/", -1).length;
        try (Stream<Path> all = Files.walk(start, depth)) {
            return terrain(
                    all.filter(Files::isRegularFile)
                            .filter(f -> fits.matches(start.relativize(f)))
                            .sorted()
                            .toList());
        }
    }

    /// Files that look like terrain; of an ENVI file and its header the data.
    private static List<Path> terrain(List<Path> all) throws IOException {
        var files = new ArrayList<Path>();
        Set<Path> known = new LinkedHashSet<>();
        for (Path file : all) {
            String lower = file.getFileName().toString().toLowerCase(Locale.ROOT);
            boolean header = lower.endsWith(".hdr") && isEnvi(file);
            boolean plain =
                    lower.endsWith(".hgt")
                            || lower.endsWith(".hgt.gz")
                            || lower.matches("[ns]\\d{2}[ew]\\d{3}.*\\.zip")
                            || lower.endsWith(".tif")
                            || lower.endsWith(".tiff");
            Path data = header ? EnviReader.data(file) : file;
            if ((header || plain) && known.add(data)) {
                files.add(data);
            }
        }
        return files;
    }

    private static boolean isEnvi(Path header) throws IOException {
        try (var stream = Files.newInputStream(header)) {
            return new String(stream.readNBytes(HEADER_WORD), StandardCharsets.ISO_8859_1)
                    .equals("ENVI");
        }
    }
}
