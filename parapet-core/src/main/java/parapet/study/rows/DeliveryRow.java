package parapet.study.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// What came of every delivery.
@Table(value = "deliveries", doc = "When each unit was due and came, in every replication")
public record DeliveryRow(
        @Col("key of the plan") String plan,
        @Col("draw of the uncertain inputs, from 0") int draw,
        @Col("replication within the draw, from 0") int replication,
        @Col("key of the unit") String unit,
        @Col("due date; null if nothing was promised") @Nullable LocalDate due,
        @Col("the maker is ready; null for never") @Nullable LocalDate ready,
        @Col("in the country; null for never") @Nullable LocalDate arrived,
        @Col("first day in service; null for never") @Nullable LocalDate inService,
        @Col("whether the arrival is known history") boolean settled) {}
