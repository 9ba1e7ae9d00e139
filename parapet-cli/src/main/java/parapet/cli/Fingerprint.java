package parapet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import parapet.io.results.ScenarioCopy;

/// The fingerprint of everything that the rows of a run depend on: the files of the scenario, the
/// options that change results, and the code that computes.
final class Fingerprint {
    private Fingerprint() {}

    /// @param more files that the scenario names and that may lie anywhere, such as terrain
    static String of(Path scenario, List<Path> more, Map<String, String> options) {
        MessageDigest hash = sha256();
        try {
            for (Path file : ScenarioCopy.files(scenario)) {
                text(hash, scenario.relativize(file).toString().replace('\\', '/'));
                text(hash, HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))));
            }
            for (Path file : more) {
                text(hash, file.getFileName().toString());
                text(hash, HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The scenario in " + scenario + " cannot be read.", e);
        }
        new TreeMap<>(options).forEach((name, value) -> text(hash, name + "=" + value));
        text(hash, code());
        return HexFormat.of().formatHex(hash.digest(), 0, 16);
    }

    /// A checksum of the classes of this build; the version alone when they are not in a jar.
    private static String code() {
        try {
            var source = Fingerprint.class.getProtectionDomain().getCodeSource();
            Path jar = source == null ? null : Path.of(source.getLocation().toURI());
            if (jar == null || !Files.isRegularFile(jar)) {
                return Version.text();
            }
            MessageDigest hash = sha256();
            try (var zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .filter(e ->
                                e.getName().startsWith("parapet/")
                                        && e.getName().endsWith(".class"))
                        .filter(e ->
                                !e.getName().startsWith("parapet/view/")
                                        && !e.getName().startsWith("parapet/cli/"))
                        .map(e -> e.getName() + " " + e.getCrc())
                        .sorted()
                        .forEach(line -> text(hash, line));
            }
            return HexFormat.of().formatHex(hash.digest(), 0, 16);
        } catch (URISyntaxException | IOException e) {
            return Version.text();
        }
    }

    private static void text(MessageDigest hash, String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
