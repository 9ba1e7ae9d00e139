package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Work that is done for each draw.
class DrawsTest {
    @Test
    void whatComesOfEachStandsInOrder() {
        var told = new ArrayList<Integer>();
        assertThat(Draws.each(5, 3, draw -> draw * draw, told::add))
                .containsExactly(0, 1, 4, 9, 16);
        assertThat(told).containsExactly(1, 2, 3, 4, 5);
    }

    /// One draw of 10 000 fails. The others take a millisecond each, so that all of them would take
    /// ten seconds.
    @Test
    void afterAFailureTheOthersAreNotBegun() {
        var failure = new UnsupportedOperationException("draw 3");
        var begun = new AtomicInteger();
        assertThatThrownBy(() ->
                        Draws.each(
                                10_000,
                                2,
                                draw -> {
                                    begun.incrementAndGet();
                                    if (draw == 3) {
                                        throw failure;
                                    }
                                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                                    return draw;
                                },
                                _ -> {}))
                .isSameAs(failure);
        assertThat(begun).hasValueBetween(4, 9_999);
    }
}
