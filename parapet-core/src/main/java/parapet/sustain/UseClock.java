package parapet.sustain;

import parapet.quantity.Calendar;

/// How long each unit has been in operation: a clock that runs at the share of its type while the
/// unit is neither down nor away.
final class UseClock {
    private final Run run;

    /// Use up to a tick, s, and the rate from there on.
    private final double[] use;

    private final long[] since;
    private final double[] rate;

    UseClock(Run run) {
        this.run = run;
        int units = run.input.units().size();
        use = new double[units];
        since = new long[units];
        rate = new double[units];
    }

    /// The clock runs or stands from now on.
    ///
    /// @return whether its rate has changed
    boolean set(int unit, boolean runs) {
        int type = run.input.units().get(unit).type();
        double now = runs ? run.network.types().get(type).operating() : 0;
        if (now == rate[unit]) {
            return false;
        }
        use[unit] = read(unit);
        since[unit] = run.now;
        rate[unit] = now;
        return true;
    }

    /// Use so far, s.
    double read(int unit) {
        return use[unit] + rate[unit] * Calendar.seconds(run.now - since[unit]);
    }

    /// When the clock will show `target` s, if it goes on as now; `Long.MAX_VALUE` for never.
    long reaches(int unit, double target) {
        double left = target - read(unit);
        if (left <= 0) {
            return run.now;
        }
        double wait = left / rate[unit];
        return Double.isInfinite(wait) ? Long.MAX_VALUE : Calendar.laterSec(run.now, wait);
    }
}
