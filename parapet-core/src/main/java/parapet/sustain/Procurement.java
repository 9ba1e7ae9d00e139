package parapet.sustain;

import parapet.programme.MoneyCause;

/// New parts for condemned ones and for shelves: ordered from the maker or from local production,
/// as long as they are made.
final class Procurement {
    private static final int NONE = Pipeline.NONE;

    private final Run run;
    private final Pipeline pipeline;

    /// Whether local production is other than before the last change of the network.
    private boolean otherProduction;

    Procurement(Run run) {
        this.run = run;
        this.pipeline = run.pipeline;
    }

    /// A spare was thrown away at `site`.
    void scrapped(int site, int kind) {
        scrap(
                site,
                kind,
                Run.mix(Purposes.SHELF ^ run.siteKey[site], kind, run.now ^ pipeline.sequence()));
    }

    /// A part is scrapped where it failed.
    void scrap(int base, int kind, long failure) {
        run.tally.condemned[kind]++;
        run.lots.replace(base, kind, failure);
    }

    /// Orders a new part for a scrapped one.
    void replace(int site, int kind, long failure) {
        Network.Part p = run.part[kind];
        Network.Production production = run.network.production();
        boolean local = run.uniform(failure, Purposes.LOCAL) < production.shareAt(run.now);
        if (!local && run.now >= p.lastOrderTick()) {
            pipeline.move(pipeline.create(site, kind, failure, NONE), Stage.NOT_MADE, NONE);
            return;
        }
        double price = local ? p.price() * production.priceShare() : p.price();
        run.ledger.post(run.now, MoneyCause.REPLACEMENT, p.id(), p.currency(), price);
        order(site, kind, failure, local ? production.leadSec() : p.procurementSec());
    }

    /// A new part is on order for a site; paid for by the caller if it is still made.
    void buy(int site, int kind, long orderKey, double meanSec) {
        if (run.now >= run.part[kind].lastOrderTick()) {
            pipeline.move(pipeline.create(site, kind, orderKey, NONE), Stage.NOT_MADE, NONE);
            return;
        }
        order(site, kind, orderKey, meanSec);
    }

    private void order(int site, int kind, long orderKey, double meanSec) {
        int item = pipeline.create(site, kind, orderKey, NONE);
        run.tally.ordered[kind]++;
        pipeline.move(item, Stage.ORDERED, NONE);
        run.after(run.exponential(orderKey, Purposes.PROCURE, meanSec), Run.ITEM, item);
    }

    /// The network has changed.
    void phaseChanged(Network old) {
        otherProduction = !old.production().equals(run.network.production());
    }

    /// A part that was not made any more may be bought now: the maker takes orders again, or local
    /// production has changed.
    void makeAgain(int item) {
        Network.Part kind = run.part[pipeline.part[item]];
        if (run.now < kind.lastOrderTick() || otherProduction) {
            int site = pipeline.home[item];
            int what = pipeline.part[item];
            long orderKey = pipeline.key[item];
            pipeline.release(item);
            replace(site, what, orderKey);
        }
    }
}
