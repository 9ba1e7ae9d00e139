package parapet.io;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Measures;
import parapet.quantity.Show;
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
    private static final double MOST_FAILURES = 100e6;

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
        Map<String, Long> installed = installed(s);
        long all = installed.values().stream().mapToLong(n -> n).sum();
        count("programme", "installed parts", all, MOST_INSTALLED, problems);
        double years = (s.end().toEpochDay() - s.start().toEpochDay()) / Measures.DAYS_PER_YEAR;
        installed.forEach((id, n) -> {
            Catalogue.Part part = s.catalogue().parts().get(id);
            if (part != null) {
                failures(id, n * failuresOfOne(part, years), years, problems);
            }
        });
    }

    /// How many of each part are in the units that are delivered.
    private static Map<String, Long> installed(Scenario s) {
        var installed = new LinkedHashMap<String, Long>();
        for (var contract : s.programme().contracts().values()) {
            for (var d : contract.deliveries().values()) {
                Catalogue.UnitType type = s.catalogue().units().get(d.type());
                if (type != null) {
                    type.slots()
                            .values()
                            .forEach(x -> installed.merge(x.part(), (long) x.count(), Long::sum));
                }
            }
        }
        return installed;
    }

    /// Failures of one part that always works, about. One that wears out and is always mended on
    /// the spot gets ever older: (t / scale)^shape.
    private static double failuresOfOne(Catalogue.Part part, double years) {
        Quantity mean = part.meanTimeBetweenFailures();
        if (mean == null || SkyChecks.most(mean) == 0) {
            return 0; // uses, ages, or drawn
        }
        double failures = years * Measures.YEAR_SEC / SkyChecks.most(mean);
        Quantity shape = part.shape();
        boolean older =
                part.law() == Catalogue.Law.WEIBULL
                        && SkyChecks.least(part.fieldRepairShare()) >= 1
                        && failures > 1;
        return older && shape != null
                ? StrictMath.pow(failures, Math.max(1, SkyChecks.most(shape)))
                : failures;
    }

    private static void failures(String id, double failures, double years, SkyChecks.Problems to) {
        if (failures > MOST_FAILURES) {
            to.report(
                    "catalogue",
                    "part \"%s\" fails about %s times in the %s years of one history: more than %s"
                            .formatted(
                                    id,
                                    Show.number(failures),
                                    Show.number(years),
                                    Show.number(MOST_FAILURES)),
                    "look at the unit of its mean time between failures (h, day, month), and at its law");
        }
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
