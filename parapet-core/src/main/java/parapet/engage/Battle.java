package parapet.engage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.random.Streams;
import parapet.sim.Audit;

/// A raid fought out: next-event simulation of all nights, in ticks of a microsecond.
///
/// A fire unit that works decides to fire at a threat as soon as all of these hold: some sensor
/// that serves it has a track; a decision now leads to a permitted intercept; a channel is free; a
/// launcher has a round; and its doctrine has a look left for this threat. When fire is coordinated
/// it leaves a threat that others are engaging to them, if that costs no chance of a kill: if the
/// rounds in flight are about as good as what it would fire now (two thirds), and they and, should
/// they miss, its own looks after them kill at least as likely as its own looks from now on (see
/// `Coordination`). So two equal units share the work, and a weak battery with a long flight of its
/// rounds does not hold the target of a better one. Of several such threats the doctrine names the
/// first; of several magazines the first listed whose window is open and that has a round. If it
/// has fewer rounds than the doctrine wants, it fires what it has. The channel is busy from the
/// decision to the look after the intercept.
///
/// A share of a class may fail by itself before anyone sees it, and a share of those that would get
/// through may be jammed at the end of the lane: notional factors of the class. Decoys fly, look
/// and are fought as their class.
///
/// Not modelled: rounds that fail to launch, false tracks, jamming of radars, fire at sensors or
/// batteries, fire control that needs the track during the flight, kills seen wrongly.
///
/// A replication is a pure function of its arguments. Kills are keyed by threat, night, fire unit
/// and number of the shot, so two force states share the fate of every shot that both fire.
public final class Battle {
    private Battle() {}

    /// Fights a raid with the usual checks.
    public static RaidOutcome fight(
            Battlefield field, Picture picture, ForceState state, Streams streams, boolean logs) {
        return fight(field, picture, state, streams, logs, Audit.NORMAL);
    }

    /// Fights a raid and writes down what happens.
    ///
    /// @param events gets every event, night by night, in order of time
    public static RaidOutcome fight(
            Battlefield field,
            Picture picture,
            ForceState state,
            Streams streams,
            Audit audit,
            Consumer<? super BattleEvent> events) {
        return fight(
                field, picture, state, streams, true, audit, new Chronicle(field.input, events));
    }

    /// Fights a raid.
    ///
    /// @param field what chance and readiness do not change
    /// @param picture what chance decides about detection; made from the same field
    /// @param state who is ready with what
    /// @param streams chance of the replication
    /// @param logs whether to tell the story of every threat of the first night
    /// @param audit how strictly rounds, threats, channels and times are checked
    public static RaidOutcome fight(
            Battlefield field,
            Picture picture,
            ForceState state,
            Streams streams,
            boolean logs,
            Audit audit) {
        return fight(field, picture, state, streams, logs, audit, null);
    }

    private static RaidOutcome fight(
            Battlefield field,
            Picture picture,
            ForceState state,
            Streams streams,
            boolean logs,
            Audit audit,
            @Nullable Chronicle chronicle) {
        if (picture.field() != field) {
            throw new IllegalArgumentException("The picture belongs to another battlefield.");
        }
        BattleInput input = field.input;
        int[][] stock = stock(input, state);
        var depot = new Depot(input, stock);
        int[] brought = total(stock, depot);
        var night = new Night(field, working(input, state), streams, audit, chronicle);
        int nights = input.raid().nights();
        var threats = new int[nights][];
        var killed = new int[nights][];
        var jammed = new int[nights][];
        var failed = new int[nights][];
        var turned = new int[nights][];
        var unreleased = new int[nights][];
        var leaked = new int[nights][];
        var leakedAt = new int[nights][][];
        var decoysLeaked = new int[nights][];
        var fired = new int[nights][];
        var left = new int[nights][input.interceptors().size()];
        var supplied = new int[nights][];
        var behind = new int[nights][];
        var reasons = new int[nights][][];
        var leakedByHour = new int[0][];
        var firedByHour = new int[0][];
        List<RaidOutcome.ThreatLog> stories = new ArrayList<>();
        for (int n = 0; n < nights; n++) {
            supplied[n] = depot.arrive(n, stock);
            var tally = new NightTally(field, stock, logs && n == 0);
            night.fight(n, picture, stock, tally);
            if (audit != Audit.OFF) {
                tally.close();
            }
            threats[n] = tally.threats;
            killed[n] = tally.killed;
            jammed[n] = tally.jammed;
            failed[n] = tally.failed;
            turned[n] = tally.turned;
            unreleased[n] = tally.unreleased;
            leaked[n] = tally.leaked;
            leakedAt[n] = tally.leakedAt;
            decoysLeaked[n] = tally.decoysLeaked;
            fired[n] = tally.fired;
            reasons[n] = tally.reasons;
            for (int o = 0; o < stock.length; o++) {
                for (int i = 0; i < left[n].length; i++) {
                    stock[o][i] -= night.firedByOwner[o][i];
                    left[n][i] += stock[o][i];
                }
            }
            depot.send(n, stock);
            behind[n] = depot.behind();
            if (audit != Audit.OFF) {
                conserved(input, brought, fired, n, total(stock, depot));
            }
            if (n == 0) {
                leakedByHour = tally.leakedByHour;
                firedByHour = tally.firedByHour;
                stories = tally.logs();
            }
        }
        return new RaidOutcome(
                threats,
                killed,
                jammed,
                failed,
                turned,
                unreleased,
                leaked,
                leakedAt,
                decoysLeaked,
                fired,
                left,
                supplied,
                behind,
                reasons,
                leakedByHour,
                firedByHour,
                stories);
    }

    /// Rounds of all owners and behind them, by interceptor.
    private static int[] total(int[][] stock, Depot depot) {
        int[] total = depot.behind();
        for (int[] row : stock) {
            for (int i = 0; i < total.length; i++) {
                total[i] += row[i];
            }
        }
        return total;
    }

    private static void conserved(
            BattleInput input, int[] brought, int[][] fired, int night, int[] there) {
        for (int i = 0; i < there.length; i++) {
            int used = 0;
            for (int n = 0; n <= night; n++) {
                used += fired[n][i];
            }
            if (used + there[i] != brought[i]) {
                throw new IllegalStateException(
                        "The rounds (%s) fired (%d) and left, held or on the way (%d) must make those brought and held at first (%d)."
                                .formatted(
                                        input.interceptors().get(i).id(),
                                        used,
                                        there[i],
                                        brought[i]));
            }
        }
    }

    private static int[][] stock(BattleInput input, ForceState state) {
        int owners = input.owners().size();
        if (state.working().length != owners || state.rounds().length != owners) {
            throw new IllegalArgumentException(
                    "The force state has (%d) owners and rounds of (%d); the battle has (%d) owners."
                            .formatted(state.working().length, state.rounds().length, owners));
        }
        var stock = new int[owners][];
        for (int o = 0; o < owners; o++) {
            stock[o] = state.rounds()[o].clone();
            if (stock[o].length != input.interceptors().size()) {
                throw new IllegalArgumentException(
                        "The force state has rounds of (%d) kinds for owner (%s); the battle has (%d) interceptors."
                                .formatted(
                                        stock[o].length,
                                        input.owners().get(o),
                                        input.interceptors().size()));
            }
        }
        return stock;
    }

    /// The first so many fire units of each owner.
    private static boolean[] working(BattleInput input, ForceState state) {
        var working = new boolean[input.fireUnits().size()];
        int[] still = state.working().clone();
        for (int u = 0; u < working.length; u++) {
            working[u] = still[input.fireUnits().get(u).owner()]-- > 0;
        }
        return working;
    }
}
