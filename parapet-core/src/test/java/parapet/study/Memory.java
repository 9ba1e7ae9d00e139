package parapet.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parapet.scenario.Made;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Scenario;
import parapet.sim.Audit;

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

    /// Rows as lists, to be compared.
    static List<List<@Nullable Object>> list(Rows rows) {
        var all = new ArrayList<List<@Nullable Object>>();
        for (ResultTable table : ResultTable.values()) {
            for (@Nullable Object[] row : rows.of(table)) {
                var cells = new ArrayList<@Nullable Object>();
                cells.add(table);
                cells.addAll(Arrays.asList(row));
                all.add(cells);
            }
        }
        return all;
    }

    /// The rows of a kept chunk as lists.
    List<List<@Nullable Object>> list(int chunk) {
        return list(Objects.requireNonNull(kept.get(chunk), "chunk"));
    }

    /// A cell, by the name of its column.
    static @Nullable Object cell(ResultTable table, @Nullable Object[] row, String column) {
        for (int i = 0; i < row.length; i++) {
            if (table.columns().get(i).name().equals(column)) {
                return row[i];
            }
        }
        throw new IllegalArgumentException("There is no column (%s).".formatted(column));
    }

    static double number(ResultTable table, @Nullable Object[] row, String column) {
        return cell(table, row, column) instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    static String text(ResultTable table, @Nullable Object[] row, String column) {
        return String.valueOf(cell(table, row, column));
    }

    /// Value of a metric in the outcomes of one chunk.
    static double outcome(Rows rows, String plan, long draw, String metric) {
        for (@Nullable Object[] row : rows.of(ResultTable.OUTCOMES)) {
            if (text(ResultTable.OUTCOMES, row, "plan").equals(plan)
                    && number(ResultTable.OUTCOMES, row, "draw") == draw
                    && text(ResultTable.OUTCOMES, row, "metric").equals(metric)) {
                return number(ResultTable.OUTCOMES, row, "value");
            }
        }
        throw new IllegalArgumentException("There is no outcome (%s).".formatted(metric));
    }
}
