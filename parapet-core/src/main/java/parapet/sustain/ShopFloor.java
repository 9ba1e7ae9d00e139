package parapet.sustain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parapet.programme.MoneyCause;

/// The shops: what arrives is inspected, waits for a sub-part, for material or for a place, and is
/// repaired. Which way a part takes there and back is told by [Dispatch]; hours, limits and
/// priorities by [ShopPolicy].
final class ShopFloor {
    private static final int NONE = Pipeline.NONE;

    private final Run run;
    private final Pipeline pipeline;
    private final int[] queueHead;
    private final int[] queueTail;
    private final int[] busy;

    /// When repairs may begin.
    final ShopClock clock;

    /// Why what is in the queue is not begun.
    private final Reason[] blocked;

    /// The answer of [#charge].
    int chargedReason;

    /// The site that goes with [#chargedReason].
    int chargedSite;

    /// The part on its way that goes with [#chargedReason].
    int chargedItem;

    /// Whether [#charge] has passed over a part that is not made any more.
    boolean chargedNotMade;

    ShopFloor(Run run) {
        this.run = run;
        this.pipeline = run.pipeline;
        queueHead = Pipeline.filled(run.sites);
        queueTail = Pipeline.filled(run.sites);
        busy = new int[run.sites];
        clock = new ShopClock(run);
        blocked = new Reason[run.sites];
        Arrays.fill(blocked, Reason.SHOP_FULL);
    }

    /// A part was taken out of a unit based at `base`, or out of another part in the shop there.
    ///
    /// @param overhaul whether it works and is only to be made as new
    void removed(int base, int kind, long failure, boolean condemned, boolean overhaul) {
        if (condemned) {
            run.procurement.scrap(base, kind, failure);
            return;
        }
        int item = pipeline.create(base, kind, failure, base);
        pipeline.fault[item] = overhaul ? Pipeline.FOUND : Pipeline.UNKNOWN;
        run.dispatch.dispatch(item, base);
    }

    /// The part has come to the end of what it was doing.
    void proceed(int item) {
        switch (pipeline.stageOf(item)) {
            case TO_SUPPLIER -> run.dispatch.dispatch(item, pipeline.home[item]);
            case TO_SHOP -> arrive(item, pipeline.at[item]);
            case MATERIAL -> {
                if (works(pipeline.at[item])) {
                    enqueue(item, pipeline.at[item]);
                } else {
                    run.dispatch.dispatch(item, pipeline.home[item]);
                }
            }
            case REPAIR -> {
                int shop = pipeline.at[item];
                busy[shop]--;
                run.dispatch.giveBack(item);
                induct(shop);
            }
            case RETURNING -> {
                int site = pipeline.home[item];
                int kind = pipeline.part[item];
                pipeline.release(item);
                run.stock.receive(site, kind);
            }
            case ORDERED -> {
                int site = pipeline.home[item];
                int kind = pipeline.part[item];
                run.tally.received[kind]++;
                pipeline.release(item);
                run.stock.receive(site, kind);
            }
            case WAITING, STRANDED, SUB_PART, QUEUED, HELD, NOT_MADE ->
                    throw new IllegalStateException(
                            "The part (%d) waits (%s) and cannot go on by itself."
                                    .formatted(item, pipeline.stageOf(item)));
        }
    }

    boolean works(int shop) {
        return run.site[shop].open() && run.site[shop].shop().places() > 0;
    }

    private void arrive(int item, int shop) {
        if (!works(shop)) {
            run.dispatch.dispatch(item, pipeline.home[item]);
            return;
        }
        if (pipeline.fault[item] == Pipeline.UNKNOWN) {
            inspect(item);
            if (pipeline.sub[item] >= 0) {
                exchange(item, shop);
                return;
            }
        }
        getMaterial(item, shop);
    }

