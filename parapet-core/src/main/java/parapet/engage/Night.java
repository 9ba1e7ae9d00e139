package parapet.engage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Calendar;
import parapet.random.Streams;
import parapet.sim.Audit;
import parapet.sim.EventQueue;

/// One night of a raid: the only place where the state of a fight changes.
///
/// What is known beforehand (windows, ends of lanes, looks) is read from sorted arrays; what the
/// fight brings about (intercepts, assessments, reloads) waits in an event queue. All events of one
/// tick are handled before anyone decides, so that the order within a tick decides nothing but
/// ties; fire units that have something new then decide in their order.
///
/// State lies in arrays by fire unit and threat, `unit * threats + threat`, and in sets of threats
/// by fire unit, in the order in which that unit would engage them; nothing is allocated per event.
/// For one thread.
final class Night implements TrackFiles.Listener {
    private static final int INTERCEPT = 0;
    private static final int ASSESSED = 1;
    private static final int RELOADED = 2;
    private static final int REPORT = 3;
    private static final int ASK_AGAIN = 4;

    /// A track and a window at the same time.
    static final int ABLE = 1;

    /// A free channel, but no round, and none being loaded.
    static final int FOUND_EMPTY = 2;

    /// A free channel, but launchers being reloaded.
    static final int FOUND_RELOADING = 4;

    /// A free channel and a round, but other units were engaging the threat.
    static final int LEFT_TO_OTHERS = 8;

    final Battlefield field;
    final boolean[] working;
    final int threats;
    final int[] groupOf;
    final Arsenal arsenal;
    final TrackFiles tracks;

    /// Rounds fired by each unit at each threat, and those of them in flight.
    final int[] fired;

    final int[] salvo;

    /// What a unit that had a track and a window found, for each threat: bits ABLE to FOUND_EMPTY.
    final int[] found;

    /// First track of each group, ticks; -1 when never.
    final long[] firstTrack;

    /// The unit that killed each threat, or -1.
    final int[] killer;

    final int[][] firedByOwner;

    private final FireUnit[] units;
    private final EventQueue queue = new EventQueue();
    private final Fate fate;
    private final Watch watch;
    private final int[] open;
    private final int[] looks;
    private final int[] magazine;
    private final boolean[] engaging;
    private final boolean[] alive;

    /// Still with its carrier.
    private final boolean[] aboard;

    private final int[] busy;
    private final ThreatSets waiting;
    private final long[] dirty;
    private final Audit audit;
    private final @Nullable Coordination coordination;
    private final TargetClass[] classOf;
    private long now;
    private int night;
    private int left;
    private @Nullable NightTally tally;
    private final @Nullable Chronicle chronicle;

    /// @param chronicle who writes down what happens; null for nobody
    Night(
            Battlefield field,
            boolean[] working,
            Streams streams,
            Audit audit,
            @Nullable Chronicle chronicle) {
        this.chronicle = chronicle;
        this.field = field;
        this.working = working;
        this.audit = audit;
        BattleInput input = field.input;
        boolean shared = input.sharedPicture();
        threats = field.threats;
        classOf = new TargetClass[threats];
        Arrays.setAll(
                classOf, j -> input.classes().get(input.raid().threats().get(j).targetClass()));
        units = input.fireUnits().toArray(new FireUnit[0]);
        coordination = input.coordinatedFire() ? new Coordination(field, units) : null;
        int n = units.length;
        groupOf = new int[n];
        for (int u = 0; u < n; u++) {
            groupOf[u] = shared ? 0 : units[u].owner();
        }
        int groups = shared ? 1 : input.owners().size();
        fate = new Fate(field, input.fireUnits(), streams);
        arsenal = new Arsenal(input, working);
        tracks = new TrackFiles(input, threats, groups);
        watch = new Watch(input, working, tracks);
        fired = new int[n * threats];
        open = new int[n * threats];
        looks = new int[n * threats];
        salvo = new int[n * threats];
        magazine = new int[n * threats];
        engaging = new boolean[n * threats];
        alive = new boolean[threats];
        aboard = new boolean[threats];
        busy = new int[n];
        waiting = new ThreatSets(n, threats);
        found = new int[n * threats];
        firstTrack = new long[groups * threats];
        killer = new int[threats];
        firedByOwner = new int[input.owners().size()][input.interceptors().size()];
        dirty = new long[(n + 63) / 64];
    }

