package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.study.rows.WarningRow;
import parapet.tables.Col;
import parapet.tables.Rows;
import parapet.tables.Table;

class ChunkStoreTest {
    private static final Manifest MANIFEST = Manifest.whole("inputs-1", 4, Map.of("seed", "1"));

    @TempDir Path folder;

    @Test
    void aChunkComesBackAsItWasWritten() {
        ChunkStore store = ChunkStore.open(folder, MANIFEST);
        var rows = SmallRun.rows(1, 2);
        store.write(2, rows);

        var back = ChunkStore.open(folder, MANIFEST).read(2).orElseThrow();

        assertThat(SmallRun.digest(back)).isEqualTo(SmallRun.digest(rows));
        assertThat(store.finished()).containsExactly(2);
        assertThat(store.read(1)).isEmpty();
    }

    /// A file cut off at any length, or with any one byte changed, is as if it were not there.
    @Test
    void aTornOrDamagedFileIsIgnored() throws IOException {
        ChunkStore store = ChunkStore.open(folder, MANIFEST);
        store.write(0, warning());
        Path file = folder.resolve("chunk-000000.bin");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(store.read(0)).as("cut at %d", length).isEmpty();
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(store.finished()).as("damaged at %d", at).isEmpty();
        }
        Files.write(file, whole);
        assertThat(store.finished()).containsExactly(0);
        Files.move(file, folder.resolve("chunk-000003.bin"));
        assertThat(store.finished()).as("a chunk under another number").isEmpty();
    }

    @Test
    void chunksOfOtherInputsAreNotUsed() {
        ChunkStore.open(folder, MANIFEST).write(0, new Rows());
        ChunkStore other = ChunkStore.open(folder, Manifest.whole("inputs-2", 4, Map.of()));
        assertThat(other.finished()).isEmpty();
        assertThat(folder.resolve("chunk-000000.bin")).doesNotExist();
    }

    @Test
    void aFailedWriteLeavesTheChunkAsItWas() {
        ChunkStore good = ChunkStore.open(folder, MANIFEST);
        good.write(0, warning());
        ChunkStore full = ChunkStore.open(folder, MANIFEST, new FullDisk("chunk-"));

        assertThatThrownBy(() -> full.write(0, new Rows()))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("keep chunk 0")
                .hasMessageContaining("no space left")
                .hasMessageContaining("finished chunks are kept");

        var rows = good.read(0).orElseThrow();
        assertThat(rows.of(WarningRow.class)).hasSize(1);
    }

    @Test
    void aRowOfNoResultTableIsRefusedByName() {
        ChunkStore store = ChunkStore.open(folder, MANIFEST);
        var rows = new Rows();
        rows.add(new Stray("a"));
        assertThatThrownBy(() -> store.write(0, rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No result table has rows of (Stray)");
        assertThat(store.finished()).isEmpty();
    }

    @Table(value = "stray", doc = "A table that no run leaves behind")
    private record Stray(@Col("anything") String any) {}

    @Test
    void aFolderUnderAFileIsSaidSo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> ChunkStore.open(file.resolve("chunks"), MANIFEST))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("is a file where a folder is needed");
    }

    private static Rows warning() {
        var rows = new Rows();
        rows.add(new WarningRow("model", "worst", 3));
        return rows;
    }
}
