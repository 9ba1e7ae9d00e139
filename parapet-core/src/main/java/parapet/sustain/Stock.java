package parapet.sustain;

import java.util.Arrays;
import parapet.programme.MoneyCause;

/// Shelves, the queues before them, and spare parts on their way to a base. One queue for each site
/// and part holds the requests of units that are based there, of tasks that are done there, and the
/// orders of the sites that it supplies; an order whose way is closed is passed over. Served is the
/// oldest, or the most urgent where the site says so. A site without a spare asks its [Helpers];
/// how scrapped parts are replaced is told by [LotOrders].
///
/// Arrays with an index `site * parts + part` and a pool of queue entries, because this is the
/// heart of the run.
final class Stock {
    private static final int NONE = -1;

    /// Customer of a request that a task makes; its hole is then the task.
    private static final int TASK = -2;

    /// Customer of a request for a part that is open in a shop; its hole is then that part.
    private static final int INSIDE = -3;

    private final Run run;
    private final int parts;
    private final int[] shelf;
    private final ShelfAges ages;
    private final int[] shipped;
    private final int[] head;
    private final int[] tail;

    /// Entries of each queue.
    private final int[] queued;

    /// Of the shipped spares those that have not left yet.
    private final int[] docked;

    /// What the stock of a site should add up to: on the shelf, on its way, in repair and on order,
    /// less what is owed.
    private final int[] position;

    private int free = NONE;
    private int used;
    private int[] next = new int[64];
    private int[] prev = new int[64];
    private int[] hole = new int[64];
    private int[] customer = new int[64];
    private long[] key = new long[64];

    /// The answer of [#charge].
    int chargedReason;

    /// The site that goes with [#chargedReason], -1 for none.
    int chargedSite;

    /// The whole chain that ends in [#chargedReason], a node of the chains of the history.
    int chargedChain;

    Stock(Run run) {
        this.run = run;
        this.parts = run.parts;
        int n = run.sites * parts;
        shelf = new int[n];
        shipped = new int[n];
        position = new int[n];
        ages = new ShelfAges(run);
        head = new int[n];
        tail = new int[n];
        queued = new int[n];
        docked = new int[n];
        Arrays.fill(head, NONE);
        Arrays.fill(tail, NONE);
        for (int s = 0; s < run.sites; s++) {
            for (int p = 0; p < parts; p++) {
                int first = run.site[s].stock()[p];
                put(s * parts + p, first);
                position[s * parts + p] = first;
                run.tally.brought[p] += first;
            }
        }
    }

    /// Spare parts from outside that raise the stock of a site for good.
    void add(int site, int part, int count) {
        int q = site * parts + part;
        run.tally.brought[part] += count;
        put(q, count);
        position[q] += count;
        serve(site, part);
    }

    /// A part that was in repair or on order is here.
    void receive(int site, int part) {
        put(site * parts + part, 1);
        serve(site, part);
    }

    /// A unit at its base needs a part.
    void request(int base, int part, int forHole) {
        append(base * parts + part, forHole, NONE, 0);
        serve(base, part);
    }

    /// A part that is open in the shop of a site needs a sub-part.
    void requestInside(int site, int part, int forItem, long ofKey) {
        append(site * parts + part, forItem, INSIDE, ofKey);
        serve(site, part);
    }

    /// A task needs a part at the site where it is done.
    void requestForTask(int site, int part, int task, long ofKey) {
        append(site * parts + part, task, TASK, ofKey);
        serve(site, part);
    }

    /// A unit no longer needs the part that it waits for.
    void cancel(int base, int part, int ofHole) {
        int q = base * parts + part;
        remove(q, entry(q, ofHole));
        position[q]++;
        serve(base, part);
    }

    /// Another hole takes the place of one in the queue.
    void takeOver(int base, int part, int ofHole, int by) {
        hole[entry(base * parts + part, ofHole)] = by;
    }

    /// A site orders one part from its supplier.
    void order(int by, int supplier, int part, long orderKey) {
        append(supplier * parts + part, NONE, by, orderKey);
        serve(supplier, part);
        run.helpers.seek(supplier, part);
    }

