package parapet.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import parapet.evidence.Weighing;
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
    private static final int USD = 0;
    private static final int INR = 1;
    private static final int RUB = 2;
    private static final int REPORTING = 3;
    private static final int REAL = 4;

    private final Setup setup;
    private final SequencedMap<String, TreeMap<Integer, TreeMap<String, double[]>>> sums =
            new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, TreeMap<Long, double[]>>> totals = new HashMap<>();
    private int draws;

    LifeCycle(Setup setup) {
        this.setup = setup;
        for (PlannedScenario plan : setup.plans()) {
            sums.put(plan.id(), new TreeMap<>());
            totals.put(plan.id(), new TreeMap<>());
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
            double[] sum =
                    byYear.computeIfAbsent(row.fiscalYear(), k -> new TreeMap<>())
                            .computeIfAbsent(row.cause(), k -> new double[5]);
            double[] total =
                    ofPlan.computeIfAbsent(row.fiscalYear(), k -> new TreeMap<>())
                            .computeIfAbsent(run, k -> new double[5]);
            double[] amounts = {row.usd(), row.inr(), row.rub(), row.reporting(), row.real()};
            for (int i = 0; i < amounts.length; i++) {
                sum[i] += amounts[i];
                total[i] += amounts[i];
            }
        }
    }

    /// Posts both tables.
    void post(Rows rows) {
        String reporting = setup.scenario().money().reporting();
        double runs = runs();
        sums.forEach((plan, byYear) ->
                byYear.forEach((year, byCause) ->
                        byCause.forEach((cause, sum) ->
                                rows.add(
                                        new LifeCycleRow(
                                                plan,
                                                year,
                                                setup.fiscalYears().name(year),
                                                cause,
                                                sum[USD] / runs / 1e6,
                                                sum[INR] / runs / 1e7,
                                                sum[RUB] / runs / 1e6,
                                                sum[REPORTING] / runs / scale(reporting),
                                                sum[REAL] / runs / scale(reporting),
                                                unit(reporting))))));
        setup.scenario()
                .money()
                .budgets()
                .forEach((name, budget) -> {
                    int year = setup.fiscalYears().year(name);
                    Weighing amount = setup.realiser().weigh(budget.amount());
                    String currency = amount.currency() == null ? "USD" : amount.currency();
                    for (String plan : sums.keySet()) {
                        budget(rows, plan, year, currency, amount.law().mean());
                    }
                });
    }

    private double runs() {
        return Math.max(1, draws * setup.options().replications());
    }

    private void budget(Rows rows, String plan, int year, String currency, double budget) {
        int column = column(currency);
        var spent = new ArrayList<Double>();
        var ofPlan = totals.getOrDefault(plan, new TreeMap<>());
        ofPlan.getOrDefault(year, new TreeMap<>()).values().forEach(t -> spent.add(t[column]));
        while (spent.size() < runs()) {
            spent.add(0.0);
        }
        double[] values = spent.stream().mapToDouble(x -> x / scale(currency)).toArray();
        double granted = budget / scale(currency);
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
                        granted,
                        unit(currency),
                        mean,
                        q[0],
                        q[1],
                        q[2],
                        over / (double) values.length));
    }

    private int column(String currency) {
        if (currency.equals(setup.scenario().money().reporting())) {
            return REPORTING;
        }
        int known = List.of("USD", "INR", "RUB").indexOf(currency);
        if (known < 0) {
            throw new IllegalArgumentException(
                    "A budget in (%s) cannot be compared.%nMaybe give it in the reporting currency."
                            .formatted(currency));
        }
        return known;
    }

    /// Unit in which amounts of a currency are reported.
    static String unit(String currency) {
        return currency.equals("INR") ? "crore INR" : "million " + currency;
    }

    /// Units of the currency in that unit.
    static double scale(String currency) {
        return currency.equals("INR") ? 1e7 : 1e6;
    }
}
