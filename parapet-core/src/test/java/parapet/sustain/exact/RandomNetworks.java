package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Networks of the tests, a pure function of their seed: one to four echelons, one to three
/// indentures, few and ample places, condemnation, pipelines from nothing to some tens.
final class RandomNetworks {
    private RandomNetworks() {}

    static SupplyNetwork at(long seed) {
        var random = new Random(seed * 7919 + 17);
        var sites = new ArrayList<SupplyNetwork.Site>();
        sites.add(new SupplyNetwork.Site("top", null, 0, 0));
        int depots = random.nextInt(3);
        for (int d = 0; d < depots; d++) {
            String supplier = sites.get(random.nextInt(sites.size())).name();
            sites.add(new SupplyNetwork.Site("depot" + d, supplier, 2 * random.nextDouble(), 0));
        }
        int bases = 1 + random.nextInt(4);
        int aboveBases = sites.size();
        for (int b = 0; b < bases; b++) {
            String supplier = sites.get(random.nextInt(aboveBases)).name();
            sites.add(
                    new SupplyNetwork.Site(
                            "base" + b, supplier, random.nextDouble(), 3 * random.nextDouble()));
        }
        var unit = item("unit", 1, random.nextInt(3), random);
        var holdings = new ArrayList<SupplyNetwork.Holding>();
        hold(unit, sites, holdings, random);
        return new SupplyNetwork(unit, sites, holdings);
    }

    private static SupplyNetwork.Item item(String name, double share, int depth, Random random) {
        var parts = new ArrayList<SupplyNetwork.Item>();
        if (depth > 0) {
            int count = 1 + random.nextInt(3);
            for (int c = 0; c < count; c++) {
                parts.add(
                        item(name + "." + c, 1.0 / (count + random.nextInt(2)), depth - 1, random));
            }
        }
        return new SupplyNetwork.Item(name, share, 10, parts);
    }

    private static void hold(
            SupplyNetwork.Item item,
            List<SupplyNetwork.Site> sites,
            List<SupplyNetwork.Holding> holdings,
            Random random) {
        for (var site : sites) {
            boolean top = site.supplier() == null;
            double share = top ? 0.9 : random.nextInt(2) == 0 ? 0 : random.nextDouble();
            // at most 13 a unit of time arrive anywhere, so 9 places keep up with the load of 6.5
            boolean few = random.nextInt(5) == 0;
            holdings.add(
                    new SupplyNetwork.Holding(
                            item.name(),
                            site.name(),
                            share,
                            few ? 0.5 * random.nextDouble() : 3 * random.nextDouble(),
                            few ? new RepairPlaces(9) : RepairPlaces.AMPLE,
                            random.nextInt(random.nextInt(2) == 0 ? 3 : 9)));
        }
        item.parts().forEach(part -> hold(part, sites, holdings, random));
    }
}