    /// Fights one night.
    ///
    /// @param stock rounds at its begin, by owner and interceptor
    void fight(int night, Picture picture, int[][] stock, NightTally tally) {
        this.night = night;
        this.tally = tally;
        clear(stock);
        if (chronicle != null) {
            chronicle.begins(night, stock, working);
        }
        fail();
        for (int s = 0; s < watch.sensors(); s++) {
            report(watch.begin(s, night, picture), s);
        }
        int at = 0;
        long[] stepTick = field.stepTick;
        while (left > 0) {
            long next = at < stepTick.length ? stepTick[at] : Long.MAX_VALUE;
            long tick = Math.min(queue.tick(), next);
            if (tick < now) {
                throw new IllegalStateException(
                        "The time (%d) lies before the last event (%d).".formatted(tick, now));
            }
            now = tick;
            while (queue.tick() == now) {
                handle(queue.poll());
            }
            while (at < stepTick.length && stepTick[at] == now) {
                step(field.step[at++]);
            }
            decide();
            if (audit == Audit.FULL) {
                check();
            }
        }
        check();
        if (chronicle != null) {
            chronicle.ends();
        }
    }

    private void clear(int[][] stock) {
        now = Long.MIN_VALUE;
        left = threats;
        while (queue.size() > 0) {
            queue.poll();
        }
        arsenal.load(stock);
        tracks.clear();
        Arrays.fill(fired, 0);
        Arrays.fill(open, 0);
        Arrays.fill(looks, 0);
        Arrays.fill(salvo, 0);
        Arrays.fill(engaging, false);
        if (coordination != null) {
            coordination.clear();
        }
        for (int j = 0; j < threats; j++) {
            aboard[j] = field.input.raid().threats().get(j).carried();
            alive[j] = !aboard[j];
        }
        Arrays.fill(busy, 0);
        Arrays.fill(firstTrack, -1);
        Arrays.fill(killer, -1);
        for (int[] row : firedByOwner) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(found, 0);
        for (int u = 0; u < units.length; u++) {
            waiting.clear(
                    u,
                    units[u].doctrine().order() == Doctrine.Order.URGENT_FIRST
                            ? field.urgentFirst
                            : null);
        }
    }

    /// Threats that fail by themselves never enter.
    private void fail() {
        for (int j = 0; j < threats; j++) {
            if (alive[j] && fate.fails(j, night, classOf[j].fails())) {
                failed(j);
            }
        }
    }

    private void failed(int threat) {
        long tick = Calendar.ticks(field.startSec[threat]);
        alive[threat] = false;
        left--;
        ended(threat, Ending.FAILED, tick);
        lose(threat, tick);
    }

    /// What a threat carries comes, but for what fails by itself.
    private void release(int carrier) {
        for (int j : field.carries[carrier]) {
            aboard[j] = false;
            alive[j] = true;
            if (chronicle != null) {
                chronicle.starts(j);
            }
            if (fate.fails(j, night, classOf[j].fails())) {
                failed(j);
            }
        }
    }

    /// What a threat carries never comes.
    private void lose(int carrier, long tick) {
        for (int j : field.carries[carrier]) {
            aboard[j] = false;
            left--;
            ended(j, Ending.NOT_RELEASED, tick);
        }
    }

    private void report(long tick, int sensor) {
        if (tick < Long.MAX_VALUE) {
            queue.add(tick, event(REPORT, sensor, 0));
        }
    }

    private static long event(int kind, int one, int threat) {
        return (long) threat << 32 | (long) one << 8 | kind;
    }

    private void handle(long event) {
        int one = (int) (event >> 8) & 0xFFFFFF;
        int threat = (int) (event >> 32);
        switch ((int) event & 0xFF) {
            case INTERCEPT -> intercept(one, threat);
            case ASSESSED -> assessed(one, threat);
            case RELOADED -> {
                int unit = arsenal.reloaded(one);
                if (chronicle != null) {
                    chronicle.reloaded(
                            now, unit, arsenal.interceptorOf(one), arsenal.roundsOn(one));
                }
                waiting.unpark(unit);
                wake(unit);
            }
            case ASK_AGAIN -> consider(one, threat);
            default -> report(watch.report(one, now, alive, this), one);
        }
    }

