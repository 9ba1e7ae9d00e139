package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import parapet.random.Streams;
import parapet.sim.Audit;

/// A night told again from its record alone.
final class ReplayTest {
    private static final int RAIDS = 300;

    /// Of these, with a raid of carriers and a supplied one beside.
    private static final int HANDMADE = 40;

    /// A battle and its record.
    private record Recorded(
            String name, BattleInput input, RaidOutcome outcome, List<BattleEvent> events) {}

    private static Recorded fight(long seed) {
        BattleInput in = Skies.random(seed);
        var kind = new TargetClass(in.classes().getFirst().id(), 0.05, 1, 0.2, 0.1);
        in = Skies.defending(in, kind);
        return fight("random", in, 4 + (int) (seed % 40), seed);
    }

    private static Recorded fight(String name, BattleInput in, int rounds, long seed) {
        var field = Battlefield.of(in);
        var streams = new Streams(seed, 0, 0);
        var picture = Picture.of(field, streams);
        ForceState state = Skies.all(in, rounds);
        var events = new ArrayList<BattleEvent>();
        RaidOutcome o = Battle.fight(field, picture, state, streams, Audit.FULL, events::add);
        RaidOutcome silent = Battle.fight(field, picture, state, streams, true, Audit.FULL);
        assertThat(Skies.digest(o)).as("%s %d", name, seed).isEqualTo(Skies.digest(silent));
        assertThat(o.logs()).isEqualTo(silent.logs());
        return new Recorded(name + " " + seed, in, o, events);
    }

    /// Endings by class, what came, rounds supplied, fired and left, channels and tracks follow
    /// from the record, night by night: of random raids, of carriers of which some live to release
    /// their weapons and some do not, and of nights between which rounds come from behind.
    @Test
    void theRecordAloneGivesTheOutcome() {
        var kinds = new HashSet<Class<?>>();
        int turned = 0;
        int unreleased = 0;
        int supplied = 0;
        for (long seed = 1; seed <= RAIDS; seed++) {
            var all = new ArrayList<>(List.of(fight(seed)));
            if (seed <= HANDMADE) {
                all.add(fight("carriers", ReleaseTest.raid(0.4, 0.4, 90e3, 4, 3, 2), 1_000, seed));
                Supply supply = new Supply(0, 8, 5, 1 + (int) (seed % 2));
                all.add(fight("supplied", SupplyTest.night(0.6, 6, 4, supply), 12, seed));
            }
            for (Recorded r : all) {
                agree(r);
                r.events.forEach(e -> kinds.add(e.getClass()));
                turned += r.outcome.turned()[0][0];
                unreleased += r.outcome.unreleased()[0][1];
                for (int[] night : r.outcome.supplied()) {
                    supplied += Skies.sum(night);
                }
            }
        }
        assertThat(kinds)
                .as("every kind of event occurs")
                .containsExactlyInAnyOrder(BattleEvent.class.getPermittedSubclasses());
        assertThat(List.of(turned, unreleased, supplied))
                .as("turned away, never released, supplied")
                .allMatch(n -> n > HANDMADE);
    }

    private static void agree(Recorded r) {
        var replay = new Replay();
        int at = 0;
        for (int n = 0; n < r.outcome.threats().length; n++) {
            int[] before = left(r, replay);
            var stock = new HashMap<String, Integer>();
            var fired = new HashMap<String, Integer>();
            var started = new HashMap<String, Integer>();
            for (; at < r.events.size() && r.events.get(at).night() == n + 1; at++) {
                BattleEvent event = r.events.get(at);
                replay.apply(event);
                if (event instanceof BattleEvent.Stock of) {
                    stock.merge(of.round(), of.rounds(), Integer::sum);
                } else if (event instanceof BattleEvent.Launch launch) {
                    fired.merge(launch.round(), launch.rounds(), Integer::sum);
                } else if (event instanceof BattleEvent.Start start) {
                    started.merge(start.target(), 1, Integer::sum);
                }
            }
            assertThat(replay.night()).isEqualTo(n + 1);
            threats(r, n, replay, started);
            rounds(r, n, replay, fired);
            for (int i = 0; n > 0 && i < before.length; i++) {
                assertThat(stock.getOrDefault(r.input.interceptors().get(i).id(), 0) - before[i])
                        .as("%s night %d supplied", r.name, n)
                        .isEqualTo(r.outcome.supplied()[n][i]);
            }
        }
        assertThat(at).isEqualTo(r.events.size());
    }

    private static int[] left(Recorded r, Replay replay) {
        return r.input.interceptors().stream().mapToInt(i -> replay.left(i.id())).toArray();
    }

    private static void threats(Recorded r, int n, Replay replay, Map<String, Integer> started) {
        RaidOutcome o = r.outcome;
        for (int c = 0; c < r.input.classes().size(); c++) {
            String target = r.input.classes().get(c).id();
            assertThat(
                            List.of(
                                    started.getOrDefault(target, 0),
                                    replay.ended(target, Ending.KILLED),
                                    replay.ended(target, Ending.JAMMED),
                                    replay.ended(target, Ending.FAILED),
                                    replay.ended(target, Ending.TURNED_AWAY),
                                    replay.ended(target, Ending.LEAKED)))
                    .as("%s night %d %s", r.name, n, target)
                    .containsExactly(
                            o.threats()[n][c],
                            o.killed()[n][c],
                            o.jammed()[n][c],
                            o.failed()[n][c],
                            o.turned()[n][c],
                            o.leaked()[n][c]);
        }
        for (RaidOutcome.ThreatLog log : n == 0 ? o.logs() : List.<RaidOutcome.ThreatLog>of()) {
            // What is never released is not in the record at all.
            assertThat(replay.endings().getOrDefault(log.threat() + 1, Ending.NOT_RELEASED))
                    .as("%s threat %d", r.name, log.threat())
                    .isEqualTo(log.ending());
        }
    }

    private static void rounds(Recorded r, int n, Replay replay, Map<String, Integer> fired) {
        for (int i = 0; i < r.input.interceptors().size(); i++) {
            String round = r.input.interceptors().get(i).id();
            assertThat(replay.left(round)).as("%s left", r.name).isEqualTo(r.outcome.left()[n][i]);
            assertThat(fired.getOrDefault(round, 0)).isEqualTo(r.outcome.fired()[n][i]);
        }
        for (Sensor s : r.input.sensors()) {
            assertThat(replay.tracks(s.id())).as("tracks end with their threats").isEmpty();
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
