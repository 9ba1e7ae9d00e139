package parapet.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import parapet.quantity.Currencies;
import parapet.scenario.PlannedScenario;
import parapet.stats.Quantiles;
import parapet.study.rows.BudgetRow;
import parapet.study.rows.LifeCycleRow;
import parapet.study.rows.MoneyRow;
import parapet.study.rows.OutcomeRow;
import parapet.tables.Rows;

/// Life-cycle cost: money of every plan by fiscal year and cause, as means over all runs, and each
/// year's money beside its budget. Filled chunk by chunk, in order.
final class LifeCycle {
    private final Setup setup;
    private final SequencedMap<String, TreeMap<Integer, TreeMap<String, Map<String, Sum>>>> sums =
            new LinkedHashMap<>();

    /// By plan, fiscal year, currency and run.
    private final Map<String, Map<Integer, Map<String, Map<Long, Sum>>>> totals = new HashMap<>();

    private int draws;

    /// Money of one currency.
    private static final class Sum {
        private double amount;
        private double real;
    }

    LifeCycle(Setup setup) {
        this.setup = setup;
        for (PlannedScenario plan : setup.plans()) {
            sums.put(plan.id(), new TreeMap<>());
            totals.put(plan.id(), new HashMap<>());
        }
    }

    /// Takes the money of a chunk.
    void add(Rows rows) {
        for (OutcomeRow row : rows.of(OutcomeRow.class)) {
            draws = Math.max(draws, row.draw() + 1);
        }
        for (MoneyRow row : rows.of(MoneyRow.class)) {
            long run = (long) row.draw() * setup.options().replications() + row.replication();
            var byYear = sums.get(row.plan());
            var ofPlan = totals.get(row.plan());
            if (byYear == null || ofPlan == null) {
                throw new IllegalStateException(
                        "The plan (%s) is not part of this study.".formatted(row.plan()));
            }
            Sum sum =
                    byYear.computeIfAbsent(row.fiscalYear(), k -> new TreeMap<>())
                            .computeIfAbsent(row.cause(), k -> new HashMap<>())
                            .computeIfAbsent(row.currency(), k -> new Sum());
            sum.amount += row.amount();
            Double real = row.real();
            sum.real += real == null ? 0 : real;
            ofPlan.computeIfAbsent(row.fiscalYear(), k -> new HashMap<>())
                            .computeIfAbsent(row.currency(), k -> new TreeMap<>())
                            .computeIfAbsent(run, k -> new Sum())
                            .amount +=
                    row.amount();
        }
    }

    /// Posts both tables.
    void post(Rows rows) {
        sums.forEach((plan, byYear) ->
                byYear.forEach((year, byCause) ->
                        byCause.forEach((cause, sum) -> post(rows, plan, year, cause, sum))));
        setup.scenario()
                .money()
                .budgets()
                .forEach((name, budget) -> {
                    int year = setup.fiscalYears().year(name);
                    String currency = Metrics.currency(budget, setup.metricsOfStudy().reporting());
                    double granted = setup.realiser().weigh(budget.amount()).law().mean();
                    for (String plan : sums.keySet()) {
                        budget(rows, plan, year, currency, granted);
                    }
                });
    }

    private void post(Rows rows, String plan, int year, String cause, Map<String, Sum> sums) {
        List<String> currencies = setup.metricsOfStudy().currencies();
        for (int i = 0; i < currencies.size(); i++) {
            Currencies.Currency currency = Currencies.of(currencies.get(i));
            double scale = runs() * currency.totals().factor();
            Sum sum = sums.getOrDefault(currency.code(), new Sum());
            rows.add(
                    new LifeCycleRow(
                            plan,
                            year,
                            setup.fiscalYears().name(year),
                            cause,
                            currency.code(),
                            sum.amount / scale,
                            i == 0 ? (Double) (sum.real / scale) : null,
                            currency.unit()));
        }
    }

    private double runs() {
        return Math.max(1, draws * setup.options().replications());
    }

    private void budget(Rows rows, String plan, int year, String code, double budget) {
        Currencies.Currency currency = Currencies.of(code);
        double scale = currency.totals().factor();
        var spent = new ArrayList<Double>();
        totals.getOrDefault(plan, Map.of())
                .getOrDefault(year, Map.of())
                .getOrDefault(code, Map.of())
                .values()
                .forEach(t -> spent.add(t.amount));
        while (spent.size() < runs()) {
            spent.add(0.0);
        }
        double[] values = spent.stream().mapToDouble(x -> x / scale).toArray();
        double granted = budget / scale;
        double mean = 0;
        long over = 0;
        for (double x : values) {
            mean += x / values.length;
            over += x > granted ? 1 : 0;
        }
        double[] q = Quantiles.type7(values, 0.05, 0.5, 0.95);
        rows.add(
                new BudgetRow(
                        plan,
                        year,
                        setup.fiscalYears().name(year),
                        code,
                        granted,
                        currency.unit(),
                        mean,
                        q[0],
                        q[1],
                        q[2],
                        over / (double) values.length));
    }
}
