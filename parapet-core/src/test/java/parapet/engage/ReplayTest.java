package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import parapet.random.Streams;
import parapet.sim.Audit;

/// A night told again from its record alone.
final class ReplayTest {
    private static final int RAIDS = 300;

    /// A battle and its record.
    private record Recorded(BattleInput input, RaidOutcome outcome, List<BattleEvent> events) {}

    private static Recorded fight(long seed) {
        BattleInput in = Skies.random(seed);
        var kind = new TargetClass(in.classes().getFirst().id(), 0.05, 1, 0.2, 0.1);
        in = Skies.defending(in, kind);
        var field = Battlefield.of(in);
        var streams = new Streams(seed, 0, 0);
        var picture = Picture.of(field, streams);
        ForceState state = Skies.all(in, 4 + (int) (seed % 40));
        var events = new ArrayList<BattleEvent>();
        RaidOutcome o = Battle.fight(field, picture, state, streams, Audit.FULL, events::add);
        RaidOutcome silent = Battle.fight(field, picture, state, streams, true, Audit.FULL);
        assertThat(Skies.digest(o)).as("seed %d", seed).isEqualTo(Skies.digest(silent));
        assertThat(o.logs()).isEqualTo(silent.logs());
        return new Recorded(in, o, events);
    }

    /// Endings by class, rounds left, channels and tracks follow from the record, night by night.
    @Test
    void theRecordAloneGivesTheOutcome() {
        var kinds = new TreeSet<String>();
        for (long seed = 1; seed <= RAIDS; seed++) {
            Recorded r = fight(seed);
            var replay = new Replay();
            int at = 0;
            for (int n = 0; n < r.outcome.threats().length; n++) {
                var fired = new HashMap<String, Integer>();
                for (; at < r.events.size() && r.events.get(at).night() == n + 1; at++) {
                    BattleEvent event = r.events.get(at);
                    replay.apply(event);
                    kinds.add(event.getClass().getSimpleName());
                    if (event instanceof BattleEvent.Launch launch) {
                        fired.merge(launch.round(), launch.rounds(), Integer::sum);
                    }
                }
                assertThat(replay.night()).isEqualTo(n + 1);
                agree(seed, r, n, replay, fired);
            }
            assertThat(at).isEqualTo(r.events.size());
        }
        assertThat(kinds).as("every kind of event occurs").hasSize(16);
    }

    private static void agree(
            long seed, Recorded r, int n, Replay replay, Map<String, Integer> fired) {
        RaidOutcome o = r.outcome;
        for (int c = 0; c < r.input.classes().size(); c++) {
            String target = r.input.classes().get(c).id();
            assertThat(
                            List.of(
                                    replay.ended(target, Ending.KILLED),
                                    replay.ended(target, Ending.JAMMED),
                                    replay.ended(target, Ending.FAILED),
                                    replay.ended(target, Ending.LEAKED)))
                    .as("seed %d night %d %s", seed, n, target)
                    .containsExactly(
                            o.killed()[n][c], o.jammed()[n][c], o.failed()[n][c], o.leaked()[n][c]);
        }
        for (int i = 0; i < r.input.interceptors().size(); i++) {
            String round = r.input.interceptors().get(i).id();
            assertThat(replay.left(round)).as("seed %d left", seed).isEqualTo(o.left()[n][i]);
            assertThat(fired.getOrDefault(round, 0)).isEqualTo(o.fired()[n][i]);
        }
        for (Sensor s : r.input.sensors()) {
            assertThat(replay.tracks(s.id())).as("tracks end with their threats").isEmpty();
        }
        if (n == 0) {
            o.logs()
                    .forEach(log ->
                            assertThat(replay.endings().get(log.threat() + 1))
                                    .isEqualTo(log.ending()));
        }
    }

