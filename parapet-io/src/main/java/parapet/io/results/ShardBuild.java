package parapet.io.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// One shard of a run while it is made: for shard 2 of 3 of `out/north` the folder
/// `out/north.shard-2-of-3`, which holds chunks and no tables. [Shards] puts shards together.
public final class ShardBuild implements AutoCloseable {
    private final Path folder;
    private final ChunkStore chunks;
    private final RunLock lock;

    private ShardBuild(Path folder, ChunkStore chunks, RunLock lock) {
        this.folder = folder;
        this.chunks = chunks;
        this.lock = lock;
    }

    /// Begins a shard or goes on with it.
    ///
    /// @param run the folder of the run that the shard is a part of
    /// @param manifest what is computed
    /// @param fresh whether to forget the chunks that are there
    /// @throws RunException if the folder is not ours, cannot be written, or another process is at
    ///   work on it
    public static ShardBuild begin(Path run, Manifest manifest, boolean fresh) {
        Path whole = run.toAbsolutePath().normalize();
        String name =
                "%s.shard-%d-of-%d"
                        .formatted(whole.getFileName(), manifest.shard(), manifest.shards());
        Path folder = whole.resolveSibling(name);
        RunLock lock = null;
        boolean begun = false;
        try {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(folder.resolve("manifest.json"))) {
                throw RunException.input(
                        folder + " is not a shard of a run: nothing there has been touched.",
                        "Choose another place with --out, or move it away.");
            }
            Files.createDirectories(whole.resolveSibling(".").normalize());
            lock = RunLock.take(whole.resolveSibling("." + name + ".lock"), folder);
            if (fresh) {
                Disk.REAL.delete(folder);
            }
            var build = new ShardBuild(folder, ChunkStore.open(folder, manifest), lock);
            begun = true;
            return build;
        } catch (IOException e) {
            throw Disk.explain("write the shard to " + folder, folder, e);
        } finally {
            if (!begun && lock != null) {
                lock.close();
            }
        }
    }

    /// Where it is.
    public Path folder() {
        return folder;
    }

    /// Its chunks.
    public ChunkStore chunks() {
        return chunks;
    }

    /// Lets go of the shard.
    @Override
    public void close() {
        lock.close();
    }
}
