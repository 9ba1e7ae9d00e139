package parapet.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parapet.programme.Discounting.Convention;
import parapet.programme.PresentValue.Timing;
import parapet.quantity.Calendar;
import parapet.quantity.FiscalYears;

final class DiscountingTest {
    private static final LocalDate BASE = LocalDate.of(2026, 4, 1);
    private static final Calendar CALENDAR = new Calendar(LocalDate.of(2018, 10, 1));

    private static double factor(Convention convention, LocalDate from, LocalDate paid) {
        return new Discounting(0.08, from, convention, FiscalYears.APRIL)
                .factor(CALENDAR.tick(paid), CALENDAR);
    }

    /// 100 a fiscal year for 30 years agree with the closed forms of a yearly stream.
    @Test
    void agreesWithTheClosedFormsOfAStream() {
        var timings =
                new EnumMap<Convention, Timing>(
                        java.util.Map.of(
                                Convention.BEGIN, Timing.BEGIN,
                                Convention.MID, Timing.MID,
                                Convention.END, Timing.END,
                                Convention.CONTINUOUS, Timing.CONTINUOUS));
        timings.forEach((convention, timing) -> {
            double sum = 0;
            for (int k = 0; k < 30; k++) {
                sum += 100 * factor(convention, BASE, BASE.plusYears(k).plusDays(97));
            }
            assertThat(sum)
                    .as(convention.name())
                    .isCloseTo(PresentValue.ofStream(100, 30, 0.08, 0, timing), within(1e-9));
        });
    }

    /// 31 March counts with the old year, 1 April with the new one: a factor of 1.08 apart.
    @Test
    void theYearTurnsOnTheFirstOfApril() {
        var march = LocalDate.of(2028, 3, 31);
        assertThat(factor(Convention.END, BASE, march))
                .isCloseTo(Math.pow(1.08, -2), within(1e-12));
        assertThat(factor(Convention.END, BASE, march.plusDays(1)))
                .isCloseTo(Math.pow(1.08, -3), within(1e-12));
        long lastTick = CALENDAR.tick(march.plusDays(1)) - 1;
        assertThat(FiscalYears.APRIL.of(CALENDAR.date(lastTick))).isEqualTo(2027);
        assertThat(FiscalYears.APRIL.of(CALENDAR.date(lastTick + 1))).isEqualTo(2028);
    }

    /// By the day: 146 097 days are 400 years, and money before the base counts more. Half a fiscal
    /// year into it, the base takes half a year off.
    @Test
    void countsFromTheBaseDay() {
        double far = factor(Convention.DAY, BASE, BASE.plusDays(146_097));
        assertThat(far * Math.pow(1.08, 400)).isCloseTo(1, within(1e-12));
        double near = factor(Convention.DAY, BASE, BASE.minusDays(146_097));
        assertThat(near * far).isCloseTo(1, within(1e-12));
        var autumn = LocalDate.of(2026, 9, 30); // 182 of 365 days
        assertThat(factor(Convention.BEGIN, autumn, LocalDate.of(2027, 4, 1)))
                .isCloseTo(Math.pow(1.08, -(1 - 182 / 365.0)), within(1e-12));
    }

    @Test
    void fiscalYearsHaveNames() {
        assertThat(FiscalYears.APRIL.name(2027)).isEqualTo("2027-28");
        assertThat(FiscalYears.APRIL.name(2099)).isEqualTo("2099-00");
        assertThat(FiscalYears.APRIL.year("2027-28")).isEqualTo(2027);
        var calendar = new FiscalYears(Month.JANUARY);
        assertThat(calendar.name(2027)).isEqualTo("2027");
        assertThat(calendar.of(LocalDate.of(2027, 12, 31))).isEqualTo(2027);
        assertThat(new FiscalYears(Month.OCTOBER).of(LocalDate.of(2027, 9, 30))).isEqualTo(2026);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> FiscalYears.APRIL.year("2027-29"))
                .hasMessageContaining("(2027-29)");
    }

    /// 1 000 paid two years after the base day, prices rise by 4 % a year: worth 924.56 of then.
    @Test
    void realMoneyIsThatOfTheBaseDay() {
        long base = CALENDAR.tick(BASE);
        var accounting =
                new Accounting(
                        "INR",
                        FiscalYears.APRIL,
                        new Discounting(0, BASE, Convention.DAY, FiscalYears.APRIL),
                        new Escalation(base, 0.04, new TreeMap<>()),
                        java.util.Map.of());
        long later = base + Math.round(2 * 365.2425 * Calendar.DAY);
        assertThat(accounting.real(1000, later)).isCloseTo(924.556213, within(1e-6));
        assertThat(accounting.presentValue(1000, later, CALENDAR)).isEqualTo(1000);
    }
}
