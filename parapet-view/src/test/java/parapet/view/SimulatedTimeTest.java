package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import parapet.quantity.FiscalYears;
import parapet.view.read.SimulatedTime;

class SimulatedTimeTest {
    private static SimulatedTime time(String asOf) {
        return new SimulatedTime(
                LocalDate.of(2018, 10, 1),
                LocalDate.of(2041, 6, 30),
                LocalDate.parse(asOf),
                FiscalYears.APRIL);
    }

    @Test
    void daysAreThoseSimulatedOfAFiscalYear() {
        SimulatedTime time = time("2026-11-24");
        assertThat(time.days(2018, 2018)).as("October to March").isEqualTo(182);
        assertThat(time.days(2019, 2019)).as("with 29 February 2020").isEqualTo(366);
        assertThat(time.days(2041, 2041)).as("April to June").isEqualTo(91);
        assertThat(time.days(2018, 2019)).isEqualTo(182 + 366);
        assertThat(time.days(2042, 2042)).isZero();
        assertThat(time.years(2020, 2040)).isCloseTo(21, within(0.002));
    }

    @Test
    void aheadIsTheFiscalYearThatBeginsNext() {
        assertThat(time("2026-11-24").firstAhead()).isEqualTo(OptionalInt.of(2027));
        assertThat(time("2027-03-31").firstAhead()).isEqualTo(OptionalInt.of(2027));
        assertThat(time("2027-04-01").firstAhead()).isEqualTo(OptionalInt.of(2027));
        assertThat(time("2010-01-01").firstAhead()).isEqualTo(OptionalInt.of(2018));
        assertThat(time("2018-09-30").firstAhead()).isEqualTo(OptionalInt.of(2018));
        assertThat(time("2018-10-02").firstAhead()).isEqualTo(OptionalInt.of(2019));
        assertThat(time("2041-05-01").firstAhead()).isEmpty();
    }

    @Test
    void yearsAheadCountFromTheAsOfDateWhereAnyFollow() {
        assertThat(time("2041-06-21").yearsAhead()).isCloseTo(10 / 365.2425, within(1e-9));
        assertThat(time("2041-06-30").yearsAhead())
                .as("all of it")
                .isCloseTo((182 + 366 + 365 * 21 + 5 + 91) / 365.2425, within(1e-9));
        assertThat(time("2010-01-01").goesOn()).isTrue();
        assertThat(time("2041-06-30").goesOn()).isFalse();
    }
}
