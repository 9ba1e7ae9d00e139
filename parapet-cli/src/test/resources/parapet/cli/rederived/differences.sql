-- Every difference between two plans, from the outcomes and the money of fiscal years. T as for estimates.
WITH v AS (SELECT plan, metric, draw, avg(value) AS v FROM outcomes GROUP BY ALL),
pairs AS (SELECT DISTINCT plan, against FROM differences),
ready AS (SELECT metric FROM metrics WHERE kind = 'ready-unit-years' ORDER BY date DESC LIMIT 1),
plain AS (
  SELECT a.plan, b.plan AS against, a.metric, a.draw, a.v - b.v AS linear, a.v - b.v AS spread,
    CASE WHEN a.v = b.v THEN 0.5 WHEN (a.v > b.v) = (better = 'more') THEN 1 ELSE 0 END AS won
  FROM pairs p JOIN v a USING (plan) JOIN v b ON b.plan = p.against AND b.metric = a.metric AND b.draw = a.draw JOIN metrics m ON m.metric = a.metric),
cost AS (SELECT v.plan, draw, currency, v.v AS money, y.v AS years FROM v JOIN metrics m ON m.metric = v.metric AND m.kind = 'cost'
  JOIN v y USING (plan, draw) WHERE y.metric = (FROM ready)),
means AS (SELECT plan, currency, avg(money) AS money, avg(years) AS years FROM cost GROUP BY ALL),
ratio AS (
  SELECT p.plan, p.against, m.metric, a.draw,
    ra + (a.money - ra * a.years) / ma.years - rb - (b.money - rb * b.years) / mb.years AS linear,
    a.money / nullif(a.years, 0) - b.money / nullif(b.years, 0) AS spread
  FROM pairs p JOIN metrics m ON m.kind = 'cost-per-ready-unit-year'
    JOIN cost a ON a.plan = p.plan AND a.currency = m.currency JOIN cost b ON b.plan = p.against AND b.currency = m.currency AND b.draw = a.draw
    JOIN means ma ON ma.plan = a.plan AND ma.currency = m.currency JOIN means mb ON mb.plan = b.plan AND mb.currency = m.currency,
    LATERAL (SELECT ma.money / ma.years AS ra, mb.money / mb.years AS rb)),
extra AS (
  SELECT p.plan, p.against, m.metric, a.draw, a.money - b.money AS money, a.years - b.years AS years,
    avg(a.money - b.money) OVER w AS meanMoney, avg(a.years - b.years) OVER w AS meanYears
  FROM pairs p JOIN metrics m ON m.kind = 'cost-per-extra-ready-unit-year'
    JOIN cost a ON a.plan = p.plan AND a.currency = m.currency JOIN cost b ON b.plan = p.against AND b.currency = m.currency AND b.draw = a.draw
  WINDOW w AS (PARTITION BY p.plan, p.against, m.metric)),
perExtra AS (SELECT *, r + (money - r * years) / meanYears AS linear FROM extra, LATERAL (SELECT meanMoney / meanYears AS r)),
books AS (SELECT plan, draw, fiscalYear, sum(amount) / count(DISTINCT replication) AS amount FROM money
  WHERE currency = (SELECT currency FROM metrics WHERE kind = 'break-even-year') GROUP BY ALL),
owed AS (
  SELECT plan, against, draw, fiscalYear, sum(more) OVER (PARTITION BY plan, against, draw ORDER BY fiscalYear) AS owed
  FROM (SELECT p.plan, p.against, b.draw, b.fiscalYear, sum(CASE WHEN b.plan = p.plan THEN amount ELSE -amount END) AS more
    FROM pairs p JOIN books b ON b.plan IN (p.plan, p.against) GROUP BY ALL)),
even AS (
  SELECT plan, against, draw, min(fiscalYear) + 1.0 AS year
  FROM (SELECT *, max(owed) OVER (PARTITION BY plan, against, draw ORDER BY fiscalYear ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS most FROM owed)
  WHERE owed <= 1 AND most > 1 GROUP BY ALL),
every AS (
  SELECT plan, against, metric, draw, linear, spread, won, true AS kept FROM plain
  UNION ALL SELECT plan, against, metric, draw, linear, spread, CASE WHEN spread < 0 THEN 1 ELSE 0 END, spread IS NOT NULL FROM ratio
  UNION ALL SELECT plan, against, metric, draw, linear, linear, CASE WHEN r < 0 THEN 1 ELSE 0 END, true FROM perExtra
  UNION ALL SELECT plan, against, (SELECT metric FROM metrics WHERE kind = 'break-even-year'), draw, year, year, NULL, true FROM even),
derived AS (
  SELECT plan, against, metric, count(*) FILTER (kept) AS n, avg(linear) AS mean, T[count(*) - 1] * stddev_samp(linear) / sqrt(count(*)) AS halfWidth,
    quantile_cont(spread, [0.05, 0.5, 0.95]) AS q, coalesce(avg(won) FILTER (kept), count(*) / (SELECT count(DISTINCT draw) FROM outcomes)) AS better
  FROM every GROUP BY ALL)
SELECT d.metric, m.kind, d.plan,
  [d.n, d.mean, d.halfWidth, d.p05, d.p50, d.p95, d.shareBetter, d.perMonth] AS value,
  [coalesce(e.n, 0), e.mean, e.halfWidth, q[1], q[2], q[3], coalesce(e.better, 0), CASE WHEN d.perMonth IS NOT NULL THEN e.mean / 12 END] AS derived
FROM differences d JOIN metrics m USING (metric) LEFT JOIN derived e USING (plan, against, metric)
