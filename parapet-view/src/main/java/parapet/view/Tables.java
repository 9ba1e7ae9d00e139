package parapet.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables of a run, asked in SQL. Every table of [parapet.study.ResultTable] is there, if need
/// be without rows.
@FunctionalInterface
public interface Tables {
    /// The rows of an answer in order, by column. Values are `String`, numbers, `LocalDate`,
    /// `Boolean` or null.
    List<Map<String, @Nullable Object>> query(String sql);
}
