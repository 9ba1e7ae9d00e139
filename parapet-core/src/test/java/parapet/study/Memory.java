package parapet.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parapet.scenario.Made;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.rows.OutcomeRow;
import parapet.tables.Rows;

/// Chunks kept in memory, and what tests of studies share.
final class Memory implements Chunks {
    final Map<Integer, Rows> kept = new ConcurrentHashMap<>();

    @Override
    public @Nullable Rows read(int chunk) {
        return kept.get(chunk);
    }

    @Override
    public void write(int chunk, Rows rows) {
        kept.put(chunk, rows);
    }

    @Override
    public boolean has(int chunk) {
        return kept.containsKey(chunk);
    }

    /// A study of the plans `baseline` and `depot` of [Made].
    static Setup setup(Scenario scenario, int replications, @Nullable Double halfWidth) {
        return setup(
                scenario,
                List.of(Made.plan("baseline", scenario), Made.depot()),
                replications,
                halfWidth,
                Made.AS_OF);
    }

    static Setup setup(
            Scenario scenario,
            List<PlannedScenario> plans,
            int replications,
            @Nullable Double halfWidth,
            LocalDate asOf) {
        return new Setup(
                scenario,
                plans,
                new Setup.Options(
                        5,
                        scenario.study().draws(),
                        scenario.study().mostDraws(),
                        replications,
                        halfWidth,
                        asOf,
                        Audit.FULL));
    }

    /// The rows of all tables, to be compared.
    static List<Record> list(Rows rows) {
        var all = new ArrayList<Record>();
        for (ResultTable table : ResultTable.values()) {
            all.addAll(rows.of(table.type().row()));
        }
        return all;
    }

    /// The rows of a kept chunk.
    List<Record> list(int chunk) {
        return list(Objects.requireNonNull(kept.get(chunk), "chunk"));
    }

    /// Value of a metric in the outcomes of one chunk.
    static double outcome(Rows rows, String plan, int draw, String metric) {
        for (OutcomeRow row : rows.of(OutcomeRow.class)) {
            if (row.plan().equals(plan) && row.draw() == draw && row.metric().equals(metric)) {
                return row.value();
            }
        }
        throw new IllegalArgumentException("There is no outcome (%s).".formatted(metric));
    }
}
