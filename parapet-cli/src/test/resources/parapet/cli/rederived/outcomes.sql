-- Every metric of every replication, from the raw tables: `derived` (metric, plan, draw, replication, value).
-- The day of the evidence must be the first of the fiscal year 2026-27.
WITH span AS (SELECT min(m0) AS begins, max(m1) AS ends FROM (
    SELECT month AS m0, least(date_trunc('month', month) + INTERVAL 1 MONTH, (SELECT max(date) + 1 FROM metrics)) AS m1 FROM readiness)),
runs AS (SELECT DISTINCT plan, draw, replication FROM readiness),
months AS (SELECT r.*, month AS m0, least(date_trunc('month', month) + INTERVAL 1 MONTH, (SELECT ends FROM span)) AS m1 FROM readiness r),
asked AS (SELECT *, coalesce(first, (SELECT begins FROM span)) AS since, date + 1 AS until FROM metrics),
years AS (
  SELECT a.metric, m.plan, m.draw, m.replication,
    sum(promised * o) AS promised, sum(delivered * o) AS delivered, sum(ready * o) AS ready,
    sum((ready + degraded) * o) AS usable, sum(inService * o) AS inService
  FROM asked a JOIN (SELECT * FROM months) m ON m.m0 < a.until AND m.m1 > a.since,
    LATERAL (SELECT date_diff('day', greatest(m.m0, a.since)::date, least(m.m1, a.until)::date) / 365.2425 AS o)
  WHERE a.kind IN ('promised-unit-years', 'delivered-unit-years', 'ready-unit-years', 'lost-unit-years', 'availability', 'usable')
  GROUP BY ALL),
scale AS (SELECT metric, CASE currency WHEN 'INR' THEN 1e7 ELSE 1e6 END AS factor FROM metrics WHERE currency IS NOT NULL),
spent AS (
  SELECT a.metric, m.plan, m.draw, m.replication,
    sum(amount) / any_value(factor) AS everything,
    coalesce(sum(amount) FILTER (fiscalYear >= 2026), 0) / any_value(factor) AS later,
    coalesce(sum(amount) FILTER (cause IN ('Spare parts bought', 'Parts replaced', 'Repairs', 'Overhauls and upgrades', 'Opening of sites', 'Running cost')), 0) / any_value(factor) AS support,
    sum(real) / any_value(factor) AS real,
    -- the middle of each fiscal year counts as its day; values are brought to the first day of 2026-27
    sum(amount * (1 + rate / 100) ** -(fiscalYear - 2026 + 0.5)) / any_value(factor) AS present
  FROM asked a JOIN scale USING (metric) JOIN money m USING (currency)
    JOIN (SELECT draw, value AS rate FROM inputs WHERE quantity = 'money.discount') USING (draw) GROUP BY ALL),
fights AS (
  SELECT a.metric, a.kind, f.plan, f.draw, f.replication, f.raid, f.battle FROM asked a JOIN forces f ON f.raid = a.subject AND f.day = a.date),
nights AS (SELECT draw, raid, battle, night, sum(threats) AS threats, sum(killed) AS killed, sum(leaked) AS leaked FROM battles GROUP BY ALL),
kept AS (SELECT draw, raid, battle, night, 100 * (1 - sum(lost) / nullif(sum(value), 0)) AS kept FROM harm GROUP BY ALL),
prices AS (SELECT draw, split_part(quantity, '.', 2) AS of, split_part(quantity, '.', 3) AS id,
    value * CASE WHEN unit LIKE 'million%' THEN 1e6 WHEN unit LIKE 'thousand%' THEN 1e3 ELSE 1 END AS price
  FROM inputs WHERE quantity LIKE 'sky.rounds.%.price' OR quantity LIKE 'sky.targets.%.price'),
