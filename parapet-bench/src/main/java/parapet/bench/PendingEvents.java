package parapet.bench;

import java.util.PriorityQueue;
import nl.tudelft.simulation.dsol.eventlists.EventListInterface;
import nl.tudelft.simulation.dsol.eventlists.RedBlackTree;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.LambdaSimEvent;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import parapet.sim.EventQueue;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.SplayTree;

/// A set of pending events under the hold model [Jones 1986]: the next event is taken and comes
/// again some time later, so that the number pending stays.
sealed interface PendingEvents {
    /// One more event.
    void add(long tick);

    /// Takes the next event and adds it again `delay` later.
    ///
    /// @return when it was
    long hold(long delay);

    /// The queue of Parapet.
    final class Parapet implements PendingEvents {
        private final EventQueue queue = new EventQueue();

        @Override
        public void add(long tick) {
            queue.add(tick, 1);
        }

        @Override
        public long hold(long delay) {
            long tick = queue.tick();
            queue.add(tick + delay, queue.poll());
            return tick;
        }
    }

    /// The queue of the JDK, each event an object that is used again.
    final class Jdk implements PendingEvents {
        private static final class Entry implements Comparable<Entry> {
            private long tick;

            @Override
            public int compareTo(Entry other) {
                return Long.compare(tick, other.tick);
            }
        }

        private final PriorityQueue<Entry> queue = new PriorityQueue<>();

        @Override
        public void add(long tick) {
            var event = new Entry();
            event.tick = tick;
            queue.add(event);
        }

        @Override
        public long hold(long delay) {
            Entry event = queue.remove();
            long tick = event.tick;
            event.tick = tick + delay;
            queue.add(event);
            return tick;
        }
    }

    /// The default list of SSJ, each event an object that is used again.
    final class Ssj implements PendingEvents {
        private static final class Nothing extends Event {
            void at(double tick) {
                eventTime = tick;
            }

            @Override
            public void actions() {}
        }

        private final EventList list = new SplayTree();

        @Override
        public void add(long tick) {
            var event = new Nothing();
            event.at((double) tick);
            list.add(event);
        }

        @Override
        public long hold(long delay) {
            var event = (Nothing) list.removeFirst();
            double tick = event.time();
            event.at(tick + delay);
            list.add(event);
            return (long) tick;
        }
    }

    /// The default list of DSOL; its events cannot be used again.
    final class Dsol implements PendingEvents {
        private final EventListInterface<Double> list = new RedBlackTree<>();

        @Override
        public void add(long tick) {
            list.add(new LambdaSimEvent<>((double) tick, () -> {}));
        }

        @Override
        public long hold(long delay) {
            SimEventInterface<Double> event = list.removeFirst();
            double tick = event.getAbsoluteExecutionTime();
            list.add(new LambdaSimEvent<>(tick + delay, () -> {}));
            return (long) tick;
        }
    }
}
