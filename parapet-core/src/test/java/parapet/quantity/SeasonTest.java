package parapet.quantity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class SeasonTest {
    private static Season read(String text) {
        return requireNonNull(Season.read(text));
    }

    @Test
    void aWinterRunsOverTheEndOfTheYear() {
        Season winter = read("11-15..03-31");
        assertThat(winter.contains(LocalDate.of(2026, 11, 14))).isFalse();
        assertThat(winter.contains(LocalDate.of(2026, 11, 15))).isTrue();
        assertThat(winter.contains(LocalDate.of(2027, 3, 31))).isTrue();
        assertThat(winter.contains(LocalDate.of(2027, 4, 1))).isFalse();
        assertThat(winter.end(2026)).isEqualTo(LocalDate.of(2027, 4, 1));
    }

    @Test
    void aSummerStaysInTheYear() {
        Season summer = read(" 06-01 .. 06-30 ");
        assertThat(summer.contains(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(summer.contains(LocalDate.of(2026, 7, 1))).isFalse();
        assertThat(summer.end(2026)).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(read("02-29..02-29").start(2026)).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void whatIsNoSeasonIsNotRead() {
        for (String text :
                new String[] {"winter", "13-01..14-01", "02-30..03-01", "1-1..2-2", ""}) {
            assertThat(Season.read(text)).as(text).isNull();
        }
    }
}
