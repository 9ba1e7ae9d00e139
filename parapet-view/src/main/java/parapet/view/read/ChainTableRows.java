package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.ChainTable] asks of the tables.
public final class ChainTableRows {
    private ChainTableRows() {}

    /// Days a year of each chain under the plans $1 (before) and $2 (after), over $3 years; those
    /// to come where $4, else those that are past. A chain is its links, a line each: reason, part
    /// and site, with tabs between; bases are taken together as `*`.
    @Sql(
            """
            with r as (select plan, sum(weight_of(draw)) as n from (select distinct plan, draw, replication from downtime) group by plan),
              l as (select plan, string_agg(reason || chr(9) || part || chr(9)
                        || case when step = 0 and reason = 'shelf-empty' then '*' else site end, chr(10) order by step) as chain,
                      max(days) * weight_of(draw) as days
                    from chains where coming = $4 and plan in ($1, $2) group by plan, draw, replication, chains.chain),
              c as (select l.plan, l.chain, sum(days) / any_value(n) / $3 as days from l join r on r.plan = l.plan group by l.plan, l.chain),
              a as (select chain, days from c where plan = $1),
              b as (select chain, days from c where plan = $2)
            select coalesce(a.chain, b.chain) as chain, coalesce(a.days, 0) as before, coalesce(b.days, 0) as after
            from a full join b on a.chain = b.chain
            order by greatest(before, after) desc, chain
            """)
    public record Held(String chain, double before, double after) {}
}
