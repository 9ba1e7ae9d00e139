package parapet.sustain;

import java.util.Arrays;
import java.util.List;

/// Lateral supply: a site with requests that nothing on its way will meet asks the sites that help
/// it, the first preferred; one that has more than it keeps for itself sends a spare.
///
/// Wanted are parts that can go where they are asked for: those of units, tasks and the shop of the
/// site, and those that other sites have ordered from it. An order is not met by a helper whose own
/// orders it might bring about: goods would go round, and what is ordered would never end.
///
/// What was to come to the site that is helped last comes to the helper instead: an order at their
/// common supplier, or a part in a shop or on order. If there is nothing of the kind, or one of
/// them orders in lots, the helper is poorer for good.
final class Helpers {
    private static final int NONE = -1;

    private final Run run;

    /// Sites that each site helps.
    private int[][] helped;

    /// Whether each helper of a site may meet what other sites have ordered there.
    private boolean[][] ordersToo;

    Helpers(Run run) {
        this.run = run;
        helped = helped();
        ordersToo = ordersToo();
    }

    private int[][] helped() {
        int[][] of = new int[run.sites][0];
        for (int s = 0; s < run.sites; s++) {
            for (int helper : run.site[s].policy().helpers()) {
                of[helper] = Arrays.copyOf(of[helper], of[helper].length + 1);
                of[helper][of[helper].length - 1] = s;
            }
        }
        return of;
    }

    /// A helper that sends a spare may order another from its supplier, that one from its own, and
    /// the helpers of each are asked in turn. One from which this comes back to the site does not
    /// help with orders.
    private boolean[][] ordersToo() {
        boolean[][] may = new boolean[run.sites][];
        for (int s = 0; s < run.sites; s++) {
            List<Integer> helpers = run.site[s].policy().helpers();
            may[s] = new boolean[helpers.size()];
            for (int i = 0; i < may[s].length; i++) {
                boolean[] asked = new boolean[run.sites];
                ask(run.site[helpers.get(i)].supplier(), asked);
                may[s][i] = !asked[s];
            }
        }
        return may;
    }

    private void ask(int site, boolean[] asked) {
        if (site != NONE && !asked[site]) {
            asked[site] = true;
            ask(run.site[site].supplier(), asked);
            for (int helper : run.site[site].policy().helpers()) {
                ask(run.site[helper].supplier(), asked);
            }
        }
    }

    /// The site wants a part.
    void seek(int site, int part) {
        if (run.site[site].policy().helpers().isEmpty()) {
            return;
        }
        while (run.stock.uncovered(site, part, true)) {
            int helper = helper(site, part);
            if (helper == NONE) {
                return;
            }
            help(helper, site, part);
        }
    }

    /// The site has parts on its shelf.
    void offer(int site, int part) {
        int[] others = helped[site];
        for (int i = 0; i < others.length && canSpare(site, part); i++) {
            seek(others[i], part);
        }
    }

    private boolean canSpare(int site, int part) {
        return run.stock.shelf(site, part) > run.site[site].policy().reserve(part);
    }

    private int helper(int site, int part) {
        List<Integer> helpers = run.site[site].policy().helpers();
        for (int i = 0; i < helpers.size(); i++) {
            int helper = helpers.get(i);
            if (canSpare(helper, part)
                    && run.supplyOpen(helper, site)
                    && (ordersToo[site][i] || run.stock.uncovered(site, part, false))) {
                return helper;
            }
        }
        return NONE;
    }

    private void help(int helper, int site, int part) {
        run.stock.lend(helper, site, part);
        run.tally.lent[site]++;
        boolean inLots = run.lots.inLots(helper, part) || run.lots.inLots(site, part);
        if (inLots || !comesBack(helper, site, part)) {
            run.stock.count(helper, part, -1);
            run.stock.count(site, part, 1);
            run.lots.review(helper, part);
        }
    }

    private boolean comesBack(int helper, int site, int part) {
        int supplier = run.site[site].supplier();
        return (supplier >= 0
                        && supplier == run.site[helper].supplier()
                        && run.stock.handOver(supplier, helper, site, part))
                || run.pipeline.handOver(helper, site, part);
    }

    /// The network has changed.
    void phaseChanged() {
        helped = helped();
        ordersToo = ordersToo();
    }

    /// Ways or rules have changed.
    void seekAll() {
        for (int s = 0; s < run.sites; s++) {
            for (int p = 0; p < run.parts; p++) {
                seek(s, p);
            }
        }
    }
}
