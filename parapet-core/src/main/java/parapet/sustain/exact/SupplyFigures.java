package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import parapet.stats.Require;

/// Chooses the method for a [SupplyNetwork] and says how far off each figure can be.
///
/// Backorders and rates of a base, endless source:
///
/// | when | method | error |
/// |---|---|---|
/// | convolution within the effort, no independence assumed | exact | rounding |
/// | within the effort, independence assumed | exact convolution | bounded by the law whose dependent parts rise and fall together |
/// | beyond the effort | two moments | at every pipeline 12 times the distance to a law of three moments, 5 % and 0.001, handed on with the share of its backorders |
///
/// Availability A of a base with N units:
///
/// | when | method | error |
/// |---|---|---|
/// | one item at one site | closed chain of [ClosedFleet] | rounding |
/// | within the effort, up to 3000 units in all | [ClosedNetwork] | (1-A) x (10 x the share of transport in the pipeline, at most 0.25, and 0.1 if there are parts), and that of the backorders / N |
/// | otherwise | as for backorders, endless source | twice the share of units down at the worst base x min(1-A, m/N), m the pipeline mean, and that of the backorders / N |
///
/// The bound is proven for dependence that is positive, as it is for backorders of Poisson demand.
/// The factors of the comparisons were set on random networks and are held by tests on others
/// (`SupplyFiguresTest`), against the exact law and exact chains. What no figure knows is whether
/// the assumptions of the model hold.
public final class SupplyFigures {
    /// Products of the exact method that take about a second.
    public static final double USUAL_EFFORT = 5e8;

    /// Most units of all bases together that are corrected for demand that falls.
    static final int MOST_CLOSED_UNITS = 3_000;

    /// Times the distance to three moments that the error of two moments may be.
    static final double SHAPE = 12;

    private static final double ROUNDING = 1e-11;

    private SupplyFigures() {}

    /// A base in figures.
    ///
    /// @param site its name
    /// @param pipelineMean E\[X\]
    /// @param expectedBackorders `E[(X-s)+]`
    /// @param fillRate P(X < s)
    /// @param readyRate P(X ≤ s)
    public record Base(
            String site,
            Figure pipelineMean,
            Figure expectedBackorders,
            Figure fillRate,
            Figure readyRate) {}

    /// Figures of every base for an endless source, in the order of [SupplyNetwork#bases].
    ///
    /// @param effort most products for the exact method, such as [#USUAL_EFFORT]; 0 forbids it
    public static List<Base> bases(SupplyNetwork network, double effort) {
        var solver = new SupplySolver(network);
        return solver.products() <= effort
                ? byConvolution(network, solver)
                : byMoments(network, solver);
    }

    private static List<Base> byConvolution(SupplyNetwork network, SupplySolver solver) {
        var result = solver.solve(SupplyMethod.EXACT);
        var bases = new ArrayList<Base>();
        boolean exact = true;
        for (var site : network.bases()) {
            exact &= result.at(network.unit().name(), site.name()).exact();
        }
        var most =
                exact
                        ? result
                        : solver.solve(
                                SupplyMethod.EXACT, solver.demandRates(), solver.everySite(), true);
        for (var site : network.bases()) {
            var node = result.at(network.unit().name(), site.name());
            var bound = most.at(network.unit().name(), site.name());
            bases.add(
                    new Base(
                            site.name(),
                            bounded(node, bound, SingleSite.Result::pipelineMean),
                            bounded(node, bound, SingleSite.Result::expectedBackorders),
                            rate(node, bound, node.stock() - 1),
                            rate(node, bound, node.stock())));
        }
        return List.copyOf(bases);
    }

    private static Figure bounded(
            SupplyNetwork.Node node,
            SupplyNetwork.Node most,
            ToDoubleFunction<SingleSite.Result> measure) {
        double value = measure.applyAsDouble(node.measures());
        double rounding = ROUNDING * value + node.pipeline().truncatedMass();
        return node.exact()
                ? new Figure(value, Figure.Method.EXACT, rounding, Figure.Basis.ROUNDING)
                : new Figure(
                        value,
                        Figure.Method.EXACT,
                        rounding + StrictMath.abs(measure.applyAsDouble(most.measures()) - value),
                        Figure.Basis.BOUNDED);
    }

    /// P(X ≤ k). As P(X > k) = E\[(X-k)+\] - E\[(X-k-1)+\], and each lies between its independent
    /// value e and its bound b, P(X > k) lies between e(k) - b(k+1) and b(k) - e(k+1).
    private static Figure rate(SupplyNetwork.Node node, SupplyNetwork.Node most, int k) {
        var law = node.pipeline();
        double value = law.cdf(k);
        double rounding = ROUNDING + law.truncatedMass();
        if (node.exact() || k < 0) {
            return new Figure(value, Figure.Method.EXACT, rounding, Figure.Basis.ROUNDING);
        }
        var upper = most.pipeline();
        double above = upper.expectedExcess(k) - law.expectedExcess(k + 1);
        double below = law.expectedExcess(k) - upper.expectedExcess(k + 1);
        double survival = law.survival(k);
        double error =
                StrictMath.max(
                        StrictMath.min(1, above) - survival, survival - StrictMath.max(0, below));
        return new Figure(
                value,
                Figure.Method.EXACT,
                rounding + StrictMath.max(0, error),
                Figure.Basis.BOUNDED);
    }