    /// The shop looks for the fault.
    private void inspect(int item) {
        Network.Part kind = run.part[pipeline.part[item]];
        pipeline.fault[item] = Pipeline.FOUND;
        if (kind.noFaultShare() > 0
                && run.uniform(pipeline.key[item], Purposes.SOUND) < kind.noFaultShare()) {
            pipeline.fault[item] = Pipeline.NO_FAULT;
            return;
        }
        if (kind.inside().isEmpty()) {
            return;
        }
        double u = run.uniform(pipeline.key[item], Purposes.CAUSE);
        for (Network.Inside inside : kind.inside()) {
            u -= inside.share();
            if (u < 0) {
                pipeline.sub[item] = inside.part();
                return;
            }
        }
    }

    /// The faulty sub-part goes its own way, as if the part were a unit based at the shop, and the
    /// part waits for a good one.
    private void exchange(int item, int shop) {
        int kind = pipeline.sub[item];
        pipeline.move(item, Stage.SUB_PART, shop);
        run.tally.exchanged[kind]++;
        long failure = Run.mix(pipeline.key[item], Purposes.CAUSE, kind);
        boolean condemned =
                run.uniform(failure, Purposes.CONDEMN) < run.part[kind].condemnedShare();
        run.stock.requestInside(shop, kind, item, failure);
        removed(shop, kind, failure, condemned, false);
        run.helpers.seek(shop, kind);
    }

    /// A good sub-part is at hand.
    void fitted(int item, int kind) {
        run.tally.fittedInside[kind]++;
        pipeline.sub[item] = NONE;
        int shop = pipeline.at[item];
        if (works(shop)) {
            getMaterial(item, shop);
        } else {
            run.dispatch.dispatch(item, pipeline.home[item]);
        }
    }

    private void getMaterial(int item, int shop) {
        Network.Shop how = run.site[shop].shop();
        double lack =
                how.materialShare(pipeline.part[item])
                        * (1 - run.network.production().shareAt(run.now));
        if (lack > 0
                && pipeline.fault[item] != Pipeline.NO_FAULT
                && run.uniform(pipeline.key[item], Purposes.LACK ^ run.siteKey[shop]) < lack) {
            pipeline.move(item, Stage.MATERIAL, shop);
            long purpose = Purposes.MATERIAL ^ run.siteKey[shop];
            run.after(
                    run.exponential(
                            pipeline.key[item], purpose, how.materialSec(pipeline.part[item])),
                    Run.ITEM,
                    item);
        } else {
            enqueue(item, shop);
        }
    }

    private void enqueue(int item, int shop) {
        pipeline.move(item, Stage.QUEUED, shop);
        pipeline.behind[item] = NONE;
        if (queueTail[shop] == NONE) {
            queueHead[shop] = item;
        } else {
            pipeline.behind[queueTail[shop]] = item;
        }
        queueTail[shop] = item;
        induct(shop);
    }

    /// Begins what can be begun.
    void induct(int shop) {
        Network.Shop how = run.site[shop].shop();
        @Nullable Reason why = Reason.SHOP_FULL;
        while (queueHead[shop] != NONE && works(shop)) {
            why = obstacle(shop);
            if (why != null) {
                break;
            }
            int item = takeNext(shop);
            int what = pipeline.part[item];
            Network.Part kind = run.part[what];
            busy[shop]++;
            run.tally.repairs[shop]++;
            pipeline.move(item, Stage.REPAIR, shop);
            clock.begun(shop);
            long purpose = Purposes.REPAIR ^ run.siteKey[shop];
            double work;
            if (pipeline.fault[item] == Pipeline.NO_FAULT) {
                work = run.exponential(pipeline.key[item], purpose, kind.noFaultSec());
            } else {
                double price = kind.price() * how.priceShare(what);
                run.ledger.post(
                        run.now, MoneyCause.REPAIR, run.site[shop].id(), kind.currency(), price);
                double mean = how.repairSec(what) * how.learning(run.now);
                work = run.gamma(pipeline.key[item], purpose, mean, how.scatter(what));
            }
            run.afterWork(how.policy().hours(), work, Run.ITEM, item);
        }
        if (why != null && why != blocked[shop] && queueHead[shop] != NONE) {
            blocked[shop] = why;
            tellQueue(shop);
        }
    }

