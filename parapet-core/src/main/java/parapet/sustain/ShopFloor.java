package parapet.sustain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parapet.programme.MoneyCause;
import parapet.random.Streams;

/// Parts on their way through dispatch, transport, shop and procurement. Each part out of use, and
/// each new part on order, is one entry of a pool; it belongs to the site on whose shelf it will
/// lie in the end (its home) and stands in the list of that site and part, oldest first. Hours,
/// limits and priorities of shops are told by their [ShopPolicy].
final class ShopFloor {
    private static final int NONE = -1;
    private static final Stage[] STAGES = Stage.values();
    private static final long LOCAL = Streams.entity("sustain.local");
    private static final long PROCURE = Streams.entity("sustain.procure");
    private static final long ABLE = Streams.entity("sustain.able");
    private static final long LACK = Streams.entity("sustain.lack");
    private static final long MATERIAL = Streams.entity("sustain.material");
    private static final long REPAIR = Streams.entity("sustain.repair");
    private static final long CAUSE = Streams.entity("sustain.cause");
    private static final long SOUND = Streams.entity("sustain.sound");
    private static final long CONDEMN = Streams.entity("sustain.condemn");
    private static final long SHELF = Streams.entity("sustain.shelf");

    private final Run run;
    private final int parts;
    private final int[] first;
    private final int[] last;
    private final int[] queueHead;
    private final int[] queueTail;
    private final int[] busy;
    private final int[] load;

    private static final byte UNKNOWN = 0;
    private static final byte FOUND = 1;
    private static final byte NO_FAULT = 2;

    private boolean otherProduction;

    /// When repairs may begin.
    final ShopClock clock;

    /// Why what is in the queue is not begun.
    private final Reason[] blocked;

    private int free = NONE;
    private int used;
    private long sequence;
    private int[] next = new int[64];
    private int[] prev = new int[64];
    private int[] behind = new int[64];
    private int[] part = new int[64];
    private int[] home = new int[64];
    private int[] at = new int[64];
    private byte[] stage = new byte[64];

    /// What is known about the fault of a part, one of the constants below.
    private byte[] fault = new byte[64];

    /// The sub-part that is the fault, or -1.
    private int[] sub = new int[64];

    /// Whether it waits for others with which it will leave.
    private boolean[] loading = new boolean[64];

