package parapet.engage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Calendar;
import parapet.random.Streams;

/// Everything about a raid that depends neither on who is ready nor on chance: when each fire unit
/// could decide to fire at each threat, when each sensor has it in view, and the order of all that.
///
/// Geometry is worked out once for each class on each lane, a threat being an offset in time. All
/// instants are crossings of piecewise linear ways, exact to rounding; nothing is sampled. Made
/// once for a raid and drawn inputs, then shared by all force states and replications. Immutable;
/// safe for any thread.
public final class Battlefield {
    static final int OPEN = 0;
    static final int CLOSE = 1;
    static final int END = 2;

    final BattleInput input;
    final int threats;
    final int units;

    /// Index of the class and lane of each threat among those that occur.
    final int[] pairOf;

    /// `shots[unit][pair]`
    final Shots[][] shots;

    /// `seen[sensor][pair]`
    final Seen[][] seen;

    final double[] startSec;
    final long[] endTick;

    /// Random bits of each threat, from what it is and not from its place in the list.
    final long[] threatKey;

    /// What each threat carries, by its index.
    final int[][] carries;

    /// Threats by the end of their lanes.
    final int[] urgentFirst;

    /// Openings and closings of windows and ends of lanes in order: ticks, and kind, magazine, fire
    /// unit and threat.
    final long[] stepTick;

    final long[] step;

    private final int[][] pair;

    Battlefield(BattleInput input, Geometry geometry) {
        this.input = input;
        Raid raid = input.raid();
        threats = raid.threats().size();
        units = input.fireUnits().size();
        pair = new int[input.classes().size()][raid.lanes().size()];
        for (int[] row : pair) {
            Arrays.fill(row, -1);
        }
        pairOf = new int[threats];
        startSec = new double[threats];
        var pairs = new ArrayList<Threat>();
        for (int j = 0; j < threats; j++) {
            Threat one = raid.threats().get(j);
            if (pair[one.targetClass()][one.lane()] < 0) {
                pair[one.targetClass()][one.lane()] = pairs.size();
                pairs.add(one);
            }
            pairOf[j] = pair[one.targetClass()][one.lane()];
            startSec[j] = one.startSec();
        }
        shots = new Shots[units][pairs.size()];
        seen = new Seen[input.sensors().size()][pairs.size()];
        for (int p = 0; p < pairs.size(); p++) {
            Geometry.Way way = geometry.way(pairs.get(p).targetClass(), pairs.get(p).lane());
            for (int u = 0; u < units; u++) {
                shots[u][p] = way.shots(u);
            }
            for (int s = 0; s < seen.length; s++) {
                seen[s][p] = way.seen(s);
            }
        }
        endTick = new long[threats];
        for (int j = 0; j < threats; j++) {
            Threat one = raid.threats().get(j);
            double duration = raid.flights()[one.targetClass()][one.lane()].durationSec();
            endTick[j] = Calendar.ticks(startSec[j] + duration);
        }
        threatKey = threatKeys(input);
        carries = carries(raid.threats());
        urgentFirst = inOrder(endTick);
        Steps steps = Steps.of(this);
        stepTick = steps.tick();
        step = steps.what();
    }

    /// The battlefield of a raid against a defence.
    public static Battlefield of(BattleInput input) {
        return new Battlefield(input, new Geometry(input));
    }

    /// What it was made from.
    public BattleInput input() {
        return input;
    }

    /// Whether an owner could see or engage any threat of the raid if all of it worked. One that
    /// could not changes no outcome.
    public boolean touches(int owner) {
        for (int u = 0; u < units; u++) {
            if (input.fireUnits().get(u).owner() == owner) {
                for (Shots shot : shots[u]) {
                    if (shot.fails == null) {
                        return true;
                    }
                }
            }
        }
        for (int s = 0; s < seen.length; s++) {
            if (input.sensors().get(s).owner() == owner) {
                for (Seen one : seen[s]) {
                    if (one.inView.toArray().length > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Why a working fire unit could never engage a class on a lane: OUT_OF_REACH, OUT_OF_SECTOR,
    /// BEHIND_HORIZON, BEHIND_TERRAIN or TOO_FAINT; null when it could.
    ///
    /// @throws IllegalArgumentException if no threat is of that class on that lane
    public @Nullable Reason fails(int fireUnit, int targetClass, int lane) {
        return shots[fireUnit][pair(targetClass, lane)].fails;
    }

    /// Times since the start of the lane at which a sensor has a class in view within its
    /// instrumented range.
    ///
    /// @return begin and end of each interval in turn, s
    public double[] inViewSec(int sensor, int targetClass, int lane) {
        return seen[sensor][pair(targetClass, lane)].inView.toArray();
    }

    private int pair(int targetClass, int lane) {
        int p = pair[targetClass][lane];
        if (p < 0) {
            throw new IllegalArgumentException(
                    "No threat of class (%s) flies lane (%s)."
                            .formatted(
                                    input.classes().get(targetClass).id(),
                                    input.raid().lanes().get(lane).id()));
        }
        return p;
    }

    static long step(int kind, int magazine, int unit, int threat) {
        return (long) threat << 32 | (long) unit << 16 | (long) magazine << 8 | kind;
    }

    static int kind(long step) {
        return (int) step & 0xFF;
    }

    static int magazine(long step) {
        return (int) (step >> 8) & 0xFF;
    }

    static int unit(long step) {
        return (int) (step >> 16) & 0xFFFF;
    }

    static int threat(long step) {
        return (int) (step >> 32);
    }

    private static int[] inOrder(long[] tick) {
        var order = new ArrayList<Integer>(tick.length);
        for (int j = 0; j < tick.length; j++) {
            order.add(j);
        }
        order.sort(Comparator.comparingLong(j -> tick[j])); // stable: first listed first
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[][] carries(List<Threat> threats) {
        var carries = new int[threats.size()][0];
        for (int j = 0; j < carries.length; j++) {
            if (threats.get(j).carried()) {
                int carrier = threats.get(j).carrier();
                int n = carries[carrier].length;
                carries[carrier] = Arrays.copyOf(carries[carrier], n + 1);
                carries[carrier][n] = j;
            }
        }
        return carries;
    }

    /// Keys of the threats. Several alike are told apart by their order.
    private static long[] threatKeys(BattleInput input) {
        List<Threat> threats = input.raid().threats();
        Map<Threat, Integer> alike = new HashMap<>();
        var keys = new long[threats.size()];
        for (int j = 0; j < keys.length; j++) {
            Threat one = threats.get(j);
            int number = alike.merge(one, 1, Integer::sum);
            String name =
                    input.classes().get(one.targetClass()).id()
                            + '|'
                            + input.raid().lanes().get(one.lane()).id()
                            + '|'
                            + Long.toHexString(Double.doubleToLongBits(one.startSec()))
                            + '|'
                            + number;
            if (one.asset() != Threat.NO_ASSET) {
                name += "|at|" + input.assets().get(one.asset()).id();
            }
            if (one.carried()) {
                name += "|from|" + Long.toHexString(keys[one.carrier()]);
            }
            keys[j] = Streams.entity(one.decoy() ? name + "|decoy" : name);
        }
        return keys;
    }
}
