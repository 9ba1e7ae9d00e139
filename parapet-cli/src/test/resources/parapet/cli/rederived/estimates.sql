-- Every estimate, from the outcomes. T[n] is the 97.5 % quantile of Student's t with n degrees of freedom.
WITH v AS (SELECT plan, metric, draw, avg(value) AS v FROM outcomes GROUP BY ALL),
plain AS (SELECT plan, metric, draw, v AS linear, v AS spread FROM v),
ratio AS (
  SELECT c.plan, m.metric, c.draw, c.v AS money, y.v AS years,
    avg(c.v) OVER (PARTITION BY m.metric, c.plan) AS meanMoney, avg(y.v) OVER (PARTITION BY m.metric, c.plan) AS meanYears
  FROM metrics m JOIN metrics of ON m.kind = 'cost-per-ready-unit-year' AND of.kind = 'cost' AND of.currency = m.currency
    JOIN v c ON c.metric = of.metric
    JOIN v y ON y.plan = c.plan AND y.draw = c.draw
      AND y.metric = (SELECT metric FROM metrics WHERE kind = 'ready-unit-years' ORDER BY date DESC LIMIT 1)),
every AS (
  FROM plain UNION ALL
  SELECT plan, metric, draw, meanMoney / meanYears + (money - meanMoney / meanYears * years) / meanYears, money / nullif(years, 0)
  FROM ratio WHERE meanYears > 0),
derived AS (
  SELECT plan, metric, count(*) AS n, avg(linear) AS mean, T[count(*) - 1] * stddev_samp(linear) / sqrt(count(*)) AS halfWidth,
    quantile_cont(spread, [0.05, 0.25, 0.5, 0.75, 0.95]) AS q
  FROM every GROUP BY ALL)
SELECT e.metric, m.kind, e.plan,
  [e.n, e.mean, e.halfWidth, e.p05, e.p25, e.p50, e.p75, e.p95] AS value, [d.n, d.mean, d.halfWidth, q[1], q[2], q[3], q[4], q[5]] AS derived
FROM estimates e JOIN metrics m USING (metric) LEFT JOIN derived d USING (plan, metric)
