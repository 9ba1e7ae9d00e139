package parapet.io;

import org.jspecify.annotations.Nullable;
import parapet.scenario.Catalogue;
import parapet.scenario.Scenario;
import parapet.scenario.Study;

/// Sizes beyond which a run would not end, or an engine could no longer number its parts.
final class SizeChecks {
    private static final int MOST_IN_A_SLOT = 10_000;
    private static final long MOST_INSTALLED = 2_000_000;
    private static final int MOST_SITES = 10_000;
    private static final int MOST_PARTS = 100_000;
    private static final int MOST_DRAWS = 1_000_000;
    private static final int MOST_REPLICATIONS = 10_000;
    private static final long MOST_RUNS = 10_000_000;
    private static final int MOST_FIRE_UNITS = 1000;

    private SizeChecks() {}

    static void record(@Nullable Record record, SkyChecks.Problems problems) {
        switch (record) {
            case Catalogue.Slot s -> limit("count", s.count(), MOST_IN_A_SLOT, problems);
            case Catalogue.UnitType t -> {
                int batteries =
                        t.batteries().values().stream().mapToInt(Catalogue.Batteries::count).sum();
                if (batteries > MOST_FIRE_UNITS) {
                    problems.report(
                            "batteries",
                            "%d batteries of one unit are more than %d"
                                    .formatted(batteries, MOST_FIRE_UNITS),
                            null);
                }
            }
            case Study s -> {
                limit("draws", s.draws(), MOST_DRAWS, problems);
                limit("mostDraws", s.mostDraws(), MOST_DRAWS, problems);
                limit("quickDraws", s.quickDraws(), MOST_DRAWS, problems);
                limit("replications", s.replications(), MOST_REPLICATIONS, problems);
                long runs = (long) s.mostDraws() * s.replications();
                if (runs > MOST_RUNS) {
                    problems.report(
                            "replications",
                            "%,d histories of each plan are more than %,d"
                                    .formatted(runs, MOST_RUNS),
                            "lower mostDraws or replications");
                }
            }
            case Scenario s -> whole(s, problems);
            case null, default -> {}
        }
    }

    private static void whole(Scenario s, SkyChecks.Problems problems) {
        count("support", "sites", s.support().sites().size(), MOST_SITES, problems);
        count("catalogue", "parts", s.catalogue().parts().size(), MOST_PARTS, problems);
        long installed = 0;
        for (var contract : s.programme().contracts().values()) {
            for (var d : contract.deliveries().values()) {
                Catalogue.UnitType type = s.catalogue().units().get(d.type());
                if (type != null) {
                    installed +=
                            type.slots().values().stream().mapToLong(Catalogue.Slot::count).sum();
                }
            }
        }
        count("programme", "installed parts", installed, MOST_INSTALLED, problems);
    }

    private static void count(
            String key, String what, long value, long most, SkyChecks.Problems problems) {
        if (value > most) {
            problems.report(
                    key,
                    "%,d %s are more than %,d".formatted(value, what, most),
                    "put several of them together in one");
        }
    }

    private static void limit(String key, int value, int most, SkyChecks.Problems problems) {
        if (value > most) {
            problems.report(key, "%s (%,d) is more than %,d".formatted(key, value, most), null);
        }
    }
}