    private void step(long step) {
        int threat = Battlefield.threat(step);
        int unit = Battlefield.unit(step);
        int kind = Battlefield.kind(step);
        int at = unit * threats + threat;
        int bit = 1 << Battlefield.magazine(step);
        if (!alive[threat] && !aboard[threat]) {
            return;
        }
        if (kind == Battlefield.END) {
            end(
                    threat,
                    classOf[threat].turnsAway()
                            ? Ending.TURNED_AWAY
                            : fate.jammed(threat, night, classOf[threat].jammed())
                                    ? Ending.JAMMED
                                    : Ending.LEAKED);
        } else if (working[unit] && kind == Battlefield.OPEN) {
            open[at] |= bit;
            consider(unit, threat);
        } else if (working[unit]) {
            open[at] &= ~bit;
            if (open[at] == 0) {
                waiting.remove(unit, threat);
            }
        }
    }

    @Override
    public void gained(int group, int threat) {
        if (firstTrack[group * threats + threat] < 0) {
            firstTrack[group * threats + threat] = now;
        }
        for (int u = 0; u < units.length; u++) {
            if (groupOf[u] == group && open[u * threats + threat] != 0) {
                consider(u, threat);
            }
        }
    }

    @Override
    public void lost(int group, int threat) {
        for (int u = 0; u < units.length; u++) {
            if (groupOf[u] == group) {
                waiting.remove(u, threat);
            }
        }
    }

    @Override
    public void held(int sensor, int threat) {
        if (chronicle != null) {
            chronicle.track(now, sensor, threat);
        }
    }

    @Override
    public void refused(int sensor, int threat) {
        if (chronicle != null) {
            chronicle.refused(now, sensor, threat);
        }
    }

    @Override
    public void dropped(int sensor, int threat) {
        if (chronicle != null) {
            chronicle.lost(now, sensor, threat);
        }
    }

    /// Puts a threat among those that a unit would engage, if it could.
    private void consider(int unit, int threat) {
        int at = unit * threats + threat;
        if (open[at] != 0
                && !engaging[at]
                && looks[at] < units[unit].doctrine().roundsAtLook().length
                && tracks.tracked(groupOf[unit], threat)) {
            waiting.add(unit, threat);
            found[at] |= ABLE;
            wake(unit);
        }
    }

    private void wake(int unit) {
        dirty[unit >> 6] |= 1L << unit;
    }

    private void decide() {
        for (int w = 0; w < dirty.length; w++) {
            while (dirty[w] != 0) {
                int unit = (w << 6) + Long.numberOfTrailingZeros(dirty[w]);
                dirty[w] &= dirty[w] - 1;
                decide(unit);
            }
        }
    }

    private void decide(int unit) {
        int channels = units[unit].channels();
        if (busy[unit] >= channels) {
            return;
        }
        boolean spent = arsenal.ready[unit] == 0 && arsenal.reloading[unit] == 0;
        if (spent) {
            waiting.unpark(unit);
        }
        for (int place = waiting.next(unit, 0); place >= 0; place = waiting.next(unit, place + 1)) {
            int threat = waiting.threat(unit, place);
            int at = unit * threats + threat;
            int loaded = open[at] & arsenal.ready[unit];
            if (spent) {
                found[at] |= FOUND_EMPTY;
                waiting.remove(unit, threat); // for good: nothing is supplied in the night
            } else if (loaded != 0) {
                if (coordination != null
                        && coordination.leaves(
                                unit, threat, arsenal.ready[unit], open[at], looks[at], now)) {
                    leave(unit, place, coordination.again(threat, now));
                    continue;
                }
                engage(unit, threat, Integer.numberOfTrailingZeros(loaded));
                if (busy[unit] == channels) {
                    return;
                }
            } else {
                boolean loading = (open[at] & arsenal.reloading[unit]) != 0;
                found[at] |= loading ? FOUND_RELOADING : FOUND_EMPTY;
                waiting.park(unit, place);
            }
        }
    }

    /// Leaves the threat at a place to others until something tells, at the latest at a tick.
    private void leave(int unit, int place, long until) {
        int threat = waiting.threat(unit, place);
        found[unit * threats + threat] |= LEFT_TO_OTHERS;
        waiting.park(unit, place);
        if (until < Long.MAX_VALUE) {
            queue.add(until, event(ASK_AGAIN, unit, threat));
        }
    }

