package parapet.sustain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Calendar;

/// When each shop may begin a repair: its hours and its limit of inductions. A shop that opens or
/// closes, and the tick at which a limit lets the next part in, are events of their own.
final class ShopClock {
    private static final int SITE_BITS = 16;

    private final Run run;
    private final boolean[] open;

    /// Version of the hours, for events of hours that hold no longer.
    private final long[] version;

    private final long[] nextInduction;
    private final long[] awaited;

    ShopClock(Run run) {
        this.run = run;
        open = new boolean[run.sites];
        version = new long[run.sites];
        nextInduction = new long[run.sites];
        awaited = new long[run.sites];
        Arrays.fill(open, true);
        Arrays.fill(nextInduction, Long.MIN_VALUE);
    }

    private ShopPolicy policy(int shop) {
        return run.site[shop].shop().policy();
    }

    /// Whether the shop works at this hour.
    boolean isOpen(int shop) {
        return open[shop];
    }

    /// Why no repair may begin now, null if one may. A limit is awaited.
    @Nullable Reason obstacle(int shop) {
        if (!open[shop]) {
            return Reason.SHOP_CLOSED;
        }
        if (run.now < nextInduction[shop]) {
            if (awaited[shop] != nextInduction[shop]) {
                awaited[shop] = nextInduction[shop];
                run.at(nextInduction[shop], Run.INDUCTION, shop);
            }
            return Reason.INDUCTION_LIMIT;
        }
        return null;
    }

    /// A repair begins.
    void begun(int shop) {
        double rate = policy(shop).inductionsPerSec();
        if (Double.isFinite(rate)) {
            long delay = Calendar.ticks(1 / rate);
            nextInduction[shop] =
                    delay > Long.MAX_VALUE - run.now ? Long.MAX_VALUE : run.now + delay;
        }
    }

    /// Looks at the hours of all shops, at the start and when they may have changed.
    void start() {
        for (int shop = 0; shop < run.sites; shop++) {
            version[shop]++;
            await(shop);
        }
    }

    private void await(int shop) {
        WorkTime hours = policy(shop).hours();
        open[shop] = hours.isOpen(run.now);
        run.at(hours.nextChange(run.now), Run.HOURS, version[shop] << SITE_BITS | shop);
    }

    /// A shop opens or closes.
    ///
    /// @return the shop, -1 when its hours are other ones by now
    int change(long what) {
        int shop = (int) (what & ((1 << SITE_BITS) - 1));
        if (what >>> SITE_BITS != version[shop]) {
            return -1;
        }
        await(shop);
        return shop;
    }
}
