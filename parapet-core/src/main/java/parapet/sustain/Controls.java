package parapet.sustain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.programme.Delivery;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.random.KeyedRandom;
import parapet.random.Sampler;
import parapet.random.Streams;

/// Numbers of a replication whose mean is exactly 0 and which go up and down with the time that units
/// are down: how many more failures came than the hazard used up, and how much longer the work on
/// them was than expected. For [parapet.stats.ControlledEstimate].
///
///     failures of a part  = Σ_slots Σ_(i ≤ n+1) (1 - H_i)
///     times of a part     = Σ_slots Σ_(i ≤ n) (D_i - E D_i)
///
/// n failures of a slot in the run, H_i its thresholds of hazard (mean 1), D_i the time that the i-th
/// failed part would need if it went to the nearest shop and never queued. n + 1 is a stopping time of
/// the thresholds, and whether there is an i-th failure does not depend on what chance decides about
/// it, so both sums have mean 0 whatever shops, queues, stocks and phases do [Wald 1944].
///
/// The numbers are drawn again from the streams of the run, by name; a run without controls costs one
/// count a failure. Where a name no longer fits, the means stay 0 and only the gain is lost.
public final class Controls {

    private final SustainInput input;
    private final KeyedRandom chance = new KeyedRandom();
    private final long[] siteKey;
    private final boolean[] tried;

    /// What is summed for the failure in hand: its time and the mean of that, s.
    private double time;

    private double mean;

    private Controls(SustainInput input) {
        this.input = input;
        List<Network.Site> sites = input.phases().getFirst().network().sites();
        siteKey = sites.stream().mapToLong(s -> Streams.entity(s.id())).toArray();
        tried = new boolean[siteKey.length];
    }

    /// Number of controls: two a part.
    public static int count(SustainInput input) {
        return 2 * input.phases().getFirst().network().parts().size();
    }

    /// The controls of one replication: failures of each part, then times of each part in days.
    ///
    /// @param input of the replication
    /// @param deliveries of the replication
    /// @param streams of the replication
    /// @param history what came of it
    public static double[] of(
            SustainInput input,
            List<Delivery> deliveries,
            Streams streams,
            ReadinessHistory history) {
        var controls = new Controls(input);
        var sums = new double[count(input)];
        Map<String, Delivery> byKey = new HashMap<>();
        deliveries.forEach(d -> byKey.put(d.unit(), d));
        int slot = 0;
        Network first = input.phases().getFirst().network();
        for (SustainInput.Unit unit : input.units()) {
            Delivery d = byKey.get(unit.id());
            for (Network.Slot place : first.types().get(unit.type()).slots()) {
                if (d != null
                        && Math.max(d.due(), 0) < input.endTick()
                        && d.inService() < input.endTick()) {
                    int n = history.failuresOfSlot(slot);
                    controls.add(unit, place, Math.max(d.inService(), 0), n, streams, sums);
                }
                slot++;
            }
        }
        return sums;
    }

    private void add(
            SustainInput.Unit unit,
            Network.Slot place,
            long enters,
            int n,
            Streams streams,
            double[] sums) {
        if (input.networks().stream().anyMatch(w -> w.parts().get(place.part()).followed())) {
            return; // items that are followed have streams of their own
        }
        long entity = Streams.entity(unit.id() + "/" + place.id());
        UniformRandomProvider hazard = streams.at(Purposes.FAILURE, entity);
        UniformRandomProvider outcomes = streams.at(Purposes.OUTCOME, entity);
        int parts = sums.length / 2;
        double clock = enters;
        int phase = 0;
        for (int i = 0; i <= n; i++) {
            double h = Sampler.exponential(hazard);
            sums[place.part()] += 1 - h;
            if (i == n) {
                return;
            }
            Network.Part part = input.phases().get(phase).network().parts().get(place.part());
            double rate = place.count() * part.failureRate(place);
            clock += rate > 0 ? h / rate * Calendar.SECOND : 0;
            while (phase + 1 < input.phases().size()
                    && input.phases().get(phase + 1).fromTick() <= clock) {
                phase++;
            }
            Network network = input.phases().get(phase).network();
            work(network, place.part(), unit.base(), outcomes.nextLong(), (long) clock);
            sums[parts + place.part()] += (time - mean) / Measures.DAY_SEC;
        }
    }

