package parapet.io.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The few things done to the file system, in one place so that tests can make them fail.
class Disk {
    /// The file system as it is.
    static final Disk REAL = new Disk();

    /// Writes a whole file, see [WholeFile].
    void write(Path file, byte[] bytes) throws IOException {
        WholeFile.write(file, bytes);
    }

    /// Renames a file or folder within one file system, replacing a file.
    void move(Path from, Path to) throws IOException {
        WholeFile.move(from, to);
    }

    /// Forces a finished file to the disk.
    void force(Path file) throws IOException {
        WholeFile.force(file);
    }

    /// Makes a folder and those above it.
    void folders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /// Deletes a file or a folder with all it holds; nothing happens when it is not there. Links
    /// are deleted, not followed.
    void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (var walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw ioOf(e);
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }

    /// What a failed reading or writing means, in words, with a cure.
    ///
    /// @param doing what was tried, such as `write the results to out/north`
    static RunException explain(String doing, Path place, Exception e) {
        String said = said(e);
        String low = said.toLowerCase(Locale.ROOT);
        Function<String, RunException> because =
                reason ->
                        RunException.work(
                                "Cannot " + doing + ": " + reason, cure(place, low, e), e);
        if (noSpace(low)) {
            return because.apply("no space left where " + place + " is.");
        }
        if (e instanceof AccessDeniedException || low.contains("permission denied")) {
            return because.apply("no permission for " + named(e, place) + ".");
        }
        if (e instanceof ReadOnlyFileSystemException || low.contains("read-only file system")) {
            return because.apply(named(e, place) + " is on a read-only file system.");
        }
        if (e instanceof FileAlreadyExistsException || low.contains("not a directory")) {
            return RunException.work(
                    "Cannot "
                            + doing
                            + ": "
                            + fileInTheWay(place)
                            + " is a file where a folder is needed.",
                    "Choose another place with --out, or move that file away.",
                    e);
        }
        if (e instanceof NoSuchFileException) {
            return because.apply(named(e, place) + " is not there.");
        }
        if (e instanceof DirectoryNotEmptyException) {
            return because.apply(named(e, place) + " is in use by something else.");
        }
        return because.apply(said);
    }

    /// The file at or above a place that should be a folder; the place itself when none is seen.
    private static Path fileInTheWay(Path place) {
        for (Path at = place; at != null; at = at.getParent()) {
            if (Files.exists(at) && !Files.isDirectory(at)) {
                return at;
            }
        }
        return place;
    }

    private static String cure(Path place, String low, Exception e) {
        if (noSpace(low)) {
            return "Free some space or choose another place with --out, then give the same command: finished chunks are kept.";
        }
        if (e instanceof NoSuchFileException) {
            return "It may have been removed meanwhile; give the command again.";
        }
        return "Choose another place with --out, or make " + place + " writable.";
    }

    private static boolean noSpace(String low) {
        return low.contains("no space left")
                || low.contains("disk quota exceeded")
                || low.contains("not enough space")
                || low.contains("file too large");
    }

    private static String named(Exception e, Path place) {
        return e instanceof FileSystemException f && f.getFile() != null
                ? f.getFile()
                : place.toString();
    }

    private static String said(Exception e) {
        String reason = e instanceof FileSystemException f ? f.getReason() : null;
        @Nullable String text = reason == null || reason.isBlank() ? e.getMessage() : reason;
        String line = text == null ? e.getClass().getSimpleName() : text.strip();
        int end = line.indexOf('\n');
        return end < 0 ? line : line.substring(0, end);
    }

    private static IOException ioOf(UncheckedIOException e) {
        IOException cause = e.getCause();
        return cause == null ? new IOException(e) : cause;
    }
}
