package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parapet.sustain.Cases.DAY;

import org.junit.jupiter.api.Test;
import parapet.random.Streams;

final class WorkTimeTest {
    private static final WorkTime WEEK = new WorkTime(5, 7, 0, new long[0]);

    @Test
    void worksFiveDaysOfSeven() {
        assertThat(WEEK.isOpen(0)).isTrue();
        assertThat(WEEK.isOpen(5 * DAY - 1)).isTrue();
        assertThat(WEEK.isOpen(5 * DAY)).isFalse();
        assertThat(WEEK.nextChange(0)).isEqualTo(5 * DAY);
        assertThat(WEEK.nextChange(6 * DAY)).isEqualTo(7 * DAY);
        assertThat(WEEK.after(0, 20 * DAY)).isEqualTo(26 * DAY);
        assertThat(WEEK.after(6 * DAY, DAY)).isEqualTo(8 * DAY);
        assertThat(WEEK.share()).isEqualTo(5 / 7.0);
    }

    @Test
    void aClosedPeriodStopsTheWork() {
        var winter = new WorkTime(1, 1, 0, new long[] {10 * DAY, 40 * DAY, 100 * DAY, 110 * DAY});
        assertThat(winter.after(0, 15 * DAY)).isEqualTo(45 * DAY);
        assertThat(winter.after(20 * DAY, 70 * DAY)).isEqualTo(120 * DAY);
        assertThat(winter.nextChange(40 * DAY)).isEqualTo(100 * DAY);
        assertThat(winter.nextChange(110 * DAY)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void neverClosedIsPlainAddition() {
        assertThat(WorkTime.ALWAYS.after(3, 4)).isEqualTo(7);
        assertThat(WorkTime.ALWAYS.after(3, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(WorkTime.ALWAYS.nextChange(3)).isEqualTo(Long.MAX_VALUE);
    }

    /// Against counting open days one by one.
    @Test
    void agreesWithCounting() {
        var random = new Streams(5, 0, 0).at("test.hours", 0);
        for (int i = 0; i < 500; i++) {
            int cycle = 1 + random.nextInt(9);
            long[] closed = new long[2 * random.nextInt(4)];
            long at = 0;
            for (int k = 0; k < closed.length; k++) {
                at += 1 + random.nextInt(12);
                closed[k] = at * DAY;
            }
            var hours =
                    new WorkTime(
                            1 + random.nextInt(cycle), cycle, -random.nextInt(9) * DAY, closed);
            int from = random.nextInt(20);
            int work = 1 + random.nextInt(30);
            int day = from;
            for (int left = work; left > 0; day++) {
                left -= hours.isOpen(day * DAY) ? 1 : 0;
            }
            assertThat(hours.after(from * DAY, work * DAY)).as("case %d", i).isEqualTo(day * DAY);
        }
    }

    @Test
    void refusesWhatIsNoCalendar() {
        assertThatThrownBy(() -> new WorkTime(8, 7, 0, new long[0]))
                .hasMessageContaining("openDays (8) must lie in 1..7");
        assertThatThrownBy(() -> new WorkTime(1, 1, 0, new long[] {5, 5}))
                .hasMessageContaining("do not rise at (5)");
    }
}