    /// Time and mean time of the work that one failure asks for.
    private void work(Network network, int kind, int base, long key, long now) {
        Network.Part part = network.parts().get(kind);
        time = exponential(key, Purposes.MEND, part.fieldRepairSec());
        mean = part.fieldRepairSec();
        boolean inField = uniform(key, Purposes.FIELD) < part.fieldRepairShare();
        boolean condemned = uniform(key, Purposes.CONDEMN) < part.condemnedShare();
        double removed = 1 - part.fieldRepairShare();
        double bought = removed * part.condemnedShare();
        mean += bought * part.procurementSec();
        if (!inField && condemned) {
            time += exponential(key, Purposes.PROCURE, part.procurementSec());
        }
        repair(network, base, key, now, !inField && !condemned, removed - bought);
    }

    /// Adds the loop of a part that goes to be repaired: `here` whether this one does, `share` its
    /// probability. The way is looked for at the base, then at its suppliers.
    private void repair(Network network, int base, long key, long now, boolean here, double share) {
        boolean goes = here;
        double left = share;
        int site = base;
        Arrays.fill(tried, false);
        for (int step = 0; step <= siteKey.length && left > 0; step++) {
            for (int shop : nearest(network, site)) {
                if (tried[shop]) {
                    continue; // whether a shop can do it is decided once for each part
                }
                tried[shop] = true;
                Network.Shop how = network.sites().get(shop).shop();
                double lack = how.materialShare() * (1 - network.production().shareAt(now));
                double repairSec = how.repairSec() * how.learning(now);
                double way = network.links()[site][shop].timeSec();
                double loop = (site == shop ? 0 : 2 * way) + lack * how.materialSec() + repairSec;
                mean += left * how.repairShare() * loop;
                left *= 1 - how.repairShare();
                if (goes && uniform(key, Purposes.ABLE ^ siteKey[shop]) < how.repairShare()) {
                    goes = false;
                    time += transport(network, site, shop, key);
                    time += transport(network, shop, site, key);
                    if (lack > 0 && uniform(key, Purposes.LACK ^ siteKey[shop]) < lack) {
                        time +=
                                exponential(
                                        key, Purposes.MATERIAL ^ siteKey[shop], how.materialSec());
                    }
                    chance.at(key, Purposes.REPAIR ^ siteKey[shop]);
                    time += Sampler.gamma(chance, repairSec, how.scatter());
                }
            }
            int supplier = network.sites().get(site).supplier();
            if (supplier < 0) {
                return;
            }
            mean += left * network.links()[site][supplier].timeSec();
            if (goes) {
                time += transport(network, site, supplier, key);
            }
            site = supplier;
        }
    }

    /// Shops of a site that work and can be reached, by the time without a queue.
    private static int[] nearest(Network network, int site) {
        int[] shops = network.sites().get(site).repairsAt();
        if (shops.length == 1) {
            return reachable(network, site, shops[0]) ? shops : new int[0];
        }
        return Arrays.stream(shops)
                .distinct()
                .filter(shop -> reachable(network, site, shop))
                .boxed()
                .sorted(
                        Comparator.comparingDouble(shop ->
                                2 * network.links()[site][shop].timeSec()
                                        + network.sites().get(shop).shop().repairSec()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean reachable(Network network, int site, int shop) {
        Network.Site there = network.sites().get(shop);
        return there.open()
                && there.shop().places() > 0
                && (site == shop || network.links()[site][shop].open());
    }

    private double transport(Network network, int from, int to, long key) {
        if (from == to) {
            return 0;
        }
        Network.Link link = network.links()[from][to];
        long way = Purposes.TRANSPORT ^ siteKey[from] ^ Long.rotateLeft(siteKey[to], 1);
        return Sampler.gamma(chance.at(key, way), link.timeSec(), link.scatter());
    }

    private double exponential(long key, long purpose, double meanSec) {
        return Sampler.exponential(chance.at(key, purpose), meanSec);
    }

    private double uniform(long key, long purpose) {
        return Streams.open(chance.at(key, purpose));
    }
}
