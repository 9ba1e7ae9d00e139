package parapet.engage;

import java.util.Arrays;
import java.util.List;

/// Rounds of the working fire units in one night: on launchers, being loaded, in reserve.
///
/// The rounds of an owner are shared evenly among the magazines for them of its working fire units,
/// the first ones taking what does not divide. A magazine fills its launchers one after another and
/// keeps the rest in reserve. The launcher with the fewest rounds is emptied first; an empty one is
/// reloaded from the reserve at once, with what the reserve has up to a full load.
final class Arsenal {
    /// Magazines of each fire unit whose launchers have a round, and that are being reloaded, one
    /// bit each.
    final int[] ready;

    final int[] reloading;

    private final BattleInput input;
    private final boolean[] working;

    /// First magazine of each fire unit, and first launcher of each magazine.
    private final int[] magazineOf;

    private final int[] launcherOf;
    private final int[] unitOf;
    private final int[] onRails;
    private final int[] reserve;
    private final int[] loadingLaunchers;
    private final int[] rounds;
    private final int[] loading;
    private final int[] magazineOfLauncher;

    Arsenal(BattleInput input, boolean[] working) {
        this.input = input;
        this.working = working;
        int units = input.fireUnits().size();
        magazineOf = new int[units + 1];
        int magazines = 0;
        for (int u = 0; u < units; u++) {
            magazineOf[u] = magazines;
            magazines += input.fireUnits().get(u).magazines().size();
        }
        magazineOf[units] = magazines;
        launcherOf = new int[magazines + 1];
        unitOf = new int[magazines];
        int launchers = 0;
        for (int u = 0; u < units; u++) {
            List<Magazine> all = input.fireUnits().get(u).magazines();
            for (int m = 0; m < all.size(); m++) {
                launcherOf[magazineOf[u] + m] = launchers;
                unitOf[magazineOf[u] + m] = u;
                launchers += all.get(m).launchers();
            }
        }
        launcherOf[magazines] = launchers;
        magazineOfLauncher = new int[launchers];
        for (int m = 0; m < magazines; m++) {
            Arrays.fill(magazineOfLauncher, launcherOf[m], launcherOf[m + 1], m);
        }
        onRails = new int[magazines];
        reserve = new int[magazines];
        loadingLaunchers = new int[magazines];
        rounds = new int[launchers];
        loading = new int[launchers];
        ready = new int[units];
        reloading = new int[units];
    }

    /// Loads everything for a night.
    ///
    /// @param stock rounds left, `stock[owner][interceptor]`
    void load(int[][] stock) {
        Arrays.fill(reserve, 0);
        Arrays.fill(onRails, 0);
        Arrays.fill(rounds, 0);
        Arrays.fill(loading, 0);
        Arrays.fill(loadingLaunchers, 0);
        Arrays.fill(ready, 0);
        Arrays.fill(reloading, 0);
        for (int owner = 0; owner < stock.length; owner++) {
            for (int i = 0; i < stock[owner].length; i++) {
                share(owner, i, stock[owner][i]);
            }
        }
    }

    private void share(int owner, int interceptor, int all) {
        int takers = 0;
        for (int m = 0; m < reserve.length; m++) {
            takers += holds(m, owner, interceptor) ? 1 : 0;
        }
        int taker = 0;
        for (int m = 0; m < reserve.length; m++) {
            if (holds(m, owner, interceptor)) {
                reserve[m] = all / takers + (taker < all % takers ? 1 : 0);
                taker++;
                fill(m);
            }
        }
    }

    private boolean holds(int magazine, int owner, int interceptor) {
        int u = unitOf[magazine];
        return working[u]
                && input.fireUnits().get(u).owner() == owner
                && magazine(magazine).interceptor() == interceptor;
    }

    private Magazine magazine(int m) {
        int u = unitOf[m];
        return input.fireUnits().get(u).magazines().get(m - magazineOf[u]);
    }

    private void fill(int m) {
        int full = magazine(m).roundsPerLauncher();
        for (int l = launcherOf[m]; l < launcherOf[m + 1]; l++) {
            rounds[l] = Math.min(full, reserve[m]);
            reserve[m] -= rounds[l];
            onRails[m] += rounds[l];
        }
        if (onRails[m] > 0) {
            ready[unitOf[m]] |= 1 << (m - magazineOf[unitOf[m]]);
        }
    }

    /// Takes a round from the launcher with the fewest.
    ///
    /// @return the launcher if it is now being reloaded, else -1
    int takeOne(int unit, int magazine) {
        int m = magazineOf[unit] + magazine;
        int fewest = -1;
        for (int l = launcherOf[m]; l < launcherOf[m + 1]; l++) {
            if (rounds[l] > 0 && (fewest < 0 || rounds[l] < rounds[fewest])) {
                fewest = l;
            }
        }
        rounds[fewest]--;
        if (--onRails[m] == 0) {
            ready[unit] &= ~(1 << magazine);
        }
        if (rounds[fewest] > 0 || reserve[m] == 0) {
            return -1;
        }
        loading[fewest] = Math.min(reserve[m], magazine(m).roundsPerLauncher());
        reserve[m] -= loading[fewest];
        loadingLaunchers[m]++;
        reloading[unit] |= 1 << magazine;
        return fewest;
    }

    /// A launcher has been reloaded.
    ///
    /// @return its fire unit
    int reloaded(int launcher) {
        int m = magazineOfLauncher[launcher];
        int unit = unitOf[m];
        int bit = 1 << (m - magazineOf[unit]);
        rounds[launcher] = loading[launcher];
        onRails[m] += loading[launcher];
        loading[launcher] = 0;
        ready[unit] |= bit;
        if (--loadingLaunchers[m] == 0) {
            reloading[unit] &= ~bit;
        }
        return unit;
    }

    int ready(int unit, int magazine) {
        return onRails[magazineOf[unit] + magazine];
    }

    /// Rounds of a kind that an owner has in working fire units, wherever they lie.
    int count(int owner, int interceptor) {
        int sum = 0;
        for (int m = 0; m < reserve.length; m++) {
            if (holds(m, owner, interceptor)) {
                sum += reserve[m];
                for (int l = launcherOf[m]; l < launcherOf[m + 1]; l++) {
                    sum += rounds[l] + loading[l];
                }
            }
        }
        return sum;
    }

    /// Whether some working fire unit of an owner can hold a kind of round.
    boolean usable(int owner, int interceptor) {
        for (int m = 0; m < reserve.length; m++) {
            if (holds(m, owner, interceptor)) {
                return true;
            }
        }
        return false;
    }
}
