package parapet.view.read;

import parapet.io.results.Sql;

/// What a run has, and so what it leaves out.
public final class LeftOutRows {
    private LeftOutRows() {}

    /// Facts about the raids, the sky and the evidence of a run.
    @Sql(
            """
            with q as (select coalesce(usedAt, '') as used, coalesce(high, '') as high, coalesce(low, '') as low from quantities)
            select
              (select count(*) from battles) > 0 as raids,
              (select count(*) from q where used like '%.decoys%' and high not in ('', '0', '0 %')) > 0 as decoys,
              (select count(*) from q where used like '%.jammed%' and high not in ('', '0', '0 %')) > 0 as jammed,
              (select count(*) from q where used like '%radarRange%' and low not in ('', '1', '100 %')) > 0 as shortened,
              (select count(*) from sky where bound) > 0 as coarse,
              (select count(*) from places) > 0 as places,
              (select count(*) from observations where "use" = 'judge') as judged,
              (select count(*) from observations where "use" = 'fit') as fitted,
              (select count(*) from battles where night > 1) > 0 as nights,
              (select count(*) from q where used like '%support.disruptions.%') > 0 as disrupted
            """)
    public record Facts(
            boolean raids,
            boolean decoys,
            boolean jammed,
            boolean shortened,
            boolean coarse,
            boolean places,
            int judged,
            int fitted,
            boolean nights,
            boolean disrupted) {}

    /// Where a model left its validity, or the evidence is thin.
    @Sql("select subject, warning, count from warnings order by count desc, subject")
    public record Warning(String subject, String warning, int count) {}
}
