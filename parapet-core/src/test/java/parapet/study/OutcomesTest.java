package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parapet.scenario.Made;
import parapet.study.rows.OutcomeRow;
import parapet.tables.Rows;

class OutcomesTest {
    @Test
    void theOrderOfChunksDoesNotMatter() {
        Setup setup = Memory.setup(Made.scenario(), 3, null);
        var runner = new StudyRunner(setup, new Memory(), 1, (d, o, r) -> {});
        var forwards = new Outcomes(setup);
        var backwards = new Outcomes(setup);
        for (int chunk = 0; chunk < 4; chunk++) {
            forwards.add(runner.chunk(chunk));
            backwards.add(runner.chunk(3 - chunk));
        }
        assertThat(backwards.draws()).isEqualTo(forwards.draws()).isEqualTo(8);
        for (String plan : new String[] {"baseline", "depot"}) {
            for (String metric : setup.metrics().keySet()) {
                assertThat(backwards.values(plan, metric))
                        .as(metric)
                        .hasSize(8)
                        .isEqualTo(forwards.values(plan, metric));
            }
            for (int draw = 0; draw < 8; draw++) {
                assertThat(backwards.money(plan, draw)).isEqualTo(forwards.money(plan, draw));
            }
        }
        assertThat(backwards.inputs().keySet()).isEqualTo(forwards.inputs().keySet()).isNotEmpty();
        forwards.inputs()
                .forEach(
                        (key, values) -> assertThat(backwards.inputs().get(key)).isEqualTo(values));
    }

    @Test
    void replicationsOfADrawAreAveraged() {
        Setup setup = Memory.setup(Made.scenario(), 3, null);
        Rows rows = new StudyRunner(setup, new Memory(), 1, (d, o, r) -> {}).chunk(0);
        var outcomes = new Outcomes(setup);
        outcomes.add(rows);
        String metric = setup.metricsOfStudy().availability();
        double mean =
                rows.of(OutcomeRow.class).stream()
                        .filter(r -> r.plan().equals("depot"))
                        .filter(r -> r.metric().equals(metric))
                        .filter(r -> r.draw() == 1)
                        .mapToDouble(r -> r.value())
                        .average()
                        .orElseThrow();
        assertThat(outcomes.values("depot", metric)[1])
                .isCloseTo(mean, org.assertj.core.api.Assertions.within(1e-9));
    }
}
