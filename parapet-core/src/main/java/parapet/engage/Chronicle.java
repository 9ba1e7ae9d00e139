package parapet.engage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import parapet.quantity.Calendar;

/// Writes down what happens in a battle, night by night, in order of time; events of one tick in
/// the order in which they were handled. For one thread.
final class Chronicle {
    private final BattleInput input;
    private final Consumer<? super BattleEvent> to;
    private final List<BattleEvent> events = new ArrayList<>();
    private int night; // from 1, as threats in events are

    Chronicle(BattleInput input, Consumer<? super BattleEvent> to) {
        this.input = input;
        this.to = to;
    }

    /// A night begins.
    ///
    /// @param stock rounds by owner and interceptor
    void begins(int number, int[][] stock, boolean[] working) {
        night = number + 1;
        for (int o = 0; o < stock.length; o++) {
            for (int i = 0; i < stock[o].length; i++) {
                if (stock[o][i] > 0) {
                    events.add(
                            new BattleEvent.Stock(
                                    night, 0, input.owners().get(o), round(i), stock[o][i]));
                }
            }
        }
        for (int u = 0; u < working.length; u++) {
            if (working[u]) {
                FireUnit unit = input.fireUnits().get(u);
                events.add(
                        new BattleEvent.Works(
                                night,
                                0,
                                unit.id(),
                                input.owners().get(unit.owner()),
                                unit.channels()));
            }
        }
        for (int j = 0; j < input.raid().threats().size(); j++) {
            if (!input.raid().threats().get(j).carried()) {
                starts(j);
            }
        }
    }

    /// A threat comes: at the begin of its lane, or released.
    void starts(int threat) {
        Threat one = input.raid().threats().get(threat);
        events.add(
                new BattleEvent.Start(
                        night,
                        sec(Calendar.ticks(one.startSec())),
                        threat + 1,
                        input.classes().get(one.targetClass()).id(),
                        input.raid().lanes().get(one.lane()).id(),
                        one.decoy()));
    }

    void track(long tick, int sensor, int threat) {
        events.add(new BattleEvent.Track(night, sec(tick), sensor(sensor), threat + 1));
    }

    void refused(long tick, int sensor, int threat) {
        events.add(new BattleEvent.TrackRefused(night, sec(tick), sensor(sensor), threat + 1));
    }

    void lost(long tick, int sensor, int threat) {
        events.add(new BattleEvent.TrackLost(night, sec(tick), sensor(sensor), threat + 1));
    }

    void decides(long tick, int unit, int threat, int look, int interceptor, int rounds) {
        FireUnit of = input.fireUnits().get(unit);
        String round = round(interceptor);
        events.add(
                new BattleEvent.Decision(
                        night, sec(tick), of.id(), threat + 1, look, round, rounds));
        long leaves = tick + Calendar.ticks(of.reactionSec());
        events.add(new BattleEvent.Launch(night, sec(leaves), of.id(), threat + 1, round, rounds));
    }

    void reloading(long tick, int unit, int interceptor, int rounds) {
        events.add(
                new BattleEvent.Reloading(
                        night, sec(tick), unit(unit), round(interceptor), rounds));
    }

    void reloaded(long tick, int unit, int interceptor, int rounds) {
        events.add(
                new BattleEvent.Reloaded(night, sec(tick), unit(unit), round(interceptor), rounds));
    }

    void meets(long tick, int unit, int threat, int interceptor, int rounds, boolean hit) {
        events.add(
                new BattleEvent.Intercept(
                        night, sec(tick), unit(unit), threat + 1, round(interceptor), rounds, hit));
    }

    void free(long tick, int unit, int threat) {
        events.add(new BattleEvent.ChannelFree(night, sec(tick), unit(unit), threat + 1));
    }

    /// A threat has ended. One that was never released has not started either, and is left out.
    ///
    /// @param killer the fire unit that killed it, or -1
    /// @param furthest the furthest link at which the chain of any fire unit broke
    void ended(long tick, int threat, Ending ending, int killer, Reason furthest) {
        int number = threat + 1;
        switch (ending) {
            case KILLED ->
                    events.add(new BattleEvent.Killed(night, sec(tick), number, unit(killer)));
            case JAMMED -> events.add(new BattleEvent.Jammed(night, sec(tick), number));
            case FAILED -> events.add(new BattleEvent.Failed(night, sec(tick), number));
            case TURNED_AWAY -> events.add(new BattleEvent.TurnedAway(night, sec(tick), number));
            case NOT_RELEASED -> {}
            case LEAKED ->
                    events.add(new BattleEvent.Leaked(night, sec(tick), number, furthest.key()));
        }
    }

    /// The night is over: what happened is handed on.
    void ends() {
        events.sort(Comparator.comparingDouble(BattleEvent::sec)); // stable
        events.forEach(to);
        events.clear();
    }

    private static double sec(long tick) {
        return Calendar.seconds(tick);
    }

    private String unit(int unit) {
        return input.fireUnits().get(unit).id();
    }

    private String sensor(int sensor) {
        return input.sensors().get(sensor).id();
    }

    private String round(int interceptor) {
        return input.interceptors().get(interceptor).id();
    }
}
