package parapet.study;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.PlannedScenario;
import parapet.stats.Estimate;
import parapet.sustain.Controls;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Reason;
import parapet.sustain.SustainInput;
import parapet.sustain.UnitState;
import parapet.sustain.decide.DecisionInput;
import parapet.sustain.exact.DatedFleet;
import parapet.sustain.forecast.Forecast;
import parapet.sustain.forecast.SmallFleet;

/// One plan's fleet alone, over a window of time: as the plan has it, or with its support edited.
///
/// Chance is that of a run of the same seed, and two edits of the same draw share it, so that their
/// difference is paired ([#difference]). A draw is a pure function of its number; for any thread.
public final class FleetTrial {
    private static final double YEAR = Measures.DAYS_PER_YEAR * Calendar.DAY;
    private static final int GRID_DAYS = 30;

    private final Setup setup;
    private final PlannedScenario plan;
    private final long from;
    private final long to;

    /// A trial.
    ///
    /// @param from first tick of the window
    /// @param to tick after its last, more than `from`
    public FleetTrial(Setup setup, PlannedScenario plan, long from, long to) {
        if (to <= from) {
            throw new IllegalArgumentException(
                    "The window must end (%d) after it begins (%d).".formatted(to, from));
        }
        this.setup = setup;
        this.plan = plan;
        this.from = from;
        this.to = to;
    }

    /// What came of one draw.
    ///
    /// @param unitYears by state, within the window
    /// @param reasons unit-years in service and not full, by reason
    /// @param ready units full at the middle of the window
    /// @param parts counts by part, over the whole time simulated
    /// @param money spent within the window, in the reporting currency
    /// @param moneyInAll spent in the whole time simulated, in the reporting currency; the one to
    ///   compare plans by, for an opening is paid for long before its day
    /// @param presentValue of all money of the draw, in the reporting currency
    /// @param controls failures and times of work, each less its mean and summed over the parts,
    ///   for [parapet.stats.ControlledEstimate]; empty unless asked for
    public record Outcome(
            Map<UnitState, Double> unitYears,
            Map<Reason, Double> reasons,
            int ready,
            List<ReadinessHistory.PartCount> parts,
            double money,
            double moneyInAll,
            double presentValue,
            List<Double> controls) {
        public Outcome {
            controls = List.copyOf(controls);
        }

        /// Unit-years full.
        public double readyUnitYears() {
            return unitYears.getOrDefault(UnitState.FULL, 0.0);
        }

        /// Share of the time in service and not away that units are full, in percent.
        public double readyPercent() {
            double full = readyUnitYears();
            double all =
                    full
                            + unitYears.getOrDefault(UnitState.DEGRADED, 0.0)
                            + unitYears.getOrDefault(UnitState.DOWN, 0.0);
            return all > 0 ? 100 * full / all : 0;
        }
    }

    /// How an edit changes a draw.
    public interface Edit extends UnaryOperator<Case> {
        /// An edit of the support alone.
        static Edit ofSupport(UnaryOperator<SustainInput> edit) {
            return c -> c.with(edit.apply(c.sustain()));
        }
    }

    /// The plan as it is.
    public static final Edit AS_IT_IS = c -> c;

    /// One draw with one edit, without controls.
    public Outcome run(int draw, Edit edit) {
        return run(draw, edit, false);
    }

    private Outcome run(int draw, Edit edit, boolean controlled) {
        Case c = edit.apply(setup.realiser().realise(plan, draw));
        var streams = streams(draw);
        History history = History.of(c, streams, setup.options().audit());
        return count(
                c,
                history.readiness(),
                history.ledger(),
                controlled
                        ? sums(
                                Controls.of(
                                        c.sustain(),
                                        history.deliveries(),
                                        streams,
                                        history.readiness()))
                        : List.of());
    }

    /// Two controls instead of two a part: a few draws cannot tell many coefficients.
    private static List<Double> sums(double[] controls) {
        int parts = controls.length / 2;
        double failures = Arrays.stream(controls, 0, parts).sum();
        return List.of(failures, Arrays.stream(controls, parts, controls.length).sum());
    }

    private Streams streams(int draw) {
        return new Streams(setup.options().seed(), draw, 0);
    }

