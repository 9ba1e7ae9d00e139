package parapet.sustain;

import java.util.List;

/// What must hold between the numbers of a [SustainInput] for the engine to make sense of it.
final class InputRules {
    private InputRules() {}

    static void check(SustainInput input) {
        Network first = input.phases().getFirst().network();
        long last = -1;
        for (SustainInput.Phase phase : input.phases()) {
            require(
                    phase.fromTick() > last,
                    "phase at (%d) does not come after (%d)",
                    phase.fromTick(),
                    last);
            last = phase.fromTick();
            checkNetwork(phase.network(), first);
        }
        for (SustainInput.Addition addition : input.additions()) {
            require(
                    addition.site() >= 0
                            || first.types().stream()
                                    .flatMap(t -> t.missiles().stream())
                                    .anyMatch(m -> m.id().equals(addition.missile())),
                    "missile (%s) of an addition belongs to no type",
                    addition.missile());
        }
    }

    private static void checkNetwork(Network network, Network first) {
        List<Network.Site> sites = network.sites();
        network.parts().forEach(part -> checkPart(part, network));
        require(
                network.parts().size() == first.parts().size()
                        && sites.size() == first.sites().size()
                        && network.types().size() == first.types().size(),
                "phases differ in parts, sites or types");
        for (int t = 0; t < network.types().size(); t++) {
            checkType(network.types().get(t), first.types().get(t), network.parts().size());
        }
        for (Network.Site site : sites) {
            require(
                    site.stock().length == network.parts().size(),
                    "stock of site (%s) has (%d) parts of (%d)",
                    site.id(),
                    site.stock().length,
                    network.parts().size());
            checkPolicy(site, network);
            int steps = 0;
            for (int s = site.supplier(); s >= 0; s = sites.get(s).supplier()) {
                steps++;
                require(steps <= sites.size(), "suppliers of site (%s) run in a circle", site.id());
            }
        }
    }

    private static void checkPart(Network.Part part, Network network) {
        double shares = 0;
        for (Network.Inside inside : part.inside()) {
            require(
                    inside.part() >= 0 && inside.part() < network.parts().size(),
                    "sub-part (%d) of part (%s) is unknown",
                    inside.part(),
                    part.id());
            require(
                    inside.share() >= 0,
                    "share (%s) of a sub-part of (%s) is below 0",
                    inside.share(),
                    part.id());
            shares += inside.share();
            require(
                    !contains(network, inside.part(), part, network.parts().size()),
                    "part (%s) contains itself",
                    part.id());
        }
        require(shares <= 1 + 1e-9, "shares (%s) of sub-parts of (%s)", shares, part.id());
    }

    private static boolean contains(Network network, int outer, Network.Part sought, int depth) {
        Network.Part part = network.parts().get(outer);
        return part.id().equals(sought.id())
                || (depth > 0
                        && part.inside().stream()
                                .anyMatch(i -> contains(network, i.part(), sought, depth - 1)));
    }

    private static void checkPolicy(Network.Site site, Network network) {
        SitePolicy policy = site.policy();
        int sites = network.sites().size();
        for (int helper : policy.helpers()) {
            require(
                    helper >= 0 && helper < sites && helper != network.sites().indexOf(site),
                    "helper (%d) of site (%s) is not another site",
                    helper,
                    site.id());
        }
        require(
                policy.crews() >= 0 && policy.moveSec() >= 0,
                "crews (%d) and time to move a part (%s) of site (%s) must be 0 or more",
                policy.crews(),
                policy.moveSec(),
                site.id());
        require(
                site.shop().policy().inductionsPerSec() > 0,
                "inductions (%s) of site (%s) must be more than 0",
                site.shop().policy().inductionsPerSec(),
                site.id());
    }

    private static void checkType(Network.UnitType type, Network.UnitType first, int parts) {
        require(
                type.slots().size() == first.slots().size()
                        && type.tasks().size() == first.tasks().size()
                        && type.missiles().size() == first.missiles().size(),
                "phases differ in slots, tasks or missiles of type (%s)",
                type.id());
        require(
                type.spares().length == parts,
                "spares of type (%s) have (%d) parts of (%d)",
                type.id(),
                type.spares().length,
                parts);
        for (Network.Task task : type.tasks()) {
            for (Network.TaskSite where : task.at()) {
                require(
                        where.inductionsPerSec() > 0,
                        "inductions (%s) of task (%s) must be more than 0",
                        where.inductionsPerSec(),
                        task.id());
            }
            require(
                    task.policy().useSec() > 0,
                    "use (%s) between times of task (%s) must be more than 0",
                    task.policy().useSec(),
                    task.id());
        }
        for (int i = 0; i < type.slots().size(); i++) {
            Network.Slot slot = type.slots().get(i);
            Network.Slot was = first.slots().get(i);
            require(
                    slot.part() == was.part() && slot.count() == was.count(),
                    "phases differ in part or count of slot (%s)",
                    slot.id());
            require(
                    slot.degraded() <= slot.full() && slot.full() <= slot.count(),
                    "slot (%s) needs degraded (%d) <= full (%d) <= count (%d)",
                    slot.id(),
                    slot.degraded(),
                    slot.full(),
                    slot.count());
        }
    }

    private static void require(boolean holds, String what, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(
                    ("The input of the support engine: " + what + ".").formatted(values));
        }
    }
}
