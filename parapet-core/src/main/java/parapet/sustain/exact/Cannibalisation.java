package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// Systems down for parts, with and without moving the holes together.
///
/// n systems with z positions of every part, pipelines X Poisson and independent, s spares each. With
/// full cannibalisation, in no time and without breaking anything, all shortages lie on the fewest
/// systems:
///
///     P(down ≤ k) = Π_parts P(X ≤ s + k z)                    [Hillestad 1982, RAND R-2785]
///
/// Without it the b = (X-s)+ holes of a part lie at random among its n z positions. The product
/// formula Π (1 - EBO/(n z))^z, common in practice, is given for comparison.
public final class Cannibalisation {
    private Cannibalisation() {}

    /// A kind of part.
    ///
    /// @param perSystem z, positions in one system, 1 or more
    /// @param pipelineMean of all systems together, 0 or more
    /// @param stock s, 0 or more
    public record Part(int perSystem, double pipelineMean, int stock) {
        public Part {
            Require.between("perSystem", perSystem, 1, 100_000);
            Require.notNegative("pipelineMean", pipelineMean);
            Require.between("stock", stock, 0, 100_000_000);
        }
    }

    /// Systems down for parts.
    ///
    /// @param probabilityDownAtMost P(down ≤ k), k = 0..n, with full cannibalisation
    /// @param expectedDown mean down with full cannibalisation, at most n
    /// @param availability 1 - that / n
    /// @param availabilityWithout share of systems without a hole, no cannibalisation
    /// @param availabilityByProduct the product formula
    public record Result(
            List<Double> probabilityDownAtMost,
            double expectedDown,
            double availability,
            double availabilityWithout,
            double availabilityByProduct) {
        public Result {
            probabilityDownAtMost = List.copyOf(probabilityDownAtMost);
        }
    }

    /// Systems down for parts.
    ///
    /// @param systems n, 1 or more
    public static Result solve(int systems, List<Part> parts) {
        Require.between("number of systems", systems, 1, 10_000);
        var laws = new ArrayList<DiscreteLaw>(parts.size());
        double without = 1;
        double byProduct = 1;
        for (Part part : parts) {
            var law = new Poisson(part.pipelineMean()).law();
            laws.add(law);
            int positions = StrictMath.multiplyExact(systems, part.perSystem());
            without *= intact(law.excess(part.stock()), positions, part.perSystem());
            double hole = law.expectedExcess(part.stock()) / positions;
            byProduct *= StrictMath.pow(StrictMath.max(0, 1 - hole), part.perSystem());
        }
        var atMost = new ArrayList<Double>(systems + 1);
        double down = 0;
        for (int k = 0; k <= systems; k++) {
            double product = 1;
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                product *= laws.get(i).cdf(part.stock() + k * part.perSystem());
            }
            atMost.add(product);
            down += k < systems ? 1 - product : 0;
        }
        return new Result(atMost, down, 1 - down / systems, without, byProduct);
    }

    /// E\[C(N-z, b) / C(N, b)\], the chance that none of b holes among N positions is in one
    /// system.
    private static double intact(DiscreteLaw holes, int positions, int perSystem) {
        double sum = 0;
        double none = 1;
        for (int b = 0; b <= StrictMath.min(holes.largest(), positions - perSystem); b++) {
            sum += none * holes.probability(b);
            none *= (positions - perSystem - b) / (double) (positions - b);
        }
        return sum;
    }
}
