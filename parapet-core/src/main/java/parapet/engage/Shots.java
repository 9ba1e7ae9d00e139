package parapet.engage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one fire unit can do against one class on one lane, whoever is ready: when a decision to
/// fire leads to an intercept, by magazine, and if never, which link of the chain fails.
final class Shots {
    /// OUT_OF_REACH, BEHIND_HORIZON, BEHIND_TERRAIN or TOO_FAINT; null when it can be engaged.
    final @Nullable Reason fails;

    /// Permitted times of intercept, by magazine.
    final List<Intervals> intercepts;

    /// Times of decision, by magazine.
    final List<Intervals> windows;

    final List<FlyOut> flyOuts;

    /// First and last time of decision of all magazines; NaN when never.
    final double opensSec;

    final double closesSec;

    private Shots(
            @Nullable Reason fails,
            List<Intervals> intercepts,
            List<Intervals> windows,
            List<FlyOut> flyOuts) {
        this.fails = fails;
        this.intercepts = List.copyOf(intercepts);
        this.windows = List.copyOf(windows);
        this.flyOuts = List.copyOf(flyOuts);
        double opens = Double.NaN;
        double closes = Double.NaN;
        for (Intervals w : windows) {
            if (!w.isEmpty()) {
                opens = Double.isNaN(opens) ? w.begin(0) : Math.min(opens, w.begin(0));
                double last = w.end(w.size() - 1);
                closes = Double.isNaN(closes) ? last : Math.max(closes, last);
            }
        }
        opensSec = opens;
        closesSec = closes;
    }

    /// A fire unit that the class never comes near.
    static Shots outOfReach(int magazines) {
        var none = Collections.nCopies(magazines, Intervals.NONE);
        return new Shots(Reason.OUT_OF_REACH, none, none, List.of());
    }

    /// What a fire unit can do about a class on a lane.
    ///
    /// @param path the way of the class as the fire unit has it before itself
    /// @param strongM range within which its radar finds the class well enough, m
    static Shots of(
            BattleInput input,
            FireUnit fireUnit,
            int targetClass,
            Trajectory path,
            double strongM) {
        Intervals view = path.inView();
        Intervals strong = path.within(strongM);
        var intercepts = new ArrayList<Intervals>();
        var windows = new ArrayList<Intervals>();
        var flyOuts = new ArrayList<FlyOut>();
        int held = 0; // links of the chain that hold for some magazine
        for (Magazine magazine : fireUnit.magazines()) {
            Interceptor round = input.interceptors().get(magazine.interceptor());
            var flyOut = new FlyOut(path, round.meanSpeedMps(), fireUnit.reactionSec());
            Intervals reach = reach(path, round, targetClass);
            Intervals seen = reach.and(view);
            Intervals permitted = seen.and(strong);
            Intervals window = flyOut.windows(permitted);
            boolean shown = !window.isEmpty() || !flyOut.windows(seen).isEmpty();
            // A round too slow to get there is out of reach as well.
            boolean reached = shown || !flyOut.windows(reach).isEmpty();
            held = Math.max(held, !window.isEmpty() ? 4 : shown ? 3 : 0);
            if (held < 2 && reached) {
                boolean smooth = !flyOut.windows(reach.and(path.inViewOnSmoothEarth())).isEmpty();
                held = Math.max(held, smooth ? 2 : 1);
            }
            intercepts.add(permitted);
            windows.add(window);
            flyOuts.add(flyOut);
        }
        Reason fails =
                switch (held) {
                    case 0 -> Reason.OUT_OF_REACH;
                    case 1 -> Reason.BEHIND_HORIZON;
                    case 2 -> Reason.BEHIND_TERRAIN;
                    case 3 -> Reason.TOO_FAINT;
                    default -> null;
                };
        return new Shots(fails, intercepts, windows, flyOuts);
    }

    private static Intervals reach(Trajectory path, Interceptor round, int targetClass) {
        if (round.killProbability()[targetClass] <= 0) {
            return Intervals.NONE;
        }
        return path.within(round.maximumRangeM()[targetClass])
                .and(path.beyond(round.minimumRangeM()))
                .and(path.between(round.minimumHeightM(), round.maximumHeightM()));
    }
}