    private static List<Base> byMoments(SupplyNetwork network, SupplySolver solver) {
        var result = solver.solve(SupplyMethod.VARI_METRIC);
        var bases = new ArrayList<Base>();
        for (var site : network.bases()) {
            var node = result.at(network.unit().name(), site.name());
            int at = solver.siteNumber(site.name());
            double waiting = solver.waitingError(at);
            double shape = solver.shapeError(at);
            var better = solver.threeMoments(at, node);
            int s = node.stock();
            bases.add(
                    new Base(
                            site.name(),
                            compared(node.measures().pipelineMean(), waiting),
                            compared(node.measures().expectedBackorders(), waiting + shape),
                            rate(node, better, s - 1, waiting),
                            rate(node, better, s, waiting)));
        }
        return List.copyOf(bases);
    }

    private static Figure rate(
            SupplyNetwork.Node node, ThreeMoments better, int k, double waiting) {
        double value = node.pipeline().cdf(k);
        return compared(value, 0.02 + waiting + SHAPE * StrictMath.abs(better.cdf(k) - value));
    }

    private static Figure compared(double value, double error) {
        double whole = error + ROUNDING * value;
        return new Figure(value, Figure.Method.VARI_METRIC, whole, Figure.Basis.COMPARED);
    }

    /// Availability of every base, in the order of [SupplyNetwork#bases].
    ///
    /// @param units N of each base, 1 or more
    /// @param effort as in [#bases]
    public static List<Figure> availability(
            SupplyNetwork network, List<Integer> units, double effort) {
        var sites = network.bases();
        Require.between("number of unit counts", units.size(), sites.size(), sites.size());
        var fleet = oneFleet(network, units);
        if (fleet != null) {
            double value = ClosedFleet.solve(fleet).availability();
            return List.of(
                    new Figure(value, Figure.Method.CLOSED_CHAIN, ROUNDING, Figure.Basis.ROUNDING));
        }
        var open = bases(network, effort);
        if (open.getFirst().pipelineMean().method() == Figure.Method.EXACT) {
            int all = units.stream().mapToInt(Integer::intValue).sum();
            if (all <= MOST_CLOSED_UNITS) {
                return closed(network, units, open);
            }
        }
        double down = 0;
        for (int b = 0; b < sites.size(); b++) {
            down = StrictMath.max(down, down(open.get(b), units.get(b)));
        }
        var figures = new ArrayList<Figure>();
        for (int b = 0; b < sites.size(); b++) {
            var backorders = open.get(b).expectedBackorders();
            double m = open.get(b).pipelineMean().value();
            double here = down(open.get(b), units.get(b));
            double fall = 2 * down * StrictMath.min(here, m / units.get(b));
            figures.add(
                    new Figure(
                            1 - StrictMath.min(1, backorders.value() / units.get(b)),
                            backorders.method(),
                            backorders.error() / units.get(b) + fall,
                            Figure.Basis.COMPARED));
        }
        return List.copyOf(figures);
    }

    private static double down(Base open, int units) {
        var backorders = open.expectedBackorders();
        return StrictMath.min(1, (backorders.value() + backorders.error()) / units);
    }

    /// The network as one closed fleet, null if it is more than that.
    private static ClosedFleet.@Nullable Fleet oneFleet(
            SupplyNetwork network, List<Integer> units) {
        if (network.sites().size() > 1
                || !network.unit().parts().isEmpty()
                || network.holdings().size() != 1
                || network.bases().isEmpty()) {
            return null;
        }
        var h = network.holdings().getFirst();
        boolean bought = h.repairShare() < 1;
        double time =
                h.repairShare() * h.repairTime()
                        + (bought ? (1 - h.repairShare()) * network.unit().procurementTime() : 0);
        if ((bought && !h.places().isAmple()) || time == 0 || Double.isInfinite(time)) {
            return null;
        }
        double failureRate = network.bases().getFirst().demandRate() / units.getFirst();
        return new ClosedFleet.Fleet(
                units.getFirst(), h.stock(), 1 / failureRate, time, h.places());
    }

    private static List<Figure> closed(
            SupplyNetwork network, List<Integer> units, List<Base> open) {
        var solver = new SupplySolver(network);
        var closed = ClosedNetwork.solve(network, units);
        var figures = new ArrayList<Figure>();
        for (int b = 0; b < units.size(); b++) {
            double value = closed.get(b).availability();
            double doubt = solver.closingDoubt(solver.siteNumber(closed.get(b).site()));
            double error =
                    ROUNDING
                            + (1 - value) * doubt
                            + open.get(b).expectedBackorders().error() / units.get(b);
            figures.add(
                    new Figure(
                            value, Figure.Method.CLOSED_CORRECTION, error, Figure.Basis.COMPARED));
        }
        return List.copyOf(figures);
    }
}
