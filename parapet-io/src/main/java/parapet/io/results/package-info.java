/// What a run leaves behind: its folder, its tables as Parquet, their digest, SQL over them, and
/// the comparison of plans and of runs.
///
/// Read first: [RunFolder] (complete or nothing), [ResultWriter] (rows to Parquet), [ChunkStore]
/// (finished chunks of an unfinished run).
///
/// *Design history.* A Parquet writer of our own was tried (small, no native code) and given up for
/// DuckDB, which also answers SQL; the digest is therefore taken over the contents of the rows and
/// not over the bytes of the files, so that a newer engine does not change it.
@NullMarked
package parapet.io.results;

import org.jspecify.annotations.NullMarked;
