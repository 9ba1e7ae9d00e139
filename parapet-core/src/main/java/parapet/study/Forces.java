package parapet.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import parapet.engage.ForceState;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.SkyCase;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.UnitState;

/// Who is ready with what at one instant of a history: the hand-over from sustainment to battle.
///
/// The lumping is declared: a unit is full, degraded or out; its rounds are counted, missile by
/// missile, in eighths of a full load. What is left out by it is measured by fighting a tenth of
/// the draws again with exact rounds.
final class Forces {
    /// Parts of a full load that are told apart.
    static final int BANDS = 8;

    private final SkyCase sky;
    private final int[] working;
    private final int[][] exact;
    private final int[][] banded;

    private Forces(SkyCase sky) {
        this.sky = sky;
        int owners = sky.owners().size();
        working = new int[owners];
        exact = new int[owners][];
        banded = new int[owners][];
    }

    /// The force at a tick.
    ///
    /// @param streams chance of the replication: which batteries of a group are ready
    static Forces at(Case c, SkyCase sky, ReadinessHistory history, long tick, Streams streams) {
        var forces = new Forces(sky);
        UnitState[] states = states(c, history, tick);
        for (int o = 0; o < sky.owners().size(); o++) {
            SkyCase.Owner owner = sky.owners().get(o);
            if (owner.group()) {
                forces.working[o] = owner.fromTick() <= tick ? ready(owner, tick, streams) : 0;
                forces.exact[o] = owner.load();
                forces.banded[o] = owner.load();
            } else {
                if (owner.unit() >= 0) {
                    forces.working[o] =
                            switch (states[owner.unit()]) {
                                case FULL -> owner.full();
                                case DEGRADED -> owner.degraded();
                                case NOT_DELIVERED, DEPLOYING, DOWN, AWAY -> 0;
                            };
                }
                forces.count(o, owner, history, tick);
            }
        }
        return forces;
    }

    private static UnitState[] states(Case c, ReadinessHistory history, long tick) {
        var states = new UnitState[c.sustain().units().size()];
        Arrays.fill(states, UnitState.NOT_DELIVERED);
        for (int i = 0; i < history.size(); i++) {
            if (history.from(i) <= tick && tick < history.to(i)) {
                states[history.unit(i)] = history.state(i);
            }
        }
        return states;
    }

    private static int ready(SkyCase.Owner owner, long tick, Streams streams) {
        var random = streams.at("study.group", Streams.entity(owner.id()) ^ tick);
        int ready = 0;
        for (int i = 0; i < owner.full(); i++) {
            ready += Streams.open(random) < owner.ready() ? 1 : 0;
        }
        return ready;
    }

    /// Counts the rounds of a unit, missile by missile.
    private void count(int o, SkyCase.Owner owner, ReadinessHistory history, long tick) {
        exact[o] = new int[sky.rounds().size()];
        banded[o] = new int[sky.rounds().size()];
        for (SkyCase.Load load : owner.loads()) {
            int kind = history.missileKinds().indexOf(load.missile());
            int stock =
                    owner.unit() < 0 || kind < 0 ? 0 : history.missiles(owner.unit(), kind, tick);
            if (stock <= 0) {
                continue;
            }
            int full = Arrays.stream(load.rounds()).sum();
            long band = full == 0 ? 0 : Math.round((double) stock / full * BANDS);
            add(exact[o], load.of(stock));
            add(banded[o], load.of(full == 0 ? stock : (double) full * band / BANDS));
        }
    }

    private static void add(int[] sum, int[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    /// The posts at which a battery works.
    BitSet readyPosts(SkyCase.Coverage coverage) {
        var ready = new BitSet();
        for (int p = 0; p < coverage.posts().size(); p++) {
            SkyCase.Post post = coverage.posts().get(p);
            ready.set(p, working[post.owner()] > post.battery());
        }
        return ready;
    }

    /// The lumped state as far as a raid is touched by it: owners that cannot touch it are taken as
    /// ready when they exist.
    ///
    /// @param touches whether each owner that takes part can see or engage a target of the raid
    ForceState lumped(SkyCase.RaidCase raid, boolean[] touches) {
        return state(raid, touches, banded);
    }

    /// The state with exact rounds.
    ForceState exact(SkyCase.RaidCase raid, boolean[] touches) {
        return state(raid, touches, exact);
    }

    private ForceState state(SkyCase.RaidCase raid, boolean[] touches, int[][] rounds) {
        int n = raid.owners().size();
        var fights = new int[n];
        var has = new int[n][];
        for (int i = 0; i < n; i++) {
            int o = raid.owners().get(i);
            SkyCase.Owner owner = sky.owners().get(o);
            boolean exists = owner.group() || owner.unit() >= 0;
            fights[i] = touches[i] ? working[o] : exists ? owner.full() : 0;
            has[i] = touches[i] && working[o] > 0 ? rounds[o] : new int[owner.load().length];
        }
        return new ForceState(fights, has);
    }

    /// The state in which all that take part are ready and fully loaded.
    static ForceState alone(SkyCase sky, SkyCase.RaidCase raid) {
        return ready(sky, raid, _ -> true);
    }

    /// The state in which some of those that take part are ready and fully loaded, and no others.
    ///
    /// @param which says of a key whether it is ready
    static ForceState ready(SkyCase sky, SkyCase.RaidCase raid, Predicate<String> which) {
        int n = raid.owners().size();
        var fights = new int[n];
        var has = new int[n][];
        for (int i = 0; i < n; i++) {
            SkyCase.Owner owner = sky.owners().get(raid.owners().get(i));
            boolean is = which.test(owner.id());
            fights[i] = is ? owner.full() : 0;
            has[i] = is ? owner.load() : new int[owner.load().length];
        }
        return new ForceState(fights, has);
    }

    /// A state in words: batteries that fight and rounds of each owner that can touch the raid.
    static String words(SkyCase sky, SkyCase.RaidCase raid, ForceState state, boolean[] touches) {
        var words = new ArrayList<String>();
        for (int i = 0; i < touches.length; i++) {
            if (touches[i] && state.working()[i] > 0) {
                SkyCase.Owner owner = sky.owners().get(raid.owners().get(i));
                words.add(
                        "%s: %d of %d batteries, %d rounds"
                                .formatted(
                                        owner.id(),
                                        state.working()[i],
                                        owner.full(),
                                        Arrays.stream(state.rounds()[i]).sum()));
            }
        }
        return words.isEmpty() ? "nobody" : String.join("; ", words);
    }
}
