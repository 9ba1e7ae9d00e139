package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import parapet.sustain.Network;
import parapet.sustain.SustainInput;

/// The same fleet with one thing of its support decided otherwise: the places of a shop, or the day
/// on which a site opens.
public final class NetworkEdits {
    private NetworkEdits() {}

    /// The input with a number of repair places at a site, whenever its shop works.
    ///
    /// @param site index of the site
    /// @param places 1 or more
    public static SustainInput withPlaces(SustainInput input, int site, int places) {
        var phases = new ArrayList<SustainInput.Phase>();
        for (SustainInput.Phase phase : input.phases()) {
            Network.Site s = phase.network().sites().get(site);
            Network.Shop shop = s.shop();
            Network.Site other =
                    shop.places() == 0 ? s : s.with(s.open(), shop.with(places, shop.openedTick()));
            phases.add(
                    new SustainInput.Phase(phase.fromTick(), with(phase.network(), site, other)));
        }
        return new SustainInput(input.endTick(), phases, input.units(), input.additions());
    }

    /// First tick at which a site is open; `Long.MAX_VALUE` when it never is.
    public static long opening(SustainInput input, int site) {
        for (SustainInput.Phase phase : input.phases()) {
            if (phase.network().sites().get(site).open()) {
                return phase.fromTick();
            }
        }
        return Long.MAX_VALUE;
    }

    /// The input in which a site opens later (or earlier, when `shift` is negative), not before
    /// tick 0; what it is from its opening on is kept. An input in which it never opens, or is open
    /// from the start, is returned as it is.
    ///
    /// @param shift ticks
    public static SustainInput withOpening(SustainInput input, int site, long shift) {
        long was = opening(input, site);
        if (was == Long.MAX_VALUE || was == 0 || shift == 0) {
            return input;
        }
        long is = StrictMath.max(0, was + shift);
        Network.Site closed = input.phases().getFirst().network().sites().get(site);
        Network.Site first = input.networkAt(was).sites().get(site);
        var ticks = new TreeSet<Long>();
        input.phases().forEach(p -> ticks.add(p.fromTick()));
        ticks.add(is);
        var phases = new ArrayList<SustainInput.Phase>();
        for (long tick : ticks) {
            if (tick >= input.endTick()) {
                break;
            }
            Network network = input.networkAt(tick);
            Network.Site then = network.sites().get(site);
            Network.Site now = tick < is ? closed : moved(then.open() ? then : first, is);
            phases.add(new SustainInput.Phase(tick, with(network, site, now)));
        }
        return new SustainInput(input.endTick(), phases, input.units(), input.additions());
    }

    private static Network.Site moved(Network.Site s, long opened) {
        Network.Shop shop = s.shop();
        return s.with(true, shop.places() == 0 ? shop : shop.with(shop.places(), opened));
    }

    private static Network with(Network n, int site, Network.Site other) {
        List<Network.Site> sites = new ArrayList<>(n.sites());
        sites.set(site, other);
        return new Network(n.parts(), n.types(), sites, n.links(), n.production());
    }
}
