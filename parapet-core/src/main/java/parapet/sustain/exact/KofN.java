package parapet.sustain.exact;

import java.util.List;
import parapet.stats.Binomial;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// Units made of blocks that each need some of their parts.
///
///     A = Π_blocks Σ_(i ≥ k) C(n, i) a^i (1-a)^(n-i)
///
/// Parts, blocks and units are independent; common spares or common causes are outside, see
/// [Cannibalisation] for shared shortages.
public final class KofN {
    private KofN() {}

    /// Parts of one kind.
    ///
    /// @param count n, 1 or more
    /// @param needed k, 0..n
    /// @param availability a of one part, 0..1
    public record Block(int count, int needed, double availability) {
        public Block {
            Require.between("count of a block", count, 1, 100_000);
            Require.between("needed of a block", needed, 0, count);
            Require.share("availability of a block", availability);
        }
    }

    /// Probability that every block works.
    public static double unitAvailability(List<Block> blocks) {
        double product = 1;
        for (Block block : blocks) {
            product *=
                    new Binomial(block.count(), block.availability())
                            .law()
                            .survival(block.needed() - 1);
        }
        return product;
    }

    /// Law of the number of units ready.
    ///
    /// @param units 0 or more
    public static DiscreteLaw readyUnits(int units, List<Block> blocks) {
        Require.between("number of units", units, 0, 100_000);
        return new Binomial(units, unitAvailability(blocks)).law();
    }

    /// Share of systems with at least `needed` of their slots filled when holes lie at random among
    /// the slots of all systems.
    ///
    ///     A = Σ_b P(B = b) Σ_(h ≤ n-k) C(n, h) C(N-n, b-h) / C(N, b),   N = systems x n
    ///
    /// @param holes law of B; more holes than slots leave every slot empty
    /// @param systems 1 or more
    /// @param perSystem n, 1 or more
    /// @param needed k, 0..n
    static double availabilityWithHoles(DiscreteLaw holes, int systems, int perSystem, int needed) {
        Require.between("number of systems", systems, 1, 100_000);
        Require.between("slots of a system", perSystem, 1, 10_000);
        Require.between("needed slots of a system", needed, 0, perSystem);
        int slots = StrictMath.multiplyExact(systems, perSystem);
        var empty = new double[perSystem + 1]; // law of the holes of one system, given b
        empty[0] = 1;
        double sum = 0;
        for (int b = 0; b <= holes.largest(); b++) {
            double ready = 0;
            for (int h = 0; h <= perSystem - needed; h++) {
                ready += empty[h];
            }
            sum += ready * (b < slots ? holes.probability(b) : holes.survival(b - 1));
            if (b >= slots) {
                break;
            }
            for (int h = perSystem; h > 0; h--) { // the next hole hits this system or not
                double hit = (perSystem - h + 1.0) / (slots - b);
                double miss = 1 - (perSystem - h) / (double) (slots - b);
                empty[h] = empty[h] * miss + empty[h - 1] * hit;
            }
            empty[0] *= 1 - perSystem / (double) (slots - b);
        }
        return sum;
    }
}
