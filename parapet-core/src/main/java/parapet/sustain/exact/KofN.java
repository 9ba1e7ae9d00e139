package parapet.sustain.exact;

import java.util.List;
import parapet.stats.Binomial;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// Squadrons made of blocks that each need some of their parts.
///
///     A = Π_blocks Σ_(i ≥ k) C(n, i) a^i (1-a)^(n-i)
///
/// Parts, blocks and squadrons are independent; common spares or common causes are outside, see
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
    public static double squadronAvailability(List<Block> blocks) {
        double product = 1;
        for (Block block : blocks) {
            product *=
                    new Binomial(block.count(), block.availability())
                            .law()
                            .survival(block.needed() - 1);
        }
        return product;
    }

    /// Law of the number of squadrons ready.
    ///
    /// @param squadrons 0 or more
    public static DiscreteLaw readySquadrons(int squadrons, List<Block> blocks) {
        Require.between("number of squadrons", squadrons, 0, 100_000);
        return new Binomial(squadrons, squadronAvailability(blocks)).law();
    }
}
