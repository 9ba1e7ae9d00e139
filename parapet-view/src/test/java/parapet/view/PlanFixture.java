package parapet.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parapet.io.results.Query;
import parapet.study.ResultTable;

/// The plans of a run that never was, for [Fixture].
final class PlanFixture {
    record PlanOf(
            String key,
            String name,
            int mro,
            int centres,
            int units,
            int slip,
            double bonus,
            double price,
            String caution) {}

    static final List<PlanOf> PLANS =
            List.of(
                    plan("as-promised", "As promised in 2018", 0, 0, 5),
                    plan("as-it-came", "As it came", 2030, 1, 5),
                    plan("no-local-mro", "No local repair", 0, 0, 5),
                    plan("mro-2028-one", "Local repair from 2028, one centre", 2028, 1, 5),
                    plan("mro-2028-two", "Local repair from 2028, two centres", 2028, 2, 5),
                    plan("mro-2030-one", "Local repair from 2030, one centre", 2030, 1, 5),
                    plan("mro-2030-two", "Local repair from 2030, two centres", 2030, 2, 5),
                    plan("mro-2033-one", "Local repair from 2033, one centre", 2033, 1, 5),
                    plan("mro-2033-two", "Local repair from 2033, two centres", 2033, 2, 5),
                    new PlanOf(
                            "local-spares",
                            "Local spares production",
                            2030,
                            1,
                            5,
                            0,
                            0.06,
                            0.98,
                            ""),
                    new PlanOf(
                            "export-work",
                            "Export work shares the centre",
                            2030,
                            1,
                            5,
                            0,
                            -0.05,
                            0.97,
                            ""),
                    plan("five-more", "Five more squadrons", 2030, 1, 10),
                    new PlanOf(
                            "five-more-after",
                            "Five more only after the first five",
                            2030,
                            1,
                            10,
                            12,
                            0,
                            1,
                            ""),
                    new PlanOf(
                            "same-money-in-spares",
                            "The same money in spares",
                            2030,
                            1,
                            5,
                            0,
                            0.14,
                            1.7,
                            ""),
                    new PlanOf(
                            "s-500-option",
                            "S-500 option",
                            2030,
                            1,
                            6,
                            0,
                            0,
                            1.4,
                            "officials deny"),
                    new PlanOf("settle-rouble", "Settled in roubles", 2030, 1, 5, 0, 0, 0.94, ""),
                    new PlanOf("settle-rupee", "Settled in rupees", 2030, 1, 5, 0, 0, 1.03, ""),
                    new PlanOf("settle-dollar", "Settled in dollars", 2030, 1, 5, 0, 0, 1.05, ""),
                    new PlanOf(
                            "upgrade",
                            "Upgrade programme on the fleet",
                            2030,
                            1,
                            5,
                            0,
                            -0.02,
                            1.2,
                            ""),
                    new PlanOf(
                            "close-in-layer",
                            "Close-in layer for the same money",
                            2030,
                            1,
                            5,
                            0,
                            0,
                            1.3,
                            ""),
                    plan("mro-slips-a-year", "Local repair slips a year", 2031, 1, 5),
                    new PlanOf(
                            "squadron-5-slips-a-year",
                            "Squadron 5 slips a year",
                            2030,
                            1,
                            5,
                            12,
                            0,
                            1,
                            ""));

    private PlanFixture() {}

    private static PlanOf plan(String key, String name, int mro, int centres, int units) {
        return new PlanOf(key, name, mro, centres, units, 0, 0, 1, "");
    }

    /// Tables of plans and of their units.
    static void fill(Query tables) {
        List<String> plans = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int i = 0; i < PLANS.size(); i++) {
            PlanOf plan = PLANS.get(i);
            plans.add(
                    "(%s, %d, %s, %s, %s, %s, %s, %b, %d, true)"
                            .formatted(
                                    Fixture.q(plan.key()),
                                    i,
                                    Fixture.q(plan.name()),
                                    Fixture.q(plan.name() + " and nothing else changed"),
                                    Fixture.q(plan.caution()),
                                    Fixture.q("as-it-came"),
                                    Fixture.q("centre opens " + plan.mro()),
                                    plan.key().equals("as-it-came"),
                                    plan.key().equals("close-in-layer") ? 4 : 0));
            for (int u = 1; u <= plan.units(); u++) {
                units.add(
                        "(%s, 'squadron-%d', 'Squadron %d', 's-400', 'contract-2018', 'Contract of 2018', 'base-%d', 'north-west', 'squadron', 'squadrons')"
                                .formatted(Fixture.q(plan.key()), u, u, u));
            }
        }
        Fixture.insert(tables, ResultTable.PLANS, plans);
        Fixture.insert(tables, ResultTable.UNITS, units);
    }

    /// The names of all plans, for checks.
    static String names() {
        return PLANS.stream().map(PlanOf::name).collect(Collectors.joining("\n"));
    }
}
