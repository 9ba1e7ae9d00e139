package parapet.sustain;

import java.util.List;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.quantity.Calendar;
import parapet.random.KeyedRandom;
import parapet.random.Sampler;
import parapet.random.Streams;
import parapet.sim.EventQueue;

/// What the subjects of one replication share: the clock, the pending events, the network that
/// holds now, chance, and the subjects themselves.
///
/// An event is one `long`: its kind in the lowest five bits, above it an index and, where events
/// can become stale, a version. All that chance decides about one failure (can it be mended on the
/// spot, is the part scrapped, which shops can do it, how long each step takes) is told by one key
/// of 64 random bits drawn at the failure, whatever way the part takes; so two plans that share a
/// failure share its fate as far as their ways agree.
final class Run {
    static final int FAILURE = 0;
    static final int RESTORED = 1;
    static final int ITEM = 2;
    static final int SHIPMENT = 3;
    static final int SERVICE = 4;
    static final int PHASE = 5;
    static final int ADDITION = 6;
    static final int TASK_DUE = 7;
    static final int TASK_GRACE = 8;
    static final int TASK_DONE = 9;
    static final int MISSILES = 10;
    static final int TASK_PLACE = 11;
    static final int HOURS = 12;
    static final int INDUCTION = 13;
    static final int DEPARTURE = 14;
    static final int SHELF_LIFE = 15;
    static final int KIND_BITS = 5;

    final SustainInput input;
    final Streams streams;
    final Ledger ledger;
    final long endTick;
    final int parts;
    final int sites;
    final long[] siteKey;
    final Tally tally;
    final ReadinessHistory history;
    final Stock stock;
    final Pipeline pipeline;
    final Procurement procurement;
    final Dispatch dispatch;
    final ShopFloor shops;
    final CrewPool crews;
    final Freight freight;
    final LotOrders lots;
    final Helpers helpers;
    final PartSwaps swaps;
    final TaskBoard tasks;
    final Missiles missiles;
    final Fleet fleet;

    private final EventQueue queue = new EventQueue();
    private final KeyedRandom chance = new KeyedRandom();

    long now;
    Network network;
    Network.Part[] part;
    Network.Site[] site;

    Run(SustainInput input, List<Delivery> deliveries, Streams streams, Ledger ledger) {
        this.input = input;
        this.streams = streams;
        this.ledger = ledger;
        this.endTick = input.endTick();
        this.network = input.phases().getFirst().network();
        this.part = network.parts().toArray(new Network.Part[0]);
        this.site = network.sites().toArray(new Network.Site[0]);
        this.parts = part.length;
        this.sites = site.length;
        this.siteKey = new long[sites];
        for (int s = 0; s < sites; s++) {
            siteKey[s] = Streams.entity(site[s].id());
        }
        this.tally = new Tally(parts, sites);
        this.history = new ReadinessHistory();
        this.stock = new Stock(this);
        this.pipeline = new Pipeline(this);
        this.procurement = new Procurement(this);
        this.dispatch = new Dispatch(this);
        this.shops = new ShopFloor(this);
        this.missiles = new Missiles(this);
        this.fleet = new Fleet(this, deliveries);
        this.crews = new CrewPool(this);
        this.freight = new Freight(this);
        this.lots = new LotOrders(this);
        this.helpers = new Helpers(this);
        this.swaps = new PartSwaps(this);
        this.tasks = new TaskBoard(this);
    }

    /// Makes `network` the one that holds from now on.
    void enter(Network network) {
        this.network = network;
        this.part = network.parts().toArray(part);
        this.site = network.sites().toArray(site);
    }

    long nextTick() {
        return queue.tick();
    }

    long nextEvent() {
        now = queue.tick();
        return queue.poll();
    }

    /// Something happens at `tick`, unless that is at the end of the simulated time or later.
    void at(long tick, int kind, long what) {
        if (tick < now) {
            throw new IllegalStateException(
                    "The event (%d) of tick (%d) would happen before now (%d)."
                            .formatted(kind, tick, now));
        }
        if (tick < endTick) {
            queue.add(tick, what << KIND_BITS | kind);
        }
    }

    /// Something happens `delaySec` from now.
    void after(double delaySec, int kind, long what) {
        long delay = Calendar.ticks(delaySec);
        if (delay < endTick - now) {
            at(now + delay, kind, what);
        }
    }

    /// Something happens when work of `workSec` that begins now is done.
    void afterWork(WorkTime hours, double workSec, int kind, long what) {
        at(hours.after(now, Calendar.ticks(workSec)), kind, what);
    }

    /// Key of something that follows from what has the key `key`.
    static long mix(long key, long a, long b) {
        long h = (key ^ a) * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 29) ^ b) * 0xBF58476D1CE4E5B9L;
        return h ^ (h >>> 32);
    }

    double uniform(long key, long purpose) {
        return Streams.open(chance.at(key, purpose));
    }

    double exponential(long key, long purpose, double mean) {
        return Sampler.exponential(chance.at(key, purpose), mean);
    }

    double gamma(long key, long purpose, double mean, double scatter) {
        return Sampler.gamma(chance.at(key, purpose), mean, scatter);
    }

    boolean linkOpen(int from, int to) {
        return from == to || network.links()[from][to].open();
    }

    double transportSec(int from, int to, long key) {
        if (from == to) {
            return 0;
        }
        Network.Link link = network.links()[from][to];
        long way = Purposes.TRANSPORT ^ siteKey[from] ^ Long.rotateLeft(siteKey[to], 1);
        return gamma(key, way, link.timeSec(), link.scatter());
    }

    /// Whether goods can pass between a site and its supplier, or one that helps.
    boolean supplyOpen(int supplier, int customer) {
        return site[supplier].open()
                && !site[supplier].policy().rests()
                && linkOpen(supplier, customer);
    }
}
