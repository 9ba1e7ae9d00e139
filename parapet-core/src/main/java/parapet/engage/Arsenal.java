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

    /// Owner and interceptor of each magazine: `owner * interceptors + interceptor`.
    private final int[] holder;

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
        holder = new int[magazines];
        int launchers = 0;
        for (int u = 0; u < units; u++) {
            List<Magazine> all = input.fireUnits().get(u).magazines();
            for (int m = 0; m < all.size(); m++) {
                launcherOf[magazineOf[u] + m] = launchers;
                unitOf[magazineOf[u] + m] = u;
                holder[magazineOf[u] + m] =
                        input.fireUnits().get(u).owner() * input.interceptors().size()
                                + all.get(m).interceptor();
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
        int kinds = input.interceptors().size();
        var takers = new int[stock.length * kinds];
        for (int m = 0; m < reserve.length; m++) {
            if (working[unitOf[m]]) {
                takers[holder[m]]++;
            }
        }
        var taken = new int[takers.length];
        for (int m = 0; m < reserve.length; m++) {
            if (working[unitOf[m]]) {
                int h = holder[m];
                int all = stock[h / kinds][h % kinds];
                reserve[m] = all / takers[h] + (taken[h]++ < all % takers[h] ? 1 : 0);
                fill(m);
            }
        }
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

    /// The kind of round that a launcher fires.
    int interceptorOf(int launcher) {
        return magazine(magazineOfLauncher[launcher]).interceptor();
    }

    /// Rounds on a launcher, or those that are being loaded.
    int roundsOn(int launcher) {
        return rounds[launcher] + loading[launcher];
    }

    int ready(int unit, int magazine) {
        return onRails[magazineOf[unit] + magazine];
    }

    /// Rounds in working fire units, wherever they lie, by owner and interceptor; -1 where no
    /// working fire unit of the owner can hold the kind.
    int[][] counts() {
        int kinds = input.interceptors().size();
        var counts = new int[input.owners().size()][kinds];
        for (int[] row : counts) {
            Arrays.fill(row, -1);
        }
        for (int m = 0; m < reserve.length; m++) {
            if (working[unitOf[m]]) {
                int[] row = counts[holder[m] / kinds];
                int i = holder[m] % kinds;
                row[i] = Math.max(0, row[i]) + reserve[m];
                for (int l = launcherOf[m]; l < launcherOf[m + 1]; l++) {
                    row[i] += rounds[l] + loading[l];
                }
            }
        }
        return counts;
    }
}
