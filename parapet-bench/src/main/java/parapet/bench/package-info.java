/// How fast: each benchmark beside its peer, with a checksum of the answers of all.
///
/// Read first: [TwoEchelonBenchmark] (one model in four kits), [EngineBenchmark], [Report] (runs
/// and tabulates).
///
/// Rates are per second of the thread's own CPU time, so that other work on the machine disturbs
/// them less; see [Meter].
@NullMarked
package parapet.bench;

import org.jspecify.annotations.NullMarked;
