package parapet.io.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import parapet.io.ScenarioReader;

/// The scenario that a run holds, so that whoever has the run can compute it again:
///
///     out/north/scenario/scenario.yaml, claims.csv, ...   as they were
///     out/north/scenario/SHA256SUMS                       their checksums, and those of terrain files
///
/// Terrain is large and is named by its checksum only; `sha256sum -c` reads the list.
public final class ScenarioCopy {
    /// Name of its folder within a run.
    public static final String FOLDER = "scenario";

    private static final String SUMS = "SHA256SUMS";
    private static final int DEEP = 3;

    private ScenarioCopy() {}

    /// The files of a scenario that its results may depend on, terrain left out.
    public static List<Path> files(Path scenario) throws IOException {
        try (Stream<Path> files = Files.walk(scenario, DEEP)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().matches(".*\\.(yaml|yml|csv|tsv)"))
                    .sorted()
                    .toList();
        }
    }

    /// Copies a scenario into a run that is being made.
    ///
    /// @param scenario its folder
    /// @param terrain files of terrain that it names
    /// @param run the folder of the run
    static void write(Path scenario, List<Path> terrain, Path run, Disk disk) throws IOException {
        Path copy = run.resolve(FOLDER);
        var sums = new StringBuilder();
        for (Path file : files(scenario)) {
            String name = name(scenario, file);
            Path to = copy.resolve(name);
            Path parent = to.getParent();
            disk.folders(parent == null ? copy : parent);
            byte[] bytes = Files.readAllBytes(file);
            disk.write(to, bytes);
            sums.append(sum(bytes)).append("  ").append(name).append('\n');
        }
        for (Path file : terrain) {
            sums.append(sum(Files.readAllBytes(file))).append("  ");
            sums.append(name(scenario, file)).append('\n');
        }
        disk.write(copy.resolve(SUMS), sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Whether a folder is such a copy with every file of its list beside it, terrain included.
    public static boolean complete(Path copy) {
        if (!Files.isRegularFile(copy.resolve(ScenarioReader.MAIN))) {
            return false;
        }
        try (Stream<String> lines = Files.lines(copy.resolve(SUMS))) {
            return lines.map(line -> line.replaceFirst("^\\S+ {2}", ""))
                    .allMatch(name -> Files.isRegularFile(copy.resolve(name)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Path scenario, Path file) {
        return (file.startsWith(scenario) ? scenario.relativize(file) : file)
                .toString()
                .replace('\\', '/');
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