    private @Nullable Reason obstacle(int shop) {
        Reason why = clock.obstacle(shop);
        boolean full = busy[shop] >= run.site[shop].shop().places();
        return full && why != Reason.SHOP_CLOSED ? Reason.SHOP_FULL : why;
    }

    private void tellQueue(int shop) {
        for (int item = queueHead[shop]; item != NONE; item = pipeline.behind[item]) {
            run.fleet.partChanged(pipeline.part[item]);
        }
    }

    /// A shop opens or closes for the day or the season.
    void hoursChange(long what) {
        int shop = clock.change(what);
        if (shop < 0) {
            return;
        }
        if (busy[shop] > 0) {
            for (int p = 0; p < run.parts; p++) {
                run.fleet.partChanged(p);
            }
        }
        induct(shop);
    }

    /// Takes the part that is begun next out of the queue.
    private int takeNext(int shop) {
        ShopPolicy policy = run.site[shop].shop().policy();
        if (policy.priority() == ShopPolicy.Priority.FIRST_COME) {
            return takeFirst(shop);
        }
        int best = queueHead[shop];
        int before = NONE;
        long least = precedence(policy, best);
        for (int item = best; pipeline.behind[item] != NONE; item = pipeline.behind[item]) {
            long one = precedence(policy, pipeline.behind[item]);
            if (one < least) {
                least = one;
                before = item;
                best = pipeline.behind[item];
            }
        }
        if (before == NONE) {
            return takeFirst(shop);
        }
        pipeline.behind[before] = pipeline.behind[best];
        if (queueTail[shop] == best) {
            queueTail[shop] = before;
        }
        return best;
    }

    private long precedence(ShopPolicy policy, int item) {
        return policy.priority() == ShopPolicy.Priority.FIXED_ORDER
                ? policy.rank(pipeline.part[item])
                : -run.stock.wanting(pipeline.home[item], pipeline.part[item]);
    }

    private int takeFirst(int shop) {
        int item = queueHead[shop];
        queueHead[shop] = pipeline.behind[item];
        if (queueHead[shop] == NONE) {
            queueTail[shop] = NONE;
        }
        return item;
    }

    /// The network has changed: closed shops give back their queues, what waits is tried again in
    /// the order of age, new places are taken.
    void phaseChanged(Network old) {
        run.procurement.phaseChanged(old);
        clock.start();
        for (int shop = 0; shop < run.sites; shop++) {
            while (!works(shop) && queueHead[shop] != NONE) {
                int item = takeFirst(shop);
                pipeline.move(item, Stage.WAITING, pipeline.home[item]);
            }
        }
        run.dispatch.retryAll();
        for (int shop = 0; shop < run.sites; shop++) {
            induct(shop);
        }
    }

    /// Why a part is not back yet.
    private Reason reason(int item) {
        Stage where = pipeline.stageOf(item);
        if (pipeline.loading[item]) {
            return Reason.AWAITING_LOT;
        }
        return switch (where) {
            case QUEUED -> blocked[pipeline.at[item]];
            case REPAIR -> clock.isOpen(pipeline.at[item]) ? where.reason : Reason.SHOP_CLOSED;
            default -> where.reason;
        };
    }

    /// Passes over the first `ahead` parts that will come to a shelf.
    ///
    /// @param q `site * parts + part`
    /// @return -1 if there is a part after them, which is then in [#chargedReason]; else how many
    ///   were wanting
    int charge(int q, int ahead) {
        int left = ahead;
        chargedNotMade = false;
        for (int item = pipeline.first[q]; item != NONE; item = pipeline.next[item]) {
            Stage where = pipeline.stageOf(item);
            chargedNotMade |= where == Stage.NOT_MADE;
            if (where != Stage.STRANDED && where != Stage.NOT_MADE && left-- == 0) {
                chargedReason = reason(item).ordinal();
                chargedSite = pipeline.at[item];
                chargedItem = item;
                return NONE;
            }
        }
        return left;
    }
}
