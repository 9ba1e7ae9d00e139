package parapet.study.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// The claims.
@Table(value = "evidence", doc = "Every claim, whether it was used, and why not")
public record ClaimRow(
        @Col("key") String claim,
        @Col("key of the quantity it speaks of, empty for context") String of,
        @Col("what is claimed") String statement,
        @Col("the value as published, with its unit") String value,
        @Col("least value, in the unit of the quantity, null for words") @Nullable Double low,
        @Col("greatest value, in the unit of the quantity, null for words") @Nullable Double high,
        @Col("unit of low and high") String unit,
        @Col("actual, forecast, promised, announced or reported") String status,
        @Col("day on which a forecast or promise was made") @Nullable LocalDate made,
        @Col("date to which the value applies") @Nullable LocalDate asOfDay,
        @Col("publisher of the source, empty for derived values and assumptions") String publisher,
        @Col("title of the source") String title,
        @Col("date of the source as given") String published,
        @Col("A to D") String grade,
        @Col("reported, analogy, derived or assumption") String kind,
        @Col("claim or publisher it was copied from") String copiedFrom,
        @Col("formula of a derived value") String formula,
        @Col("note") String note,
        @Col(
                        "share of the draws that use it, 0..1, 1 for exchange rates that were known; null when no quantity asks for it")
                @Nullable Double weight,
        @Col("why it is not used, empty when it is") String setAside,
        @Col("whether it differs from the others by a power of ten") boolean flagged,
        @Col("where its source was seen on the web, empty when not recorded") String address,
        @Col("day on which it was seen there, null when not recorded") @Nullable LocalDate seen) {}
