package parapet.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.PlannedScenario;
import parapet.stats.Estimate;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Reason;
import parapet.sustain.SustainInput;
import parapet.sustain.Sustainment;
import parapet.sustain.UnitState;
import parapet.sustain.decide.DecisionInput;

/// One plan's fleet alone, over a window of time: as the plan has it, or with its support edited.
///
/// Chance is that of a run of the same seed, and two edits of the same draw share it, so that their
/// difference is paired ([#difference]). A draw is a pure function of its number; for any thread.
public final class FleetTrial {
    private static final double YEAR = Measures.DAYS_PER_YEAR * Calendar.DAY;

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
    public record Outcome(
            Map<UnitState, Double> unitYears,
            Map<Reason, Double> reasons,
            int ready,
            List<ReadinessHistory.PartCount> parts) {
        /// Share of the time in service and not away that units are full, in percent.
        public double readyPercent() {
            double full = unitYears.getOrDefault(UnitState.FULL, 0.0);
            double all =
                    full
                            + unitYears.getOrDefault(UnitState.DEGRADED, 0.0)
                            + unitYears.getOrDefault(UnitState.DOWN, 0.0);
            return all > 0 ? 100 * full / all : 0;
        }
    }

    /// How an edit changes the input of a draw.
    public interface Edit extends BiFunction<SustainInput, Integer, SustainInput> {}

    /// The plan as it is.
    public static final Edit AS_IT_IS = (input, draw) -> input;

    /// One draw with one edit.
    public Outcome run(int draw, Edit edit) {
        Case c = setup.realiser().realise(plan, draw);
        var streams = new Streams(setup.options().seed(), draw, 0);
        var ledger = new Ledger();
        var deliveries = Deliveries.deliver(c.programme(), streams, ledger, c.endTick());
        var history =
                Sustainment.simulate(
                        edit.apply(c.sustain(), draw),
                        deliveries,
                        streams,
                        ledger,
                        setup.options().audit());
        return count(history);
    }

    private Outcome count(ReadinessHistory history) {
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
        return new Outcome(states, reasons, ready, history.parts());
    }

    /// What the fleet asks of its stocks on a day, in one draw.
    ///
    /// @param currency of the prices
    /// @param edit of the network
    public DecisionInput decision(int draw, long tick, String currency, Edit edit) {
        Case c = setup.realiser().realise(plan, draw);
        var streams = new Streams(setup.options().seed(), draw, 0);
        var deliveries = Deliveries.deliver(c.programme(), streams, new Ledger(), c.endTick());
        List<Delivery> known = List.copyOf(deliveries);
        return DecisionInput.of(edit.apply(c.sustain(), draw), known, tick, c.rates(), currency);
    }

    /// All draws of the setup.
    ///
    /// @param threads 1 or more
    /// @param progress told the number of draws done
    public List<Outcome> run(Edit edit, int threads, IntConsumer progress) {
        int draws = setup.options().draws();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var futures = new ArrayList<Future<Outcome>>();
            for (int d = 0; d < draws; d++) {
                int draw = d;
                futures.add(pool.submit(() -> run(draw, edit)));
            }
            var outcomes = new ArrayList<Outcome>();
            for (Future<Outcome> future : futures) {
                outcomes.add(future.get());
                progress.accept(outcomes.size());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The trial was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
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
