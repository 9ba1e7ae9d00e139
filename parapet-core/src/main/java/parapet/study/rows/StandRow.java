package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// What a comparison is with each single alternative in place of the drawn stations.
@Table(
        value = "stands",
        doc =
                "Comparisons of two plans over the members of families, by the alternative at which a site or group stands: the mean over stations is that of these by their shares")
public record StandRow(
        @Col("key of the comparison") String comparison,
        @Col("key of the family") String family,
        @Col("key of the site or group") String station,
        @Col("key of the place") String place,
        @Col("draws in which it stands there") int members,
        @Col("share of the draws, %") double share,
        @Col("mean difference of value kept, points") double kept,
        @Col("half-width of its 95 % interval, over draws") @Nullable Double keptHalfWidth) {}
