package parapet.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parapet.io.results.ChunkStore;
import parapet.study.Chunks;
import parapet.tables.Rows;

/// The chunks of a study in a store on disk.
final class StoredChunks implements Chunks {
    private final ChunkStore store;
    private final Set<Integer> finished = ConcurrentHashMap.newKeySet();

    StoredChunks(ChunkStore store, Set<Integer> finished) {
        this.store = store;
        this.finished.addAll(finished);
    }

    @Override
    public @Nullable Rows read(int chunk) {
        return store.read(chunk).orElse(null);
    }

    @Override
    public void write(int chunk, Rows rows) {
        store.write(chunk, rows);
        finished.add(chunk);
    }

    @Override
    public boolean has(int chunk) {
        return finished.contains(chunk);
    }
}