    /// One threat at 10 s, one unit with one channel and two looks of one round that misses: the
    /// record by hand. The unit fires at the first track; the round needs about 0.1 ms, the reload
    /// 3 s, the look 4 s, and the lane ends after 400 s.
    @Test
    void aRecordByHand() {
        BattleInput in =
                Skies.radial(
                        List.of(Skies.round("r", 0, 1e6, 1e-12, 0)),
                        List.of(
                                Skies.unit(
                                        "u",
                                        0,
                                        1,
                                        Timing.fixed(4),
                                        new Magazine(0, 1, 1, 3),
                                        1,
                                        1)),
                        true,
                        List.of(new Threat(0, 0, 10)));
        var field = Battlefield.of(in);
        var streams = new Streams(1, 0, 0);
        var events = new ArrayList<BattleEvent>();
        Battle.fight(
                field,
                Picture.of(field, streams),
                Skies.all(in, 5),
                streams,
                Audit.FULL,
                events::add);
        double t = events.get(3).sec();
        double m = events.get(7).sec();
        double free = m + 4;
        double m2 = events.get(13).sec();
        assertThat(t).isBetween(10.0, 11.0);
        assertThat(m - t).isBetween(0.0, 2e-4);
        assertThat(m2 - free).isBetween(0.0, 2e-4);
        assertThat(events)
                .usingRecursiveFieldByFieldElementComparator(
                        RecursiveComparisonConfiguration.builder()
                                .withComparatorForType(
                                        (x, y) -> Math.abs(x - y) < 1e-6 ? 0 : Double.compare(x, y),
                                        Double.class)
                                .build())
                .containsExactly(
                        new BattleEvent.Stock(1, 0, "o0", "r", 5),
                        new BattleEvent.Works(1, 0, "u", "o0", 1),
                        new BattleEvent.Start(1, 10, 1, "a", "l", false),
                        new BattleEvent.Track(1, t, "s0", 1),
                        new BattleEvent.Decision(1, t, "u", 1, 1, "r", 1),
                        new BattleEvent.Launch(1, t, "u", 1, "r", 1),
                        new BattleEvent.Reloading(1, t, "u", "r", 1),
                        new BattleEvent.Intercept(1, m, "u", 1, "r", 1, false),
                        new BattleEvent.Reloaded(1, t + 3, "u", "r", 1),
                        new BattleEvent.ChannelFree(1, free, "u", 1),
                        new BattleEvent.Decision(1, free, "u", 1, 2, "r", 1),
                        new BattleEvent.Launch(1, free, "u", 1, "r", 1),
                        new BattleEvent.Reloading(1, free, "u", "r", 1),
                        new BattleEvent.Intercept(1, m2, "u", 1, "r", 1, false),
                        new BattleEvent.Reloaded(1, free + 3, "u", "r", 1),
                        new BattleEvent.ChannelFree(1, m2 + 4, "u", 1),
                        new BattleEvent.Leaked(1, 410, 1, "missed"));
    }

    @Test
    void aRecordThatContradictsItselfIsRefused() {
        var works = new BattleEvent.Works(1, 0, "u", "o", 1);
        var start = new BattleEvent.Start(1, 1, 1, "a", "l", false);
        var fire = new BattleEvent.Decision(1, 2, "u", 1, 1, "r", 1);
        refused("not so many rounds", works, start, fire);
        refused("channels", new BattleEvent.Stock(1, 0, "o", "r", 5), works, start, fire, fire);
        refused("No channel", works, new BattleEvent.ChannelFree(1, 3, "u", 1));
        refused("has not started", works, new BattleEvent.Killed(1, 3, 1, "u"));
        refused(
                "ends once",
                start,
                new BattleEvent.Jammed(1, 3, 1),
                new BattleEvent.Leaked(1, 3, 1, "missed"));
        refused("starts once", start, start);
        refused("run back", start, works);
        refused("Nights", new BattleEvent.Works(2, 0, "u", "o", 1));
        refused("is there", start, track(2), track(3));
        refused("no track", start, new BattleEvent.TrackLost(1, 2, "s", 1));
        refused(
                "that were left",
                new BattleEvent.Stock(1, 0, "o", "r", 5),
                new BattleEvent.Stock(2, 0, "o", "r", 4));
    }

    private static BattleEvent track(double sec) {
        return new BattleEvent.Track(1, sec, "s", 1);
    }

    private static void refused(String why, BattleEvent... events) {
        var replay = new Replay();
        assertThatThrownBy(() -> List.of(events).forEach(replay::apply))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
