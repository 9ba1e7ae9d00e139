package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.tables.Rows;

class ShardsTest {
    @TempDir Path out;

    @Test
    void threeShardsMakeTheWhole() {
        List<Path> folders = shards("inputs-1", 7, 3);
        Shards whole = Shards.merge(folders);
        assertThat(whole.manifest()).isEqualTo(Manifest.whole("inputs-1", 7, Map.of("seed", "1")));
        assertThat(whole.shards()).isEqualTo(3);
        try (RunBuild build = RunBuild.begin(out.resolve("run"), whole.manifest(), false)) {
            whole.copyTo(build.chunks());
            assertThat(build.chunks().finished()).containsExactly(0, 1, 2, 3, 4, 5, 6);
            var fifth = build.chunks().read(5).orElseThrow();
            assertThat(SmallRun.digest(fifth)).isEqualTo(SmallRun.digest(SmallRun.rows(5, 1)));
        }
        assertThat(Shards.merge(List.of(out)).shards()).as("the folder above").isEqualTo(3);
    }

    @Test
    void missingChunksAreNamed() {
        List<Path> folders = shards("inputs-1", 7, 3);
        assertThatThrownBy(() -> Shards.merge(List.of(folders.get(0), folders.get(2))))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("2 of 7 chunks are missing: 1, 4.")
                .hasMessageContaining("shard 2/3");
        assertThat(Shards.ranges(new TreeSet<>(List.of(0, 1, 2, 5, 7, 8))))
                .isEqualTo("0-2, 5, 7-8");
    }

    @Test
    void shardsOfOtherInputsAreRefused() {
        List<Path> one = shards("inputs-1", 7, 3);
        Path other = out.resolve("other");
        try (ShardBuild build =
                ShardBuild.begin(other, new Manifest("inputs-2", 7, 1, 1, Map.of()), false)) {
            build.chunks().write(0, new Rows());
            assertThatThrownBy(() -> Shards.merge(List.of(one.getFirst(), build.folder())))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("different inputs");
        }
        assertThatThrownBy(() -> Shards.merge(List.of(out.resolve("nowhere"))))
                .isInstanceOf(RunException.class);
    }

    @Test
    void everyChunkHasOneOwner() {
        for (int chunks = 0; chunks < 12; chunks++) {
            for (int shards = 1; shards < 5; shards++) {
                int owned = 0;
                for (int i = 1; i <= shards; i++) {
                    var manifest = new Manifest("x", chunks, i, shards, Map.of());
                    long here =
                            java.util.stream.IntStream.range(0, chunks)
                                    .filter(manifest::owns)
                                    .count();
                    assertThat(manifest.owned()).isEqualTo((int) here);
                    owned += manifest.owned();
                }
                assertThat(owned).isEqualTo(chunks);
            }
        }
    }

    private List<Path> shards(String fingerprint, int chunks, int shards) {
        List<Path> folders = new ArrayList<>();
        for (int i = 1; i <= shards; i++) {
            var manifest = new Manifest(fingerprint, chunks, i, shards, Map.of("seed", "1"));
            try (ShardBuild build = ShardBuild.begin(out.resolve("run"), manifest, false)) {
                for (int c = 0; c < chunks; c++) {
                    if (manifest.owns(c)) {
                        build.chunks().write(c, SmallRun.rows(c, 1));
                    }
                }
                folders.add(build.folder());
            }
        }
        return folders;
    }
}