    /// A shipment has reached the site; `where` is `site * parts + part`.
    void arrive(int where) {
        shipped[where]--;
        receive(where / parts, where % parts);
    }

    void serve(int site, int part) {
        int q = site * parts + part;
        run.fleet.partChanged(part);
        while (shelf[q] > 0) {
            int d = run.site[site].policy().mostUrgent() ? mostUrgent(site, q) : oldest(site, q);
            if (d == NONE) {
                break;
            }
            take(q, 1);
            issue(site, part, d);
        }
        run.helpers.offer(site, part);
    }

    private void issue(int site, int part, int d) {
        int to = customer[d];
        int served = hole[d];
        long orderKey = key[d];
        remove(site * parts + part, d);
        if (to == NONE) {
            run.fleet.fit(served);
        } else if (to == INSIDE) {
            run.shops.fitted(served, part);
        } else if (to == TASK) {
            run.tally.condemned[part]++;
            run.tasks.issued(served);
        } else {
            ship(site, to, part, orderKey);
        }
    }

    private void ship(int from, int to, int part, long orderKey) {
        int where = to * parts + part;
        shipped[where]++;
        run.freight.send(from, to, orderKey, Run.SHIPMENT, where);
    }

    private boolean canGo(int site, int d) {
        return customer[d] < 0 || run.supplyOpen(site, customer[d]);
    }

    private int oldest(int site, int q) {
        int d = head[q];
        while (d != NONE && !canGo(site, d)) {
            d = next[d];
        }
        return d;
    }

    /// The first of the most urgent: see [Fleet#urgency]; a task and a part open in a shop count as
    /// 1, an order as its customer's most urgent request, 0 if none waits there.
    private int mostUrgent(int site, int q) {
        int best = NONE;
        int most = -1;
        for (int d = head[q]; d != NONE && most < 2; d = next[d]) {
            if (canGo(site, d)) {
                int urgency = urgency(d, q % parts);
                if (urgency > most) {
                    most = urgency;
                    best = d;
                }
            }
        }
        return best;
    }

    private int urgency(int d, int part) {
        if (customer[d] == NONE) {
            return run.fleet.urgency(hole[d]);
        }
        if (customer[d] == TASK || customer[d] == INSIDE) {
            return 1;
        }
        int most = 0;
        for (int e = head[customer[d] * parts + part]; e != NONE; e = next[e]) {
            if (customer[e] == NONE) {
                most = Math.max(most, run.fleet.urgency(hole[e]));
            }
        }
        return most;
    }

    /// Whether a site has requests that could be served and that nothing on its way will meet; with
    /// the orders of other sites or without.
    boolean uncovered(int site, int part, boolean ordersToo) {
        int q = site * parts + part;
        int left = shipped[q] + shelf[q];
        if (queued[q] <= left) {
            return false;
        }
        for (int d = head[q]; d != NONE && left >= 0; d = next[d]) {
            if (canGo(site, d) && (ordersToo || customer[d] < 0)) {
                left--;
            }
        }
        return left < 0;
    }

    /// A spare goes from one site to another that has a request which nothing on its way will meet.
    void lend(int from, int to, int part) {
        int q = to * parts + part;
        int d = head[q];
        for (int i = 0; i < shipped[q]; i++) {
            d = next[d];
        }
        take(from * parts + part, 1);
        ship(from, to, part, customer[d] == NONE ? run.fleet.key(hole[d]) : key[d]);
    }

    /// The youngest order of `by` at a supplier becomes one of `other`.
    ///
    /// @return whether there was one
    boolean handOver(int supplier, int other, int by, int part) {
        int d = tail[supplier * parts + part];
        while (d != NONE && customer[d] != by) {
            d = prev[d];
        }
        if (d != NONE) {
            customer[d] = other;
        }
        return d != NONE;
    }

    /// The stock of a site should add up to more or less than before.
    void count(int site, int part, int more) {
        position[site * parts + part] += more;
    }

