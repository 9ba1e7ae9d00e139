package parapet.sustain;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.programme.MoneyCause;
import parapet.quantity.Calendar;
import parapet.random.Streams;

/// Overhauls, inspections and upgrades: planned work that takes the whole unit away. When a task is
/// due, by the calendar or by use, the unit goes to the first listed site that is open, has a free
/// place and the crews it needs, and may begin another; if there is none it keeps working through
/// its days of grace, then stands still until one is. The longest due come first. Two tasks of one
/// unit never overlap, except those that are done together by their [TaskPolicy].
///
/// The clock of use runs while the unit is neither down nor away. Each change of its rate plans the
/// tasks by use anew.
final class TaskBoard {
    private static final int NONE = -1;
    private static final int TASK_BITS = 24;
    private static final long TIME = Streams.entity("sustain.task.time");
    private static final long FINDINGS = Streams.entity("sustain.task.findings");
    private static final long MORE = Streams.entity("sustain.task.more");
    private static final long PARTS = Streams.entity("sustain.task.parts");
    private static final long LOST = Streams.entity("sustain.task.lost");

    private final Run run;
    private final Fleet fleet;
    private final int[] firstTask;
    private final int[] unitOf;
    private final long[] since;
    private final long[] due;
    private final boolean[] done;
    private final boolean[] waiting;
    private final boolean[] grounded;
    private final long[] version;
    private final UniformRandomProvider[] chance;
    private final int[] inWork;
    private final int[] workSite;
    private final TaskPlaces places;
    private final UseClock clock;

    /// Key of the time that is being done; the task with which it is done; crews it holds.
    private final long[] key;

    private final int[] with;
    private final int[] crews;

    /// Parts that the work on a unit waits for, and whether it waits for them alone.
    private final int[] missing;

    private final boolean[] timeUp;
    private final boolean[] lost;

    /// Use of the unit at the last time of the task, s.
    private final double[] usedAt;

    private int[] queue = new int[16];
    private int queued;

    TaskBoard(Run run) {
        this.run = run;
        this.fleet = run.fleet;
        List<Network.UnitType> types = run.network.types();
        places = new TaskPlaces(run);
        clock = new UseClock(run);
        firstTask = new int[fleet.units + 1];
        for (int u = 0; u < fleet.units; u++) {
            firstTask[u + 1] = firstTask[u] + types.get(fleet.type[u]).tasks().size();
        }
        int n = firstTask[fleet.units];
        unitOf = new int[n];
        for (int u = 0; u < fleet.units; u++) {
            Arrays.fill(unitOf, firstTask[u], firstTask[u + 1], u);
        }
        since = new long[n];
        due = new long[n];
        done = new boolean[n];
        waiting = new boolean[n];
        grounded = new boolean[n];
        version = new long[n];
        chance = new UniformRandomProvider[n];
        inWork = new int[fleet.units];
        Arrays.fill(inWork, NONE);
        workSite = new int[fleet.units];
        key = new long[n];
        with = new int[n];
        Arrays.fill(with, NONE);
        crews = new int[n];
        missing = new int[fleet.units];
        timeUp = new boolean[fleet.units];
        lost = new boolean[fleet.units];
        usedAt = new double[n];
    }

    private Network.Task task(int t) {
        int unit = unitOf[t];
        return run.network.types().get(fleet.type[unit]).tasks().get(t - firstTask[unit]);
    }

    void enter(int unit, long inService) {
        String id = run.input.units().get(unit).id();
        for (int t = firstTask[unit]; t < firstTask[unit + 1]; t++) {
            chance[t] = run.streams.at("sustain.task", id + "/" + task(t).id());
            since[t] = inService;
        }
        clock.set(unit, true);
        for (int t = firstTask[unit]; t < firstTask[unit + 1]; t++) {
            plan(t);
        }
    }

    /// The unit begins or ceases to be full or degraded.
    void operates(int unit, boolean now) {
        if (!clock.set(unit, now)) {
            return;
        }
        for (int t = firstTask[unit]; t < firstTask[unit + 1]; t++) {
            if (Double.isFinite(task(t).policy().useSec()) && !waiting[t] && with[t] == NONE) {
                plan(t);
            }
        }
    }

    /// Sets the next due time; one in the past counts as now.
    private void plan(int t) {
        Network.Task how = task(t);
        version[t]++;
        if (done[t] || !how.active()) {
            return;
        }
        long next = Math.min(byCalendar(t), byUse(t));
        due[t] = Math.max(run.now, Math.max(next, how.fromTick()));
        run.at(due[t], Run.TASK_DUE, version[t] << TASK_BITS | t);
    }