derived AS (
  SELECT a.metric, r.plan, r.draw, r.replication, count(*) FILTER (d.due <= a.date) AS value
  FROM runs r CROSS JOIN asked a LEFT JOIN deliveries d USING (plan, draw, replication) WHERE a.kind = 'promised' GROUP BY ALL
  UNION ALL
  SELECT a.metric, r.plan, r.draw, r.replication, count(*) FILTER (d.arrived <= a.date)
  FROM runs r CROSS JOIN asked a LEFT JOIN deliveries d USING (plan, draw, replication) WHERE a.kind = 'delivered' GROUP BY ALL
  UNION ALL
  SELECT a.metric, plan, draw, replication, ready FROM asked a JOIN months ON m0 <= a.date AND a.date < m1 WHERE a.kind = 'ready'
  UNION ALL
  SELECT metric, plan, draw, replication, CASE kind WHEN 'promised-unit-years' THEN promised WHEN 'delivered-unit-years' THEN delivered
    WHEN 'ready-unit-years' THEN ready WHEN 'lost-unit-years' THEN promised - ready
    WHEN 'availability' THEN coalesce(100 * ready / nullif(inService, 0), 0) ELSE coalesce(100 * usable / nullif(inService, 0), 0) END
  FROM years JOIN metrics USING (metric)
  UNION ALL
  SELECT a.metric, r.plan, r.draw, r.replication, coalesce(sum(m.count), 0)
  FROM runs r CROSS JOIN asked a LEFT JOIN missiles m ON m.plan = r.plan AND m.draw = r.draw AND m.replication = r.replication
    AND m.fiscalYear = year(a.date - INTERVAL 3 MONTH)
  WHERE a.kind = 'missiles' AND (a.date + 1 = (SELECT ends FROM span) OR (month(a.date) = 3 AND day(a.date) = 31)) GROUP BY ALL
  UNION ALL
  SELECT metric, plan, draw, replication, CASE kind WHEN 'cost' THEN everything WHEN 'future-cost' THEN later WHEN 'support-cost' THEN support
    WHEN 'real-cost' THEN real ELSE present END
  FROM spent JOIN metrics USING (metric) WHERE kind IN ('cost', 'future-cost', 'support-cost', 'real-cost', 'present-value')
  UNION ALL
  SELECT a.metric, plan, draw, replication, max(year(arrived) + (dayofyear(arrived) - 1) / dayofyear(make_date(year(arrived), 12, 31)))
  FROM deliveries CROSS JOIN asked a WHERE a.kind = 'last-arrival' GROUP BY ALL
  UNION ALL
  SELECT a.metric, c.plan, c.draw, c.replication, c.area FROM asked a JOIN covered c ON c.kind = a.kind AND c.height = a.height AND c.day = a.date WHERE c.atLeast = 1
  UNION ALL
  SELECT f.metric, f.plan, f.draw, f.replication, CASE kind WHEN 'leaked' THEN leaked ELSE coalesce(100 * (threats - leaked) / nullif(threats, 0), 100) END
  FROM fights f JOIN nights n USING (draw, raid, battle) WHERE night = 1 AND kind IN ('leaked', 'stopped')
  UNION ALL
  SELECT f.metric, f.plan, f.draw, f.replication, coalesce(sum(r.fired), 0)
  FROM fights f LEFT JOIN rounds r ON r.draw = f.draw AND r.raid = f.raid AND r.battle = f.battle AND r.night = 1
  WHERE kind = 'fired' GROUP BY ALL
  UNION ALL
  SELECT f.metric, f.plan, f.draw, f.replication, coalesce(spent / nullif(stopped, 0), 0)
  FROM fights f,
    LATERAL (SELECT sum(r.fired * p.price) AS spent FROM rounds r JOIN prices p ON p.draw = r.draw AND p.of = 'rounds' AND p.id = r.round
      WHERE r.draw = f.draw AND r.raid = f.raid AND r.battle = f.battle),
    LATERAL (SELECT sum(b.killed * p.price) AS stopped FROM battles b JOIN prices p ON p.draw = b.draw AND p.of = 'targets' AND p.id = b.target
      WHERE b.draw = f.draw AND b.raid = f.raid AND b.battle = f.battle)
  WHERE f.kind = 'exchange'
  UNION ALL
  SELECT f.metric, f.plan, f.draw, f.replication,
    coalesce(min(night) FILTER (coalesce(100 * (threats - leaked) / nullif(threats, 0), 100) < 80) - 1, max(night))
  FROM fights f JOIN nights n USING (draw, raid, battle) WHERE kind = 'nights-stopped' GROUP BY ALL
  UNION ALL
  SELECT f.metric, f.plan, f.draw, f.replication,
    CASE f.kind WHEN 'kept' THEN coalesce(any_value(kept) FILTER (n.night = 1), 100)
      WHEN 'kept-all-nights' THEN coalesce(arg_max(kept, n.night), 100)
      ELSE coalesce(min(n.night) FILTER (kept < 80) - 1, max(n.night)) END
  FROM fights f JOIN nights n USING (draw, raid, battle) LEFT JOIN kept k USING (draw, raid, battle, night)
  WHERE f.kind IN ('kept', 'kept-all-nights', 'nights-kept') GROUP BY f.metric, f.kind, f.plan, f.draw, f.replication)
SELECT o.metric, kind, o.plan, o.draw, o.replication, o.value, d.value AS derived
FROM outcomes o JOIN metrics USING (metric) LEFT JOIN derived d USING (metric, plan, draw, replication)
