package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// A [SupplyNetwork] whose demand rates are uncertain: each rate is its given mean times a gamma
/// factor of mean 1, so that demand is negative binomial instead of Poisson.
///
///     Var[N] / E[N] = 1 + cv² E[N]           N the demand in a period
///
/// The pipelines are mixed over the factor by Gauss quadrature, not fitted by moments. With a
/// *common* cause all bases share one factor (a wrong handbook rate, a bad season); *independent*
/// bases have one each, and what the others send up enters at each echelon as one factor, their
/// mean weighted by what each sends. That is exact for one item, and for a breakdown whose other
/// bases below an echelon send units and parts in like proportions; otherwise near.
///
/// The factor is drawn once and holds: demand does not forget it within a repair time. Refused with
/// few places, for a gamma factor overloads every queue with some probability.
public final class UncertainDemand {
    private static final int COMMON_POINTS = 40;
    private static final int[] POINTS = {COMMON_POINTS, 40, 16, 10, 7};
    private static final int MOST_ECHELONS = POINTS.length;

    private UncertainDemand() {}

    /// Whose rate is uncertain.
    public enum Cause {
        /// One factor for all bases.
        COMMON,

        /// One factor for each base.
        INDEPENDENT
    }

    /// A base with uncertain demand.
    ///
    /// @param site its name
    /// @param pipeline mixed law of the units it waits for
    /// @param measures what its stock does
    public record Base(String site, DiscreteLaw pipeline, SingleSite.Result measures) {}

    /// Coefficient of variation of the rate that gives demand a variance-to-mean ratio.
    ///
    /// @param varianceToMean of the demand in a period, 1 or more
    /// @param meanDemand of that period, more than 0
    public static double coefficientOfVariation(double varianceToMean, double meanDemand) {
        Require.notNegative("varianceToMean - 1", varianceToMean - 1);
        Require.positive("meanDemand", meanDemand);
        return StrictMath.sqrt((varianceToMean - 1) / meanDemand);
    }

    /// The bases of a network, in the order of [SupplyNetwork#bases].
    ///
    /// @param coefficientOfVariation cv of the rates, 0 to 10
    public static List<Base> solve(
            SupplyNetwork network, double coefficientOfVariation, Cause cause) {
        for (var h : network.holdings()) {
            if (coefficientOfVariation > 0 && !h.places().isAmple()) {
                throw new IllegalArgumentException(
                        """
                        The shop for (%s) at (%s) has (%d) places and would have no long run at high rates.
                        Maybe simulate, or take ample places.\
                        """
                                .formatted(h.item(), h.site(), h.places().count()));
            }
        }
        var solver = new SupplySolver(network);
        var bases = new ArrayList<Base>();
        for (var site : network.bases()) {
            int base = solver.siteNumber(site.name());
            var law =
                    switch (cause) {
                        case COMMON -> common(solver, base, coefficientOfVariation);
                        case INDEPENDENT ->
                                new Independent(solver, base, coefficientOfVariation).law();
                    };
            int stock = 0;
            for (var h : network.holdings()) {
                if (h.site().equals(site.name()) && h.item().equals(network.unit().name())) {
                    stock = h.stock();
                }
            }
            bases.add(new Base(site.name(), law, SingleSite.measure(law, stock)));
        }
        return List.copyOf(bases);
    }

    private static DiscreteLaw common(SupplySolver solver, int base, double cv) {
        var rule = QuadratureRule.gamma(cv, COMMON_POINTS);
        var mix = new Mix();
        double[] mean = solver.demandRates();
        for (int k = 0; k < rule.values().length; k++) {
            var rates = new double[mean.length];
            for (int j = 0; j < mean.length; j++) {
                rates[j] = mean[j] * rule.values()[k];
            }
            mix.add(rule.weights()[k], pipeline(solver, base, rates));
        }
        return mix.law();
    }

