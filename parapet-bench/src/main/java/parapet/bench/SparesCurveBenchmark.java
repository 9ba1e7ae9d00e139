package parapet.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import parapet.sustain.decide.Portfolio;
import parapet.sustain.decide.RandomPortfolio;
import parapet.sustain.decide.SparesCurve;
import parapet.sustain.decide.StockPlan;

/// The whole curve of spares for money, and a plan looked at again after a change: pieces of work
/// per CPU second of one thread. The answer is a hash over cost and backorders of a point in the
/// middle of the curve.
@State(Scope.Thread)
public class SparesCurveBenchmark {
    private static final int CHANGED = 3;

    /// Items and bases.
    public enum Size {
        /// Small.
        OF_1000_ON_5(1_000, 5),
        /// Middle.
        OF_10000_ON_10(10_000, 10),
        /// Large.
        OF_100000_ON_20(100_000, 20);

        private final int items;
        private final int bases;

        Size(int items, int bases) {
            this.items = items;
            this.bases = bases;
        }
    }

    /// What is done.
    public enum Task {
        /// The curve of all items.
        CURVE,
        /// The curve after the price and the rate of one item have changed.
        ONE_ITEM,
        /// The backorders of a whole plan.
        PLAN
    }

    /// Items and bases.
    @Param public Size size = Size.OF_1000_ON_5;

    /// What is done.
    @Param public Task task = Task.CURVE;

    private Portfolio portfolio = RandomPortfolio.of(1, 1, 1, 0);
    private Portfolio changed = portfolio;
    private SparesCurve curve = SparesCurve.of(portfolio);
    private StockPlan plan = curve.plan(curve.at(0));
    private Meter.Answer answer = Meter.Answer.NONE;

    /// Draws the portfolio.
    @Setup(Level.Trial)
    public void draw() {
        portfolio = RandomPortfolio.of(1, size.items, size.bases, 0);
        changed = portfolio.with(CHANGED, 2 * portfolio.price(CHANGED), 1.5);
        curve = SparesCurve.of(portfolio);
        SparesCurve.Point middle = curve.at(curve.points() / 2);
        plan = curve.plan(middle);
        answer =
                Meter.Answer.checksum(
                        31 * Double.doubleToLongBits(middle.cost())
                                + Double.doubleToLongBits(middle.backorders()));
    }

    /// One piece of work.
    @Benchmark
    public Object work(Meter meter) {
        long start = Meter.now();
        Object result =
                switch (task) {
                    case CURVE -> SparesCurve.of(portfolio);
                    case ONE_ITEM -> curve.with(changed, CHANGED);
                    case PLAN -> curve.backorders(plan);
                };
        meter.add(1, Meter.now() - start, answer);
        return result;
    }
}
