package parapet.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import parapet.quantity.Currencies;
import parapet.scenario.PlannedScenario;
import parapet.stats.Weights;
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
    private final Map<String, Map<Integer, Map<String, Map<Long, Double>>>> totals =
            new HashMap<>();

    private final boolean fits;
    private int draws;

    /// Money of one currency: in all, and by draw where draws are to be weighed.
    private static final class Sum {
        private double amount;
        private double real;
        private double[] amounts = {};
        private double[] reals = {};

        void add(int draw, double amount, double real, boolean byDraw) {
            this.amount += amount;
            this.real += real;
            if (byDraw) {
                if (draw >= amounts.length) {
                    amounts = Arrays.copyOf(amounts, 2 * draw + 2);
                    reals = Arrays.copyOf(reals, 2 * draw + 2);
                }
                amounts[draw] += amount;
                reals[draw] += real;
            }
        }

        double amount(Weights weights) {
            return weights.areEqual() ? amount : sum(amounts, weights);
        }

        double real(Weights weights) {
            return weights.areEqual() ? real : sum(reals, weights);
        }

        private static double sum(double[] byDraw, Weights weights) {
            double sum = 0;
            for (int i = 0; i < Math.min(byDraw.length, weights.count()); i++) {
                sum += weights.relative(i) * byDraw[i];
            }
            return sum;
        }
    }

    LifeCycle(Setup setup) {
        this.setup = setup;
        fits = Melding.fits(setup);
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
            Double real = row.real();
            sum.add(row.draw(), row.amount(), real == null ? 0 : real, fits);
            ofPlan.computeIfAbsent(row.fiscalYear(), k -> new HashMap<>())
                    .computeIfAbsent(row.currency(), k -> new TreeMap<>())
                    .merge(run, row.amount(), Double::sum);
        }
    }

    /// Posts both tables.
    ///
    /// @param weights of the draws
    void post(Rows rows, Weights weights) {
        sums.forEach((plan, byYear) ->
                byYear.forEach((year, byCause) ->
                        byCause.forEach(
                                (cause, sum) -> post(rows, plan, year, cause, sum, weights))));
        setup.scenario()
                .money()
                .budgets()
                .forEach((name, budget) -> {
                    int year = setup.fiscalYears().year(name);
                    String currency = Metrics.currency(budget, setup.metricsOfStudy().reporting());
                    double granted = setup.realiser().weigh(budget.amount()).law().mean();
                    for (String plan : sums.keySet()) {
                        budget(rows, plan, year, currency, granted, weights);
                    }
                });
    }

    private void post(
            Rows rows,
            String plan,
            int year,
            String cause,
            Map<String, Sum> sums,
            Weights weights) {
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
                            sum.amount(weights) / scale,
                            i == 0 ? (Double) (sum.real(weights) / scale) : null,
                            currency.unit()));
        }
    }

    private double runs() {
        return Math.max(1, draws * setup.options().replications());
    }

    private void budget(
            Rows rows, String plan, int year, String code, double budget, Weights weights) {
        Currencies.Currency currency = Currencies.of(code);
        double scale = currency.totals().factor();
        var values = new double[draws * setup.options().replications()];
        totals.getOrDefault(plan, Map.of())
                .getOrDefault(year, Map.of())
                .getOrDefault(code, Map.of())
                .forEach((run, amount) -> values[Math.toIntExact(run)] = amount / scale);
        double granted = budget / scale;
        Weights runs = weights.each(setup.options().replications());
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += runs.relative(i) * values[i] / values.length;
        }
        double[] q = runs.quantiles(values, 0.05, 0.5, 0.95);
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
                        runs.share(i -> values[i] > granted)));
    }
}
