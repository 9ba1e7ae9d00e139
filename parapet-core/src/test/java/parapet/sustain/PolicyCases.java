package parapet.sustain;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/// Random policies put on the networks of [Cases].
final class PolicyCases {
    private PolicyCases() {}

    /// The input with random policies of every kind at sites, shops, links and tasks, other ones in
    /// each phase.
    static SustainInput with(SustainInput in, UniformRandomProvider random) {
        var phases = new ArrayList<SustainInput.Phase>();
        for (SustainInput.Phase phase : in.phases()) {
            phases.add(new SustainInput.Phase(phase.fromTick(), with(phase.network(), random)));
        }
        return new SustainInput(in.endTick(), phases, in.units(), in.additions());
    }

    private static Network with(Network network, UniformRandomProvider random) {
        int parts = network.parts().size();
        int n = network.sites().size();
        var sites = new ArrayList<Network.Site>();
        for (int s = 0; s < n; s++) {
            Network.Site site = network.sites().get(s);
            Network.Shop shop = site.shop().with(shop(random, parts));
            sites.add(
                    new Network.Site(
                            site.id(),
                            site.open(),
                            site.supplier(),
                            site.repairsAt(),
                            site.stock(),
                            shop,
                            site.yearlyCost(),
                            site.currency(),
                            site(random, s, n, parts)));
        }
        var links = new Network.Link[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Network.Link link = network.links()[i][j];
                links[i][j] =
                        new Network.Link(
                                link.timeSec(),
                                link.scatter(),
                                link.open(),
                                random.nextInt(4),
                                random.nextInt(2) * 15 * Cases.D);
            }
        }
        var types =
                network.types().stream()
                        .map(t ->
                                new Network.UnitType(
                                        t.id(),
                                        t.slots(),
                                        t.spares(),
                                        t.missiles(),
                                        t.tasks().stream()
                                                .map(k -> task(k, random, parts))
                                                .toList(),
                                        t.yearlyCost(),
                                        t.currency(),
                                        random.nextDouble()))
                        .toList();
        return new Network(network.parts(), types, sites, links, network.production());
    }

    private static Network.Task task(Network.Task task, UniformRandomProvider random, int parts) {
        int[] uses = new int[random.nextInt(parts + 1)];
        for (int p = 0; p < uses.length; p++) {
            uses[p] = random.nextInt(3);
        }
        return new Network.Task(
                task.id(),
                task.everySec(),
                task.fromTick(),
                task.graceSec(),
                task.active(),
                task.at().stream()
                        .map(w ->
                                new Network.TaskSite(
                                        w.site(),
                                        w.places(),
                                        w.timeSec(),
                                        w.price(),
                                        w.currency(),
                                        random.nextBoolean()
                                                ? Double.POSITIVE_INFINITY
                                                : 1 / (90 * Cases.D)))
                        .toList(),
                new TaskPolicy(
                        random.nextBoolean() ? Double.POSITIVE_INFINITY : 80 * Cases.D,
                        random.nextDouble(),
                        20 * Cases.D,
                        uses,
                        random.nextInt(2),
                        random.nextBoolean(),
                        random.nextInt(2) * 60 * Cases.D,
                        random.nextInt(4) == 0 ? 0.2 : 0));
    }

    private static SitePolicy site(UniformRandomProvider random, int at, int sites, int parts) {
        var helpers = new ArrayList<Integer>();
        for (int s = 0; s < sites; s++) {
            if (s != at && random.nextInt(3) == 0) {
                helpers.add(s);
            }
        }
        var rules = new @Nullable Replenishment[random.nextInt(parts + 1)];
        for (int p = 0; p < rules.length; p++) {
            rules[p] =
                    switch (random.nextInt(3)) {
                        case 0 -> Replenishment.lots(random.nextInt(4) - 1, 1 + random.nextInt(3));
                        case 1 -> Replenishment.upTo(random.nextInt(3), 3 + random.nextInt(3));
                        default -> null;
                    };
        }
        return new SitePolicy(
                random.nextInt(5) == 0,
                random.nextBoolean() ? SitePolicy.AMPLE : random.nextInt(3),
                hours(random),
                random.nextBoolean(),
                helpers,
                new int[] {random.nextInt(2)},
                rules,
                random.nextBoolean(),
                random.nextInt(2) * Cases.D);
    }

    private static ShopPolicy shop(UniformRandomProvider random, int parts) {
        var work = new ShopPolicy.@Nullable Work[random.nextInt(parts + 1)];
        for (int p = 0; p < work.length; p++) {
            work[p] =
                    random.nextBoolean()
                            ? null
                            : new ShopPolicy.Work(
                                    random.nextInt(40) * Cases.D,
                                    random.nextInt(2),
                                    random.nextInt(3) / 2.0,
                                    0.3,
                                    random.nextInt(2) / 2.0,
                                    10 * Cases.D);
        }
        var all = ShopPolicy.Priority.values();
        return new ShopPolicy(
                hours(random),
                random.nextBoolean() ? Double.POSITIVE_INFINITY : 1 / (20 * Cases.D),
                all[random.nextInt(all.length)],
                new int[] {1, 0},
                work);
    }

    private static WorkTime hours(UniformRandomProvider random) {
        long[] winter = new long[random.nextInt(3) * 2];
        for (int i = 0; i < winter.length; i++) {
            winter[i] = (100 + 150L * i) * Cases.DAY + random.nextInt(50) * Cases.DAY;
        }
        return random.nextBoolean()
                ? WorkTime.ALWAYS
                : new WorkTime(5 + random.nextInt(3), 7, -3 * Cases.DAY, winter);
    }

    /// A site at which one part can be kept, with a policy.
    static Network.Site site(
            String id,
            int supplier,
            int[] repairsAt,
            int stock,
            Network.Shop shop,
            SitePolicy how) {
        return Cases.site(id, true, supplier, repairsAt, stock, shop).with(how);
    }

    /// A network of one kind of part with links of its own.
    static Network network(
            List<Network.Part> parts,
            List<Network.UnitType> types,
            Network.Link[][] links,
            Network.Site... sites) {
        return new Network(parts, types, List.of(sites), links, Network.Production.NONE);
    }
}
