package parapet.study;

import org.jspecify.annotations.Nullable;
import parapet.tables.Rows;

/// Where finished chunks are kept, so that a run that was killed goes on. Called from several
/// threads, each index by one.
public interface Chunks {
    /// The rows of a finished chunk, or null when it is not there.
    @Nullable Rows read(int chunk);

    /// Keeps a finished chunk, wholly or not at all.
    void write(int chunk, Rows rows);

    /// Whether a chunk is finished.
    boolean has(int chunk);
}