    private long byCalendar(int t) {
        Network.Task how = task(t);
        if (how.once()) {
            return since[t];
        }
        return Double.isFinite(how.everySec())
                ? Calendar.laterSec(since[t], how.everySec())
                : Long.MAX_VALUE;
    }

    private long byUse(int t) {
        double every = task(t).policy().useSec();
        return Double.isFinite(every)
                ? clock.reaches(unitOf[t], usedAt[t] + every)
                : Long.MAX_VALUE;
    }

    private boolean stale(long what) {
        return what >>> TASK_BITS != version[index(what)];
    }

    private static int index(long what) {
        return (int) (what & ((1 << TASK_BITS) - 1));
    }

    void fallDue(long what) {
        if (stale(what)) {
            return;
        }
        int t = index(what);
        waiting[t] = true;
        insert(t);
        startAll();
        if (waiting[t]) {
            long grace = Calendar.ticks(task(t).graceSec());
            if (grace < run.endTick - run.now) {
                run.at(run.now + grace, Run.TASK_GRACE, what);
            }
        }
    }

    void graceEnds(long what) {
        int t = index(what);
        if (!stale(what) && waiting[t]) {
            grounded[t] = true;
            fleet.refresh(unitOf[t]);
        }
    }

    /// The time of the work is over; it ends unless parts are missing.
    void finish(int t) {
        int unit = unitOf[t];
        if (missing[unit] > 0) {
            timeUp[unit] = true;
            fleet.refresh(unit);
        } else {
            complete(unit);
        }
    }

    /// A part that the work needs has been issued.
    void issued(int t) {
        int unit = unitOf[t];
        missing[unit]--;
        if (missing[unit] == 0 && timeUp[unit]) {
            complete(unit);
        }
    }

    private void complete(int unit) {
        int main = inWork[unit];
        int site = workSite[unit];
        boolean renews = false;
        int freed = 0;
        timeUp[unit] = false;
        for (int t = firstTask[unit]; t < firstTask[unit + 1]; t++) {
            if (with[t] == main) {
                TaskPolicy policy = task(t).policy();
                places.giveBack(fleet.type[unit], t - firstTask[unit], site);
                freed += crews[t];
                renews |= policy.renews();
                lost[unit] |=
                        policy.lostShare() > 0 && run.uniform(key[t], LOST) < policy.lostShare();
            }
        }
        if (lost[unit]) {
            fleet.giveUp(unit);
        } else {
            inWork[unit] = NONE;
            for (int t = firstTask[unit]; t < firstTask[unit + 1]; t++) {
                if (with[t] == main) {
                    with[t] = NONE;
                    since[t] = run.now;
                    usedAt[t] = clock.read(unit);
                    done[t] = task(t).once();
                    plan(t);
                }
            }
            if (renews) {
                fleet.renew(unit);
            }
        }
        fleet.refresh(unit);
        run.crews.giveBack(site, freed);
        startAll();
    }

    void phaseChanged() {
        for (int t = 0; t < unitOf.length; t++) {
            int unit = unitOf[t];
            if (!fleet.inService[unit] || with[t] != NONE || lost[unit]) {
                continue;
            }
            if (waiting[t] && !task(t).active()) {
                dequeue(t);
                fleet.refresh(unit);
            }
            if (!waiting[t]) {
                plan(t);
            }
        }
        startAll();
    }

    /// A place may begin another unit, or crews are free.
    void placeFrees() {
        startAll();
    }

    private void startAll() {
        for (int i = 0; i < queued; ) {
            int t = queue[i];
            int site = inWork[unitOf[t]] == NONE ? freeSite(t) : NONE;
            if (site >= 0) {
                start(t, site);
                i = 0;
            } else {
                i++;
            }
        }
    }

    private void start(int t, int site) {
        int unit = unitOf[t];
        inWork[unit] = t;
        workSite[unit] = site;
        double time = begin(t, site, t);
        for (int other = firstTask[unit]; other < firstTask[unit + 1]; other++) {
            if (joins(other, site)) {
                time = Math.max(time, begin(other, site, t));
            }
        }
        run.after(time, Run.TASK_DONE, t);
        fleet.refresh(unit);
        for (int other = firstTask[unit]; other < firstTask[unit + 1]; other++) {
            if (with[other] == t) {
                takeParts(other, site);
            }
        }
    }

    /// Whether a task that is soon due can be done along with one that begins at the site.
    private boolean joins(int t, int site) {
        double together = task(t).policy().togetherSec();
        return together > 0
                && with[t] == NONE
                && !done[t]
                && task(t).active()
                && (waiting[t] || due[t] - run.now <= Calendar.ticks(together))
                && task(t).at().stream().anyMatch(where -> where.site() == site)
                && free(t, site);
    }

