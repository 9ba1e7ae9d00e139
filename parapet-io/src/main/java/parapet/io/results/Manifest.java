package parapet.io.results;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a store of chunks belongs to.
///
/// @param fingerprint hash of everything that the rows depend on: the scenario, the options that
///   change results, the version of the program; chunks of another fingerprint are never used
/// @param chunks number of chunks of the whole run; they are numbered 0 .. chunks - 1
/// @param shard number of this shard from 1; 1 when not sharded
/// @param shards number of shards; 1 when not sharded. Shard i holds the chunks c with c mod shards
///   = i - 1
/// @param options options of the command that change results, for `merge`; no paths
public record Manifest(
        String fingerprint, int chunks, int shard, int shards, Map<String, String> options) {
    /// Checks the numbers and copies the options in the order of their names.
    public Manifest {
        if (fingerprint.isBlank()) {
            throw new IllegalArgumentException("The fingerprint must not be empty.");
        }
        if (chunks < 0 || shards < 1 || shard < 1 || shard > shards) {
            throw new IllegalArgumentException(
                    "Shard (%d) of (%d) with (%d) chunks is not possible."
                            .formatted(shard, shards, chunks));
        }
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /// The manifest of a run that is not sharded.
    public static Manifest whole(String fingerprint, int chunks, Map<String, String> options) {
        return new Manifest(fingerprint, chunks, 1, 1, options);
    }

    /// Whether a chunk is this shard's to compute.
    public boolean owns(int chunk) {
        return chunk >= 0 && chunk < chunks && chunk % shards == shard - 1;
    }

    /// Number of chunks that are this shard's to compute.
    public int owned() {
        return (chunks - (shard - 1) + shards - 1) / shards;
    }

    /// A short name for folders.
    String tag() {
        byte[] hash =
                Digest.sha256()
                        .digest(fingerprint.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return java.util.HexFormat.of().formatHex(hash, 0, 6);
    }
}
