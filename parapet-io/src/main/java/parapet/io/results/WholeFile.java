package parapet.io.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are complete or not there: made beside under a temporary name, forced to the disk and
/// renamed. A reader sees the old file, or none, or the new one, never a part.
public final class WholeFile {
    private WholeFile() {}

    /// What makes a file.
    @FunctionalInterface
    public interface Maker {
        /// Makes the file under the name given, which is free.
        void make(Path file) throws IOException;
    }

    /// Writes a file of bytes.
    public static void write(Path file, byte[] bytes) throws IOException {
        make(file, beside -> Files.write(beside, bytes));
    }

    /// Makes a file; its folder must be there.
    public static void make(Path file, Maker maker) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.deleteIfExists(beside);
            maker.make(beside);
            force(beside);
            move(beside, file);
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException ignored) {
                e.addSuppressed(ignored);
            }
            throw e;
        }
    }

    /// Forces a finished file to the disk.
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Renames a file or folder within one file system, replacing a file.
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
