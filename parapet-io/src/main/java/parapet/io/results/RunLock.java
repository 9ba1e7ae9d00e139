package parapet.io.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps two processes from working on one run folder. The system releases it when the process
/// ends, however it ends.
final class RunLock implements AutoCloseable {
    private static final long BYTE = Long.MAX_VALUE - 1; // the note before it stays readable

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock.
    ///
    /// @param file the lock file
    /// @param run what is locked, for the message
    /// @throws RunException if another process holds it, naming that process
    static RunLock take(Path file, Path run) {
        try {
            while (true) {
                RunLock lock = tryOnce(file, run);
                if (lock != null) {
                    return lock;
                }
            }
        } catch (IOException e) {
            throw Disk.explain("lock " + run, run, e);
        }
    }

    private static @Nullable RunLock tryOnce(Path file, Path run) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        boolean keep = false;
        try {
            FileLock lock;
            try {
                lock = channel.tryLock(BYTE, 1, false);
            } catch (OverlappingFileLockException e) {
                lock = null;
            }
            if (lock == null) {
                throw RunException.work(
                        "Another run is at work on " + run + " (" + holder(channel) + ").",
                        "Wait for it, stop it, or choose another place with --out.",
                        null);
            }
            if (!same(channel, file)) {
                return null; // its last holder has just removed the file; take the new one
            }
            channel.truncate(0);
            String note =
                    "process %d, since %s%n"
                            .formatted(
                                    ProcessHandle.current().pid(),
                                    LocalDateTime.now(ZoneId.systemDefault())
                                            .truncatedTo(ChronoUnit.SECONDS));
            channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
            keep = true;
            return new RunLock(file, channel, lock);
        } finally {
            if (!keep) {
                channel.close();
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        int read = channel.read(buffer, 0);
        String note =
                read <= 0
                        ? ""
                        : new String(buffer.array(), 0, read, StandardCharsets.UTF_8).strip();
        return note.isEmpty() ? "it has just begun" : note;
    }

    /// Whether the open file still stands at its path: a marker is written through one and read
    /// through the other.
    private static boolean same(FileChannel channel, Path file) throws IOException {
        byte[] marker =
                (ProcessHandle.current().pid() + " " + System.nanoTime())
                        .getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(marker), 0);
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Objects.requireNonNullElse(key, "").equals("")
                    || java.util.Arrays.equals(Files.readAllBytes(file), marker);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            lock.release();
            channel.close();
        } catch (IOException e) {
            // The system lets go of the lock when the process ends; a file left behind is harmless.
        }
    }
}