    /// One draw with one edit, by formula instead of by chance; its deliveries are those of [#run].
    public Formula formula(int draw, Edit edit) {
        Case c = edit.apply(setup.realiser().realise(plan, draw));
        var deliveries =
                Deliveries.deliver(c.programme(), streams(draw), new Ledger(), c.endTick());
        double fromDay = from / (double) Calendar.DAY;
        double toDay = to / (double) Calendar.DAY;
        double days = Forecast.of(c.sustain(), deliveries, GRID_DAYS).fullUnitDays(fromDay, toDay);
        var exact = SmallFleet.of(c.sustain(), deliveries);
        return new Formula(
                days / Measures.DAYS_PER_YEAR,
                exact.isEmpty()
                        ? Double.NaN
                        : DatedFleet.over(exact, fromDay, toDay).readyUnitTime()
                                / Measures.DAYS_PER_YEAR);
    }

    /// Expected unit-years full within the window, the deliveries of the draw given.
    ///
    /// @param forecast by [Forecast]
    /// @param exact by [DatedFleet]; NaN where the fleet is not of its kind
    public record Formula(double forecast, double exact) {
        /// Exact where it is known, else by forecast.
        public double best() {
            return Double.isNaN(exact) ? forecast : exact;
        }
    }

    private Outcome count(Case c, ReadinessHistory history, Ledger ledger, List<Double> controls) {
        var states = new EnumMap<UnitState, Double>(UnitState.class);
        var reasons = new EnumMap<Reason, Double>(Reason.class);
        long middle = from + (to - from) / 2;
        int ready = 0;
        for (int i = 0; i < history.size(); i++) {
            double years =
                    (Math.min(to, history.to(i)) - (double) Math.max(from, history.from(i))) / YEAR;
            if (years <= 0) {
                continue;
            }
            UnitState state = history.state(i);
            states.merge(state, years, Double::sum);
            if (state == UnitState.DEGRADED || state == UnitState.DOWN || state == UnitState.AWAY) {
                reasons.merge(Reason.values()[history.reason(i)], years, Double::sum);
            }
            if (state == UnitState.FULL && history.from(i) <= middle && history.to(i) > middle) {
                ready++;
            }
        }
        double money = 0;
        double all = 0;
        double present = 0;
        for (Ledger.Entry e : ledger.entries()) {
            double m =
                    c.rates()
                            .convert(
                                    e.amount(), e.currency(), c.accounting().reporting(), e.tick());
            money += e.tick() >= from && e.tick() < to ? m : 0;
            all += m;
            present += c.accounting().presentValue(m, e.tick(), c.calendar());
        }
        return new Outcome(states, reasons, ready, history.parts(), money, all, present, controls);
    }

    /// What the fleet asks of its stocks on a day, in one draw.
    ///
    /// @param currency of the prices
    /// @param edit of the network
    public DecisionInput decision(int draw, long tick, String currency, Edit edit) {
        Case c = edit.apply(setup.realiser().realise(plan, draw));
        List<Delivery> known =
                Deliveries.deliver(c.programme(), streams(draw), new Ledger(), c.endTick());
        return DecisionInput.of(c.sustain(), known, tick, c.rates(), currency);
    }

    /// All draws of the setup.
    ///
    /// @param threads 1 or more
    /// @param progress told the number of draws done
    public List<Outcome> run(Edit edit, int threads, IntConsumer progress) {
        return each(draw -> run(draw, edit), threads, progress);
    }

    /// All draws of the plan as it is, with controls.
    ///
    /// @param threads 1 or more
    /// @param progress told the number of draws done
    public List<Outcome> controlled(int threads, IntConsumer progress) {
        return each(draw -> run(draw, AS_IT_IS, true), threads, progress);
    }

    /// All draws of the setup, by formula.
    ///
    /// @param threads 1 or more
    /// @param progress told the number of draws done
    public List<Formula> formulas(Edit edit, int threads, IntConsumer progress) {
        return each(draw -> formula(draw, edit), threads, progress);
    }

    private <T> List<T> each(IntFunction<T> work, int threads, IntConsumer progress) {
        return Draws.each(setup.options().draws(), threads, work, progress);
    }

    /// Ready share of each draw, in percent.
    public static double[] readyPercent(List<Outcome> outcomes) {
        return outcomes.stream().mapToDouble(Outcome::readyPercent).toArray();
    }

    /// Paired difference of the ready share, in points: what `a` has more than `b`.
    public static Estimate difference(List<Outcome> a, List<Outcome> b) {
        return Estimate.ofPairedDifference(readyPercent(a), readyPercent(b));
    }
}