    private long[] key = new long[64];
    private long[] order = new long[64];

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
        this.parts = run.parts;
        first = filled(run.sites * parts);
        last = filled(run.sites * parts);
        queueHead = filled(run.sites);
        queueTail = filled(run.sites);
        busy = new int[run.sites];
        load = new int[run.sites];
        clock = new ShopClock(run);
        blocked = new Reason[run.sites];
        Arrays.fill(blocked, Reason.SHOP_FULL);
    }

    private static int[] filled(int n) {
        int[] a = new int[n];
        Arrays.fill(a, NONE);
        return a;
    }

    /// A part was taken out of a unit based at `base`, or out of another part in the shop there.
    ///
    /// @param overhaul whether it works and is only to be made as new
    void removed(int base, int kind, long failure, boolean condemned, boolean overhaul) {
        if (condemned) {
            scrap(base, kind, failure);
            return;
        }
        int item = create(base, kind, failure, base);
        fault[item] = overhaul ? FOUND : UNKNOWN;
        dispatch(item, base);
    }

    /// A spare was thrown away at `site`.
    void scrapped(int site, int kind) {
        scrap(site, kind, mix(SHELF ^ run.siteKey[site], kind, run.now ^ sequence));
    }

    private void scrap(int base, int kind, long failure) {
        run.tally.condemned[kind]++;
        run.lots.replace(base, kind, failure);
    }

    private static long mix(long key, long a, long b) {
        long h = (key ^ a) * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 29) ^ b) * 0xBF58476D1CE4E5B9L;
        return h ^ (h >>> 32);
    }

    /// Orders a new part for a scrapped one.
    void replace(int site, int kind, long failure) {
        Network.Part p = run.part[kind];
        Network.Production production = run.network.production();
        boolean local = run.uniform(failure, LOCAL) < production.shareAt(run.now);
        if (!local && run.now >= p.lastOrderTick()) {
            move(create(site, kind, failure, NONE), Stage.NOT_MADE, NONE);
            return;
        }
        double price = local ? p.price() * production.priceShare() : p.price();
        run.ledger.post(run.now, MoneyCause.REPLACEMENT, p.id(), p.currency(), price);
        order(site, kind, failure, local ? production.leadSec() : p.procurementSec());
    }

    /// A new part is on order for a site; paid for by the caller if it is still made.
    void buy(int site, int kind, long orderKey, double meanSec) {
        if (run.now >= run.part[kind].lastOrderTick()) {
            move(create(site, kind, orderKey, NONE), Stage.NOT_MADE, NONE);
            return;
        }
        order(site, kind, orderKey, meanSec);
    }

    private void order(int site, int kind, long orderKey, double meanSec) {
        int item = create(site, kind, orderKey, NONE);
        run.tally.ordered[kind]++;
        move(item, Stage.ORDERED, NONE);
        run.after(run.exponential(orderKey, PROCURE, meanSec), Run.ITEM, item);
    }

    /// The part has come to the end of what it was doing.
    void proceed(int item) {
        switch (STAGES[stage[item]]) {
            case TO_SUPPLIER -> dispatch(item, home[item]);
            case TO_SHOP -> arrive(item, at[item]);
            case MATERIAL -> {
                if (works(at[item])) {
                    enqueue(item, at[item]);
                } else {
                    dispatch(item, home[item]);
                }
            }
            case REPAIR -> {
                int shop = at[item];
                busy[shop]--;
                giveBack(item);
                induct(shop);
            }
            case RETURNING -> {
                int site = home[item];
                int kind = part[item];
                release(item);
                run.stock.receive(site, kind);
            }
            case ORDERED -> {
                int site = home[item];
                int kind = part[item];
                run.tally.received[kind]++;
                release(item);
                run.stock.receive(site, kind);
            }
            case WAITING, STRANDED, SUB_PART, QUEUED, HELD, NOT_MADE ->
                    throw new IllegalStateException(
                            "The part (%d) waits (%s) and cannot go on by itself."
                                    .formatted(item, STAGES[stage[item]]));
        }
    }

    /// Finds the way of a failed part that lies at `site`, its home: a shop of the site, else its
    /// supplier, else it waits.
    private void dispatch(int item, int site) {
        int shop = soonest(item, site);
        if (shop != NONE) {
            move(item, Stage.TO_SHOP, shop);
            run.freight.send(site, shop, key[item], Run.ITEM, item);
            return;
        }
        Network.Site here = run.site[site];
        int supplier = here.supplier();
        if (supplier >= 0) {
            rehome(item, supplier);
            forward(item, site);
            run.stock.order(site, supplier, part[item], key[item]);
        } else {
            move(item, here.repairsAt().length == 0 ? Stage.STRANDED : Stage.WAITING, site);
        }
    }

    /// Of the shops that are open and can do the work, the one expected to give the part back
    /// soonest, the first listed on a tie; -1 when there is none.
    private int soonest(int item, int site) {
        int best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int shop : run.site[site].repairsAt()) {
            if (works(shop)
                    && run.linkOpen(site, shop)
                    && run.uniform(key[item], ABLE ^ run.siteKey[shop])
                            < run.site[shop].shop().repairShare(part[item])) {
                double expected = expectedSec(site, shop, part[item]);
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
    /// with transport t (half the time between departures added), share h of the days on which the shop works, share m and mean M of the wait for material, n parts there or on their way
    /// there, c places and mean repair time R of today.
    private double expectedSec(int site, int shop, int kind) {
        Network.Shop how = run.site[shop].shop();
        Network.Link link = run.network.links()[site][shop];
        double transport = site == shop ? 0 : link.timeSec() + link.everySec() / 2;
        double lack = how.materialShare(kind) * (1 - run.network.production().shareAt(run.now));
        double ahead = Math.max(0, load[shop] + 1.0 - how.places()) / how.places();
        return 2 * transport
                + lack * how.materialSec(kind)
                + (1 + ahead)
                        * how.repairSec(kind)
                        * how.learning(run.now)
                        / how.policy().hours().share();
    }

    /// Sends a failed part from `site` to its home, the supplier.
    private void forward(int item, int site) {
        int supplier = home[item];
        if (run.supplyOpen(supplier, site)) {
            move(item, Stage.TO_SUPPLIER, supplier);
            run.freight.send(site, supplier, key[item], Run.ITEM, item);
        } else {
            move(item, Stage.WAITING, site);
        }
    }

    private boolean works(int shop) {
        return run.site[shop].open() && run.site[shop].shop().places() > 0;
    }

    private void arrive(int item, int shop) {
        if (!works(shop)) {
            dispatch(item, home[item]);
            return;
        }
        if (fault[item] == UNKNOWN) {
            inspect(item);
            if (sub[item] >= 0) {
                exchange(item, shop);
                return;
            }
        }
        getMaterial(item, shop);
    }

    /// The shop looks for the fault.
    private void inspect(int item) {
        Network.Part kind = run.part[part[item]];
        fault[item] = FOUND;
        if (kind.noFaultShare() > 0 && run.uniform(key[item], SOUND) < kind.noFaultShare()) {
            fault[item] = NO_FAULT;
            return;
        }
        if (kind.inside().isEmpty()) {
            return;
        }
        double u = run.uniform(key[item], CAUSE);
        for (Network.Inside inside : kind.inside()) {
            u -= inside.share();
            if (u < 0) {
                sub[item] = inside.part();
                return;
            }
        }
    }

    /// The faulty sub-part goes its own way, as if the part were a unit based at the shop, and the
    /// part waits for a good one.
    private void exchange(int item, int shop) {
        int kind = sub[item];
        move(item, Stage.SUB_PART, shop);
        run.tally.exchanged[kind]++;
        long failure = mix(key[item], CAUSE, kind);
        boolean condemned = run.uniform(failure, CONDEMN) < run.part[kind].condemnedShare();
        run.stock.requestInside(shop, kind, item, failure);
        removed(shop, kind, failure, condemned, false);
        run.helpers.seek(shop, kind);
    }

    /// A good sub-part is at hand.
    void fitted(int item, int kind) {
        run.tally.fittedInside[kind]++;
        sub[item] = NONE;
        int shop = at[item];
        if (works(shop)) {
            getMaterial(item, shop);
        } else {
            dispatch(item, home[item]);
        }
    }

    private void getMaterial(int item, int shop) {
        Network.Shop how = run.site[shop].shop();
        double lack =
                how.materialShare(part[item]) * (1 - run.network.production().shareAt(run.now));
        if (lack > 0
                && fault[item] != NO_FAULT
                && run.uniform(key[item], LACK ^ run.siteKey[shop]) < lack) {
            move(item, Stage.MATERIAL, shop);
            long purpose = MATERIAL ^ run.siteKey[shop];
            run.after(
                    run.exponential(key[item], purpose, how.materialSec(part[item])),
                    Run.ITEM,
                    item);
        } else {
            enqueue(item, shop);
        }
    }

    private void enqueue(int item, int shop) {
        move(item, Stage.QUEUED, shop);
        behind[item] = NONE;
        if (queueTail[shop] == NONE) {
            queueHead[shop] = item;
        } else {
            behind[queueTail[shop]] = item;
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
            int what = part[item];
            Network.Part kind = run.part[what];
            busy[shop]++;
            run.tally.repairs[shop]++;
            move(item, Stage.REPAIR, shop);
            clock.begun(shop);
            long purpose = REPAIR ^ run.siteKey[shop];
            double work;
            if (fault[item] == NO_FAULT) {
                work = run.exponential(key[item], purpose, kind.noFaultSec());
            } else {
                double price = kind.price() * how.priceShare(what);
                run.ledger.post(
                        run.now, MoneyCause.REPAIR, run.site[shop].id(), kind.currency(), price);
                double mean = how.repairSec(what) * how.learning(run.now);
                work = run.gamma(key[item], purpose, mean, how.scatter(what));
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
        for (int item = queueHead[shop]; item != NONE; item = behind[item]) {
            run.fleet.partChanged(part[item]);
        }
    }

    /// A shop opens or closes for the day or the season.
    void hoursChange(long what) {
        int shop = clock.change(what);
        if (shop < 0) {
            return;
        }
        if (busy[shop] > 0) {
            for (int p = 0; p < parts; p++) {
                run.fleet.partChanged(p);
            }
        }
        induct(shop);
    }

    /// Why a part is not back yet.
    private Reason reason(int item) {
        Stage where = STAGES[stage[item]];
        if (loading[item]) {
            return Reason.AWAITING_LOT;
        }
        return switch (where) {
            case QUEUED -> blocked[at[item]];
            case REPAIR -> clock.isOpen(at[item]) ? where.reason : Reason.SHOP_CLOSED;
            default -> where.reason;
        };
    }

    /// A part waits for others with which it will leave, or has left.
    void loading(int item, boolean now) {
        loading[item] = now;
        run.fleet.partChanged(part[item]);
    }

    /// The part that would come last to the shelf of `taker`, in a shop or on order, will come to
    /// `giver`.
    ///
    /// @return whether there was one
    boolean handOver(int giver, int taker, int kind) {
        for (int item = last[taker * parts + kind]; item != NONE; item = prev[item]) {
            switch (STAGES[stage[item]]) {
                case TO_SHOP, MATERIAL, QUEUED, REPAIR, HELD, ORDERED -> {
                    rehome(item, giver);
                    return true;
                }
                default -> {}
            }
        }
        return false;
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
        for (int item = best; behind[item] != NONE; item = behind[item]) {
            long one = precedence(policy, behind[item]);
            if (one < least) {
                least = one;
                before = item;
                best = behind[item];
            }
        }
        if (before == NONE) {
            return takeFirst(shop);
        }
        behind[before] = behind[best];
        if (queueTail[shop] == best) {
            queueTail[shop] = before;
        }
        return best;
    }

    private long precedence(ShopPolicy policy, int item) {
        return policy.priority() == ShopPolicy.Priority.FIXED_ORDER
                ? policy.rank(part[item])
                : -run.stock.wanting(home[item], part[item]);
    }

    private int takeFirst(int shop) {
        int item = queueHead[shop];
        queueHead[shop] = behind[item];
        if (queueHead[shop] == NONE) {
            queueTail[shop] = NONE;
        }
        return item;
    }

    private void giveBack(int item) {
        int shop = at[item];
        if (run.linkOpen(shop, home[item])) {
            move(item, Stage.RETURNING, shop);
            run.freight.send(shop, home[item], key[item], Run.ITEM, item);
        } else {
            move(item, Stage.HELD, shop);
        }
    }

    /// The network has changed: closed shops give back their queues, what waits is tried again in
    /// the order of age, new places are taken.
    void phaseChanged(Network old) {
        otherProduction = !old.production().equals(run.network.production());
        clock.start();
        for (int shop = 0; shop < run.sites; shop++) {
            while (!works(shop) && queueHead[shop] != NONE) {
                int item = takeFirst(shop);
                move(item, Stage.WAITING, home[item]);
            }
        }
        long[] waiting = new long[used];
        int n = 0;
        for (int q = 0; q < first.length; q++) {
            for (int item = first[q]; item != NONE; item = next[item]) {
                switch (STAGES[stage[item]]) {
                    case WAITING, STRANDED, HELD, NOT_MADE ->
                            waiting[n++] = order[item] << 24 | item;
                    default -> {}
                }
            }
        }
        Arrays.sort(waiting, 0, n);
        for (int i = 0; i < n; i++) {
            retry((int) (waiting[i] & 0xFFFFFF));
        }
        for (int shop = 0; shop < run.sites; shop++) {
            induct(shop);
        }
    }

    private void retry(int item) {
        int site = at[item];
        if (STAGES[stage[item]] == Stage.HELD) {
            giveBack(item);
        } else if (STAGES[stage[item]] == Stage.NOT_MADE) {
            makeAgain(item);
        } else if (site == home[item]) {
            dispatch(item, site);
        } else {
            int supplier = run.site[site].supplier();
            if (supplier >= 0 && supplier != home[item]) {
                run.stock.reassign(part[item], home[item], supplier);
                rehome(item, supplier);
            }
            forward(item, site);
        }
    }

    /// A part that was not made any more may be bought now: the maker takes orders again, or local
    /// production has changed.
    private void makeAgain(int item) {
        Network.Part kind = run.part[part[item]];
        if (run.now < kind.lastOrderTick() || otherProduction) {
            int site = home[item];
            int what = part[item];
            long orderKey = key[item];
            release(item);
            replace(site, what, orderKey);
        }
    }

    /// Passes over the first `ahead` parts that will come to a shelf.
    ///
    /// @param q `site * parts + part`
    /// @return -1 if there is a part after them, which is then in [#chargedReason]; else how many
    ///   were wanting
    int charge(int q, int ahead) {
        int left = ahead;
        chargedNotMade = false;
        for (int item = first[q]; item != NONE; item = next[item]) {
            Stage where = STAGES[stage[item]];
            chargedNotMade |= where == Stage.NOT_MADE;
            if (where != Stage.STRANDED && where != Stage.NOT_MADE && left-- == 0) {
                chargedReason = reason(item).ordinal();
                chargedSite = at[item];
                chargedItem = item;
                return NONE;
            }
        }
        return left;
    }

    /// The sub-part that a part in a shop waits for, -1 for none.
    int subPart(int item) {
        return STAGES[stage[item]] == Stage.SUB_PART ? sub[item] : NONE;
    }

    /// Ordinal of the reason why a part that lies somewhere cannot go on, -1 when it does not lie.
    int closedBy(int item) {
        int site = at[item];
        if (STAGES[stage[item]] == Stage.HELD) {
            return Reason.LINK_CLOSED.ordinal();
        }
        if (STAGES[stage[item]] != Stage.WAITING) {
            return NONE;
        }
        int supplier = run.site[site].supplier();
        if (site != home[item] && supplier >= 0 && !run.linkOpen(site, supplier)) {
            return Reason.LINK_CLOSED.ordinal();
        }
        for (int shop : run.site[site].repairsAt()) {
            if (works(shop) && !run.linkOpen(site, shop)) {
                return Reason.LINK_CLOSED.ordinal();
            }
        }
        return Reason.NO_SHOP_OPEN.ordinal();
    }

    /// Adds up the sub-parts that parts of a site wait for.
    void countAwaited(int[] byPart) {
        for (int q = 0; q < first.length; q++) {
            for (int item = first[q]; item != NONE; item = next[item]) {
                if (STAGES[stage[item]] == Stage.SUB_PART) {
                    byPart[sub[item]]++;
                }
            }
        }
    }

    /// Adds up the parts that belong to a site, by stage.
    void count(int site, int kind, int[] byStage) {
        for (int item = first[site * parts + kind]; item != NONE; item = next[item]) {
            byStage[stage[item]]++;
        }
    }

    private void move(int item, Stage to, int site) {
        if (STAGES[stage[item]].loadsShop()) {
            load[at[item]]--;
        }
        stage[item] = (byte) to.ordinal();
        at[item] = site;
        if (to.loadsShop()) {
            load[site]++;
        }
        run.fleet.partChanged(part[item]);
    }

    private int create(int site, int kind, long ofKey, int where) {
        int item = free;
        if (item == NONE) {
            if (used == next.length) {
                int more = 2 * used;
                next = Arrays.copyOf(next, more);
                prev = Arrays.copyOf(prev, more);
                behind = Arrays.copyOf(behind, more);
                part = Arrays.copyOf(part, more);
                home = Arrays.copyOf(home, more);
                at = Arrays.copyOf(at, more);
                stage = Arrays.copyOf(stage, more);
                fault = Arrays.copyOf(fault, more);
                sub = Arrays.copyOf(sub, more);
                loading = Arrays.copyOf(loading, more);
                key = Arrays.copyOf(key, more);
                order = Arrays.copyOf(order, more);
            }
            item = used++;
        } else {
            free = next[item];
        }
        part[item] = kind;
        home[item] = site;
        stage[item] = (byte) Stage.WAITING.ordinal();
        fault[item] = UNKNOWN;
        sub[item] = NONE;
        loading[item] = false;
        at[item] = where;
        key[item] = ofKey;
        order[item] = sequence++;
        link(item);
        return item;
    }

    private void rehome(int item, int site) {
        unlink(item);
        home[item] = site;
        link(item);
    }

    private void link(int item) {
        int q = home[item] * parts + part[item];
        next[item] = NONE;
        prev[item] = last[q];
        if (last[q] == NONE) {
            first[q] = item;
        } else {
            next[last[q]] = item;
        }
        last[q] = item;
    }

    private void unlink(int item) {
        int q = home[item] * parts + part[item];
        if (prev[item] == NONE) {
            first[q] = next[item];
        } else {
            next[prev[item]] = next[item];
        }
        if (next[item] == NONE) {
            last[q] = prev[item];
        } else {
            prev[next[item]] = prev[item];
        }
    }

    private void release(int item) {
        unlink(item);
        next[item] = free;
        free = item;
    }
}
