package parapet.view;

import java.util.ArrayList;
import java.util.List;
import parapet.io.results.Query;
import parapet.study.ResultTable;

/// Chains of causes of downtime that never were, for [Fixture].
final class ChainFixture {
    private static final List<String> CHAINS =
            List.of(
                    "power-unit: no spare at base-1, no spare at mro-north, in repair at mro-north",
                    "power-unit: no spare at base-1, no spare at mro-north, shop awaits sub-part at mro-north; pump: no spare at mro-north, spare on its way from maker",
                    "pump: repair on site");

    private ChainFixture() {}

    /// Chains, and the names of what they speak of.
    static void fill(Query tables) {
        List<String> rows = new ArrayList<>();
        for (PlanFixture.PlanOf plan : PlanFixture.PLANS) {
            for (String chain : CHAINS) {
                rows.add(
                        "(%s, 0, 0, true, %s, %d)"
                                .formatted(
                                        Fixture.q(plan.key()),
                                        Fixture.q(chain),
                                        700 * Fixture.DRAWS));
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