    /// @return time away, s
    private double begin(int t, int site, int main) {
        Network.TaskSite where = at(t, site);
        TaskPolicy policy = task(t).policy();
        if (waiting[t]) {
            dequeue(t);
        }
        version[t]++;
        with[t] = main;
        places.take(fleet.type[unitOf[t]], t - firstTask[unitOf[t]], where);
        crews[t] = policy.crews();
        run.crews.take(site, crews[t]);
        String id = run.input.units().get(unitOf[t]).id();
        run.ledger.post(run.now, MoneyCause.TASK, id, where.currency(), where.price());
        key[t] = chance[t].nextLong();
        double time = run.gamma(key[t], TIME, where.timeSec(), Network.TaskSite.SCATTER);
        if (policy.findings() > 0 && run.uniform(key[t], FINDINGS) < policy.findings()) {
            time += run.gamma(key[t], MORE, policy.findingsSec(), Network.TaskSite.SCATTER);
        }
        return time;
    }

    private void takeParts(int t, int site) {
        TaskPolicy policy = task(t).policy();
        int unit = unitOf[t];
        for (int p = 0; p < policy.parts().length; p++) {
            missing[unit] += policy.parts(p);
        }
        for (int p = 0; p < policy.parts().length; p++) {
            for (int i = 0; i < policy.parts(p); i++) {
                long ofKey = key[t] ^ PARTS * (p + 1) ^ Long.rotateLeft(PARTS, i + 1);
                run.stock.requestForTask(site, p, t, ofKey);
                run.lots.replace(site, p, ofKey);
                run.helpers.seek(site, p);
            }
        }
    }

    /// The first listed site that is open and can begin the task now, -1 if there is none.
    private int freeSite(int t) {
        for (Network.TaskSite where : task(t).at()) {
            int site = where.site();
            if (opens(site) && free(t, site)) {
                return site;
            }
        }
        return NONE;
    }

    private boolean opens(int site) {
        return run.site[site].open() && !run.site[site].policy().rests();
    }

    /// The first listed site that is open and has places, -1 if there is none.
    private int openSite(int t) {
        for (Network.TaskSite where : task(t).at()) {
            if (opens(where.site()) && where.places() > 0) {
                return where.site();
            }
        }
        return NONE;
    }

    private boolean free(int t, int site) {
        int unit = unitOf[t];
        return places.free(fleet.type[unit], t - firstTask[unit], at(t, site))
                && run.crews.free(site, task(t).policy().crews());
    }

    private Network.TaskSite at(int t, int site) {
        for (Network.TaskSite where : task(t).at()) {
            if (where.site() == site) {
                return where;
            }
        }
        throw new IllegalStateException("The task (%d) is not done at (%d).".formatted(t, site));
    }

    /// Keeps the queue sorted by due time, then by unit and task.
    private void insert(int t) {
        if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
        }
        int i = queued++;
        while (i > 0
                && (due[queue[i - 1]] > due[t]
                        || (due[queue[i - 1]] == due[t] && queue[i - 1] > t))) {
            queue[i] = queue[i - 1];
            i--;
        }
        queue[i] = t;
    }

    private void dequeue(int t) {
        int i = 0;
        while (queue[i] != t) {
            i++;
        }
        System.arraycopy(queue, i + 1, queue, i, queued - i - 1);
        queued--;
        waiting[t] = false;
        grounded[t] = false;
    }

    /// Why the unit is away.
    Reason reason(int unit) {
        if (lost[unit]) {
            return Reason.UNIT_LOST;
        }
        if (timeUp[unit]) {
            return Reason.TASK_PARTS;
        }
        return inWork[unit] != NONE ? Reason.TASK_IN_WORK : Reason.TASK_WAITING;
    }

    /// Crews of a site that tasks hold, for the audit.
    int crewsAt(int site) {
        int held = 0;
        for (int t = 0; t < unitOf.length; t++) {
            int unit = unitOf[t];
            if (with[t] != NONE && !lost[unit] && workSite[unit] == site) {
                held += crews[t];
            }
        }
        return held;
    }

    /// Whether any unit waits for a place; freed crews are then offered to it.
    boolean anyWaits() {
        return queued > 0;
    }

    boolean away(int unit) {
        return inWork[unit] != NONE || groundedTask(unit) != NONE;
    }

    private int groundedTask(int unit) {
        for (int t = firstTask[unit]; t < firstTask[unit + 1]; t++) {
            if (grounded[t]) {
                return t;
            }
        }
        return NONE;
    }

    /// Where the unit is in work, or the site whose place it waits for; -1 when none is open.
    int site(int unit) {
        return inWork[unit] != NONE ? workSite[unit] : openSite(groundedTask(unit));
    }
}
