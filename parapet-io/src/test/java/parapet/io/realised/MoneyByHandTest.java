package parapet.io.realised;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parapet.io.realised.Realised.tick;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.programme.Accounting;
import parapet.programme.Discounting;
import parapet.programme.Escalation;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.scenario.Case;

/// Rates, prices that rise, and money of sites and groups, worked out by hand.
class MoneyByHandTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static final String REST =
            """
            catalogue: {parts: {p: {meanTimeBetweenFailures: 1000 h, price: 2 million USD}}, units: {u: {slots: {a: {part: p}}}}}
            support: {sites: {base: {}}}
            programme:
              contracts:
                c: {signed: 2020-02-01, price: 1 million USD, %s deliveries: {u1: {type: u, base: base, arrives: 2021-01-01}}}
            study: {draws: 2}
            plans: {baseline: {name: As written}}
            """;

    @TempDir Path folder;

    private Case with(String money, String contract) {
        return Realised.first(folder, Realised.HEAD + money + REST.formatted(contract));
    }

    /// 70 and 80 are known; from the day of the evidence on the rate drifts by e^0.1 a year.
    @Test
    void ratesAreKnownThenDrift() {
        Case c =
                with(
                        "money: {rates: {INR: {series: inr-per-usd, drift: 10 %/year, scatter: 0 %}}}\n",
                        "");
        assertThat(c.rates().perPivot("INR", tick(2020, 12, 31))).isEqualTo(70);
        assertThat(c.rates().perPivot("INR", tick(2021, 1, 1))).isEqualTo(80);
        assertThat(c.rates().perPivot("INR", tick(2022, 6, 29))).isEqualTo(80);
        for (int year = 1; year <= 8; year++) {
            assertThat(c.rates().perPivot("INR", tick(2021 + year, 6, 30)))
                    .as("year %d", year)
                    .isCloseTo(80 * Math.exp(0.1 * year), EXACT);
        }
        assertThat(c.rates().knows("RUB")).isFalse();
    }

    /// The rate moves only from the last known day where that is later than the evidence.
    @Test
    void aScatteredRateMovesByItsStandardDeviation() {
        int n = 400; // the error of a standard deviation of 0.2 is 0.007; 4.4 of them are 0.031
        var read =
                Realised.read(
                        folder,
                        Realised.HEAD
                                + "money: {rates: {INR: {series: inr-per-usd, drift: 0 %/year, scatter: 20 %}}}\n"
                                + REST.formatted(""));
        double sum = 0;
        for (int draw = 0; draw < n; draw++) {
            Case c = Realised.draw(read, "baseline", draw);
            double step = Math.log(c.rates().perPivot("INR", tick(2022, 6, 30)) / 80);
            sum += step * step;
        }
        assertThat(Math.sqrt(sum / n)).as("scatter of one year").isCloseTo(0.2, within(0.031));
    }

    @Test
    void theBooks() {
        Accounting books =
                with(
                                """
                                money:
                                  reporting: USD
                                  discount: 4 %/year
                                  timing: end
                                  valueOn: 2022-04-01
                                  fiscalYear: july
                                  pricesOf: 2021-01-01
                                  inflation: 3 %/year
                                  escalation: {parts: 1 %/year, repairs: 2 %/year, tasks: 5 %/year, running: 6 %/year, investment: 7 %/year}
                                """,
                                "")
                        .accounting();
        assertThat(books.reporting()).isEqualTo("USD");
        assertThat(books.discounting().rate()).isCloseTo(0.04, EXACT);
        assertThat(books.discounting().from()).isEqualTo(LocalDate.of(2022, 4, 1));
        assertThat(books.discounting().convention()).isEqualTo(Discounting.Convention.END);
        assertThat(books.fiscalYears().of(LocalDate.of(2022, 6, 30)))
                .isNotEqualTo(books.fiscalYears().of(LocalDate.of(2022, 7, 1)));
        rises(books.inflation(), 0.03);
        rises(books.prices().get(MoneyCause.REPLACEMENT), 0.01);
        rises(books.prices().get(MoneyCause.REPAIR), 0.02);
        rises(books.prices().get(MoneyCause.TASK), 0.05);
        rises(books.prices().get(MoneyCause.RECERTIFICATION), 0.05);
        rises(books.prices().get(MoneyCause.RUNNING), 0.06);
        rises(books.prices().get(MoneyCause.INVESTMENT), 0.07);
        rises(books.prices().get(MoneyCause.LAYERS), 0.07);
        rises(books.prices().get(MoneyCause.DEPOT), 0.01);
        assertThat(books.prices()).hasSize(8);
    }

    private static void rises(@Nullable Escalation risen, double ratePerYear) {
        Escalation prices = requireNonNull(risen);
        assertThat(prices.baseTick()).isEqualTo(tick(2021, 1, 1));
        assertThat(prices.ratePerYear()).isCloseTo(ratePerYear, EXACT);
        assertThat(prices.index()).isEmpty();
    }

    @Test
    void withoutAWordPricesAreThoseOfTheStartAndStay() {
        Accounting books = with("", "").accounting();
        assertThat(books.inflation().factor(tick(2028, 1, 1))).isEqualTo(1);
        assertThat(books.inflation().baseTick()).isZero();
        assertThat(books.discounting().from()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(books.prices()).isEmpty();
    }

    /// An index that rises by e^0.05 at each start of a year of the scenario.
    @Test
    void anIndexRisesYearByYearUpToTheEnd() {
        String money = "money: {indices: {steel: {rise: 5 %/year}}}\n";
        Escalation by =
                with(money, "escalationIndex: steel,")
                        .programme()
                        .contracts()
                        .getFirst()
                        .escalation();
        assertThat(by.index()).hasSize(10).containsEntry(0L, 1.0);
        for (int year = 0; year < 10; year++) {
            assertThat(by.index().get(tick(2020 + year, 1, 1)))
                    .isCloseTo(Math.exp(0.05 * year), EXACT);
        }
        assertThat(by.factor(tick(2023, 7, 1)))
                .as("of the year of signature")
                .isCloseTo(Math.exp(0.15), EXACT);
        assertThat(with(money, "").programme().contracts().getFirst().escalation().index())
                .isEmpty();
    }

    @Test
    void aScatteredIndexStartsAtOneAndMoves() {
        Escalation by =
                with(
                                "money: {indices: {steel: {rise: 0 %/year, scatter: 10 %}}}\n",
                                "escalationIndex: steel,")
                        .programme()
                        .contracts()
                        .getFirst()
                        .escalation();
        assertThat(by.index().get(0L)).isEqualTo(1);
        assertThat(by.index().values().stream().distinct()).hasSize(10);
    }

    private List<Ledger.Entry> outlays(String sites, String rest) {
        return Realised.first(
                        folder,
                        Realised.HEAD
                                + REST.formatted("")
                                        .replace("{base: {}}", "{base: {}, " + sites + "}")
                                + rest)
                .outlays();
    }

    /// Eight equal parts, one each quarter of 91 days before the opening, none before the start.
    @Test
    void aSiteIsPaidForInTwoYearsBeforeItOpens() {
        List<Ledger.Entry> paid =
                outlays(
                        "depot: {opens: 2021-03-01, investment: 80 million INR}",
                        "money: {rates: {INR: {series: inr-per-usd}}}\n");
        assertThat(paid).hasSize(8);
        long opening = tick(2021, 3, 1);
        for (int quarter = 1; quarter <= 8; quarter++) {
            assertThat(paid.get(quarter - 1))
                    .isEqualTo(
                            new Ledger.Entry(
                                    Math.max(0, opening - quarter * 91L * Calendar.DAY),
                                    MoneyCause.INVESTMENT,
                                    "depot",
                                    "INR",
                                    10e6));
        }
        assertThat(paid.get(3).tick()).as("425 - 364 days").isEqualTo(61 * Calendar.DAY);
        assertThat(outlays("depot: {opens: 2021-03-01}", "")).isEmpty();
        assertThat(outlays("depot: {investment: 8 USD}", "")).as("it stands already").isEmpty();
        assertThat(outlays("depot: {active: false, opens: 2021-03-01, investment: 8 USD}", ""))
                .isEmpty();
    }

    /// The end is 2029-12-31: of the quarters before an opening at the start of 2031 those within
    /// the time count.
    @Test
    void whatIsDueAfterTheEndIsNotPaid() {
        List<Ledger.Entry> paid = outlays("depot: {opens: 2031-01-01, investment: 8 USD}", "");
        assertThat(paid).hasSize(4);
        assertThat(paid.getFirst().tick()).as("the fifth").isEqualTo(tick(2029, 10, 3));
        assertThat(outlays("depot: {opens: 2030-04-02, investment: 8 USD}", ""))
                .as("the first falls on the first day after the end")
                .hasSize(7);
    }

    private List<Ledger.Entry> bought(String day, int count, String more) {
        return outlays(
                "depot: {"
                        + more
                        + "policies: {p: {lastTimeBuy: {on: %s, count: %d}}}".formatted(day, count)
                        + "}",
                "");
    }

    @Test
    void aLastTimeBuyIsPaidOnItsDay() {
        assertThat(bought("2025-01-01", 3, ""))
                .containsExactly(
                        new Ledger.Entry(tick(2025, 1, 1), MoneyCause.SPARES, "p", "USD", 6e6));
        assertThat(bought("2020-01-01", 1, "")).as("on the first day").hasSize(1);
        assertThat(bought("2029-12-31", 1, "")).as("on the last day").hasSize(1);
        assertThat(bought("2019-12-31", 1, "")).as("before").isEmpty();
        assertThat(bought("2030-01-01", 1, "")).as("after").isEmpty();
        assertThat(bought("2025-01-01", 0, "")).as("nothing").isEmpty();
        assertThat(bought("2025-01-01", 3, "active: false, ")).as("no such site").isEmpty();
    }
}