    private static DiscreteLaw pipeline(SupplySolver solver, int base, double[] rates) {
        return solver.solve(SupplyMethod.EXACT, rates, solver.pathTo(base), false).nodes().stream()
                .filter(n -> n.site().equals(solver.siteName(base)))
                .findFirst() // the unit stands first
                .orElseThrow()
                .pipeline();
    }

    /// One base against all others: its own factor, and one factor for those that join its way up
    /// at each echelon.
    private static final class Independent {
        private final SupplySolver solver;
        private final int base;
        private final double[] mean;
        private final int[] joins; // number of the echelon where a site joins; 0 the base itself
        private final List<QuadratureRule> factors = new ArrayList<>();
        private final Mix mix = new Mix();

        Independent(SupplySolver solver, int base, double cv) {
            this.solver = solver;
            this.base = base;
            this.mean = solver.demandRates();
            var path = new ArrayList<Integer>();
            for (int j = base; j >= 0; j = solver.supplier(j)) {
                path.add(j);
            }
            joins = new int[mean.length];
            for (int j = 0; j < mean.length; j++) {
                int at = j;
                while (!path.contains(at)) {
                    at = solver.supplier(at);
                }
                joins[j] = path.indexOf(at);
            }
            int groups = 0;
            for (int level = 0; level < path.size(); level++) {
                groups += others(level).isEmpty() ? 0 : 1;
            }
            Require.between("number of echelons with other bases", groups, 0, MOST_ECHELONS - 1);
            int points = POINTS[groups];
            factors.add(QuadratureRule.gamma(cv, points));
            for (int level = 0; level < path.size(); level++) {
                factors.add(joint(path.get(level), others(level), cv, points));
            }
        }

        private List<Integer> others(int level) {
            var list = new ArrayList<Integer>();
            for (int j = 0; j < mean.length; j++) {
                if (j != base && joins[j] == level && mean[j] > 0) {
                    list.add(j);
                }
            }
            return list;
        }

        /// Factor of what the sites of one echelon send to the way, their mean weighted by it.
        private QuadratureRule joint(int at, List<Integer> sites, double cv, int points) {
            if (sites.isEmpty()) {
                return QuadratureRule.certain();
            }
            var one = QuadratureRule.gamma(cv, points);
            QuadratureRule rule = one;
            double before = sentTo(at, sites.getFirst());
            for (int j : sites.subList(1, sites.size())) {
                double here = sentTo(at, j);
                double all = before + here;
                rule = all == 0 ? rule : QuadratureRule.mean(rule, one, before / all, points);
                before = all;
            }
            return rule;
        }

        /// Units from a site that reach another above it, per unit of time.
        private double sentTo(int at, int site) {
            var only = new double[mean.length];
            only[site] = mean[site];
            return solver.demand(only)[0][at];
        }

        DiscreteLaw law() {
            add(0, 1, new double[factors.size()]);
            return mix.law();
        }

        private void add(int factor, double weight, double[] chosen) {
            if (factor == factors.size()) {
                var rates = new double[mean.length];
                for (int j = 0; j < mean.length; j++) {
                    rates[j] = mean[j] * (j == base ? chosen[0] : chosen[1 + joins[j]]);
                }
                mix.add(weight, pipeline(solver, base, rates));
                return;
            }
            QuadratureRule rule = factors.get(factor);
            for (int k = 0; k < rule.values().length; k++) {
                if (weight * rule.weights()[k] > 1e-17) {
                    chosen[factor] = rule.values()[k];
                    add(factor + 1, weight * rule.weights()[k], chosen);
                }
            }
        }
    }

    /// Sum of weighted laws.
    private static final class Mix {
        private double[] p = new double[1];
        private double weights;

        void add(double weight, DiscreteLaw law) {
            if (law.largest() >= p.length) {
                p = Arrays.copyOf(p, law.largest() + 1);
            }
            for (int k = law.largest(); k >= 0; k--) {
                p[k] += weight * law.probability(k);
            }
            weights += weight;
        }

        DiscreteLaw law() {
            for (int k = 0; k < p.length; k++) {
                p[k] /= weights;
            }
            return DiscreteLaw.of(p);
        }
    }
}
