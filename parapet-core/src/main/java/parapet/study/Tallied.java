package parapet.study;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parapet.programme.Delivery;
import parapet.quantity.Calendar;
import parapet.quantity.Currencies;
import parapet.quantity.Measures;
import parapet.scenario.Case;
import parapet.sustain.UnitState;

/// What one replication came to: the facts from which its metrics are measured.
final class Tallied {
    private static final double YEAR = Measures.DAYS_PER_YEAR * Calendar.DAY;
    private static final List<UnitState> IN_SERVICE =
            List.of(UnitState.FULL, UnitState.DEGRADED, UnitState.DOWN, UnitState.AWAY);

    private final Case c;
    private final TimeGrid grid;
    private final long missilesShort;
    private final List<Delivery> deliveries;
    private final double[][] byState;
    private final double[] missiles;
    private final Map<String, Money> money;
    private final SkyFacts sky;

    /// Money of one currency, in units of it.
    static final class Money {
        /// All.
        double all;

        /// From the as-of day on.
        double later;

        /// For what keeps units ready.
        double support;

        /// All, in money of the base day; only of the reporting currency.
        double real;

        /// All, at its present value; only of the reporting currency.
        double present;
    }

    /// @param byState unit-ticks by state and month
    /// @param missiles missiles in service at the end of each month
    /// @param money by currency
    /// @param missilesShort missiles to be given away or fired that were not there
    Tallied(
            Case c,
            TimeGrid grid,
            List<Delivery> deliveries,
            double[][] byState,
            double[] missiles,
            Map<String, Money> money,
            SkyFacts sky,
            long missilesShort) {
        this.c = c;
        this.grid = grid;
        this.deliveries = deliveries;
        this.byState = byState;
        this.missiles = missiles;
        this.money = new HashMap<>(money);
        this.sky = sky;
        this.missilesShort = missilesShort;
    }

    /// Missiles that were to be given away or fired in training and were not there.
    double missilesShort() {
        return missilesShort;
    }

    private long after(LocalDate day) {
        return c.calendar().tick(day.plusDays(1));
    }

    private int month(LocalDate day) {
        return grid.at(after(day) - 1);
    }

    /// Units due up to a day.
    double due(LocalDate day) {
        long tick = after(day);
        return deliveries.stream().filter(d -> d.due() < tick).count();
    }

    /// Units in the country on a day.
    double arrived(LocalDate day) {
        long tick = after(day);
        return deliveries.stream().filter(d -> d.arrived() < tick).count();
    }

    /// Mean number of units ready in the month of a day.
    double ready(LocalDate day) {
        int m = month(day);
        return byState[UnitState.FULL.ordinal()][m] / (grid.end(m) - (double) grid.start(m));
    }

    /// Missiles in service at the end of the month of a day.
    double missiles(LocalDate day) {
        return missiles[month(day)];
    }

    /// Unit-years in some states up to a day.
    private double years(List<UnitState> states, LocalDate day) {
        return years(states, 0, after(day));
    }

    private double years(List<UnitState> states, long from, long to) {
        double sum = 0;
        for (UnitState state : states) {
            sum += between(byState[state.ordinal()], from, to);
        }
        return sum;
    }

    /// Unit-years since the due dates, up to a day.
    double promisedYears(LocalDate day) {
        return years(List.of(UnitState.values()), day);
    }

    /// Unit-years in the country up to a day.
    double deliveredYears(LocalDate day) {
        return promisedYears(day) - years(List.of(UnitState.NOT_DELIVERED), day);
    }

    /// Unit-years ready up to a day.
    double readyYears(LocalDate day) {
        return years(List.of(UnitState.FULL), day);
    }

    /// Share of the time in service that units are in some states, %; 0 when there is no such time.
    double share(LocalDate first, LocalDate last, UnitState... states) {
        long from = c.calendar().tick(first);
        long to = after(last);
        double inService = years(IN_SERVICE, from, to);
        return inService > 0 ? 100 * years(List.of(states), from, to) / inService : 0;
    }

    /// Unit-years of a state between two ticks; within a month in proportion.
    private double between(double[] ticks, long from, long to) {
        double sum = 0;
        int last = grid.at(to);
        for (int m = grid.at(from); m <= last; m++) {
            double share = grid.shareBefore(m, to) - grid.shareBefore(m, from);
            if (share > 0) {
                sum += share * ticks[m];
            }
        }
        return sum / YEAR;
    }

    private Money in(String currency) {
        Money known = money.get(currency);
        if (known == null) {
            throw new IllegalStateException(
                    "No money is counted in the currency (%s).".formatted(currency));
        }
        return known;
    }

    private static double scaled(double amount, String currency) {
        return amount / Currencies.of(currency).totals().factor();
    }

    /// All money, in the unit of totals of the currency.
    double spent(String currency) {
        return scaled(in(currency).all, currency);
    }

    /// Money from the as-of day on, likewise.
    double spentLater(String currency) {
        return scaled(in(currency).later, currency);
    }

    /// Money for what keeps units ready, likewise.
    double spentOnSupport(String currency) {
        return scaled(in(currency).support, currency);
    }

    /// All money in money of the base day, likewise; of the reporting currency.
    double real(String currency) {
        return scaled(in(currency).real, currency);
    }

    /// Present value of all money, likewise; of the reporting currency.
    double present(String currency) {
        return scaled(in(currency).present, currency);
    }

    /// Arrival of the last unit that comes, as a year with a fraction.
    double lastArrival() {
        long last =
                deliveries.stream()
                        .mapToLong(Delivery::arrived)
                        .filter(t -> t != Long.MAX_VALUE)
                        .max()
                        .orElse(0);
        LocalDate day = c.calendar().date(last);
        return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
    }

    /// Sky and raids.
    SkyFacts sky() {
        return sky;
    }
}
