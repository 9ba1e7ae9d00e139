package parapet.random;

import org.apache.commons.rng.UniformRandomProvider;

/// A generator that is set anew for each small matter, such as one failure and the repair that
/// follows from it: the numbers depend on the 64-bit key of the matter and on the purpose only, not
/// on what was drawn before. So two plans in which the same failure happens share everything that
/// chance decides about it, in whatever order shops and queues come to ask. SplitMix64 (Steele, Lea
/// & Flood 2014); meant for a handful of numbers per key. For one thread.
public final class KeyedRandom implements UniformRandomProvider {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /// Sets the generator.
    ///
    /// @param key the matter, random bits
    /// @param purpose what the numbers are for, see [Streams#entity(String)]
    /// @return this
    public KeyedRandom at(long key, long purpose) {
        state = mix(key + GOLDEN) ^ purpose;
        return this;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
