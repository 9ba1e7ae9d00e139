package parapet.engage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one fire unit can do against one class on one lane, whoever is ready: when a decision to
/// fire leads to an intercept, by magazine, and if never, which link of the chain fails.
final class Shots {
    /// OUT_OF_REACH, OUT_OF_SECTOR, BEHIND_HORIZON, BEHIND_TERRAIN or TOO_FAINT; null when it can
    /// be engaged.
    final @Nullable Reason fails;

    /// Permitted times of intercept, by magazine.
    final List<Intervals> intercepts;

    /// Times of decision, by magazine.
    final List<Intervals> windows;

    final List<FlyOut> flyOuts;

    /// Latest decision from which so many looks and one are still possible, by magazine, falling:
    /// `latestSec[magazine][looks - 1]`; negative infinity where there is none.
    private final double[][] latestSec;

    /// First and last time of decision of all magazines; NaN when never.
    final double opensSec;

    final double closesSec;

    private Shots(
            @Nullable Reason fails,
            List<Intervals> intercepts,
            List<Intervals> windows,
            List<FlyOut> flyOuts,
            double[][] latestSec) {
        this.latestSec = latestSec;
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
        return new Shots(Reason.OUT_OF_REACH, none, none, List.of(), new double[magazines][0]);
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
        Intervals sector = path.in(fireUnit.sector());
        int magazines = fireUnit.magazines().size();
        var intercepts = new ArrayList<Intervals>(magazines);
        var windows = new ArrayList<Intervals>(magazines);
        var flyOuts = new ArrayList<FlyOut>(magazines);
        var latest = new double[magazines][];
        int held = 0; // links of the chain that hold for some magazine
        for (Magazine magazine : fireUnit.magazines()) {
            Interceptor round = input.interceptors().get(magazine.interceptor());
            var flyOut = new FlyOut(path, round.meanSpeedMps(), fireUnit.reactionSec());
            Intervals near = reach(path, round, targetClass);
            Intervals reach = near.and(sector);
            Intervals seen = reach.and(view);
            Intervals permitted = seen.and(strong);
            Intervals window = flyOut.windows(permitted);
            boolean shown = !window.isEmpty() || !flyOut.windows(seen).isEmpty();
            // A round too slow to get there is out of reach as well.
            boolean reached = shown || !flyOut.windows(reach).isEmpty();
            held = Math.max(held, !window.isEmpty() ? 5 : shown ? 4 : 0);
            if (held < 3 && reached) {
                boolean smooth = !flyOut.windows(reach.and(path.inViewOnSmoothEarth())).isEmpty();
                held = Math.max(held, smooth ? 3 : 2);
            } else if (held < 1 && !fireUnit.sector().all()) {
                held = flyOut.windows(near).isEmpty() ? 0 : 1;
            }
            latest[windows.size()] =
                    latest(
                            flyOut,
                            window,
                            fireUnit.assessment().meanSec(),
                            fireUnit.doctrine().roundsAtLook().length);
            intercepts.add(permitted);
            windows.add(window);
            flyOuts.add(flyOut);
        }
        Reason fails =
                switch (held) {
                    case 0 -> Reason.OUT_OF_REACH;
                    case 1 -> Reason.OUT_OF_SECTOR;
                    case 2 -> Reason.BEHIND_HORIZON;
                    case 3 -> Reason.BEHIND_TERRAIN;
                    case 4 -> Reason.TOO_FAINT;
                    default -> null;
                };
        return new Shots(fails, intercepts, windows, flyOuts, latest);
    }

    /// Latest decisions from which one look, two looks and so on are possible: the look after a
    /// round must end before the latest decision of the next.
    private static double[] latest(
            FlyOut flyOut, Intervals window, double assessmentSec, int looks) {
        var latest = new double[looks];
        Arrays.fill(latest, Double.NEGATIVE_INFINITY);
        if (window.isEmpty()) {
            return latest;
        }
        latest[0] = window.end(window.size() - 1);
        for (int k = 1; k < looks; k++) {
            double meets = latest[k - 1] - assessmentSec;
            for (int i = window.size() - 1; i >= 0 && latest[k] < 0; i--) {
                if (flyOut.interceptSec(window.end(i)) <= meets) {
                    latest[k] = window.end(i);
                } else if (flyOut.interceptSec(window.begin(i)) <= meets) {
                    double decision = flyOut.decisionSec(meets);
                    latest[k] = Math.clamp(decision, window.begin(i), window.end(i));
                }
            }
        }
        return latest;
    }

    /// Looks for which a magazine has time when the first decision falls at a time or later: each
    /// round flies its way and is assessed, with the mean of that, before the next is decided.
    int looksFrom(int magazine, double timeSec) {
        double[] latest = latestSec[magazine];
        int looks = 0;
        while (looks < latest.length && latest[looks] >= timeSec) {
            looks++;
        }
        return looks;
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
