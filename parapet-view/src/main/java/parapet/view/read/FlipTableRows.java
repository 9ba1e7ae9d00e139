package parapet.view.read;

import parapet.io.results.Sql;
import parapet.stats.Weights;
import parapet.view.words.Say;

/// What [parapet.view.figure.FlipTable] asks of the tables.
public final class FlipTableRows {
    /// Least share of the members in which a difference must be, %.
    private static final double OFTEN = 10;

    private FlipTableRows() {}

    @Sql(
            """
            with c as (select distinct comparison, plan, against from differences where topic = 'force')
            select f.comparison, c.plan, c.against, f.family, f.kind, f.members, f.kept,
              f.keptHalfWidth as half, f.wins, f.loses, not exists (select 1 from fit where effective <
            """
                    + Weights.LEAST_EFFECTIVE
                    + """
                    ) as quotable
                    from flips f join c on c.comparison = f.comparison
                    """)
    public record Flip(
            String comparison,
            String plan,
            String against,
            String family,
            String kind,
            int members,
            double kept,
            @Sql.OrNaN double half,
            double wins,
            double loses,
            boolean quotable) {
        /// 1 or -1 where the mean is clear of zero, else 0; 0 too where weighed draws are too few.
        public int sign() {
            return quotable && Math.abs(kept) > half ? (int) Math.signum(kept) : 0;
        }

        /// 1 where the plan clearly keeps more, by the mean and in more members than it keeps less;
        /// -1 where less; else 0. What differs in few members is neither.
        public int verdict() {
            boolean often = Math.max(wins, loses) >= OFTEN;
            return often && sign() * (wins - loses) > 0 ? sign() : 0;
        }

        public String difference() {
            return "%s ± %s".formatted(Say.signed(kept), Say.number(half));
        }
    }
}