    /// The network has changed from `old`: orders follow a new supplier, targets rise and fall.
    void phaseChanged(Network old) {
        for (int s = 0; s < run.sites; s++) {
            int was = old.sites().get(s).supplier();
            int is = run.site[s].supplier();
            for (int p = 0; p < parts; p++) {
                if (was != is && was >= 0 && is >= 0) {
                    moveOrders(s, was, is, p);
                }
                changeTarget(s, p, run.site[s].stock()[p] - old.sites().get(s).stock()[p]);
            }
        }
    }

    /// Rules or ways have changed.
    void serveAll() {
        ages.phaseChanged();
        for (int s = 0; s < run.sites; s++) {
            for (int p = 0; p < parts; p++) {
                serve(s, p);
            }
        }
        run.helpers.seekAll();
        run.lots.reviewAll();
    }

    private void moveOrders(int by, int from, int to, int part) {
        int q = from * parts + part;
        int d = head[q];
        while (d != NONE) {
            int after = next[d];
            if (customer[d] == by) {
                long orderKey = key[d];
                remove(q, d);
                position[q]++;
                position[to * parts + part]--;
                append(to * parts + part, NONE, by, orderKey);
            }
            d = after;
        }
    }

    /// A failed part that has not left its base will go to another supplier.
    void reassign(int part, int from, int to) {
        position[from * parts + part]--;
        position[to * parts + part]++;
    }

    private void changeTarget(int site, int part, int rise) {
        int q = site * parts + part;
        if (rise > 0) {
            Network.Part kind = run.part[part];
            String name = run.site[site].id() + "/" + kind.id() + "/" + run.now;
            var random = run.streams.at("sustain.target", name);
            if (run.now < kind.lastOrderTick()) {
                double price = rise * kind.price();
                run.ledger.post(run.now, MoneyCause.SPARES, kind.id(), kind.currency(), price);
            }
            position[q] += rise;
            for (int i = 0; i < rise; i++) {
                run.procurement.buy(site, part, random.nextLong(), kind.procurementSec());
            }
        } else if (rise < 0) {
            int less = Math.min(-rise, shelf[q]);
            take(q, less);
            position[q] -= less;
            run.tally.withdrawn[part] += less;
        }
    }

    private void put(int q, int count) {
        shelf[q] += count;
        ages.put(q, count);
    }

    private void take(int q, int count) {
        shelf[q] -= count;
        ages.take(q, count);
    }

    /// Spares of a shelf may have come to the end of their life there.
    void expire(int q) {
        int old = ages.expired(q);
        take(q, old); // all at once: what replaces one may call others off this shelf
        for (int i = 0; i < old; i++) {
            run.procurement.scrapped(q / parts, q % parts);
        }
        run.fleet.partChanged(q % parts);
    }

    /// Why the request of `forHole` at `base` is not served: walks up from base to supplier, at
    /// each site passing over the goods that will serve those before it in the queue, and from a
    /// part that is open in a shop on to the sub-part that it waits for. The answer is left in
    /// [#chargedReason], [#chargedSite] and [#chargedChain].
    void charge(int base, int part, int forHole) {
        Chains chains = run.history.chains();
        int kind = part;
        int site = base;
        int chain = 0;
        boolean made = true;
        int ahead = placeOf(base * parts + kind, forHole, NONE);
        for (int step = 0; step <= run.sites * (parts + 1); step++) {
            int q = site * parts + kind;
            int supplier = run.site[site].supplier();
            chain = chains.with(chain, Reason.SHELF_EMPTY.ordinal(), site, kind);
            ahead -= shelf[q] + shipped[q];
            if (ahead < 0) {
                // The last of what is on its way are those that have not left.
                boolean waits = ahead >= -docked[q];
                chargedReason = (waits ? Reason.AWAITING_LOT : Reason.SPARE_ON_THE_WAY).ordinal();
                chargedSite = ahead < -shipped[q] || supplier < 0 ? site : supplier;
                chargedChain = chains.with(chain, chargedReason, chargedSite, kind);
                return;
            }
            ahead = run.shops.charge(q, ahead);
            made &= !run.shops.chargedNotMade;
            if (ahead < 0) {
                chargedReason = run.shops.chargedReason;
                chargedSite = run.shops.chargedSite;
                chain = chains.with(chain, chargedReason, chargedSite, kind);
                int item = run.shops.chargedItem;
                kind = run.pipeline.subPart(item);
                if (kind < 0) {
                    int why = run.dispatch.closedBy(item);
                    chargedChain = why < 0 ? chain : chains.with(chain, why, chargedSite, NONE);
                    return;
                }
                site = chargedSite;
                ahead = placeOf(site * parts + kind, item, INSIDE);
                continue;
            }
            ahead = supplier < 0 ? NONE : placeOfOrder(supplier * parts + kind, site, ahead);
            if (ahead < 0) {
                break;
            }
            site = supplier;
        }
        chargedReason = (made ? Reason.NOBODY_REPAIRS : Reason.NO_LONGER_MADE).ordinal();
        chargedSite = NONE;
        chargedChain = chains.with(chain, chargedReason, NONE, kind);
    }

