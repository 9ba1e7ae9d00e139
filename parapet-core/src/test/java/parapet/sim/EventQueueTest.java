package parapet.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import parapet.random.Streams;

final class EventQueueTest {
    private record Event(long tick, long sequence) {}

    @Test
    void agreesWithThePriorityQueueOfTheLibraryTiesIncluded() {
        UniformRandomProvider random = new Streams(1, -1, -1).at("test.queue", 0);
        var queue = new EventQueue();
        var peer =
                new PriorityQueue<Event>(
                        Comparator.comparingLong(Event::tick).thenComparingLong(Event::sequence));
        long added = 0;
        for (int i = 0; i < 200_000; i++) {
            boolean grow = i < 100_000 ? random.nextInt(3) > 0 : random.nextInt(3) == 0;
            if (grow || peer.isEmpty()) {
                long tick = random.nextInt(50) - 10L;
                peer.add(new Event(tick, added));
                queue.add(tick, added++);
            } else {
                Event expected = peer.remove();
                assertThat(queue.tick()).isEqualTo(expected.tick());
                assertThat(queue.poll()).isEqualTo(expected.sequence());
            }
            assertThat(queue.size()).isEqualTo(peer.size());
        }
    }

    @Test
    void isEmptyAtTheEnd() {
        var queue = new EventQueue();
        assertThat(queue.tick()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(queue::poll).isInstanceOf(IllegalStateException.class);
    }
}
