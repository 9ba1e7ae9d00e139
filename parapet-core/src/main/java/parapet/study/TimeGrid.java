package parapet.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parapet.quantity.Calendar;
import parapet.quantity.FiscalYears;

/// The months and fiscal years of the simulated time.
final class TimeGrid {
    private final Calendar calendar;
    private final FiscalYears years;
    private final long[] starts;
    private final LocalDate[] months;
    private final int[] fiscalYears;

    /// A grid of the months that lie between the first and the last day.
    TimeGrid(Calendar calendar, LocalDate end, FiscalYears years) {
        this.calendar = calendar;
        this.years = years;
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = calendar.start();
                !day.isAfter(end);
                day = day.withDayOfMonth(1).plusMonths(1)) {
            days.add(day);
        }
        months = days.toArray(LocalDate[]::new);
        starts = new long[months.length + 1];
        fiscalYears = new int[months.length];
        for (int m = 0; m < months.length; m++) {
            starts[m] = calendar.tick(months[m]);
            fiscalYears[m] = years.of(months[m]);
        }
        starts[months.length] = calendar.tick(end.plusDays(1));
    }

    int size() {
        return months.length;
    }

    LocalDate month(int m) {
        return months[m];
    }

    int fiscalYear(int m) {
        return fiscalYears[m];
    }

    long start(int m) {
        return starts[m];
    }

    long end(int m) {
        return starts[m + 1];
    }

    /// The month of a tick within the grid; the first or last month for ticks outside.
    int at(long tick) {
        int i = Arrays.binarySearch(starts, tick);
        return Math.max(0, Math.min(months.length - 1, i >= 0 ? i : -i - 2));
    }

    /// The fiscal year of a tick.
    int fiscalYear(long tick) {
        return years.of(calendar.date(tick));
    }

    /// The share of month `m` that lies before `tick`.
    double shareBefore(int m, long tick) {
        double share = (tick - starts[m]) / (double) (starts[m + 1] - starts[m]);
        return Math.max(0, Math.min(1, share));
    }
}
