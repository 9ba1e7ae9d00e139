package parapet.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/// Independent streams of random numbers keyed by study seed, replication, purpose and entity,
/// never by the order of creation. Two plans that ask for the same purpose and entity get the same
/// numbers (common random numbers), and one thread, many threads and a cluster give the same bytes.
///
/// The key is mixed by SplitMix64 finalisers into the 256 bits of state of a xoshiro256++ generator
/// (Blackman & Vigna 2021); with 2^256 states and well-mixed keys, overlap of streams of practical
/// length has negligible probability.
///
/// @param seed the seed of the study
/// @param draw the draw of uncertain inputs, 0 or more; -1 for streams that all draws share
/// @param replication the replication within the draw, 0 or more; -1 for streams that all
///   replications share
public record Streams(long seed, int draw, int replication) {
    /// The generator for one purpose and one entity.
    ///
    /// @param purpose what the numbers are for, such as `sustain.failure`
    /// @param entity which thing they belong to; use [#entity(String)] for names
    public UniformRandomProvider at(String purpose, long entity) {
        long key = mix(seed + 0x9E3779B97F4A7C15L);
        key = mix(key ^ entity(purpose));
        key = mix(key ^ (((long) draw << 32) | (replication & 0xFFFFFFFFL)));
        key = mix(key ^ entity);
        long[] state = new long[4];
        for (int i = 0; i < 4; i++) {
            key += 0x9E3779B97F4A7C15L;
            state[i] = mix(key);
        }
        return new XoShiRo256PlusPlus(state);
    }

    /// The generator for one purpose and one named entity.
    public UniformRandomProvider at(String purpose, String entity) {
        return at(purpose, entity(entity));
    }

    /// The first uniform number in (0,1) of the stream for a purpose and a named entity.
    public double uniform(String purpose, String entity) {
        return open(at(purpose, entity));
    }

    /// A uniform number in the open interval (0,1), safe for quantile functions.
    public static double open(UniformRandomProvider random) {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }

    /// A 64-bit key for a name (FNV-1a, then mixed).
    public static long entity(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
