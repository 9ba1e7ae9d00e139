package parapet.sustain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parapet.sustain.exact.LastTimeBuy;

class ChoicesTest {
    @Test
    void noQuantityIsCheaperThanTheCriticalRatio() {
        var demand = LastTimeBuy.demand(20, 0.3);
        var money = new LastBuy.Money(1, 5, 0.2);
        var best = LastBuy.best(demand, money);
        for (int q = 0; q <= 80; q++) {
            assertThat(LastBuy.row(demand, q, money).expectedCost())
                    .as("quantity %d", q)
                    .isGreaterThanOrEqualTo(best.expectedCost() - 1e-12);
        }
        assertThat(LastBuy.rows(demand, money, 0.95).getFirst().units()).isEqualTo(33);
        assertThatThrownBy(() -> new LastBuy.Money(2, 1, 0)).hasMessageContaining("shortage (1.0)");
    }

    @Test
    void yearsAndCurrenciesKeepTheirBudgets() {
        var portfolio = RandomPortfolio.of(3, 40, 3, 0);
        var curve = SparesCurve.of(portfolio);
        int[] currency = new int[40];
        for (int j = 0; j < 40; j++) {
            currency[j] = j % 2;
        }
        double[][] budgets = {{300_000, 100_000}, {200_000, 0}, {400_000, 900_000}};
        var years = YearlyBudgets.plan(curve, currency, budgets);
        double before = curve.at(0).backorders();
        for (int y = 0; y < 3; y++) {
            var year = years.get(y);
            assertThat(year.spent()[0]).isLessThanOrEqualTo(budgets[y][0] * (1 + 1e-9));
            assertThat(year.spent()[1]).isLessThanOrEqualTo(budgets[y][1] * (1 + 1e-9));
            assertThat(year.backorders()).isBetween(year.bound() - 1e-9, before);
            assertThat(year.backorders() / year.bound()).isLessThan(1.1);
            before = year.backorders();
        }
        var one = YearlyBudgets.plan(curve, new int[40], new double[][] {{500_000}}).getFirst();
        assertThat(one.backorders()).isCloseTo(curve.bought(500_000).backorders(), within(1e-9));
        assertThat(one.bound()).isCloseTo(curve.bought(500_000).bound(), within(1e-6));
    }
}
