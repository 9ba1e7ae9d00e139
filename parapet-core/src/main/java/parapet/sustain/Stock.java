package parapet.sustain;

import java.util.Arrays;
import parapet.programme.MoneyCause;

/// Shelves, the queues before them, and spare parts on their way to a base. One queue for each site
/// and part, first come first served, holds the requests of units that are based there and the
/// orders of the sites that it supplies; an order whose way is closed is passed over.
///
/// Arrays with an index `site * parts + part` and a pool of queue entries, because this is the
/// heart of the run.
final class Stock {
    private static final int NONE = -1;

    /// A request for a part open in a shop stands in the queue as `INSIDE - item`.
    private static final int INSIDE = -2;

    private final Run run;
    private final int parts;
    private final int[] shelf;
    private final ShelfAges ages;
    private final int[] shipped;
    private final int[] head;
    private final int[] tail;

    /// What the stock of a site should add up to: on the shelf, on its way, in repair and on order,
    /// less what is owed. Kept for the audit only.
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
    void requestInside(int site, int part, int forItem) {
        append(site * parts + part, INSIDE - forItem, NONE, 0);
        serve(site, part);
    }

    /// A site orders one part from its supplier.
    void order(int by, int supplier, int part, long orderKey) {
        append(supplier * parts + part, NONE, by, orderKey);
        serve(supplier, part);
    }

    /// A shipment has reached the site; `where` is `site * parts + part`.
    void arrive(int where) {
        shipped[where]--;
        receive(where / parts, where % parts);
    }

    void serve(int site, int part) {
        int q = site * parts + part;
        run.fleet.partChanged(part);
        int d = head[q];
        while (d != NONE && shelf[q] > 0) {
            int after = next[d];
            int to = customer[d];
            if (to == NONE) {
                int served = hole[d];
                take(q, 1);
                remove(q, d);
                if (served >= 0) {
                    run.fleet.fit(served);
                } else {
                    run.shops.fitted(INSIDE - served, part);
                }
            } else if (run.supplyOpen(site, to)) {
                long orderKey = key[d];
                int where = to * parts + part;
                take(q, 1);
                remove(q, d);
                shipped[where]++;
                run.after(run.transportSec(site, to, orderKey), Run.SHIPMENT, where);
            }
            d = after;
        }
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

    void serveAll() {
        ages.phaseChanged();
        for (int s = 0; s < run.sites; s++) {
            for (int p = 0; p < parts; p++) {
                serve(s, p);
            }
        }
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
                run.shops.buy(site, part, random.nextLong(), kind.procurementSec());
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
        for (int old = ages.expired(q); old > 0; old--) {
            take(q, 1);
            run.shops.scrapped(q / parts, q % parts);
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
        int ahead = placeOf(base * parts + kind, forHole);
        for (int step = 0; step <= run.sites * (parts + 1); step++) {
            int q = site * parts + kind;
            int supplier = run.site[site].supplier();
            chain = chains.with(chain, Reason.SHELF_EMPTY.ordinal(), site, kind);
            ahead -= shelf[q] + shipped[q];
            if (ahead < 0) {
                chargedReason = Reason.SPARE_ON_THE_WAY.ordinal();
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
                kind = run.shops.subPart(item);
                if (kind < 0) {
                    int why = run.shops.closedBy(item);
                    chargedChain = why < 0 ? chain : chains.with(chain, why, chargedSite, NONE);
                    return;
                }
                site = chargedSite;
                ahead = placeOf(site * parts + kind, INSIDE - item);
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

    private int placeOf(int q, int forHole) {
        int place = 0;
        for (int d = head[q]; d != NONE; d = next[d]) {
            if (hole[d] == forHole) {
                return place;
            }
            place++;
        }
        throw new IllegalStateException("The request (%d) waits nowhere.".formatted(forHole));
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
        int count = 0;
        for (int d = head[site * parts + part]; d != NONE; d = next[d]) {
            count++;
        }
        return count;
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