    private int placeOf(int q, int forHole, int by) {
        int place = 0;
        for (int d = head[q]; d != NONE; d = next[d]) {
            if (hole[d] == forHole && customer[d] == by) {
                return place;
            }
            place++;
        }
        throw new IllegalStateException("The request (%d) waits nowhere.".formatted(forHole));
    }

    private int entry(int q, int ofHole) {
        int d = head[q];
        while (hole[d] != ofHole || customer[d] != NONE) {
            d = next[d];
        }
        return d;
    }

    /// Place in queue `q` of the order of `by` that has `skip` orders of the same site before it.
    private int placeOfOrder(int q, int by, int skip) {
        int place = 0;
        int left = skip;
        for (int d = head[q]; d != NONE; d = next[d]) {
            if (customer[d] == by && left-- == 0) {
                return place;
            }
            place++;
        }
        return NONE;
    }

    int shelf(int site, int part) {
        return shelf[site * parts + part];
    }

    int shipped(int site, int part) {
        return shipped[site * parts + part];
    }

    /// Requests and orders that wait before the shelf of a site.
    int waiting(int site, int part) {
        return queued[site * parts + part];
    }

    /// Orders of a site that wait at any supplier.
    int ordersOf(int by, int part) {
        int count = 0;
        for (int s = 0; s < run.sites; s++) {
            for (int d = head[s * parts + part]; d != NONE; d = next[d]) {
                if (customer[d] == by) {
                    count++;
                }
            }
        }
        return count;
    }

    int position(int site, int part) {
        return position[site * parts + part];
    }

    /// A shipment waits for others that go with it, or has left; `where` is `site * parts + part`.
    void loading(int where, boolean now) {
        docked[where] += now ? 1 : -1;
        run.fleet.partChanged(where % parts);
    }

    /// Requests less spares on the shelf: how much a kind of part is wanting at a site.
    int wanting(int site, int part) {
        int q = site * parts + part;
        return queued[q] - shelf[q];
    }

    private void append(int q, int forHole, int by, long orderKey) {
        int d = free;
        if (d == NONE) {
            if (used == next.length) {
                int more = 2 * used;
                next = Arrays.copyOf(next, more);
                prev = Arrays.copyOf(prev, more);
                hole = Arrays.copyOf(hole, more);
                customer = Arrays.copyOf(customer, more);
                key = Arrays.copyOf(key, more);
            }
            d = used++;
        } else {
            free = next[d];
        }
        queued[q]++;
        hole[d] = forHole;
        customer[d] = by;
        key[d] = orderKey;
        next[d] = NONE;
        prev[d] = tail[q];
        if (tail[q] == NONE) {
            head[q] = d;
        } else {
            next[tail[q]] = d;
        }
        tail[q] = d;
    }

    private void remove(int q, int d) {
        queued[q]--;
        if (prev[d] == NONE) {
            head[q] = next[d];
        } else {
            next[prev[d]] = next[d];
        }
        if (next[d] == NONE) {
            tail[q] = prev[d];
        } else {
            prev[next[d]] = prev[d];
        }
        next[d] = free;
        free = d;
    }
}
