package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import parapet.sustain.Network;
import parapet.sustain.exact.Erlang;

/// How long a failed part is away, from the shops that are open on a day.
///
/// A site sends a part to the shop from which it is expected back soonest, without regard to the
/// queue; shops within a tenth of each other share the work. A part that a shop cannot do goes to
/// the next. The queue of a shop is that of M/M/c under the load of all parts, up to 95 % of its
/// places.
final class ShopTimes {
    private static final double NEAR = 1.1;
    private static final double FULLEST = 0.95;

    private final Network network;
    private final long tick;
    private final double[] arrivals;
    private final double[] work; // mean places in use
    private final double[] wait;
    private final Set<String> warnings;

    ShopTimes(Network network, long tick, Set<String> warnings) {
        this.network = network;
        this.tick = tick;
        this.arrivals = new double[network.sites().size()];
        this.work = new double[arrivals.length];
        this.wait = new double[arrivals.length];
        this.warnings = warnings;
    }

    /// What the shops of a site do for a part.
    ///
    /// @param share of the parts that one of them can do
    /// @param meanSec mean time of those, transport both ways
    record Away(double share, double meanSec) {}

    private record Way(int shop, double sec) {}

    private List<Way> ways(int site, int part) {
        var ways = new ArrayList<Way>();
        for (int shop : network.sites().get(site).repairsAt()) {
            Network.Site s = network.sites().get(shop);
            boolean open = site == shop || network.links()[site][shop].open();
            if (s.open() && s.shop().places() > 0 && open) {
                double way = site == shop ? 0 : network.links()[site][shop].timeSec();
                double lack =
                        s.shop().materialShare(part) * (1 - network.production().shareAt(tick));
                ways.add(
                        new Way(
                                shop,
                                2 * way
                                        + lack * s.shop().materialSec(part)
                                        + repairSec(shop, part)));
            }
        }
        ways.sort(Comparator.comparingDouble(Way::sec));
        return ways;
    }

    private double repairSec(int shop, int part) {
        Network.Shop s = network.sites().get(shop).shop();
        return s.repairSec(part) * s.learning(tick);
    }

    /// Sends parts and counts them as the shops' work.
    ///
    /// @param part index of the part
    /// @param perSec parts that come to the site
    Away send(int site, int part, double perSec) {
        List<Way> ways = ways(site, part);
        double left = 1;
        double sum = 0;
        for (int i = 0; i < ways.size(); ) {
            int j = i;
            double none = 1;
            double abilities = 0;
            while (j < ways.size() && ways.get(j).sec() <= NEAR * ways.get(i).sec()) {
                double able = network.sites().get(ways.get(j).shop()).shop().repairShare(part);
                none *= 1 - able;
                abilities += able;
                j++;
            }
            for (int k = i; k < j && abilities > 0; k++) {
                Way way = ways.get(k);
                double able = network.sites().get(way.shop()).shop().repairShare(part);
                double share = left * (1 - none) * able / abilities;
                arrivals[way.shop()] += perSec * share;
                work[way.shop()] += perSec * share * repairSec(way.shop(), part);
                sum += share * (way.sec() + wait[way.shop()]);
            }
            left *= none;
            i = j;
        }
        return new Away(1 - left, left < 1 ? sum / (1 - left) : 0);
    }

    /// Turns the work counted so far into waits, and counts anew.
    void settle() {
        for (int s = 0; s < arrivals.length; s++) {
            Network.Site site = network.sites().get(s);
            if (arrivals[s] > 0) {
                double rate = arrivals[s] / work[s];
                double most = FULLEST * site.shop().places() * rate;
                if (arrivals[s] > most) {
                    warnings.add(
                            "Shop %s is offered more than 95 %% of what it can do; its queue is counted as at 95 %%."
                                    .formatted(site.id()));
                }
                wait[s] =
                        Erlang.waiting(
                                        site.shop().places(),
                                        StrictMath.min(arrivals[s], most),
                                        rate)
                                .meanWait();
            }
            arrivals[s] = 0;
            work[s] = 0;
        }
    }
}
