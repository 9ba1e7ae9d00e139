package parapet.sustain;

import java.util.Arrays;

/// The ways of failed parts: to a shop or a supplier, back to their home, and what lies somewhere
/// because no way is open.
final class Dispatch {
    private static final int NONE = Pipeline.NONE;

    private final Run run;
    private final Pipeline pipeline;

    Dispatch(Run run) {
        this.run = run;
        this.pipeline = run.pipeline;
    }

    /// Finds the way of a failed part that lies at `site`, its home: a shop of the site, else its
    /// supplier, else it waits.
    void dispatch(int item, int site) {
        int shop = soonest(item, site);
        if (shop != NONE) {
            pipeline.move(item, Stage.TO_SHOP, shop);
            run.freight.send(site, shop, pipeline.key[item], Run.ITEM, item);
            return;
        }
        Network.Site here = run.site[site];
        int supplier = here.supplier();
        if (supplier >= 0) {
            pipeline.rehome(item, supplier);
            forward(item, site);
            run.stock.order(site, supplier, pipeline.part[item], pipeline.key[item]);
        } else {
            pipeline.move(
                    item, here.repairsAt().length == 0 ? Stage.STRANDED : Stage.WAITING, site);
        }
    }

    /// Of the shops that are open and can do the work, the one expected to give the part back
    /// soonest, the first listed on a tie; -1 when there is none.
    private int soonest(int item, int site) {
        int best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int shop : run.site[site].repairsAt()) {
            if (run.shops.works(shop)
                    && run.linkOpen(site, shop)
                    && run.uniform(pipeline.key[item], Purposes.ABLE ^ run.siteKey[shop])
                            < run.site[shop].shop().repairShare(pipeline.part[item])) {
                double expected = expectedSec(site, shop, pipeline.part[item]);
                if (expected < least) {
                    least = expected;
                    best = shop;
                }
            }
        }
        return best;
    }

    /// Expected time until a part sent now is back: both ways, material, the work ahead of it shared
    /// by the places, and its own repair.
    ///
    ///     E = 2 t + m M + (1 + max(0, n + 1 - c) / c) R / h
    ///
    /// with transport t (half the time between departures added), share h of the days on which the
    /// shop works, share m and mean M of the wait for material, n parts there or on their way there,
    /// c places and mean repair time R of today.
    private double expectedSec(int site, int shop, int kind) {
        Network.Shop how = run.site[shop].shop();
        Network.Link link = run.network.links()[site][shop];
        double transport = site == shop ? 0 : link.timeSec() + link.everySec() / 2;
        double lack = how.materialShare(kind) * (1 - run.network.production().shareAt(run.now));
        double ahead = Math.max(0, pipeline.load[shop] + 1.0 - how.places()) / how.places();
        return 2 * transport
                + lack * how.materialSec(kind)
                + (1 + ahead)
                        * how.repairSec(kind)
                        * how.learning(run.now)
                        / how.policy().hours().share();
    }

    /// Sends a failed part from `site` to its home, the supplier.
    private void forward(int item, int site) {
        int supplier = pipeline.home[item];
        if (run.supplyOpen(supplier, site)) {
            pipeline.move(item, Stage.TO_SUPPLIER, supplier);
            run.freight.send(site, supplier, pipeline.key[item], Run.ITEM, item);
        } else {
            pipeline.move(item, Stage.WAITING, site);
        }
    }

    /// A part leaves the shop for its home, or is held until the way is open.
    void giveBack(int item) {
        int shop = pipeline.at[item];
        if (run.linkOpen(shop, pipeline.home[item])) {
            pipeline.move(item, Stage.RETURNING, shop);
            run.freight.send(shop, pipeline.home[item], pipeline.key[item], Run.ITEM, item);
        } else {
            pipeline.move(item, Stage.HELD, shop);
        }
    }

    /// What lies somewhere and waits is tried again, in the order of age.
    void retryAll() {
        long[] waiting = new long[pipeline.used()];
        int n = 0;
        for (int q = 0; q < pipeline.first.length; q++) {
            for (int item = pipeline.first[q]; item != NONE; item = pipeline.next[item]) {
                switch (pipeline.stageOf(item)) {
                    case WAITING, STRANDED, HELD, NOT_MADE ->
                            waiting[n++] = pipeline.order[item] << 24 | item;
                    default -> {}
                }
            }
        }
        Arrays.sort(waiting, 0, n);
        for (int i = 0; i < n; i++) {
            retry((int) (waiting[i] & 0xFFFFFF));
        }
    }

    private void retry(int item) {
        int site = pipeline.at[item];
        if (pipeline.stageOf(item) == Stage.HELD) {
            giveBack(item);
        } else if (pipeline.stageOf(item) == Stage.NOT_MADE) {
            run.procurement.makeAgain(item);
        } else if (site == pipeline.home[item]) {
            dispatch(item, site);
        } else {
            int supplier = run.site[site].supplier();
            if (supplier >= 0 && supplier != pipeline.home[item]) {
                run.stock.reassign(pipeline.part[item], pipeline.home[item], supplier);
                pipeline.rehome(item, supplier);
            }
            forward(item, site);
        }
    }

    /// Ordinal of the reason why a part that lies somewhere cannot go on, -1 when it does not lie.
    int closedBy(int item) {
        int site = pipeline.at[item];
        if (pipeline.stageOf(item) == Stage.HELD) {
            return Reason.LINK_CLOSED.ordinal();
        }
        if (pipeline.stageOf(item) != Stage.WAITING) {
            return NONE;
        }
        int supplier = run.site[site].supplier();
        if (site != pipeline.home[item] && supplier >= 0 && !run.linkOpen(site, supplier)) {
            return Reason.LINK_CLOSED.ordinal();
        }
        for (int shop : run.site[site].repairsAt()) {
            if (run.shops.works(shop) && !run.linkOpen(site, shop)) {
                return Reason.LINK_CLOSED.ordinal();
            }
        }
        return Reason.NO_SHOP_OPEN.ordinal();
    }
}
