package parapet.view;

import java.util.ArrayList;
import java.util.List;
import parapet.io.results.Query;
import parapet.study.ResultTable;

/// Chains of causes of downtime that never were, for [Fixture].
final class ChainFixture {
    /// Links of each chain: reason, part, site.
    private static final List<List<String>> CHAINS =
            List.of(
                    List.of(
                            "'shelf-empty', 'power-unit', 'base-1'",
                            "'shelf-empty', 'power-unit', 'mro-north'",
                            "'in-repair', 'power-unit', 'mro-north'"),
                    List.of(
                            "'shelf-empty', 'power-unit', 'base-1'",
                            "'shelf-empty', 'power-unit', 'mro-north'",
                            "'awaiting-sub-part', 'power-unit', 'mro-north'",
                            "'shelf-empty', 'pump', 'mro-north'",
                            "'spare-on-the-way', 'pump', 'maker'"),
                    List.of("'field-repair', 'pump', ''"));

    private ChainFixture() {}

    /// Chains, and the names of what they speak of.
    static void fill(Query tables) {
        List<String> rows = new ArrayList<>();
        for (PlanFixture.PlanOf plan : PlanFixture.PLANS) {
            for (int chain = 0; chain < CHAINS.size(); chain++) {
                for (int step = 0; step < CHAINS.get(chain).size(); step++) {
                    rows.add(
                            "(%s, 0, 0, true, %d, %d, %s, %s)"
                                    .formatted(
                                            Fixture.q(plan.key()),
                                            chain + 1,
                                            step,
                                            CHAINS.get(chain).get(step),
                                            step == 0 ? 700 * Fixture.DRAWS : "null"));
                }
            }
        }
        Fixture.insert(tables, ResultTable.CHAINS, rows);
        Fixture.insert(
                tables,
                ResultTable.NAMES,
                List.of(
                        "('part', 'power-unit', 'Power unit, 400 kVA', '', null, false)",
                        "('part', 'pump', 'pump', '', null, false)",
                        "('site', 'mro-north', 'Repair centre, north', '', null, false)",
                        "('site', 'maker', 'Maker''s plant', '', null, false)"));
    }
}