    private void engage(int unit, int threat, int magazine) {
        int at = unit * threats + threat;
        FireUnit fireUnit = units[unit];
        Magazine kind = fireUnit.magazines().get(magazine);
        int wanted = fireUnit.doctrine().roundsAtLook()[looks[at]++];
        int rounds = Math.min(wanted, arsenal.ready(unit, magazine));
        if (chronicle != null) {
            chronicle.decides(now, unit, threat, looks[at], kind.interceptor(), rounds);
        }
        for (int k = 0; k < rounds; k++) {
            int launcher = arsenal.takeOne(unit, magazine);
            if (launcher >= 0) {
                queue.add(now + Calendar.ticks(kind.reloadSec()), event(RELOADED, launcher, 0));
                if (chronicle != null) {
                    chronicle.reloading(now, unit, kind.interceptor(), arsenal.roundsOn(launcher));
                }
            }
        }
        this.magazine[at] = magazine;
        salvo[at] = rounds;
        fired[at] += rounds;
        engaging[at] = true;
        busy[unit]++;
        waiting.remove(unit, threat);
        firedByOwner[fireUnit.owner()][kind.interceptor()] += rounds;
        tally().fired(kind.interceptor(), now, rounds);
        double start = field.startSec[threat];
        double decisionSec = Calendar.seconds(now) - start;
        FlyOut flyOut = field.shots[unit][field.pairOf[threat]].flyOuts.get(magazine);
        long meets = Calendar.ticks(start + flyOut.interceptSec(decisionSec));
        meets = Math.clamp(meets, now, field.endTick[threat]);
        if (coordination != null) {
            coordination.engaged(unit, threat, rounds, killProbability(unit, threat), meets);
        }
        queue.add(meets, event(INTERCEPT, unit, threat));
    }

    private void intercept(int unit, int threat) {
        int at = unit * threats + threat;
        double p = killProbability(unit, threat);
        boolean hit = false;
        for (int shot = fired[at] - salvo[at] + 1; shot <= fired[at]; shot++) {
            hit |= alive[threat] && !hit && fate.kills(threat, night, unit, shot, p);
        }
        if (chronicle != null) {
            int kind = units[unit].magazines().get(magazine[at]).interceptor();
            chronicle.meets(now, unit, threat, kind, salvo[at], hit);
        }
        if (hit) {
            killer[threat] = unit;
            end(threat, Ending.KILLED);
        }
        salvo[at] = 0;
        long sees = fate.assessment(threat, night, unit, looks[at], units[unit].assessment());
        queue.add(now + sees, event(ASSESSED, unit, threat));
    }

    /// Single-shot kill probability of the rounds that a unit fired last at a threat.
    private double killProbability(int unit, int threat) {
        int fired = magazine[unit * threats + threat];
        int interceptor = units[unit].magazines().get(fired).interceptor();
        int targetClass = field.input.raid().threats().get(threat).targetClass();
        return field.input.interceptors().get(interceptor).killProbability()[targetClass];
    }

    private void assessed(int unit, int threat) {
        engaging[unit * threats + threat] = false;
        if (coordination != null) {
            coordination.assessed(threat, engaging);
        }
        busy[unit]--;
        if (chronicle != null) {
            chronicle.free(now, unit, threat);
        }
        wake(unit);
        if (!alive[threat]) {
            return;
        }
        if (coordination == null) {
            consider(unit, threat);
            return;
        }
        for (int u = 0; u < units.length; u++) {
            consider(u, threat);
        }
    }

    private void end(int threat, Ending ending) {
        alive[threat] = false;
        left--;
        for (int u = 0; u < units.length; u++) {
            waiting.remove(u, threat);
        }
        ended(threat, ending, now);
        tracks.gone(threat, this);
        if (ending == Ending.TURNED_AWAY) {
            release(threat);
        } else {
            lose(threat, now);
        }
    }

    private void ended(int threat, Ending ending, long tick) {
        tally().ended(threat, ending, tick, this);
        if (chronicle != null) {
            chronicle.ended(tick, threat, ending, killer[threat], tally().furthest(threat, this));
        }
    }

    private NightTally tally() {
        if (tally == null) {
            throw new IllegalStateException("The night has not begun.");
        }
        return tally;
    }

    private void check() {
        if (audit == Audit.OFF) {
            return;
        }
        for (int u = 0; u < units.length; u++) {
            if (busy[u] < 0 || busy[u] > units[u].channels()) {
                throw new IllegalStateException(
                        "The busy channels (%d) of fire unit (%s) must lie in 0..%d."
                                .formatted(busy[u], units[u].id(), units[u].channels()));
            }
        }
        tally().check(this);
    }
}
