package parapet.io.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import parapet.tables.Rows;

/// Shards of one run put together: all its chunks, wherever they lie.
public final class Shards {
    private static final int DEPTH = 4;

    private final Manifest manifest;
    private final Map<Integer, ChunkStore> stores;
    private final int shards;

    private Shards(Manifest manifest, Map<Integer, ChunkStore> stores, int shards) {
        this.manifest = manifest;
        this.stores = stores;
        this.shards = shards;
    }

    /// Puts shards together.
    ///
    /// @param folders shard folders, folders that hold some, or folders of an unfinished run
    ///   (`out/.NAME.partial`); a chunk that is there twice is taken once
    /// @throws RunException if a folder holds no chunks, if they belong to different inputs, or if
    ///   chunks are missing (it says which)
    public static Shards merge(List<Path> folders) {
        if (folders.isEmpty()) {
            throw RunException.input("No shard is given.", "Give the shard folders to be merged.");
        }
        List<ChunkStore> found = new ArrayList<>();
        for (Path folder : folders) {
            List<ChunkStore> here = storesIn(folder);
            if (here.isEmpty()) {
                throw RunException.input(
                        folder + " holds no chunks of a run.",
                        "Give folders made by `parapet run SCENARIO --shard i/n`.");
            }
            found.addAll(here);
        }
        Manifest first = found.getFirst().manifest();
        Map<Integer, ChunkStore> stores = new TreeMap<>();
        for (ChunkStore store : found) {
            Manifest other = store.manifest();
            if (!other.fingerprint().equals(first.fingerprint())
                    || other.chunks() != first.chunks()) {
                throw RunException.input(
                        "%s and %s belong to different inputs, options or versions."
                                .formatted(found.getFirst().folder(), store.folder()),
                        "Compute all shards from the same scenario with the same options and version.");
            }
            for (int chunk : store.finished()) {
                stores.putIfAbsent(chunk, store);
            }
        }
        SortedSet<Integer> missing = new TreeSet<>();
        for (int chunk = 0; chunk < first.chunks(); chunk++) {
            if (!stores.containsKey(chunk)) {
                missing.add(chunk);
            }
        }
        if (!missing.isEmpty()) {
            throw RunException.input(
                    "%d of %d chunks are missing: %s."
                            .formatted(missing.size(), first.chunks(), ranges(missing)),
                    "Give the folders of all shards, and run the unfinished ones again: "
                            + shardsOf(missing, found)
                            + ".");
        }
        return new Shards(
                new Manifest(first.fingerprint(), first.chunks(), 1, 1, first.options()),
                stores,
                most(found));
    }

    /// What the whole is: the manifest of the run in one piece.
    public Manifest manifest() {
        return manifest;
    }

    /// Number of shards they were computed in.
    public int shards() {
        return shards;
    }

    /// The rows of a chunk.
    ///
    /// @throws RunException if it has been damaged since it was found
    public Rows read(int chunk) {
        ChunkStore store = stores.get(chunk);
        if (store == null) {
            throw new IllegalArgumentException(
                    "The chunk (%d) must be one of 0 .. (%d).".formatted(chunk, manifest.chunks()));
        }
        return store.read(chunk)
                .orElseThrow(() ->
                        RunException.work(
                                "Chunk %d in %s is damaged or of another version."
                                        .formatted(chunk, store.folder()),
                                "Run that shard again with --fresh.",
                                null));
    }

    /// Copies all chunks into another store of the same fingerprint, such as that of a [RunBuild].
    public void copyTo(ChunkStore target) {
        if (!target.manifest().fingerprint().equals(manifest.fingerprint())) {
            throw RunException.input(
                    "The shards were computed from another scenario, other options or another version.",
                    "Give the scenario and the options that the shards were computed with: "
                            + manifest.options());
        }
        for (int chunk : stores.keySet()) {
            target.write(chunk, read(chunk));
        }
    }

    private static List<ChunkStore> storesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw RunException.input(
                    "There is no folder " + folder + ".", "Give the shard folders to be merged.");
        }
        List<ChunkStore> stores = new ArrayList<>();
        try (var walk = Files.walk(folder, DEPTH)) {
            List<Path> inside = walk.filter(Files::isDirectory).sorted().toList();
            for (Path one : inside) {
                ChunkStore.existing(one).ifPresent(stores::add);
            }
        } catch (IOException e) {
            throw Disk.explain("read " + folder, folder, e);
        } catch (UncheckedIOException e) {
            throw Disk.explain("read " + folder, folder, e);
        }
        return stores;
    }

    private static String shardsOf(SortedSet<Integer> missing, List<ChunkStore> found) {
        int shards = most(found);
        SortedSet<Integer> names = new TreeSet<>();
        for (int chunk : missing) {
            names.add(chunk % shards + 1);
        }
        return "shard " + String.join(", ", names.stream().map(n -> n + "/" + shards).toList());
    }

    private static int most(List<ChunkStore> found) {
        return found.stream().mapToInt(s -> s.manifest().shards()).max().orElse(1);
    }

    /// Numbers as ranges: `0-3, 7`.
    static String ranges(SortedSet<Integer> numbers) {
        List<String> parts = new ArrayList<>();
        List<Integer> all = new ArrayList<>(numbers);
        int from = 0;
        while (from < all.size()) {
            int to = from;
            while (to + 1 < all.size() && all.get(to + 1) == all.get(to) + 1) {
                to++;
            }
            parts.add(from == to ? "" + all.get(from) : all.get(from) + "-" + all.get(to));
            from = to + 1;
        }
        return String.join(", ", Collections.unmodifiableList(parts));
    }
}
