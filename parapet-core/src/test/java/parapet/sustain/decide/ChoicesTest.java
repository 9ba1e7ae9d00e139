package parapet.sustain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.sustain.exact.ClosedFleet;
import parapet.sustain.exact.LastTimeBuy;
import parapet.sustain.exact.OpeningTransient;
import parapet.sustain.exact.RepairPlaces;

class ChoicesTest {
    @Test
    void placesAgreeWithTheClosedFleet() { // 5 units, 2 spares, MTBF 100, repair 60
        var fleet = new ClosedFleet.Fleet(5, 2, 100, 60, RepairPlaces.AMPLE);
        var rows = PlacesChoice.rows(fleet, 7, 10);
        assertThat(rows.getLast().meanUp())
                .isCloseTo(ClosedFleet.solve(fleet).meanUp(), within(1e-12)); // 7 places = all
        for (int c = 1; c < 7; c++) {
            assertThat(rows.get(c).meanUp()).isGreaterThan(rows.get(c - 1).meanUp());
        }
        double gain = rows.get(2).meanUp() - rows.get(1).meanUp(); // of the third place
        assertThat(PlacesChoice.best(rows, 10 / gain * 1.001).places()).isEqualTo(3);
        assertThat(PlacesChoice.best(rows, 10 / gain * 0.999).places()).isEqualTo(2);
        assertThat(PlacesChoice.fewest(rows, rows.get(3).availability()).places()).isEqualTo(4);
        assertThat(PlacesChoice.fewest(rows, 0.9999).places()).isEqualTo(7);
    }

    @Test
    void lostTimeOfOneUnitInClosedForm() {
        // one unit, rates f and r: down(t) = f/(f+r) (1 - e^-(f+r)t); a shop of the same rate
        // changes nothing
        double f = 0.2;
        double r = 0.5;
        var before =
                new OpeningTransient.Plan(
                        List.of(new OpeningTransient.CountStep(0, 1)),
                        List.of(new OpeningTransient.CountStep(0, 0)),
                        List.of(new OpeningTransient.RepairStep(0, RepairPlaces.AMPLE, 1 / r)),
                        f);
        var q = new OpeningChoice.Question(before, RepairPlaces.AMPLE, 1 / r, 24, 6, 1, 2);
        double s = f + r;
        double lost = f / s * (24 - (1 - Math.exp(-s * 24)) / s);
        for (var row : OpeningChoice.rows(q)) {
            assertThat(row.lostUnitMonths()).isCloseTo(lost, within(1e-4 * lost));
        }
        assertThat(OpeningChoice.best(OpeningChoice.rows(q)).month()).isEqualTo(6);
    }

    @Test
    void openEarlierWhenUnitMonthsAreDear() {
        var before =
                new OpeningTransient.Plan(
                        List.of(new OpeningTransient.CountStep(0, 5)),
                        List.of(new OpeningTransient.CountStep(0, 1)),
                        List.of(new OpeningTransient.RepairStep(0, new RepairPlaces(1), 6)),
                        0.1);
        var cheap = new OpeningChoice.Question(before, new RepairPlaces(3), 1, 60, 24, 1, 0.1);
        var dear = new OpeningChoice.Question(before, new RepairPlaces(3), 1, 60, 24, 1, 10);
        assertThat(OpeningChoice.best(OpeningChoice.rows(cheap)).month()).isEqualTo(24);
        assertThat(OpeningChoice.best(OpeningChoice.rows(dear)).month()).isLessThan(6);
        for (var row : OpeningChoice.rows(dear)) {
            assertThat(row.priceOfTheMonth()).isGreaterThanOrEqualTo(0);
        }
    }

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
